"""The events as a table with pages, and the button that downloads exactly what is shown."""

from __future__ import annotations

import math
from typing import Any

import duckdb
import streamlit as st

from dashboard import queries, session
from dashboard.mount import component, sent
from dashboard.queries import Row
from dashboard.selection import Selection, rows_of
from dashboard.words import FAMILIES, TYPES, days_in_words, percent, status_name, type_name
from pipeline.export.formats import export_bytes
from pipeline.query import Filters

PAGE = 50  # rows
KEY = "rows"
EARLIEST = next(iter(queries.TABLE_ORDERS))
NAME_ROOM = 160  # characters of the names in a row


def draw_table(selection: Selection, count: int) -> None:
    """The events of `selection`, which are `count`."""
    scope = selection.key
    if st.session_state.get("table.scope") != scope:
        st.session_state["table.scope"], st.session_state["table.page"] = scope, 1
    order, pages = st.session_state.get("table.order", EARLIEST), math.ceil(count / PAGE)
    page = min(st.session_state["table.page"], pages)
    rows = rows_of(selection, order=order, page=page, size=PAGE)
    data = {
        "rev": f"{scope}:{order}:{page}", "rows": [_cells(r) for r in rows], "page": page, "pages": pages, "size": PAGE,
        "total": count, "order": order, "orders": list(queries.TABLE_ORDERS),
    }  # fmt: skip
    component(KEY, (KEY,))(key=KEY, data=data, on_opened_change=_open, on_turned_change=_turn)
    _draw_download(selection.con, selection.filters, count)


def _draw_download(con: duckdb.DuckDBPyConnection, filters: Filters, count: int) -> None:
    label = f"Download {count:,} events as CSV" if count > 1 else "Download this event as CSV"
    st.download_button(
        label, lambda: export_bytes(con, "csv", filters), "dateline-events.csv", "text/csv", icon=":material/download:", on_click="ignore", key="download"
    )


def _cells(r: Row) -> list[Any]:
    family = FAMILIES[TYPES.get(r["event_type"], ("", "statement"))[1]]
    return [
        r["event_id"], days_in_words(r["date_start"], r["date_end"], r["precision"]), bool(r["conflict"]), r["title"], (r["actors"] or "")[:NAME_ROOM],
        type_name(r["event_type"]), family[1:], status_name(r["status"]), percent(r["confidence"]), r["n_articles"],
    ]  # fmt: skip


def _open() -> None:
    event = sent(KEY, "opened")
    if isinstance(event, str):
        session.look_at(event=event)


def _turn() -> None:
    """To a page, in an order."""
    page, order = sent(KEY, "turned") or (1, EARLIEST)
    st.session_state["table.page"] = max(1, int(page))
    st.session_state["table.order"] = order if order in queries.TABLE_ORDERS else EARLIEST
