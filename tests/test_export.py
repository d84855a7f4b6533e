"""Events in the formats of other programs: complete, safe, and the same when read back."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import make_generation
from pipeline.export.flat import csv_bytes, read_csv
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


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_any_words_in_a_cell_read_back_and_none_runs_as_a_formula(cells: list[str]) -> None:
    data = csv_bytes(pd.DataFrame({"title": cells, "quote": cells[::-1]}))
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
