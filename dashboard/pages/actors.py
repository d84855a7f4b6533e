"""Who is in the news: how often, when, with whom, what they do to each other; one actor closely, or two beside each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import streamlit as st

from dashboard import charts, correct, people, queries, session, ties
from dashboard.marked import Mark, element, paint
from dashboard.words import KIND, KINDS, days_in_words, number, published_in_words
from pipeline.query import ANYTHING, Filters, narrow

EXPLORE = "dashboard/pages/explore.py"
PLAIN = {"displayModeBar": False}
STRONGER = "Stronger colour: more events, each actor on its own scale."
LEFT_OUT = "Longer or less exact ones are left out."


def main() -> None:
    con, _ = session.open_tables()
    session.other_page("actors")
    names = people.list_actors(con)
    st.html(element("h1", "Actors", "headline"))
    if not names:
        st.info("No event names an actor yet. Add articles, and they appear here.", icon=":material/group_off:")
        return
    chosen = _choice(names)
    if len(chosen) == 0:
        _draw_circle(con)
    elif len(chosen) == 1:
        _draw_profile(con, chosen[0], names)
    else:
        _draw_two(con, chosen)


def _choice(names: list[str]) -> list[str]:
    """The actors looked at, up to two, kept in the URL."""
    asked = [n for n in st.query_params.get_all("name") if n in names][:2]
    if "actors.chosen" not in st.session_state or asked != st.session_state.get("actors.url", asked):
        st.session_state["actors.chosen"] = asked
    chosen = st.multiselect(
        "Look at one actor, or compare two",
        names,
        max_selections=2,
        key="actors.chosen",
        placeholder="All actors together",
    )
    if chosen != asked:
        st.query_params.from_dict({"name": chosen} if chosen else {})
    st.session_state["actors.url"] = chosen
    return chosen


def _draw_circle(con: duckdb.DuckDBPyConnection) -> None:
    filters = st.session_state.get("filters", ANYTHING)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        kinds = st.pills("Who", list(KINDS), selection_mode="multi", default=list(KINDS), format_func=KINDS.__getitem__, key="actors.kinds")
        limit = st.segmented_control("How many", [10, 20, 30], default=20, key="actors.limit", required=True)
        if narrow(filters):
            everything = st.toggle("Only the events that Explore shows", value=True, key="actors.filtered")
            filters = filters if everything else ANYTHING
    circle = people.find_circle(con, filters, tuple(kinds or KINDS), limit or 20)
    if circle.counts.empty:
        st.info("Nobody of this kind takes part in these events.", icon=":material/group_off:")
        return
    _draw_charts(circle, filters, dark=session.is_dark())


def _draw_charts(circle: people.Circle, filters: Filters, *, dark: bool) -> None:
    """Of the events that pass `filters`, which what is clicked narrows further."""
    left, right = st.columns(2, gap="large")
    names = [str(n) for n in circle.counts.name]
    with left:
        _title("Events for each actor", "A click on any mark of this page shows the events behind it.")
        _answer_actor(_chart(charts.actor_bars(circle.counts, dark=dark), "Bars: the number of events for each actor", "actors.bars"), filters)
    with right:
        _title("When they were active", f"{STRONGER} {LEFT_OUT}")
        _answer_period(_chart(charts.activity_strips(circle.periods, names, dark=dark), "Strips: events for each actor by time", "actors.periods"), filters)
    _title("Who appears with whom", f"A thicker line: more events together. Each actor with the {ties.STRONGEST} it appears with most.")
    _answer_actor(_chart(ties.network(circle.counts, circle.pairs, dark=dark), "Network: actors that share events", "actors.network"), filters)
    if circle.dealings.empty:
        _title("What they do to each other", "No event has one of them acting on another.")
    else:
        _title("What they do to each other", "On the left who acts, below on whom. A larger dot: more events. Its colour: the most frequent kind of event.")
        _answer_actor(_chart(ties.dealings_map(circle.dealings, dark=dark), "Dots: who acts on whom, and how", "actors.dealings"), filters)


def _title(words: str, about: str) -> None:
    st.html(element("h2", words, "part") + element("p", about, "quiet small"))


def _chart(figure: Any, alt: str, key: str) -> list[Any]:
    """Draws a figure; what stands behind the marks that were clicked."""
    state = st.plotly_chart(figure, key=key, on_select="rerun", selection_mode="points", config=PLAIN, alt=alt)
    points = state["selection"]["points"]
    return [p["customdata"] for p in points if p.get("customdata")]


def _answer_actor(found: list[Any], base: Filters = ANYTHING) -> None:
    """The events of the actor that was clicked, or of the two."""
    if found:
        _events_of(base, tuple(map(str, found[0])) if isinstance(found[0], list) else (str(found[0]),))


def _answer_period(found: list[Any], base: Filters = ANYTHING) -> None:
    if found:
        name, first, last = map(str, found[0])
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        _events_of(base, (name,), date_from=max(start, base.date_from or start), date_to=min(end, base.date_to or end), must=True)


def _answer_type(found: list[Any]) -> None:
    if found:
        _events_of(ANYTHING, (str(found[0][0]),), types=(str(found[0][1]),))


def _events_of(base: Filters, names: tuple[str, ...], **fields: Any) -> None:
    """Goes to Explore with the events behind a mark: of all that pass `base`, those in which all of `names` take part."""
    also = base.actors if base.together or len(base.actors) == 1 else ()
    every = tuple(dict.fromkeys((*also, *names)))
    st.session_state.filters = replace(base, actors=every, together=len(every) > 1, **fields)
    session.look_at(event=None)
    st.switch_page(EXPLORE)


def _draw_profile(con: duckdb.DuckDBPyConnection, name: str, names: list[str]) -> None:
    profile = people.find_profile(con, name)
    if profile is None:
        return
    dark = session.is_dark()
    also = [a for a in str(profile.actor["aliases"] or "").split("; ") if a and a != name]
    st.html(_facts(profile) + (element("p", "Also called " + ", ".join(also[:12]), "quiet") if also else ""))
    if st.button("Show these events on the timeline", icon=":material/timeline:", type="primary"):
        _events_of(ANYTHING, (name,))
    left, right = st.columns(2, gap="large")
    with left:
        _title("Activity", f"How many events, and when. {LEFT_OUT}")
        _answer_period(_chart(charts.activity_bars([profile.periods], [name], dark=dark), "Bars: events by time", "profile.periods"))
        if len(profile.partners):
            _title("Most often with", "Events in which both take part.")
            _answer_partner(name, _chart(charts.actor_bars(profile.partners, dark=dark), "Bars: events with each other actor", "profile.partners"))
    with right:
        _title("What kind of events", "A click on a bar shows its events.")
        _answer_type(_chart(charts.type_bars([profile.types], [name], dark=dark), "Bars: events by type", "profile.types"))
    _draw_roles(profile)
    correct.draw_actor_form(profile, names)


def _facts(profile: people.Profile) -> str:
    """Who it is, and how much is told."""
    actor = profile.actor
    facts = [KIND.get(actor["kind"], actor["kind"]), actor["subkind"], actor["affiliation"], actor["country"] if actor["country"] != actor["name"] else ""]
    told = number(profile.events, "event") + (f", {profile.dated:,} of them with a date" if profile.dated < profile.events else "")
    told += f": {days_in_words(profile.first, profile.last, 'interval')}" if profile.dated else ""
    return element("h2", actor["name"], "part") + element("p", " · ".join(str(f) for f in facts if f), "quiet") + element("p", f"{told}.")


def _answer_partner(name: str, found: list[Any]) -> None:
    _answer_actor([[name, found[0]]] if found else [])


def _draw_roles(profile: people.Profile) -> None:
    st.html(element("h3", "Roles over time", "part"))
    if not profile.roles:
        st.html(element("p", "No article gives a role.", "quiet"))
    for r in profile.roles:
        text, start = r["sentence"] or "", r["from_char"] or 0
        role = f"{r['role']}{', ' + r['affiliation'] if r['affiliation'] else ''}"
        st.html(
            f'<figure class="evidence">{element("b", role)}<blockquote>{paint(text, [Mark(r["char_start"], r["char_end"], "date")], offset=start)}</blockquote>'
            + element("figcaption", f"{r['source'] or r['article']}, {published_in_words(r['published'])}")
            + "</figure>"
        )


def _draw_two(con: duckdb.DuckDBPyConnection, chosen: list[str]) -> None:
    both = [p for p in (people.find_profile(con, name) for name in chosen) if p]
    dark = session.is_dark()
    for place, profile in zip(st.columns(2, gap="large"), both, strict=False):
        place.html(_facts(profile) + element("p", ", ".join(dict.fromkeys(str(r["role"]) for r in profile.roles)), "quiet"))
    shared = queries.count_events(con, Filters(actors=tuple(chosen), together=True)).events
    label = f"{number(shared, 'event')} in which both take part"
    if st.button(label, icon=":material/join_inner:", type="primary", disabled=not shared):
        _events_of(ANYTHING, tuple(chosen))
    _title("Activity", f"How many events, and when. {LEFT_OUT}")
    _answer_period(_chart(charts.activity_bars([p.periods for p in both], chosen, dark=dark), "Bars: events of both by time", "two.periods"))
    _title("What kind of events", "A click on a bar shows its events.")
    _answer_type(_chart(charts.type_bars([p.types for p in both], chosen, dark=dark), "Bars: events by type for both", "two.types"))


main()
