"""One actor across the corpus under one name.

The corpus is gone through in pieces and counted in columns: beside the counts and the result, what is held does not grow
with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.actors.bodies import seed_book
from pipeline.actors.casting import cast_corpus
from pipeline.actors.census import count_names, count_roles, roles_told, scopes_of
from pipeline.model import Actor, ActorRole, Bearer, Identity, Name, SeedActor
from pipeline.tables import Pieces, from_arrow, schema_of, stage, to_arrow


@stage(Actor, ActorRole, Bearer)
def register_actors(
    names: Pieces, roles: Pieces, articles: pd.DataFrame, seed_actors: tuple[SeedActor, ...]
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Stage, over the whole corpus. Names and roles in; actors, their roles, and who bears each name, out.

    All names of an article are in one piece. Articles of different scopes share no actor. Names in page furniture have none.
    """
    scopes, book = scopes_of(articles), seed_book(seed_actors)
    cast, titles = cast_corpus(names, scopes, count_names(names, scopes, book), count_roles(roles, scopes, book), book)
    found = [schema_of(ActorRole).empty_table(), *_actor_roles(roles_told(roles, scopes), cast.bearers, titles)]
    told = _sorted(pa.concat_tables(found, promote_options="default"), "article_id", "char_start", "named")
    return _frame(_sorted(cast.actors, "scope", "kind", "key"), Actor), _frame(told, ActorRole), _frame(_sorted(cast.bearers, "scope", "kind", "name"), Bearer)


def _sorted(table: pa.Table, *columns: str) -> pa.Table:
    """The rows in the order of the columns; of equal ones the earlier first."""
    return table.sort_by([(c, "ascending") for c in columns])


def _frame(table: pa.Table, record: type) -> pd.DataFrame:
    return from_arrow(table.select(schema_of(record).names))


def _actor_roles(told: Iterable[pa.Table], bearers: pa.Table, titles: pa.Table) -> Iterator[pa.Table]:
    """The roles of persons that have a name outside page furniture."""
    for table in told:
        holders = _looked_up(table, "person", "name", bearers, "actor_id")
        bodies = (_looked_up(table, kind, "affiliation", titles, "title") for kind in ("organisation", "location"))
        found = {"actor_id": holders, "role": table["role"], "affiliation": pc.coalesce(*bodies, table["affiliation"]), "named": table["name"]}
        found |= {column: table[column] for column in ("article_id", "char_start", "char_end")}
        yield pa.table(found).filter(pc.and_(pc.is_valid(holders), pc.not_equal(table["role"], "")))


def _looked_up(table: pa.Table, kind: str, column: str, known: pa.Table, wanted: str) -> pa.ChunkedArray:
    """For each row what is known of the one of that kind and scope who is named in the column."""
    mine = known.filter(pc.equal(known["kind"], kind))
    at = pc.index_in(_key(table, column), value_set=_key(mine, "name").combine_chunks())
    return pc.take(mine[wanted], at)


def _key(table: pa.Table, column: str) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(table["scope"], table[column], "\t")


@stage(Identity)
def identify_names(names: pd.DataFrame, articles: pd.DataFrame, bearers: pd.DataFrame) -> pd.DataFrame:
    """Stage. Which actor each name of each article is; names in page furniture have none."""
    told = to_arrow(names, Name)
    told = scopes_of(articles).of(told.filter(pc.is_null(told["furniture"])))
    pairs = told.group_by(["scope", "article_id", "name", "kind"], use_threads=False).aggregate([])
    joined = pairs.join(to_arrow(bearers, Bearer), ["scope", "kind", "name"], join_type="inner", use_threads=False)
    return _frame(_sorted(joined, "article_id", "name", "kind"), Identity)
