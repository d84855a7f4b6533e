"""Tables in, Plotly figures out. Every mark carries in customdata what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.words import days_in_words, number, type_name

MAIN, MAIN_DARK = "#0B5FA5", "#4FA3E3"
FEW = 6  # events that an axis counts one by one
DAY = 24 * 3600 * 1000  # milliseconds
GAP = 0.88  # part of a period that its bar fills
NARROWEST = 160  # periods that a chart shows as wide as they are; the bars of shorter ones are widened
SECOND, SECOND_DARK = "#B4531A", "#FECA58"
TEXT, TEXT_DARK = "#1B2430", "#E6EBF2"
NAME_ROOM = 28  # characters of a name on an axis


def clean(text: str, room: int = NAME_ROOM) -> str:
    """Plotly reads a little HTML in labels: names of others are shown as they are."""
    return escape(text if len(text) <= room else text[: room - 1] + "…", quote=False)


def framed(figure: go.Figure, height: int, *, dark: bool, **layout: Any) -> go.Figure:
    text = {"family": "Source Sans, sans-serif", "size": 13, "color": TEXT_DARK if dark else TEXT}
    options = {"margin": {"l": 8, "r": 8, "t": 8, "b": 8}, "showlegend": False, "dragmode": False, "hoverlabel": {"align": "left"}, "font": text, **layout}
    figure.update_xaxes(tickfont_color=text["color"]).update_yaxes(tickfont_color=text["color"])
    return figure.update_layout(height=height, **options)


def _main(dark: bool) -> str:
    return MAIN_DARK if dark else MAIN


def actor_bars(counts: pd.DataFrame, *, dark: bool) -> go.Figure:
    """Events per actor, most at the top."""
    rows = counts.iloc[::-1]
    names = [str(n) for n in rows.name]
    bars = go.Bar(
        x=[int(c) for c in rows.c],
        y=list(range(len(names))),
        orientation="h",
        customdata=names,
        marker={"color": _main(dark), "cornerradius": 3},
        text=[f"{int(c):,}" for c in rows.c],
        textposition="outside",
        cliponaxis=False,
        hovertext=[f"{clean(n, 80)}: {number(int(c), 'event')}" for n, c in zip(names, rows.c, strict=True)],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    numbers = {"visible": False, "range": [0, max(map(int, rows.c), default=1) * 1.18]}
    return framed(go.Figure(bars), _tall(names), dark=dark, yaxis=_rows_axis(names), xaxis=numbers, bargap=0.25, margin=FOOT)


FOOT = {"l": 8, "r": 8, "t": 8, "b": 34}  # room for the days of one chart, which stands beside another without


def _tall(names: Sequence[str]) -> int:
    return 48 + 26 * len(names)


def _rows_axis(names: Sequence[str]) -> dict[str, Any]:
    """A row for each name, from the foot up."""
    ticks = {"tickvals": list(range(len(names))), "ticktext": [clean(n) for n in names]}
    return {**ticks, "automargin": True, "zeroline": False, "range": [-0.7, len(names) - 0.3]}


def _widths(rows: Iterable[tuple[date, date]]) -> list[float]:
    """Milliseconds that the bars of periods, first and last day, are wide."""
    found = list(rows)
    least = (max(last for _, last in found) - min(first for first, _ in found)).days / NARROWEST if found else 0
    return [max((last - first).days + 1, least) * DAY * GAP for first, last in found]


def _customs(name: str, first: date, last: date) -> list[str]:
    return [name, first.isoformat(), last.isoformat()]


def activity_strips(periods: pd.DataFrame, names: Sequence[str], *, dark: bool) -> go.Figure:
    """When each actor was active, darker for more; each on a scale of its own. `periods` has name, first, last, c."""
    most = periods.groupby("name").c.max().to_dict()
    rows = [(str(n), first, last, int(c)) for n, first, last, c in zip(periods.name, periods["first"], periods["last"], periods.c, strict=True)]
    upward = list(reversed(list(names)))
    place = {n: k for k, n in enumerate(upward)}
    figure = go.Figure(
        go.Bar(
            base=[first for _, first, _, _ in rows],
            x=_widths((first, last) for _, first, last, _ in rows),
            y=[place[n] for n, *_ in rows],
            width=0.72,
            orientation="h",
            customdata=[_customs(n, first, last) for n, first, last, _ in rows],
            marker={"color": _main(dark), "opacity": [0.25 + 0.75 * c / int(most[n]) for n, *_, c in rows], "line": {"width": 0}},
            hovertext=[f"{clean(n, 80)}, {days_in_words(first, last, 'interval')}: {number(c, 'event')}" for n, first, last, c in rows],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )
    return framed(figure, _tall(names), dark=dark, yaxis=_rows_axis(upward), xaxis={"type": "date", "zeroline": False}, barmode="overlay", margin=FOOT)


def _counts(most: int) -> dict[str, Any]:
    """An axis of whole numbers: with few events its ticks would stand at fractions."""
    return {"tickformat": ",d"} | ({"dtick": 1} if most <= FEW else {})


def activity_bars(periods: Sequence[pd.DataFrame], names: Sequence[str], *, dark: bool) -> go.Figure:
    """Events by period of one actor or of two side by side; each frame has first, last, c."""
    colors = (_main(dark), SECOND_DARK if dark else SECOND)
    figure = go.Figure()
    for k, (frame, name, color) in enumerate(zip(periods, names, colors, strict=False)):
        rows = list(zip(frame["first"], frame["last"], map(int, frame.c), strict=True))
        widths = [width / len(names) for width in _widths((first, last) for first, last, _ in rows)]
        figure.add_bar(
            x=[first for first, *_ in rows],
            y=[c for *_, c in rows],
            width=widths,
            offset=[k * width for width in widths],
            name=clean(name),
            marker={"color": color, "cornerradius": 2},
            customdata=[_customs(name, first, last) for first, last, _ in rows],
            hovertext=[f"{days_in_words(first, last, 'interval')}: {number(c, 'event')}" for first, last, c in rows],
            hovertemplate="%{hovertext}<extra>" + clean(name) + "</extra>",
        )
    most = max((int(c) for frame in periods for c in frame.c), default=1)
    legend = {"orientation": "h", "y": 1.15}
    return framed(figure, 260, dark=dark, showlegend=len(names) > 1, legend=legend, xaxis={"type": "date"}, yaxis=_counts(most))


def type_bars(types: Sequence[pd.DataFrame], names: Sequence[str], *, dark: bool) -> go.Figure:
    """Events by type of one actor or of two side by side."""
    order = list(dict.fromkeys(str(t) for frame in types for t in frame.event_type))
    colors = (_main(dark), SECOND_DARK if dark else SECOND)
    figure = go.Figure()
    for frame, name, color in zip(types, names, colors, strict=False):
        counts = {str(t): int(c) for t, c in zip(frame.event_type, frame.c, strict=True)}
        figure.add_bar(
            x=[counts.get(t, 0) for t in order],
            y=[type_name(t) for t in order],
            orientation="h",
            name=clean(name),
            customdata=[[name, t] for t in order],
            marker={"color": color, "cornerradius": 3},
            text=[f"{counts[t]:,}" if t in counts else "" for t in order],
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{y}: %{x:,}<extra>" + clean(name) + "</extra>",
        )
    most = max((int(c) for frame in types for c in frame.c), default=1)
    legend = {"orientation": "h", "y": 1, "yanchor": "bottom"}
    axes = {"xaxis": {"visible": False, "range": [0, most * 1.12]}, "yaxis": {"automargin": True, "autorange": "reversed"}}
    return framed(figure, 50 + (22 + 14 * len(names)) * len(order), dark=dark, barmode="group", bargap=0.25, showlegend=len(names) > 1, legend=legend, **axes)


def day_bars(days: Sequence[tuple[str, float]], *, dark: bool) -> go.Figure:
    """Candidate days of an article as words with their weight, from the top in the order given."""
    rows = list(days)[::-1]
    bars = go.Bar(
        x=[w for _, w in rows],
        y=[label for label, _ in rows],
        orientation="h",
        marker={"color": _main(dark), "cornerradius": 3},
        text=[f"{w:.0%}" for _, w in rows],
        hovertemplate="%{y}: %{x:.0%}<extra></extra>",
    )
    return framed(go.Figure(bars), 50 + 28 * len(rows), dark=dark, xaxis={"visible": False, "range": [0, 1.05]}, yaxis={"automargin": True, "type": "category"})
