"""The lane timeline: a canvas of its own in plain JavaScript. Takes lanes, gives back what was opened, brushed or zoomed to."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dashboard.lanes import PRECISION_ORDER, Lanes
from dashboard.words import FAMILIES, LANES, STATUSES, TYPES

HERE = Path(__file__).parent
SCRIPTS = ("scale", "layout", "glyphs", "draw", "hands", "timeline")  # one module when put behind each other


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


@st.cache_resource(show_spinner=False)
def _component() -> Callable[..., Any]:
    code = "\n".join(_read(f"{script}.js") for script in SCRIPTS)
    return st.components.v2.component("dateline_timeline", html=_read("timeline.html"), css=_read("timeline.css"), js=code)


def _packed(rows: pd.DataFrame, *, by_column: bool) -> str:
    """32-bit integers as base64, column after column or row after row."""
    cells = rows.to_numpy(dtype="<i4")
    return base64.b64encode(np.ascontiguousarray(cells.T if by_column else cells).tobytes()).decode("ascii")


def payload(lanes: Lanes, *, by: str, rev: str, scope: str, selected: int | None, window: tuple[int, int] | None) -> dict[str, Any]:
    """What the component is sent. `rev` names the data, `scope` what it is a part of: a new scope shows all of its days."""
    data: dict[str, Any] = {
        "rev": rev, "scope": scope, "by": LANES[by], "span": lanes.span, "window": window, "titles": lanes.titles, "selected": selected,
        "lanes": [{"name": name, "count": count, "short": lanes.short.get(name)} for name, count in zip(lanes.names, lanes.counts, strict=True)],
        "families": [{"name": name, "light": light, "dark": dark} for name, light, dark in FAMILIES.values()],
        "types": [{"name": name, "family": list(FAMILIES).index(family)} for name, family in TYPES.values()],
        "statuses": [{"key": key, "name": name, "legend": legend} for key, (name, legend) in STATUSES.items()],
        "precisions": PRECISION_ORDER, "binned": bool(lanes.overview), "overview": lanes.overview or None,
    }  # fmt: skip
    if len(lanes.bins):
        data["bins"] = {"start": lanes.bin_start, "width": lanes.bin_width, "cells": _packed(lanes.bins, by_column=False)}
        data["used"] = sorted({int(f) for f in lanes.bins.family})
    else:
        data["marks"] = _packed(lanes.marks, by_column=True)
    return data


def timeline(data: dict[str, Any], *, key: str) -> Any:
    """Mounts the component; the result has `opened` (an event's number), `range` (two days) and `window` (two days or None)."""
    return _component()(
        key=key, data=data, default={"window": None}, on_opened_change=_nothing, on_range_change=_nothing, on_window_change=_nothing,
    )  # fmt: skip


def _nothing() -> None:
    """A callback must be there for a value to come back."""
