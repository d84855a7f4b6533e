"""Filters, and the events of a generation that pass them: one DuckDB in memory, read by dashboard, exports and shell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd

from pipeline.store import TABLES
from pipeline.tables import from_arrow, schema_of

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.store import Generation

IN_MEMORY_LIMIT = 3_000_000  # events; more of them stay in their Parquet files
# What stands for a title that was not given: the headline, else the beginning of the first line that is long enough for one.
BEGINNING = r"rtrim(nullif(regexp_extract(text, '[^\n]{{20,90}}(\n|$|\b)'), ''), ' ')"
HEADING = rf"coalesce(headline, trim(regexp_replace({BEGINNING}, '([^\n.!?”\"])$', '\1…'), E'\n'))"
ACTING = ("actor", "recipient", "speaker")
PART = 250_000  # events that are written at a time: two row groups, so that both cores work
KEPT = "kept"  # the name of the database in memory
UNREAD = ("names", "name_roles", "bearers", "candidates", "candidate_actors")  # steps on the way; nobody is shown them
STORED = {name: record for name, record in TABLES.items() if name not in UNREAD}
LOADED = ("actors", "event_actors")  # small or asked all the time; the others are read from their files when asked

# `day_from` and `day_to` are the days that are known of an event, also when one of its ends is open.
# `n` numbers events from the first day on, `a` numbers actors: joins on small integers are several times faster;
# `hashed` finds the number of an id ten times as fast as comparing the ids.
SHAPES = f"""
CREATE {{kind}} events AS SELECT row_number() OVER (ORDER BY day_from NULLS LAST, day_to, event_id)::INTEGER - 1 AS n, hash(event_id) AS hashed, *
    FROM (SELECT *, coalesce(date_start, date_end) AS day_from, coalesce(date_end, date_start) AS day_to FROM stored_events);
CREATE TABLE people AS SELECT row_number() OVER (ORDER BY name, actor_id)::INTEGER - 1 AS a, * FROM actors;
CREATE TABLE links AS SELECT n, a, bool_or(function IN {ACTING}) AS acts,
    bool_or(function IN ('actor', 'speaker')) AS gives, bool_or(function = 'recipient') AS takes
    FROM event_actors JOIN events USING (event_id) JOIN people USING (actor_id)
    WHERE function NOT IN ('source', 'furniture') GROUP BY n, a ORDER BY n;
CREATE TABLE papers AS SELECT row_number() OVER (ORDER BY published_earliest NULLS LAST, name, article_id)::INTEGER - 1 AS p,
    article_id, name, coalesce(nullif(title, ''), {HEADING}, name) AS title, source, url, published, published_basis
    FROM articles LEFT JOIN (SELECT article_id, arg_min(text, char_start) AS headline FROM furniture WHERE kind = 'headline' GROUP BY article_id)
    USING (article_id);
CREATE TABLE told AS SELECT DISTINCT n, p FROM evidence JOIN events USING (event_id) JOIN papers USING (article_id) ORDER BY n;
CREATE VIEW disputes AS SELECT c.event_id, c.field, coalesce(p.name, c.value) AS value, c.article_id
    FROM contradictions c LEFT JOIN people p ON c.field = 'actor' AND p.actor_id = c.value;
CREATE TABLE firsts AS SELECT n, f.p, f.char_start, f.char_end FROM (
    SELECT n, min_by(struct_pack(p := p, char_start := char_start, char_end := char_end), (p, char_start)) AS f
    FROM evidence JOIN events USING (event_id) JOIN papers USING (article_id) GROUP BY n) ORDER BY n;
CREATE TABLE carried AS SELECT DISTINCT n, source FROM told JOIN papers USING (p) WHERE source <> '' ORDER BY n;
CREATE TABLE lands AS SELECT DISTINCT n, country AS code FROM links JOIN people USING (a) WHERE country IS NOT NULL ORDER BY n;
CREATE TABLE states AS SELECT country AS code, coalesce(min(name) FILTER (kind = 'location' AND subkind = 'state'), country) AS country
    FROM people WHERE country IS NOT NULL GROUP BY country;
