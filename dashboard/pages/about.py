"""What the program does, what it does not, and whose work it stands on."""

from __future__ import annotations

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
Measured on articles written for it and read by people before the program was first run on them. 100 is perfect: 90 of
100 means that nine in ten were right.
"""
FIGURES = "## Figures"  # the part of the README whose first table is shown
SIGNS = """
| On the timeline | Means |
| --- | --- |
| filled dot or bar | happened, or is going on |
| half filled | claimed by one side |
| hollow diamond, dashed bar | planned or postponed |
| struck through | denied or cancelled |
| fading ends | some time within these days |
| small triangle | the words disagree about the date |
| arrow at an end | began before, or went on after |
"""
LICENCES = """
Dateline is free software under the MIT licence. It is built on Streamlit (Apache 2.0), DuckDB (MIT), pandas and NetworkX
(BSD), Plotly (MIT) and Apache Arrow (Apache 2.0). The rights in articles stay with their publishers.
"""
KEYS = """
| Key | Does |
| --- | --- |
| Tab to the timeline, then ← → | previous, next event |
| ↑ ↓ | other lane |
| Enter | open the event |
| + − Home | zoom in, out, show all |
| Shift + ← → | move in time |
| J, K | next, previous event in the card |
"""


def main() -> None:
    con, build_id = session.open_tables()
    session.other_page("about")
    h = queries.count_events(con, ANYTHING)
    st.html(element("h1", "About Dateline", "headline"))
    st.write("Articles go in, a table of dated events comes out, and every date, actor and claim leads back to the words that gave it.")
    st.html(element("p", f"On this computer: {number(h.all_events, 'event')} from {number(h.all_articles, 'article')}.", "quiet"))
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("How it works")
        st.markdown(METHOD)
        st.subheader("What it cannot do")
        st.markdown(LIMITS)
    with right:
        if scores := read_scores():
            st.subheader("How well it reads")
            st.markdown(f"{SCORES}\n{scores}")
        st.subheader("Signs")
        st.markdown(SIGNS)
        st.subheader("Keys")
        st.markdown(KEYS)
        st.subheader("Licences")
        st.markdown(LICENCES)
        st.caption(f"Table {build_id}")


def read_scores() -> str:
    """The table of scores, which is kept in one place; empty when that is not there."""
    try:
        readme = README.read_text(encoding="utf-8")
    except OSError:
        return ""
    lines = readme.partition(FIGURES)[2].splitlines()
    first = next((k for k, line in enumerate(lines) if line.startswith("|")), len(lines))
    return "\n".join(takewhile(lambda line: line.startswith("|"), lines[first:]))


main()
