"""The timeline as a picture to print or publish, on the Export page."""

from __future__ import annotations

import duckdb
import plotly.graph_objects as go
import streamlit as st

from dashboard import picture, queries
from dashboard.lanes import FIGURE_ROOM, figure_rows
from dashboard.marked import element
from dashboard.timeline_figure import timeline_figure
from dashboard.url import PLAIN
from dashboard.words import LANES
from pipeline.query import Filters

FORMS = {"png": ("Image (PNG)", "image/png"), "svg": ("Drawing to edit (SVG)", "image/svg+xml"), "html": ("Page to click through (HTML)", "text/html")}
LANES_DRAWN = 20


def draw_pictures(con: duckdb.DuckDBPyConnection, filters: Filters) -> None:
    st.html(element("h2", "The timeline as a picture", "part"))
    look = st.session_state.get("look", PLAIN)
    queries.pick(con, filters)
    rows = figure_rows(con, by=look.by, order=look.order, limit=LANES_DRAWN)
    if rows is None:
        st.html(element("p", f"A picture shows between 1 and {FIGURE_ROOM:,} marks. Narrow the filters on Explore to make one.", "quiet"))
        return
    st.html(element("p", f"By {LANES[look.by].lower()}, as Explore shows it.", "quiet"))
    form = st.radio("Kind of picture", list(FORMS), format_func=lambda f: FORMS[f][0], horizontal=True, key="picture.form")
    made = st.session_state.setdefault("picture.made", {})
    name = f"{form}:{filters}:{look.by}:{look.order}"
    if st.button("Make the picture", icon=":material/image:", key="picture.make"):
        with st.spinner("Drawing…"):
            made.clear()
            _make(made, name, timeline_figure(rows, dark=False, width=picture.WIDTH), form)
    if name in made:
        st.download_button("Download the picture", made[name], f"dateline-timeline.{form}", FORMS[form][1], on_click="ignore", icon=":material/download:")


def _make(made: dict[str, bytes], name: str, figure: go.Figure, form: str) -> None:
    try:
        made[name] = picture.draw(figure, form)
    except OSError as error:
        st.error("The picture could not be made.", icon=":material/error:")
        st.text(str(error))
