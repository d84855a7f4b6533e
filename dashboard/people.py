"""What the events say about actors: how often, when, with whom, to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb
import pandas as pd

from dashboard.queries import Row, frame, rows
from pipeline.query import Filters, where

KINDS = {"person": "People", "organisation": "Organisations", "location": "Countries and places"}


@dataclass(frozen=True, slots=True)
class Circle:
    """The most frequent actors of the chosen events, and what goes on among them."""

    counts: pd.DataFrame  # name, kind, c
    months: pd.DataFrame  # name, month, c
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
        frame(
            con,
            "SELECT name, date_trunc('month', day_from)::DATE AS month, count(*) AS c FROM part JOIN events USING (n)"
            " WHERE day_from IS NOT NULL GROUP BY ALL ORDER BY ALL",
        ),
        frame(con, "SELECT p.name AS one, q.name AS other, count(*) AS c FROM part p JOIN part q ON p.n = q.n AND p.name < q.name GROUP BY ALL ORDER BY ALL"),
        frame(
            con,
            "SELECT p.name AS giver, q.name AS taker, event_type, count(*) AS c FROM part p JOIN part q ON p.n = q.n AND p.name <> q.name"
            " JOIN events ON p.n = events.n WHERE p.gives AND q.takes GROUP BY ALL ORDER BY ALL",
        ),
    )


def list_actors(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Every actor that takes part in an event, most frequent first."""
    return [r["name"] for r in rows(con, "SELECT name, count(*) AS c FROM links JOIN people USING (a) WHERE acts GROUP BY name ORDER BY c DESC, name")]


@dataclass(frozen=True, slots=True)
class Profile:
    actor: Row
    roles: list[Row]  # role, affiliation, article, published, words, article_id, char_start
    events: int
    first: Any
    last: Any
    types: pd.DataFrame  # event_type, c
    months: pd.DataFrame  # name, month, c
    partners: list[Row]  # name, c


def find_profile(con: duckdb.DuckDBPyConnection, name: str) -> Profile | None:
    found = rows(con, "SELECT * FROM people WHERE name = ? ORDER BY a LIMIT 1", [name])
    if not found:
        return None
    own = "n IN (SELECT n FROM links WHERE acts AND a = ?)"
    a = [found[0]["a"]]
    (span,) = rows(con, f"SELECT count(*) AS c, min(day_from) AS first, max(day_to) AS last FROM events WHERE {own}", a)
    return Profile(
        found[0],
        _roles(con, found[0]["actor_id"]),
        span["c"],
        span["first"],
        span["last"],
        frame(con, f"SELECT event_type, count(*) AS c FROM events WHERE {own} GROUP BY ALL ORDER BY c DESC, event_type", a),
        frame(
            con,
            f"SELECT ? AS name, date_trunc('month', day_from)::DATE AS month, count(*) AS c FROM events WHERE {own}"
            " AND day_from IS NOT NULL GROUP BY ALL ORDER BY month",
            [name, *a],
        ),
        rows(
            con,
            f"SELECT name, count(*) AS c FROM links JOIN people USING (a) WHERE acts AND a <> ? AND {own} GROUP BY ALL ORDER BY c DESC, name LIMIT 8",
            a * 2,
        ),
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
