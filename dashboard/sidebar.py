"""The filters in the sidebar: each facet with how many events it would leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import duckdb
import streamlit as st

from dashboard import kept, queries, session
from dashboard.words import CERTAINTIES, PRECISIONS, status_name, type_name
from pipeline.query import ANYTHING, Filters, narrow

FIELDS = (
    "text", "actors", "together", "organisations", "countries", "types", "statuses", "articles", "outlets", "date_from", "date_to", "must",
    "precisions", "certainty", "conflicts", "reported",
)  # fmt: skip
FIRST_POSSIBLE, LAST_POSSIBLE = date(1, 1, 1), date(9999, 12, 31)


def read_widgets(filters: Filters) -> Filters:
    """`filters` with what the widgets were set to since."""
    values: dict[str, Any] = {field: st.session_state.get(session.WIDGETS + field, getattr(filters, field)) for field in FIELDS}
    lists = {field: tuple(value) for field, value in values.items() if isinstance(value, list)}
    return Filters(**{**values, **lists, "certainty": values["certainty"] or 0.0, "must": values["must"] in (True, "must")})


@st.cache_data(max_entries=500, show_spinner=False)
def _facet(build_id: str, facet: str, filters: Filters, _con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    return queries.count_facet(_con, facet, filters)


@st.cache_data(max_entries=200, show_spinner=False)
def _certainty(build_id: str, filters: Filters, _con: duckdb.DuckDBPyConnection) -> dict[float, int]:
    return queries.count_certainty(_con, filters)


def draw_filters(con: duckdb.DuckDBPyConnection, build_id: str, filters: Filters) -> None:
    """The widgets, set to `filters`. What they are changed to is read at the start of the next run."""
    with st.sidebar:
        _set("text", filters.text)
        st.text_input("Search", key="f.text", placeholder="Words in events, quotes, names", icon=":material/search:")
        narrowed = narrow(filters)
        if narrowed:
            st.button(f"Clear {len(narrowed)} filters" if len(narrowed) > 1 else "Clear the filter", on_click=session.show_all, icon=":material/close:")
        kept.draw_views(filters)
        count = _counter(con, build_id, filters)
        _choose("organisations", "Organisation", count, filters)
        _choose("actors", "Actor", count, filters, help="Anyone who acts, is acted on or speaks: people, organisations, countries.")
        if len(filters.actors) > 1:
            _set("together", filters.together)
            st.toggle("Only events with all of them", key="f.together")
        _choose("countries", "Country", count, filters)
        _days(filters)
        _pick("types", "Type of event", count, filters, type_name)
        _pick("statuses", "Did it happen?", count, filters, status_name)
        _choose("outlets", "Outlet", count, filters)
        _choose("articles", "Article", count, filters)
        _sureness(con, build_id, filters, count)


Count = Callable[[str], dict[str, int]]


def _counter(con: duckdb.DuckDBPyConnection, build_id: str, filters: Filters) -> Count:
    return lambda facet: _facet(build_id, facet, filters, con)


def _set(field: str, value: Any) -> None:
    """Widgets take their value from the state alone; labels with live counts would lose it otherwise."""
    st.session_state[session.WIDGETS + field] = list(value) if isinstance(value, tuple) else value


def _choose(field: str, label: str, count: Count, filters: Filters, **options: Any) -> None:
    counts = count(field)
    _set(field, getattr(filters, field))
    st.multiselect(
        label, list(counts), key=f"f.{field}", disabled=not counts, format_func=lambda v: f"{v} · {counts.get(v, 0):,}",
        placeholder=f"Any of {len(counts)}" if counts else "None named", **options,
    )  # fmt: skip


def _pick(field: str, label: str, count: Count, filters: Filters, name: Callable[[str], str]) -> None:
    counts = count(field)
    _set(field, getattr(filters, field))
    st.pills(label, list(counts), format_func=lambda v: f"{name(v)} {counts.get(v, 0):,}", selection_mode="multi", key=f"f.{field}")


def _days(filters: Filters) -> None:
    left, right = st.columns(2)
    for place, field, label in ((left, "date_from", "From"), (right, "date_to", "To")):
        _set(field, getattr(filters, field))
        place.date_input(label, key=f"f.{field}", min_value=FIRST_POSSIBLE, max_value=LAST_POSSIBLE, format="YYYY-MM-DD")
    if filters.date_from or filters.date_to:
        _set("must", "must" if filters.must else "may")
        st.segmented_control(
            "Events known only roughly", ["may", "must"], key="f.must", required=True,
            format_func={"may": "may lie in these days", "must": "must lie in them"}.__getitem__,
        )  # fmt: skip


def _sureness(con: duckdb.DuckDBPyConnection, build_id: str, filters: Filters, count: Count) -> None:
    with st.expander("How sure", expanded=bool({"certainty", "precisions", "conflicts", "reported"} & set(narrow(filters)))):
        at_least = _certainty(build_id, filters, con)
        _set("certainty", min(CERTAINTIES, key=lambda step: abs(step - filters.certainty)))
        st.segmented_control(
            "Certainty at least", list(CERTAINTIES), key="f.certainty", required=True,
            format_func=lambda step: f"{CERTAINTIES[step]} {at_least.get(step, 0):,}",
        )  # fmt: skip
        _pick("precisions", "Date known", count, filters, lambda p: PRECISIONS.get(p, p))
        _set("conflicts", filters.conflicts)
        st.toggle("Only what is disputed", key="f.conflicts", help="The words disagree about the date, or articles disagree about the event.")
        _set("reported", filters.reported)
        st.toggle("Also events dated only by their article", key="f.reported", help="Their sentence names no date: they stand on the day the article came out.")


def chips(filters: Filters) -> list[tuple[str, str, dict[str, Any]]]:
    """What is filtered, for the empty page: a name, the field, and the change that takes it away."""
    return [(CHIP_NAMES[field], field, {field: getattr(ANYTHING, field)}) for field in narrow(filters) if field in CHIP_NAMES]


CHIP_NAMES = {
    "text": "the search words", "actors": "the actors", "organisations": "the organisations", "countries": "the countries", "types": "the types",
    "statuses": "“Did it happen?”", "articles": "the articles", "outlets": "the outlets", "date_from": "the first day", "date_to": "the last day",
    "precisions": "“Date known”", "certainty": "the certainty", "conflicts": "“Only what is disputed”", "reported": "events dated by their article",
}  # fmt: skip
