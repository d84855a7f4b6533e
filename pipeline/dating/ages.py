"""Ages of persons whose day of birth is a fact of the world: "Ana Alder, 61," is written within one year."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.dating.clue import Clue, Page
from pipeline.interval import add_months
from pipeline.model import JOINT, WorldFact

NAME = r"(?:[A-ZÀ-Ž][\w.'’-]* ){0,4}[A-ZÀ-Ž][\w'’-]+"
AGED = re.compile(rf"(?P<name>{NAME}), (?:aged |now |who is )?(?P<age>\d\d)(?=[,.;)])|(?P<years>\d\d)-year-old (?:[A-Za-z-]+ ){{0,3}}?(?P<named>{NAME})")
NEEDED = re.compile(r", \d\d[,.;)]|\d\d-year-old|, (?:aged|now|who is) \d\d")  # quicker to look for
TOLD_AGE = 0.93  # how often an age beside a name is the age on the day of writing
Births = dict[str, tuple[tuple[tuple[str, ...], date], ...]]


@functools.lru_cache(maxsize=4)
def births_of(facts: tuple[WorldFact, ...]) -> Births:
    """Surname -> the full names and days of birth of those who bear it."""
    found: dict[str, list[tuple[tuple[str, ...], date]]] = {}
    for fact in facts:
        if fact.kind == "birth":
            names = tuple(fact.words.split(JOINT))
            found.setdefault(names[0].rsplit(" ", 1)[-1], []).append((names, date.fromisoformat(fact.first_day)))
    return {surname: tuple(people) for surname, people in found.items()}


def age_clues(page: Page, births: Births) -> Iterator[Clue]:
    """Each age of a person who is known by name, but not one told of another year."""
    if not NEEDED.search(page.text):
        return
    dated = {s.sentence_start for s in page.spots if s.days is not None and s.expression.direction == "past"}
    for start, sentence in page.sentences:
        for found in AGED.finditer(sentence) if start not in dated else ():
            yield from _aged(page, births, start, found)


def _aged(page: Page, births: Births, start: int, found: re.Match[str]) -> Iterator[Clue]:
    name, age = found["name"] or found["named"], int(found["age"] or found["years"])
    days = [day for names, day in births.get(name.rsplit(" ", 1)[-1], ()) if _is_named(page, name, names)]
    if len(days) == 1:
        first = add_months(days[0], 12 * age)
        last = add_months(days[0], 12 * (age + 1)) - timedelta(days=1)
        says = f"born on {days[0]}, so of that age between {first} and {last}"
        yield Clue("age", says, TOLD_AGE, start + found.start(), start + found.end(), found[0], spans=((first, last),))


def _is_named(page: Page, name: str, full: tuple[str, ...]) -> bool:
    """Whether the words name the person in full, or by the surname of a full name told elsewhere."""
    return any(name.endswith(one) for one in full) or (" " not in name.strip() and any(one in page.text for one in full))
