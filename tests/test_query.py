"""pipeline/query.py: which events pass which filters."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from benchmarks.synthetic import make_generation
from pipeline.query import ANYTHING, HEADING, Filters, connect_folder, flat_events, narrow, where


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    return connect_folder(make_generation(300, tmp_path_factory.mktemp("data")))


def rows(con: duckdb.DuckDBPyConnection, filters: Filters) -> list[dict[str, Any]]:
    return flat_events(con, filters).astype(object).to_dict("records")  # type: ignore[return-value]


def busiest(con: duckdb.DuckDBPyConnection, kind: str) -> str:
    sql = "SELECT name FROM links JOIN people USING (a) WHERE kind = ? AND acts GROUP BY name ORDER BY count(*) DESC, name LIMIT 1"
    return str(con.execute(sql, [kind]).fetchall()[0][0])


def test_no_filter_shows_every_event_once_and_undated_ones_last(con: duckdb.DuckDBPyConnection) -> None:
    shown = flat_events(con)
    assert len(shown) == shown.event_id.nunique() == 300
    assert shown.date_start.isna().sum() > 0
    assert shown.date_start.isna().is_monotonic_increasing


def test_the_columns_are_those_of_the_flat_file(con: duckdb.DuckDBPyConnection) -> None:
    wanted = (
        "event_id date_start date_end best_day precision edtf date_text date_basis title event_type status actors organisations countries "
        "places speaker speaker_role speech reported_via quote source article char_start char_end published published_basis n_articles "
        "n_outlets n_independent confidence flags"
    )
    assert list(flat_events(con).columns) == wanted.split()


def test_an_organisation_is_found_whatever_its_case(con: duckdb.DuckDBPyConnection) -> None:
    name = busiest(con, "organisation")
    shown = rows(con, Filters(organisations=(name.upper(),)))
    assert shown
    assert all(name in r["organisations"].split("; ") for r in shown)


def test_together_asks_for_all_actors_in_one_event(con: duckdb.DuckDBPyConnection) -> None:
    one, other = rows(con, ANYTHING)[0]["actors"].split("; ")[:2]
    both = rows(con, Filters(actors=(one, other), together=True))
    assert 0 < len(both) < len(rows(con, Filters(actors=(one, other))))
    assert all({one, other} <= set(r["actors"].split("; ")) for r in both)


@pytest.mark.parametrize("must", [False, True], ids=["may", "must"])
def test_days_may_touch_or_must_hold_the_event(con: duckdb.DuckDBPyConnection, must: bool) -> None:
    first, last = date(2020, 3, 10), date(2022, 6, 20)
    shown = {r["event_id"] for r in rows(con, Filters(date_from=first, date_to=last, must=must))}
    dated = [r for r in rows(con, ANYTHING) if isinstance(r["date_start"], date)]
    inside = {r["event_id"] for r in dated if first <= r["date_start"] and r["date_end"] <= last}
    touching = {r["event_id"] for r in dated if first <= r["date_end"] and r["date_start"] <= last}
    assert inside < touching
    assert shown == (inside if must else touching)


def test_every_word_of_a_search_must_be_found(con: duckdb.DuckDBPyConnection) -> None:
    shown = rows(con, Filters(text="KENYA accused"))
    assert shown
    assert all("kenya" in r["title"].lower() and "accused" in r["title"].lower() for r in shown)


def test_a_country_goes_by_its_name_or_its_code(con: duckdb.DuckDBPyConnection) -> None:
    by_name, by_code = (rows(con, Filters(countries=(c,))) for c in ("Norway", "nor"))
    assert by_name == by_code
    assert all("Norway" in r["countries"] for r in by_name)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(types=("ACCUSE",)), Filters(statuses=("planned",)), Filters(outlets=("Daily Signal",)), Filters(certainty=0.8),
        Filters(precisions=("month", "year")), Filters(reported=False), Filters(conflicts=True),
    ],
    ids=lambda f: narrow(f)[0],
)  # fmt: skip
def test_each_filter_narrows(con: duckdb.DuckDBPyConnection, filters: Filters) -> None:
    sql, params = where(filters)
    ((count,),) = con.execute(f"SELECT count(*) FROM events e WHERE {sql}", params).fetchall()
    assert count == len(rows(con, filters))
    assert 0 < count < 300


def test_a_folder_without_tables_gives_no_events(tmp_path: Path) -> None:
    assert flat_events(connect_folder(tmp_path)).empty


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Harbour union signs with the ministry\nIt took a week.", "Harbour union signs with the ministry"),
        ("The harbour union of the northern islands signed an agreement with the ministry of trade and of the sea on Monday.",
         "The harbour union of the northern islands signed an agreement with the ministry of trade…"),
        ("Talks opened on 3 May in Lima. ", "Talks opened on 3 May in Lima."),
    ],
    ids=["a line that is whole", "a line that is cut", "a sentence"],
)  # fmt: skip
def test_an_article_without_a_title_goes_by_its_first_line(con: duckdb.DuckDBPyConnection, text: str, title: str) -> None:
    sql = "SELECT " + HEADING.format() + " FROM (SELECT ? AS text, NULL::VARCHAR AS headline)"
    assert con.execute(sql, [text]).fetchall() == [(title,)]
