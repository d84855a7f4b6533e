"""What a meaning comes to when it is read: days, value, or the reason why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.edtf import edtf_of, timex_value
from pipeline.interval import Interval, Precision, one_day

NO_DCT = "the publication date is not known"
NO_DAY = "points to no day"
NOT_TOLD = "the date before it is not known that finely"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the readings of a conflict."""

    days: Interval
    reason: str
    probability: float


@dataclass(frozen=True, slots=True)
class Resolution:
    type: str  # DATE, TIME, DURATION, SET
    value: str
    days: Interval | None = None
    precision: Precision | None = None
    mod: str | None = None
    edtf: str | None = None
    best_day: date | None = None
    flags: tuple[str, ...] = ()
    reason: str | None = None  # why there are no days
    choices: tuple[Choice, ...] = ()
    anchor: str = "the words alone"
    confidence: float = 0.95
    season: str | None = None


def dated(days: Interval, precision: Precision, anchor: str, *, confidence: float = 0.9, best: date | None = None, season: str | None = None) -> Resolution:
    """A DATE of known days."""
    if precision is Precision.DAY:
        best = days.start
    return Resolution(
        "DATE", timex_value(days, precision, season=season), days, precision, None, edtf_of(days, precision, season=season), best,
        anchor=anchor, confidence=confidence, season=season,
    )  # fmt: skip


def day(when: date, anchor: str, *, confidence: float = 0.9) -> Resolution:
    return dated(one_day(when), Precision.DAY, anchor, confidence=confidence)


def undated(
    value: str, reason: str, *, kind: str = "DATE", flags: tuple[str, ...] = (), choices: tuple[Choice, ...] = (), edtf: str | None = None
) -> Resolution:
    """An expression without days."""
    return Resolution(kind, value, reason=reason, flags=flags, choices=choices, edtf=edtf, confidence=0.5)
