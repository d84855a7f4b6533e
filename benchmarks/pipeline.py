"""Speed and memory of the whole pipeline on one core, beside dateparser's own search on the same texts in the same run.

    python -m benchmarks.pipeline [--articles 400] [--searched 12] [FILE.jsonl]

Times are CPU seconds of this process, so that a busy machine disturbs them little. Without a file the articles are
made up from the paragraphs of seeds/articles, shuffled by a fixed seed, 3 KB each, every sentence of each changed a
little: no cache knows it from another article.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path

from dateparser.search import search_dates

from pipeline.annotate import annotate_stream
from pipeline.engine import collect_seldom
from pipeline.seeds import ARTICLES, read_seeds

SIZE = 3_000  # characters of an article
WARM = 20  # articles before the clock runs: models load, patterns compile


def main() -> None:
    options = _options()
    texts = _read(options.file) if options.file else make_texts(options.articles)
    warm, texts = texts[:WARM], texts[WARM:]
    seeds = read_seeds()
    _annotate(warm, seeds)
    collect_seldom()
    ours = _seconds(lambda: _annotate(texts, seeds))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    searched = texts[: options.searched]
    search_dates(warm[0], languages=["en"])
    theirs = _seconds(lambda: [search_dates(t, languages=["en"]) for t in searched])
    _print(texts, searched, ours, theirs, memory)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--searched", type=int, default=12, help="articles for search_dates, which needs long")
    parser.add_argument("file", nargs="?", type=Path)
    return parser.parse_args()


def make_texts(count: int) -> list[str]:
    """`count` articles of SIZE characters made of real paragraphs, no sentence twice the same."""
    choose = random.Random(7)
    paragraphs = [p for f in sorted(ARTICLES.glob("*.txt")) for p in f.read_text(encoding="utf-8").split("\n") if len(p) > 80]
    return [_make_text(paragraphs, choose) for _ in range(count + WARM)]


def _make_text(paragraphs: list[str], choose: random.Random) -> str:
    text = ""
    while len(text) < SIZE:
        text += _changed(choose.choice(paragraphs), choose) + "\n"
    return text[:SIZE]


def _changed(paragraph: str, choose: random.Random) -> str:
    """Another day in every date, and a number in every sentence."""
    paragraph = re.sub(r"\b\d{1,2}\b", lambda m: str(choose.randint(1, 28)), paragraph)
    return re.sub(r"\. (?=[A-Z])", lambda m: f", case {choose.randint(1, 10**6)}. ", paragraph)


def _read(file: Path) -> list[str]:
    return [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()]


def _annotate(texts: list[str], seeds: object) -> None:
    lines = "".join(json.dumps({"id": str(i), "text": t, "published": "2024-07-22"}) + "\n" for i, t in enumerate(texts))
    for answer in annotate_stream(io.BytesIO(lines.encode()), seeds):  # type: ignore[arg-type]
        json.dumps(answer)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _print(texts: list[str], searched: list[str], ours: float, theirs: float, memory: float) -> None:
    kilobytes = sum(map(len, texts)) / len(texts) / 1000
    pace, other = len(texts) / ours, len(searched) / theirs
    print(f"{len(texts)} articles of {kilobytes:.1f} KB, one core, CPU time\n")
    print("| what | articles a second | KB a second | ms an article |")
    print("| --- | --- | --- | --- |")
    print(f"| whole pipeline, JSON lines to JSON lines | {pace:.0f} | {pace * kilobytes:.0f} | {1000 / pace:.1f} |")
    print(f"| dateparser.search.search_dates alone ({len(searched)} of them) | {other:.1f} | {other * kilobytes:.0f} | {1000 / other:.0f} |")
    print(f"\nratio {pace / other:.1f}; peak memory {memory:.0f} MB")


if __name__ == "__main__":
    main()