DROP TABLE event_actors;
"""


@dataclass(frozen=True, slots=True)
class Filters:
    """What to show. Values of one field are alternatives to each other; fields narrow each other; empty means any.

    Names are compared without regard to case; an article goes by its name or its id.
    """

    text: str = ""  # every word must stand in the title, the quote, the date words or the name of an actor
    actors: tuple[str, ...] = ()  # who acts, is acted on or speaks
    together: bool = False  # all of the actors in one event, instead of any of them
    organisations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()  # names or ISO 3166 codes
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    must: bool = False  # the event must lie inside the days; otherwise it may
    precisions: tuple[str, ...] = ()
    certainty: float = 0.0  # least confidence
    conflicts: bool = False  # only events whose date or details are contradicted
    reported: bool = True  # also events that are dated by the publication alone


ANYTHING = Filters()


def connect(generation: Generation) -> duckdb.DuckDBPyConnection:
    """A database in memory over the tables of `generation`, for one user; others take a `session` of it each."""
    return connect_folder(generation.path)


def connect_folder(folder: Path) -> duckdb.DuckDBPyConnection:
    """As `connect`, for a folder with one Parquet file a table; a table without a file is empty."""
    con = duckdb.connect(config={"threads": 2, "allocator_background_threads": True})  # gives memory back after a large query
    con.execute(f"ATTACH ':memory:' AS {KEPT} (COMPRESS); USE {KEPT}")  # an eighth of the memory, and quicker to scan
    for table, record in STORED.items():
        name = "stored_events" if table == "events" else table
        kind = "TABLE" if table in LOADED else "VIEW"
        file = folder / f"{table}.parquet"
        if file.exists():
            con.execute(f"CREATE {kind} {name} AS SELECT * FROM read_parquet('{str(file).replace(chr(39), chr(39) * 2)}')")
        else:
            con.register("empty", schema_of(record).empty_table())
            con.execute(f"CREATE TABLE {name} AS SELECT * FROM empty")
            con.unregister("empty")
    ((count,),) = con.execute("SELECT count(*) FROM stored_events").fetchall()
    con.execute(SHAPES.format(kind="TABLE" if count <= IN_MEMORY_LIMIT else "VIEW"))
    con.execute(f"CHECKPOINT {KEPT}")
    return con


def session(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """A connection of its own to the same database: threads do not share one, nor see each other's temporary tables."""
    cursor = con.cursor()
    cursor.execute(f"USE {KEPT}")
    return cursor


def where(filters: Filters) -> tuple[str, list[Any]]:
    """The condition on `events e` that `filters` make, and its parameters."""
    parts = [*_who(filters), *_what(filters), *_when(filters), *_words(filters.text)]
    return " AND ".join(sql for sql, _ in parts) or "true", [p for _, params in parts for p in params]


Part = tuple[str, list[Any]]


def _who(filters: Filters) -> list[Part]:
    parts: list[Part] = []
    if filters.actors:
        count = len(set(_fold(filters.actors))) if filters.together else 1
        sql = (
            "e.n IN (SELECT n FROM links JOIN people USING (a) WHERE acts AND list_contains(?, lower(name)) GROUP BY n HAVING count(DISTINCT lower(name)) >= ?)"
        )
        parts.append((sql, [_fold(filters.actors), count]))
    if filters.organisations:
        sql = "e.n IN (SELECT n FROM links JOIN people USING (a) WHERE kind = 'organisation' AND list_contains(?, lower(name)))"
        parts.append((sql, [_fold(filters.organisations)]))
    if filters.countries:
        sql = "e.n IN (SELECT n FROM lands JOIN states USING (code) WHERE list_contains(?, lower(code)) OR list_contains(?, lower(country)))"
        parts.append((sql, [_fold(filters.countries)] * 2))
    return parts


def _what(filters: Filters) -> list[Part]:
    parts: list[Part] = []
    if filters.types:
        parts.append(("list_contains(?, lower(e.event_type))", [_fold(filters.types)]))
    if filters.statuses:
        parts.append(("list_contains(?, lower(e.status))", [_fold(filters.statuses)]))
    if filters.articles:
        sql = "e.n IN (SELECT n FROM told JOIN papers USING (p) WHERE list_contains(?, lower(name)) OR list_contains(?, article_id))"
        parts.append((sql, [_fold(filters.articles)] * 2))
    if filters.outlets:
        sql = "e.n IN (SELECT n FROM carried WHERE list_contains(?, lower(source)))"
        parts.append((sql, [_fold(filters.outlets)]))
    if filters.certainty > 0:
        parts.append(("e.confidence >= ?", [filters.certainty]))
    if filters.conflicts:
        parts.append(("(e.conflict OR e.event_id IN (SELECT event_id FROM contradictions))", []))
    return parts


