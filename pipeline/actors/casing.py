"""Text in capitals, given back the letters that it would have in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.actors.gazetteer import Gazetteer, names

CAPITALS = 0.7  # share of the words of two and more letters from which a sentence is written in capitals
LEAST = 3  # such words; with fewer, they may be acronyms
ACRONYMS = frozenset({"US", "UK", "UN", "EU"})  # rather than the pronoun and the like, in a headline


def in_capitals(words: Sequence[str]) -> bool:
    """
    >>> in_capitals(["EU", "TALKS", "END", "WITHOUT", "DEAL"]), in_capitals(["NATO", "and", "EU", "meet"])
    (True, False)
    """
    letters = [w for w in words if len(w) > 1 and w.isalpha()]
    large = sum(w.isupper() for w in letters)
    return large >= LEAST and large > CAPITALS * len(letters)


def recase(words: Sequence[str], gazetteer: Gazetteer) -> list[str]:
    """Small letters for everyday words, acronyms as they are, a first capital for the rest."""
    return [_recase(w, gazetteer) if w.isupper() else w for w in words]


def _recase(word: str, gazetteer: Gazetteer) -> str:
    small, titled = word.lower(), "-".join(part.capitalize() for part in word.split("-"))
    if len(word) == 1 or "." in word or small == "'s" or word in ACRONYMS:
        return small if small == "'s" else word
    if small in names("common"):
        return small
    if titled in gazetteer.by_first:
        return titled
    return word if word in gazetteer.by_first and len(word) < 6 else titled
