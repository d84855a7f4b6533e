"""Text in capitals, given back the letters that it would have in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.actors.gazetteer import Gazetteer, names
from pipeline.actors.lexicon import ORGANISATION_HEADS

CAPITALS = 0.7  # share of the words of two and more letters from which a sentence is written in capitals
LEAST = 3  # such words; with fewer, they may be acronyms
LEAST_TITLE = 5  # words of a headline
LONG = 4  # letters from which a single word in capitals may be a place
DAY = re.compile(r"\d\d?|\d{4}")  # with which a dateline ends
ACRONYMS = frozenset({"US", "UK", "UN", "EU"})  # rather than the pronoun and the like, in a headline


def in_capitals(words: Sequence[str]) -> bool:
    """
    >>> in_capitals(["EU", "TALKS", "END", "WITHOUT", "DEAL"]), in_capitals(["NATO", "and", "EU", "meet"])
    (True, False)
    """
    large = len([w for w in filter(str.isupper, words) if len(w) > 1 and w.isalpha()])
    dated = large > 0 and DAY.fullmatch(words[-1]) is not None
    if large < LEAST and not dated:
        return False
    letters = len([w for w in words if len(w) > 1 and w.isalpha()])
    return (dated and large == letters) or (large >= LEAST and large > CAPITALS * letters)


def in_title_case(words: Sequence[str]) -> bool:
    """Whether everyday words have a capital as in a headline.

    >>> in_title_case("Council Votes To Keep Old Bridge".split()), in_title_case("Ana Ruiz met Ole Berg in Oslo".split())
    (True, False)
    """
    if len(words) < LEAST_TITLE or not words[-1][-1].isalnum():
        return False
    long = [w for w in words if len(w) >= LONG and w.isalpha()]
    everyday = [w for w in long[1:] if w.istitle() and w.lower() in names("common")]
    return len(everyday) >= LEAST and not any(map(str.islower, long))


def small_title(words: Sequence[str]) -> list[str]:
    """A headline with small letters for everyday words, and for a word for a body that is no part of a name.

    >>> small_title("Council Votes To Keep Old Bridge In Oslo".split())
    ['council', 'votes', 'to', 'keep', 'old', 'bridge', 'in', 'Oslo']
    """
    small = [w.lower() if w.istitle() and w.lower() in names("common") else w for w in words]
    alone = small[0].lower() in ORGANISATION_HEADS and small[1].islower()
    return [small[0].lower(), *small[1:]] if alone else small


def recase(words: Sequence[str], gazetteer: Gazetteer) -> list[str]:
    """Small letters for everyday words, acronyms as they are, a first capital for the rest."""
    return [_recase(w, gazetteer) if w.isupper() else w for w in words]


def recase_places(words: list[str], gazetteer: Gazetteer) -> list[str]:
    """A first capital for places that stand in capitals among other words, as home teams do in tables."""
    titled = [w.title() for w in words[:2]]
    if all(map(str.isupper, words[:2])) and any(match[:2] == (0, 2) for match in gazetteer.find(titled)):
        words = [*titled, *words[2:]]
    known = gazetteer.by_first
    places = {w for w in filter(str.isupper, words) if len(w) >= LONG and w not in known and w.title() in known}
    return [w.title() if w in places else w for w in words] if places else words


def _recase(word: str, gazetteer: Gazetteer) -> str:
    small, titled = word.lower(), "-".join(part.capitalize() for part in word.split("-"))
    if small in ("'s", "a", "v"):
        return small
    if len(word) == 1 or "." in word or word in ACRONYMS:
        return word
    if small in names("common"):
        return small
    if titled in gazetteer.by_first:
        return titled
    return word if word in gazetteer.by_first and len(word) < 6 else titled
