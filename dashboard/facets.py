"""How many of the events that are picked have which actor, country, type and so on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import duckdb

from dashboard.queries import ask, pick
from dashboard.words import CERTAINTIES
from pipeline.query import ANYTHING, Filters

ROOM = 150  # values offered for one facet

# facet, which is the field of Filters that it sets -> its values and their counts over the events in {picked}
LINKED = "SELECT name AS value, sum(c) AS c FROM (SELECT a, count(*) AS c FROM links SEMI JOIN {picked} USING (n)"
ORGANISATION = "kind = 'organisation'"
FACETS = {
    "actors": LINKED + " WHERE acts GROUP BY a {twice}) JOIN people USING (a)",
    "organisations": LINKED + f" GROUP BY a {{twice}}) JOIN people USING (a) WHERE {ORGANISATION}",
    "countries": "SELECT country AS value, count(*) AS c FROM lands SEMI JOIN {picked} USING (n) JOIN states USING (code)",
    "types": "SELECT event_type AS value, count(*) AS c FROM {picked}",
    "statuses": "SELECT status AS value, count(*) AS c FROM {picked}",
    "precisions": "SELECT precision AS value, count(*) AS c FROM {picked}",
    "outlets": "SELECT source AS value, count(*) AS c FROM carried SEMI JOIN {picked} USING (n)",
    "articles": "SELECT name AS value, sum(c) AS c FROM (SELECT p, count(*) AS c FROM told SEMI JOIN {picked} USING (n) GROUP BY p) JOIN papers USING (p)",
}
# facet -> which actors it lists, and which of their links count
NAMED = {"actors": ("true", "acts"), "organisations": (ORGANISATION, "true")}


@dataclass(frozen=True, slots=True)
class Facets:
    """What each choice in the sidebar would leave."""

    values: dict[str, dict[str, int]]  # facet -> value -> events, most frequent first
    certain: dict[float, int]  # step of certainty -> events at or above it


def count_facets(con: duckdb.DuckDBPyConnection, filters: Filters) -> Facets:
    """For the events in `picked`, which must be those of `filters`; each facet as if it were not set itself."""
    values = {facet: _count_facet(con, facet, filters) for facet in FACETS}
    table = _without(con, filters, "certainty")
    steps = ", ".join(f"count(*) FILTER (confidence >= {step})" for step in CERTAINTIES)
    (found,) = ask(con, f"SELECT {steps} FROM {table}")
    return Facets(values, dict(zip(CERTAINTIES, found, strict=True)))


def _count_facet(con: duckdb.DuckDBPyConnection, facet: str, filters: Filters) -> dict[str, int]:
    """A value that is chosen is there even when nothing of it is left."""
    picked = _without(con, filters, facet)
    sql = FACETS[facet].format(picked=picked, twice=_twice(con, facet, picked))
    found = ask(con, f"{sql} GROUP BY value ORDER BY c DESC, value LIMIT {ROOM}")
    counts = {value: int(c) for value, c in found}
    return {**{value: 0 for value in getattr(filters, facet) if value not in counts}, **counts}


def _twice(con: duckdb.DuckDBPyConnection, facet: str, picked: str) -> str:
    """SQL that takes away what an event with two actors of one name has been counted too often; they are few, or none."""
    listed, part = NAMED.get(facet, ("false", "false"))
    shared = ask(con, f"SELECT a FROM people WHERE {listed} QUALIFY count(*) OVER (PARTITION BY name) > 1")
    if not shared:
        return ""
    numbers = ", ".join(str(a) for (a,) in shared)
    return (
        f"UNION ALL SELECT min(a), count(DISTINCT n) - count(*) FROM links SEMI JOIN {picked} USING (n) JOIN people USING (a)"
        f" WHERE {part} AND a IN ({numbers}) GROUP BY name"
    )


def _without(con: duckdb.DuckDBPyConnection, filters: Filters, field: str) -> str:
    """The table of the events that pass when `field` is not set."""
    free: dict[str, Any] = {field: getattr(ANYTHING, field)}
    if replace(filters, **free) == filters:
        return "picked"
    pick(con, replace(filters, **free), "without")
    return "without"
