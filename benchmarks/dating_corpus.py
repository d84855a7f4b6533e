"""Articles that inform each other's dates: `python -m benchmarks.dating_corpus [--articles N]`

Makes tables of N short articles of many outlets, half of them undated, that tell days without their year in changing company,
and times the pass over the whole corpus, with the most memory that the process held.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.dating.corpus import inform_articles
from pipeline.model import Article, Expression, Name
from pipeline.tables import in_one, to_records, to_table

FIRST, DAYS = date(2015, 1, 1), 3600
OUTLETS, ACTORS, EXPRESSIONS = 60, 900, 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    count = parser.parse_args().articles
    choose = random.Random(4)
    written = [FIRST + timedelta(days=choose.randrange(DAYS)) for _ in range(count)]
    articles = to_table((article(n, day, choose) for n, day in enumerate(written)), Article)
    expressions = to_table((e for n, day in enumerate(written) for e in told(n, day, choose)), Expression)
    names = to_table((name for n in range(count) for name in company(n, choose)), Name)
    start = time.perf_counter()
    informed, proof = inform_articles(articles, in_one(expressions), in_one(names))
    seconds = time.perf_counter() - start
    found = sum(a.published_basis == "corpus" for a in to_records(informed, Article))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} articles, {len(expressions)} dates, {len(names)} names: {seconds:.1f} s, {found} dated by others, {len(proof)} proofs")
    print(f"peak memory {memory:.0f} MB")


def article(number: int, day: date, choose: random.Random) -> Article:
    """Dated, or with the years around its own as candidates."""
    is_dated = number % 2 == 0
    years = "; ".join(f"{day.year + n} {share}" for n, share in ((0, 0.4), (1, 0.3), (-1, 0.3)))
    known = day if is_dated else None
    return Article(
        f"a{number}", "", f"a{number}", None, f"outlet {choose.randrange(OUTLETS)}", None, "en", "", day.isoformat() if is_dated else None, known, known,
        "day" if is_dated else None, "dateline" if is_dated else None, 0.97 if is_dated else 0.4, None, "", None, "", years,
    )  # fmt: skip


def told(number: int, day: date, choose: random.Random) -> Iterator[Expression]:
    for k in range(EXPRESSIONS):
        when = day - timedelta(days=choose.randrange(6))
        weekday = f", weekday={when.weekday()}" if k == 0 else ""
        meaning = f"Date(month={when.month}, day={when.day}{weekday})"
        yield Expression(f"a{number}.{k}t", f"a{number}", f"a{number}.{k}", 0, 5, "a day", "absolute.made_up", meaning, "past", False, None)


def company(number: int, choose: random.Random) -> Iterator[Name]:
    for k in range(EXPRESSIONS):
        for who in choose.sample(range(ACTORS), 3):
            yield Name(f"a{number}", f"a{number}.{k}", 0, 5, f"actor {who}", "person", f"actor {who}", "exact", 1.0, None)


if __name__ == "__main__":
    main()
