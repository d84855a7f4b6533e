"""Months, weekdays and seasons beside the date told before: the following January, that Friday, the previous spring."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.interval import DAY, Unit, unit_around
from pipeline.timex.anchor import Told

TOLD = ("previous", "following", "that")
STORY_SPAN = 130  # days: what is longer tells no month
STORY_BACK, STORY_AHEAD = 4, 6  # months: further back a story tells of the next year, further ahead of the last
THAT_AHEAD = 9  # as STORY_AHEAD, where "that December" points back to the year that was told


def year_told(told: Told, month: int, *, ahead: int = STORY_AHEAD) -> int:
    """The year of a month in a story: that of the date told before, unless the story has moved over New Year since."""
    start = told.days.start
    if (told.days.end - start).days > STORY_SPAN:
        return start.year
    if month < start.month and start.month - month > STORY_BACK:
        return start.year + 1
    return start.year - 1 if month - told.days.last.month > ahead else start.year


def first_beside(told: Told, which: str, starts: Sequence[date]) -> date:
    """Of the first days of a month, season or holiday, one a year, the one that `which` means.

    >>> from pipeline.interval import Interval, Precision
    >>> october = Told(Interval(date(2019, 10, 1), date(2019, 11, 1)), Precision.MONTH)
    >>> first_beside(october, "following", [date(y, 1, 1) for y in range(2018, 2022)])
    datetime.date(2020, 1, 1)
    """
    if which == "following":
        return next(d for d in starts if d > told.days.last)
    if which == "previous":
        return [d for d in starts if d < told.days.start][-1]
    return next(d for d in starts if d.year >= year_told(told, starts[0].month, ahead=THAT_AHEAD))


def weekday_beside(told: Told, which: str, wanted: int) -> date | None:
    """The weekday after, before or of the week of a told day or week; None when what was told is longer.

    >>> from pipeline.interval import Interval, Precision
    >>> weekday_beside(Told(Interval(date(2011, 3, 4), date(2011, 3, 5)), Precision.DAY), "following", 4)
    datetime.date(2011, 3, 11)
    """
    days = told.days
    if days.end - days.start > timedelta(weeks=1):
        return None
    if which == "following":
        return days.end + timedelta(days=(wanted - days.end.weekday()) % 7)
    if which == "previous":
        return days.start - DAY - timedelta(days=((days.start - DAY).weekday() - wanted) % 7)
    return unit_around(days.start, Unit.WEEK).start + timedelta(days=wanted)


def years_around(told: Told) -> range:
    """The years in which the neighbours of a told date lie."""
    return range(max(1, told.days.start.year - 2), min(9998, told.days.last.year + 3))
