"""Who is in the news: how often, when, with whom, what they do to each other; one actor closely, or two beside each other."""

from __future__ import annotations

from typing import Any

import duckdb
import streamlit as st

from dashboard import charts, correct, people, session
from dashboard.marked import Mark, element, paint
from dashboard.words import days_in_words, number, published_in_words
from pipeline.query import ANYTHING, Filters, narrow

EXPLORE = "dashboard/pages/explore.py"
PLAIN = {"displayModeBar": False}


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
        kinds = st.pills(
            "Show", list(people.KINDS), selection_mode="multi", default=list(people.KINDS), format_func=people.KINDS.__getitem__, key="actors.kinds"
        )
        limit = st.segmented_control("How many", [10, 20, 30], default=20, key="actors.limit", required=True)
        if narrow(filters):
            everything = st.toggle("Only the events that Explore shows", value=True, key="actors.filtered")
            filters = filters if everything else ANYTHING
    circle = people.find_circle(con, filters, tuple(kinds or people.KINDS), limit or 20)
    if circle.counts.empty:
        st.info("Nobody of this kind takes part in these events.", icon=":material/group_off:")
        return
    _draw_charts(circle, dark=session.is_dark())


def _draw_charts(circle: people.Circle, *, dark: bool) -> None:
    left, right = st.columns(2, gap="large")
    names = [str(n) for n in circle.counts.name]
    with left:
        st.html(element("h2", "Events for each actor", "part"))
        _answer_actor(_chart(charts.actor_bars(circle.counts, dark=dark), "Bars: the number of events for each actor", "actors.bars"))
    with right:
        st.html(element("h2", "When they were active", "part"))
        _answer_month(_chart(charts.month_squares(circle.months, names, dark=dark), "Squares: events for each actor and month", "actors.months"))
    st.html(element("h2", "Who appears with whom", "part"))
    _answer_actor(_chart(charts.network(circle.counts, circle.pairs, dark=dark), "Network: actors that share events", "actors.network"))
    st.html(element("h2", "What they do to each other", "part") + element("p", "Read from the left to the foot: who acts, and on whom.", "quiet"))
    if circle.dealings.empty:
        st.html(element("p", "No event has one of them acting on another.", "quiet"))
    else:
        _answer_pair(_chart(charts.dealings_map(circle.dealings, dark=dark), "Dots: who acts on whom, and how", "actors.dealings"))


def _chart(figure: Any, alt: str, key: str) -> list[Any]:
    """Draws a figure; what stands behind the marks that were clicked."""
    state = st.plotly_chart(figure, key=key, on_select="rerun", selection_mode="points", config=PLAIN, alt=alt)
    points = state["selection"]["points"]
    return [p["customdata"] for p in points if p.get("customdata")]


def _answer_actor(found: list[Any]) -> None:
    if found:
        name = found[0][0] if isinstance(found[0], list) else found[0]
        _events_of(ANYTHING, actors=(str(name),))


def _answer_month(found: list[Any]) -> None:
    if found:
        first, last = session.month_of(str(found[0][1]))
        _events_of(ANYTHING, actors=(str(found[0][0]),), date_from=first, date_to=last)


def _answer_pair(found: list[Any]) -> None:
    if found:
        _events_of(ANYTHING, actors=tuple(map(str, found[0])), together=True)


def _events_of(base: Filters, **fields: Any) -> None:
    """Goes to Explore with the events behind a mark."""
    st.session_state.filters = base
    session.change(**fields)
    session.look_at(event=None)
    st.switch_page(EXPLORE)


def _draw_profile(con: duckdb.DuckDBPyConnection, name: str, names: list[str]) -> None:
    profile = people.find_profile(con, name)
    if profile is None:
        return
    actor = profile.actor
    facts = [people.KINDS.get(actor["kind"], actor["kind"]), actor["subkind"], actor["affiliation"], actor["country"]]
    also = [a for a in str(actor["aliases"] or "").split("; ") if a and a != name]
    span = f" between {days_in_words(profile.first, profile.first)} and {days_in_words(profile.last, profile.last)}" if profile.first else ""
    st.html(
        element("h2", name, "part")
        + element("p", " · ".join(str(f) for f in facts if f), "quiet")
        + (element("p", "Also called " + ", ".join(also[:12]), "quiet") if also else "")
        + element("p", f"{number(profile.events, 'event')}{span}.")
    )
    if st.button("Show these events on the timeline", icon=":material/timeline:", type="primary"):
        _events_of(ANYTHING, actors=(name,))
    left, right = st.columns(2, gap="large")
    with left:
        st.html(element("h3", "Activity by month", "part"))
        _answer_month(_chart(charts.month_lines([profile.months], [name], dark=session.is_dark()), "Bars: events by month", "profile.months"))
        st.html(element("h3", "Most often with", "part") + "<ul>" + "".join(element("li", f"{p['name']}: {p['c']:,}") for p in profile.partners) + "</ul>")
    with right:
        st.html(element("h3", "What kind of events", "part"))
        _chart(charts.type_bars([profile.types], [name], dark=session.is_dark()), "Bars: events by type", "profile.types")
    _draw_roles(profile)
    correct.draw_actor_form(profile, names)


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
        words = element("h2", profile.actor["name"], "part") + element("p", number(profile.events, "event"))
        place.html(words + element("p", ", ".join(dict.fromkeys(str(r["role"]) for r in profile.roles)), "quiet"))
    if st.button("Events in which both take part", icon=":material/join_inner:", type="primary"):
        _events_of(ANYTHING, actors=tuple(chosen), together=True)
    st.html(element("h3", "Activity by month", "part"))
    _answer_month(_chart(charts.month_lines([p.months for p in both], chosen, dark=dark), "Bars: events by month for both", "two.months"))
    st.html(element("h3", "What kind of events", "part"))
    _chart(charts.type_bars([p.types for p in both], chosen, dark=dark), "Bars: events by type for both", "two.types")


main()
