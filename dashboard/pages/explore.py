"""The timeline, its filters, the table below it and the card of the event that is open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import duckdb
import streamlit as st

from dashboard import card, charts, kept, queries, session, settle, sidebar, table
from dashboard.lanes import FIGURE_ROOM, figure_rows, find_lanes
from dashboard.timeline import payload, timeline
from dashboard.url import Look
from dashboard.words import LANES, ORDERS, number
from pipeline.query import Filters

LANE_LIMITS = (8, 12, 20)


def main() -> None:
    con, build_id = session.open_tables()
    filters, look = session.restore()
    filters = sidebar.read_widgets(filters)
    sidebar.draw_filters(con, build_id, filters)
    headline = queries.count_events(con, filters)
    _headline(headline)
    kept.draw_tour()
    if not headline.all_events:
        _nothing_loaded()
        return
    if not headline.events:
        _nothing_found(con, filters)
        session.remember(filters, look)
        return
    left, right = st.columns([2.2, 1], gap="medium")
    with left:
        look = _timeline(con, build_id, filters, look)
        look = table.draw_table(con, build_id, filters, look, headline.events)
    with right:
        if look.event:
            card.draw_card(con, filters, look.event)
        else:
            settle.draw_tray(con, build_id)
    session.remember(filters, look)


def _headline(h: queries.Headline) -> None:
    shown = f"{h.events:,} of {number(h.all_events, 'event')}" if h.events != h.all_events else number(h.events, "event")
    undated = f", {h.undated_articles:,} undated" if h.undated_articles else ""
    notes = [number(h.articles, "article") + undated]
    if h.undated_events:
        notes.append(f"{number(h.undated_events, 'event')} without a date, in the table only")
    if h.conflicts:
        notes.append(number(h.conflicts, "disputed date"))
    st.html(f'<h1 class="headline" data-count="{h.events}">{shown}<small>{" · ".join(notes)}</small></h1>')


def _timeline(con: duckdb.DuckDBPyConnection, build_id: str, filters: Filters, look: Look) -> Look:
    look, limit, as_chart = _lane_choice(look)
    if as_chart:
        return _chart(con, filters, look, limit)
    window = st.session_state.get("window")
    lanes = find_lanes(con, filters, by=look.by, order=look.order, limit=limit, window=window)
    if lanes is None:
        st.info("None of these events has a date, so there is nothing to draw. They are in the table below.", icon=":material/event_busy:")
        return look
    scope = f"{build_id}:{filters}:{look.by}:{look.order}:{limit}"
    number_open = queries.number_of(con, look.event) if look.event and len(lanes.marks) else None
    data = payload(lanes, by=look.by, rev=f"{scope}:{window}", scope=scope, selected=number_open, window=window)
    result = timeline(data, key="timeline")
    return _answer(con, filters, look, scope, result)


def _answer(con: duckdb.DuckDBPyConnection, filters: Filters, look: Look, scope: str, result: object) -> Look:
    """What the timeline sent back: an event to open, days to filter to, or a window to look closer at."""
    opened, days, window = (getattr(result, name, None) for name in ("opened", "range", "window"))
    if days:
        session.filter_days(days)
        st.rerun()
    if opened is not None:
        return Look(look.by, look.order, queries.event_id_of(con, int(opened)))
    wanted = (int(window[0]), int(window[1])) if window and st.session_state.get("scope") == scope else None
    st.session_state.scope = scope
    if wanted != st.session_state.get("window"):
        st.session_state.window = wanted
        st.rerun()
    return look


def _chart(con: duckdb.DuckDBPyConnection, filters: Filters, look: Look, limit: int) -> Look:
    """The timeline as a Plotly figure: to save as a picture, and for browsers in which the canvas is off."""
    rows = figure_rows(con, filters, by=look.by, order=look.order, limit=limit)
    if rows is None:
        st.info(f"The chart draws between 1 and {FIGURE_ROOM:,} marks. Narrow the filters, or choose Timeline.", icon=":material/bar_chart_off:")
        return look
    figure = charts.timeline_figure(rows, dark=session.is_dark())
    options = {"displaylogo": False, "scrollZoom": True, "toImageButtonOptions": {"format": "svg", "filename": "dateline-timeline"}}
    state = st.plotly_chart(figure, key="chart", on_select="rerun", selection_mode="points", config=options, alt="Timeline as bars")
    picked = [p["customdata"] for p in state["selection"]["points"] if p.get("customdata")]
    event = (picked[0][0] if isinstance(picked[0], list) else picked[0]) if picked else None
    if event and event != st.session_state.get("chart.picked"):
        look = replace(look, event=str(event))
    st.session_state["chart.picked"] = event
    return look


def _lane_choice(look: Look) -> tuple[Look, int, bool]:
    for key, value in (("lanes.by", look.by), ("lanes.order", look.order)):
        st.session_state.setdefault(key, value)
    hidden: dict[str, Any] = {"label_visibility": "collapsed"}
    with st.container(horizontal=True, gap="small"):
        by = st.selectbox("Lanes", list(LANES), format_func=lambda k: f"By {LANES[k].lower()}", key="lanes.by", width=180, **hidden)
        order = st.selectbox("Order of the lanes", list(ORDERS), format_func=ORDERS.__getitem__, key="lanes.order", width=190, **hidden)
        limit = st.selectbox("How many lanes", LANE_LIMITS, index=1, format_func=lambda k: f"{k} lanes", key="lanes.limit", width=120, **hidden)
        drawn = st.segmented_control("Drawn as", ["Timeline", "Chart"], default="Timeline", key="lanes.drawn", required=True, **hidden)
    return Look(by, order, look.event), limit, drawn == "Chart"


def _nothing_loaded() -> None:
    st.html('<div class="empty"><h2>No events yet</h2><p>Add articles, and their events appear here.</p></div>')
    with st.container(horizontal_alignment="center"):
        st.page_link("dashboard/pages/add.py", label="Add articles", icon=":material/note_add:")


def _nothing_found(con: duckdb.DuckDBPyConnection, filters: Filters) -> None:
    """Which filter to let go of, with what that would bring back."""
    st.html('<div class="empty"><h2>No event passes all of these filters</h2><p>Let one go:</p></div>')
    chips = {field: (name, change) for name, field, change in sidebar.chips(filters)}
    with st.container(horizontal=True, horizontal_alignment="center"):
        for field, count in queries.relaxations(con, filters, list(chips)):
            name, change = chips[field]
            st.button(f"Without {name}: {number(count, 'event')}", on_click=session.change, kwargs=change)
        st.button("Show everything", type="primary", on_click=session.show_all)


main()
