"""Corrections of dates: of the publication, of the words of a date, and of what they date."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from pipeline.corrections.record import Entry
from pipeline.interval import DAY, Interval, Precision, Unit, unit_around
from pipeline.model import JOINT, Alternative, Candidate, Source, Timex
from pipeline.text import digest

CERTAIN = 1.0
UNITS = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR)
REJECTED = "rejected by the user"
DATE_KINDS = ("choose_alternative", "set_date", "reject_date")


class Days(NamedTuple):
    """What a user says a date is; all empty when there is none."""

    date_start: date | None
    date_end: date | None
    best_day: date | None
    precision: str | None
    edtf: str | None


NO_DAYS = Days(None, None, None, None, None)


def days_between(first: date, last: date) -> Days:
    """Both days included, in either order, known to the calendar unit that they fill.

    >>> days_between(date(2021, 8, 1), date(2021, 8, 31)).edtf
    '2021-08'
    """
    first, last = min(first, last), max(first, last)
    days = Interval(first, last + DAY)
    precision = next((Precision(u) for u in UNITS if unit_around(first, u) == days), Precision.INTERVAL)
    return Days(first, last, first if first == last else None, precision, _written(first, last, precision))


def _written(first: date, last: date, precision: Precision) -> str:
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}.get(precision)
    return first.isoformat()[:length] if length else f"{first.isoformat()}/{last.isoformat()}"


def correct_source(source: Source, entries: Iterable[Entry]) -> tuple[Source, set[str]]:
    """The source with the publication date that users gave it, and the corrections that were about it."""
    used: set[str] = set()
    text_hash = digest(source.text)
    for entry in entries:
        said = entry.correction
        if said.text_hash == text_hash or said.article == source.name:
            used.add(entry.uid)
            published = said.values.get("published")
            source = dataclasses.replace(source, published=published, published_basis="user" if published else None, published_text=None)
    return source, used


def correct_timex(timex: Timex, alternatives: Iterable[Alternative], kind: str, values: Mapping[str, Any]) -> Timex | None:
    """The timex with the days that a user gave it; None when the alternative chosen is not there any more."""
    days = _chosen(alternatives, kind, values)
    if days is None:
        return None
    return dataclasses.replace(
        timex,
        **days._asdict(),
        value=days.edtf or timex.value,
        confidence=CERTAIN,
        conflict=False,
        reason=None if days.date_start else REJECTED,
        flags=without_conflict(timex.flags),
    )


def _chosen(alternatives: Iterable[Alternative], kind: str, values: Mapping[str, Any]) -> Days | None:
    if kind == "reject_date":
        return NO_DAYS
    if kind == "set_date":
        return days_between(date.fromisoformat(values["date_start"]), date.fromisoformat(values["date_end"]))
    return next((days_between(a.date_start, a.date_end) for a in alternatives if a.rank == values["rank"]), None)


def without_conflict(flags: str) -> str:
    return JOINT.join(f for f in flags.split(JOINT) if f and f != "conflict")


def date_candidate(candidate: Candidate, days: Days) -> Candidate:
    """What the clause reports, on the days that a user gave."""
    return dataclasses.replace(candidate, **days._asdict(), confidence=CERTAIN, conflict=False, flags=without_conflict(candidate.flags))


def days_of(timex: Timex) -> Days:
    return Days(*(getattr(timex, name) for name in Days._fields))
