"""The lane timeline: a canvas of its own in plain JavaScript. Takes lanes, gives back what was opened, brushed or zoomed to."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from dashboard.lanes import PRECISION_ORDER, Lanes
from dashboard.mount import component
from dashboard.words import FAMILIES, LANES, STATUSES, TYPES

SCRIPTS = ("scale", "layout", "glyphs", "draw", "hands", "timeline")  # one module when put behind each other


def _packed(rows: pd.DataFrame, *, by_column: bool) -> str:
    """32-bit integers, column after column or row after row."""
    cells = rows.to_numpy(dtype="<i4")
    return _deflated(np.ascontiguousarray(cells.T if by_column else cells).tobytes())


def _deflated(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data, 6)).decode("ascii")


def payload(lanes: Lanes, *, by: str) -> dict[str, Any]:
    """What the component is sent of the lanes themselves."""
    data: dict[str, Any] = {
        "by": LANES[by], "span": lanes.span, "titles": _deflated(json.dumps(lanes.titles).encode()),
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


def timeline(data: dict[str, Any], *, key: str, **callbacks: Callable[[], None]) -> None:
    """Mounts the component. It calls back with `opened` (an event's number), `range` (two days), `window` (two days or None) and `look`."""
    component("timeline", SCRIPTS)(key=key, data=data, default={"window": None}, **{f"on_{name}_change": call for name, call in callbacks.items()})
