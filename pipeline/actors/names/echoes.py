"""Names that an article has elsewhere, found where neither list nor tagger saw them: in full, or short for a body."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.actors.gazetteer import names
from pipeline.actors.lexicon import BUSINESSES, CALENDAR, COMPANIES, ORGANISATION_HEADS, TEAMS
from pipeline.actors.names.heads import FIRST, LAST
from pipeline.actors.names.sentence import Found, names_an_event

ECHOED = 0.7  # confidence in a name that was only found because the article has it elsewhere
LEAST_LETTERS = 3  # of a single word that is looked for in the rest of the article
CACHED_WORDS = 65_536
ANYWHERE, ALONE, AFTER_THE = "anywhere", "alone", "after the"  # where the words are the name: ALONE is in no longer name, AFTER_THE in "the Trust"
HEADS = ORGANISATION_HEADS | BUSINESSES | {word.lower() for word in FIRST | LAST} | {"panel", "observatory"}
PLACES = ("city", "region", "metropolis")


class Echo(NamedTuple):
    """Words to look for, and whom they name."""

    words: tuple[str, ...]
    kind: str
    name: str
    how: str
    where: str  # ANYWHERE, ALONE or AFTER_THE


def echoes_of(kinds: Mapping[str, str]) -> dict[str, list[Echo]]:
    """What is worth looking for in an article whose names are of these kinds, by its first word, the longest first."""
    bodies = [name for name, kind in kinds.items() if kind == "organisation" and " " in name]
    short = {echo.words: echo for echo in (_only_one(found) for found in _short_forms(bodies).values()) if echo}
    known = {echo.words: echo for name, kind in kinds.items() for echo in _whole(name, kind)}
    found: dict[str, list[Echo]] = {}
    for echo in (short | known).values():
        found.setdefault(echo.words[0], []).append(echo)
    for rows in found.values():
        if len(rows) > 1:
            rows.sort(key=lambda e: (-len(e.words), e.words))
    return found


def _whole(name: str, kind: str) -> Iterator[Echo]:
    words = tuple(name.split(" "))
    if len(words) > 1 or _is_telling(name):
        yield Echo(words, kind, name, "tagged", ANYWHERE)
    if kind == "person" and len(words) > 1:
        for word, where in ((words[0], ALONE), (words[-1], ANYWHERE)):
            if _is_telling(word):
                yield Echo((word,), kind, word, "tagged", where)


def _short_forms(bodies: Sequence[str]) -> dict[tuple[str, ...], list[Echo]]:
    """The words by which the bodies may be called for short, each with the bodies that it may mean."""
    found: dict[tuple[str, ...], list[Echo]] = {}
    for name in bodies:
        for words, where in _called(name.split(" ")):
            found.setdefault(words, []).append(Echo(words, "organisation", name, "alias", where))
    return found


def _called(words: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """
    >>> list(_called(["North", "Harbour", "Seed", "Trust"]))
    [(('Harbour', 'Seed', 'Trust'), 'alone'), (('Seed', 'Trust'), 'alone'), (('Trust',), 'after the')]
    >>> list(_called(["Academy", "of", "Salt"])), list(_called(["Velmora", "Shipping"]))
    ([(('Academy',), 'after the')], [(('Shipping',), 'after the'), (('Velmora',), 'alone')])
    """
    if words[-1].lower() in TEAMS:
        yield tuple(words[:-1]), ALONE
    end = next((at for at, word in enumerate(words) if word in ("of", "for")), len(words))
    if not end or not (words[end - 1].lower() in HEADS or (end == len(words) and words[-1].endswith("s") and words[-1].istitle())):
        return
    for at in range(1 if end == len(words) else 0, end):
        if words[at][0].isupper() and (at or end < len(words)):
            yield tuple(words[at:end]), AFTER_THE if at == end - 1 else ALONE
    if words[end - 1].lower() in COMPANIES and end == 2 == len(words) and _is_telling(words[0]) and not _is_place(words[0]):
        yield (words[0],), ALONE


def _only_one(echoes: Sequence[Echo]) -> Echo | None:
    return echoes[0] if len(echoes) == 1 else None


@functools.lru_cache(maxsize=CACHED_WORDS)
def _is_telling(word: str) -> bool:
    low = word.lower()
    if word.isupper() and len(word) > 1:
        return True
    return len(word) >= LEAST_LETTERS and word[0].isupper() and low not in names("common") and low not in CALENDAR


def _is_place(word: str) -> bool:
    return any(word in names(kind) for kind in PLACES)


def find_echoes(words: Sequence[str], found: Sequence[Found], known: Mapping[str, list[Echo]], starts: Sequence[int]) -> Iterator[Found]:
    """Names that the article has elsewhere and that were not found in this sentence, where they may start."""
    taken = {i for f in found for i in range(f.first, f.last)}
    free = 0
    for at in starts:
        if at in taken or at < free:
            continue
        for echo in known[words[at]]:
            last = at + len(echo.words)
            if tuple(words[at:last]) != echo.words or not taken.isdisjoint(range(at, last)):
                continue
            one = Found(at, last, echo.kind, echo.name, echo.how, ECHOED)
            if not names_an_event(words, one) and _stands(words, one, echo.where):
                free = last
                yield one
            break


def _stands(words: Sequence[str], one: Found, where: str) -> bool:
    """Whether the words stand where they are the name."""
    if where == ANYWHERE:
        return True
    before, after = words[one.first - 1] if one.first else "", "".join(words[one.last : one.last + 1])
    if after[:1].isupper() or after in ("of", "for", "-"):
        return False
    return before.lower() == "the" or (where == ALONE and (not before[:1].isupper() or before.lower() in names("common")))
