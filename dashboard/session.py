"""What a page needs before it draws: the tables that stand, and what this session looks at."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import streamlit as st

from dashboard.url import PLAIN, Look, from_params, to_params
from pipeline import cluster, query, seeds, store
from pipeline.errors import PipelineError
from pipeline.query import ANYTHING, Filters
from pipeline.store import Generation

KEPT_OPEN = 2  # generations: the one that stands, and the one that a session may still be reading


def data_folder() -> Path:
    return Path(os.environ.get("DATELINE_DATA", str(store.DATA)))


def open_tables() -> tuple[duckdb.DuckDBPyConnection, str]:
    """A connection of this run to the tables that stand, and the name of their build. Builds them on first start."""
    try:
        generation = store.current(data_folder()) or _build_first(data_folder())
        return query.session(_database(generation.build_id, generation)), generation.build_id
    except PipelineError as error:
        show_error(error)
        st.stop()


@st.cache_resource(max_entries=KEPT_OPEN, show_spinner="Opening the table of events…")
def _database(build_id: str, _generation: Generation) -> duckdb.DuckDBPyConnection:
    return query.connect(_generation)


def _build_first(data: Path) -> Generation:
    """Reads the articles that come with the program, behind a progress bar."""
    st.header("Reading the first articles")
    st.write("Dateline is turning the articles that come with it into a table of dated events. This happens once and takes a few seconds.")
    bar = st.progress(0.0, "Starting…")

    def show(done: int, total: int) -> None:
        bar.progress(done / max(1, total), f"{done} of {total} articles read")

    cluster.build([seeds.ARTICLES], data, on_progress=show)
    st.rerun()


def show_error(error: PipelineError) -> None:
    """What went wrong, as text, and what to do."""
    st.error("The table of events could not be read.", icon=":material/error:")
    st.text(str(error))
    st.write("Build it again with this command, then reload the page:")
    st.code("python -m pipeline build", language="bash")


def restore() -> tuple[Filters, Look]:
    """What this session looks at: from the URL when somebody changed it or followed a link, else as it was left."""
    state, params = st.session_state, {name: st.query_params.get_all(name) for name in st.query_params}
    came_back = state.get("page") != "explore" and not params
    if "filters" not in state or (not came_back and params != state.get("url", {})):
        state.filters, state.look = from_params(params)
    state.page = "explore"
    return state.filters, state.look


def remember(filters: Filters, look: Look) -> None:
    """Keeps what is looked at, and puts it into the URL."""
    state, params = st.session_state, to_params(filters, look)
    state.filters, state.look = filters, look
    if params != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(params)
    state.url = params


def follow(params: Any) -> None:
    """Takes filters as the URL names them, from a browser that may send anything. The open event stays open."""
    if isinstance(params, dict):
        said = {str(k): [str(v) for v in values] for k, values in params.items() if isinstance(values, list)}
        st.session_state.filters = from_params(said)[0]


def change(**fields: Any) -> None:
    """Sets some filters."""
    st.session_state.filters = replace(st.session_state.get("filters", ANYTHING), **fields)


def show_all() -> None:
    st.session_state.filters = ANYTHING


def look_at(**fields: Any) -> None:
    """Sets the lanes, their order or the open event."""
    st.session_state.look = replace(st.session_state.get("look", PLAIN), **fields)


def other_page(name: str) -> None:
    """Every page but Explore says that it was here, so that Explore can tell a link from a way back."""
    st.session_state.page = name


def filter_days(days: list[int]) -> None:
    """Filters to two days, counted from 1970-01-01."""
    first, last = (date(1970, 1, 1) + timedelta(days=int(d)) for d in days[:2])
    change(date_from=first, date_to=last)


def is_dark() -> bool:
    """Whether the page is shown dark; light until the browser has told."""
    return getattr(st.context.theme, "type", None) == "dark"
