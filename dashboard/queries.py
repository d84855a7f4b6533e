"""Filters -> counts, facets, lanes, rows. Every function asks one connection and returns plain records or frames."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from pipeline.query import Filters, where
from pipeline.tables import from_arrow

FACET_ROOM = 150  # values offered for one facet
CERTAIN = (0.8, 0.5, 0.0)

# facet -> (the field of Filters it sets, the query of its values over the chosen events)
FACETS: dict[str, tuple[str, str]] = {
    "actors": ("actors", "SELECT name AS value, count(DISTINCT n) AS c FROM links JOIN people USING (a) WHERE acts AND n IN ({chosen})"),
    "organisations": (
        "organisations",
        "SELECT name AS value, count(DISTINCT n) AS c FROM links JOIN people USING (a) WHERE kind = 'organisation' AND n IN ({chosen})",
    ),
    "countries": (
        "countries",
        "SELECT states.country AS value, count(DISTINCT n) AS c FROM links JOIN people USING (a)"
        " JOIN states ON people.country = states.code WHERE n IN ({chosen})",
    ),
    "types": ("types", "SELECT event_type AS value, count(*) AS c FROM events e WHERE {where}"),
    "statuses": ("statuses", "SELECT status AS value, count(*) AS c FROM events e WHERE {where}"),
    "precisions": ("precisions", "SELECT coalesce(precision, 'none') AS value, count(*) AS c FROM events e WHERE {where}"),
    "outlets": ("outlets", "SELECT source AS value, count(DISTINCT n) AS c FROM told JOIN papers USING (p) WHERE source <> '' AND n IN ({chosen})"),
    "articles": ("articles", "SELECT name AS value, count(DISTINCT n) AS c FROM told JOIN papers USING (p) WHERE n IN ({chosen})"),
}


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


def frame(con: duckdb.DuckDBPyConnection, sql: str, params: list[Any] | None = None) -> pd.DataFrame:
    return from_arrow(con.sql(sql, params=params or []).to_arrow_table())


def count_events(con: duckdb.DuckDBPyConnection, filters: Filters) -> Headline:
    sql, params = where(filters)
    ((events, undated, conflicts, first, last),) = ask(
        con,
        f"SELECT count(*), count(*) FILTER (day_from IS NULL), count(*) FILTER (conflict), min(day_from), max(day_to) FROM events e WHERE {sql}",
        params,
    )
    ((all_events, all_articles, undated_articles),) = ask(
        con, "SELECT (SELECT count(*) FROM events), count(*), count(*) FILTER (published IS NULL) FROM papers"
    )
    if events == all_events:
        articles = all_articles
    else:
        ((articles,),) = ask(con, f"SELECT count(DISTINCT p) FROM told WHERE n IN (SELECT n FROM events e WHERE {sql})", params)
    return Headline(events, articles, undated, conflicts, first, last, all_events, all_articles, undated_articles)


def count_facet(con: duckdb.DuckDBPyConnection, facet: str, filters: Filters) -> dict[str, int]:
    """Values with their number of events, most frequent first, under all filters but the facet's own.

    A value that is chosen is there even when nothing of it is left.
    """
    field, query = FACETS[facet]
    chosen = getattr(filters, field)
    free: dict[str, Any] = {field: ()}
    sql, params = where(replace(filters, **free))
    query = query.format(where=sql, chosen=f"SELECT n FROM events e WHERE {sql}")
    found = ask(con, f"{query} GROUP BY value ORDER BY c DESC, value LIMIT {FACET_ROOM}", params)
    return {**{v: 0 for v in chosen}, **dict(found)}


def count_certainty(con: duckdb.DuckDBPyConnection, filters: Filters) -> dict[float, int]:
    """Events at or above each step of certainty."""
    sql, params = where(replace(filters, certainty=0.0))
    counts = ", ".join(f"count(*) FILTER (confidence >= {step})" for step in CERTAIN)
    (found,) = ask(con, f"SELECT {counts} FROM events e WHERE {sql}", params)
    return dict(zip(CERTAIN, found, strict=True))


def relaxations(con: duckdb.DuckDBPyConnection, filters: Filters, names: list[str]) -> list[tuple[str, int]]:
    """For each field of `filters` that narrows: how many events would show without it, most first."""
    without = [(name, replace(filters, **{name: getattr(Filters(), name)})) for name in names if name not in ("must", "together")]
    counts = [(name, count_events(con, f).events) for name, f in without]
    return sorted((c for c in counts if c[1]), key=lambda c: -c[1])


TABLE = """
SELECT e.n, e.event_id, e.date_start, e.date_end, e.precision, e.title, e.event_type, e.status, e.confidence, e.n_articles, e.conflict,
    (SELECT string_agg(name, '; ' ORDER BY name) FROM links JOIN people USING (a) WHERE acts AND links.n = e.n) AS actors
