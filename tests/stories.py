"""Runs the pipeline over invented articles, for the tests of events."""

from __future__ import annotations

import functools
from typing import NamedTuple

from pipeline.model import Candidate, Contradiction, Event, EventLink, Source
from pipeline.run import run
from pipeline.seeds import Seeds, read_seeds
from pipeline.tables import to_records, to_table


class Told(NamedTuple):
    candidates: list[Candidate]
    events: list[Event]
    contradictions: list[Contradiction]
    links: list[EventLink]


@functools.cache
def seeds() -> Seeds:
    return read_seeds()


def told(*articles: tuple[str, str | None], sources: tuple[str | None, ...] = (), scope: str | None = "") -> Told:
    """What articles, each a text and its publication day, tell; `sources` names their outlets."""
    outlets = sources or tuple(f"Outlet {n}" for n in range(len(articles)))
    rows = [
        Source(f"article {n}", text, source=outlet, published=day, published_basis="user" if day else None)
        for n, ((text, day), outlet) in enumerate(zip(articles, outlets, strict=True))
    ]
    tables = run(to_table(rows, Source), seeds(), scope=scope)
    merging = tables.merging
    return Told(
        to_records(tables.telling.candidates, Candidate), to_records(merging.events, Event), to_records(merging.contradictions, Contradiction),
        to_records(merging.event_links, EventLink),
    )  # fmt: skip
