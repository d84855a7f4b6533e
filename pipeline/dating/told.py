"""Dates that the story tells, and what their clauses make of them: told as past, as plans, as moved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from pipeline.clauses import clause_at
from pipeline.dating.clue import Clue, Page, Pin, Spot, clue_at, is_line
from pipeline.dating.stated import day_of
from pipeline.interval import Interval
from pipeline.timex.meaning import Bound, Date, Fiscal, Numeric, Range, Vague

# Probabilities that an article came out 0, 1, 2 ... days after a day that it tells
NAMED_WEEKDAY = (0.28, 0.28, 0.12, 0.08, 0.06, 0.05, 0.03, 0.03)  # "on Friday, July 20"
FULL_DAY = (0.12, 0.12, 0.06, 0.04, 0.03, 0.02, 0.02, 0.02)  # "on 12 March 2019"
FRESH_DAY, FRESH_MONTH, FRESH_YEAR, FRESH_HISTORY = 0.5, 0.6, 0.8, 0.93  # how fast told dates go stale, a year
PAST, FUTURE, UNSAID = 0.975, 0.96, 0.7  # how often such dates lie before (after) the publication
PLANS = re.compile(
    r"\b(?:plan|program|programme|strategy|budget|framework|agenda|road ?map|concept|scheme|term|cycle|season|period|presidency|target|"
    r"tender|contract|deal|agreement|edition|tournament|chairmanship|membership)s?\b",
    re.I,
)
ADOPTED = re.compile(r"\b(?:approv|adopt|agree|unveil|sign|draft|endors|present|propos|announc|launch|publish|ratif|prepar|outlin)\w*", re.I)
# of a plan for several years: probability that the text is of 2, 1, 0 years before its first year, 1 after, or later within it
NEW_PLAN = (0.1, 0.55, 0.27, 0.04, 0.02)
OLD_PLAN = (0.08, 0.25, 0.3, 0.17, 0.1)
SO_FAR_WORDS = ("t is 20", "t is 19", "’s 20", "'s 20", "t is now", "ear is 20", "o far", "to date", "hus far", "lready", "ntil now", "p to now")
SO_FAR = re.compile(
    r"\b(?:so far|to date|thus far|already|until now|up to now) (?:in|this year,?) (?P<year>(?:19|20)\d\d)\b"
    r"|\b(?:it is|it['’]s|the year is) (?:now |already )?(?P<now>(?:19|20)\d\d)(?=[,.;:!]| and )"
    r"|\b(?P<first>(?:19|20)\d\d) (?:(?:has|have|is) )?(?:\w+ ){0,2}?(?:so far|to date|thus far)\b",
    re.I,
)
MOVED = re.compile(
    r"\b(?:postpon|delay|defer|push|reschedul|put off|mov|shift)\w*(?: back| off| again)?(?: \w+){0,4}?"
    r" (?:from (?P<from>(?:19|20)\d\d) )?(?:to|until|till) (?:\w+ ){0,3}?(?P<to>(?:19|20)\d\d)\b",
    re.I,
)
MOVING = ("ostpon", "elay", "efer", "ush", "eschedul", "ut off", "ov", "hift")  # one of which MOVED needs
MOVED_YEAR = (0.42, 0.55)  # that the text is of the year before the new one, or of the new one
MOVED_FROM_YEAR = (0.3, 0.67)  # where the old one is named too: in its own course it would be "this year"
MONTH_LENGTH = 31  # days
WEEKDAY_YEARS = range(1950, 2050)
MONTHS_AHEAD = timedelta(days=150)  # within which a day is told with its weekday and without its year
AHEAD = timedelta(days=800)  # within which nearly all days ahead are told
AWAITED = re.compile(
    r"\b(?:due|matur\w+|expir\w+|expect\w*|forecast\w*|project(?:s|ed|ions?)|predict\w*|schedul\w+|slated|target\w*|intend\w*|"
    r"(?:would|could|should|may|might)(?! have)|will|shall)\b"
    r"[^.;:]{0,40}$",
    re.I,
)
INTENDED = re.compile(r"\b(?:intended|planned|hoped|aimed|expected|promised|meant|pledged|vowed|was to|were to|would)\b")
NEAR_AHEAD = re.compile(r"\b(?:coming|next) \w+day\b[^.;]*$", re.I)
ENDS = ("by", "until", "before")
WEEK_BEFORE = (0.1,) * 7
SAME_STORY = 60  # days between a full date and one without its year that is read from it
WINDOW = 60  # code points to either side in which the word for a plan stands


def told_clues(page: Page) -> Iterator[Clue]:
    """What the dates of the story say of its publication."""
    moved = tuple(_moved(page))
    yield from moved
    yield from _so_far(page)
    taken = [(c.char_start, c.char_end) for c in moved if c.char_start is not None and c.char_end is not None]
    news = is_news(page)
    ahead = {s.days.start.year for s in page.spots if s.told and s.days and _is_ahead(s)}
    for spot in page.spots:
        if spot.days and spot.days.start.year in ahead and not _is_ahead(spot) and not _is_plan(spot):
            continue  # told as past beside a plan for the same year: one of the two tenses was misread
        if spot.expression.furniture not in (None, "headline") or (spot.days is not None and is_line(spot)):
            continue
        if not any(spot.sentence_start <= start and end <= spot.sentence_start + len(spot.sentence) for start, end in taken):
            yield from _of_spot(spot, page.spots, news=news)


def is_news(page: Page) -> bool:
    """Whether the story points from its own day: "today", "last week", a bare weekday."""
    return any(s.told and _points(s) for s in page.spots)


def _points(spot: Spot) -> bool:
    if isinstance(spot.plain, Date):
        return spot.plain.weekday is not None and spot.plain.year is None
    return spot.days is None and not isinstance(spot.plain, Vague | Range) and getattr(spot.plain, "origin", None) == "speech"


def _of_spot(spot: Spot, spots: Sequence[Spot], *, news: bool) -> Iterator[Clue]:
    if isinstance(spot.plain, Numeric) or isinstance(spot.meaning, Fiscal):
        return  # "05/07/2024" may be either of two days, and fiscal years begin when they like
    if spot.days is None:
        yield from _open_year(spot, spots)
    elif isinstance(spot.plain, Range) and _is_plan(spot) and spot.days.last.year > spot.days.start.year:
        yield _plan(spot, spot.days)
    elif _is_open(spot):
        return
    elif isinstance(spot.meaning, Bound) and spot.meaning.kind in ENDS and spot.expression.direction != "past":
        yield _not_after(spot, spot.days.last, FUTURE)
    elif _is_ahead(spot):
        yield from _future(spot, spot.days)
    elif spot.expression.direction == "past" or isinstance(spot.meaning, Bound):
        yield from _past(spot, spot.days, news=news)


def _open_year(spot: Spot, spots: Sequence[Spot]) -> Iterator[Clue]:
    """ "On Friday, July 20": the weekday narrows the years, and the publication follows within days."""
    plain = spot.plain
    if not (isinstance(plain, Date) and plain.month and plain.day and plain.weekday is not None and spot.told):
        return
    if NEAR_AHEAD.search(spot.sentence[: spot.expression.char_end - spot.sentence_start]):
        says = f"“{spot.expression.text}” lies ahead: the article came out in the week before"
        yield replace(clue_at(spot, "weekday", says, 0.8), pin=Pin(plain.month, plain.day, WEEK_BEFORE, None, plain.weekday, -6))
        return
    if any(_is_of(plain, other) for other in spots):
        return
    if spot.expression.direction == "future":
        yield _awaited(spot, plain.month, plain.day, plain.weekday)
        return
    clue = clue_at(spot, "weekday", f"“{spot.expression.text}” is told as past: the article came out on that day or soon after", 0.8)
    yield replace(clue, pin=Pin(plain.month, plain.day, NAMED_WEEKDAY, None, plain.weekday))


def _awaited(spot: Spot, month: int, number: int, weekday: int) -> Clue:
    """ "On Tuesday, April 30, the queen will sign": in the months before, of a year in which they agree."""
    days = [d for y in WEEKDAY_YEARS if (d := day_of(y, month, number)) and d.weekday() == weekday]
    says = f"“{spot.expression.text}” lies ahead: written in the months before, in a year in which they agree"
    return replace(clue_at(spot, "weekday", says, 0.9), every=tuple((d - MONTHS_AHEAD, d) for d in days))


def _is_of(plain: Date, other: Spot) -> bool:
    """Whether the day is of the year of a full date near it: "Friday, 3 October 1941 ... Saturday, 4 October"."""
    if not (other.days and isinstance(other.plain, Date) and other.plain.day and plain.month and plain.day):
        return False
    when = day_of(other.days.start.year, plain.month, plain.day)
    return when is not None and when.weekday() == plain.weekday and abs((when - other.days.start).days) <= SAME_STORY


def _is_open(spot: Spot) -> bool:
    """Whether a bound lies on either side: "by 2012 it intended to grow", "the loan ran until 2016"."""
    if not (isinstance(spot.meaning, Bound) and spot.meaning.kind in ENDS):
        return False
    if spot.expression.direction == "past":
        return spot.meaning.kind == "by" and (INTENDED.search(spot.sentence) is not None or _is_asked_for(spot))
    clause = clause_at(spot.sentence, spot.expression.char_start - spot.sentence_start)
    return clause is not None and clause.tense == "past" and clause.modality == "fact"


def _is_asked_for(spot: Spot) -> bool:
    """Whether a date after a verb in the past may lie ahead of it: "called for better lamps by 2019", but not "had grown by 2019"."""
    at = spot.expression.char_start - spot.sentence_start
    clause = clause_at(spot.sentence, at)
    return clause is not None and clause.verb_end < at and "had" not in spot.sentence[clause.verb_start : clause.verb_end].split()


def _is_ahead(spot: Spot) -> bool:
    """Whether a date lies ahead: "bonds due March 1, 2011" and "is forecast for 1990" do, whatever the tense."""
    if isinstance(spot.meaning, Bound) and spot.meaning.kind == "since":
        return False
    return (spot.expression.direction == "future" and not _is_habit(spot)) or AWAITED.search(
        spot.sentence[: spot.expression.char_start - spot.sentence_start]
    ) is not None


def _is_habit(spot: Spot) -> bool:
    """Whether a main clause tells with "would" what used to be: "in 1998 he would often sing"."""
    clause = clause_at(spot.sentence, spot.expression.char_start - spot.sentence_start)
    return clause is not None and clause.kind == "main" and clause.modality == "conditional"


def _is_plan(spot: Spot) -> bool:
    at = spot.expression.char_start - spot.sentence_start
    return bool(PLANS.search(spot.sentence[max(0, at - WINDOW) : at + len(spot.expression.text) + WINDOW]))


def _plan(spot: Spot, days: Interval) -> Clue:
    first, last = days.start.year, days.last.year
    shares = NEW_PLAN if ADOPTED.search(spot.sentence) else OLD_PLAN
    years = [(first - 2 + i, share) for i, share in enumerate(shares[:4])]
    years += [(year, shares[4]) for year in range(first + 2, last + 1)]
    says = f"“{spot.expression.text}” are the years of a plan: not the year of publication by themselves, most often the years after it"
    return replace(clue_at(spot, "plan", says, 0.8), years=tuple(years))


def _not_after(spot: Spot, last: date, weight: float) -> Clue:
    says = f"“{spot.expression.text}” lies ahead: not after {last}"
    rare = last.year if spot.days and (spot.days.end - spot.days.start).days > MONTH_LENGTH else None
    return replace(clue_at(spot, "year", says, weight), spans=((None, last),), rare_year=rare)


def _future(spot: Spot, days: Interval) -> Iterator[Clue]:
    """A day or month ahead is seldom more than a year away."""
    yield _not_after(spot, days.last, FUTURE if spot.told else UNSAID)
    if len(days_of := range((days.end - days.start).days)) <= 31 and len(days_of):
        says = f"“{spot.expression.text}” lies ahead, and within about two years"
        yield replace(clue_at(spot, "year", says, 0.8), spans=((days.start - AHEAD, days.last),))


def _past(spot: Spot, days: Interval, *, news: bool) -> Iterator[Clue]:
    """A date told in the past is not after the publication; a day of the news lies close before it."""
    weight = PAST if spot.told else UNSAID
    start = days.start
    length = (days.end - days.start).days
    fresh = FRESH_HISTORY if not news else FRESH_DAY if length <= 10 else FRESH_MONTH if length <= 31 else FRESH_YEAR
    says = f"“{spot.expression.text}” is told as past: not before {start}"
    clue = replace(
        clue_at(spot, "year", says, weight),
        spans=((start, None),),
        fresh=fresh if spot.told else None,
        rare_year=start.year if news and length > MONTH_LENGTH else None,
    )
    plain = spot.plain
    if news and spot.told and isinstance(plain, Date) and plain.day and plain.year and plain.month:
        clue = replace(clue, pin=Pin(plain.month, plain.day, NAMED_WEEKDAY if plain.weekday is not None else FULL_DAY, plain.year))
    yield clue


def _so_far(page: Page) -> Iterator[Clue]:
    """ "So far in 1997", "1997 has so far": written in that year."""
    for start, sentence in page.sentences if any(w in page.text for w in SO_FAR_WORDS) else ():
        found = SO_FAR.search(sentence)
        if found:
            year = int(found["year"] or found["first"] or found["now"])
            clue = Clue("so_far", f"“{found[0]}”: written in {year}", 0.93, start + found.start(), start + found.end(), found[0])
            yield replace(clue, years=((year, 0.93), (year + 1, 0.03)))


def _moved(page: Page) -> Iterator[Clue]:
    """ "Postponed to 2024": told in that year or in the one before."""
    for start, sentence in page.sentences:
        found = MOVED.search(sentence) if any(w in sentence for w in MOVING) and ("20" in sentence or "19" in sentence) else None
        if found is None:
            continue
        new = int(found["to"])
        old = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", sentence[: found.start("to")])]
        before, within = MOVED_FROM_YEAR if new - 1 in old else MOVED_YEAR
        years = ((new - 1, before), (new, within), (new + 1, 0.05), (new + 2, 0.02), *((y, 0.02) for y in range(max(old, default=new), new - 1)))
        clue = Clue(
            "postponed", f"something was moved to {new}: written in that year or the one before", 0.9, start + found.start(), start + found.end(), found[0]
        )
        yield replace(clue, years=years)
