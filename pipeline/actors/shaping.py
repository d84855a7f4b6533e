"""What the tagger read, brought into the shape of names: no articles and titles, bodies whole, lists taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.actors.gazetteer import Match
from pipeline.actors.lexicon import (
    BELIEFS,
    CALENDAR,
    DIRECTIONS,
    HONORIFICS,
    MEMBERS,
    OFFICES,
    ORGANISATION_HEADS,
    PARTIES,
    PORTFOLIOS,
    ROLES,
    WEEKDAYS,
)  # fmt: skip
from pipeline.actors.tagger import Tagged

ARTICLES = frozenset({"the", "a", "an"})
JOINTS = frozenset({"of", "for"})
POSSESSIVES = frozenset({"'s", "'"})
LAST_SIGNS = frozenset({".", ")", "!"})  # with which a name may end
TITLES = HONORIFICS - {"general", "major", "private", "commander", "crown", "father", "sister"}  # that only persons bear


def shape_tags(words: Sequence[str], matches: Sequence[Match], tagged: Sequence[Tagged]) -> list[Tagged]:
    """The tagger's names as names are given, in the order of the sentence."""
    places = {(m.first, m.last) for m in matches if m.entry.kind == "location" and m.entry.how != "demonym"}
    demonyms = {m.last: m.first for m in matches if m.entry.how == "demonym"}
    shaped = []
    for tag in _apart(words, places, _join_organisations(words, tagged)):
        trimmed = _trim(words, tag)
        if trimmed is not None:
            shaped.append(_with_demonym(words, _with_kind(words, trimmed, places), demonyms))
    return shaped


def _trim(words: Sequence[str], tag: Tagged) -> Tagged | None:
    """Without article, title and possessive; None when nothing is left."""
    first, last = tag.first, tag.last
    while last > first and _trails(words, first, last):
        last -= 1
    while first < last and _leads(words, first, last, tag.kind):
        first += 1
    if tag.kind == "organisation":
        first = _after_role(words, first, last)
        last = _before_office(words, first, last)
    if first == last or (last == first + 1 and _is_no_name(words[first])):
        return None
    return Tagged(first, last, tag.kind)


def _is_no_name(word: str) -> bool:
    low = word.lower()
    return low in CALENDAR or low in ARTICLES or low in BELIEFS or _is_role(word)


def _trails(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the last word is none of the name's: a sign, a day, "fighters"."""
    word = words[last - 1]
    if word == "s" and last - first > 2 and words[last - 2] == "'":
        return True
    return word in POSSESSIVES or word.lower() in WEEKDAYS or word in MEMBERS or not (word[0].isalnum() or word in LAST_SIGNS)


def _leads(words: Sequence[str], first: int, last: int, kind: str) -> bool:
    """Whether the first word only leads to the name: an article, a sign, a direction, a title of a person."""
    word = words[first].lower().rstrip(".")
    if word in ARTICLES or word in WEEKDAYS or words[first] in DIRECTIONS or not words[first][0].isalnum():
        return True
    return kind == "person" and last - first > 1 and (word in HONORIFICS or word in ROLES or word in PORTFOLIOS)


def _after_role(words: Sequence[str], first: int, last: int) -> int:
    """Where the body begins in "Secretary-General of the BODY"."""
    if "of" not in words[first:last] or not _is_role(words[first]):
        return first
    at = list(words[first:last]).index("of") + first + 1
    return at + (words[at : at + 1] == ["the"])


def _before_office(words: Sequence[str], first: int, last: int) -> int:
    """Where the country ends in "U.S. Agriculture Secretary"."""
    if "".join(words[last : last + 1]).lower() in OFFICES:
        while last - first > 1 and words[last - 1].lower() in PORTFOLIOS:
            last -= 1
    return last


def _is_role(word: str) -> bool:
    return word.lower() in ROLES or word.lower().endswith("-general")


def _join_organisations(words: Sequence[str], tagged: Sequence[Tagged]) -> Iterator[Tagged]:
    """The tagger's names, with "ORGANISATION of ORGANISATION or PLACE" as one."""
    waiting: Tagged | None = None
    for tag in tagged:
        if waiting is not None and _belongs(words, waiting, tag):
            waiting = Tagged(waiting.first, tag.last, "organisation")
            continue
        if waiting is not None:
            yield waiting
        waiting = tag
    if waiting is not None:
        yield waiting


def _belongs(words: Sequence[str], head: Tagged, tail: Tagged) -> bool:
    """Whether `head` is a kind of body that takes the name of what follows "of" or "for"."""
    between = words[head.last : tail.first]
    if head.kind != "organisation" or tail.kind == "person" or not between or between[0] not in JOINTS:
        return False
    return words[head.last - 1].lower() in ORGANISATION_HEADS and all(w == "the" for w in between[1:])


def _apart(words: Sequence[str], places: set[tuple[int, int]], tagged: Iterable[Tagged]) -> Iterator[Tagged]:
    """Two places or two parties with "and" between them, which the tagger took for one name."""
    for tag in tagged:
        inside = words[tag.first : tag.last]
        at = tag.first + inside.index("and") if "and" in inside else 0
        if at and (tag.first, at) in places and (at + 1, tag.last) in places:
            yield from (Tagged(tag.first, at, "location"), Tagged(at + 1, tag.last, "location"))
        elif at and tag.kind == "organisation" and words[at - 1].lower() in PARTIES and words[tag.last - 1].lower() in PARTIES:
            yield from (Tagged(tag.first, at, tag.kind), Tagged(at + 1, tag.last, tag.kind))
        else:
            yield tag


def _with_kind(words: Sequence[str], tag: Tagged, places: set[tuple[int, int]]) -> Tagged:
    """Whoever has a title is a person; what is left of a longer name may be a place."""
    before = words[tag.first - 1].lower().rstrip(".") if tag.first else ""
    if before in TITLES and (tag.first, tag.last) not in places and tag.last - tag.first < 4:
        return Tagged(tag.first, tag.last, "person")
    if tag.kind == "organisation" and (tag.first, tag.last) in places and "".join(words[tag.last : tag.last + 1]).lower() in PORTFOLIOS:
        return Tagged(tag.first, tag.last, "location")
    return tag


def _with_demonym(words: Sequence[str], tag: Tagged, demonyms: dict[int, int]) -> Tagged:
    """The party with the people before it: "Danish Liberal Party"."""
    if tag.kind == "organisation" and tag.first in demonyms and tag.last - tag.first < 4 and words[tag.last - 1].lower() in PARTIES:
        return Tagged(demonyms[tag.first], tag.last, tag.kind)
    return tag
