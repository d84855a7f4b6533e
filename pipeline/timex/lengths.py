"""Durations, ranges and sets -> values, and days where an end touches the anchor."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from pipeline.edtf import span
from pipeline.interval import DAY, Interval, Precision, add_months
from pipeline.timex.anchor import Anchor
from pipeline.timex.meaning import Duration, Recurrence
from pipeline.timex.resolution import NO_DCT, Resolution, undated

MONTHS_OF = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
YEARS_OF = {"DE": 10, "CE": 100}
HALVES = {"Y": ("P", "Y", "6M"), "TH": ("PT", "H", "30M"), "TM": ("PT", "M", "30S")}
CODED = (Precision.SEASON, Precision.QUARTER, Precision.HALF)  # EDTF marks none of these as approximate
DAYS_OF = {"D": 1, "W": 7, "WE": 7}
NO_ANCHOR = "a length of time without a beginning or an end"


def iso_length(meaning: Duration) -> str:
    """
    >>> iso_length(Duration(2.5, "Y")), iso_length(Duration(2, "TH", rest=(10, "TM"))), iso_length(Duration(None, "M"))
    ('P2Y6M', 'PT2H10M', 'PXM')
    """
    if meaning.unit in YEARS_OF and meaning.count is not None:  # ISO 8601 has no letter for them
        return f"P{_amount(meaning.count * YEARS_OF[meaning.unit])}Y"
    unit = meaning.unit
    if unit in HALVES and meaning.count is not None and meaning.count % 1 == 0.5:
        whole, (before, after, half) = int(meaning.count), HALVES[unit]
        return f"{before}{whole}{after}{half}" if whole else f"{before}{half}"
    if meaning.rest:
        tail = f"{_amount(meaning.rest[0])}{meaning.rest[1].lstrip('T')}"
        both_times = unit.startswith("T") == meaning.rest[1].startswith("T")
        return f"P{'T' if unit[0] == 'T' else ''}{_amount(meaning.count)}{unit.lstrip('T')}{'' if both_times else 'T'}{tail}"
    return f"P{'T' if unit[0] == 'T' else ''}{_amount(meaning.count)}{unit.lstrip('T')}"


def _amount(count: float | None) -> str:
    return "X" if count is None else f"{count:g}" if count < 10**6 else str(int(count))


def resolve_duration(meaning: Duration, anchor: Anchor, direction: str | None) -> Resolution:
    """A length; one that reaches to or from the anchor has days."""
    value = iso_length(meaning)
    if meaning.reach is None or meaning.count is None or meaning.unit[0] == "T":
        return undated(value, NO_ANCHOR, kind="DURATION")
    here = anchor.speech
    if here is None or anchor.narrative:
        return undated(value, NO_DCT, kind="DURATION")
    other = _step(here, meaning.count if meaning.reach == "future" else -meaning.count, meaning.unit)
    days = Interval(min(here, other), max(here, other) + DAY)
    return Resolution("DURATION", value, days, Precision.INTERVAL, edtf=span(days), flags=("approximate",), anchor=f"read from {here}", confidence=0.85)


def resolve_stretch(meaning: Duration, of: Resolution) -> Resolution:
    """The first or last units of a known date, or those that end with it."""
    value = iso_length(meaning)
    if of.days is None or meaning.count is None:
        return undated(value, of.reason or NO_ANCHOR, kind="DURATION")
    start, end = of.days.start, of.days.end
    if meaning.reach == "future":
        end = min(end, _step(start, meaning.count, meaning.unit))
    else:
        back = _step(end, -meaning.count, meaning.unit)
        start = back if meaning.reach == "ending" else max(start, back)
    if end <= start:
        return undated(value, NO_ANCHOR, kind="DURATION")
    days = Interval(start, end)
    return Resolution("DURATION", value, days, Precision.INTERVAL, edtf=span(days), anchor=of.anchor, confidence=of.confidence)


def _step(here: date, count: float, unit: str) -> date:
    if unit in MONTHS_OF:
        return add_months(here, round(count * MONTHS_OF[unit]))
    return here + timedelta(days=round(count * DAYS_OF.get(unit, 1)))


def resolve_range(first: Resolution, last: Resolution) -> Resolution:
    """From the first day of one to the last day of the other; the value is the length, in their unit."""
    if first.days is None or last.days is None:
        return undated("PX" + _letter(first.precision or last.precision), first.reason or last.reason or NO_DCT, kind="DURATION")
    start, end = first.days.start, last.days.end
    if end <= start:
        return undated("PX" + _letter(first.precision), "it ends before it begins", kind="DURATION", flags=("invalid",))
    days = Interval(start, end)
    confidence = min(first.confidence, last.confidence)
    return Resolution("DURATION", _length(days, first.precision), days, Precision.INTERVAL, edtf=span(days), anchor=first.anchor, confidence=confidence)


def _letter(precision: Precision | None) -> str:
    return {Precision.DAY: "D", Precision.MONTH: "M", Precision.YEAR: "Y", Precision.WEEK: "W", Precision.QUARTER: "Q"}.get(precision or Precision.DAY, "D")


def _length(days: Interval, precision: Precision | None) -> str:
    months = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month
    match precision:
        case Precision.YEAR:
            return f"P{round(months / 12)}Y"
        case Precision.MONTH:
            return f"P{months}M"
        case _:
            return f"P{(days.end - days.start).days}D"


def resolve_recurrence(meaning: Recurrence, anchor: Anchor, direction: str | None) -> Resolution:
    return undated(meaning.value, "a set of days", kind="SET")


def resolve_about(mod: str, of: Resolution) -> Resolution:
    """`of`, marked as approximate."""
    edtf = f"{of.edtf}~" if of.edtf and of.precision not in CODED and not set(of.edtf) & set("/[~.") else of.edtf
    return dataclasses.replace(of, mod=mod, flags=(*of.flags, "approximate") if of.days else of.flags, edtf=edtf)
