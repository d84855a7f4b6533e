"""Calendar dates with missing parts -> days; conflicts of weekday and day; dates that do not exist."""

from __future__ import annotations

import calendar
import dataclasses
from datetime import date, timedelta

from pipeline.edtf import before_year_one
from pipeline.interval import DAY, Interval, Precision, Unit, one_day, unit_around
from pipeline.timex.anchor import Anchor
from pipeline.timex.beside import TOLD, first_beside, weekday_beside, year_told, years_around
from pipeline.timex.meaning import Date, Numeric
from pipeline.timex.resolution import NO_DAY, NO_DCT, NOT_TOLD, Choice, Resolution, dated, day, undated

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
BEFORE_ONE = "a year before 1"
BESIDE = {"the": "following", "since": "previous"}  # "on the Monday", "since the Monday": beside a day that was told, if one was
NEAR_CONFLICT = 60  # days: so near, a wrong weekday is an error of the text and not another year
OTHER_YEAR = 300  # days: so far away, a right weekday is a coincidence
KEPT_WEEKDAY, KEPT_DAY, OTHER = 0.8, 0.12, 0.05  # weekday one day off: the number is the likelier slip
TENSE_WEIGHT = 5  # so many times further away a date may lie on the side of the tense
FAR_DAY, FAR_WEEKDAY = 0.6, 0.3  # further off, the weekday is


def resolve_date(meaning: Date, anchor: Anchor, direction: str | None) -> Resolution:
    """Days of a calendar date; its missing parts come from the anchor."""
    if meaning.year is not None:
        return _full(meaning)
    if meaning.month is None and meaning.day is None:
        return _weekday(meaning, anchor, direction)
    if anchor.ancient:
        return undated(_unknown(meaning).replace("XXXX", before_year_one(anchor.ancient)[0]), BEFORE_ONE)
    if meaning.which in TOLD:
        return _month_beside(meaning, anchor)
    here = anchor.speech if meaning.which else anchor.here
    if here is None:
        return undated(_unknown(meaning), NO_DCT)
    if meaning.month is None:
        return _day_of_month(meaning, here, direction)
    if meaning.day is None:
        return _month(meaning, anchor, here, direction)
    return _month_day(meaning, anchor, here, direction)


def _unknown(meaning: Date) -> str:
    """The value of a date whose year nobody knows."""
    if meaning.month is None:
        return f"XXXX-WXX-{(meaning.weekday or 0) + 1}" if meaning.day is None else f"XXXX-XX-{meaning.day:02}"
    return f"XXXX-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")


def _full(meaning: Date) -> Resolution:
    year, month = meaning.year or 0, meaning.month
    if year < 1:
        value, edtf = before_year_one(-year)
        rest = f"-{month:02}" if month else ""
        return undated(value + rest, BEFORE_ONE, edtf=edtf + rest)
    if month is None:
        return dated(unit_around(date(year, 1, 1), Unit.YEAR), Precision.YEAR, "the words alone", confidence=0.95)
    if meaning.day is None:
        return dated(unit_around(date(year, month, 1), Unit.MONTH), Precision.MONTH, "the words alone", confidence=0.97)
    made = make(year, month, meaning.day)
    if made is None:
        return _invalid(year, month, meaning.day)
    if meaning.weekday is not None and made.weekday() != meaning.weekday:
        return _conflict(made, meaning.weekday, "the words alone", others=())
    return day(made, "the words alone", confidence=0.99)


def make(year: int, month: int, number: int) -> date | None:
    """The day, or None when the calendar has none such."""
    if not (1 <= year <= 9998 and 1 <= number <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, number)


def _invalid(year: int, month: int, number: int) -> Resolution:
    """A day that the month does not have: its neighbours, and in another year itself."""
    last = calendar.monthrange(year, month)[1]
    before = date(year, month, last)
    found = [Choice(one_day(before), f"the last day of that month in {year}", 0.5), Choice(one_day(before + DAY), "the day after it", 0.3)]
    leap = next((d for y in (year - 1, year + 1, year - 2, year + 2, year - 3, year + 3) if (d := make(y, month, number))), None)
    if leap:
        found.append(Choice(one_day(leap), f"that day exists in {leap.year}", 0.2))
    value = f"{year:04}-{month:02}-{number:02}"
    return undated(value, f"{value} is not in the calendar", flags=("invalid",), choices=tuple(found))


