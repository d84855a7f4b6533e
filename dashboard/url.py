"""Filters and the look of Explore <-> the query of the URL, so that every view has a link. What cannot be read is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard.words import LANES, ORDERS
from pipeline.query import ANYTHING, Filters

LISTS = {
    "actor": "actors", "org": "organisations", "country": "countries", "type": "types", "status": "statuses", "article": "articles",
    "outlet": "outlets", "precision": "precisions",
}  # fmt: skip
SWITCHES = {"together": "together", "must": "must", "conflicts": "conflicts"}
DAYS = {"from": "date_from", "to": "date_to"}


@dataclass(frozen=True, slots=True)
class Look:
    """How Explore shows what the filters let through."""

    by: str = "actor"  # what a lane is
    order: str = "count"  # of the lanes
    event: str | None = None  # the one that is open


PLAIN = Look()
Params = Mapping[str, Sequence[str]]


def to_params(filters: Filters, look: Look = PLAIN) -> dict[str, list[str]]:
    """The query, without what is as it would be anyway.

    >>> to_params(Filters(text="talks", organisations=("SCO",), date_from=date(2024, 7, 1), reported=False))
    {'q': ['talks'], 'org': ['SCO'], 'from': ['2024-07-01'], 'reported': ['no']}
    """
    params = {"q": [filters.text] if filters.text else []}
    params |= {name: list(getattr(filters, field)) for name, field in LISTS.items()}
    params |= {name: ["yes"] if getattr(filters, field) else [] for name, field in SWITCHES.items()}
    params |= {name: [getattr(filters, field).isoformat()] if getattr(filters, field) else [] for name, field in DAYS.items()}
    params["certainty"] = [f"{filters.certainty:g}"] if filters.certainty else []
    params["reported"] = [] if filters.reported else ["no"]
    params["lanes"] = [look.by] if look.by != PLAIN.by else []
    params["order"] = [look.order] if look.order != PLAIN.order else []
    params["event"] = [look.event] if look.event else []
    return {name: values for name, values in params.items() if values}


def from_params(params: Params) -> tuple[Filters, Look]:
    """Inverse of `to_params`.

    >>> filters = Filters(actors=("A", "B"), together=True, certainty=0.8, conflicts=True)
    >>> from_params(to_params(filters))[0] == filters
    True
    >>> from_params({"from": ["soon"], "lanes": ["colour"]}) == (Filters(), PLAIN)
    True
    """
    found: dict[str, Any] = {field: tuple(params.get(name, ())) for name, field in LISTS.items()}
    found |= {field: _first(params, name) == "yes" for name, field in SWITCHES.items()}
    found |= {field: _day(_first(params, name)) for name, field in DAYS.items()}
    filters = replace(ANYTHING, **found, text=_first(params, "q"), certainty=_part(_first(params, "certainty")), reported=_first(params, "reported") != "no")
    by, order = _first(params, "lanes"), _first(params, "order")
    look = Look(by if by in LANES else PLAIN.by, order if order in ORDERS else PLAIN.order, _first(params, "event") or None)
    return filters, look


def _first(params: Params, name: str) -> str:
    values = params.get(name, ())
    return values[0] if values else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _part(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.0
