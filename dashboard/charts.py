"""Tables in, Plotly figures out. Every mark carries in customdata what it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import networkx as nx
import pandas as pd
import plotly.graph_objects as go

from dashboard.words import FAMILIES, TYPES, type_name

MAIN, MAIN_DARK = "#0B5FA5", "#4FA3E3"
FEW = 6  # events that an axis counts one by one
MONTH = 26 * 24 * 3600 * 1000  # milliseconds: a bar that leaves a gap to the next month
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


def family_color(event_type: str, *, dark: bool) -> str:
    return FAMILIES[TYPES.get(event_type, ("", "statement"))[1]][2 if dark else 1]


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
        hovertext=[clean(n, 80) for n in names],
        hovertemplate="%{hovertext}: %{x:,} events<extra></extra>",
    )
    axis = {"tickvals": list(range(len(names))), "ticktext": [clean(n) for n in names], "automargin": True}
    return framed(
        go.Figure(bars),
        60 + 26 * len(names),
        dark=dark,
        yaxis=axis,
        xaxis={"visible": False, "range": [0, max(map(int, rows.c), default=1) * 1.18]},
        bargap=0.25,
    )


def month_squares(months: pd.DataFrame, names: Sequence[str], *, dark: bool) -> go.Figure:
    """Activity by actor and month as squares, darker for more; each actor on its own scale."""
    most = months.groupby("name").c.max().to_dict()
    rows = [(str(n), m, int(c)) for n, m, c in zip(months.name, months.month, months.c, strict=True)]
    place = {n: k for k, n in enumerate(reversed(list(names)))}
    span = len({(m.year, m.month) for _, m, _ in rows})
    figure = go.Figure(
        go.Scatter(
            x=[m for _, m, _ in rows],
            y=[place[n] for n, _, _ in rows],
            mode="markers",
            customdata=[[n, m.isoformat()] for n, m, _ in rows],
            marker={
                "symbol": "square",
                "size": max(4, min(13, 560 // max(1, span))),
                "color": _main(dark),
                "opacity": [0.25 + 0.75 * c / int(most[n]) for n, _, c in rows],
            },
            hovertext=[f"{clean(n, 80)}, {m:%B} {m.year}: {c:,}" for n, m, c in rows],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )
    axis = {"tickvals": list(place.values()), "ticktext": [clean(n) for n in place], "automargin": True, "zeroline": False}
    return framed(figure, 70 + 26 * len(names), dark=dark, yaxis=axis, xaxis={"zeroline": False})


def network(counts: pd.DataFrame, pairs: pd.DataFrame, *, dark: bool) -> go.Figure:
    """Who appears with whom: a thicker line for more events together. Those who share no event are left out."""
    graph = nx.Graph()
    graph.add_weighted_edges_from((str(p), str(q), int(c)) for p, q, c in zip(pairs.one, pairs.other, pairs.c, strict=True))
    where = nx.spring_layout(graph, seed=1, weight=None, k=3.5 / max(1, len(graph)) ** 0.5, iterations=200)
    most = max((int(c) for c in pairs.c), default=1)
    figure = go.Figure()
    for one, other, data in sorted(graph.edges(data=True)):
        (x0, y0), (x1, y1) = where[one], where[other]
        line = {"width": 0.6 + 5 * data["weight"] / most, "color": "rgba(140,155,175,0.55)"}
        figure.add_scatter(x=[x0, x1], y=[y0, y1], mode="lines", line=line, hoverinfo="skip")
    sizes = {str(n): int(c) for n, c in zip(counts.name, counts.c, strict=True) if n in graph}
    largest = max(sizes.values(), default=1)
    figure.add_scatter(
        x=[where[n][0] for n in sizes],
        y=[where[n][1] for n in sizes],
        mode="markers+text",
        customdata=list(sizes),
        marker={"size": [10 + 26 * (c / largest) ** 0.5 for c in sizes.values()], "color": _main(dark), "opacity": 1},
        text=[clean(n, 22) for n in sizes],
        textposition="top center",
        hovertext=[f"{clean(n, 80)}: {c:,} events" for n, c in sizes.items()],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    hidden = {"visible": False}
    return framed(figure, 520, dark=dark, xaxis={**hidden, "range": [-1.35, 1.35]}, yaxis={**hidden, "range": [-1.2, 1.25]})


def dealings_map(dealings: pd.DataFrame, *, dark: bool) -> go.Figure:
    """What actors do to each other: who on the left, to whom below; colour is the most frequent kind of event."""
    rows: dict[tuple[str, str], dict[str, int]] = {}
    for giver, taker, event_type, c in zip(dealings.giver, dealings.taker, dealings.event_type, dealings.c, strict=True):
        rows.setdefault((str(giver), str(taker)), {})[str(event_type)] = int(c)
    givers = {n: k for k, n in enumerate(sorted({g for g, _ in rows}, reverse=True))}
    takers = {n: k for k, n in enumerate(sorted({t for _, t in rows}))}
    most = max((sum(kinds.values()) for kinds in rows.values()), default=1)
    tops = [max(sorted(kinds), key=kinds.__getitem__) for kinds in rows.values()]
    hover = ["<br>".join(f"{type_name(t)}: {c:,}" for t, c in sorted(k.items(), key=lambda p: (-p[1], p[0]))) for k in rows.values()]
    figure = go.Figure(
        go.Scatter(
            x=[takers[t] for _, t in rows],
            y=[givers[g] for g, _ in rows],
            mode="markers",
            customdata=[list(pair) for pair in rows],
            marker={
                "size": [10 + 24 * (sum(k.values()) / most) ** 0.5 for k in rows.values()],
                "color": [family_color(t, dark=dark) for t in tops],
                "opacity": 1,
            },
            hovertext=[f"{clean(g, 60)} → {clean(t, 60)}<br>{h}" for (g, t), h in zip(rows, hover, strict=True)],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )
    return framed(figure, 160 + 26 * len(givers), dark=dark, xaxis=_names_axis(takers, "to whom", -35), yaxis=_names_axis(givers, "", 0))


def _names_axis(place: dict[str, int], title: str, angle: int) -> dict[str, Any]:
    return {
        "tickvals": list(place.values()),
        "ticktext": [clean(n, 22) for n in place],
        "automargin": True,
        "zeroline": False,
        "title": title,
        "tickangle": angle,
        "range": [-0.7, len(place) - 0.3],
    }


def _counts(most: int) -> dict[str, Any]:
    """An axis of whole numbers: with few events its ticks would stand at fractions."""
    return {"tickformat": ",d"} | ({"dtick": 1} if most <= FEW else {})


def month_lines(months: Sequence[pd.DataFrame], names: Sequence[str], *, dark: bool) -> go.Figure:
    """Events by month of one actor or of two side by side."""
    colors = (_main(dark), SECOND_DARK if dark else SECOND)
    figure = go.Figure()
    for frame, name, color in zip(months, names, colors, strict=False):
        days = [m for m in frame.month]
        figure.add_bar(
            x=days,
            y=[int(c) for c in frame.c],
            name=clean(name),
            marker={"color": color, "cornerradius": 2},
            customdata=[[name, d.isoformat()] for d in days],
            hovertemplate="%{x|%B %Y}: %{y:,}<extra>" + clean(name) + "</extra>",
        )
    most = max((int(c) for frame in months for c in frame.c), default=1)
    figure.update_traces(width=MONTH / max(1, len(names)))
    legend = {"orientation": "h", "y": 1.15}
    return framed(figure, 260, dark=dark, barmode="group", showlegend=len(names) > 1, legend=legend, yaxis=_counts(most))


def type_bars(types: Sequence[pd.DataFrame], names: Sequence[str], *, dark: bool) -> go.Figure:
    """Events by type of one actor or of two side by side."""
    order = list(dict.fromkeys(str(t) for frame in types for t in frame.event_type))[::-1]
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
            hovertemplate="%{y}: %{x:,}<extra>" + clean(name) + "</extra>",
        )
    legend = {"orientation": "h", "y": 1.12}
    return framed(
        figure,
        80 + 30 * len(order),
        dark=dark,
        barmode="group",
        showlegend=len(names) > 1,
        legend=legend,
        xaxis=_counts(max((int(c) for frame in types for c in frame.c), default=1)),
        yaxis={"automargin": True},
    )


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
