"""The filters in the sidebar: each choice with how many events it would leave."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard import facets, kept, session
from dashboard.facets import Facets
from dashboard.mount import component, sent
from dashboard.selection import Selection, facets_of
from dashboard.url import LISTS, to_params
from dashboard.words import CERTAINTIES, FAMILIES, PRECISIONS, TYPES, status_name, type_name
from pipeline.query import ANYTHING, Filters, narrow

LABELS = {
    "org": "Organisation", "actor": "Actor", "type": "Type of event", "status": "Did it happen?", "country": "Country", "outlet": "Outlet",
    "article": "Article",
}  # fmt: skip
OPEN = ("org", "actor", "days", "type", "status")  # the others open when something in them is chosen, or by a click
NAMED: dict[str, Callable[[str], str]] = {"type": type_name, "status": status_name, "precision": lambda p: PRECISIONS.get(p, p)}
KEY = "choices"


def draw_filters(selection: Selection) -> None:
    """What is chosen there is in the state's `filters` at the start of the next run."""
    found = facets_of(selection)
    params = to_params(selection.filters)
    data = {
        "rev": f"{selection.build_id}:{params}", "params": params, "open": OPEN, "room": facets.ROOM,
        "facets": [_facet(name, found) for name in LABELS], "precision": _facet("precision", found),
        "certain": [[step, name, found.certain[step]] for step, name in CERTAINTIES.items()],
    }  # fmt: skip
    with st.sidebar:
        component("choices", ("choices",))(key=KEY, data=data, on_changed_change=_take)
        kept.draw_views(selection.filters)


def _facet(name: str, found: Facets) -> dict[str, Any]:
    """Each value with what it is called, its count and, for types, its colour in light and dark."""
    called = NAMED.get(name, str)
    counts = found.values[LISTS[name]]
    return {"name": name, "label": LABELS.get(name, ""), "values": [[v, called(v), c, *_color(name, v)] for v, c in counts.items()]}


def _color(name: str, value: str) -> list[tuple[str, str]]:
    return [FAMILIES[TYPES[value][1]][1:]] if name == "type" and value in TYPES else []


def _take() -> None:
    """The sidebar says what it says as the URL would, and is read with the same care."""
    session.follow(sent(KEY, "changed"))


def chips(filters: Filters) -> list[tuple[str, str, dict[str, Any]]]:
    """What is filtered, for the empty page: a name, the field, and the change that takes it away."""
    return [(CHIP_NAMES[field], field, {field: getattr(ANYTHING, field)}) for field in narrow(filters) if field in CHIP_NAMES]


CHIP_NAMES = {
    "text": "the search words", "actors": "the actors", "organisations": "the organisations", "countries": "the countries", "types": "the types",
    "statuses": "“Did it happen?”", "articles": "the articles", "outlets": "the outlets", "date_from": "the first day", "date_to": "the last day",
    "precisions": "“Date known”", "certainty": "the certainty", "conflicts": "“Only what is disputed”", "reported": "leaving out events dated by their article",
}  # fmt: skip
