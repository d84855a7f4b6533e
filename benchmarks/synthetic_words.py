"""The vocabulary of the made-up generation: invented people and bodies, real names of countries."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from pipeline.interval import Interval, Unit, unit_around
from pipeline.model import EVENT_TYPES, Actor

COUNTRIES = dict(
    pair.split(":")
    for pair in (
        "Kenya:KEN Brazil:BRA Japan:JPN Norway:NOR Egypt:EGY India:IND Chile:CHL Canada:CAN Spain:ESP Ghana:GHA Nepal:NPL Mali:MLI "
        "Peru:PER Poland:POL Qatar:QAT Sudan:SDN Turkey:TUR Vietnam:VNM Italy:ITA Jordan:JOR Mexico:MEX Finland:FIN"
    ).split()
)
FIRST = "Amara Ingrid Tomas Leila Rajan Sofia Mateo Nadia Henrik Yuki Paola Omar Greta Felix Adaeze Viktor".split()
LAST = "Okonkwo Lindqvist Herrera Haddad Mehta Marchetti Tanaka Kowalska Duarte Nyambura Solberg Farouk Ivanek Reyes Brandt Osei".split()
BODIES = (
    "Northern Relief Council:civil society Harbour Workers' Union:civil society Ministry of Trade:government River Basin Commission:"
    "intergovernmental Free Highlands Front:armed group Progress Party:party Aurora Energy:company Coastal Guard:government "
    "Continental Court of Audit:intergovernmental Green Valley Alliance:party"
)
OUTLETS = ("Morning Ledger", "Harbour Post", "Newswire North", "The Meridian", "Daily Signal", "Radio Plateau")
KINDS = [k for k in EVENT_TYPES for _ in range(6 if k in ("STATEMENT", "CONSULT") else 3 if k in ("ACCUSE", "ASSAULT", "AGREE") else 1)]
VERBS = {
    "AGREE": ["agreed with", "signed a memorandum with"], "CONSULT": ["met", "held talks with"], "SUPPORT": ["backed", "praised"],
    "COOPERATE": ["cooperated with", "trained together with"], "AID": ["sent aid to", "lent money to"], "YIELD": ["gave way to"],
    "RETREAT": ["withdrew from the border with"], "REQUEST": ["asked for help from", "appealed to"], "ACCUSE": ["accused", "blamed"],
    "REJECT": ["rejected the offer of", "turned down"], "THREATEN": ["threatened", "warned"], "PROTEST": ["protested against"],
    "SANCTION": ["imposed sanctions on", "fined"], "MOBILIZE": ["moved troops towards"], "COERCE": ["arrested envoys of", "seized assets of"],
    "ASSAULT": ["attacked", "fired on"], "STATEMENT": ["commented on", "spoke about"], "OTHER": ["wrote to"],
}  # fmt: skip

Made = tuple[str | None, date | None, date | None, str | None, str | None, str]  # words, first, last, precision, edtf, flags


def make_actors(choose: random.Random, count: int = 240) -> list[Actor]:
    """Countries, bodies and people, mixed, so that each kind has frequent and rare ones."""
    states = [Actor(f"c{code}", name, "location", "state", None, None, code, name) for name, code in COUNTRIES.items()]
    bodies = [_body(i, words, choose) for i, words in enumerate(_body_names(), start=1)]
    names = sorted({f"{a} {b}" for a in FIRST for b in LAST})
    choose.shuffle(names)
    people = [
        Actor(f"p{i}", name, "person", None, None, None, choose.choice(list(COUNTRIES.values())), name)
        for i, name in enumerate(names[: count - len(states) - len(bodies)])
    ]
    mixed = [*states, *bodies, *people[:20]]
    choose.shuffle(mixed)
    return mixed + people[20:]


def _body_names() -> list[tuple[str, str]]:
    kinds = ("civil society", "government", "intergovernmental", "armed group", "party", "company")
    found, rest = [], BODIES
    while rest:
        name, rest = rest.split(":", 1)
        kind = next(k for k in kinds if rest.startswith(k))
        found.append((name.strip(), kind))
        rest = rest[len(kind) :]
    return [(f"{name} of {place}" if k else name, kind) for k, place in enumerate(("", "Kenya", "Norway", "Chile")) for name, kind in found]


def _body(i: int, words: tuple[str, str], choose: random.Random) -> Actor:
    name, subkind = words
    acronym = "".join(w[0] for w in name.split() if w[0].isupper())
    return Actor(f"o{i}", name, "organisation", subkind, acronym, None, choose.choice([None, *COUNTRIES.values()]), acronym)


def on_day(day: date) -> Made:
    return f"on {day.day} {day:%B %Y}", day, day, "day", day.isoformat(), ""


def in_month(day: date) -> Made:
    return _unit(day, Unit.MONTH, f"in {day:%B %Y}", f"{day:%Y-%m}", "")


def in_year(day: date) -> Made:
    return _unit(day, Unit.YEAR, f"in {day:%Y}", f"{day:%Y}", "")


def about_week(day: date) -> Made:
    week = unit_around(day, Unit.WEEK)
    return f"about the week of {day.day} {day:%B %Y}", week.start, week.last, "week", f"{week.start}~/{week.last}~", "approximate"


def from_to(day: date) -> Made:
    last = day + timedelta(days=20 + day.toordinal() % 90)
    return f"from {day.day} {day:%B} to {last.day} {last:%B %Y}", day, last, "interval", f"{day}/{last}", "open_end" * (day.day % 3 == 0)


def in_conflict(day: date) -> Made:
    last = day + timedelta(days=1)
    return f"on {day:%A}, {last.day} {last:%B %Y}", day, last, "day", f"[{day},{last}]", "conflict"


def unsaid(day: date) -> Made:
    return (None, day, day, "day", day.isoformat(), "") if day.day % 4 else (None, None, None, None, None, "")


def _unit(day: date, unit: Unit, words: str, edtf: str, flags: str) -> Made:
    span: Interval = unit_around(day, unit)
    return words, span.start, span.last, unit.value, edtf, flags


DATE_MAKERS: list[Callable[[date], Made]] = [on_day, in_month, from_to, in_year, about_week, in_conflict, unsaid]
