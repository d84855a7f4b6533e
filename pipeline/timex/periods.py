"""Seasons, decades, centuries and counted weekdays -> days, and the early, middle and late parts of any period."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.edtf import before_year_one, months, span, timex_value
from pipeline.interval import DAY, Interval, Precision, Unit, shift, unit_around
from pipeline.timex.anchor import Anchor
from pipeline.timex.beside import TOLD, first_beside, year_told, years_around
from pipeline.timex.calendar import BEFORE_ONE
from pipeline.timex.meaning import Era, Nth, Season
from pipeline.timex.resolution import NO_DCT, NOT_TOLD, Resolution, dated, day, undated

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
IN_STORY = {"next": "following", "last": "previous", "this": "that"}
SATURDAY = 5
LAST_CENTURY = 30  # from the thirties on, decades without a century are of the twentieth
HALVES = ("FIRST", "SECOND")
SOUTH = 6  # months by which its seasons are apart


def resolve_season(meaning: Season, anchor: Anchor, direction: str | None) -> Resolution:
    month = (SEASON_MONTH[meaning.season] + (SOUTH if anchor.southern else 0) - 1) % 12 + 1
    ancient = -meaning.year if meaning.year is not None and meaning.year < 0 else anchor.ancient if meaning.year is None else None
    if ancient:
        return undated(f"{before_year_one(ancient)[0]}-{meaning.season}", BEFORE_ONE)
    if meaning.year is not None:
        return _season_days(meaning, date(meaning.year, month, 1), "the words alone")
    which = IN_STORY.get(meaning.which or "", meaning.which) if anchor.narrative and anchor.told else meaning.which
    if which in TOLD:
        return _season_beside(meaning, anchor, which or "", month)
    here = anchor.speech if which else anchor.here
    if here is None:
        return undated(f"XXXX-{meaning.season}", NO_DCT)
    if anchor.narrative and anchor.told and not which:
        return _season_days(meaning, date(year_told(anchor.told, month), month, 1), f"read from {here}")
    return _season_days(meaning, _season_from(here, month, which, direction), f"read from {here}")


def _season_beside(meaning: Season, anchor: Anchor, which: str, month: int) -> Resolution:
    told = anchor.told
    if told is None:
        return undated(f"XXXX-{meaning.season}", NOT_TOLD)
    first = first_beside(told, which, [date(y, month, 1) for y in years_around(told)])
    return _season_days(meaning, first, f"read from {told.days.start}")


def _season_from(here: date, month: int, which: str | None, direction: str | None) -> date:
    """The first day of the season that begins in `month`, as it is read from a day."""
    candidates = [date(y, month, 1) for y in range(here.year - 2, here.year + 3)]
    ended = [d for d in candidates if months(d, 3).end <= here]
    begun = [d for d in candidates if d <= here]
    ahead = [d for d in candidates if d > here]
    this = [d for d in candidates if d <= here < months(d, 3).end] or [d for d in candidates if d.year == here.year]
    chosen = {"last": ended[-1], "past": ended[-1], "next": ahead[0], "this": this[0]}.get(which or "")
    return chosen or (ahead[0] if direction == "future" and months(begun[-1], 3).end <= here else begun[-1])


def _season_days(meaning: Season, first: date, anchor: str) -> Resolution:
    return dated(months(first, 3), Precision.SEASON, anchor, confidence=0.85, season=meaning.season)


def resolve_era(meaning: Era, anchor: Anchor, direction: str | None) -> Resolution:
    year = meaning.year
    if meaning.unit is Unit.CENTURY and year < 0:
        return undated(f"BC{-year // 100 - 1:02}", "years before 1")
    if meaning.unit is Unit.DECADE and year < 100:
        if anchor.here is None and year < LAST_CENTURY:
            return undated(f"XX{year // 10}", NO_DCT)
        now = anchor.speech or anchor.here
        century = now.year // 100 * 100 if now else 2000
        year += century if now and century + year <= now.year else century - 100
    return dated(unit_around(date(max(1, year), 1, 1), meaning.unit), Precision(str(meaning.unit)), "the words alone")


def resolve_nth(meaning: Nth, of: Resolution) -> Resolution:
    """The last Thursday, the second weekend or the first day of a period."""
    if meaning.week:
        return _nth_week(meaning.number, of)
    if of.days is None:
        return undated(f"{of.value}-XX" if len(of.value) == len("XXXX-05") else "XXXX-XX-XX", of.reason or NO_DCT)
    weekday = SATURDAY if meaning.weekend else meaning.weekday
    step = timedelta(weeks=1) if weekday is not None else DAY
    first = of.days.start + timedelta(days=(weekday - of.days.start.weekday()) % 7 if weekday is not None else 0)
    count = (of.days.last - first) // step + 1
    if abs(meaning.number) > count:
        return undated("XXXX-XX-XX", "no such day in that time", flags=("invalid",))
    chosen = first + step * ((meaning.number - 1) if meaning.number > 0 else count + meaning.number)
    return weekend_of(unit_around(chosen, Unit.WEEK), of.anchor) if meaning.weekend else day(chosen, of.anchor)


def _nth_week(number: int, of: Resolution) -> Resolution:
    """The second week of a month: its eighth to fourteenth day."""
    if of.days is None:
        return undated("P1W", of.reason or NO_DCT, kind="DURATION")
    start = of.days.start + timedelta(weeks=number - 1)
    if start >= of.days.end:
        return undated("P1W", "no such week in that time", kind="DURATION", flags=("invalid",))
    days = Interval(start, min(start + timedelta(weeks=1), of.days.end))
    return Resolution("DURATION", "P1W", days, Precision.INTERVAL, edtf=approximate(days), flags=("approximate",), anchor=of.anchor, confidence=0.8)


def weekend_of(week: Interval, anchor: str) -> Resolution:
    """Saturday and Sunday of a week."""
    days = Interval(week.end - 2 * DAY, week.end)
    value = timex_value(week, Precision.WEEK) + "-WE"
    return Resolution("DATE", value, days, Precision.INTERVAL, edtf=span(days), anchor=anchor, confidence=0.85)


def approximate(days: Interval) -> str:
    return "/".join(f"{end}~" for end in span(days).split("/"))


def part_of(days: Interval, part: str, precision: Precision | None) -> Interval:
    """The early, middle or late days of a unit, by the conventions for months, years and decades; else its thirds."""
    start, end = days.start, days.end
    if part in HALVES:
        half = start + max((end - start) // 2, DAY)
        return Interval(start, half) if part == "FIRST" else Interval(min(half, days.last), end)
    if precision is Precision.MONTH:
        cuts = start, start + 10 * DAY, start + 20 * DAY, end
    elif precision is Precision.YEAR:
        cuts = start, shift(start, 4, Unit.MONTH), shift(start, 8, Unit.MONTH), end
    elif precision is Precision.DECADE:
        cuts = start, shift(start, 4, Unit.YEAR), shift(start, 7, Unit.YEAR), end
    else:
        third = (end - start) / 3
        cuts = start, start + max(third, DAY), start + max(2 * third, DAY), end
    at = {"START": 0, "MID": 1, "END": 2}[part]
    return Interval(cuts[at], cuts[at + 1]) if cuts[at] < cuts[at + 1] else days
