"""How linking grows: seconds and memory for 10,000, 100,000 and 1,000,000 candidates of made-up news.

Usage: python -m benchmarks.linking [COUNT ...]     each count runs in a process of its own
"""

from __future__ import annotations

import multiprocessing
import random
import resource
import sys
import time
from datetime import date, timedelta

import pandas as pd

from pipeline.engine import collect_seldom
from pipeline.events.merge import build_events, link_candidates
from pipeline.model import Article, Candidate, CandidateActor
from pipeline.tables import concat, to_table
from pipeline.text import digest

COUNTS = (10_000, 100_000, 1_000_000)
PER_ARTICLE = 10  # candidates
SLICE = 50_000  # candidates that are made at a time
ACTS = (("ASSAULT", "attack"), ("CONSULT", "meet"), ("AGREE", "sign"), ("PROTEST", "protest"), ("COERCE", "arrest"), ("STATEMENT", "say"), ("AID", "aid"))
WORDS = [f"word{n}" for n in range(5_000)]
SEED = 20_240_601


def made(count: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Candidates, their actors and articles: stories that three articles tell on average, with days over ten years."""
    draw = random.Random(SEED)
    candidates, actors, articles = [], [], []
    for first in range(0, count, SLICE):
        rows = [_candidate(n, count, draw) for n in range(first, min(first + SLICE, count))]
        candidates.append(to_table((c for c, _ in rows), Candidate))
        actors.append(to_table((a for _, cast in rows for a in cast), CandidateActor))
    articles.append(to_table((_article(n) for n in range(-(-count // PER_ARTICLE))), Article))
    return concat(candidates, Candidate), concat(actors, CandidateActor), concat(articles, Article)


def _candidate(number: int, count: int, draw: random.Random) -> tuple[Candidate, list[CandidateActor]]:
    story = random.Random(SEED + draw.randrange(max(1, count // 3)))
    event_type, act = story.choice(ACTS)
    day = date(2014, 1, 1) + timedelta(days=story.randrange(3_650))
    who = [f"actor{int(story.paretovariate(0.7)) % max(100, count // 20)}" for _ in range(3)]
    words = sorted({story.choice(WORDS) for _ in range(6)} | {draw.choice(WORDS) for _ in range(3)})
    candidate = Candidate(
        candidate_id=digest("candidate", str(number)), scope="", article_id=f"article{number // PER_ARTICLE}", char_start=100 * (number % PER_ARTICLE),
        char_end=100 * (number % PER_ARTICLE) + 90, timex_id=None, title="made", date_start=day, date_end=day, best_day=day, precision="day",
        edtf=day.isoformat(), date_basis="explicit", date_text=None, event_type=event_type, trigger=act, status="happened", speaker_id=None, speech=None,
        reported_via=None, quote=None, confidence=0.9, conflict=False, flags="", content_id=digest("content", str(number)), words=" ".join(words), act=act,
    )  # fmt: skip
    return candidate, [CandidateActor(candidate.candidate_id, a, "actor", "person") for a in sorted(set(who))]


def _article(number: int) -> Article:
    name = f"article{number}"
    return Article(name, name, name, None, f"outlet{number % 200}", None, "en", "", "2024-01-01", None, None, "day", "user", 1.0)


def measure(count: int) -> None:
    """One line: candidates, events, seconds of making, linking and building, peak memory, memory before."""
    candidates, actors, articles = made(count)
    collect_seldom()  # as every command of the pipeline does
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    start = time.process_time()
    evidence = link_candidates(candidates, actors, articles)
    linked = time.process_time()
    events = build_events(candidates, actors, evidence, articles)[0]
    built = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count:>9,} candidates -> {len(events):>8,} events: link {linked - start:7.1f} s ({1e6 * (linked - start) / count:5.0f} us each), "
        f"build {built - linked:7.1f} s, peak {peak:,} MB ({before:,} MB are the tables)",
        flush=True,
    )


def main(counts: list[int]) -> None:
    for count in counts or COUNTS:
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(count,))
        process.start()
        process.join()


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]])