def _when(filters: Filters) -> list[Part]:
    parts: list[Part] = []
    if filters.date_from:
        parts.append(("e.date_start >= ?" if filters.must else "(e.day_to >= ? OR (e.date_end IS NULL AND e.day_to IS NOT NULL))", [filters.date_from]))
    if filters.date_to:
        parts.append(("e.date_end <= ?" if filters.must else "(e.day_from <= ? OR (e.date_start IS NULL AND e.day_from IS NOT NULL))", [filters.date_to]))
    if filters.precisions:
        parts.append(("list_contains(?, coalesce(e.precision, 'none'))", [_fold(filters.precisions)]))
    if not filters.reported:
        parts.append(("e.date_basis <> 'publication'", []))
    return parts


def _words(text: str) -> list[Part]:
    sql = (
        "(contains(lower(e.title), ?) OR contains(lower(coalesce(e.quote, '')), ?) OR contains(lower(coalesce(e.date_text, '')), ?)"
        " OR e.n IN (SELECT n FROM links JOIN people USING (a)"
        " WHERE contains(lower(name), ?) OR contains(lower(coalesce(acronym, '')), ?)))"
    )
    return [(sql, [word] * 5) for word in text.lower().split()]


def _fold(values: tuple[str, ...]) -> list[str]:
    return [v.lower() for v in values]


def narrow(filters: Filters) -> list[str]:
    """The fields of `filters` that differ from showing everything."""
    return [f.name for f in fields(Filters) if getattr(filters, f.name) != getattr(ANYTHING, f.name)]


LISTED = "array_to_string(list_sort(list(name)"  # twice as quick as string_agg with an order
FLAT = """
WITH chosen AS (SELECT * FROM events e WHERE {where}),
who AS (
    SELECT n, {listed} FILTER (acts)), '; ') AS actors, {listed} FILTER (kind = 'organisation')), '; ') AS organisations,
        {listed} FILTER (kind = 'location' AND subkind IS DISTINCT FROM 'state')), '; ') AS places
    FROM links SEMI JOIN chosen USING (n) JOIN people USING (a) GROUP BY n),
whereabouts AS (
    SELECT n, array_to_string(list_sort(list(country)), '; ') AS countries FROM lands SEMI JOIN chosen USING (n) JOIN states USING (code) GROUP BY n),
roles AS (SELECT actor_id, article_id, min_by(role, char_start) AS role FROM actor_roles GROUP BY actor_id, article_id)
SELECT c.event_id, c.date_start, c.date_end, c.best_day, c.precision, c.edtf, c.date_text, c.date_basis, c.title, c.event_type, c.status,
    who.actors, who.organisations, whereabouts.countries, who.places, speaker.name AS speaker, roles.role AS speaker_role, c.speech, c.reported_via,
    c.quote, papers.source, papers.name AS article, f.char_start, f.char_end, papers.published, papers.published_basis,
    c.n_articles, c.n_outlets, c.n_independent, c.confidence, c.flags
FROM chosen c LEFT JOIN who USING (n) LEFT JOIN whereabouts USING (n) LEFT JOIN firsts f USING (n) LEFT JOIN papers ON f.p = papers.p
    LEFT JOIN people speaker ON c.speaker_id = speaker.actor_id
    LEFT JOIN roles ON roles.actor_id = c.speaker_id AND roles.article_id = papers.article_id
ORDER BY c.n
"""


def flat_sql(filters: Filters = ANYTHING, *, between: tuple[int, int] | None = None) -> tuple[str, list[Any]]:
    """The query behind `flat_events`, for who wants its rows as they come, or only those of the events numbered `between`."""
    sql, params = where(filters)
    return FLAT.format(where=f"{sql} AND n BETWEEN {between[0]} AND {between[1]}" if between else sql, listed=LISTED), params


def flat_parts(con: duckdb.DuckDBPyConnection, filters: Filters = ANYTHING) -> Iterator[tuple[str, list[Any]]]:
    """As `flat_sql`, part after part, so that a million events need little memory; at least one."""
    sql, params = where(filters)
    parts = f"SELECT n, row_number() OVER (ORDER BY n) // {PART} AS part FROM events e WHERE {sql}"
    bounds = con.execute(f"SELECT min(n), max(n) FROM ({parts}) GROUP BY part ORDER BY part", params).fetchall()
    return (flat_sql(filters, between=b) for b in bounds or [(0, 0)])


def flat_events(con: duckdb.DuckDBPyConnection, filters: Filters = ANYTHING) -> pd.DataFrame:
    """One row an event in the columns of the flat CSV, earliest first and undated last; lists joined with "; ".

    source, article, quote and offsets are those of the first evidence (earliest publication, then name).
    """
    sql, params = flat_sql(filters)
    return from_arrow(con.sql(sql, params=params).to_arrow_table())
