"""What the tagger sees of a sentence: the same for training and running.

Every feature is made of one word alone (or of the name in a gazetteer that a word belongs to), so that a word is
looked at once and its weights, for its own tag and for those of the words around it, are added up once.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from pipeline.actors.gazetteer import Entry, Gazetteer, Match, names
from pipeline.actors.grid import head_of
from pipeline.actors.lexicon import GROUPS

CLUSTERS = Path(__file__).parent.with_name("clusters.npz")
PAD = "<s>"  # the word before the first and after the last
LISTS = (("giv", "given"), ("sur", "surname"), ("big", "metropolis"), ("cit", "city"), ("reg", "region"))
LISTED = frozenset(kind for _, kind in LISTS)
SUBKINDS = {
    "state": "C", "party": "P", "sports club": "S", "sport": "S", "media": "D", "company": "B", "armed group": "G",
}  # fmt: skip
KINDS = {"person": "H", "organisation": "O", "location": "L"}
TURNS = (4, 6, 10)  # of a path that lead to larger clusters
CACHED_SHAPES = 4096
LONG_RUN = re.compile(r"(.)\1+")


class _Signs(dict[int, str]):
    """The sign that stands for a character in a shape, by its code point."""

    def __missing__(self, code: int) -> str:
        c = chr(code)
        sign = self[code] = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        return sign


SIGNS = _Signs()


def shape(word: str) -> str:
    """
    >>> [shape(w) for w in ("McCain", "U.N.", "1990s", "al-Sadr", "EU")]
    ['XxXx', 'X.X.', 'dx', 'x-Xx', 'XX']
    """
    return _without_runs(word.translate(SIGNS))


@functools.lru_cache(maxsize=CACHED_SHAPES)
def _without_runs(signs: str) -> str:
    return "XX" if signs == "XX" else LONG_RUN.sub(r"\1", signs)


def lists_of(word: str) -> str:
    """Codes of the lists that have the word; lists of names only for words with a capital."""
    low = word.lower()
    codes = list(_groups().get(low.rstrip("."), ()))
    if low != word:
        codes += [code for code, listed in _name_lists() if word in listed]
    if low in names("common"):
        codes.append("low")
    if head_of(low):
        codes.append("who")
    return "+".join(codes)


@functools.cache
def _groups() -> dict[str, list[str]]:
    """Codes of the closed lists that have a word."""
    codes: dict[str, list[str]] = {}
    for code, group in GROUPS:
        for word in sorted(group):
            codes.setdefault(word, []).append(code)
    return codes


@functools.cache
def _name_lists() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((code, names(kind)) for code, kind in LISTS)


@functools.cache
def clusters() -> dict[str, int]:
    """Word -> the turns of its path in a tree of words that are used alike, the first in the lowest bit; made by training/collect_clusters.py."""
    with np.load(CLUSTERS) as stored:
        words = stored["words"].tobytes().decode("ascii").split("\n")
        return dict(zip(words, stored["paths"].tolist(), strict=True))


def cluster_features(word: str, low: str) -> list[str]:
    """The cluster of a word, and the larger ones around it."""
    path = clusters().get(word) or clusters().get(low)
    return [f"b={path}", *(f"b{turns}={path & (1 << turns) - 1}" for turns in TURNS)] if path else []


def code_of(entry: Entry) -> str:
    """What a name in a gazetteer names, as one or two letters."""
    if entry.how == "demonym":
        return "N"
    return entry.subkind[:2] if entry.subkind in LISTED else SUBKINDS.get(entry.subkind, KINDS[entry.kind])


def known_as(word: str, gazetteer: Gazetteer) -> str:
    """Code of the actor that the word alone names; listed places are told by `lists_of`."""
    branch = gazetteer.by_first.get(word)
    return code_of(branch.alone) if branch and branch.alone and branch.alone.subkind not in LISTED else ""


def features(word: str, known: str) -> list[str]:
    """Features of a word. Training decides for which of the tags around it each of them has a weight."""
    if word == PAD:
        return ["w=<s>"]
    low, form, lists = word.lower(), shape(word), lists_of(word)
    found = [f"w={low}", f"k={form}/{lists}/{known}", f"s={form}", f"e3={low[-3:]}"]
    found += [f"l={code}" for code in lists.split("+") if code]
    if known:
        found.append(f"g={known}")
    found += [f"p2={low[:2]}", f"p3={low[:3]}", f"p4={low[:4]}", f"e1={low[-1:]}", f"e2={low[-2:]}", f"e4={low[-4:]}", f"x={form}{low[-2:]}"]
    found += cluster_features(word, low)
    if "-" in word:
        found += [f"h={part}" for part in low.split("-")]
    return found


def spans_of(matches: Sequence[Match]) -> list[tuple[int, str]]:
    """(word, feature) for each word of a known name of several words."""
    found = []
    for match in matches:
        if match.last - match.first > 1:
            code = code_of(match.entry)
            found.append((match.first, f"mB={code}"))
            found += [(i, f"mI={code}") for i in range(match.first + 1, match.last)]
    return found


def first_word(words: Sequence[str]) -> int:
    """The first word that is no sign: its capital says little.

    >>> first_word(("“", "We", "go"))
    1
    """
    return next((i for i, w in enumerate(words) if w[:1].isalnum()), 0)
