"""A fact of the world told as news: its own day, and the words from the day of writing that point to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pipeline.clauses import clause_at
from pipeline.dating.beside import bare_weekday, lag_in_days, writing
from pipeline.dating.clue import Clue, Page, Pin, Spot
from pipeline.interval import one_day

AS_NEWS, AS_RECENT = 0.85, 0.86  # how often the words are about that day
BACK = "since|after|before|during|following|until|anniversary|ago|years|preparations?|ahead of|wake of|aftermath of"
LOOKS_BACK = re.compile(rf"\b(?:{BACK})\b[^,;]{{0,30}}$", re.I)
REFERS = re.compile(r"[\"“'‘]?(?:That|This|It) (?:was|happened|came|had been)\b")  # takes up the sentence before
NEXT = 5  # code points at most between two sentences
WEEK = timedelta(days=6)
ON_DAY = (0.9,)
IN_WEEK = (0.13,) * 7  # which day of them the weekday itself says


def news_clues(clue: Clue, days: list[date], sentence: str, places: tuple[int, int], page: Page) -> Iterator[Clue]:
    """What "yesterday", "on Monday" and "last month" say beside a fact of known days, in one clause.

    `places` are where the sentence names the fact, and says what happened.
    """
    at, verb = places
    looks_back = LOOKS_BACK.search(sentence[:at]) is not None
    clause = clause_at(sentence, verb)
    start, end = (clue.char_start or 0) - at, clue.char_end or 0
    for spot in page.spots:
        if spot.sentence_start != start:
            fits = 0 < spot.sentence_start - start - len(sentence) <= NEXT and REFERS.match(spot.sentence) is not None and lag_in_days(spot.plain) is None
        elif looks_back:  # "before the fall of Brakow last month"
            fits = spot.told and spot.expression.char_start == end + 1 and lag_in_days(spot.plain) is None
        else:
            fits = spot.told and clause is not None and clause_at(sentence, spot.expression.char_start - start) == clause
        for day in days if fits else ():
            yield from _on(clue, day, spot)


def _on(clue: Clue, day: date, spot: Spot) -> Iterator[Clue]:
    words = f"“{spot.expression.text}” beside “{clue.text}”, which was on {day}"
    lag = lag_in_days(spot.plain)
    if lag is not None:
        when = day + timedelta(days=lag)
        pin = Pin(when.month, when.day, ON_DAY, when.year)
        yield replace(clue, kind="landmark", says=f"{words}: written on {when}", weight=AS_NEWS, spans=((when, when),), pin=pin)
    elif bare_weekday(spot) == day.weekday():
        pin = Pin(day.month, day.day, IN_WEEK, day.year)
        says = f"{words}, a {day:%A}: written within the week"
        yield replace(clue, kind="landmark", says=says, weight=AS_NEWS, spans=((day, day + WEEK),), pin=pin)
    elif span := writing(spot.plain, one_day(day)):
        says = f"{words}: written between {span.start} and {span.last}"
        yield replace(clue, kind="landmark", says=says, weight=AS_RECENT, spans=((span.start, span.last),))
