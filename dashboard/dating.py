"""When an article was published: what is known, what speaks for it, and the form that sets it."""

from __future__ import annotations

import duckdb
import streamlit as st

from dashboard import charts, correct, session
from dashboard.detail import ArticleDetail, Row
from dashboard.marked import element
from dashboard.words import PUBLISHED_BASES, certainty_in_words, day_in_words, number, published_in_words, with_days
from pipeline.model import read_candidates

PLAIN = {"displayModeBar": False}
CANDIDATES = 7  # of an article, that are shown
FAINT = 0.01  # weight below which none is
DAY, YEAR = 10, 4  # characters of an ISO day, and of its year
HINTS = 12  # that are shown
BOUNDS = ("existence", "landmark", "office")  # kinds of hints that only say before or after what it came out


def draw_dating(con: duckdb.DuckDBPyConnection, detail: ArticleDetail) -> None:
    st.html(element("h2", "When it was published", "part") + _known(detail.article))
    _draw_candidates(detail.article)
    _draw_proof(detail)
    correct.draw_date_form(con, detail)


def _known(a: Row) -> str:
    if not a["published"]:
        return element("p", "Undated", "big") + element("p", f"Its words do not decide the day. {_bounds(a)}", "quiet")
    basis = PUBLISHED_BASES.get(a["published_basis"] or "", "what is known")
    return element("p", published_in_words(a["published"]), "big") + element("p", f"From {basis}; {certainty_in_words(a['published_confidence'])}.", "quiet")


def _bounds(a: Row) -> str:
    first, last = a["published_earliest"], a["published_latest"]
    if first and last:
        return f"It came out between {day_in_words(first)} and {day_in_words(last)}."
    if first:
        return f"It did not come out before {day_in_words(first)}."
    return f"It did not come out after {day_in_words(last)}." if last else ""


def _draw_candidates(a: Row) -> None:
    """The days and years that it may be from with their weights, when there is more than one."""
    found = [(when, share) for when, share in read_candidates(a["published_candidates"] or "")[:CANDIDATES] if share >= FAINT]
    if len(found) < 2:
        return
    years = {when[:YEAR] for when, _ in found if len(when) == DAY}
    shown = [(_candidate(when, years), share) for when, share in found]
    rest = 1 - sum(share for _, share in shown)
    rows = [*shown, ("any other", rest)] if rest >= FAINT else shown
    st.html(element("p", "How likely each is, by what its words and its neighbours say:", "quiet"))
    st.plotly_chart(charts.day_bars(rows, dark=session.is_dark()), config=PLAIN, key="article.days", alt="Bars: how likely each day is")


def _candidate(when: str, years: set[str]) -> str:
    """`years` have days of their own in the list.

    >>> _candidate("2021", {"2021"}), _candidate("2022", {"2021"})
    ('another day of 2021', 'some day of 2022')
    """
    if len(when) == DAY:
        return published_in_words(when)
    return f"another day of {when}" if when in years else f"some day of {when}"


def _draw_proof(detail: ArticleDetail) -> None:
    if not detail.proof:
        st.html(element("p", "Nothing in it speaks for one day.", "quiet"))
        return
    st.html(element("h3", "What speaks for it" if detail.article["published"] else "What narrows it down", "part"))
    proof = sorted(detail.proof, key=lambda p: p["kind"] in BOUNDS)
    items = "".join(_proof(p) for p in proof[:HINTS])
    st.html(f'<ul class="proof">{items}</ul>')
    if len(detail.proof) > HINTS:
        st.html(element("p", f"and {number(len(detail.proof) - HINTS, 'weaker hint')}", "quiet"))


def _proof(p: Row) -> str:
    where = "" if p["char_start"] is not None else element("span", " (not in the text)", "quiet")
    return f"<li>{element('q', p['text'])}{where}: {element('span', with_days(p['says']), 'quiet')}</li>"
