"""The numbers on screen: what stands beside a choice is what the choice leaves, and what waits is counted whole."""

from __future__ import annotations

import duckdb
import pytest

from benchmarks.synthetic import make_generation
from dashboard import facets, queries, waiting
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
