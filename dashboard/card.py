"""The event card: what, when, who, in whose words, and why the date is what it is."""

from __future__ import annotations

from html import escape

import duckdb
import streamlit as st

from dashboard import correct, queries, session
from dashboard.detail import EventDetail, Row
from dashboard.marked import Mark, element, paint, safe_link
from dashboard.words import (
    CONTRADICTED,
    DATE_BASES,
    FAMILIES,
    FUNCTIONS,
    TYPES,
    certainty_in_words,
    days_in_words,
    number,
    published_in_words,
    status_name,
    type_name,
    with_days,
)  # fmt: skip
from pipeline.query import Filters

LINK_WORDS = {
    "announces": "Announces", "follows": "Comes after", "repeats": "Repeats", "denies": "Denies", "from announces": "Announced in",
    "from follows": "Followed by", "from repeats": "Repeated in", "from denies": "Denied in",
}  # fmt: skip
READ_FROM = {"absolute": "It names the day itself.", "text": "It names the day itself."}


def draw_card(con: duckdb.DuckDBPyConnection, filters: Filters, detail: EventDetail | None) -> None:
    """The event with what can be done with it; its neighbours are those that pass the filters."""
    if detail is None:
        st.info("This event is no longer in the table. Its articles may have been taken out or corrected.", icon=":material/search_off:")
        st.button("Close", on_click=session.look_at, kwargs={"event": None})
        return
    _steps(con, filters, detail.event)
    draw_body(detail)
    _links(detail)
    correct.draw_event_form(con, detail)


def draw_body(detail: EventDetail) -> None:
    """All that is known about the event, without what can be done with it."""
    name = escape(detail.event["event_id"])
    st.html(
        f'<section class="card" data-event="{name}" aria-label="The chosen event">{_head(detail)}{_cast(detail)}{_date(detail)}{_against(detail)}</section>'
    )
    _evidence(detail)


def _steps(con: duckdb.DuckDBPyConnection, filters: Filters, event: Row) -> None:
    before, after = queries.neighbours(con, filters, event["n"])
    with st.container(horizontal=True, gap="small"):
        _step("Previous", before, "k", disabled=before is None)
        _step("Next", after, "j", disabled=after is None)
        _step("Close", None, "Escape")


def _step(label: str, event: str | None, shortcut: str, *, disabled: bool = False) -> None:
    st.button(label, key=f"card.{label.lower()}", on_click=session.look_at, kwargs={"event": event}, shortcut=shortcut, disabled=disabled)


def _head(detail: EventDetail) -> str:
    e = detail.event
    family = FAMILIES[TYPES.get(e["event_type"], ("", "statement"))[1]]
    colors = f"--light: {family[1]}; --dark: {family[2]}"
    badges = f'<span class="badge kind" style="{colors}">{escape(type_name(e["event_type"]))}</span>'
    badges += element("span", status_name(e["status"]), f"badge {e['status']}")
    if e["conflict"]:
        badges += element("span", "Disputed date", "badge warn")
    when = days_in_words(e["date_start"], e["date_end"], e["precision"])
    edtf = f"<details><summary>Exact form</summary><code>{escape(e['edtf'] or 'none')}</code></details>"
    return f'<div class="when"><strong>{escape(when)}</strong>{edtf}</div>{element("h3", e["title"])}<p class="badges">{badges}</p>' + element(
        "p", f"{_reported(e)}; {certainty_in_words(e['confidence'])}.", "quiet"
    )


def _reported(e: Row) -> str:
    words = f"In {number(e['n_articles'], 'article')}"
    if e["n_articles"] > 1:
        words += f" of {number(e['n_outlets'], 'outlet')}, {number(e['n_independent'], 'independent source')}"
    return words