def _weekday(meaning: Date, anchor: Anchor, direction: str | None) -> Resolution:
    """The nearest such weekday in the direction; a day told in the same sentence is the nearer anchor."""
    wanted = meaning.weekday or 0
    if meaning.which in TOLD:
        beside = weekday_beside(anchor.told, meaning.which, wanted) if anchor.told else None
        return day(beside, f"read from {anchor.told.days.start}") if anchor.told and beside else undated(_unknown(meaning), NOT_TOLD)
    if meaning.which in BESIDE:
        beside = weekday_beside(anchor.told, BESIDE[meaning.which], wanted) if anchor.told else None
        if anchor.told and beside:
            return day(beside, f"read from {anchor.told.days.start}", confidence=0.8)
    if meaning.which == "a" and anchor.near is None:
        return undated(_unknown(meaning), NO_DAY)
    if anchor.near is not None and meaning.which in (None, "a"):
        return day(_nearest_weekday(anchor.near.days.start, wanted), f"{anchor.near.days.start} in the same sentence", confidence=0.85)
    from_story = anchor.narrative and anchor.told is not None and anchor.told.precision is Precision.DAY and meaning.which is None
    here = anchor.here if from_story else anchor.speech
    if here is None:
        return undated(_unknown(meaning), NO_DCT)
    return day(_directed(here, wanted, meaning.which, direction), f"read from {here}", confidence=0.9 if meaning.which else 0.88)


def _nearest_weekday(here: date, wanted: int) -> date:
    ahead = (wanted - here.weekday()) % 7
    return here + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def _directed(here: date, wanted: int, which: str | None, direction: str | None) -> date:
    back = (here.weekday() - wanted) % 7
    if which in ("last", "past"):
        return here - timedelta(days=back or 7)
    if which == "next":
        return here + timedelta(days=7 - here.weekday() + wanted)
    if which == "coming":
        return here + timedelta(days=7 - back)
    if which == "this":
        return here + timedelta(days=wanted - here.weekday())
    return here - timedelta(days=back) if direction != "future" else here + timedelta(days=-back % 7)


def _day_of_month(meaning: Date, here: date, direction: str | None) -> Resolution:
    """ "The 14th", "Friday the 13th": of this month or one beside it, in the direction; the nearest where no verb tells."""
    this = unit_around(here, Unit.MONTH)
    around = (unit_around(this.start - DAY, Unit.MONTH), this, unit_around(this.end, Unit.MONTH))
    days = sorted((d for m in around if (d := make(m.start.year, m.start.month, meaning.day or 1))), key=lambda d: abs(d - here))
    if meaning.weekday is not None:
        named = [d for d in days if d.weekday() == meaning.weekday]
        return day(named[0], f"read from {here}") if named else _conflict(days[0], meaning.weekday, f"read from {here}", others=())
    fits = [d for d in days if direction is None or (d >= here if direction == "future" else d <= here)]
    return day((fits or days)[0], f"read from {here}", confidence=0.7)


def _month(meaning: Date, anchor: Anchor, here: date, direction: str | None) -> Resolution:
    month = meaning.month or 1
    this = unit_around(date(here.year, month, 1), Unit.MONTH)
    year = year_told(anchor.told, month) if anchor.narrative and anchor.told and not meaning.which else _year_of_month(this, here, meaning.which, direction)
    return dated(unit_around(date(year, month, 1), Unit.MONTH), Precision.MONTH, f"read from {here}", confidence=0.85)


def _month_beside(meaning: Date, anchor: Anchor) -> Resolution:
    """ "That July", "the following January"."""
    told = anchor.told
    if told is None:
        return undated(_unknown(meaning), NOT_TOLD)
    first = first_beside(told, meaning.which or "", [date(y, meaning.month or 1, 1) for y in years_around(told)])
    return dated(unit_around(first, Unit.MONTH), Precision.MONTH, f"read from {told.days.start}", confidence=0.85)


def _year_of_month(this: Interval, here: date, which: str | None, direction: str | None) -> int:
    if which == "this":
        return here.year
    if which in ("next", "coming"):
        return here.year + (this.start <= here)
    if which in ("last", "past"):
        return here.year - (this.end > here)
    ahead = (this.start.month - here.month) % 12
    return here.year + (this.start.month < here.month) - (not is_ahead(ahead, 12 - ahead, direction))


