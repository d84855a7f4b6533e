"""The events that pass the filters of Explore: what is counted of them is kept, so that only something new asks the tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import duckdb
import streamlit as st

from dashboard import facets, queries
from dashboard.facets import Facets
from dashboard.lanes import find_lanes
from dashboard.queries import Headline, Row
from dashboard.timeline import payload
from pipeline.query import Filters

KEPT = 300  # results of each kind, over all sessions


@dataclass(slots=True)
class Selection:
    """The events of one build that pass `filters`."""

    con: duckdb.DuckDBPyConnection  # of this session alone
    build_id: str
    filters: Filters
    is_picked: bool = field(default=False, compare=False)

    @property
    def key(self) -> str:
        """What results are kept under."""
        return f"{self.build_id}:{self.filters}"

    def picked(self) -> duckdb.DuckDBPyConnection:
        """The connection, with the table `picked` made when something first needs it."""
        if not self.is_picked:
            queries.pick(self.con, self.filters)
            self.is_picked = True
        return self.con

    def rest(self) -> None:
        """Gives the memory of `picked` back."""
        if self.is_picked:
            self.con.execute("DROP TABLE picked")
            self.is_picked = False


def headline(selection: Selection) -> Headline:
    return _headline(selection.key, selection)


def facet_counts(selection: Selection) -> Facets:
    return _facets(selection.key, selection)


def drawn(selection: Selection, *, by: str, order: str, limit: int, window: tuple[int, int] | None) -> dict[str, Any] | None:
    """What the timeline is sent; None when no event has a day."""
    return _drawn(selection.key, by, order, limit, window, selection)


def page_rows(selection: Selection, *, order: str, page: int, size: int) -> list[Row]:
    return _page_rows(selection.key, order, page, size, selection)


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _headline(key: str, _selection: Selection) -> Headline:
    return queries.count_picked(_selection.picked())


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _facets(key: str, _selection: Selection) -> Facets:
    return facets.count_facets(_selection.picked(), _selection.filters)


@st.cache_data(max_entries=KEPT // 5, show_spinner=False)  # up to a megabyte each
def _drawn(key: str, by: str, order: str, limit: int, window: tuple[int, int] | None, _selection: Selection) -> dict[str, Any] | None:
    lanes = find_lanes(_selection.picked(), by=by, order=order, limit=limit, window=window)
    return payload(lanes, by=by) if lanes else None


@st.cache_data(max_entries=KEPT, show_spinner=False)
def _page_rows(key: str, order: str, page: int, size: int, _selection: Selection) -> list[Row]:
    return queries.table_page(_selection.picked(), order=order, page=page, size=size)
