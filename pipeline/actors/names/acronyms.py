"""Acronyms that an article defines itself: "World Road Council (WRC)" and "WRC (World Road Council)".

After Schwartz and Hearst 2003: the letters of the acronym are the initials of the long form, parts of hyphenated words
count by themselves, and small words may be passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.actors.lexicon import CONNECTORS

ACRONYM = re.compile(r"[A-Z][A-Za-z&-]{1,9}|(?:[A-Z]\.){2,}")
PASSED_OVER = CONNECTORS | frozenset({"i", "e", "al", "-"})
LONGEST = 12  # words in a long form


class Definition(NamedTuple):
    """Both are spans of tokens of one sentence, the end excluded."""

    short: tuple[int, int]
    long: tuple[int, int]


def find_definitions(words: Sequence[str]) -> Iterator[Definition]:
    """
    >>> [d.long for d in find_definitions("the World Road Council ( WRC ) met".split())]
    [(1, 4)]
    >>> [d.long for d in find_definitions("the WRC ( World Road Council ) met".split())]
    [(3, 6)]
    """
    for at, word in enumerate(words):
        if word == "(" and ")" in words[at : at + LONGEST + 2]:
            close = words.index(")", at)
            inside = words[at + 1 : close]
            if len(inside) == 1 and is_acronym(inside[0]):
                start = _start_of(words[:at], inside[0])
                if start is not None:
                    yield Definition((at + 1, close), (start, at))
            elif len(inside) > 1 and at and is_acronym(words[at - 1]) and _start_of(inside, words[at - 1]) == 0:
                yield Definition((at - 1, at), (at + 1, close))


def is_acronym(word: str) -> bool:
    """Mostly capitals, as MoD, PLO or the S.E.C."""
    return bool(ACRONYM.fullmatch(word)) and sum(c.isupper() for c in word) >= max(2, len(word.replace(".", "")) // 2)


def _start_of(words: Sequence[str], acronym: str) -> int | None:
    """Where the long form begins that ends with the last of `words`; None when their initials are others."""
    letters = [c.lower() for c in acronym if c.isalpha()]
    if acronym.endswith("s") and len(letters) > 2:
        letters.pop()
    at = len(words)
    while letters and at > 0 and len(words) - at < LONGEST:
        at -= 1
        left = _without(letters, words[at])
        if left is None:
            return None
        letters = left
    return at if not letters and words[at][0].isupper() else None


def _without(letters: list[str], word: str) -> list[str] | None:
    """The letters that are left when the word has given its own, at the end; None when the word does not fit."""
    initials = [part[0].lower() for part in re.split(r"[-‑–]", word) if part]
    for given in (initials, [i for i in initials if i not in PASSED_OVER], initials[:1]):
        if given and letters[-len(given) :] == given:
            return letters[: -len(given)]
    return letters if word.lower() in PASSED_OVER else None