def _cast(detail: EventDetail) -> str:
    if not detail.cast:
        return ""
    items = "".join(f"<li>{element('b', c['name'])} {element('span', FUNCTIONS.get(c['function'] or 'mentioned', ''), 'quiet')}</li>" for c in detail.cast)
    said = ""
    if detail.event["speaker"]:
        role = f", {detail.event['speaker_role']}" if detail.event["speaker_role"] else ""
        how = {"direct": "in their own words", "indirect": "as reported"}.get(detail.event["speech"] or "", "")
        via = f" by {detail.event['reported_via']}" if detail.event["reported_via"] else ""
        said = element("p", f"Said by {detail.event['speaker']}{role}{', ' + how if how else ''}{via}.")
    return f"<h4>Who</h4><ul>{items}</ul>{said}"


def _date(detail: EventDetail) -> str:
    e = detail.event
    first = next((v for v in detail.evidence if v["date_words"]), None)
    words = element("p", DATE_BASES.get(e["date_basis"], ""))
    if first:
        words = f"<p>The words {element('q', first['date_words'])} give the date. {escape(_anchor(first['anchor']))}</p>"
        words += f'<details><summary>How it was read</summary><p class="quiet">Rule <code>{escape(first["rule"] or "")}</code>, '
        words += f"value <code>{escape(first['value'] or '')}</code></p></details>"
    if len(detail.alternatives) > 1:
        words += "<p>It could mean:</p><ol>" + "".join(_alternative(a) for a in detail.alternatives) + "</ol>"
    return f"<h4>Why this date</h4>{words}"


def _anchor(anchor: str | None) -> str:
    """What the day was counted from, when that is another day."""
    if not anchor or not anchor[:4].isdigit():
        return ""
    return f"It was counted from {published_in_words(anchor[:10])}."


def _alternative(a: Row) -> str:
    why = f"{a['probability']:.0%}: {with_days(a['reason'])}"
    return f"<li>{element('b', days_in_words(a['date_start'], a['date_end']))} {element('span', why, 'quiet')}</li>"


def _against(detail: EventDetail) -> str:
    if not detail.contradictions:
        return ""
    items = "".join(element("li", f"On {CONTRADICTED.get(c['field'], c['field'])}: {_value(c)}, says {c['sources']}") for c in detail.contradictions)
    return f'<h4>What the sources disagree on</h4><ul class="warned">{items}</ul>'


def _value(c: Row) -> str:
    return {"status": status_name, "event_type": type_name}.get(c["field"], with_days)(str(c["value"]))


def _evidence(detail: EventDetail) -> None:
    count = len(detail.evidence)
    st.html(element("h4", "In the words of the article" if count == 1 else f"In the words of {count} passages", "outside"))
    for v in detail.evidence:
        st.html(f'<figure class="evidence"><blockquote>{_passage(v)}</blockquote><figcaption>{_origin(v)}</figcaption></figure>')
        st.page_link(
            "dashboard/pages/article.py", label="Read it in the article", icon=":material/article:",
            query_params={"id": v["article_id"], "at": str(v["char_start"])},
        )  # fmt: skip


def _passage(v: Row) -> str:
    start, end = v["from_char"], v["to_char"]
    if start is None or end is None:
        start, end = v["char_start"], v["char_end"]
    text = v["article_text"][start:end]
    marks = [Mark(v["char_start"], v["char_end"], "chosen")]
    if v["date_from"] is not None:
        marks.append(Mark(v["date_from"], v["date_to"], "date", "the words that give the date"))
    return paint(text, marks, offset=start)


def _origin(v: Row) -> str:
    name = safe_link(v["url"], v["source"] or v["article_title"] or v["article"])
    return f"{name}, {escape(published_in_words(v['published']).lower() if not v['published'] else published_in_words(v['published']))}"


def _links(detail: EventDetail) -> None:
    for k, link in enumerate(detail.links):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(LINK_WORDS.get(link["kind"], "See also"), key=f"card.link.{k}", on_click=session.look_at, kwargs={"event": link["event_id"]})
            st.text(link["title"])
