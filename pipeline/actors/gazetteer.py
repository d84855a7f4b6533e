"""Names that are known before any article is read, matched on tokens.

What people keep by hand (seeds/actors.csv) names actors; lists out of libraries (names.npz, made by
training/collect_names.py) only say what a word may be.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from pipeline.model import JOINT, SeedActor
from pipeline.text import tokenize

NAMES = Path(__file__).with_name("names.npz")
LISTS = ("given", "surname", "city", "metropolis", "region", "common")
SURE_LETTERS = 3  # of an acronym that stands for its actor without more evidence; two are enough for the greatest
SURE_WHEN_SHORT = ("intergovernmental", "media")
ARTICLES = frozenset({"The", "the"})  # belong to no name, but may tell it from everyday words
TITLED = "media"  # the subkind whose names are titles and keep their article
LISTED_PLACES = ("metropolis", "region", "city")  # the first list that has a name decides its subkind


class Entry(NamedTuple):
    """What a sequence of tokens is known to name."""

    name: str
    kind: str
    subkind: str
    how: str  # exact, alias, acronym or demonym
    sure: bool  # stands for its actor wherever it is written like this


class Match(NamedTuple):
    first: int  # token
    last: int  # token, excluded
    entry: Entry


class Branch(NamedTuple):
    """What begins with a word: the name that is this word alone, and longer ones by their second word."""

    alone: Entry | None
    longer: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]  # the longest first


NOTHING_LONGER: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Token sequences by their first token. Each gazetteer is itself alone, so that it can key a cache."""

    by_first: dict[str, Branch]

    def find(self, words: Sequence[str]) -> list[Match]:
        """Leftmost longest matches without overlap."""
        found, free, end = [], 0, len(words) - 1
        for at, branch in enumerate(map(self.by_first.get, words)):
            if branch is None or at < free:
                continue
            alone, longer = branch
            for key, entry in longer.get(words[at + 1], ()) if longer and at < end else ():
                if tuple(words[at : at + len(key)]) == key:
                    free = at + len(key)
                    found.append(Match(at + (words[at] in ARTICLES and entry.subkind != TITLED), free, entry))
                    break
            else:
                if alone is not None:
                    found.append(Match(at, free := at + 1, alone))
        return found


@functools.cache
def names(kind: str) -> frozenset[str]:
    """One of LISTS."""
    with np.load(NAMES) as lists:
        return frozenset(lists[kind].tobytes().decode("utf-8").split("\n"))


def is_typographic(text: str) -> bool:
    """Whether `plain` would change the text."""
    return "’" in text or "‑" in text or "‐" in text


def plain(text: str) -> str:
    """The text with typewriter's apostrophes and hyphens, at the same places."""
    return text.replace("’", "'").replace("‑", "-").replace("‐", "-")


@functools.lru_cache(maxsize=4)
def load_gazetteer(actors: tuple[SeedActor, ...]) -> Gazetteer:
    """Of several actors with one alias, the first of seeds/actors.csv has it; a name comes before an alias.

    An acronym that several actors share names none of them: it stands for itself.
    """
    entries: dict[tuple[str, ...], Entry] = {}
    for text, entry in _known(actors):
        first = entries.setdefault(_key(text), entry)
        if first.name != entry.name and first.how == entry.how == "acronym":
            entries[_key(text)] = first._replace(name=text)
    by_first: dict[str, dict[tuple[str, ...], Entry]] = {}
    for key, entry in entries.items():
        by_first.setdefault(key[0], {})[key] = entry
    return Gazetteer({first: _branch(first, known) for first, known in by_first.items()})


def _branch(first: str, known: dict[tuple[str, ...], Entry]) -> Branch:
    if len(known) == 1 and (first,) in known:
        return Branch(known[(first,)], NOTHING_LONGER)
    longer: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for key in sorted(known, key=lambda k: (-len(k), k)):
        if len(key) > 1:
            longer.setdefault(key[1], []).append((key, known[key]))
    return Branch(known.get((first,)), {second: tuple(rows) for second, rows in longer.items()})


def _key(text: str) -> tuple[str, ...]:
    words = text.split(" ")
    return tuple(words if all(w.isalpha() for w in words) else (plain(w) for w in tokenize(text).words))


def _known(actors: Iterable[SeedActor]) -> Iterator[tuple[str, Entry]]:
    actors = tuple(actors)
    yield from ((a.name, _entry(a, a.name, "exact")) for a in actors)
    yield from ((a.acronym, _entry(a, a.acronym, "acronym")) for a in actors if a.acronym)
    for actor in actors:
        yield from ((alias, _entry(actor, alias, "alias")) for alias in actor.aliases.split(JOINT) if alias)
        yield from ((word, _entry(actor, word, "demonym")) for word in actor.demonyms.split(JOINT) if word)
    for subkind in LISTED_PLACES:
        yield from ((place, Entry(place, "location", subkind, "exact", sure=_is_sure_place(place, subkind))) for place in sorted(names(subkind)))


def _entry(actor: SeedActor, text: str, how: str) -> Entry:
    if how == "alias" and text.isupper():
        how = "acronym"
    short = len(text) < SURE_LETTERS and actor.subkind not in SURE_WHEN_SHORT
    return Entry(actor.name, actor.kind, actor.subkind, how, sure=actor.kind == "location" or (_is_sure(text) and not short))


def _is_sure(text: str) -> bool:
    """Whether the words are no everyday words and no name of many people."""
    text = text.removeprefix("The ")
    if " " in text:
        return True
    return text.lower() not in names("common") and text not in names("given") and text not in names("surname") and len(text) > 1


def _is_sure_place(place: str, subkind: str) -> bool:
    return subkind == "metropolis" and place.lower() not in names("common") and len(place) > 3
