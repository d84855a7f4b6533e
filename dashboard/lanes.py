"""Lanes of the timeline: raw marks while there are few, counts by lane, time and kind beyond."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from dashboard.queries import ask, frame
from dashboard.words import FAMILIES, STATUSES, TYPES

MARK_ROOM = 20_000  # marks sent one by one
TITLE_ROOM = 2_500  # marks up to which their titles go along
BINS = 240
OTHERS = "All others"
NOBODY = {"actor": "Nobody named", "organisation": "No organisation", "country": "No country", "outlet": "Outlet unknown"}
EPOCH = date(1970, 1, 1)

# what a lane is -> which events are in it (n, key), and what it is called (key, lane)
LINKED = {
    "actor": ("SELECT n, a AS key FROM links WHERE acts", "SELECT a AS key, name AS lane FROM people"),
    "organisation": (
        "SELECT n, a AS key FROM links SEMI JOIN (FROM people WHERE kind = 'organisation') USING (a)",
        "SELECT a AS key, name AS lane FROM people",
    ),
    "country": ("SELECT n, code AS key FROM lands", "SELECT code AS key, country AS lane FROM states"),
    "type": ("SELECT n, event_type AS key FROM events", "SELECT DISTINCT event_type AS key, event_type AS lane FROM events"),
    "outlet": ("SELECT n, source AS key FROM carried", "SELECT DISTINCT source AS key, source AS lane FROM carried"),
    "article": ("SELECT n, p AS key FROM told", "SELECT p AS key, title AS lane FROM papers"),
}
DAYS = "day_from, day_to, event_type"
DATED = "(FROM picked WHERE day_from IS NOT NULL)"
ORDERED = {"count": "c DESC, lane", "first": "first, lane", "name": "lane"}


@dataclass(frozen=True, slots=True)
class Lanes:
    """What one timeline shows. `marks` or `bins` has rows, not both."""

    names: list[str]
    counts: list[int]
    short: dict[str, str]  # acronyms of names
    span: tuple[int, int]  # days since 1970-01-01, with some air
    marks: pd.DataFrame  # n, lane, first, last, what
    bins: pd.DataFrame  # lane, bin, family, c
    bin_start: int
    bin_width: int  # days
    overview: list[int]
    titles: dict[int, str]
    events: int


def find_lanes(con: duckdb.DuckDBPyConnection, *, by: str, order: str, limit: int, window: tuple[int, int] | None = None) -> Lanes | None:
    """Of the events in `picked`: the `limit` greatest lanes and one for the rest; None when no event has a day.

    `window` is what is looked at, in days.
    """
    ((events, first, last),) = ask(con, "SELECT count(day_from), min(day_from), max(day_to) FROM picked")
    if not events:
        return None
    lanes = _greatest(con, by, order, limit)
    span = _with_air(first, last)
    inside, ((count,),) = _inside(window), ask(con, f"SELECT count(*) FROM lane_of WHERE {_inside(window)}")
    few = count <= MARK_ROOM
    marks = frame(con, MARKS.format(inside=inside)) if few else frame(con, f"{MARKS.format(inside='false')}")
    width = max(1, ((window or span)[1] - (window or span)[0]) // BINS)
    start = (window or span)[0]
    bins = frame(con, _bins_sql(start, width, inside) if not few else _bins_sql(start, width, "false"))
    return Lanes(
        names=[name for name, _ in lanes], counts=[c for _, c in lanes], short=_short(con, [name for name, _ in lanes]),
        span=span, marks=marks, bins=bins, bin_start=start, bin_width=width,
        overview=[] if few and not window else _overview(con, span), titles=_titles(con, inside) if count <= TITLE_ROOM else {}, events=events,
    )  # fmt: skip


def _greatest(con: duckdb.DuckDBPyConnection, by: str, order: str, limit: int) -> list[tuple[str, int]]:
    """Fills lane_of (n, lane) and returns the lanes, as named and with their counts."""
    linked, names = LINKED[by]
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE lanes AS SELECT row_number() OVER (ORDER BY {ORDERED[order]}, key)::INTEGER - 1 AS place, key, lane, c FROM"
        f" (SELECT key, count(*) AS c, min(n) AS first FROM ({linked}) SEMI JOIN {DATED} USING (n) GROUP BY key ORDER BY c DESC, key LIMIT {limit})"
        f" JOIN ({names}) USING (key)"
    )
    found = ask(con, "SELECT lane, c FROM lanes ORDER BY place")
    con.execute(f"CREATE OR REPLACE TEMP TABLE lane_of AS SELECT n, place AS lane, {DAYS} FROM ({linked}) JOIN lanes USING (key) JOIN {DATED} USING (n)")
    rest = _add_lane(con, len(found), f"SELECT n, {{}}, {DAYS} FROM {DATED} SEMI JOIN ({linked}) USING (n) ANTI JOIN lane_of USING (n)")
    nobody = _add_lane(con, len(found) + bool(rest), f"SELECT n, {{}}, {DAYS} FROM {DATED} ANTI JOIN ({linked}) USING (n)")
    extra = [(OTHERS, rest), (NOBODY.get(by, "Without"), nobody)]
    return [*[(_lane_name(by, name), c) for name, c in found], *[(name, c) for name, c in extra if c]]


def _short(con: duckdb.DuckDBPyConnection, names: list[str]) -> dict[str, str]:
    return dict(ask(con, "SELECT name, min(acronym) FROM people WHERE acronym <> '' AND list_contains(?, name) GROUP BY name", [names]))


def _lane_name(by: str, lane: str) -> str:
    return TYPES.get(lane, (lane,))[0] if by == "type" else lane


def _add_lane(con: duckdb.DuckDBPyConnection, lane: int, sql: str) -> int:
    ((added,),) = ask(con, f"INSERT INTO lane_of {sql.format(lane)}")
    return int(added)


def _with_air(first: date, last: date) -> tuple[int, int]:
    start, end = (first - EPOCH).days, (last - EPOCH).days
    air = max(3, (end - start) // 40)
    return start - air, end + 1 + air


def _inside(window: tuple[int, int] | None) -> str:
    if window is None:
        return "true"
    return f"datediff('day', DATE '1970-01-01', day_to) >= {int(window[0])} AND datediff('day', DATE '1970-01-01', day_from) <= {int(window[1])}"


def _number(column: str, words: list[str], other: int) -> str:
    """SQL that turns a word of a closed list into its position in it."""
    return f"coalesce(list_position({words!r}, {column}) - 1, {other})"


PRECISION_ORDER = ["day", "week", "month", "quarter", "season", "half", "year", "decade", "century", "interval"]
FADING = "(coalesce(precision, '') NOT IN ('day', 'interval') OR contains(flags, 'approximate'))"
WHAT = (
    f"{_number('event_type', list(TYPES), len(TYPES) - 1)} + 32 * {_number('status', list(STATUSES), 0)}"
    f" + 512 * {_number('precision', PRECISION_ORDER, 0)} + 8192 * ({FADING}::INTEGER + 2 * conflict::INTEGER"
    " + 4 * (contains(flags, 'open_start') OR date_start IS NULL)::INTEGER + 8 * (contains(flags, 'open_end') OR date_end IS NULL)::INTEGER"
    " + 16 * (date_basis = 'publication')::INTEGER)"
)
MARKS = f"""
SELECT n, lane, datediff('day', DATE '1970-01-01', c.day_from)::INTEGER AS first, datediff('day', DATE '1970-01-01', c.day_to)::INTEGER AS last,
    ({WHAT})::INTEGER AS what
