"""Forms that correct events, dates and actors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb
import streamlit as st

from dashboard import queries, session
from dashboard.detail import ArticleDetail, EventDetail, find_event
from dashboard.log import offer, save, take_back
from dashboard.marked import element
from dashboard.people import Profile
from dashboard.preview import draw_preview
from dashboard.words import STATUSES, TYPES, day_in_words, days_in_words, status_name, type_name, with_days
from pipeline import corrections
from pipeline.corrections import Correction

FIRST_POSSIBLE, LAST_POSSIBLE = date(1, 1, 1), date(9999, 12, 31)


def _about_event(detail: EventDetail, kind: str, **values: Any) -> Correction:
    v = detail.evidence[0]
    quote = v["article_text"][v["char_start"] : v["char_end"]]
    return Correction(kind, v["text_hash"], v["article"], quote, v["char_start"], values)


def _about_date(detail: EventDetail, kind: str, **values: Any) -> Correction:
    """About the words that give the date; about the clause when no words do."""
    v = next((v for v in detail.evidence if v["date_words"]), None)
    if v is None:
        return _about_event(detail, kind, **values)
    return Correction(kind, v["text_hash"], v["article"], v["date_words"], v["date_from"], values)


def draw_choices(detail: EventDetail) -> None:
    """One key for each thing that a disputed date may mean."""
    for k, a in enumerate(detail.alternatives[:9], 1):
        days = days_in_words(a["date_start"], a["date_end"])
        said = _about_date(detail, "choose_alternative", rank=a["rank"])
        st.button(
            f"It is {days}", key=f"choice.{k}", on_click=save, args=(said,), shortcut=str(k), icon=":material/check:", type="primary" if k == 1 else "secondary"
        )
        st.html(element("p", f"{with_days(a['reason'])} ({a['probability']:.0%})", "quiet item"))
    values = {v["value"] for v in detail.contradictions if v["field"] == "status"}
    for k, value in enumerate(sorted(v for v in values if v in STATUSES), len(detail.alternatives) + 1):
        said = _about_event(detail, "set_field", field="status", value=value)
        offer(f"It was: {status_name(value).lower()}", said, key=f"choice.{k}", icon="check", shortcut=str(k))
    right = _about_event(detail, "set_field", field="status", value=detail.event["status"])
    offer("It is right as it stands", right, key="choice.right", icon="thumb_up", shortcut="y")
    offer("It is no event: hide it", _about_event(detail, "hide_event"), key="choice.hide", icon="visibility_off", shortcut="h")


def draw_event_form(con: duckdb.DuckDBPyConnection, detail: EventDetail) -> None:
    e = detail.event
    if not detail.evidence:
        return
    with st.expander("Correct this event", icon=":material/edit:"):
        if len(detail.alternatives) > 1:
            draw_choices(detail)
        with st.form(f"correct.{e['event_id']}", border=False):
            kinds, states = list(TYPES), list(STATUSES)
            title = st.text_input("What happened", value=e["title"])
            event_type = st.selectbox("Type", kinds, index=kinds.index(e["event_type"]), format_func=type_name)
            status = st.selectbox("Did it happen?", states, index=states.index(e["status"]), format_func=status_name)
            left, right = st.columns(2)
            limits: dict[str, Any] = {"min_value": FIRST_POSSIBLE, "max_value": LAST_POSSIBLE, "format": "YYYY-MM-DD"}
            first, last = left.date_input("First day", value=e["date_start"], **limits), right.date_input("Last day", value=e["date_end"], **limits)
            if st.form_submit_button("Save", type="primary"):
                said = _changes(detail, {"title": title, "event_type": event_type, "status": status}, first, last)
                if said:
                    save(*said)
                    st.rerun()
        _draw_merge(con, detail)
        offer("Hide this event", _about_event(detail, "hide_event"), key="correct.hide", icon="visibility_off")


def _changes(detail: EventDetail, fields: Mapping[str, str], first: Any, last: Any) -> list[Correction]:
    """One correction for each thing that the form changed."""
    e = detail.event
    said = [_about_event(detail, "set_field", field=f, value=v) for f, v in fields.items() if v and v != e[f]]
    if not first and not last and e["date_start"]:
        said.append(_about_date(detail, "reject_date"))
    elif (first or last) and (first, last) != (e["date_start"], e["date_end"]):
        days = sorted([first or last, last or first])
        said.append(_about_date(detail, "set_date", date_start=days[0].isoformat(), date_end=days[1].isoformat()))
    return said


def _draw_merge(con: duckdb.DuckDBPyConnection, detail: EventDetail) -> None:
    near = {r[0]: f"{days_in_words(r[2], r[3])}: {r[1]}" for r in queries.near_events(con, detail.event["n"])}
    other = st.selectbox("The same event as", list(near), index=None, format_func=near.__getitem__, placeholder="Choose an event", key="correct.other")
    found = find_event(con, other) if other else None
    if found and found.evidence:
        v = _about_event(found, "hide_event")
        place = {"text_hash": v.text_hash, "article": v.article, "quote": v.quote, "char_start": v.char_start}
        offer("Merge the two", _about_event(detail, "merge_events", others=[place]), key="correct.merge", icon="merge")


def draw_date_form(con: duckdb.DuckDBPyConnection, detail: ArticleDetail) -> None:
    """Sets the day an article came out, after showing what that changes."""
    a = detail.article
    given = a["published"] if a["published"] and len(a["published"]) == 10 else None
    day: Any = st.date_input(
        "Set the date yourself", value=date.fromisoformat(given) if given else None, min_value=FIRST_POSSIBLE, max_value=LAST_POSSIBLE,
        format="YYYY-MM-DD", key=f"published.{a['article_id']}",
    )  # fmt: skip
    if day and day.isoformat() != a["published"]:
        draw_preview(detail, day)
        said = Correction("set_published", a["text_hash"], a["name"], values={"published": day.isoformat()})
        offer(f"Save {day_in_words(day)}", said, key="published.save", icon="save")
    by_hand = [x for x in corrections.active(session.data_folder()) if x.correction.kind == "set_published" and x.correction.text_hash == a["text_hash"]]
    if by_hand:
        st.button("Take your date away", on_click=take_back, args=tuple(x.id for x in by_hand), icon=":material/undo:", key="published.undo")
    elif a["published_basis"] in ("user", "metadata"):
        said = Correction("clear_published", a["text_hash"], a["name"])
        offer("This date is wrong: let the text decide", said, key="published.clear", icon="event_busy")


def draw_actor_form(profile: Profile, names: list[str]) -> None:
    actor = profile.actor
    who = {"actor": actor["name"], "kind": actor["kind"]}
    with st.expander("Correct this actor", icon=":material/edit:"):
        name = st.text_input("Name", value=actor["name"], key=f"actor.name.{actor['actor_id']}").strip()
        if name and name != actor["name"]:
            offer("Rename", Correction("rename_actor", values={**who, "name": name}), key="actor.rename", icon="edit")
        others = [n for n in names if n != actor["name"]]
        into = st.selectbox("The same as", others, index=None, placeholder="Choose an actor", key="actor.into")
        if into:
            offer("Merge the two", Correction("merge_actors", values={**who, "into": into}), key="actor.merge", icon="merge")
        alias = st.text_input("Is also called", key=f"actor.alias.{actor['actor_id']}").strip()
        if alias:
            offer("Add this name", Correction("add_alias", values={**who, "alias": alias}), key="actor.add", icon="add")
        offer("Hide: this is no actor", Correction("hide_actor", values=who), key="actor.hide", icon="visibility_off")
