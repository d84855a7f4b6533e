"""Days as half-open intervals, and the calendar arithmetic on them. Knows no words."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)


class Unit(StrEnum):
    """Units of the calendar, smallest first."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Precision(StrEnum):
    """The unit to which a date is known; INTERVAL for a span with two ends of its own."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Days from `start` up to, not including, `end`.

    >>> Interval(date(2024, 7, 19), date(2024, 7, 21)).last
    datetime.date(2024, 7, 20)
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"interval {self.start}..{self.end}: the end must be after the start")

    @property
    def last(self) -> date:
        """The last day inside."""
        return self.end - DAY

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day < self.end

    def overlaps(self, other: Interval) -> bool:
        return self.start < other.end and other.start < self.end


def one_day(day: date) -> Interval:
    """The interval of a single day. 9999-12-31 has no day after it and raises OverflowError."""
    return Interval(day, day + DAY)


def add_months(day: date, count: int) -> date:
    """The same day `count` months away, or the last day of that month. ValueError outside years 1 to 9999.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift(day: date, count: int, unit: Unit) -> date:
    """The day exactly `count` units away."""
    if unit in MONTHS_IN:
        return add_months(day, count * MONTHS_IN[unit])
    return day + timedelta(days=count * (7 if unit is Unit.WEEK else 1))


def unit_around(day: date, unit: Unit) -> Interval:
    """The calendar unit that holds `day`; weeks run Monday to Sunday (ISO 8601).

    >>> unit_around(date(2024, 3, 13), Unit.WEEK)
    Interval(start=datetime.date(2024, 3, 11), end=datetime.date(2024, 3, 18))
    """
    if unit is Unit.DAY:
        return one_day(day)
    if unit is Unit.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Interval(monday, monday + timedelta(days=7))
    months = MONTHS_IN[unit]
    first = (day.year * 12 + day.month - 1) // months * months  # months since the year 0, which `date` lacks
    return Interval(_month(max(12, first)), _month(first + months))


def _month(count: int) -> date:
    return date(count // 12, count % 12 + 1, 1)
