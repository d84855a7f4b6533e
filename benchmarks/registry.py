"""The registry of actors on a large corpus: seconds, memory, and the same actors for any order of the files.

    python -m benchmarks.registry [ARTICLES ...]

Names and roles of made-up articles (25 names and 2 roles each, new people in every article, surnames, acronyms and other
spellings among them) lie in Parquet files as in a build, and are registered twice, the second time with
the articles in another order. Peak memory is of this process, with the tables that come out.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pyarrow as pa

from benchmarks.synthetic_words import make_actors
from pipeline import store
from pipeline.actors.gazetteer import names as listed
from pipeline.actors.registry import identify_names, register_actors
from pipeline.corpus import SHARD
from pipeline.model import Actor, ActorRole, Bearer, DatingEvidence, Name, NameRole
from pipeline.run import Relation
from pipeline.seeds import read_seeds
from pipeline.shards import pieces_of, split_relation
from pipeline.tables import from_arrow, from_rows, to_arrow, to_table

SIZES = (10_000, 100_000)
REPEATED, NEW = 23, 2  # names of an article that other articles have too, and new ones
ROLES = ("minister", "spokesman", "director", "mayor", "Deputy Foreign Minister")
Row = tuple[object, ...]


class Corpus:
    """Made-up articles, the same ones in any order."""

    def __init__(self) -> None:
        self.known = [(a.kind, a.name) for a in make_actors(random.Random(1))]
        self.given, self.surnames = (sorted(n for n in listed(kind) if n.isalpha()) for kind in ("given", "surname"))

    def write(self, folder: Path, order: list[int]) -> list[Path]:
        """Names and roles of the articles in files; the folders of these."""
        folders = []
        for at in range(0, len(order), SHARD):
            folders.append(folder / str(at))
            rows = [self.names_in(number) for number in order[at : at + SHARD]]
            store.write_table(folders[-1] / "reading", "names", from_rows(chain.from_iterable(rows), Name), Name)
            store.write_table(folders[-1] / "reading", "roles", from_rows(chain.from_iterable(map(_roles_in, rows)), NameRole), NameRole)
        return folders

    def names_in(self, number: int) -> list[Row]:
        """Names of one article: some that many share, drawn as often as names are in news, and some of its own."""
        choose, article = random.Random(number), article_id(number)
        drawn = [self.known[min(len(self.known) - 1, int(choose.paretovariate(0.6)) - 1)] for _ in range(REPEATED)]
        drawn += [("person", f"{choose.choice(self.given)} {choose.choice(self.surnames)}") for _ in range(NEW)]
        return [
            (article, f"{article}s{i}", 40 * i, 40 * i + len(name), _written(kind, name, choose), kind, name, "tagged", 0.9, None)
            for i, (kind, name) in enumerate(drawn)
        ]  # fmt: skip


def article_id(number: int) -> str:
    return f"{number:016x}"


def _written(kind: str, name: str, choose: random.Random) -> str:
    """The name as the article writes it: at times the surname or the initials alone."""
    if " " not in name or choose.random() < 0.7:
        return name
    return name.rsplit(" ", 1)[1] if kind == "person" else "".join(w[0] for w in name.split())


def _roles_in(rows: list[Row]) -> Iterator[Row]:
    choose = random.Random(str(rows[0][0]))
    people = [r for r in rows if r[5] == "person"][-2:]
    bodies = [r for r in rows if r[5] != "person"]
    for person in people:
        body = choose.choice(bodies)[6] if bodies else None
        yield person[0], person[6], choose.choice(ROLES), body, person[2], person[3], None


def register(folders: list[Path], order: list[int]) -> tuple[int, str]:
    """How many actors a build would find, and what stands for all that it would say of them. Each name gets its actor too."""
    articles = from_arrow(pa.table({"article_id": [article_id(number) for number in order], "scope": [""] * len(order)}))
    registered = register_actors(partial(pieces_of, folders, "names"), partial(pieces_of, folders, "roles"), articles, read_seeds().actors)
    relation = Relation(articles, to_table((), DatingEvidence), *registered)
    shard_of = {article_id(number): at // SHARD for at, number in enumerate(order)}
    for names, part in zip(pieces_of(folders, "names"), split_relation(relation, folders, shard_of), strict=True):
        identify_names(names, part.articles, part.bearers)
    return len(registered[0]), _digest(registered)


def _digest(tables: Iterable[pd.DataFrame]) -> str:
    made = blake2b()
    for table, record in zip(tables, (Actor, ActorRole, Bearer), strict=True):
        for batch in to_arrow(table, record).to_batches(max_chunksize=SHARD):
            made.update(repr(batch.to_pydict()).encode())
    return made.hexdigest()


def measure(count: int, corpus: Corpus) -> None:
    order, mixed = list(range(count)), random.Random(count).sample(range(count), count)
    with TemporaryDirectory() as place:
        files = [(corpus.write(Path(place, name), numbers), numbers) for name, numbers in (("one", order), ("other", mixed))]
        before = _peak()
        start = time.process_time()
        (actors, said), (_, again) = (register(*each) for each in files)
    seconds, peak = time.process_time() - start, _peak()
    print(f"{count:>9,} articles {(REPEATED + NEW) * count:>11,} names {actors:>9,} actors {seconds / 2:>8.1f} s", end="")
    print(f" {before:>7.0f} MB before {peak:>7.0f} MB at most; in another order {'the same' if said == again else 'OTHERS'}")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    corpus = Corpus()
    for count in [int(a) for a in sys.argv[1:]] or SIZES:
        measure(count, corpus)


if __name__ == "__main__":
    main()
