"""The events as a table with pages, and the button that downloads exactly what is shown."""

from __future__ import annotations

import math
from dataclasses import replace

import duckdb
import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.url import Look
from dashboard.words import days_in_words, status_name, type_name
from pipeline.export.flat import csv_bytes
from pipeline.query import Filters, flat_events

PAGE = 100  # rows


def draw_table(con: duckdb.DuckDBPyConnection, build_id: str, filters: Filters, look: Look, count: int) -> Look:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        order = st.selectbox("Table order", list(queries.TABLE_ORDERS), key="table.order", width=210)
        st.download_button(
            f"Download {count:,} as CSV" if count > 1 else "Download as CSV", lambda: _csv(con, filters), "dateline-events.csv", "text/csv",
            icon=":material/download:", on_click="ignore", key="download",
        )  # fmt: skip
    pages = math.ceil(count / PAGE)
    page = st.pagination(pages, key="table.page") if pages > 1 else 1
    rows = queries.table_page(con, filters, order=order, page=min(page, pages), size=PAGE)
    key = f"table.{hash_of(build_id, filters, order, page)}"
    shown = st.dataframe(
        readable(rows), key=key, hide_index=True, on_select="rerun", selection_mode="single-row", height=min(600, 38 + 35 * len(rows)),
        column_config={
            "Event": st.column_config.TextColumn(width="large"),
            "Certainty": st.column_config.ProgressColumn(format="percent", min_value=0, max_value=1, width="small"),
            "Articles": st.column_config.NumberColumn(width="small"),
        },
    )  # fmt: skip
    picked = shown.selection.rows
    event = str(rows.event_id.iloc[picked[0]]) if picked and picked[0] < len(rows) else None
    if event and event != st.session_state.get("table.picked"):
        look = replace(look, event=event)
    st.session_state["table.picked"] = event
    return look


def hash_of(*parts: object) -> str:
    return "|".join(map(str, parts))


def readable(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as people read them."""
    when = [days_in_words(*cells) for cells in zip(*(_plain(rows[c]) for c in ("date_start", "date_end", "precision")), strict=True)]
    disputed = ["⚠ " if c else "" for c in _plain(rows.conflict)]
    return pd.DataFrame(
        {
            "When": [a + b for a, b in zip(disputed, when, strict=True)],
            "Event": rows.title.astype(object),
            "Who": rows.actors.astype(object).fillna(""),
            "Type": [type_name(str(t)) for t in _plain(rows.event_type)],
            "Status": [status_name(str(s)) for s in _plain(rows.status)],
            "Certainty": rows.confidence.astype(float),
            "Articles": rows.n_articles.astype(int),
        }
    )


def _plain(column: pd.Series) -> list[object]:
    """Cells as Python values, empty ones as None."""
    return list(column.array._pa_array.to_pylist())


def _csv(con: duckdb.DuckDBPyConnection, filters: Filters) -> bytes:
    return csv_bytes(flat_events(con.cursor(), filters))
