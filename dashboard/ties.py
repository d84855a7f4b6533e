"""Charts of who with whom: the network of those who appear together, and what they do to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import networkx as nx
import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import MAIN, MAIN_DARK, SECOND, SECOND_DARK, clean, framed
from dashboard.words import FAMILIES, KINDS, TYPES, number, type_name

STRONGEST = 3  # links of an actor that the network shows
KIND_COLORS = {"person": (MAIN, MAIN_DARK), "organisation": (SECOND, SECOND_DARK), "location": ("#72920A", "#BAE498")}
LINK = "rgba(140,155,175,0.6)"


def strongest(pairs: pd.DataFrame, each: int = STRONGEST) -> list[tuple[str, str, int]]:
    """The links that are among the `each` strongest of one of their two actors.

    >>> strongest(pd.DataFrame([("A", "B", 9), ("A", "C", 8), ("B", "C", 1)], columns=["one", "other", "c"]), each=1)
    [('A', 'B', 9), ('A', 'C', 8)]
    """
    rows = sorted(((str(p), str(q), int(c)) for p, q, c in zip(pairs.one, pairs.other, pairs.c, strict=True)), key=lambda r: (-r[2], r))
    seen: Counter[str] = Counter()
    kept = []
    for one, other, c in rows:
        if seen[one] < each or seen[other] < each:
            kept.append((one, other, c))
        seen.update((one, other))
    return kept


def network(counts: pd.DataFrame, pairs: pd.DataFrame, *, dark: bool) -> go.Figure:
    """Who appears with whom: a thicker line for more events together. Those who share no event are left out."""
    graph = nx.Graph()
    graph.add_weighted_edges_from(strongest(pairs))
    where = nx.spring_layout(graph, seed=1, weight=None, k=4 / max(1, len(graph)) ** 0.5, iterations=300)
    figure = go.Figure()
    _add_links(figure, graph, where)
    actors = [(str(n), str(kind), int(c)) for n, kind, c in zip(counts.name, counts.kind, counts.c, strict=True) if n in graph]
    largest = max((c for *_, c in actors), default=1)
    for kind in dict.fromkeys(kind for _, kind, _ in actors):
        _add_actors(figure, [(n, where[n], c) for n, k, c in actors if k == kind], kind, largest, dark=dark)
    hidden = {"visible": False}
    legend = {"orientation": "h", "y": 1, "x": 0, "yanchor": "bottom"}
    axes = {"xaxis": {**hidden, "range": [-1.25, 1.25]}, "yaxis": {**hidden, "range": [-1.15, 1.25]}}
    return framed(figure, 560, dark=dark, showlegend=True, legend=legend, **axes)


def _add_links(figure: go.Figure, graph: Any, where: Any) -> None:
    """Lines, each with a dot in its middle that stands for the events of both."""
    links = sorted(graph.edges(data="weight"))
    most = max((c for *_, c in links), default=1)
    for one, other, c in links:
        (x0, y0), (x1, y1) = where[one], where[other]
        figure.add_scatter(x=[x0, x1], y=[y0, y1], mode="lines", line={"width": 0.8 + 5 * c / most, "color": LINK}, hoverinfo="skip", showlegend=False)
    figure.add_scatter(
        x=[(where[one][0] + where[other][0]) / 2 for one, other, _ in links],
        y=[(where[one][1] + where[other][1]) / 2 for one, other, _ in links],
        mode="markers",
        customdata=[[one, other] for one, other, _ in links],
        marker={"size": 8, "color": LINK},
        hovertext=[f"{clean(one, 60)} and {clean(other, 60)}: {number(c, 'event')}" for one, other, c in links],
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )


def _add_actors(figure: go.Figure, actors: Sequence[tuple[str, Any, int]], kind: str, largest: int, *, dark: bool) -> None:
    figure.add_scatter(
        x=[float(at[0]) for _, at, _ in actors],
        y=[float(at[1]) for _, at, _ in actors],
        mode="markers+text",
        name=KINDS.get(kind, kind),
        customdata=[n for n, *_ in actors],
        marker={"size": [11 + 24 * (c / largest) ** 0.5 for *_, c in actors], "color": KIND_COLORS.get(kind, (MAIN, MAIN_DARK))[dark], "opacity": 1},
        text=[clean(n, 22) for n, *_ in actors],
        textposition="top center",
        hovertext=[f"{clean(n, 80)}: {number(c, 'event')}" for n, _, c in actors],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def dealings_map(dealings: pd.DataFrame, *, dark: bool) -> go.Figure:
    """What actors do to each other: who on the left, to whom below, the busiest first; colour is the most frequent kind of event."""
    found: dict[tuple[str, str], Counter[str]] = {}
    gives: Counter[str] = Counter()
    takes: Counter[str] = Counter()
    for giver, taker, event_type, c in zip(dealings.giver, dealings.taker, dealings.event_type, dealings.c, strict=True):
        found.setdefault((str(giver), str(taker)), Counter())[str(event_type)] += int(c)
        gives[str(giver)] += int(c)
        takes[str(taker)] += int(c)
    givers = {n: k for k, n in enumerate(sorted(gives, key=lambda n: (gives[n], n)))}
    takers = {n: k for k, n in enumerate(sorted(takes, key=lambda n: (-takes[n], n)))}
    most = max((kinds.total() for kinds in found.values()), default=1)
    figure = go.Figure()
    of = {pair: TYPES.get(max(sorted(kinds), key=kinds.__getitem__), ("", "statement"))[1] for pair, kinds in found.items()}
    for family, (name, *colors) in FAMILIES.items():
        pairs = [p for p in found if of[p] == family]
        if pairs:
            _add_dealings(figure, {p: found[p] for p in pairs}, givers, takers, most, name=name, color=colors[dark])
    legend = {"orientation": "h", "y": 1, "x": 0, "yanchor": "bottom", "itemsizing": "constant"}
    axes = {"xaxis": _names_axis(takers, "on whom", -35), "yaxis": _names_axis(givers, "", 0)}
    return framed(figure, 190 + 26 * len(givers), dark=dark, showlegend=True, legend=legend, **axes)


Pairs = dict[tuple[str, str], Counter[str]]


def _add_dealings(figure: go.Figure, found: Pairs, givers: dict[str, int], takers: dict[str, int], most: int, *, name: str, color: str) -> None:
    figure.add_scatter(
        x=[takers[t] for _, t in found],
        y=[givers[g] for g, _ in found],
        mode="markers",
        name=name,
        customdata=[list(pair) for pair in found],
        marker={"size": [9 + 22 * (kinds.total() / most) ** 0.5 for kinds in found.values()], "color": color, "opacity": 1},
        hovertext=[f"{clean(g, 60)} → {clean(t, 60)}<br>{_kinds_in_words(kinds)}" for (g, t), kinds in found.items()],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _kinds_in_words(kinds: Counter[str]) -> str:
    return "<br>".join(f"{type_name(t)}: {c:,}" for t, c in sorted(kinds.items(), key=lambda p: (-p[1], p[0])))


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
