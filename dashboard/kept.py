"""What the dashboard keeps beside the tables: saved views, and that the tour is done. Shared by all users of a data folder."""

from __future__ import annotations

import json
import os
from typing import Any

import streamlit as st

from dashboard import session
from dashboard.url import from_params, to_params
from pipeline.query import Filters

FILE = "dashboard.json"
STEPS = (
    ("Filter on the left", "Each choice shows how many events it leaves. Choices stand in the address of the page: copy it to share what you see."),
    ("Move along the timeline", "Turn the wheel to zoom, drag to move, or draw on the small map above. A fading mark is known only roughly."),
    ("Open an event", "Click a mark or a row: its words, why it has its date, and what speaks against it."),
    ("Settle what is open", "Set the date of an undated article or choose between two days. The timeline follows, and you can take it back."),
)


def _read() -> dict[str, Any]:
    """What is kept; nothing when the file is not there or not readable."""
    try:
        kept = json.loads((session.data_folder() / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(**fields: Any) -> None:
    path = session.data_folder() / FILE
    unfinished = path.with_suffix(f".{os.getpid()}.part")
    try:
        unfinished.write_text(json.dumps({**_read(), **fields}, ensure_ascii=False), encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        st.session_state["correct.error"] = f"{path}: {error.strerror or error}"


def draw_views(filters: Filters) -> None:
    """Saves what is looked at under a name, and brings it back."""
    views: dict[str, dict[str, list[str]]] = _read().get("views", {})
    with st.popover("Saved views", icon=":material/bookmark:", width="stretch"):
        name = st.text_input("Save this view as", key="views.name", max_chars=60).strip()
        look = st.session_state.look
        if name:
            st.button("Save", key="views.save", on_click=_save_view, args=(name, to_params(filters, look)))
        for k, saved in enumerate(views):
            st.text(saved)
            with st.container(horizontal=True):
                st.button("Open", key=f"views.open.{k}", on_click=_open_view, args=(views[saved],))
                st.button("Remove", key=f"views.remove.{k}", on_click=_write, kwargs={"views": {v: p for v, p in views.items() if v != saved}})


def _save_view(name: str, params: dict[str, list[str]]) -> None:
    _write(views={**_read().get("views", {}), name: params})
    st.session_state["views.name"] = ""


def _open_view(params: dict[str, list[str]]) -> None:
    st.session_state.filters, st.session_state.look = from_params(params)


def draw_tour() -> None:
    """Four steps for who is new; gone for good once dismissed."""
    if "tour.done" not in st.session_state:
        st.session_state["tour.done"] = bool(_read().get("toured"))
    if st.session_state["tour.done"]:
        return
    at = st.session_state.get("tour.at", -1)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="tour"):
        title, words = STEPS[at] if at >= 0 else ("New here?", "Four steps show how this works.")
        st.html(f'<p class="item"><b>{title}</b> {words}</p>')
        last = at == len(STEPS) - 1
        if not last:
            st.button("Next" if at >= 0 else "Take the tour", key="tour.next", on_click=_step, args=(at + 1,))
        st.button("Done" if last else "No, thanks", key="tour.end", on_click=_end_tour)


def _step(to: int) -> None:
    st.session_state["tour.at"] = to


def _end_tour() -> None:
    st.session_state["tour.done"] = True
    _write(toured=True)