FROM (SELECT n, lane FROM lane_of WHERE {{inside}}) JOIN events c USING (n) ORDER BY lane, n
"""


# The day under which an event is counted where events are too many to be drawn: one known less well than to the day
# counts somewhere in its days, so that a pile of them is spread evenly and does not stand on the first of January.
DAY_COUNTED = "(datediff('day', DATE '1970-01-01', day_from) + n % (1 + datediff('day', day_from, day_to)))"


def _bins_sql(start: int, width: int, inside: str) -> str:
    of_type = {key: list(FAMILIES).index(family) for key, (_, family) in TYPES.items()}
    family = " ".join(f"WHEN '{key}' THEN {k}" for key, k in of_type.items())
    return (
        f"SELECT lane, greatest(0, ({DAY_COUNTED} - {start}) // {width})::INTEGER AS bin,"
        f" (CASE event_type {family} ELSE {len(FAMILIES) - 1} END)::INTEGER AS family, count(*)::INTEGER AS c"
        f" FROM lane_of WHERE {inside} GROUP BY ALL ORDER BY ALL"
    )


def _overview(con: duckdb.DuckDBPyConnection, span: tuple[int, int]) -> list[int]:
    width = (span[1] - span[0]) / BINS
    bin_of = f"(({DAY_COUNTED} - {span[0]}) / {width})::INTEGER"
    found = dict(ask(con, f"SELECT {bin_of} AS bin, count(*) FROM {DATED} GROUP BY bin"))
    return [int(found.get(k, 0)) for k in range(BINS)]


def _titles(con: duckdb.DuckDBPyConnection, inside: str) -> dict[int, str]:
    found: list[tuple[Any, ...]] = ask(con, f"SELECT n, left(title, 90) FROM events WHERE n IN (SELECT n FROM picked WHERE day_from IS NOT NULL AND {inside})")
    return dict(found)


FIGURE_ROOM = 1_500  # marks that a Plotly figure draws quickly


def figure_rows(con: duckdb.DuckDBPyConnection, *, by: str, order: str, limit: int) -> pd.DataFrame | None:
    """The same marks for a Plotly figure, one row each with the name of its lane; None when they are too many or none."""
    lanes = find_lanes(con, by=by, order=order, limit=limit)
    if lanes is None or not 0 < len(lanes.marks) <= FIGURE_ROOM:
        return None
    names = pd.DataFrame({"place": range(len(lanes.names)), "lane": lanes.names})
    con.register("names", names)
    found = frame(
        con,
        "SELECT names.lane, e.event_id, e.title, e.event_type, e.status, e.precision, e.conflict, e.day_from AS date_start, e.day_to AS date_end"
        " FROM lane_of JOIN names ON lane_of.lane = names.place JOIN events e USING (n) ORDER BY names.place, e.n",
    )
    con.unregister("names")
    return found
