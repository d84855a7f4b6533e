"""What the events say about actors: how often, when, with whom, to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb
import pandas as pd

from dashboard.queries import Row, frame, rows
from pipeline.query import Filters, where

PERIODS = {"month": "1 MONTH", "year": "1 YEAR", "decade": "10 YEAR"}
MOST = 240  # periods that a chart has room for

# One row a period: how many events lie in it. What is known less exactly, or lasts longer, lies in none.
ACTIVITY = """
SELECT {name} AS name, date_trunc('{unit}', date_start)::DATE AS first, (date_trunc('{unit}', date_start) + INTERVAL {length} - INTERVAL 1 DAY)::DATE AS last,
    count(*) AS c FROM {events} WHERE date_trunc('{unit}', date_start) = date_trunc('{unit}', date_end) GROUP BY ALL ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Circle:
    """The most frequent actors of the chosen events, and what goes on among them."""

    counts: pd.DataFrame  # name, kind, c
    periods: pd.DataFrame  # name, first, last, c
    pairs: pd.DataFrame  # one, other, c
    dealings: pd.DataFrame  # giver, taker, event_type, c


def find_circle(con: duckdb.DuckDBPyConnection, filters: Filters, kinds: tuple[str, ...], limit: int) -> Circle:
    """`kinds` as in KINDS; the first `limit` actors by number of events."""
    sql, params = where(filters)
    con.execute(f"CREATE OR REPLACE TEMP TABLE shown AS SELECT n FROM events e WHERE {sql}", params)
    con.execute(
        "CREATE OR REPLACE TEMP TABLE top AS SELECT a, name, kind, count(*) AS c FROM links JOIN people USING (a)"
        " WHERE acts AND list_contains(?, kind) AND n IN (SELECT n FROM shown) GROUP BY ALL ORDER BY c DESC, name LIMIT ?",
        [list(kinds), limit],
    )
    con.execute("CREATE OR REPLACE TEMP TABLE part AS SELECT n, name, gives, takes FROM links JOIN top USING (a) WHERE acts AND n IN (SELECT n FROM shown)")
    return Circle(
        frame(con, "SELECT name, kind, c FROM top ORDER BY c DESC, name"),
        _activity(con, "name", "part JOIN events USING (n)", []),
        frame(con, "SELECT p.name AS one, q.name AS other, count(*) AS c FROM part p JOIN part q ON p.n = q.n AND p.name < q.name GROUP BY ALL ORDER BY ALL"),
        frame(
            con,
            "SELECT p.name AS giver, q.name AS taker, event_type, count(*) AS c FROM part p JOIN part q ON p.n = q.n AND p.name <> q.name"
            " JOIN events ON p.n = events.n WHERE p.gives AND q.takes GROUP BY ALL ORDER BY ALL",
        ),
    )


def _activity(con: duckdb.DuckDBPyConnection, name: str, events: str, params: list[Any]) -> pd.DataFrame:
    unit = _unit(con, events, params)
    return frame(con, ACTIVITY.format(name=name, unit=unit, length=PERIODS[unit], events=events), params)


def _unit(con: duckdb.DuckDBPyConnection, events: str, params: list[Any]) -> str:
    """The shortest period of which not too many lie between the first event and the last."""
    spans = ", ".join(f"datediff('{unit}', min(date_start), max(date_end)) AS {unit}" for unit in PERIODS)
    (found,) = rows(con, f"SELECT {spans} FROM {events}", params)
    return next((unit for unit in PERIODS if (found[unit] or 0) <= MOST), "decade")


def list_actors(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Every actor that takes part in an event, most frequent first."""
    return [r["name"] for r in rows(con, "SELECT name, count(*) AS c FROM links JOIN people USING (a) WHERE acts GROUP BY name ORDER BY c DESC, name")]


@dataclass(frozen=True, slots=True)
class Profile:
    actor: Row
    roles: list[Row]  # role, affiliation, article, published, words, article_id, char_start
    events: int
    dated: int  # of them, those with a day
    first: Any
    last: Any
    types: pd.DataFrame  # event_type, c
    periods: pd.DataFrame  # name, first, last, c
    partners: pd.DataFrame  # name, c


def find_profile(con: duckdb.DuckDBPyConnection, name: str) -> Profile | None:
    sql = "SELECT people.* REPLACE (coalesce(states.country, people.country) AS country) FROM people LEFT JOIN states ON people.country = code"
    found = rows(con, f"{sql} WHERE name = ? ORDER BY a LIMIT 1", [name])
    if not found:
        return None
    own = "n IN (SELECT n FROM links WHERE acts AND a = ?)"
    a = [found[0]["a"]]
    (span,) = rows(con, f"SELECT count(*) AS c, count(day_from) AS dated, min(day_from) AS first, max(day_to) AS last FROM events WHERE {own}", a)
    partners = f"SELECT name, count(*) AS c FROM links JOIN people USING (a) WHERE acts AND a <> ? AND {own} GROUP BY ALL ORDER BY c DESC, name LIMIT 8"
    return Profile(
        found[0],
        _roles(con, found[0]["actor_id"]),
        span["c"],
        span["dated"],
        span["first"],
        span["last"],
        frame(con, f"SELECT event_type, count(*) AS c FROM events WHERE {own} GROUP BY ALL ORDER BY c DESC, event_type", a),
        _activity(con, "who", f"(SELECT *, ? AS who FROM events WHERE {own})", [name, *a]),
        frame(con, partners, a * 2),
    )


def _roles(con: duckdb.DuckDBPyConnection, actor_id: str) -> list[Row]:
    """Roles with the words that give them, by the date of their article."""
    return rows(
        con,
        "SELECT r.role, r.affiliation, papers.name AS article, papers.source, papers.published, r.article_id, r.char_start, r.char_end, s.text AS sentence,"
        " s.char_start AS from_char FROM actor_roles r JOIN papers USING (article_id) LEFT JOIN sentences s ON s.article_id = r.article_id"
        " AND s.char_start <= r.char_start AND s.char_end >= r.char_end WHERE r.actor_id = ? ORDER BY published NULLS LAST, r.role, r.char_start",
        [actor_id],
    )