def is_ahead(ahead: int, back: int, direction: str | None) -> bool:
    """Whether a date that is so far ahead, or back, is the one ahead; the tense weighs, and yields to what is very near."""
    against = {"past": TENSE_WEIGHT, "future": 1 / TENSE_WEIGHT}.get(direction or "", 1)
    return ahead == 0 or ahead * against < back


def _month_day(meaning: Date, anchor: Anchor, here: date, direction: str | None) -> Resolution:
    month, number = meaning.month or 1, meaning.day or 1
    days = [d for y in range(max(1, here.year - 2), here.year + 3) if (d := make(y, month, number))]
    if not days:
        return _invalid(here.year, month, number) if number > 29 or month != 2 else undated(_unknown(meaning), NO_DCT)
    if anchor.narrative and anchor.told:
        return _checked(make(year_told(anchor.told, month), month, number) or days[0], meaning, here, days)
    past = max((d for d in days if d <= here), default=days[0])
    ahead = min((d for d in days if d >= here), default=days[-1])
    chosen = ahead if is_ahead((ahead - here).days, (here - past).days, direction) else past
    return _checked(chosen, meaning, here, days)


def _checked(chosen: date, meaning: Date, here: date, days: list[date]) -> Resolution:
    """The chosen year, unless the weekday that is told with it speaks for another one, or against all."""
    weekday = meaning.weekday
    anchor = f"read from {here}"
    if weekday is None or chosen.weekday() == weekday:
        return day(chosen, anchor, confidence=0.9 if weekday is None else 0.97)
    fits = [d for d in days if d.weekday() == weekday]
    nearest = min(fits, key=lambda d: abs((d - here).days), default=None)
    if nearest and abs((nearest - here).days) <= OTHER_YEAR and abs((chosen - here).days) > NEAR_CONFLICT:
        return day(nearest, anchor, confidence=0.9)
    near = min(days, key=lambda d: abs((d - here).days))
    if near.weekday() == weekday:
        return day(near, anchor, confidence=0.9)
    chosen = near if abs((near - here).days) <= NEAR_CONFLICT else chosen
    return _conflict(chosen, weekday, anchor, others=tuple(fits))


def _conflict(numbered: date, weekday: int, anchor: str, others: tuple[date, ...]) -> Resolution:
    """Both readings, ranked: by the weekday one day off, by the number where they are further apart."""
    named = _nearest_weekday(numbered, weekday)
    close = abs((named - numbered).days) == 1
    by_name = Choice(one_day(named), f"the weekday is right: {named} is the nearest {WEEKDAYS[weekday]}", KEPT_WEEKDAY if close else FAR_WEEKDAY)
    by_number = Choice(one_day(numbered), f"the day is right: {numbered} was a {WEEKDAYS[numbered.weekday()]}", KEPT_DAY if close else FAR_DAY)
    ranked = sorted((by_name, by_number), key=lambda c: -c.probability)
    ranked += [Choice(one_day(d), f"both agree in {d.year}", OTHER) for d in sorted(others, reverse=True)[:2]]
    first, last = sorted((named, numbered))
    return dataclasses.replace(
        day(ranked[0].days.start, anchor, confidence=0.6),
        days=Interval(first, last + DAY), edtf=f"[{first},{last}]", flags=("conflict",), choices=tuple(ranked),
    )  # fmt: skip


def resolve_numeric(meaning: Numeric, anchor: Anchor, direction: str | None) -> Resolution:
    """05/07/2024: as the article writes its other dates, else day first and flagged."""
    by_day = make(meaning.year, meaning.second, meaning.first)
    by_month = make(meaning.year, meaning.first, meaning.second)
    if anchor.day_first is not None or by_day is None or by_month is None or by_day == by_month:
        chosen = (by_month if anchor.day_first is False else by_day) or by_day or by_month
        return day(chosen, "the words alone") if chosen else _invalid(meaning.year, meaning.second, meaning.first)
    choices = (Choice(one_day(by_day), "day first", 0.6), Choice(one_day(by_month), "month first", 0.4))
    return dataclasses.replace(
        day(by_day, "the words alone", confidence=0.6), flags=("day_month_order",), choices=choices, edtf=f"[{min(by_day, by_month)},{max(by_day, by_month)}]"
    )
