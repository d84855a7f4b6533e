"""One actor across the corpus under one name."""

from __future__ import annotations

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
from pipeline.tables import stage, to_arrow, to_records, to_table


@stage(Actor, ActorRole, Identity)
def register_actors(
    names: pd.DataFrame, roles: pd.DataFrame, articles: pd.DataFrame, seed_actors: tuple[SeedActor, ...]
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Stage, over the whole corpus. Names and roles in; actors, their roles, and who each name is, out.

    Articles of different scopes share no actor. Names in page furniture have none.
    """
    scopes: dict[str, str] = dict(zip(articles["article_id"].tolist(), articles["scope"].tolist(), strict=True))
    found = to_arrow(names, Name)
    found = found.filter(pc.is_null(found["furniture"]))
    found = found.append_column("scope", pa.array([scopes[a] for a in found["article_id"].to_pylist()], pa.string()))
    role_rows = sorted(to_records(roles, NameRole), key=lambda r: (r.article_id, r.char_start, r.name))
    book = seed_book(seed_actors)
    actors, ids = _register(found, role_rows, scopes, book)
    pairs = _distinct(found, ["scope", "article_id", "name", "kind"])
    identities = [Identity(a, n, k, ids[s][k, n]) for s, a, n, k in pairs]
    return to_table(actors, Actor), to_table(_actor_roles(role_rows, scopes, ids, actors), ActorRole), to_table(identities, Identity)


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
    return list(zip(*(table[c].to_pylist() for c in columns), strict=True))


def _distinct(table: pa.Table, columns: list[str]) -> list[tuple[Any, ...]]:
    return sorted(_rows(table.group_by(columns, use_threads=False).aggregate([]), columns))


def _standing_together(found: pa.Table, book: SeedBook) -> dict[str, dict[str, frozenset[str]]]:
    """Scope -> name of a person -> its articles, for names that have a rival: two names of one article are two people."""
    people = _distinct(found.filter(pc.equal(found["kind"], "person")), ["scope", "name", "article_id"])
    together: dict[str, dict[str, frozenset[str]]] = {}
    for scope, rows in groupby(people, key=itemgetter(0)):
        keyed = [(person_key(name, book), article) for _, name, article in rows]
        wanted = rivals({key for key, _ in keyed})
        articles: defaultdict[str, set[str]] = defaultdict(set)
        for key, article in keyed:
            if key in wanted:
                articles[key].add(article)
        together[scope] = {key: frozenset(seen) for key, seen in articles.items()}
    return together


def _actor_roles(roles: list[NameRole], scopes: dict[str, str], ids: dict[str, dict[Key, str]], actors: list[Actor]) -> list[ActorRole]:
    titles = {a.actor_id: a.name for a in actors}
    rows = []
    for role in roles:
        known = ids.get(scopes[role.article_id], {})
        actor_id = known.get(("person", role.name))
        body = known.get(("organisation", role.affiliation or "")) or known.get(("location", role.affiliation or ""))
        if actor_id:
            held_for = titles[body] if body else role.affiliation
            rows.append(ActorRole(actor_id, role.role, held_for, role.article_id, role.char_start, role.char_end))
    return rows
