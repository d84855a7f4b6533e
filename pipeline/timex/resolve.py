"""Meaning + anchor -> days, value and EDTF, or the reason why there are none. Sees no text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from pipeline.edtf import months, span
from pipeline.interval import DAY, Interval, Precision, Unit, shift, unit_around
from pipeline.timex.anchor import Anchor, Told
from pipeline.timex.beside import TOLD, first_beside, years_around
from pipeline.timex.calendar import is_ahead, resolve_date, resolve_numeric
from pipeline.timex.lengths import resolve_about, resolve_duration, resolve_range, resolve_recurrence, resolve_stretch
from pipeline.timex.meaning import (
    About,
    Bound,
    Clock,
    Date,
    DayPart,
    Duration,
    Era,
    Fiscal,
    IsoWeek,
    Meaning,
    Named,
    Nth,
    Numeric,
    Part,
    Range,
    Recurrence,
    Relative,
    Season,
    Section,
    Shift,
    Vague,
    Within,
)  # fmt: skip
from pipeline.timex.periods import approximate, part_of, resolve_era, resolve_nth, resolve_season, weekend_of
from pipeline.timex.resolution import NO_DAY, NO_DCT, NOT_TOLD, Resolution, dated, day, undated
from pipeline.timex.rules.named import day_of

FINENESS = {Unit.DAY: 0, Unit.WEEK: 1, Unit.MONTH: 2, Unit.QUARTER: 3, Unit.HALF: 4, Unit.YEAR: 5, Unit.DECADE: 6, Unit.CENTURY: 7}
PRECISION_FINENESS = {Precision(str(u)): n for u, n in FINENESS.items()} | {Precision.SEASON: 3, Precision.INTERVAL: 5}
UNKNOWN = {
    Unit.DAY: "XXXX-XX-XX", Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX", Unit.QUARTER: "XXXX-QX", Unit.HALF: "XXXX-HX", Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX", Unit.CENTURY: "XX",
}  # fmt: skip
STEPS = {"the": 0, "last": -1, "previous": -1, "this": 0, "that": 0, "next": 1, "following": 1}
TOLD_WORDS = ("previous", "following", "that")
BOUND_MODS = {"since": "START", "from": "START", "after": "AFTER", "until": "END", "by": "ON_OR_BEFORE", "before": "BEFORE"}
OPEN = {"since": "open_end", "from": "open_end", "after": "open_end", "until": "open_start", "by": "open_start", "before": "open_start"}
PLAIN_END = re.compile(r"\d{4}(?:-(?:0\d|1[0-2]|2[1-4])(?:-\d\d)?)?")
PARTS_OF_DAY = ("EARLY", "LATE")
Resolver = Callable[[Any, Anchor, str | None], Resolution]


def resolve(meaning: Meaning, anchor: Anchor | date | None, direction: str | None = None) -> Resolution:
    """What `meaning` comes to, read from `anchor`: a bare day is the DCT, None an unknown one.

    Weeks run Monday to Sunday (ISO 8601). "Last Friday" on a Friday is seven days back.

    >>> resolve(Relative("last", Unit.WEEK), date(2024, 3, 13)).value
    '2024-W10'
    >>> resolve(Date(weekday=4), None).value
    'XXXX-WXX-5'
    """
    known = anchor if isinstance(anchor, Anchor) else Anchor(anchor)
    try:
        return RESOLVERS[type(meaning)](meaning, known, direction)
    except (OverflowError, ValueError):  # beyond the years 1 to 9999 that the calendar has
        return undated("XXXX", "outside the years 1 to 9999")


def resolve_between(meaning: Meaning, anchor: Anchor, earliest: date | None, latest: date | None, direction: str | None) -> Resolution:
    """As `resolve`, where the DCT is known in part: days only when they are the same from its first to its last day."""
    unknown = resolve(meaning, dataclasses.replace(anchor, speech=None), direction)
    if unknown.days is not None or earliest is None or latest is None:
        return unknown
    first, last = (resolve(meaning, dataclasses.replace(anchor, speech=d), direction) for d in (earliest, latest))
    if first.days is not None and (first.days, first.value) == (last.days, last.value):
        return dataclasses.replace(first, anchor=f"the same on every day from {earliest} to {latest}")
    return unknown


def _relative(meaning: Relative, anchor: Anchor, direction: str | None) -> Resolution:
    unit, told = meaning.unit, anchor.told
    start = anchor.speech
    if unit is Unit.QUARTER and meaning.which in ("that", "the") and start:
        start = anchor.quarter.start if anchor.quarter else start if direction == "future" else unit_around(start, unit).start - DAY
        return dated(unit_around(start, unit), Precision.QUARTER, f"read from {start}", confidence=0.8)
    if meaning.which in TOLD_WORDS or (anchor.narrative and told):
        if told and PRECISION_FINENESS[told.precision] <= FINENESS[unit]:
            start = told.days.start
        elif meaning.which != "that" or start is None or anchor.narrative:
            return undated(UNKNOWN[unit], NOT_TOLD)
    if start is None:
        return undated(UNKNOWN[unit], NO_DCT)
    days = unit_around(shift(unit_around(start, unit).start, STEPS[meaning.which] * meaning.count, unit), unit)
    if meaning.weekend:
        if meaning.which == "the" and start.weekday() < (5 if direction == "past" else 4) and direction != "future":
            days = unit_around(days.start - DAY, Unit.WEEK)
        return weekend_of(days, f"read from {start}")
    return dated(days, Precision(str(unit)), f"read from {start}")


def _shift(meaning: Shift, anchor: Anchor, direction: str | None) -> Resolution:
    unit = meaning.unit
    if meaning.origin == "quarter" or (anchor.quarter and not anchor.narrative and (meaning.count, unit, meaning.sign) == (1, Unit.YEAR, -1)):
        return _year_ago(anchor)
    if meaning.count is None:
        return undated("PAST_REF" if meaning.sign < 0 else "FUTURE_REF", "how far away is not said")
    told = anchor.told if meaning.origin == "told" or anchor.narrative else None
    start = told.days.start if told else anchor.speech
    if meaning.origin == "told" and not told and anchor.narrative:
        start = None
    if start is None:
        return undated(UNKNOWN[unit], NO_DCT)
    if told and PRECISION_FINENESS[told.precision] > FINENESS[unit]:
        return undated(UNKNOWN[unit], NOT_TOLD)
    return _away(meaning, start)


def _away(meaning: Shift, start: date) -> Resolution:
    unit = meaning.unit
    count = meaning.sign * (meaning.count or 0)
    there = shift(start, int(count), unit) if count == int(count) else start + timedelta(days=count * {"year": 365.25, "month": 30.44}.get(unit, 7))
    if unit in (Unit.DECADE, Unit.CENTURY):
        unit = Unit.YEAR
    return dated(unit_around(there, unit), Precision(str(unit)), f"read from {start}", best=there, confidence=0.88)


def _year_ago(anchor: Anchor) -> Resolution:
    """The year-earlier quarter: a year before the quarter that the text told last, else before the last full one."""
    if anchor.quarter is None and anchor.speech is None:
        return undated("XXXX-QX", NO_DCT)
    start = _reported(anchor)
    return dated(unit_around(shift(start, -1, Unit.YEAR), Unit.QUARTER), Precision.QUARTER, f"a year before {start}", confidence=0.75)


def _section(meaning: Section, anchor: Anchor, direction: str | None) -> Resolution:
    unit = meaning.unit
    length = 3 if unit is Unit.QUARTER else 6
    precision = Precision(str(unit))
    letter = "Q" if unit is Unit.QUARTER else "H"
    if meaning.of is not None:
        year = resolve(meaning.of, anchor, direction)
        if year.days is None:
            return undated(f"XXXX-{letter}{meaning.number}", year.reason or NO_DCT)
        if not meaning.number and not anchor.quarter and (meaning.which == "period" or anchor.speech is None):
            return year
        month = (meaning.number - 1) * length + 1 if meaning.number else _reported(anchor).month
        first = date(year.days.start.year, month, 1)
        return dated(months(first, length), precision, year.anchor, confidence=0.9)
    here = anchor.here
    if here is None:
        return undated(f"XXXX-{letter}{meaning.number}", NO_DCT)
    starts = [date(y, (meaning.number - 1) * length + 1, 1) for y in (here.year - 1, here.year, here.year + 1)]
    begun = [d for d in starts if d <= here][-1]
    ahead = next(d for d in starts if d > here)
    back = max(0, (here - months(begun, length).end).days)
    first = ahead if back and is_ahead((months(ahead, length).end - here).days, back, direction) else begun
    return dated(months(first, length), precision, f"read from {here}", confidence=0.8)


def _reported(anchor: Anchor) -> date:
    """The first day of the quarter on which the text reports, else of the last full one."""
    if anchor.quarter:
        return anchor.quarter.start
    return unit_around(unit_around(anchor.speech or date.max, Unit.QUARTER).start - DAY, Unit.QUARTER).start


def _named(meaning: Named, anchor: Anchor, direction: str | None) -> Resolution:
    here = anchor.speech if meaning.which else anchor.here
    if len(meaning.rule) == len("2001-09-11") and meaning.rule[:4].isdigit():
        return day(date.fromisoformat(meaning.rule), "the day of that name", confidence=0.97)
    if meaning.year is not None:
        found = day_of(meaning.rule, meaning.year)
        return day(found.start, "the words alone") if found else undated(f"{meaning.year:04}", "no calendar knows that day")
    told = anchor.told
    if meaning.which in TOLD and told:
        days = [d.start for y in years_around(told) if (d := day_of(meaning.rule, y))]
        return day(first_beside(told, meaning.which, days), f"read from {told.days.start}", confidence=0.85)
    if here is None or meaning.which in TOLD:
        return undated("XXXX-XX-XX" if not meaning.rule[:2].isdigit() else f"XXXX-{meaning.rule[:5]}"[:10], NO_DCT)
    days = [d.start for y in (here.year - 1, here.year, here.year + 1) if (d := day_of(meaning.rule, y))]
    if len(days) < 3:
        return undated("XXXX-XX-XX", "no calendar knows that day")
    past, ahead = [d for d in days if d <= here], [d for d in days if d >= here]
    if meaning.which == "last":
        return day([d for d in past if d < here][-1], f"read from {here}")
    if meaning.which == "next":
        return day(ahead[0], f"read from {here}")
    chosen = ahead[0] if is_ahead((ahead[0] - here).days, (here - past[-1]).days, direction) else past[-1]
    return day(chosen, f"read from {here}", confidence=0.85)


def _part(meaning: Part, anchor: Anchor, direction: str | None) -> Resolution:
    whole = resolve(meaning.of, anchor, direction)
    mod = {"EARLY": "START", "LATE": "END", "FIRST": "START", "SECOND": "END"}.get(meaning.part, meaning.part)
    whole = dataclasses.replace(whole, mod=mod)
    if whole.days is None or meaning.part in PARTS_OF_DAY or whole.precision in (Precision.DAY, None):
        return whole
    days = part_of(whole.days, meaning.part, whole.precision)
    return dataclasses.replace(whole, days=days, best_day=None, precision=Precision.INTERVAL, edtf=approximate(days))


def _day_part(meaning: DayPart, anchor: Anchor, direction: str | None) -> Resolution:
    of = resolve(meaning.of, anchor, direction) if meaning.of else resolve(Shift(0, Unit.DAY), anchor, direction)
    return dataclasses.replace(of, type="TIME", value=f"{of.value}T{meaning.part}")


def _clock(meaning: Clock, anchor: Anchor, direction: str | None) -> Resolution:
    of = resolve(meaning.of or Relative("that", Unit.DAY), anchor, direction)
    if of.days is None and meaning.of is None:
        of = undated("XXXX-XX-XX", of.reason or NO_DCT)
    time = f"T{meaning.hour:02}" + (f":{meaning.minute:02}" if meaning.minute is not None else ":00") + ("Z" if meaning.zone == "UTC" else "")
    return dataclasses.replace(of, type="TIME", value=of.value + time)


def _vague(meaning: Vague, anchor: Anchor, direction: str | None) -> Resolution:
    return undated(meaning.ref, NO_DAY)


def _bound(meaning: Bound, anchor: Anchor, direction: str | None) -> Resolution:
    side = "past" if meaning.kind == "since" else direction or ("future" if meaning.kind == "by" else None)
    of = resolve(meaning.of, dataclasses.replace(anchor, near=None) if meaning.kind == "since" else anchor, side)
    if of.type not in ("DATE", "TIME") or of.days is None or of.edtf is None:
        return of
    flag = OPEN[meaning.kind]
    return dataclasses.replace(of, mod=of.mod or BOUND_MODS[meaning.kind], flags=(*of.flags, flag), edtf=_open(of.edtf, of.days, flag))


def _open(edtf: str, days: Interval, flag: str) -> str:
    """The open interval from or to a date; only its end counts, where EDTF has no open interval of such a unit."""
    if "[" in edtf:
        return edtf
    if not PLAIN_END.fullmatch(edtf):
        edtf = span(days).split("/")[0 if flag == "open_end" else -1]
    return f"{edtf}/.." if flag == "open_end" else f"../{edtf}"


def _within(meaning: Within, anchor: Anchor, direction: str | None) -> Resolution:
    """One meaning inside another, which is its anchor."""
    of = resolve(meaning.of, anchor, direction)
    if of.days is None:
        unknown = resolve(meaning.inner, dataclasses.replace(anchor, speech=None, told=None, near=None), None)
        return undated(unknown.value, of.reason or NO_DCT)
    if isinstance(meaning.inner, Duration):
        return resolve_stretch(meaning.inner, of)
    if isinstance(meaning.inner, Shift):
        unit = Unit(str(of.precision or Precision.DAY))
        there = shift(of.days.start, meaning.inner.sign * int(meaning.inner.count or 0), meaning.inner.unit)
        return dated(unit_around(there, unit), Precision(str(unit)), of.anchor)
    if isinstance(meaning.inner, Date) and of.precision in (Precision.YEAR, Precision.WEEK):
        return dataclasses.replace(_inside(meaning.inner, of.days), anchor=of.anchor)
    inside = Anchor(of.days.last, Told(of.days, of.precision or Precision.INTERVAL), southern=anchor.southern)
    return dataclasses.replace(resolve(meaning.inner, inside, "past"), anchor=of.anchor)


def _inside(inner: Date, of: Interval) -> Resolution:
    """A month or day of a known year, a weekday of a known week."""
    if inner.month is None:
        return day(of.start + timedelta(days=inner.weekday or 0), "the words alone")
    return resolve_date(dataclasses.replace(inner, year=of.start.year), Anchor(None), None)


def _fiscal(meaning: Fiscal, anchor: Anchor, direction: str | None) -> Resolution:
    of = resolve(meaning.of, anchor, direction)
    return dataclasses.replace(of, mod="FISCAL", flags=(*of.flags, "fiscal"), confidence=min(of.confidence, 0.7))


def _range(meaning: Range, anchor: Anchor, direction: str | None) -> Resolution:
    """Its last part is read forward from its first, unless it says itself from where ("today", "June this year")."""
    first = resolve(meaning.first, anchor, direction)
    if first.days is None:
        return resolve_range(first, first)
    after = dataclasses.replace(anchor, speech=first.days.start, told=Told(first.days, first.precision or Precision.DAY), near=None)
    if isinstance(meaning.last, Shift | Within):
        after = anchor
    return resolve_range(first, resolve(meaning.last, after, "future"))


def _iso_week(meaning: IsoWeek, anchor: Anchor, direction: str | None) -> Resolution:
    return dated(unit_around(date.fromisocalendar(meaning.year, meaning.number, 1), Unit.WEEK), Precision.WEEK, "the words alone")


RESOLVERS: dict[type, Resolver] = {
    Date: resolve_date, IsoWeek: _iso_week, Numeric: resolve_numeric, Relative: _relative, Shift: _shift, Season: resolve_season, Section: _section,
    Era: resolve_era, Named: _named, Part: _part, Within: _within, DayPart: _day_part, Clock: _clock, Vague: _vague, Bound: _bound, Fiscal: _fiscal,
    Duration: resolve_duration, Recurrence: resolve_recurrence,
    Range: _range,
    Nth: lambda m, a, d: resolve_nth(m, resolve(m.of, a, d)),
    About: lambda m, a, d: resolve_about(m.mod, resolve(m.of, a, d)),
}  # fmt: skip
