"""The queue of what is uncertain: undated articles, disputed dates, sources that disagree, one at a time."""

from __future__ import annotations

import duckdb
import streamlit as st

from dashboard import card, correct, log, session, waiting
from dashboard.dating import draw_dating
from dashboard.detail import EventDetail, Row, find_article, find_event
from dashboard.marked import element, in_paragraphs, paint
from dashboard.words import number

BEGINNING = 1_500  # characters of an undated article
NAMES = {
    "undated": "Undated article",
    "conflict": "Disputed date",
    "contradiction": "Sources disagree",
    "doubtful": "Doubtful event",
}


def main() -> None:
    con, build_id = session.open_tables()
    session.other_page("review")
    queue = _queue(build_id, con)
    st.html(element("h1", "Review", "headline"))
    if not queue:
        st.success("Nothing waits for a decision: every article is dated, and no date is disputed.", icon=":material/task_alt:")
        log.draw_history()
        return
    kinds = [k for k in NAMES if any(item["kind"] == k for item in queue)]
    chosen = st.pills(
        "What to look at",
        kinds,
        selection_mode="multi",
        key="review.kinds",
        format_func=lambda k: f"{NAMES[k]} {_waiting(queue, k):,}",
    )
    st.html(element("p", "The decision that settles most events comes first. What you decide can be taken back below.", "quiet"))
    queue = [item for item in queue if not chosen or item["kind"] in chosen]
    at = st.session_state.get("review.at", 0) % len(queue)
    _draw_steps(at, sum(_waiting(queue, k) for k in kinds))
    _draw_item(con, queue[at])
    log.draw_history()


@st.cache_data(max_entries=4, show_spinner=False)
def _queue(build_id: str, _con: duckdb.DuckDBPyConnection) -> list[Row]:
    return waiting.to_review(_con)


def _waiting(queue: list[Row], kind: str) -> int:
    """How many of a kind there are, listed or not."""
    return next((int(item["waiting"]) for item in queue if item["kind"] == kind), 0)


def _draw_steps(at: int, count: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Back", on_click=_go, args=(at - 1,), shortcut="k", icon=":material/arrow_back:", key="review.back")
        st.button("Skip", on_click=_go, args=(at + 1,), shortcut="j", icon=":material/arrow_forward:", key="review.skip")
        st.html(element("p", f"{at + 1:,} of {count:,}", "quiet item"))
    st.progress((at + 1) / count)


def _go(to: int) -> None:
    st.session_state["review.at"] = to


def _draw_item(con: duckdb.DuckDBPyConnection, item: Row) -> None:
    fixes = f" · a decision settles {number(item['fixes'], 'event')}" if item["fixes"] > 1 else ""
    st.html(element("p", NAMES[item["kind"]] + fixes, "quiet item"))
    if item["kind"] == "undated":
        _draw_undated(con, str(item["article_id"]))
        return
    detail = find_event(con, str(item["event_id"]))
    if detail is None:
        st.info("This event has changed since. Skip it.")
        return
    left, right = st.columns([1.4, 1], gap="large")
    with left:
        card.draw_body(detail)
    with right:
        _draw_choices(con, detail)


def _draw_undated(con: duckdb.DuckDBPyConnection, article_id: str) -> None:
    """The beginning of the article, where its day would stand, beside what is known of the day."""
    detail = find_article(con, article_id)
    if detail is None:
        return
    a = detail.article
    left, right = st.columns([1.4, 1], gap="large")
    with left:
        text = a["text"] if len(a["text"]) <= BEGINNING else a["text"][:BEGINNING].rsplit(" ", 1)[0] + " …"
        st.html(element("h2", a["heading"], "part") + f'<div class="reading">{in_paragraphs(paint(text, []))}</div>')
        st.page_link("dashboard/pages/article.py", label="Read it whole, with its events", icon=":material/article:", query_params={"id": article_id})
    with right:
        draw_dating(con, detail)


def _draw_choices(con: duckdb.DuckDBPyConnection, detail: EventDetail) -> None:
    st.html(element("h2", "Your decision", "part"))
    correct.draw_choices(detail)
    with st.expander("Correct it by hand", icon=":material/edit:"):
        correct.draw_fields(con, detail)
    st.page_link(
        "dashboard/pages/explore.py",
        label="Open it on the timeline",
        icon=":material/timeline:",
        query_params={"event": detail.event["event_id"]},
    )


main()
