"""What a corpus says of names, counted in columns: some articles at a time, so that only what differs is held."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.actors.bodies import SeedBook, defined_acronyms
from pipeline.actors.cast import Key, known_as, person_key
from pipeline.model import Name, NameRole
from pipeline.tables import Pieces, to_arrow

ROWS = 100_000  # that are counted together at least: what a count costs beside them is then small
PIECE = 10_000  # rows that are Python's at a time
NAME = ["scope", "kind", "name", "text", "resolved_by"]
ROLE = ["scope", "name", "role", "affiliation", "country"]
Meetings = dict[str, dict[str, "array[int]"]]  # scope -> key of a person -> articles that have it, by number


class Scopes(NamedTuple):
    """Which articles inform each other."""

    articles: pa.Array  # ids
    scopes: pa.Array

    def of(self, found: pa.Table) -> pa.Table:
        """The rows with the scope of their article."""
        return found.append_column("scope", pc.take(self.scopes, pc.index_in(found["article_id"], value_set=self.articles)))


def scopes_of(articles: pd.DataFrame) -> Scopes:
    return Scopes(*(pa.array(articles[field], pa.string(), from_pandas=True) for field in ("article_id", "scope")))


def names_told(names: Pieces, scopes: Scopes) -> Iterator[pa.Table]:
    """The names outside page furniture. All names of an article are in one table."""
    columns = ["article_id", "kind", "name", "text", "resolved_by"]
    pieces = (to_arrow(piece, Name) for piece in names())
    return map(scopes.of, _gathered(piece.filter(pc.is_null(piece["furniture"])).select(columns) for piece in pieces))


def roles_told(roles: Pieces, scopes: Scopes) -> Iterator[pa.Table]:
    return map(scopes.of, _gathered(to_arrow(piece, NameRole) for piece in roles()))


def _gathered(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Tables below each other until they have ROWS rows."""
    waiting: list[pa.Table] = []
    for table in tables:
        waiting.append(table)
        if sum(map(len, waiting)) >= ROWS:
            yield pa.concat_tables(waiting).combine_chunks()
            waiting = []
    if waiting:
        yield pa.concat_tables(waiting).combine_chunks()


def count_names(names: Pieces, scopes: Scopes, book: SeedBook) -> pa.Table:
    """In how many articles each scope writes a name so, and whom the name means by itself."""
    counts = _added((_counted(told, NAME, "count_distinct", "n_articles") for told in names_told(names, scopes)), NAME, "n_articles")
    acronyms = _acronyms(counts)
    return _keyed(counts, ["scope", "kind", "name"], lambda scope, kind, name: known_as(kind, name, acronyms.get(scope, {}), book))


def count_roles(roles: Pieces, scopes: Scopes, book: SeedBook) -> pa.Table:
    """How often each scope tells of a role, and whom the holder's name means by itself."""
    counts = _added((_counted(told, ROLE, "count", "n_roles") for told in roles_told(roles, scopes)), ROLE, "n_roles")
    return _keyed(counts, ["name"], lambda name: ("person", person_key(name, book)))


def _counted(table: pa.Table, columns: list[str], how: str, count: str) -> pa.Table:
    return table.group_by(columns, use_threads=False).aggregate([("article_id", how)]).rename_columns([*columns, count])


def _added(counts: Iterable[pa.Table], columns: list[str], count: str) -> pa.Table:
    """The sums of counts, in the order of what is counted."""
    total = pa.table({c: pa.array([], pa.string()) for c in columns} | {count: pa.array([], pa.int64())})
    for more in counts:
        both = pa.concat_tables([total, more], promote_options="default").group_by(columns, use_threads=False).aggregate([(count, "sum")])
        total = both.rename_columns([*columns, count])
    return total.sort_by([(c, "ascending") for c in columns])


def _acronyms(counts: pa.Table) -> dict[str, dict[str, str]]:
    """Scope -> the keys that its acronyms clearly stand for."""
    defined = counts.filter(pc.and_(pc.equal(counts["kind"], "organisation"), pc.equal(counts["resolved_by"], "acronym")))
    rows = groupby(rows_of(defined, ["scope", "text", "name", "n_articles"]), itemgetter(0))
    return {scope: defined_acronyms(row[1:] for row in own) for scope, own in rows}


def _keyed(counts: pa.Table, columns: list[str], key_of: Callable[..., Key]) -> pa.Table:
    """The counts with the kind and key that `key_of` makes of the columns."""
    return pa.concat_tables(_with_keys(counts[at : at + PIECE], columns, key_of) for at in range(0, max(1, len(counts)), PIECE))


def _with_keys(counts: pa.Table, columns: list[str], key_of: Callable[..., Key]) -> pa.Table:
    keys = [key_of(*row) for row in rows_of(counts, columns)]
    for at, field in enumerate(("known_kind", "key")):
        counts = counts.append_column(field, pa.array([key[at] for key in keys], pa.string()))
    return counts


def find_meetings(names: Pieces, keys: pa.Table, scopes: Scopes) -> Meetings:
    """Where the persons stand whose names and keys are in `keys`: two of one article are two people."""
    meetings: defaultdict[str, dict[str, array[int]]] = defaultdict(dict)
    for table in names_told(names, scopes):
        mine = table.filter(pc.and_(pc.equal(table["kind"], "person"), pc.is_in(table["name"], keys["name"])))
        key = pc.take(keys["key"], pc.index_in(mine["name"], value_set=keys["name"]))
        standing = pa.table({"scope": mine["scope"], "key": key, "n": pc.index_in(mine["article_id"], value_set=scopes.articles)})
        for scope, name, number in rows_of(standing, ["scope", "key", "n"]):
            meetings[scope].setdefault(name, array("i")).append(number)
    return meetings


def rows_of(table: pa.Table, columns: Collection[str]) -> Iterator[tuple[Any, ...]]:
    """The rows in Python, some at a time; words that are the same are one object."""
    for batch in table.to_batches(max_chunksize=PIECE):
        one: dict[Any, Any] = {}
        yield from zip(*([one.setdefault(v, v) for v in batch[c].to_pylist()] for c in columns), strict=True)
