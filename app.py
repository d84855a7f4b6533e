"""The dashboard: `streamlit run app.py`. Frame and navigation; the pages are in dashboard/pages."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import log, session

HERE = Path(__file__).parent
st.set_page_config(page_title="Dateline", page_icon=str(HERE / "dashboard" / "icon.png"), layout="wide")
st.html(HERE / "dashboard" / "style.css")
if session.is_dark():
    st.html(HERE / "dashboard" / "dark.css")
st.logo(HERE / "dashboard" / ("logo_dark.svg" if session.is_dark() else "logo.svg"), size="large")
PAGES = [
    st.Page("dashboard/pages/explore.py", title="Explore", icon=":material/timeline:", default=True),
    st.Page("dashboard/pages/actors.py", title="Actors", icon=":material/groups:"),
    st.Page("dashboard/pages/article.py", title="Article", icon=":material/article:"),
    st.Page("dashboard/pages/review.py", title="Review", icon=":material/rule:"),
    st.Page("dashboard/pages/add.py", title="Add", icon=":material/note_add:"),
    st.Page("dashboard/pages/export.py", title="Export", icon=":material/download:"),
    st.Page("dashboard/pages/about.py", title="About", icon=":material/info:"),
]
page = st.navigation(PAGES, position="top")
log.draw_outcome()
page.run()
