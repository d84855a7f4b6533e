"""Filters -> counts, facets, lanes, rows. Every function asks one connection and returns plain records or frames."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from pipeline.query import Filters, where
from pipeline.tables import from_arrow

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Headline:
    """How many events are shown, and what stands behind them."""

    events: int
    articles: int
    undated_events: int
    conflicts: int
    first: date | None
    last: date | None
    all_events: int
    all_articles: int
    undated_articles: int


def ask(con: duckdb.DuckDBPyConnection, sql: str, params: list[Any] | None = None) -> list[tuple[Any, ...]]:
    return con.execute(sql, params or []).fetchall()


def rows(con: duckdb.DuckDBPyConnection, sql: str, params: list[Any] | None = None) -> list[Row]:
    """Rows as dictionaries; empty cells are None."""
    con.execute(sql, params or [])
    names = [column[0] for column in con.description or ()]
    return [dict(zip(names, r, strict=True)) for r in con.fetchall()]


def frame(con: duckdb.DuckDBPyConnection, sql: str, params: list[Any] | None = None) -> pd.DataFrame:
    return from_arrow(con.sql(sql, params=params or []).to_arrow_table())


NEAR = 2_000  # events
PICKED = "n, day_from, day_to, conflict, confidence, event_type, status, coalesce(precision, 'none') AS precision"  # all that counting needs


def pick(con: duckdb.DuckDBPyConnection, filters: Filters, into: str = "picked") -> None:
    """Fills the temporary table `into` of this connection with the events that pass, for all that is asked about them."""
    sql, params = where(filters)
    con.execute(f"CREATE OR REPLACE TEMP TABLE {into} AS SELECT {PICKED} FROM events e WHERE {sql}", params)


def count_picked(con: duckdb.DuckDBPyConnection) -> Headline:
    """About the events in `picked`."""
    ((events, undated, conflicts, first, last),) = ask(
        con, "SELECT count(*), count(*) FILTER (day_from IS NULL), count(*) FILTER (conflict), min(day_from), max(day_to) FROM picked"
    )
    ((all_events, all_articles, undated_articles),) = ask(
        con, "SELECT (SELECT count(*) FROM events), count(*), count(*) FILTER (published IS NULL) FROM papers"
    )
    articles = all_articles
    if events != all_events:
        ((articles,),) = ask(con, "SELECT count(DISTINCT p) FROM told SEMI JOIN picked USING (n)")
    return Headline(events, articles, undated, conflicts, first, last, all_events, all_articles, undated_articles)


def count_events(con: duckdb.DuckDBPyConnection, filters: Filters) -> Headline:
    pick(con, filters)
    return count_picked(con)


def relaxations(con: duckdb.DuckDBPyConnection, filters: Filters, names: list[str]) -> list[tuple[str, int]]:
    """For each field of `filters` that narrows: how many events would show without it, most first."""
    without = [(name, replace(filters, **{name: getattr(Filters(), name)})) for name in names if name not in ("must", "together")]
    counts = [(name, _count(con, f)) for name, f in without]
    return sorted((c for c in counts if c[1]), key=lambda c: -c[1])


def _count(con: duckdb.DuckDBPyConnection, filters: Filters) -> int:
    sql, params = where(filters)
    return int(ask(con, f"SELECT count(*) FROM events e WHERE {sql}", params)[0][0])


TABLE = """
SELECT e.n, e.event_id, e.date_start, e.date_end, e.precision, e.title, e.event_type, e.status, e.confidence, e.n_articles, e.conflict,
    (SELECT string_agg(name, '; ' ORDER BY name) FROM links JOIN people USING (a) WHERE acts AND links.n = e.n) AS actors
FROM events e WHERE e.n IN (SELECT n FROM events e SEMI JOIN picked USING (n) ORDER BY {order} LIMIT ? OFFSET ?) ORDER BY {order}
"""
TABLE_ORDERS = {
    "Earliest first": "e.n",
    "Latest first": "e.day_from DESC NULLS LAST, e.n DESC",
    "Most reported first": "e.n_articles DESC, e.n",
    "Least certain first": "e.confidence, e.n",
}


def table_page(con: duckdb.DuckDBPyConnection, *, order: str, page: int, size: int) -> list[Row]:
    """Rows of one page of the events in `picked`, the first page being 1."""
    return rows(con, TABLE.format(order=TABLE_ORDERS[order]), [size, (page - 1) * size])


def neighbours(con: duckdb.DuckDBPyConnection, filters: Filters, n: int) -> tuple[str | None, str | None]:
    """Ids of the events that pass before and after event number `n`; most often they are near."""
    sql, params = where(filters)
    for bound in (f"n BETWEEN {n - NEAR} AND {n + NEAR}", "true"):
        ((before, after),) = ask(con, f"SELECT max(n) FILTER (n < {n}), min(n) FILTER (n > {n}) FROM events e WHERE {bound} AND {sql}", params)
        if None not in (before, after):
            break
    ids = dict(ask(con, "SELECT n, event_id FROM events WHERE n = ? OR n = ?", [before, after]))
    return ids.get(before), ids.get(after)


def event_id_of(con: duckdb.DuckDBPyConnection, n: int) -> str | None:
    found = ask(con, "SELECT event_id FROM events WHERE n = ?", [n])
    return str(found[0][0]) if found else None


def number_of(con: duckdb.DuckDBPyConnection, event_id: str) -> int | None:
    found = ask(con, "SELECT n FROM events WHERE hashed = hash(?) AND event_id = ?", [event_id, event_id])
    return int(found[0][0]) if found else None


def near_events(con: duckdb.DuckDBPyConnection, n: int, limit: int = 40) -> list[tuple[Any, ...]]:
    """Ids, titles and days of the events nearest in time to event number `n`, those with a common actor first."""
    return ask(
        con,
        "SELECT o.event_id, o.title, o.date_start, o.date_end FROM events o, events e WHERE e.n = ? AND o.n <> e.n"
        " AND abs(coalesce(datediff('day', o.day_from, e.day_from), 400)) <= 400"
        " ORDER BY (SELECT count(*) FROM links p JOIN links q USING (a) WHERE p.n = o.n AND q.n = e.n) = 0,"
        " abs(datediff('day', o.day_from, e.day_from)), o.n LIMIT ?",
        [n, limit],
    )
