"""What an expression tells of the passage it stands in: whether it goes on from a date told before, or points from the DCT."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date

from pipeline.interval import Interval, Unit, unit_around
from pipeline.timex.beside import TOLD
from pipeline.timex.meaning import Bound, Clock, Date, DayPart, Duration, Meaning, Named, Nth, Part, Range, Relative, Season, Section, Shift, Within

HISTORY_DATES = 4  # written years before that of the DCT: so many at least make a text a narrative
HISTORY_SHARE, HISTORY_LEAD = 0.5, 8  # of all written years, and over the expressions that point from the DCT
STORY_YEARS = 20  # years beyond the middle half of those that are written: further away is an aside
HALF_MONTH = 15  # days: a number further below that of the day told before is of the next month


def is_full(meaning: Meaning) -> bool:
    return isinstance(meaning, Date) and meaning.year is not None and meaning.day is not None


def is_year(meaning: Meaning) -> bool:
    return isinstance(meaning, Date) and meaning.year is not None and meaning.month is None


def lacks_year(meaning: Meaning | None) -> bool:
    """Whether it is a month, season or named day whose year the context gives."""
    match meaning:
        case Bound(of=of) | Part(of=of) | DayPart(of=of) | Clock(of=of) | Nth(of=of) | Within(of=of):
            return lacks_year(of)
        case Range(first=first):
            return lacks_year(first)
        case Date(year=None, month=int(), which=None) | Season(year=None, which=None) | Section(of=None, number=1 | 2 | 3 | 4):
            return True
        case Named(rule=rule, year=None, which=None):
            return not rule[:4].isdigit()
        case _:
            return False


def goes_on(meaning: Meaning) -> bool:
    """A month and day, or a named day, without a year."""
    inner = meaning.of if isinstance(meaning, Bound) else meaning
    named = isinstance(inner, Named) and inner.year is None and inner.which is None and not inner.rule[:4].isdigit()
    return named or (isinstance(inner, Date) and inner.year is None and inner.month is not None and inner.day is not None)


def is_narrative(meanings: Sequence[Meaning], latest: date | None) -> bool:
    """Whether a text tells history: its full dates lie years before the DCT and outnumber what points from the DCT."""
    years = [y for m in meanings if (y := year_of(m)) is not None]
    old = [y for y in years if latest is None or y < latest.year]
    deictic = sum(points_from_dct(m) for m in meanings)
    return len(old) >= HISTORY_DATES and len(old) > HISTORY_SHARE * len(years) and len(old) > HISTORY_LEAD * deictic


def story_years(meanings: Sequence[Meaning]) -> tuple[int, int]:
    """The year in the middle of those that are written, and how far from it the story may reach."""
    years = sorted(y for m in meanings if (y := year_of(m)) is not None) or [0]
    quarter = len(years) // 4
    return years[len(years) // 2], STORY_YEARS + years[-1 - quarter] - years[quarter]


def year_of(meaning: Meaning) -> int | None:
    meaning = meaning.of if isinstance(meaning, Bound | Nth | DayPart) and meaning.of else meaning
    return meaning.year if isinstance(meaning, Date) else None


def points_from_dct(meaning: Meaning) -> bool:
    match meaning:
        case Shift(origin="speech"):
            return True
        case Duration(reach="past"):
            return True
        case Relative(which=which):
            return which in ("last", "this", "next")
        case Date(which=str(which)):
            return which not in (*TOLD, "the", "since", "a")
        case Date(year=None, month=None, weekday=int()):
            return True
        case Bound(of=of) | DayPart(of=of) | Clock(of=of) if of is not None:
            return points_from_dct(of)
        case _:
            return False


def names_month(meaning: Meaning | None) -> bool:
    match meaning:
        case Date(month=int()):
            return True
        case Bound(of=of) | Part(of=of) | DayPart(of=of) | Clock(of=of) | Nth(of=of):
            return names_month(of)
        case Range(last=last):
            return names_month(last)
        case _:
            return False


def in_month(meaning: Meaning, told: Interval) -> Meaning:
    """A day of the month without its month, in the month of a told date or the next, whichever is nearer; all else as it is.

    >>> in_month(Date(day=9), Interval(date(2023, 4, 5), date(2023, 4, 6)))
    Date(year=2023, month=4, day=9, weekday=None, which=None)
    """
    match meaning:
        case Date(year=None, month=None, day=int(day), weekday=None):
            month = unit_around(told.start, Unit.MONTH)
            month = month if day > told.start.day - HALF_MONTH else unit_around(month.end, Unit.MONTH)
            return Date(month.start.year, month.start.month, day)
        case Bound(of=of) | DayPart(of=of) if of is not None:
            return dataclasses.replace(meaning, of=in_month(of, told))
        case _:
            return meaning


def has_season(meaning: Meaning | None) -> bool:
    """Whether a season stands in it."""
    match meaning:
        case Season():
            return True
        case Bound(of=of) | Part(of=of) | DayPart(of=of) | Within(inner=of):
            return has_season(of)
        case Range(first=first, last=last):
            return has_season(first) or has_season(last)
        case _:
            return False
