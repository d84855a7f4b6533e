"""One article: its words with every date, actor and event marked, and why it is dated as it is."""

from __future__ import annotations

from html import escape

import duckdb
import streamlit as st

from dashboard import charts, correct, session
from dashboard.detail import ArticleDetail, Row, find_article, list_articles
from dashboard.marked import Mark, element, paint, safe_link
from dashboard.words import FUNCTIONS, PUBLISHED_BASES, certainty_in_words, day_in_words, days_in_words, number, published_in_words, type_name, with_days
from pipeline.model import read_candidates

KINDS = {"date": "Dates", "actor": "Actors", "event": "Events", "furniture": "Page furniture"}
PLAIN = {"displayModeBar": False}
CANDIDATES = 7  # of an article, that are shown
FAINT = 0.01  # weight below which none is
DAY = 10  # characters of an ISO day
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
        _draw_dating(con, detail)
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
    shown = st.pills("Marked", list(KINDS), selection_mode="multi", default=FIRST_CHOICES, format_func=KINDS.__getitem__, key="article.kinds")
    at = st.query_params.get("at", "")
    marks = [m for m in _marks(detail) if m.kind in (shown or [])] + _chosen(detail, at)
    origin = " · ".join(part for part in (safe_link(a["url"], a["source"] or a["url"] or ""), escape(published_in_words(a["published"]))) if part)
    title = element("h1", a["heading"], "headline")
    st.html(f'<article>{title}<p class="quiet">{origin}</p><div class="reading">{paint(a["text"], marks)}</div></article>')


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


def _draw_dating(con: duckdb.DuckDBPyConnection, detail: ArticleDetail) -> None:
    a = detail.article
    st.html(element("h2", "When it was published", "part"))
    if a["published"]:
        basis = PUBLISHED_BASES.get(a["published_basis"] or "", "what is known")
        st.html(
            element("p", published_in_words(a["published"]), "big") + element("p", f"From {basis}; {certainty_in_words(a['published_confidence'])}.", "quiet")
        )
    else:
        st.html(element("p", "Undated", "big") + element("p", "Its words do not decide the day. " + _bounds(a), "quiet"))
    _draw_candidates(a)
    _draw_proof(detail)
    correct.draw_date_form(con, detail)


def _bounds(a: Row) -> str:
    first, last = a["published_earliest"], a["published_latest"]
    if first and last:
        return f"It is from between {day_in_words(first)} and {day_in_words(last)}."
    if first:
        return f"It is not from before {day_in_words(first)}."
    return f"It is not from after {day_in_words(last)}." if last else ""


def _draw_candidates(a: Row) -> None:
    """The days and years that it may be from with their weights, when there is more than one."""
    found = read_candidates(a["published_candidates"] or "")
    shown = [(_candidate(when), share) for when, share in found[:CANDIDATES] if share >= FAINT]
    if len(shown) < 2:
        return
    rest = 1 - sum(share for _, share in shown)
    rows = [*shown, ("any other", rest)] if rest >= FAINT else shown
    st.plotly_chart(charts.day_bars(rows, dark=session.is_dark()), config=PLAIN, key="article.days", alt="Bars: how likely each day is")


def _candidate(when: str) -> str:
    return published_in_words(when) if len(when) == DAY else f"another day of {when}"


def _draw_proof(detail: ArticleDetail) -> None:
    if not detail.proof:
        st.html(element("p", "Nothing in it speaks for one day.", "quiet"))
        return
    st.html(element("h3", "What speaks for it", "part"))
    items = "".join(_proof(p) for p in detail.proof[:12])
    st.html(f'<ul class="proof">{items}</ul>')
    if len(detail.proof) > 12:
        st.html(element("p", f"and {number(len(detail.proof) - 12, 'weaker hint')}", "quiet"))


def _proof(p: Row) -> str:
    where = "" if p["char_start"] is not None else element("span", " (not in the text)", "quiet")
    return f"<li>{element('q', p['text'])}{where} {element('span', with_days(p['says']), 'quiet')}</li>"


def _draw_events(detail: ArticleDetail) -> None:
    st.html(element("h2", f"{number(len(detail.events), 'event')} in this article", "part"))
    for k, e in enumerate(detail.events):
        with st.container(border=True):
            st.html(element("p", days_in_words(e["date_start"], e["date_end"], e["precision"]), "quiet item") + element("p", e["title"], "item"))
            st.page_link(
                "dashboard/pages/explore.py",
                label="Open on the timeline",
                icon=":material/timeline:",
                query_params={"event": e["event_id"]},
            )
        if k == 39:
            st.html(element("p", f"and {len(detail.events) - 40} more", "quiet"))
            break


main()
