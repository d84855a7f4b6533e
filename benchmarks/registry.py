"""The registry of actors on a large corpus: seconds, memory, and the same actors for any order of the files.

    python -m benchmarks.registry [ARTICLES ...]

Names and roles of made-up articles (25 names and 2 roles each, new people in every article, surnames, acronyms and other
spellings among them) are registered twice, the second time with the articles in another order. Peak memory is of this
process, which also holds the tables that go in and come out, so that their own size is printed beside it.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from itertools import chain

import pandas as pd
import pyarrow as pa

from benchmarks.synthetic_words import make_actors
from pipeline.actors.gazetteer import names as listed
from pipeline.actors.registry import register_actors
from pipeline.model import Actor, Name, NameRole
from pipeline.seeds import read_seeds
from pipeline.tables import from_arrow, from_rows, to_arrow

SIZES = (10_000, 100_000)
REPEATED, NEW = 23, 2  # names of an article that other articles have too, and new ones
ROLES = ("minister", "spokesman", "director", "mayor", "Deputy Foreign Minister")
PIECE = 2_000  # articles whose rows are Python's at a time, so that what is measured is the registry
MEGABYTE = 1_048_576
Tables = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]


def make_tables(count: int) -> Tables:
    """Names, roles and articles of a corpus, in the order of its files."""
    choose = random.Random(count)
    known = [(a.kind, a.name) for a in make_actors(choose)]
    given, surnames = (sorted(n for n in listed(kind) if n.isalpha()) for kind in ("given", "surname"))
    articles = [f"a{i:07d}" for i in range(count)]
    pieces = []
    for first in range(0, count, PIECE):
        rows = [_names_in(a, known, given, surnames, choose) for a in articles[first : first + PIECE]]
        told = to_arrow(from_rows(chain.from_iterable(rows), Name), Name)
        pieces.append((told, to_arrow(from_rows((r for own in rows for r in _roles_in(own, choose)), NameRole), NameRole)))
    names, roles = (from_arrow(pa.concat_tables(column).combine_chunks()) for column in zip(*pieces, strict=True))
    return names, roles, from_arrow(pa.table({"article_id": articles, "scope": [""] * count}))


def _names_in(article: str, known: list[tuple[str, str]], given: list[str], surnames: list[str], choose: random.Random) -> list[tuple[object, ...]]:
    """Names of one article: some that many share, drawn as often as names are in news, and some of its own."""
    drawn = [known[min(len(known) - 1, int(choose.paretovariate(0.6)) - 1)] for _ in range(REPEATED)]
    drawn += [("person", f"{choose.choice(given)} {choose.choice(surnames)}") for _ in range(NEW)]
    return [
        (article, f"{article}s{i}", 40 * i, 40 * i + len(name), _written(kind, name, choose), kind, name, "tagged", 0.9, None)
        for i, (kind, name) in enumerate(drawn)
    ]  # fmt: skip


def _written(kind: str, name: str, choose: random.Random) -> str:
    """The name as the article writes it: at times the surname or the initials alone."""
    if " " not in name or choose.random() < 0.7:
        return name
    return name.rsplit(" ", 1)[1] if kind == "person" else "".join(w[0] for w in name.split())


def _roles_in(rows: list[tuple[object, ...]], choose: random.Random) -> Iterator[tuple[object, ...]]:
    people = [r for r in rows if r[5] == "person"][-2:]
    bodies = [r for r in rows if r[5] != "person"]
    for person in people:
        body = choose.choice(bodies)[6] if bodies else None
        yield person[0], person[6], choose.choice(ROLES), body, person[2], person[3], None


def reorder(tables: Tables, *, seed: int = 3) -> Tables:
    """The same corpus with its articles in another order."""
    names, roles, articles = tables
    order = articles["article_id"].tolist()
    random.Random(seed).shuffle(order)
    place = {article: i for i, article in enumerate(order)}
    names, roles, articles = (t.iloc[t["article_id"].map(place).argsort(kind="stable")].reset_index(drop=True) for t in (names, roles, articles))
    return names, roles, articles


def register(tables: Tables) -> Tables:
    return register_actors(*tables, read_seeds().actors)


def measure(count: int) -> None:
    tables = make_tables(count)
    held = sum(to_arrow(t, record).nbytes for t, record in zip(tables[:2], (Name, NameRole), strict=True)) / MEGABYTE
    before = _peak()
    start = time.process_time()
    first = register(tables)
    seconds, peak = time.process_time() - start, _peak()
    actors = to_arrow(first[0], Actor)
    same = all(a.equals(b) for a, b in zip(first, register(reorder(tables)), strict=True))
    print(f"{count:>9,} articles {len(tables[0]):>11,} names {actors.num_rows:>9,} actors {seconds:>8.1f} s {held:>7.0f} MB of names and roles", end="")
    print(f" {before:>7.0f} MB before {peak:>7.0f} MB at most; in another order {'the same' if same else 'OTHERS'}")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    for count in [int(a) for a in sys.argv[1:]] or SIZES:
        measure(count)


if __name__ == "__main__":
    main()
