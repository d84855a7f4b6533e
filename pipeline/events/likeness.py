"""Whether two claims tell of one event: how well days, actors, act and words agree, and why not."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.events.claims import Claim

ENOUGH = 0.58  # the score from which two claims are one event; chosen on the annotated stories
NEXT_DAY_WORDS = 0.6  # share of words in common from which reports that are a day apart tell of one event
STATEMENT_WORDS = 0.3  # statements of one speaker on one day are the same when they share this much
WEAK_WORDS = 0.3  # claims that are dated by publication only, or told without actors, must share this much
COPIED = 0.8
COARSE = ("year", "decade", "century", "interval")
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth inaugural final opening last".split())
DAY, ACTORS, AGENTS, ACT, WORDS = 0.3, 0.2, 0.1, 0.2, 0.2  # weights; they sum to 1


class Link(NamedTuple):
    score: float
    reason: str


def link_of(one: Claim, two: Claim) -> Link | None:
    """The link of two claims of one scope; None where they cannot be one event."""
    if one.content == two.content:
        return Link(1.0, "the same words of the same text")
    if _apart(one, two):
        return None
    words = overlap(one.words, two.words)
    day = _days(one, two, words)
    if day is None or _says_otherwise(one, two, words):
        return None
    shared = len(one.actors & two.actors)
    actors = shared / max(1, min(len(one.actors), len(two.actors)))
    agents = bool(one.agents & two.agents) or (one.speaker is not None and one.speaker == two.speaker)
    same_act = one.act == two.act or one.event_type == two.event_type == "STATEMENT"
    if not (shared or (same_act and words >= WEAK_WORDS)):
        return None
    score = DAY * day[0] + ACTORS * min(1.0, actors) + AGENTS * agents + ACT * same_act + WORDS * words - _place_penalty(one, two, words)
    return Link(round(score, 3), f"{day[1]}, {shared} actors in common, {'same' if same_act else 'like'} act, {100 * words:.0f}% of the words")


def overlap(one: frozenset[str], two: frozenset[str]) -> float:
    """Words in common by the smaller set; small sets say less."""
    smaller = min(len(one), len(two))
    return len(one & two) / (smaller + 1) if smaller else 0.0


def _apart(one: Claim, two: Claim) -> bool:
    """What no likeness of words overcomes."""
    if one.article == two.article and one.char_start < two.char_end and two.char_start < one.char_end and not one.ghost and not two.ghost:
        return True
    if (one.first == 0 or two.first == 0) and one.article != two.article:
        return True  # without a day nothing shows that two articles mean the same occasion
    if one.event_type != two.event_type and (one.act != two.act or "STATEMENT" in (one.event_type, two.event_type)):
        return True
    if "hypothetical" in (one.status, two.status) and one.status != two.status:
        return True
    if one.ghost != two.ghost and "planned" not in (one.status, two.status):
        return True
    mine, yours = one.words & ORDINALS, two.words & ORDINALS
    return bool(mine and yours and not mine & yours)


def _days(one: Claim, two: Claim, words: float) -> tuple[float, str] | None:
    """How well the days agree; None where they exclude each other."""
    if one.first == two.first and one.last == two.last:
        weak = "publication" in (one.basis, two.basis)
        if weak and words < WEAK_WORDS:
            return None
        return (0.8, "published on one day") if weak else (1.0, "same day" if one.first else "same article, no day")
    if one.is_open or two.is_open:
        return None
    if one.first <= two.last and two.first <= one.last:
        return _compatible(one, two, words)
    gap = max(one.first, two.first) - min(one.last, two.last)
    different = one.article != two.article
    near = gap == 1 and different and words >= NEXT_DAY_WORDS and bool(one.actors & two.actors) and one.act == two.act and bool(one.numbers or two.numbers)
    return (0.2, "a day apart in nearly the same words") if near else None


def _compatible(one: Claim, two: Claim, words: float) -> tuple[float, str] | None:
    """One span of days within the other, or beside it."""
    coarse = one.precision in COARSE or two.precision in COARSE
    if coarse and words < WEAK_WORDS:
        return None
    if "publication" in (one.basis, two.basis) and words < WEAK_WORDS:
        return None
    inside = (one.first <= two.first and two.last <= one.last) or (two.first <= one.first and one.last <= two.last)
    return (0.65, "a day within the other's span") if inside else (0.4, "days overlap")


def _says_otherwise(one: Claim, two: Claim, words: float) -> bool:
    """Statements are one only when one speaker says the same."""
    if one.event_type != "STATEMENT":
        return one.speaker != two.speaker and one.event_type in ("REQUEST", "REJECT", "ACCUSE", "THREATEN") and bool(one.speaker and two.speaker)
    if one.speaker != two.speaker and one.speaker and two.speaker:
        return words < COPIED
    if (one.act == "responsibility") != (two.act == "responsibility"):
        return True
    return words < (STATEMENT_WORDS if one.speaker == two.speaker and one.speaker else 0.5)


def _place_penalty(one: Claim, two: Claim, words: float) -> float:
    return 0.2 if one.places and two.places and not one.places & two.places and words < 0.5 else 0.0
