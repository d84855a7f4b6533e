"""Forms that correct events, dates and actors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb
import streamlit as st

from dashboard import queries, session
from dashboard.detail import ArticleDetail, EventDetail, Row, find_event
from dashboard.log import offer, save, take_back
from dashboard.marked import element
from dashboard.people import Profile
from dashboard.preview import draw_preview
from dashboard.words import STATUSES, TYPES, day_in_words, days_in_words, status_name, type_name, with_days
from pipeline import corrections
from pipeline.corrections import Correction

FIRST_POSSIBLE, LAST_POSSIBLE = date(1, 1, 1), date(9999, 12, 31)


def _about_event(detail: EventDetail, kind: str, **values: Any) -> Correction:
    return _about_piece(detail.evidence[0], kind, **values)


def _about_piece(v: Row, kind: str, **values: Any) -> Correction:
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
    if not detail.evidence:
        return
    form = st.expander("Correct this event", icon=":material/edit:", key="correct.open", on_change="rerun")
    if not form.open:  # its fields are many, and an event is opened far more often than corrected
        return
    with form:
        if len(detail.alternatives) > 1:
            draw_choices(detail)
        draw_fields(con, detail)
        offer("Hide this event", _about_event(detail, "hide_event"), key="correct.hide", icon="visibility_off")


def draw_fields(con: duckdb.DuckDBPyConnection, detail: EventDetail) -> None:
    """Every field of an event, to be changed at once; and what belongs to it."""
    e = detail.event
    with st.form(f"correct.{e['event_id']}", border=False):
        title, event_type, status = _draw_what(e["title"], e["event_type"], e["status"])
        names = [r["name"] for r in detail.cast]
        speakers = list(dict.fromkeys([*filter(None, [e["speaker"]]), *names]))
        speaker = st.selectbox(
            "Said by", speakers, index=0 if e["speaker"] else None, placeholder="Nobody in particular", accept_new_options=True,
        )  # fmt: skip
        first, last = _draw_days(e["date_start"], e["date_end"])
        if st.form_submit_button("Save", type="primary", shortcut="s"):
            said = _changes(detail, {"title": title, "event_type": event_type, "status": status, "speaker": speaker or ""}, first, last)
            if said:
                save(*said)
                st.rerun()
    _draw_merge(con, detail)
    _draw_split(detail)


def _draw_what(title: str, event_type: str, status: str) -> tuple[str, str, str]:
    kinds, states = list(TYPES), list(STATUSES)
    return (
        st.text_input("What happened", value=title).strip(),
        st.selectbox("Type", kinds, index=kinds.index(event_type), format_func=type_name),
        st.selectbox("Did it happen?", states, index=states.index(status), format_func=status_name),
    )


def _draw_days(first: date | None, last: date | None) -> tuple[Any, Any]:
    left, right = st.columns(2)
    limits: dict[str, Any] = {"min_value": FIRST_POSSIBLE, "max_value": LAST_POSSIBLE, "format": "YYYY-MM-DD"}
    return left.date_input("First day", value=first, **limits), right.date_input("Last day", value=last, **limits)


def _changes(detail: EventDetail, fields: Mapping[str, str], first: Any, last: Any) -> list[Correction]:
    """One correction for each thing that the form changed."""
    e = detail.event
    said = [_about_event(detail, "set_field", field=f, value=v) for f, v in fields.items() if (v or f == "speaker") and v != (e[f] or "")]
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


def _draw_split(detail: EventDetail) -> None:
    """Makes a passage that tells of something else an event of its own."""
    if len(detail.evidence) < 2:
        return
    passages = {k: f"{v['source'] or v['article']}: {v['article_text'][v['char_start'] : v['char_end']]}" for k, v in enumerate(detail.evidence)}
    chosen = st.selectbox(
        "A passage tells of another event", list(passages), index=None, format_func=passages.__getitem__, placeholder="Choose a passage", key="correct.passage"
    )
    if chosen is not None:
        offer("Make it an event of its own", _about_piece(detail.evidence[chosen], "split_event"), key="correct.split", icon="call_split")


def draw_add_form(detail: ArticleDetail) -> None:
    """An event that was overlooked: the words of the article that tell of it, and what they say."""
    a = detail.article
    with st.expander("Add an event that was overlooked", icon=":material/add:"), st.form(f"add.{a['article_id']}", border=False):
        quote = st.text_area("The words that tell of it", placeholder="Copied from the article as they stand").strip()
        title, event_type, status = _draw_what("", "OTHER", "happened")
        who = st.multiselect("Who takes part", sorted({m["name"] for m in detail.mentions}))
        first, last = _draw_days(None, None)
        if st.form_submit_button("Add the event", type="primary"):
            problem = _missing(a["text"], quote, title, first or last)
            if problem:
                st.warning(problem, icon=":material/error:")
                return
            days = sorted([first or last, last or first])
            values = {"date_start": days[0].isoformat(), "date_end": days[1].isoformat(), "event_type": event_type, "status": status}
            save(Correction("add_event", a["text_hash"], a["name"], quote, a["text"].index(quote), {"title": title, "actors": who, **values}))
            st.rerun()


def _missing(text: str, quote: str, title: str, day: Any) -> str:
    """What the form for a new event still needs; empty when nothing."""
    if not quote or quote not in text:
        return "These words do not stand in the article. Copy them as they stand."
    return "" if title and day else "What happened, and on which day?"


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
