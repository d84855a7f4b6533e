"""The actors of a corpus, out of counted names: in blocks of some thousands, so that little is Python's at a time."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.actors.bodies import SeedBook
from pipeline.actors.cast import TELLING, Bodies, NameRow, RoleRow, cast_block
from pipeline.actors.census import Meetings, Scopes, find_meetings, rows_of
from pipeline.actors.people import rivals
from pipeline.actors.spelling import last_consonants
from pipeline.model import Actor, Bearer
from pipeline.tables import Pieces, from_rows, to_arrow, to_table

BLOCK = 8_000  # counts that are worked on together, on average
TITLE = ["scope", "kind", "name", "title"]


class Cast(NamedTuple):
    """Actors with their scopes and keys, and who bears which name."""

    actors: pa.Table
    bearers: pa.Table


def cast_corpus(names: Pieces, scopes: Scopes, known: pa.Table, held: pa.Table, book: SeedBook) -> tuple[Cast, pa.Table]:
    """All actors; and the titles, by scope, kind and name, of bodies and places that roles are held for."""
    are_people = pc.equal(known["known_kind"], "person")
    count = 1 + len(known) // BLOCK
    bodies = _stacked(_cast(block, held[:0], {}, {}, book) for block in _blocks(known.filter(pc.invert(are_people)), count, str))
    titles = _titles(bodies, known, held, book)
    told = _told(titles, bodies)
    people = [*_blocks(known.filter(are_people), count, last_consonants)]
    meetings = _meetings(names, people, scopes)
    blocks = zip(people, _blocks(held, count, last_consonants), strict=True)
    return _stacked((bodies, *(_cast(mine, own, meetings, told, book) for mine, own in blocks))), titles


def _blocks(table: pa.Table, count: int, shared: Callable[[str], str]) -> Iterator[pa.Table]:
    """The rows in `count` parts; those whose keys have in common what `shared` makes of them are in one."""
    if count == 1:
        yield table
        return
    numbers = np.fromiter((zlib.crc32(shared(key).encode()) % count for (key,) in rows_of(table, ["key"])), np.int64, len(table))
    for number in range(count):
        yield table.filter(pa.array(numbers == number))


def _cast(rows: pa.Table, roles: pa.Table, meetings: Meetings, bodies: Mapping[str, Bodies], book: SeedBook) -> Cast:
    """The actors of a block, scope by scope."""
    held: defaultdict[str, list[RoleRow]] = defaultdict(list)
    for scope, *role in rows_of(roles, ["scope", *RoleRow._fields]):
        held[scope].append(RoleRow(*role))
    actors: list[Actor] = []
    places: list[tuple[str, str]] = []
    bearers: list[tuple[str, str, str, str]] = []
    for scope, own in groupby(rows_of(rows, ["scope", *NameRow._fields]), itemgetter(0)):
        cast, ids = cast_block(scope, [NameRow(*row[1:]) for row in own], held[scope], meetings.get(scope, {}), bodies.get(scope, Bodies({}, {})), book)
        actors += cast.values()
        places += [(scope, key) for _, key in cast]
        bearers += [(scope, kind, name, actor_id) for (kind, name), actor_id in ids.items()]
    table = to_arrow(to_table(actors, Actor), Actor)
    for at, field in enumerate(("scope", "key")):
        table = table.append_column(field, _strings(place[at] for place in places))
    return Cast(table, to_arrow(from_rows(bearers, Bearer), Bearer))


def _strings(words: Iterable[str]) -> pa.Array:
    return pa.array(list(words), pa.string())


def _stacked(casts: Iterable[Cast]) -> Cast:
    return Cast(*(pa.concat_tables(tables) for tables in zip(*casts, strict=True)))


def _titles(bodies: Cast, known: pa.Table, held: pa.Table, book: SeedBook) -> pa.Table:
    wanted = pa.chunked_array([*held["affiliation"].chunks, *held["country"].chunks], pa.string()).unique().drop_null()
    named = bodies.bearers.filter(pc.is_in(bodies.bearers["name"], wanted))
    titles = pc.take(bodies.actors["name"], pc.index_in(named["actor_id"], value_set=bodies.actors["actor_id"]))
    are_mistaken = pc.and_(pc.equal(known["known_kind"], "person"), pc.not_equal(known["kind"], "person"))
    mistaken = known.filter(pc.and_(are_mistaken, pc.is_in(known["name"], wanted)))
    people_told = _strings(book.by_kind["person", key].name for key in mistaken["key"].to_pylist())
    told = [named.select(TITLE[:3]).append_column("title", titles), mistaken.select(TITLE[:3]).append_column("title", people_told)]
    return pa.concat_tables(told, promote_options="default")


def _told(titles: pa.Table, bodies: Cast) -> dict[str, Bodies]:
    """What the people of each scope need to know of its bodies."""
    told: defaultdict[str, Bodies] = defaultdict(lambda: Bodies({}, {}))
    for scope, kind, name, title in rows_of(titles, TITLE):
        told[scope].titles[kind, name] = title
    actors = bodies.actors
    telling = pc.or_(pc.equal(actors["kind"], "location"), pc.is_in(actors["subkind"], _strings(sorted(TELLING))))
    for scope, name, country in rows_of(actors.filter(pc.and_(telling, pc.is_valid(actors["country"]))), ["scope", "name", "country"]):
        told[scope].codes[name] = country
    return told


def _meetings(names: Pieces, blocks: Iterable[pa.Table], scopes: Scopes) -> Meetings:
    """Where those stand who may be one person with another."""
    people = pa.concat_tables(map(_rivals, blocks))
    return find_meetings(names, people, scopes) if len(people) else {}


def _rivals(block: pa.Table) -> pa.Table:
    shared = _strings(rivals(set(block["key"].to_pylist())))
    return block.filter(pc.and_(pc.equal(block["kind"], "person"), pc.is_in(block["key"], shared)))
