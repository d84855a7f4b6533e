"""Lines of news wires that no open corpus has: results, tables, score cards, headlines in capitals, datelines.

The patterns are invented, the names are drawn from the lists: the same lists give the same lines. A team named by its
city is an organisation, a national team is its country.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from pipeline.actors.gazetteer import names
from pipeline.seeds import read_seeds
from training.corpus import Plain

SEED = 1
COPIES = 20  # of each pattern
SLOT = re.compile(r"\{(\w+)\}")
PATTERNS = (
    "SOCCER - {country} BEAT {country} IN FRIENDLY .",
    "SOCCER - {city_club} HOLD {club} TO GOALLESS DRAW .",
    "TENNIS - {surname} REACHES LAST FOUR IN {town} .",
    "CRICKET - {country} BOWLED OUT FOR {n} BY {country} .",
    "BASEBALL - {city_club} EDGE {city_club} IN EXTRA INNINGS .",
    "GOLF - {surname} LEADS AFTER SECOND ROUND .",
    "SKIING - {surname} WINS DOWNHILL IN {town} .",
    "BOXING - {surname} TO DEFEND TITLE AGAINST {surname} .",
    "{country} SAYS {country} BROKE TRUCE .",
    "{country} MINISTER MEETS {organisation} CHIEF .",
    "{surname} TO VISIT {country} IN MAY .",
    "{organisation} WARNS {country} OVER DEBT .",
    "OIL RISES AS {country} CUTS OUTPUT .",
    "{company} SEES LOWER PROFIT IN FIRST HALF .",
    "PRESS DIGEST - {country} - {month} {d} .",
    "{town} {date}",
    "{town} {date}",
    "{town} , {country} {date}",
    "{city_club} {s} {city_club} {s}",
    "{city_club} {s} {city_club} {s}",
    "{club} {s} {club} {s}",
    "{club} {s} {city_club} {s}",
    "{country} {s} {country} {s}",
    "{city_club} at {city_club}",
    "{city_club} at {city_club} , postponed , rain",
    "{club} v {club}",
    "{city_club} v {club}",
    "{city_club} {n} {n} .{n} {d}",
    "{club} {d} {d} {d} {d} {n} {n} {n}",
    "{city_club} {d} {d} {d} {d} {n} {n} {n}",
    "{country} {d} {d} {d} {d} {n} {n} {n}",
    "{d} . {club} {n} points",
    "{d} . {country} {n} points",
    "W L PCT GB",
    "P W D L F A Pts",
    "Played on {weekday} ( home team in CAPS ) :",
    "Standings ( tabulate under won , lost , percentage , games behind ) :",
    "Results of {country} first division soccer matches played on {weekday} :",
    "Leading scorers : {surname} ( {club} ) {d} , {surname} ( {city_club} ) {d}",
    "Scorers : {country} - {person} ( {d}th minute ) , {person} ( {n}th )",
    "{country} - {person} ( {n} )",
    "{club} : {surname} ( {d} ) , {surname} ( {n} penalty )",
    "Halftime {s}-{s} . Attendance : {n},000",
    "{d} - {person} ( {country} ) beat {person} ( {country} ) {s}-{s} {s}-{s}",
    "{person} ( {country} ) beat {d} - {person} ( {country} ) {s}-{s} {s}-{s} {s}-{s}",
    "{person} and {person} ( {country} ) beat {person} and {person} ( {country} ) {s}-{s} {s}-{s}",
    "{d} . {person} ( {country} ) {d}.{n} seconds",
    "{d} . {person} ( {country} ) {club} {d} hours {n} minutes",
    "{n} {person} ( {country} ) {n} {n} {n}",
    "{n} {person} {n} {n} {n} , {person} {n} {n} {n}",
    "{surname} c {surname} b {surname} {n}",
    "{initialled} c {surname} b {surname} {n}",
    "{initialled} lbw b {surname} {d}",
    "{initialled} not out {n}",
    "{initialled} run out {d}",
    "Bowling : {surname} {d}-{s}-{n}-{s} , {surname} {d}-{s}-{n}-{s}",
    "Fall of wickets : {s}-{n} ( {surname} ) , {s}-{n} ( {surname} )",
    "To bat : {person} , {person} , {surname}",
    "{country} {n} all out ( {initialled} {n} ; {initialled} {s}-{n} ) v {country}",
    "{city_club} beat {city_club} {s}-{s} on {weekday} .",
    "{club} striker {person} scored twice as they beat {club} {s}-{s} .",
    "{person} threw a shutout as {city_club} beat {city_club} {s}-{s} in {town} .",
    "In {town} , {person} homered twice for {city_club} .",
    "{person} of {country} won the {d}-km race in {town} on {weekday} .",
    "The {nickname} lost to the {nickname} {s}-{s} at home .",
    "{country} play {country} in {town} on {weekday} .",
    "{country} 's {person} beat {country} 's {person} in the final in {town} .",
    "{company} shares rose {d} cents to {n} in {town} on {weekday} .",
    "-- {newsroom} +{n} {n} {n} {n}",
    "-- {person} , {newsroom}",
    "{company} said it would buy {company} of {country} .",
    "{country} 's central bank sold dollars , dealers in {town} said .",
)
MONTHS = "JANUARY MARCH APRIL JULY SEPTEMBER OCTOBER DECEMBER".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Lists:
    """Names to draw from, in a fixed order."""

    def __init__(self) -> None:
        actors = read_seeds().actors
        self.random = random.Random(SEED)
        self.given = [n for n in sorted(names("given")) if n.isalpha() and n.isascii()]
        self.surnames = [n for n in sorted(names("surname")) if n.isalpha() and n.isascii()]
        self.cities = [n for n in sorted(names("metropolis")) if n.isascii() and n.replace(" ", "").isalpha() and n not in names("given")]
        self.countries = [a.name for a in actors if a.subkind == "state"] + ["U.S.", "Britain", "England", "Scotland", "Holland", "Yugoslavia"]
        self.clubs = [a.name for a in actors if a.subkind == "sports club"]
        self.american = [a.name for a in actors if a.subkind == "sports club" and a.country == "USA" and " " in a.name]
        self.companies = [a.name for a in actors if a.subkind == "company"]
        self.bodies = [a.acronym for a in actors if a.subkind == "intergovernmental" and a.acronym]

    def draw(self, slot: str) -> tuple[str, str]:
        """Words for a slot, and the kind of name that they are."""
        pick = self.random.choice
        person = {
            "surname": lambda: pick(self.surnames), "person": lambda: f"{pick(self.given)} {pick(self.surnames)}",
            "initialled": lambda: f"{pick(self.given)[0]}. {pick(self.surnames)}",
        }  # fmt: skip
        body = {
            "city_club": lambda: pick([pick(self.american).rsplit(" ", 1)[0], pick(self.cities), pick(self.american).rsplit(" ", 1)[0].upper()]),
            "club": lambda: pick(self.clubs), "nickname": lambda: pick(self.american), "company": lambda: pick(self.companies),
            "organisation": lambda: pick(self.bodies), "newsroom": lambda: f"{pick(self.cities)} newsroom",
        }  # fmt: skip
        place = {"country": lambda: pick(self.countries), "town": lambda: pick(self.cities)}
        for kind, slots in (("PER", person), ("ORG", body), ("LOC", place)):
            if slot in slots:
                return slots[slot](), kind
        return self._figure(slot), ""

    def _figure(self, slot: str) -> str:
        number = self.random.randint
        match slot:
            case "s":
                return str(number(0, 9))
            case "d":
                return str(number(1, 30))
            case "n":
                return str(number(10, 299))
            case "date":
                return f"{number(1995, 2024)}-{number(1, 12):02}-{number(1, 28):02}"
            case "month":
                return self.random.choice(MONTHS)
            case _:
                return self.random.choice(WEEKDAYS)


def wires() -> Iterator[Plain]:
    """Every pattern in COPIES copies; what a headline has in its slots is in capitals too."""
    lists = Lists()
    for pattern in PATTERNS:
        large = "{date}" in pattern or SLOT.sub("", pattern).isupper()
        for _ in range(COPIES):
            yield _fill(pattern, lists, large=large)


def _fill(pattern: str, lists: Lists, *, large: bool) -> Plain:
    text, spans, at = "", [], 0
    for slot in SLOT.finditer(pattern):
        text += pattern[at : slot.start()]
        words, kind = lists.draw(slot[1])
        if kind:
            spans.append((len(text), len(text) + len(words), kind))
        text += words.upper() if large else words
        at = slot.end()
    return Plain(text + pattern[at:], tuple(spans))
