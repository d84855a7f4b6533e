"""Anniversaries and ages: a year told, and how long ago it was when the article was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pipeline.clauses import clause_at, find_clauses
from pipeline.dating.beside import bare_weekday, lag_in_days
from pipeline.dating.clue import Clue, Page, Pin, Spot
from pipeline.interval import DAY, add_months
from pipeline.timex.meaning import Date
from pipeline.timex.words import ORDINALS, number, ordinal

COUNT = r"(?:an? |one |two |three )?(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)"
NTH = r"(?P<nth>\d{1,3}(?:st|nd|rd|th)|[A-Za-z]+(?:-[a-z]+)?(?:st|nd|rd|th))"
ANNIVERSARY = re.compile(rf"\b{NTH}[ -](?:anniversary|birthday)\b|\b(?P<round>bi|tri)?cent(?:enary|ennial)\b")
IS_ITSELF = re.compile(r"[,\s]+(?:(?:on|was|is|marks|marked|being) )?(?:the |its |his |her |their )?")  # between a day and "sixth anniversary"
REMEMBERING = ("anniversary", "birthday", "centen")  # one of which ANNIVERSARY needs
AGO = r"ago (?:to the day|today|this (?:week|month|day))|after|since|on from|to the day|have passed since"
YEARS_ON = re.compile(rf"\b(?P<count>{COUNT}) years (?:{AGO})\b", re.I)
AGE = re.compile(
    rf"\b(?:aged?|turn(?:s|ed|ing)?|is|was|at the age of) (?P<age>{COUNT})(?= *[,.;]| years old| (?:on|today|yesterday|last|this)\b)"
    rf"|\b(?P<old>{COUNT})[- ]years?[- ]old\b"
)
BIRTH = re.compile(r"\bborn\b[^.;]{0,60}$")
ROUND = {None: 100, "bi": 200, "tri": 300}
NEAR_DAY = timedelta(days=45)  # most anniversaries are told within weeks of the day
DAY_TOLD, YEAR_TOLD, AGED = 0.85, 0.85, 0.6
TODAY = (0.95, 0.02)
SINCE_WEEKDAY = (0.5, 0.25, 0.08, 0.05, 0.03, 0.02, 0.02)
AFTER = 60  # code points between "years after" and the date it counts from
NEAR = 250  # code points between an anniversary and the year that it remembers
LONGEST = 600  # years
YOUNGEST, OLDEST = 10, 115  # years of age


def anniversary_clues(page: Page) -> Iterator[Clue]:
    """All anniversaries, and the age of somebody whose year of birth is told."""
    remembers, counts = any(w in page.text for w in REMEMBERING), " years " in page.text
    for start, sentence in page.sentences if remembers or counts else ():
        for found in ANNIVERSARY.finditer(sentence) if remembers else ():
            count = ROUND[found["round"]] if not found["nth"] else nth(found["nth"].lower())
            yield from _counted(page, start, sentence, found, count)
        for found in YEARS_ON.finditer(sentence) if " years " in sentence else ():
            if " ago" in found[0] or found[0].endswith("to the day") or _names_day(page, start + found.end()):
                yield from _counted(page, start, sentence, found, int(number(found["count"].lower()) or 0))
    yield from _ages(page)


def _counted(page: Page, start: int, sentence: str, found: re.Match[str], count: int | None) -> Iterator[Clue]:
    base = _base(page, start + found.start(), "birthday" in found[0]) if count and 0 < count <= LONGEST else None
    if not (base and base.days and count) or IS_ITSELF.fullmatch(page.text[base.expression.char_end : start + found.start()]):
        return  # "On 9 April 2009, the sixth anniversary": that day remembers another
    says = f"“{found[0]}” of “{base.expression.text}”"
    clue = Clue("anniversary", says, DAY_TOLD, start + found.start(), start + found.end(), found[0])
    if (base.days.end - base.days.start).days > 1:
        year = base.days.start.year + count
        yield replace(clue, says=f"{says}: {year}", weight=YEAR_TOLD, years=((year - 1, 0.05), (year, 0.85), (year + 1, 0.06)))
    else:
        yield of_day(clue, add_months(base.days.start, 12 * count), [s for s in page.spots if s.sentence_start == start], sentence)


def _names_day(page: Page, at: int) -> bool:
    """Whether "three years after" counts from a date that stands right behind it."""
    return any(s.days is not None and at <= s.expression.char_start <= at + AFTER for s in page.spots)


def nth(word: str) -> int | None:
    """The number of an ordinal; None for a word that is none.

    >>> nth("75th"), nth("seventy-fifth"), nth("fiftieth"), nth("north")
    (75, 75, 50, None)
    """
    if word[0].isdigit() or word in ORDINALS:
        return ordinal(word)
    tens, dash, ones = word.partition("-")
    if dash:
        return int(number(tens) or 0) + ORDINALS[ones] if ones in ORDINALS and number(tens) else None
    return ROUND[None] if word == "hundredth" else int(number(word[:-4] + "y") or 0) or None if word.endswith("ieth") else None


def _base(page: Page, at: int, is_birthday: bool) -> Spot | None:
    """The nearest date with a year that the story tells: the one that is remembered. Only a birthday remembers a birth."""
    past = [s for s in page.spots if s.expression.furniture is None and s.days is not None and s.expression.direction != "future"]
    told = [s for s in past if isinstance(s.plain, Date) and find_clauses(s.sentence)]
    births = [s for s in told if _is_birth(s)]
    told = [s for s in told if s not in births] if not is_birthday else births or told
    nearest = min(told, key=lambda s: (abs(s.expression.char_start - at), s.expression.char_start), default=None)
    days = [s for s in told if s.days and s.days.end - s.days.start == DAY]
    finer = next((s for s in days if nearest and nearest.days and s.days and s.days.start in nearest.days), None)
    near = nearest if nearest and abs(nearest.expression.char_start - at) <= NEAR else None
    return finer or near or (days[0] if len(days) == 1 else None)


def _is_birth(spot: Spot) -> bool:
    return BIRTH.search(spot.sentence[: spot.expression.char_start - spot.sentence_start]) is not None


def of_day(clue: Clue, day: date, spots: list[Spot], sentence: str) -> Clue:
    """Written on the day itself, the day before or after, or in the weeks around it."""
    lags = [lag for s in spots if (lag := lag_in_days(s.plain)) is not None]
    if clue.text.endswith(("to the day", "today")):
        lags.insert(0, 0)
    if re.search(r"\beve of\b", sentence):
        lags.append(-1)
    says = f"{clue.says}: {day}"
    around = ((day - NEAR_DAY, day + NEAR_DAY),)
    if lags:
        return replace(clue, says=says, spans=around, pin=Pin(day.month, day.day, TODAY, day.year, None, lags[0]))
    for spot in spots:
        if (span := _from_weekday(spot, day)) is not None:
            return replace(clue, says=f"{says}, which is “{spot.expression.text}”", weight=DAY_TOLD, spans=(span,))
    here = clause_at(sentence, clue.char_start - spots[0].sentence_start) if spots and clue.char_start is not None else None
    if any(bare_weekday(s) == day.weekday() and clause_at(sentence, s.expression.char_start - s.sentence_start) == here for s in spots):
        return replace(clue, says=f"{says}, a {day:%A}", spans=around, pin=Pin(day.month, day.day, SINCE_WEEKDAY, day.year))
    return replace(clue, says=says, spans=around)


def _from_weekday(spot: Spot, day: date) -> tuple[date, date] | None:
    """The days from which "last Saturday" or, told as future, "on Wednesday" is that day."""
    plain = spot.plain
    if not (isinstance(plain, Date) and plain.weekday == day.weekday() and plain.day is None):
        return None
    if plain.which == "last":
        return day + DAY, day + timedelta(days=7)
    ahead = plain.which == "next" or spot.expression.direction == "future"
    return (day - timedelta(days=7), day - DAY) if ahead else None


def _ages(page: Page) -> Iterator[Clue]:
    """One birth and one age in an article are taken for those of one person."""
    if "born" not in page.text:
        return
    births = [s for s in page.spots if s.days and isinstance(s.plain, Date) and _is_birth(s)]
    ages = [(start, sentence, f, age) for start, sentence in page.sentences for f in AGE.finditer(sentence) if (age := _age(f))]
    if len(births) != 1 or len({age for *_, age in ages}) != 1 or not births[0].days:
        return
    start, sentence, found, age = ages[0]
    if abs(start + found.start() - births[0].expression.char_start) > 2 * NEAR:
        return
    year = births[0].days.start.year + age
    says = f"born in “{births[0].expression.text}” and “{found[0]}”"
    clue = Clue("age", f"{says}: {year} or the year after", AGED, start + found.start(), start + found.end(), found[0])
    if found[0].startswith("turn") and births[0].days.end - births[0].days.start == DAY:
        birthday = add_months(births[0].days.start, 12 * age)
        yield of_day(replace(clue, says=says, weight=DAY_TOLD), birthday, [s for s in page.spots if s.sentence_start == start], sentence)
    else:
        yield replace(clue, years=((year, 0.5), (year + 1, 0.35)))


def _age(found: re.Match[str]) -> int | None:
    """The age of a person; other numbers are none."""
    age = int(number((found["age"] or found["old"]).lower()) or 0)
    return age if YOUNGEST <= age <= OLDEST else None
