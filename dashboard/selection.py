"""The events that pass the filters of Explore: what is asked of them is kept, so that only something new asks the tables."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
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
    is_picked: bool = False

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


BY_KEY: dict[Any, Any] = {Selection: attrgetter("key")}


@st.cache_data(max_entries=KEPT, show_spinner=False, hash_funcs=BY_KEY)
def headline_of(selection: Selection) -> Headline:
    return queries.count_picked(selection.picked())


@st.cache_data(max_entries=KEPT, show_spinner=False, hash_funcs=BY_KEY)
def facets_of(selection: Selection) -> Facets:
    return facets.count_facets(selection.picked(), selection.filters)


@st.cache_data(max_entries=KEPT // 5, show_spinner=False, hash_funcs=BY_KEY)  # up to a megabyte each
def timeline_of(selection: Selection, *, by: str, order: str, limit: int, window: tuple[int, int] | None) -> dict[str, Any] | None:
    """What the timeline is sent; None when no event has a day."""
    lanes = find_lanes(selection.picked(), by=by, order=order, limit=limit, window=window)
    return payload(lanes, by=by) if lanes else None


@st.cache_data(max_entries=KEPT, show_spinner=False, hash_funcs=BY_KEY)
def rows_of(selection: Selection, *, order: str, page: int, size: int) -> list[Row]:
    """One page of the table."""
    return queries.table_page(selection.picked(), order=order, page=page, size=size)