FROM events e WHERE e.n IN (SELECT n FROM events e WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?) ORDER BY {order}
"""
TABLE_ORDERS = {
    "Earliest first": "e.n",
    "Latest first": "e.day_from DESC NULLS LAST, e.n DESC",
    "Most reported first": "e.n_articles DESC, e.n",
    "Least certain first": "e.confidence, e.n",
}


def table_page(con: duckdb.DuckDBPyConnection, filters: Filters, *, order: str, page: int, size: int) -> pd.DataFrame:
    """Rows of one page, the first page being 1."""
    sql, params = where(filters)
    return frame(con, TABLE.format(where=sql, order=TABLE_ORDERS[order]), [*params, size, (page - 1) * size])


def neighbours(con: duckdb.DuckDBPyConnection, filters: Filters, n: int) -> tuple[str | None, str | None]:
    """Ids of the events shown before and after event number `n`."""
    sql, params = where(filters)
    ((before, after),) = ask(
        con,
        f"WITH c AS (SELECT n, event_id FROM events e WHERE {sql}) SELECT (SELECT arg_max(event_id, n) FROM c WHERE n < ?),"
        " (SELECT arg_min(event_id, n) FROM c WHERE n > ?)",
        [*params, n, n],
    )
    return before, after


def event_id_of(con: duckdb.DuckDBPyConnection, n: int) -> str | None:
    found = ask(con, "SELECT event_id FROM events WHERE n = ?", [n])
    return str(found[0][0]) if found else None


def to_settle(con: duckdb.DuckDBPyConnection, limit: int = 30) -> list[dict[str, Any]]:
    """Articles without a day and dates in conflict, by how many events a decision would fix."""
    undated = frame(
        con,
        "SELECT 'undated' AS kind, article_id, any_value(papers.title) AS words, NULL::VARCHAR AS event_id, count(DISTINCT n) AS fixes"
        " FROM told JOIN papers USING (p) JOIN events USING (n) WHERE published IS NULL OR published_basis IS NULL"
        f" GROUP BY article_id ORDER BY fixes DESC, article_id LIMIT {limit}",
    )
    conflicts = frame(
        con,
        "SELECT 'conflict' AS kind, min(article_id) AS article_id, e.date_text AS words, min(e.event_id) AS event_id, count(DISTINCT e.n) AS fixes"
        " FROM events e JOIN evidence USING (event_id) WHERE e.conflict AND e.date_text IS NOT NULL"
        f" GROUP BY e.date_text ORDER BY fixes DESC, words LIMIT {limit}",
    )
    rows = [*undated.astype(object).to_dict("records"), *conflicts.astype(object).to_dict("records")]
    return sorted(rows, key=lambda r: (-int(r["fixes"]), str(r["kind"]), str(r["words"])))[:limit]


def number_of(con: duckdb.DuckDBPyConnection, event_id: str) -> int | None:
    found = ask(con, "SELECT n FROM events WHERE event_id = ?", [event_id])
    return int(found[0][0]) if found else None


DISAGREEING = """
SELECT 'contradiction' AS kind, NULL::VARCHAR AS article_id, title AS words, event_id, 1 AS fixes
FROM events WHERE event_id IN (SELECT event_id FROM contradictions) ORDER BY n_articles DESC, n LIMIT ?
"""
DOUBTFUL = """
SELECT 'doubtful' AS kind, NULL::VARCHAR AS article_id, title AS words, event_id, 1 AS fixes
FROM events WHERE (needs_review OR confidence < 0.5) AND NOT conflict AND event_id NOT IN (SELECT event_id FROM contradictions)
ORDER BY confidence, n LIMIT ?
"""


def to_review(con: duckdb.DuckDBPyConnection, limit: int = 100) -> list[dict[str, Any]]:
    """The queue: what is to be settled first, then what sources disagree on, then what is doubtful; `limit` of each."""
    more = [r for sql in (DISAGREEING, DOUBTFUL) for r in frame(con, sql, [limit]).astype(object).to_dict("records")]
    return [*to_settle(con, limit), *more]


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
