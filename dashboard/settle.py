"""The tray: what a decision would settle, the one that fixes most first."""

from __future__ import annotations

import duckdb
import streamlit as st

from dashboard import session, waiting
from dashboard.marked import element
from dashboard.queries import Row
from dashboard.words import number

SHOWN = 6


@st.cache_data(max_entries=4, show_spinner=False)
def _waiting(build_id: str, _con: duckdb.DuckDBPyConnection) -> list[Row]:
    return waiting.to_settle(_con)


def draw_tray(con: duckdb.DuckDBPyConnection, build_id: str) -> None:
    st.html(element("h2", "Choose an event", "tray") + element("p", "Click a mark or a row to see its words, its date and where they come from.", "quiet"))
    found = _waiting(build_id, con)
    if not found:
        st.html(element("p", "Every article is dated and no date is disputed.", "quiet"))
        return
    st.html(element("h3", "Worth settling", "tray"))
    for k, item in enumerate(found[:SHOWN]):
        with st.container(border=True):
            _draw_item(k, item)
    st.page_link("dashboard/pages/review.py", label="Everything that waits, in Review", icon=":material/rule:")


def _draw_item(k: int, item: Row) -> None:
    words = f"Disputed date: “{item['words']}”" if item["words"] else "Undated article" if item["kind"] == "undated" else "Disputed date"
    st.html(element("p", item["title"], "item") + element("p", f"{words}. A decision settles {number(item['fixes'], 'event')}.", "quiet item small"))
    if item["kind"] == "undated":
        st.page_link("dashboard/pages/article.py", label="Set its date", icon=":material/event:", query_params={"id": item["article_id"]})
    else:
        st.button("Look at it", key=f"tray.{k}", on_click=session.look_at, kwargs={"event": item["event_id"]}, icon=":material/compare_arrows:")
