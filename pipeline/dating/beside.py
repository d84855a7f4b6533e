"""Two expressions that mean one time, one of them from the day of writing: together they give that day, or its year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from pipeline.dating.clue import Clue, Page, Pin, Spot, clue_at
from pipeline.interval import DAY, Interval, Unit, add_months, one_day, shift, unit_around
from pipeline.timex.meaning import Date, Meaning, Named, Part, Relative, Season, Shift, Within
from pipeline.timex.rules.named import day_of

MONTH_NAME = re.compile(r"[A-Za-z]{3}")  # "9.15 this morning" is a time of day
NAMES = ("the ", "this ", "his ", "its ", "their ")  # before a day that names something: "the May 3 storm"
GAP = re.compile(r"\s*[,(–—-]{0,2}\s*(?:that is,? |which is |being |back in |on |in |the |of )?")  # between the two ways of saying one day
LONGEST_GAP = 14  # code points
CERTAIN, LIKELY = 0.96, 0.85
TODAY = (0.97,)
COMPARED = re.compile(r"\b(?:than|from|against|compared (?:with|to)|versus|vs\.?|over|since|as) (?:in |the )?(?:\w+ ){0,4}$", re.I)
ANY = re.compile(r"\b(?:than|as) (?:in |for )?any(?: other| previous)? $", re.I)
YEAR = 366
SEASON = 93  # days
HOLIDAY_YEARS = range(1950, 2050)
LEAD = 500  # code points after a dateline
LENGTHS = {Unit.WEEK: 7, Unit.MONTH: 31, Unit.YEAR: YEAR}  # days


def beside_clues(page: Page) -> Iterator[Clue]:
    """All pairs of the article."""
    for first, second in pairwise(page.spots):
        if first.told and second.told and _touch(page, first, second):
            yield from _one_time(first, second)
    yield from _last_year(page)
    yield from _this_year(page)
    yield from _last_month(page)
    yield from _today(page)
    yield from _weekday_pairs(page)


def _touch(page: Page, first: Spot, second: Spot) -> bool:
    gap = page.text[first.expression.char_end : second.expression.char_start]
    return len(gap) <= LONGEST_GAP and GAP.fullmatch(gap) is not None


def _one_time(first: Spot, second: Spot) -> Iterator[Clue]:
    """ "Yesterday, 14 March 2019", "in 2018, last year", "two days ago, on May 3"."""
    for pointing, named in ((first, second), (second, first)):
        lag = lag_in_days(pointing.plain)
        if lag is not None and named.days is not None and named.days.end - named.days.start == DAY:
            yield _written_on(pointing, named, named.days.start + timedelta(days=lag))
        elif isinstance(named.plain, Named) and named.plain.year is None:
            yield from _each_year(pointing, named, named.plain.rule)
        elif lag is not None and isinstance(named.plain, Date) and named.plain.month and named.plain.day and MONTH_NAME.search(named.expression.text):
            yield _day_of_writing(pointing, named, named.plain, lag)
        elif named.days is not None and (span := writing(pointing.plain, named.days)):
            says = f"“{pointing.expression.text}” is “{named.expression.text}”: written {_shown(span)}"
            yield replace(_over(pointing, named, "apposition", says, CERTAIN), spans=((span.start, span.last),))


def _day_of_writing(pointing: Spot, named: Spot, day: Date, lag: int) -> Clue:
    says = f"“{pointing.expression.text}” is “{named.expression.text}”"
    clue = _over(pointing, named, "apposition", says, CERTAIN)
    assert day.month and day.day
    return replace(clue, pin=Pin(day.month, day.day, TODAY, None, day.weekday, lag))


def _written_on(pointing: Spot, named: Spot, when: date) -> Clue:
    says = f"“{pointing.expression.text}” is “{named.expression.text}”: written on {when}"
    pin = Pin(when.month, when.day, TODAY, when.year)
    return replace(_over(pointing, named, "apposition", says, CERTAIN), pin=pin, spans=((when, when),))


def _each_year(pointing: Spot, named: Spot, rule: str) -> Iterator[Clue]:
    """ "Thanksgiving this week": in whatever year, the week of that day."""
    days = [day for year in HOLIDAY_YEARS if (day := day_of(rule, year)) is not None]
    spans = [span for d in days if (span := writing(pointing.plain, d))]
    if spans and len(days) > 1:
        says = f"“{pointing.expression.text}” is “{named.expression.text}”: written about that day of its year"
        yield replace(_over(pointing, named, "apposition", says, CERTAIN), every=tuple((s.start, s.last) for s in spans))


def lag_in_days(meaning: Meaning) -> int | None:
    """Days from the day meant to the day of writing, for words that tell it exactly."""
    while isinstance(meaning, Part):
        meaning = meaning.of
    if isinstance(meaning, Shift) and meaning.unit is Unit.DAY and meaning.origin == "speech" and meaning.count is not None:
        return int(-meaning.sign * meaning.count)
    return None


def writing(pointing: Meaning, named: Interval) -> Interval | None:
    """The days from which `pointing` means `named`.

    >>> writing(Relative("last", Unit.YEAR), Interval(date(2018, 1, 1), date(2019, 1, 1)))
    Interval(start=datetime.date(2019, 1, 1), end=datetime.date(2020, 1, 1))
    """
    steps = {"last": 1, "this": 0, "next": -1}
    while isinstance(pointing, Part):
        pointing = pointing.of
    if isinstance(pointing, Relative) and pointing.which in steps and pointing.unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR):
        if (named.end - named.start).days > LENGTHS[pointing.unit]:
            return None
        around = unit_around(named.start, pointing.unit)
        return Interval(shift(around.start, steps[pointing.which], pointing.unit), shift(around.end, steps[pointing.which], pointing.unit))
    if (lag := lag_in_days(pointing)) is not None:
        return one_day(named.start + timedelta(days=lag)) if named.end - named.start == DAY else None
    if isinstance(pointing, Season) and pointing.which in steps and (named.end - named.start).days <= SEASON:
        return _from_season(pointing.which, named.start)
    if isinstance(pointing, Shift) and pointing.unit in (Unit.YEAR, Unit.MONTH) and pointing.origin == "speech" and pointing.count:
        return _away(pointing, named)
    return None


def _from_season(which: str, day: date) -> Interval:
    """ "This summer" is told within the year, "last summer" in the year that follows, "next summer" in the one before."""
    if which == "this":
        return unit_around(day, Unit.YEAR)
    months = (1, 13) if which == "last" else (-13, -1)
    return Interval(add_months(day, months[0]), add_months(day, months[1]))


def _away(pointing: Shift, named: Interval) -> Interval | None:
    """ "Twenty years ago, in 1996": that many years later, give or take the rounding of the months."""
    months = round(-pointing.sign * float(pointing.count or 0) * (12 if pointing.unit is Unit.YEAR else 1))
    slack = timedelta(days=45 if pointing.unit is Unit.YEAR else 10)
    exact = (named.end - named.start).days > 31
    start, end = add_months(named.start, months), add_months(named.end - timedelta(days=1), months) + timedelta(days=1)
    return Interval(start, end) if exact else Interval(start - slack, end + slack)


def _last_year(page: Page) -> Iterator[Clue]:
    """ "August of last year" in one place and "August 2021" in another."""
    months = {(s.plain.month, s.plain.year): s for s in page.spots if s.told and isinstance(s.plain, Date) and s.plain.year and s.plain.month}
    for spot in page.spots:
        inner, which = _month_of_year(spot.plain)
        if not (spot.told and inner):
            continue
        for (month, year), named in months.items():
            if month == inner and year:
                written = year + {"last": 1, "this": 0, "next": -1}[which]
                says = f"“{spot.expression.text}” and “{named.expression.text}” are one time: written in {written}"
                yield replace(clue_at(spot, "last_year", says, 0.9), spans=((date(written, 1, 1), date(written, 12, 31)),))


def _month_of_year(meaning: Meaning) -> tuple[int | None, str]:
    """The month of "August of last year" and "last August", and which year."""
    if isinstance(meaning, Within) and isinstance(meaning.inner, Date) and isinstance(meaning.of, Relative) and meaning.of.unit is Unit.YEAR:
        return (meaning.inner.month, meaning.of.which) if meaning.of.which in ("last", "this", "next") else (None, "")
    return None, ""


def _this_year(page: Page) -> Iterator[Clue]:
    """ "So far this year, more than in the whole of 2018": the year compared with is the one before."""
    by_sentence: dict[int, list[Spot]] = {}
    for spot in page.spots:
        if spot.told:
            by_sentence.setdefault(spot.sentence_start, []).append(spot)
    for start, spots in by_sentence.items():
        pointing = [s for s in spots if isinstance(s.plain, Relative) and s.plain.unit is Unit.YEAR and s.plain.which in ("this", "last")]
        for spot in spots:
            before = spot.sentence[: spot.expression.char_start - start]
            if pointing and isinstance(spot.plain, Date) and spot.plain.year and spot.days and COMPARED.search(before):
                yield _compared(pointing[0], spot, spot.plain.year)


def _last_month(page: Page) -> Iterator[Clue]:
    """ "Less last month than in any August" beside "August 2014": written in the month after."""
    for spot in page.spots:
        named = next((s for s in page.spots if s.sentence_start == spot.sentence_start and _is_any_month(s)), None) if _is_month(spot) else None
        same = [s for s in page.spots if named and s.told and s.days and isinstance(s.plain, Date) and s.plain.month == getattr(named.plain, "month", 0)]
        latest = max((s.days.start, s.days.end) for s in same if s.days and not getattr(s.plain, "day", None)) if same else None
        span = writing(spot.plain, Interval(*latest)) if latest else None
        if span:
            says = f"“{spot.expression.text}” is compared with its like, and “{same[-1].expression.text}” is told: written {_shown(span)}"
            yield replace(_over(spot, same[-1], "compared", says, CERTAIN), spans=((span.start, span.last),))


def _is_month(spot: Spot) -> bool:
    return spot.told and isinstance(spot.plain, Relative) and spot.plain.unit is Unit.MONTH


def _is_any_month(spot: Spot) -> bool:
    plain = spot.plain
    before = spot.sentence[: spot.expression.char_start - spot.sentence_start]
    return isinstance(plain, Date) and bool(plain.month) and not (plain.day or plain.year) and ANY.search(before) is not None


def _compared(pointing: Spot, named: Spot, year: int) -> Clue:
    steps = 1 if isinstance(pointing.plain, Relative) and pointing.plain.which == "this" else 2
    says = f"“{pointing.expression.text}” is compared with “{named.expression.text}”: written in {year + steps}, or later"
    years = ((year + steps, 0.78), (year + steps + 1, 0.1), (year + steps + 2, 0.04))
    return replace(_over(pointing, named, "compared", says, LIKELY), years=years)


def _today(page: Page) -> Iterator[Clue]:
    """ "Earlier today ... on Wednesday" in one sentence: it was written on a Wednesday."""
    for spot in page.spots:
        if not (spot.told and lag_in_days(spot.plain) == 0):
            continue
        for other in page.spots:
            if other.sentence_start == spot.sentence_start and (weekday := bare_weekday(other)) is not None:
                says = f"“{spot.expression.text}” and “{other.expression.text}” in one sentence"
                yield replace(_over(spot, other, "today", says, LIKELY), written_on=weekday)


def bare_weekday(spot: Spot) -> int | None:
    """The weekday of "on Wednesday", told as past by the story itself."""
    plain = spot.plain
    if isinstance(plain, Date) and plain.weekday is not None and plain.month is None and plain.day is None and plain.which is None:
        return plain.weekday if spot.told and spot.expression.direction == "past" else None
    return None


def _weekday_pairs(page: Page) -> Iterator[Clue]:
    """ "On September 5 ... on Monday" in one sentence: the year is one in which they agree."""
    days: dict[int, tuple[Spot, Date]] = {}
    for spot in page.spots:
        plain = spot.plain
        if not (spot.told and spot.expression.direction == "past" and isinstance(plain, Date)):
            continue
        before = spot.sentence[: spot.expression.char_start - spot.sentence_start]
        if plain.month and plain.day and plain.year is None and plain.weekday is None and not before.endswith(NAMES):
            days.setdefault(spot.sentence_start, (spot, plain))
    yield from _of_dateline(page)
    for spot in page.spots:
        weekday = bare_weekday(spot)
        if weekday is not None and spot.sentence_start in days:
            other, plain = days[spot.sentence_start]
            says = f"“{other.expression.text}” and “{spot.expression.text}” in one sentence: a year in which they agree"
            yield replace(clue_at(spot, "weekday", says, 0.5), pair=(plain.month or 1, plain.day or 1, weekday))


def lead_weekday(page: Page) -> tuple[Spot, Spot] | None:
    """The day of a dateline without a year, and the first weekday told right behind it: mostly the same day."""
    dateline = next((s for s in page.spots if s.expression.furniture == "dateline" and s.days is None), None)
    first = next((s for s in page.spots if bare_weekday(s) is not None), None)
    if not (dateline and first and isinstance(dateline.plain, Date) and dateline.plain.month and dateline.plain.day):
        return None
    return (dateline, first) if first.expression.char_start - dateline.expression.char_end < LEAD else None


def _of_dateline(page: Page) -> Iterator[Clue]:
    found = lead_weekday(page)
    weekday = bare_weekday(found[1]) if found else None
    if found and weekday is not None and isinstance(found[0].plain, Date) and found[0].plain.weekday is None:
        plain = found[0].plain
        says = f"“{found[0].expression.text}” in the dateline and “{found[1].expression.text}” in the lead: a year in which they agree"
        yield replace(clue_at(found[1], "weekday", says, 0.95), pair=(plain.month or 1, plain.day or 1, weekday))


def _over(first: Spot, second: Spot, kind: str, says: str, weight: float) -> Clue:
    """A clue on the words from one spot to another."""
    one, two = sorted((first.expression, second.expression), key=lambda e: e.char_start)
    text = one.text if one.char_end >= two.char_start else f"{one.text} … {two.text}"
    return Clue(kind, says, weight, one.char_start, two.char_end, text)


def _shown(days: Interval) -> str:
    if (days.end - days.start).days >= YEAR - 1:
        return f"in {days.start.year}" if days.start.year == days.last.year else f"in {days.start.year} or {days.last.year}"
    return f"between {days.start} and {days.last}"
