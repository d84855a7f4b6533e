"""Events in the formats of other programs: complete, safe, and the same when read back."""

from __future__ import annotations

import io
import json
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from typing import Any

import duckdb
import networkx as nx
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import make_generation
from pipeline.export.flat import copy_cells, read_csv
from pipeline.export.formats import FORMATS
from pipeline.query import ANYTHING, Filters, connect_folder, flat_events

NARROW = Filters(types=("ACCUSE", "PROTEST"))


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    return connect_folder(make_generation(120, tmp_path_factory.mktemp("data")))


def export(con: duckdb.DuckDBPyConnection, name: str, filters: Filters = ANYTHING) -> bytes:
    stream = io.BytesIO()
    FORMATS[name](con, filters, stream)
    return stream.getvalue()


def exported(con: duckdb.DuckDBPyConnection, filters: Filters = ANYTHING) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(export(con, "json", filters))
    return found


def test_the_csv_has_a_row_an_event_and_a_mark_for_spreadsheets(con: duckdb.DuckDBPyConnection) -> None:
    data = export(con, "csv")
    shown = flat_events(con)
    assert data.startswith(b"\xef\xbb\xbf")
    assert [r["event_id"] for r in read_csv(data)] == list(shown.event_id)
    assert list(read_csv(data)[0]) == list(shown.columns)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_export_twice_is_the_same_bytes(con: duckdb.DuckDBPyConnection, name: str) -> None:
    assert export(con, name, NARROW) == export(con, name, NARROW)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_export_without_events_is_still_a_whole_file(tmp_path: Path, name: str) -> None:
    assert export(connect_folder(tmp_path), name)


def as_csv(frame: pd.DataFrame) -> bytes:
    con = duckdb.connect()
    con.register("frame", pa.Table.from_pandas(frame, preserve_index=False))
    with tempfile.TemporaryDirectory() as folder:
        copy_cells(con, "SELECT * FROM frame", [], Path(folder) / "frame.csv", header=True)
        return (Path(folder) / "frame.csv").read_bytes()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_any_words_in_a_cell_read_back_and_none_runs_as_a_formula(cells: list[str]) -> None:
    data = as_csv(pd.DataFrame({"title": cells, "quote": cells[::-1]}))
    raw = pd.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False, encoding="utf-8-sig")
    assert [r["title"] for r in read_csv(data)] == cells
    assert not any(str(cell).startswith(("=", "+", "-", "@", "\t", "\r")) for cell in raw.title)


def test_parquet_holds_the_rows_of_the_csv(con: duckdb.DuckDBPyConnection) -> None:
    table = pq.read_table(io.BytesIO(export(con, "parquet", NARROW)))
    assert table.column("event_id").to_pylist() == [r["event_id"] for r in read_csv(export(con, "csv", NARROW))]


def test_the_object_has_every_event_with_lists_and_exact_evidence(con: duckdb.DuckDBPyConnection) -> None:
    whole = exported(con)
    texts = dict(con.execute("SELECT name, text FROM articles").fetchall())
    assert len(whole["events"]) == 120
    for event in whole["events"]:
        assert event["evidence"] and isinstance(event["actors"], list) and isinstance(event["organisations"], list)
        for piece in event["evidence"]:
            assert texts[piece["article"]][piece["char_start"] : piece["char_end"]] == piece["text"]


def test_the_parts_of_the_object_belong_to_the_events_shown(con: duckdb.DuckDBPyConnection) -> None:
    whole, part = exported(con), exported(con, NARROW)
    shown = {e["event_id"] for e in part["events"]}
    assert 0 < len(part["articles"]) < len(whole["articles"])
    assert {c["event_id"] for c in part["contradictions"]} <= shown
    assert {name for e in part["events"] for name in e["actors"]} <= {a["name"] for a in part["actors"]}
    assert {p["article"] for e in part["events"] for p in e["evidence"]} <= {a["article"] for a in part["articles"]}


def test_alternatives_of_a_date_in_conflict_are_ranked(con: duckdb.DuckDBPyConnection) -> None:
    ranked = [e["alternatives"] for e in exported(con, Filters(conflicts=True))["events"] if e["alternatives"]]
    assert ranked
    assert all([a["rank"] for a in found] == sorted(a["rank"] for a in found) for found in ranked)


def test_the_calendar_has_whole_days_ended_by_the_day_after_and_no_long_lines(con: duckdb.DuckDBPyConnection) -> None:
    data = export(con, "ics")
    dated = [e for e in exported(con)["events"] if e["date_start"] and e["date_end"]]
    assert data.count(b"BEGIN:VEVENT") == data.count(b"END:VEVENT") == len(dated) > 0
    assert max(map(len, data.split(b"\r\n"))) <= 75
    whole = data.replace(b"\r\n ", b"").decode()
    first = min(dated, key=lambda e: (e["date_start"], e["date_end"], e["event_id"]))
    assert f"DTSTART;VALUE=DATE:{first['date_start'].replace('-', '')}" in whole


def test_a_timeline_shows_no_month_that_the_text_does_not_give(con: duckdb.DuckDBPyConnection) -> None:
    precision = {e["event_id"]: e["precision"] for e in exported(con)["events"]}
    slides = json.loads(export(con, "timelinejs"))["events"]
    assert {len(s["start_date"]) for s in slides if precision[s["unique_id"]] == "year"} <= {1}
    assert {len(s["start_date"]) for s in slides if precision[s["unique_id"]] == "day"} == {3}


def test_the_graph_joins_actors_of_one_event_as_often_as_they_meet(con: duckdb.DuckDBPyConnection) -> None:
    graph = nx.read_graphml(io.BytesIO(export(con, "graphml")))
    ((met,),) = con.execute("SELECT count(DISTINCT n) FROM links x JOIN links y USING (n) WHERE x.a < y.a").fetchall()
    assert sum(d["weight"] for _, _, d in graph.edges(data=True)) >= met > 0
    assert {d["kind"] for _, d in graph.nodes(data=True)} <= {"person", "organisation", "location"}


def test_timeml_keeps_every_character_and_marks_the_words_of_dates(con: duckdb.DuckDBPyConnection) -> None:
    texts = {f"{a}.tml": text for a, text in con.execute("SELECT article_id, text FROM articles").fetchall()}
    with zipfile.ZipFile(io.BytesIO(export(con, "timeml"))) as archive:
        assert set(archive.namelist()) == set(texts)
        for name in archive.namelist():
            inside = ET.fromstring(archive.read(name)).find("TEXT")
            assert inside is not None and "".join(inside.itertext()) == texts[name]
            assert all(mark.get("value") for mark in inside.iter("TIMEX3"))


def test_the_page_shows_text_as_text(tmp_path: Path) -> None:
    folder = make_generation(30, tmp_path)
    con = connect_folder(folder)
    con.execute("CREATE OR REPLACE TABLE events AS SELECT * REPLACE ('<script>alert(1)</script>' AS title) FROM events")
    page = export(con, "html").decode()
    assert page.count("&lt;script&gt;") == 30 and "<script" not in page
