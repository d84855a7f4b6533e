"""The log of corrections on screen: saving, what the last one did, taking back, and the log to take along."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard import session
from dashboard.words import number
from pipeline import cluster, corrections
from pipeline.corrections import Correction
from pipeline.errors import PipelineError

DID = {
    "set_published": "Publication date set", "clear_published": "Given publication date taken away", "choose_alternative": "Date settled",
    "set_date": "Date changed", "reject_date": "Date taken away", "set_field": "Event changed", "merge_events": "Events merged",
    "split_event": "Passage made an event of its own", "hide_event": "Event hidden", "add_event": "Event added", "merge_actors": "Actors merged",
    "split_actor": "Actor split", "rename_actor": "Actor renamed", "hide_actor": "Actor hidden", "add_alias": "Name added", "set_role": "Role set",
    "undo": "Correction taken back",
}  # fmt: skip


def save(*said: Correction) -> None:
    """Writes corrections into the log and shows the corrected tables. Meant as a callback."""
    data = session.data_folder()
    try:
        numbers = [corrections.add(data, c) for c in said]
        cluster.apply_corrections(data)
    except PipelineError as error:
        st.session_state["correct.error"] = str(error)
        return
    st.session_state["correct.done"] = (DID[said[0].kind], numbers) if said else None


def take_back(*numbers: int) -> None:
    """Undoes corrections by their numbers. Meant as a callback."""
    data = session.data_folder()
    try:
        for n in numbers:
            corrections.undo(data, n)
        cluster.apply_corrections(data)
    except PipelineError as error:
        st.session_state["correct.error"] = str(error)
        return
    st.session_state["correct.done"] = ("Taken back", [])


def has_outcome() -> bool:
    """Whether there is something that `draw_outcome` has yet to say."""
    return "correct.error" in st.session_state or "correct.done" in st.session_state


def draw_outcome() -> None:
    """What the last correction did, once, with a way back."""
    error = st.session_state.pop("correct.error", None)
    if error:
        st.error("This could not be saved.", icon=":material/error:")
        st.text(error)
    done = st.session_state.pop("correct.done", None)
    if done:
        words, numbers = done
        with st.container(horizontal=True, vertical_alignment="center", key="correct-outcome"):
            st.success(f"{words}. Timeline and table follow it.", icon=":material/task_alt:")
            if numbers:
                st.button("Undo", on_click=take_back, args=tuple(numbers), icon=":material/undo:", key="correct.undo")


def offer(label: str, said: Correction, *, key: str, icon: str, shortcut: str | None = None) -> None:
    """A button that saves one correction."""
    st.button(label, key=key, on_click=save, args=(said,), shortcut=shortcut, icon=f":material/{icon}:")


def draw_history() -> None:
    """Every correction made, with a way back, and the log to take along."""
    data = session.data_folder()
    entries, lost = corrections.active(data), {e.uid for e in corrections.orphans(data)}
    with st.expander(f"{number(len(entries), 'correction')} made", icon=":material/history:"):
        for e in reversed(entries[-50:]):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.button("Undo", key=f"history.{e.uid}", on_click=take_back, args=(e.id,), icon=":material/undo:")
                gone = " (its words are gone)" if e.uid in lost else ""
                st.text(f"{e.stamp[:10]}  {DID.get(e.correction.kind, e.correction.kind)}: {_said(e.correction)}{gone}")
        name = "dateline-corrections.jsonl"
        st.download_button("Download the log", lambda: corrections.export_log(data), name, on_click="ignore", icon=":material/download:")
        log = st.file_uploader("Take over another log", type=["jsonl"], key="history.file")
        if log and st.button("Take it over", key="history.import"):
            corrections.import_log(data, log.getvalue())
            cluster.apply_corrections(data)
            st.rerun()


def _said(c: Correction) -> str:
    values: dict[str, Any] = dict(c.values)
    about = f"“{c.quote[:80]}”" if c.quote else c.article or values.get("actor", "")
    to = values.get("published") or values.get("value") or values.get("into") or values.get("name") or values.get("alias") or values.get("date_start") or ""
    return f"{about}{' → ' + str(to) if to else ''}"
