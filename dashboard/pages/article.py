"""One article: its words with every date, actor and event marked, and why it is dated as it is."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import correct, session
from dashboard.dating import draw_dating
from dashboard.detail import ArticleDetail, Row, find_article, list_articles
from dashboard.marked import Mark, element, in_paragraphs, paint, safe_link
from dashboard.words import FUNCTIONS, days_in_words, number, published_in_words, type_name

KINDS = {"date": "Dates", "actor": "Actors", "event": "Events", "furniture": "Not part of the story"}
SHOWN = 40  # events
TO_THE_PASSAGE = "<script>document.querySelector('mark.proof')?.scrollIntoView({block: 'center'})</script>"
FIRST_CHOICES = ["date", "actor", "event"]


def main() -> None:
    con, _ = session.open_tables()
    session.other_page("article")
    articles = list_articles(con)
    if not articles:
        st.html(element("h1", "Article", "headline"))
        st.info("There is no article yet.", icon=":material/article:")
        st.page_link("dashboard/pages/add.py", label="Add articles", icon=":material/note_add:")
        return
    detail = find_article(con, _choice(articles))
    if detail is None:
        return
    left, right = st.columns([1.7, 1], gap="large")
    with left:
        _draw_text(detail)
    with right:
        draw_dating(con, detail)
        _draw_events(detail)
        correct.draw_add_form(detail)


def _choice(articles: list[Row]) -> str:
    """The article looked at, kept in the URL."""
    by_id = {a["article_id"]: a for a in articles}
    asked = st.query_params.get("id", "")
    if asked in by_id and asked != st.session_state.get("article.url"):
        st.session_state["article.id"] = asked
    if st.session_state.get("article.id") not in by_id:
        st.session_state["article.id"] = asked if asked in by_id else articles[0]["article_id"]
    chosen = str(st.selectbox("Article", list(by_id), format_func=lambda k: _named(by_id[k]), key="article.id"))
    if chosen != asked:
        st.query_params.from_dict({"id": chosen})
    st.session_state["article.url"] = chosen
    return chosen


def _named(a: Row) -> str:
    return f"{a['title']} · {published_in_words(a['published'])} · {number(a['events'], 'event')}"


def _draw_text(detail: ArticleDetail) -> None:
    a = detail.article
    shown = st.pills("Show in the text", list(KINDS), selection_mode="multi", default=FIRST_CHOICES, format_func=KINDS.__getitem__, key="article.kinds") or []
    chosen = _chosen(detail, st.query_params.get("at", ""))
    marks = [m for m in _marks(detail) if m.kind in shown] + chosen
    origin = " · ".join(part for part in (safe_link(a["url"], a["source"] or a["url"] or ""), escape(published_in_words(a["published"]))) if part)
    title = element("h1", a["heading"], "headline")
    key = " ".join(element("mark", KINDS[k], k) for k in KINDS if k in shown)
    text = in_paragraphs(paint(a["text"], marks))
    st.html(f'<article>{title}<p class="quiet">{origin}</p><p class="key">{key}</p><div class="reading">{text}</div></article>')
    if chosen:
        st.html(TO_THE_PASSAGE, unsafe_allow_javascript=True)


def _marks(detail: ArticleDetail) -> list[Mark]:
    events = [Mark(e["char_start"], e["char_end"], "event", f"{type_name(e['event_type'])}: {e['title']}") for e in detail.events]
    dates = [Mark(t["char_start"], t["char_end"], "date", _date_note(t)) for t in detail.timexes]
    actors = [Mark(m["char_start"], m["char_end"], "actor", f"{m['name']} {FUNCTIONS.get(m['function'], '')}".strip()) for m in detail.mentions]
    furniture = [Mark(f["char_start"], f["char_end"], "furniture", "part of the page, not of the story") for f in detail.furniture]
    return [*furniture, *events, *dates, *actors]


def _date_note(t: Row) -> str:
    if t["date_start"] is None:
        return t["reason"] or "no day"
    return days_in_words(t["date_start"], t["date_end"], t["precision"]) + (", disputed" if t["conflict"] else "")


def _chosen(detail: ArticleDetail, at: str) -> list[Mark]:
    """The passage that a link pointed at."""
    return [Mark(e["char_start"], e["char_end"], "proof") for e in detail.events if at == str(e["char_start"])]


def _draw_events(detail: ArticleDetail) -> None:
    events = list({e["event_id"]: e for e in reversed(detail.events)}.values())[::-1]  # one may have several passages: it stands at its first
    st.html(element("h2", f"{number(len(events), 'event')} in this article", "part"))
    for e in events[:SHOWN]:
        with st.container(border=True, gap=None):
            st.html(element("p", days_in_words(e["date_start"], e["date_end"], e["precision"]), "quiet item small") + element("p", e["title"], "item"))
            link = {"event": e["event_id"]}
            st.page_link("dashboard/pages/explore.py", label="Open this event", icon=":material/timeline:", query_params=link)
    if len(events) > SHOWN:
        st.html(element("p", f"and {len(events) - SHOWN:,} more", "quiet"))


main()
