"""The timeline as a Plotly figure: for pictures, and where the canvas is off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import clean, framed
from dashboard.words import FAMILIES, STATUSES, TYPES, days_in_words, status_name

NARROWEST = 140  # of these fit beside each other: a day among years would be a hair
ROUGH = 0.55  # opacity of what is known to a month or a year only
ROW = 15  # pixels
GUTTER, LETTER, AIR, SIGN = 220, 6.4, 5, 12  # pixels of the names of lanes, of a letter of a title, before it, of the sign of a dispute
LEAST_LETTERS = 6  # of a title; fewer say nothing
BACK, BACK_DARK = "#FFFFFF", "#10161F"
LINE, LINE_DARK = "#D5DBE3", "#324054"
GREY, GREY_PALE = "#7A8797", "rgba(122,135,151,0.4)"
WARN, WARN_DARK = "#B3261E", "#FFD23F"
FILLED = ("", "claimed")  # what the legend calls a status -> whether its bar is filled; the others are outlines
PATTERNS = {"claimed": "/", "denied or cancelled": "x", "hypothetical": "."}


class Bar(NamedTuple):
    """One event in one lane."""

    first: date
    last: date
    row: int  # from the foot
    lane: str
    event_id: str
    family: str
    standing: str  # what the legend calls its status
    title: str
    words: str
    rough: bool
    disputed: bool


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
    title = str(r.title)
    words = f"{clean(title, 90)}<br>{days_in_words(r.date_start, r.date_end, r.precision)}, {status_name(str(r.status)).lower()}"
    family, standing = TYPES.get(str(r.event_type), ("", "statement"))[1], STATUSES.get(str(r.status), ("", ""))[1]
    rough, disputed = r.precision not in ("day", "interval"), bool(r.conflict)
    words += "<br>disputed date" if disputed else ""
    return Bar(r.date_start, last, row, str(r.lane), str(r.event_id), family, standing, title, words, rough, disputed)


def timeline_figure(rows: pd.DataFrame, *, dark: bool, width: int = 0) -> go.Figure:
    """Events as bars from first to last day in their lanes; with their titles where there is room when the pixels of its `width` are known."""
    days = _busy_days(rows)
    bars, middles = place_bars(rows, max(timedelta(days=1), (days[1] - days[0]) / NARROWEST))
    figure = go.Figure()
    for family in FAMILIES:
        _add_bars(figure, family, [b for b in bars if b.family == family], dark=dark)
    _add_signs(figure, bars, dark=dark)
    if width:
        _add_titles(figure, bars, days, width)
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


def _add_bars(figure: go.Figure, family: str, bars: list[Bar], *, dark: bool) -> None:
    if not bars:
        return
    name, *colors = FAMILIES[family]
    figure.add_bar(
        base=[b.first for b in bars],
        x=[((b.last - b.first) + timedelta(days=1)).total_seconds() * 1000 for b in bars],
        y=[b.row for b in bars],
        width=0.8,
        orientation="h",
        legendgroup=family,
        showlegend=False,
        customdata=[b.event_id for b in bars],
        marker=_look([b.standing for b in bars], [b.rough for b in bars], colors[dark], dark=dark),
        hovertext=[b.words for b in bars],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    figure.add_bar(x=[None], y=[None], name=name, legendgroup=family, marker={"color": colors[dark], "cornerradius": 3})


def _look(standings: list[str], rough: list[bool], color: str, *, dark: bool) -> dict[str, Any]:
    """How bars look: colour says what kind of event, the filling whether it happened, paleness that it is known roughly."""
    back = BACK_DARK if dark else BACK
    return {
        "color": [color if s in FILLED else back for s in standings],
        "opacity": [ROUGH if r else 1 for r in rough],
        "line": {"color": color, "width": [0 if s == "" else 1.6 for s in standings]},
        "pattern": {"shape": [PATTERNS.get(s, "") for s in standings], "fgcolor": [back if s in FILLED else color for s in standings], "size": 5},
        "cornerradius": 3,
    }


def _add_titles(figure: go.Figure, bars: list[Bar], days: list[date], width: int) -> None:
    """To the right of each bar, as much of its title as stands before the next bar of the row."""
    pixel = (days[1] - days[0]) / (width - GUTTER)
    after = {b: c.first for b, c in pairwise(sorted(bars, key=lambda b: (b.row, b.first))) if b.row == c.row}
    told = []
    for b in bars:
        start = b.last + timedelta(days=1) + pixel * (AIR + (SIGN if b.disputed else 0))
        room = int((after.get(b, days[1]) - start) / pixel / LETTER) - 1
        if room >= LEAST_LETTERS:
            told.append((start, b.row, clean(b.title, room)))
    starts, rows, titles = zip(*told, strict=True) if told else ((), (), ())
    figure.add_scatter(x=starts, y=rows, text=titles, mode="text", textposition="middle right", textfont_size=12, hoverinfo="skip", showlegend=False)


def _add_signs(figure: go.Figure, bars: list[Bar], *, dark: bool) -> None:
    """What the fillings mean, as far as they occur; and the sign of a disputed date."""
    for standing in dict.fromkeys(legend for _, legend in STATUSES.values() if legend):
        if any(b.standing == standing for b in bars):
            figure.add_bar(x=[None], y=[None], name=standing, marker=_look([standing], [False], GREY, dark=dark))
    if any(b.rough for b in bars):
        figure.add_bar(x=[None], y=[None], name="some time in these days", marker={"color": GREY_PALE, "cornerradius": 3})
    disputed = [b for b in bars if b.disputed]
    if disputed:
        color = WARN_DARK if dark else WARN
        beside = {"mode": "text", "text": ["▲"] * len(disputed), "textposition": "middle right", "textfont": {"color": color, "size": 10}}
        ends, rows = [b.last + timedelta(days=1) for b in disputed], [b.row for b in disputed]
        figure.add_scatter(x=ends, y=rows, **beside, hoverinfo="skip", showlegend=False)
        figure.add_scatter(x=[None], y=[None], mode="markers", marker={"symbol": "triangle-up", "size": 9, "color": color}, name="disputed date")
