"""The numbers on screen: what stands beside a choice is what the choice leaves, and what waits is counted whole."""

from __future__ import annotations

import duckdb
import pytest

from benchmarks.synthetic import make_generation
from dashboard import facets, people, queries, waiting
from pipeline.query import ANYTHING, Filters, connect_folder


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    return connect_folder(make_generation(300, tmp_path_factory.mktemp("data")))


@pytest.mark.parametrize(("field", "part"), [("actors", "acts"), ("organisations", "kind = 'organisation'")])
def test_two_actors_of_one_name_in_one_event_count_once(con: duckdb.DuckDBPyConnection, field: str, part: str) -> None:
    together = f"SELECT list(a) FROM links JOIN people USING (a) WHERE {part} GROUP BY n HAVING count(*) > 1 ORDER BY n LIMIT 1"
    con.execute("BEGIN")
    con.execute(f"UPDATE people SET name = 'Harbour Union' WHERE list_contains(({together}), a)")
    queries.pick(con, ANYTHING)
    shown = facets.count_facets(con, ANYTHING).values[field]["Harbour Union"]
    left = queries.count_events(con, Filters(**{field: ("Harbour Union",)})).events  # type: ignore[arg-type]
    con.execute("ROLLBACK")
    assert shown == left > 0


def test_what_waits_is_counted_beyond_what_is_listed(con: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    every = waiting.to_review(con)
    monkeypatch.setattr(waiting, "ROOM", 1)
    first = waiting.to_review(con)
    assert {r["kind"] for r in first} == {"undated", "conflict", "contradiction", "doubtful"}
    assert all(r["waiting"] == sum(other["kind"] == r["kind"] for other in every) for r in first)


def test_the_decision_that_settles_most_comes_first_and_says_what_it_is_about(con: duckdb.DuckDBPyConnection) -> None:
    found = waiting.to_settle(con)
    assert [r["fixes"] for r in found] == sorted((r["fixes"] for r in found), reverse=True)
    assert all(len(r["title"].split()) > 2 for r in found)


def test_a_mark_of_the_actors_page_stands_for_exactly_the_events_it_leads_to(con: duckdb.DuckDBPyConnection) -> None:
    profile = people.find_profile(con, people.list_actors(con)[0])
    assert profile
    own = Filters(actors=(profile.actor["name"],))
    for name, first, last, c in profile.periods.itertuples(index=False):
        assert queries.count_events(con, Filters(actors=(name,), date_from=first, date_to=last, must=True)).events == c
    for partner, c in profile.partners.itertuples(index=False):
        assert queries.count_events(con, Filters(actors=(profile.actor["name"], partner), together=True)).events == c
    assert profile.events == profile.types.c.sum() == queries.count_events(con, own).events


def test_a_year_is_no_month_in_the_activity_of_an_actor(con: duckdb.DuckDBPyConnection) -> None:
    name = people.list_actors(con)[0]
    profile = people.find_profile(con, name)
    assert profile
    assert {(first.year, first.month) for first in profile.periods["first"]} == {(last.year, last.month) for last in profile.periods["last"]}
    known = queries.count_events(con, Filters(actors=(name,), precisions=("day", "week", "month", "interval"))).events
    assert profile.periods.c.sum() <= known < profile.events
