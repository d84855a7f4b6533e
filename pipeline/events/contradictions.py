"""Where reports of one event disagree: days, numbers, who did it, whether it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from pipeline.events.words import PEOPLE
from pipeline.model import Candidate, CandidateActor, Contradiction

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
UNITS = {
    "kilometre": ("metre", 1e3), "kilometer": ("metre", 1e3), "km": ("metre", 1e3), "meter": ("metre", 1.0), "mile": ("metre", 1609.0),
    "foot": ("metre", 0.305), "feet": ("metre", 0.305), "yard": ("metre", 0.914), "tonne": ("kilogram", 1e3), "ton": ("kilogram", 1e3),
    "acre": ("hectare", 0.405), "liter": ("litre", 1.0), "gallon": ("litre", 3.79), "barrel": ("litre", 159.0),
}  # fmt: skip
CONVERTED = 0.1  # share by which a number in another unit may differ, for both are rounded
DOERS = ("ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE")
OPPOSED = (
    {"happened", "denied"}, {"claimed", "denied"}, {"planned", "denied"}, {"ongoing", "denied"}, {"happened", "cancelled"}, {"planned", "cancelled"},
    {"happened", "postponed"},
)  # fmt: skip
PARTS = {"accuse": "recipient", "responsibility": "speaker"}  # who is laid a deed to, who admits it
Told = tuple[Candidate, tuple[CandidateActor, ...]]


def contradictions_of(event_id: str, told: Iterable[Told]) -> list[Contradiction]:
    """One row for each value of each field on which the reports disagree, with the article that has it."""
    pieces = list(told)
    if len(pieces) == 1 and not pieces[0][0].earlier:
        return []
    found = [*_days(event_id, pieces), *_numbers(event_id, pieces), *_statuses(event_id, pieces), *_doers(event_id, doers_of(pieces))]
    return list(dict.fromkeys(found))


def _days(event_id: str, pieces: list[Told]) -> Iterator[Contradiction]:
    """Days that exclude each other, and those that an event was moved from."""
    dated = [(c, c.date_start, c.date_end) for c, _ in pieces if c.date_start and c.date_end and c.date_basis != "publication"]
    latest = max((start for _, start, _ in dated), default=date.max)
    earliest = min((end for _, _, end in dated), default=date.min)
    for one, start, end in dated:
        if end < latest or earliest < start:
            yield Contradiction(event_id, "date", _written(one), one.article_id)
    for one, _, _ in dated:
        if one.earlier:
            yield Contradiction(event_id, "date", f"{one.earlier.replace('/', ' to ')} (first planned)", one.article_id)
            yield Contradiction(event_id, "date", _written(one), one.article_id)


def _written(c: Candidate) -> str:
    first, last = str(c.date_start), str(c.date_end)
    days = first if first == last else f"{first} to {last}"
    return f"{days} ({c.date_text})" if c.date_text else days


def _numbers(event_id: str, pieces: list[Told]) -> Iterator[Contradiction]:
    """Different counts of the same: killed, wounded, arrested, or things of one name. People of whom a report counts only
    one sort are the same by whatever name: three engineers here, four men there."""
    values: dict[str, dict[str, list[str]]] = {}
    for candidate, _ in pieces:
        counts = [pair.partition("=") for pair in candidate.numbers.split("; ") if pair]
        people = [key for key, _, _ in counts if key in PEOPLE]
        for key, _, value in counts:
            same = "people" if people == [key] else UNITS.get(key, (key, 1.0))[0]
            values.setdefault(same, {}).setdefault(f"{value} ({key})", []).append(candidate.article_id)
    for _, told in sorted(values.items()):
        articles = {a for group in told.values() for a in group}
        if len(articles) > 1 and any(_differ(one, two) for one, two in combinations(told, 2)):
            yield from (Contradiction(event_id, "number", value, article) for value, group in sorted(told.items()) for article in sorted(set(group)))


def _differ(one: str, two: str) -> bool:
    """Whether two counts are not the same number, in another unit or rounded.

    >>> _differ("2350 (job)", "about 2400 (job)"), _differ("8 (mile)", "13 (kilometre)"), _differ("3 (kill)", "5 (kill)")
    (False, False, True)
    """
    (mine, unit), (yours, other) = amount_of(one), amount_of(two)
    if unit != other:
        return abs(mine - yours) > CONVERTED * max(mine, yours)
    if "about" in one or "about" in two:
        return not any(_rounded(exact, rough) for exact, rough in ((mine, yours), (yours, mine)))
    return mine != yours


def amount_of(told: str) -> tuple[float, str]:
    """The number of a count in its basic unit, and the unit as told.

    >>> amount_of("about 2 million (dollar)"), amount_of("3 (kilometre)")
    ((2000000.0, 'dollar'), (3000.0, 'kilometre'))
    """
    number, _, unit = told.removeprefix("about ").removesuffix(")").partition(" (")
    value, _, scale = number.partition(" ")
    return float(value) * SCALES.get(scale, 1.0) * UNITS.get(unit, (unit, 1.0))[1], unit


def _rounded(exact: float, rough: float) -> bool:
    """Whether a number may be told as a rounder one: 2350 as 2400 or 2000."""
    return any(float(f"{exact:.{digits}e}") == rough for digits in (0, 1, 2))


def _statuses(event_id: str, pieces: list[Told]) -> Iterator[Contradiction]:
    told = {c.status for c, _ in pieces}
    if any(pair <= told for pair in OPPOSED):
        yield from (Contradiction(event_id, "status", c.status, c.article_id) for c, _ in pieces)


def doers_of(pieces: list[Told]) -> tuple[tuple[str, str], ...]:
    """Who is told to have done a deed, each with the article that says so."""
    return tuple(sorted({(c.article_id, a.actor_id) for c, actors in pieces if c.event_type in DOERS for a in actors if _acts(a)}))


def _acts(actor: CandidateActor) -> bool:
    return actor.function == "actor" and actor.kind != "location"


def blamed_in(pieces: list[Told]) -> tuple[tuple[str, str, str], ...]:
    """Of which deed (a candidate) which article accuses whom, or lets whom admit it."""
    return tuple(sorted({(c.about, c.article_id, actor) for c, actors in pieces if c.about for actor in _named(actors, PARTS[c.act])}))


def _named(actors: tuple[CandidateActor, ...], part: str) -> list[str]:
    """Those who have the part; where no one has, those who are only mentioned."""
    having = [a.actor_id for a in actors if a.function == part]
    return having or [a.actor_id for a in actors if a.function == "mentioned"][:1]


def disputed_doers(event_id: str, told: Iterable[tuple[str, str]]) -> Iterator[Contradiction]:
    """Those to whom a deed is laid, from pairs of an article and a doer, where two articles name no one in common."""
    named = _by_article(told)
    if any(one.isdisjoint(two) for one in named.values() for two in named.values()):
        yield from (Contradiction(event_id, "actor", actor, article) for article, doers in sorted(named.items()) for actor in sorted(doers))


def _by_article(told: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    named: dict[str, set[str]] = {}
    for article, doer in told:
        named.setdefault(article, set()).add(doer)
    return named


def _doers(event_id: str, told: Iterable[tuple[str, str]]) -> Iterator[Contradiction]:
    """Different doers of one deed as it is told: no two articles name the same, for each may leave out one of several."""
    named = _by_article(told)
    common = set.intersection(*named.values()) if named else set()
    if len(named) > 1 and not common and not any(one & two for a, one in named.items() for b, two in named.items() if a < b):
        yield from (Contradiction(event_id, "actor", actor, article) for article, doers in sorted(named.items()) for actor in sorted(doers))
