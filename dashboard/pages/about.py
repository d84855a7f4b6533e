"""What the program does, what it does not, and whose work it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path

import streamlit as st

from dashboard import queries, session
from dashboard.marked import element
from dashboard.words import number
from pipeline.query import ANYTHING

README = Path(__file__).resolve().parents[2] / "README.md"
METHOD = """
1. **Dates.** Every date expression in an article is read: “on Monday”, “two weeks later”, “in August 2021”. Its days are
   counted from the day the article came out, or from a date told before it, never from today.
2. **The article's own day.** When it is not given, it is looked for in the text: a dateline, an embedded post, a weekday
   with its day, who held which office. When that does not decide it, the article stays undated and says so.
3. **Actors.** People, organisations and places are found, put under one name each, and told apart by what they do:
   who acts, who is acted on, who says so, who only carries the report.
4. **Events.** A clause that reports something becomes an event with its date, its kind and whether it happened, is planned,
   was denied or is only claimed. Reports of the same thing become one event with all its passages.
"""
LIMITS = """
- It reads English news text best. Other languages give dates and few events.
- A date known to the month is shown as the month. It is never turned into a day.
- “Nearly certain” is an estimate of this program, not of an editor. Every event shows its words: read them.
- Two outlets that carry one agency's report count as one source only where the text shows it.
- It knows nothing but the articles and its lists of countries, bodies and public facts. It fetches nothing by itself.
"""
SCORES = """
In each row: of how many, or out of 100. “Measured” is on the articles that the program was mended with, “unseen” on
others at the first reading: expect of your own articles what stands there. “Right” is how much of what it gives is
right, “found” how much of what is there it gives.
"""
FIGURES = "## Figures"  # the part of the README whose first table is shown
IN_PLAIN_WORDS = (
    (r"\bF1 ", ""),
    (r"precision ([\d.]+), recall ([\d.]+)", r"\1 right, \2 found"),
    (r", B-cubed", ""),
    (r", exact span and kind", " and what they are"),
)
SIGNS = (  # as classes of style.css
    ("happened, or is going on", "dot full", "bar full"),
    ("claimed by one side", "dot half", ""),
    ("planned or postponed", "dot diamond", "bar dashed"),
    ("denied or cancelled", "dot struck", ""),
    ("some time within these days", "bar fading", ""),
    ("the words disagree about the date", "dot full", "warned"),
    ("began before, or went on after", "bar full", "open"),
)
LICENCES = """
Dateline is free software under the MIT licence. It is built on Streamlit (Apache 2.0), DuckDB (MIT), pandas and NetworkX
(BSD), Plotly (MIT) and Apache Arrow (Apache 2.0). The rights in articles stay with their publishers.
"""
KEYS = (
    ("Tab to the timeline, then ← →", "previous, next event"),
    ("↑ ↓", "other lane"),
    ("Enter", "open the event"),
    ("+ − Home", "zoom in, out, show all"),
    ("Shift + ← →", "move in time"),
    ("J, K", "next, previous event in the card"),
    ("Esc", "close the card"),
)


def main() -> None:
    con, build_id = session.open_tables()
    session.other_page("about")
    h = queries.count_events(con, ANYTHING)
    st.html(element("h1", "About Dateline", "headline"))
    st.write("Articles go in, a table of dated events comes out, and every date, actor and claim leads back to the words that gave it.")
    st.html(element("p", f"On this computer: {number(h.all_events, 'event')} from {number(h.all_articles, 'article')}.", "quiet"))
    left, right = st.columns(2, gap="large")
    with left:
        _part("How it works", METHOD)
        _part("What it cannot do", LIMITS)
        _part("Licences", LICENCES)
        st.caption(f"This table is build {build_id}.")
    with right:
        if scores := read_scores():
            _part("How well it reads", f"{SCORES}\n{scores}")
        st.html(element("h2", "Signs on the timeline", "part") + _table((_drawn(signs), words) for words, *signs in SIGNS))
        st.html(element("h2", "Keys", "part") + _table((element("kbd", key), does) for key, does in KEYS))


def _part(title: str, words: str) -> None:
    st.html(element("h2", title, "part"))
    st.markdown(words)


def _drawn(signs: Iterable[str]) -> str:
    return "".join(f'<i class="{sign}"></i>' for sign in signs if sign)


def _table(rows: Iterable[tuple[str, str]]) -> str:
    """A sign or a key, as HTML, and what it means."""
    return '<table class="signs">' + "".join(f"<tr><th scope=row>{sign}</th>{element('td', words)}</tr>" for sign, words in rows) + "</table>"


def read_scores() -> str:
    """The table of scores, which is kept in one place, in words for all; empty when that is not there."""
    try:
        readme = README.read_text(encoding="utf-8")
    except OSError:
        return ""
    lines = readme.partition(FIGURES)[2].splitlines()
    first = next((k for k, line in enumerate(lines) if line.startswith("|")), len(lines))
    table = "\n".join(takewhile(lambda line: line.startswith("|"), lines[first:]))
    for jargon, plain in IN_PLAIN_WORDS:
        table = re.sub(jargon, plain, table)
    return table


main()
