"""The timeline, its filters, the table below it and the card of the event that is open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import duckdb
import streamlit as st

from dashboard import card, kept, log, queries, session, settle, sidebar, table
from dashboard.detail import EventDetail, find_event
from dashboard.lanes import FIGURE_ROOM, figure_rows
from dashboard.mount import component, sent
from dashboard.selection import Selection, headline_of, timeline_of
from dashboard.timeline import timeline
from dashboard.timeline_figure import timeline_figure
from dashboard.url import Look
from dashboard.words import LANES, ORDERS, number
from pipeline.query import Filters

LANE_LIMITS = (8, 12, 20)
TIMELINE = "timeline"  # its key


def main() -> None:
    """What answers a click comes first: the count, then the card, the timeline, the table and the other counts."""
    con, build_id = session.open_tables()
    filters, look = session.restore()
    selection = Selection(con, build_id, filters)
    headline = headline_of(selection)
    _headline(headline)
    kept.draw_tour()
    if not headline.all_events:
        _nothing_loaded()
        return
    if headline.events:
        _events(selection, headline.events)
    else:
        _nothing_found(con, filters)
        session.remember(filters, look)
    sidebar.draw_filters(selection)
    selection.rest()


@st.fragment
def _events(selection: Selection, count: int) -> None:
    """Runs alone when something in it is used; all is drawn again when that changed the filters or the tables."""
    con, build_id = session.open_tables()
    filters, look = session.restore()
    if (build_id, filters) != (selection.build_id, selection.filters) or log.has_outcome():
        st.rerun()
    left, right = st.columns([2.2, 1], gap="medium")
    detail = find_event(con, look.event) if look.event else None
    if look.event:
        with right, st.container(key="card"):
            card.draw_card(con, filters, detail)
    _tell_open(detail)
    with left:
        look = _timeline(selection, look)
        table.draw_table(selection, count)
    if not look.event:
        with right:
            settle.draw_tray(con, build_id)
    session.remember(filters, look)


def _tell_open(detail: EventDetail | None) -> None:
    """Lets the timeline and the table know which event is open, without sending them their own data again."""
    shown = {"event": detail.event["event_id"], "n": detail.event["n"]} if detail else {}
    component("open_event", ("open_event",))(key="open_event", data=shown)


def _headline(h: queries.Headline) -> None:
    shown = f"{h.events:,} of {number(h.all_events, 'event')}" if h.events != h.all_events else number(h.events, "event")
    undated = f", {h.undated_articles:,} undated" if h.undated_articles and h.articles == h.all_articles else ""
    notes = [number(h.articles, "article") + undated]
    if h.undated_events:
        notes.append(f"{number(h.undated_events, 'event')} without a date, in the table only")
    if h.conflicts:
        notes.append(number(h.conflicts, "disputed date"))
    st.html(f'<h1 class="headline" data-count="{h.events}">{shown}<small>{" · ".join(notes)}</small></h1>')


def _timeline(selection: Selection, look: Look) -> Look:
    limit = st.session_state.setdefault("lanes.limit", LANE_LIMITS[1])
    if st.session_state.get("as_chart"):
        return _chart(selection.picked(), look)
    scope = f"{selection.key}:{look.by}:{look.order}:{limit}"
    if st.session_state.get("scope") != scope:
        st.session_state.scope, st.session_state.window = scope, None
    window = st.session_state.window
    data = timeline_of(selection, by=look.by, order=look.order, limit=limit, window=window)
    if data is None:
        st.info("None of these events has a date, so there is nothing to draw. They are in the table below.", icon=":material/event_busy:")
        return look
    shown = {**data, "rev": f"{scope}:{window}", "scope": scope, "window": window, "looks": _looks(look, limit)}
    timeline(shown, key=TIMELINE, opened=_open, range=_filter_days, window=_look_closer, look=_look)
    return look


def _looks(look: Look, limit: int) -> dict[str, list[tuple[Any, str, bool]]]:
    """What the lanes can be: values, words, and whether they are so now."""
    return {
        "by": [(k, f"By {name.lower()}", k == look.by) for k, name in LANES.items()],
        "order": [(k, name, k == look.order) for k, name in ORDERS.items()],
        "limit": [(k, f"{k} lanes", k == limit) for k in LANE_LIMITS],
    }


def _open() -> None:
    opened = sent(TIMELINE, "opened")
    if isinstance(opened, int):
        session.look_at(event=queries.event_id_of(session.open_tables()[0], opened))


def _filter_days() -> None:
    days = sent(TIMELINE, "range")
    if isinstance(days, list) and len(days) == 2:
        session.filter_days(days)


def _look() -> None:
    said = sent(TIMELINE, "look") or {}
    if said.get("by") in LANES and said.get("order") in ORDERS and said.get("limit") in LANE_LIMITS:
        session.look_at(by=said["by"], order=said["order"])
        st.session_state["lanes.limit"] = said["limit"]
    st.session_state.as_chart = bool(said.get("chart"))


def _as_timeline() -> None:
    st.session_state.as_chart = False


def _look_closer() -> None:
    """Finer marks for what is looked at."""
    window = sent(TIMELINE, "window")
    st.session_state.window = (int(window[0]), int(window[1])) if window else None


def _chart(con: duckdb.DuckDBPyConnection, look: Look) -> Look:
    """The timeline as a Plotly figure: to save as a picture, and for browsers in which the canvas is off."""
    with st.container(horizontal=True, gap="small"):
        st.button("As a timeline", on_click=_as_timeline, icon=":material/timeline:", key="chart.leave")
        hidden: dict[str, Any] = {"label_visibility": "collapsed"}
        by = st.selectbox("Lanes", list(LANES), list(LANES).index(look.by), format_func=lambda k: f"By {LANES[k].lower()}", width=200, **hidden)
        order = st.selectbox("Order of the lanes", list(ORDERS), list(ORDERS).index(look.order), format_func=ORDERS.__getitem__, width=220, **hidden)
    look = replace(look, by=by, order=order)
    rows = figure_rows(con, by=look.by, order=look.order, limit=st.session_state["lanes.limit"])
    if rows is None:
        st.info(f"The chart draws between 1 and {FIGURE_ROOM:,} marks. Narrow the filters, or go back to the timeline.", icon=":material/bar_chart_off:")
        return look
    figure = timeline_figure(rows, dark=session.is_dark())
    options = {"displaylogo": False, "scrollZoom": True, "toImageButtonOptions": {"format": "svg", "filename": "dateline-timeline"}}
    state = st.plotly_chart(figure, key="chart", on_select="rerun", selection_mode="points", config=options, alt="Timeline as bars")
    picked = [p["customdata"] for p in state["selection"]["points"] if p.get("customdata")]
    event = (picked[0][0] if isinstance(picked[0], list) else picked[0]) if picked else None
    if event and event != st.session_state.get("chart.picked"):
        look = replace(look, event=str(event))
    st.session_state["chart.picked"] = event
    return look


def _nothing_loaded() -> None:
    st.html('<div class="empty"><h2>No events yet</h2><p>Add articles, and their events appear here.</p></div>')
    with st.container(horizontal_alignment="center"):
        st.page_link("dashboard/pages/add.py", label="Add articles", icon=":material/note_add:")


def _nothing_found(con: duckdb.DuckDBPyConnection, filters: Filters) -> None:
    """Which filter to let go of, with what that would bring back."""
    chips = {field: (name, change) for name, field, change in sidebar.chips(filters)}
    ways = queries.relaxations(con, filters, list(chips))
    advice = "Let one go:" if ways else "Letting go of one alone brings nothing back."
    st.html(f'<div class="empty"><h2>No event passes all of these filters</h2><p>{advice}</p></div>')
    with st.container(horizontal=True, horizontal_alignment="center"):
        for field, count in ways:
            name, change = chips[field]
            st.button(f"Without {name}: {number(count, 'event')}", on_click=session.change, kwargs=change)
        st.button("Show everything", type="primary", on_click=session.show_all)


main()
