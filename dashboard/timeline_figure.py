"""The timeline as a Plotly figure: for pictures, and where the canvas is off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import clean, family_color, framed
from dashboard.words import days_in_words, status_name, type_name

NARROWEST = 140  # of these fit beside each other: a day among years would be a hair
ROUGH = 0.45  # opacity of what is known to a month or a year only
ROW = 15  # pixels
BACK, BACK_DARK = "#FFFFFF", "#10161F"
LINE, LINE_DARK = "#D5DBE3", "#324054"


class Bar(NamedTuple):
    """One event in one lane."""

    first: date
    last: date
    row: int  # from the foot
    lane: str
    event_id: str
    event_type: str
    words: str
    rough: bool


def _busy_days(rows: pd.DataFrame) -> list[date]:
    """From where to where nearly all events lie, with some air: a few far ones would press the others together."""
    starts, ends = sorted(rows.date_start), sorted(rows.date_end)
    cut = len(starts) // 33
    first, last = starts[cut], ends[-1 - cut]
    air = max(timedelta(days=3), (last - first) / 20)
    return [first - air, last + air]


def place_bars(rows: pd.DataFrame, least: timedelta) -> tuple[list[Bar], dict[str, float]]:
    """Bars in as many rows a lane as it takes that none covers another, each `least` wide; and the middle of each lane."""
    bars: list[Bar] = []
    middles: dict[str, float] = {}
    foot = 0
    for lane in list(dict.fromkeys(str(x) for x in rows.lane))[::-1]:
        ends: list[date] = []
        for r in rows[rows.lane == lane].sort_values(["date_start", "date_end"], kind="stable").itertuples():
            free = next((k for k, end in enumerate(ends) if end < r.date_start), len(ends))
            ends[free : free + 1] = [max(r.date_end, r.date_start + least)]
            bars.append(_bar(r, ends[free], foot + free))
        middles[lane] = foot + (len(ends) - 1) / 2
        foot += len(ends) + 1
    return bars, middles


def _bar(r: Any, last: date, row: int) -> Bar:
    words = f"{clean(str(r.title), 90)}<br>{days_in_words(r.date_start, r.date_end, r.precision)}, {status_name(str(r.status)).lower()}"
    return Bar(r.date_start, last, row, str(r.lane), str(r.event_id), str(r.event_type), words, r.precision not in ("day", "interval"))


def timeline_figure(rows: pd.DataFrame, *, dark: bool) -> go.Figure:
    """Events as bars from first to last day in their lanes."""
    days = _busy_days(rows)
    bars, middles = place_bars(rows, max(timedelta(days=1), (days[1] - days[0]) / NARROWEST))
    figure = go.Figure()
    for key in dict.fromkeys(b.event_type for b in bars):
        _add_bars(figure, key, [b for b in bars if b.event_type == key], dark=dark)
    line = LINE_DARK if dark else LINE
    most = max(b.row for b in bars)
    axis = {
        "tickvals": list(middles.values()), "ticktext": [clean(x) for x in middles], "automargin": True, "range": [-1, most + 1], "showgrid": False,
        "zeroline": False,
    }  # fmt: skip
    frame = {
        "xaxis": {"type": "date", "range": days, "gridcolor": line, "side": "top"}, "yaxis": axis, "dragmode": "pan",
        "legend": {"orientation": "h", "y": 0, "yanchor": "top"}, "plot_bgcolor": BACK_DARK if dark else BACK,
        "paper_bgcolor": BACK_DARK if dark else BACK, "shapes": [_between(lane, bars, line) for lane in middles],
    }  # fmt: skip
    return framed(figure, 150 + ROW * (most + 3), dark=dark, showlegend=True, barmode="overlay", **frame)


def _between(lane: str, bars: Iterable[Bar], color: str) -> dict[str, object]:
    """A line above a lane."""
    y = max(b.row for b in bars if b.lane == lane) + 1
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": {"color": color, "width": 1}, "layer": "below"}


def _add_bars(figure: go.Figure, key: str, bars: list[Bar], *, dark: bool) -> None:
    figure.add_bar(
        base=[b.first for b in bars],
        x=[((b.last - b.first) + timedelta(days=1)).total_seconds() * 1000 for b in bars],
        y=[b.row for b in bars],
        width=0.8,
        orientation="h",
        name=type_name(key),
        customdata=[b.event_id for b in bars],
        marker={"color": family_color(key, dark=dark), "opacity": [ROUGH if b.rough else 1 for b in bars], "cornerradius": 3},
        hovertext=[b.words for b in bars],
        hovertemplate="%{hovertext}<extra></extra>",
    )
