"""Puts a component of our own on the page: plain HTML, CSS and JavaScript in a folder, no build step, no network."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent
NOT_NEEDED = re.compile(r"^\s*(//.*)?\n|^[ ]+", re.MULTILINE)  # comments of a line, indents: they would be sent with every session


@st.cache_resource(show_spinner=False)
def component(folder: str, scripts: tuple[str, ...]) -> Callable[..., Any]:
    """The component in `folder`: its scripts behind each other are one module, the last of which exports it; what is not seen has no HTML."""

    def read(name: str) -> str | None:
        path = HERE / folder / name
        return NOT_NEEDED.sub("", path.read_text(encoding="utf-8")) if path.exists() else None

    code = "".join(read(f"{script}.js") or "" for script in scripts)
    return st.components.v2.component(f"dateline_{folder}", html=read(f"{folder}.html"), css=read(f"{folder}.css"), js=code)


def sent(key: str, name: str) -> Any:
    """What the component `key` has just sent under `name`; for its callback."""
    return getattr(st.session_state[key], name, None)
