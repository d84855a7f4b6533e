"""What is counted from a fact of the world: "three days after", "ten years since", "the 20th anniversary of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pipeline.dating.anniversary import COUNT, NTH, nth, of_day
from pipeline.dating.beside import lag_in_days
from pipeline.dating.clue import Clue, Page, Pin
from pipeline.interval import add_months
from pipeline.timex.words import number

COUNTED = re.compile(rf"\b(?P<count>{COUNT}) (?P<unit>day|week|month|year)s? (?:after|since|on from) (?:[^\s,;]+ ){{0,3}}$", re.I)
ANNIVERSARY = re.compile(rf"\b{NTH}[ -]anniversary of (?:[^\s,;]+ ){{0,3}}$", re.I)
AFTER_DAYS = (0.55, 0.2, 0.08, 0.04, 0.02, 0.02)  # of what happened N days after a landmark to the publication
TODAY = (0.9, 0.03)
SLACK = {"day": (0, 6), "week": (4, 10), "month": (20, 40), "year": (120, 240)}  # days before and after
WEIGHTS = {"day": 0.8, "week": 0.75, "month": 0.75, "year": 0.75, "anniversary": 0.87}


def counted_clues(clue: Clue, day: date, sentence: str, at: int, page: Page) -> Iterator[Clue]:
    """What the words before a landmark count from its day; `at` is where the sentence names it."""
    found, unit = COUNTED.search(sentence[:at]), ""
    if found:
        count, unit = int(number(found["count"].lower()) or 0), found["unit"].lower()
    elif found := ANNIVERSARY.search(sentence[:at]):
        count, unit = nth(found["nth"].lower()) or 0, "anniversary"
    if not found or not count:
        return
    when = _later(day, count, unit)
    start = (clue.char_start or 0) - at
    says = f"“{found[0].strip()} {clue.text}”, which was on {day}"
    counted = replace(clue, kind="landmark", says=says, weight=WEIGHTS[unit], char_start=start + found.start(), text=f"{found[0]}{clue.text}")
    if unit == "anniversary":
        yield of_day(counted, when, [s for s in page.spots if s.sentence_start == start], sentence)
    else:
        before, after = (timedelta(days=d) for d in SLACK[unit])
        pin = _pin(when, page) if unit == "day" else None
        yield replace(counted, says=f"{says}: {when}", spans=((when - before, when + after),), pin=pin)


def _later(day: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    return add_months(day, count * (1 if unit == "month" else 12))


def _pin(when: date, page: Page) -> Pin:
    today = any(s.told and lag_in_days(s.plain) == 0 for s in page.spots)
    return Pin(when.month, when.day, TODAY if today else AFTER_DAYS, when.year)
