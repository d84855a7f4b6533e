"""One actor across the corpus under one name."""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.actors.bodies import SeedBook, seed_book
from pipeline.actors.cast import Key, NameRow, cast_scope, person_key
from pipeline.actors.people import rivals
from pipeline.model import Actor, ActorRole, Identity, Name, NameRole, SeedActor
from pipeline.tables import from_arrow, schema_of, stage, to_arrow, to_records, to_table

BLOCK = 20_000  # articles whose names are joined to their actors at a time
PIECE = 10_000  # rows that are Python's at a time


@stage(Actor, ActorRole, Identity)
def register_actors(
    names: pd.DataFrame, roles: pd.DataFrame, articles: pd.DataFrame, seed_actors: tuple[SeedActor, ...]
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Stage, over the whole corpus. Names and roles in; actors, their roles, and who each name is, out.

    Articles of different scopes share no actor. Names in page furniture have none.
    """
    scopes: dict[str, str] = dict(zip(articles["article_id"].tolist(), articles["scope"].tolist(), strict=True))
    found = _in_scopes(to_arrow(names, Name), articles)
    role_rows = sorted(to_records(roles, NameRole), key=lambda r: (r.article_id, r.char_start, r.name))
    book = seed_book(seed_actors)
    actors, ids = _register(found, role_rows, scopes, book)
    return to_table(actors, Actor), to_table(_actor_roles(role_rows, scopes, ids, actors), ActorRole), _identities(found, ids)


def _in_scopes(names: pa.Table, articles: pd.DataFrame) -> pa.Table:
    """The names outside page furniture, each with the scope of its article."""
    told = names.filter(pc.is_null(names["furniture"])).select(["article_id", "kind", "name", "text", "resolved_by"])
    ids, scopes = (pa.array(articles[field], pa.string(), from_pandas=True) for field in ("article_id", "scope"))
    return told.append_column("scope", pc.take(scopes, pc.index_in(told["article_id"], value_set=ids)))


def _identities(found: pa.Table, ids: dict[str, dict[Key, str]]) -> pd.DataFrame:
    """Which actor each name of each article is; made in columns and some articles at a time, for there are millions in a large corpus."""
    known = [(scope, kind, name, actor_id) for scope, actors in ids.items() for (kind, name), actor_id in actors.items()]
    names = ("scope", "kind", "name", "actor_id")
    keys = pa.table({n: pa.array(column, pa.string()) for n, column in zip(names, zip(*known, strict=True) if known else ((),) * 4, strict=True)})
    articles = sorted(pc.unique(found["article_id"]).to_pylist())
    blocks = [_identified(found, pa.array(articles[at : at + BLOCK]), keys) for at in range(0, len(articles), BLOCK)]
    return from_arrow(pa.concat_tables([schema_of(Identity).empty_table(), *(block.cast(schema_of(Identity)) for block in blocks)]))


def _identified(found: pa.Table, articles: pa.Array, keys: pa.Table) -> pa.Table:
    mine = found.filter(pc.is_in(found["article_id"], articles))
    pairs = mine.group_by(["scope", "article_id", "name", "kind"], use_threads=False).aggregate([])
    joined = pairs.join(keys, ["scope", "kind", "name"], join_type="inner", use_threads=False)
    return joined.select(schema_of(Identity).names).sort_by([("article_id", "ascending"), ("name", "ascending"), ("kind", "ascending")])


def _register(found: pa.Table, roles: list[NameRole], scopes: dict[str, str], book: SeedBook) -> tuple[list[Actor], dict[str, dict[Key, str]]]:
    """Scope by scope: its actors, and (kind, name) -> actor_id."""
    by_scope: defaultdict[str, list[NameRole]] = defaultdict(list)
    for role in roles:
        by_scope[scopes[role.article_id]].append(role)
    columns = ["scope", "kind", "name", "text", "resolved_by"]
    counts = found.group_by(columns, use_threads=False).aggregate([("article_id", "count_distinct")]).sort_by([(c, "ascending") for c in columns])
    together = _standing_together(found, book)
    actors: list[Actor] = []
    ids: dict[str, dict[Key, str]] = {}
    for scope, rows in groupby(_rows(counts, [*columns, "article_id_count_distinct"]), key=itemgetter(0)):
        cast, ids[scope] = cast_scope(scope, [NameRow(*row[1:]) for row in rows], by_scope[scope], together.get(scope, {}), book)
        actors += cast
    return actors, ids


def _rows(table: pa.Table, columns: list[str]) -> list[tuple[Any, ...]]:
    """The rows in Python, in which words that are the same are one object."""
    one: dict[Any, Any] = {}
    return list(zip(*([v if isinstance(v, list) else one.setdefault(v, v) for v in table[c].to_pylist()] for c in columns), strict=True))


def _standing_together(found: pa.Table, book: SeedBook) -> dict[str, dict[str, array[int]]]:
    """Scope -> name of a person -> its articles by number, for names that have a rival: two names of one article are two people."""
    people = found.filter(pc.equal(found["kind"], "person"))
    known = pc.unique(people["name"]).to_pylist()
    shared = rivals({person_key(name, book) for name in known})
    names = sorted(name for name in known if person_key(name, book) in shared)
    people = people.filter(pc.is_in(people["name"], pa.array(names, pa.string())))
    numbers = pc.index_in(people["article_id"], value_set=pc.unique(people["article_id"]))
    grouped = people.select(["scope", "name"]).append_column("article", numbers).group_by(["scope", "name"], use_threads=False)
    together: defaultdict[str, dict[str, array[int]]] = defaultdict(dict)
    for batch in grouped.aggregate([("article", "distinct")]).to_batches(max_chunksize=PIECE):
        for scope, name, articles in _rows(pa.table(batch), ["scope", "name", "article_distinct"]):
            together[scope].setdefault(person_key(name, book), array("i")).extend(articles)
    return together


def _actor_roles(roles: list[NameRole], scopes: dict[str, str], ids: dict[str, dict[Key, str]], actors: list[Actor]) -> list[ActorRole]:
    titles = {a.actor_id: a.name for a in actors}
    rows = []
    for role in roles:
        known = ids.get(scopes[role.article_id], {})
        actor_id = known.get(("person", role.name))
        body = known.get(("organisation", role.affiliation or "")) or known.get(("location", role.affiliation or ""))
        if actor_id and role.role:
            held_for = titles[body] if body else role.affiliation
            rows.append(ActorRole(actor_id, role.role, held_for, role.article_id, role.char_start, role.char_end))
    return rows
