"""The tray: what a decision would settle, the one that fixes most first."""

from __future__ import annotations

import duckdb
import streamlit as st

from dashboard import queries, session
from dashboard.detail import Row
from dashboard.marked import element
from dashboard.words import number

SHOWN = 6


@st.cache_data(max_entries=4, show_spinner=False)
def _waiting(build_id: str, _con: duckdb.DuckDBPyConnection) -> list[Row]:
    return queries.to_settle(_con)


def draw_tray(con: duckdb.DuckDBPyConnection, build_id: str) -> None:
    st.html(element("h2", "Choose an event", "tray") + element("p", "Click a mark or a row to see its words, its date and where they come from.", "quiet"))
    waiting = _waiting(build_id, con)
    if not waiting:
        st.html(element("p", "Every article is dated and no date is disputed.", "quiet"))
        return
    st.html(element("h3", "Worth settling", "tray"))
    for k, item in enumerate(waiting[:SHOWN]):
        with st.container(border=True):
            _draw_item(k, item)
    if len(waiting) > SHOWN:
        st.page_link("dashboard/pages/review.py", label=f"All {len(waiting)} in Review", icon=":material/rule:")


def _draw_item(k: int, item: Row) -> None:
    undated = item["kind"] == "undated"
    st.html(
        element("p", str(item["words"]), "item")
        + element("p", f"{'Undated article' if undated else 'Disputed date'} · would settle {number(item['fixes'], 'event')}", "quiet item")
    )
    if undated:
        st.page_link("dashboard/pages/article.py", label="Set its date", icon=":material/event:", query_params={"id": item["article_id"]})
    else:
        st.button("Look at it", key=f"tray.{k}", on_click=session.look_at, kwargs={"event": item["event_id"]}, icon=":material/compare_arrows:")
