"""What a publication date would change, before it is saved: the same pipeline, run on the one article."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard.detail import ArticleDetail, Row
from dashboard.marked import element
from dashboard.words import days_in_words, number
from pipeline import seeds
from pipeline.model import Source, Timex
from pipeline.run import run
from pipeline.tables import to_records, to_table

SHOWN = 12


@st.cache_resource(show_spinner=False)
def _seeds() -> seeds.Seeds:
    return seeds.read_seeds()


@st.cache_data(max_entries=50, show_spinner="Reading it again…")
def read_with(name: str, text: str, title: str | None, source: str | None, url: str | None, day: date) -> list[Timex]:
    """The dates of an article, read as if it had come out on `day`."""
    sources = to_table([Source(name, text, title, source, url, day.isoformat(), "user")], Source)
    timexes: list[Timex] = to_records(run(sources, _seeds(), scope=None).telling.timexes, Timex)
    return timexes


def changes_on(detail: ArticleDetail, day: date) -> list[tuple[str, str, str]]:
    """Words, the days that they have now and the days they would have, where these differ."""
    a = detail.article
    now: dict[tuple[int, int], Row] = {(t["char_start"], t["char_end"]): t for t in detail.timexes}
    found = []
    for t in read_with(a["name"], a["text"], a["title"], a["source"], a["url"], day):
        old = now.get((t.char_start, t.char_end))
        if old and (old["date_start"], old["date_end"]) != (t.date_start, t.date_end):
            found.append((t.text, _days(old["date_start"], old["date_end"], old["precision"]), _days(t.date_start, t.date_end, t.precision)))
    return found


def _days(start: date | None, end: date | None, precision: str | None) -> str:
    return days_in_words(start, end, precision) if start else "no date"


def draw_preview(detail: ArticleDetail, day: date) -> None:
    found = changes_on(detail, day)
    if not found:
        st.html(element("p", "No date in the text would change, but events without a date of their own would move to this day.", "quiet"))
        return
    items = "".join(f"<li>{element('q', words)} {element('span', old, 'old')} → {element('b', new)}</li>" for words, old, new in found[:SHOWN])
    st.html(element("p", f"This would change {number(len(found), 'date')}:") + f"<ul>{items}</ul>")
