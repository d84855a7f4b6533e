"""What the tagger read, brought into the shape of names: no articles and titles, bodies whole, lists taken apart."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence, Set

from pipeline.actors.gazetteer import Match, names
from pipeline.actors.grid import head_of
from pipeline.actors.lexicon import (
    BELIEFS,
    BUSINESSES,
    CALENDAR,
    COMPANIES,
    DIRECTIONS,
    HOLIDAYS,
    HONORIFICS,
    LANGUAGES,
    MEMBERS,
    MONTHS,
    OFFICES,
    ORGANISATION_HEADS,
    PARTIES,
    PLACE_HEADS,
    PORTFOLIOS,
    POSTNOMINALS,
    ROLES,
    SHORT_MONTHS,
    WEEKDAYS,
)  # fmt: skip
from pipeline.actors.names.kinds import LONGEST_PERSON, TITLES, Around, is_given, settle_kind
from pipeline.actors.names.tagger import Tagged

ARTICLES = frozenset({"the", "a", "an"})
JOINTS = frozenset({"of", "for"})
RANKED = frozenset("captain sergeant colonel lieutenant inspector superintendent corporal constable dr mr mrs ms sir".split())
BETWEEN = frozenset({"and", "or", "of", "in"})
LEADS = ARTICLES | WEEKDAYS | HONORIFICS | ROLES | PORTFOLIOS
CACHED_WORDS = 65_536
NO_NAMES = CALENDAR | HOLIDAYS | ARTICLES | BELIEFS | HONORIFICS | LANGUAGES  # when they stand alone
LEAST_OF_PARTY = 4  # words of a party, the place it is of, and a person
ROMAN = re.compile(r"[IVX]+")
RELATIVES = frozenset("mother mum mom father dad grandmother grandfather gran granny grandad parent".split())
CLASSES = frozenset("family group company faction wing newspaper magazine station channel website side camp".split())
POSSESSIVES = frozenset({"'s", "'"})
LAST_SIGNS = frozenset({".", ")", "!"})  # with which a name may end


def shape_tags(words: Sequence[str], matches: Sequence[Match], tagged: Sequence[Tagged]) -> list[Tagged]:
    """The tagger's names as names are given, in the order of the sentence."""
    around = _around(words, matches, tagged)
    places = around.places
    shaped = []
    for tag in _apart(words, places, _join_organisations(words, tagged) if len(tagged) > 1 else tagged):
        trimmed = _trim(words, tag)
        if trimmed:
            settled = settle_kind(trimmed, around)
            again = _trim(words, settled) if settled.kind == "person" != trimmed.kind else None
            shaped.append(again or settled)
    return shaped


def _around(words: Sequence[str], matches: Sequence[Match], tagged: Sequence[Tagged]) -> Around:
    places: set[tuple[int, int]] = set()
    actors: set[tuple[int, int]] = set()
    demonyms: dict[int, int] = {}
    for first, last, entry in matches:
        if entry.how == "demonym":
            demonyms[last] = first
        elif entry.kind == "location":
            places.add((first, last))
            continue
        if entry.sure:
            actors.add((first, last))
    return Around(words, places, demonyms, actors, {i for first, last, _ in tagged for i in range(first, last)})


def _trim(words: Sequence[str], tag: Tagged) -> Tagged | None:
    """Without article, title and possessive; None when nothing is left."""
    first, last = tag.first, tag.last
    if tag.kind == "organisation" and 1 < last - first < LONGEST_PERSON and words[first].lower() in TITLES and not _has_head(words[first:last]):
        tag = Tagged(first, last, "person")
    while last > first and _may_trail(words[last - 1]) and _trails(words, first, last):
        last -= 1
    first = _after_leads(words, first, last, tag.kind)
    if tag.kind != "organisation" and last - first > 2:
        first = max([first, *(at + 1 for at in range(first, last - 1) if words[at] in ("-", "–", "—") or words[at].isdigit())])
    if tag.kind == "organisation":
        first = _after_role(words, first, last)
        last = _before_office(words, first, last)
    elif tag.kind == "person":
        first = _after_leads(words, _after_title(words, first, last), last, tag.kind)
    if first == last or (last == first + 1 and _is_no_name(words[first])) or (last == first + 2 and _is_day(words, first)):
        return None
    return tag if first == tag.first and last == tag.last else Tagged(first, last, tag.kind)


@functools.lru_cache(maxsize=CACHED_WORDS)
def _is_no_name(word: str) -> bool:
    low = word.lower()
    return len(word) == 1 or low in NO_NAMES or _is_role(word) or ROMAN.fullmatch(word) is not None


def _has_head(words: Sequence[str]) -> bool:
    return not {word.lower() for word in words}.isdisjoint(ORGANISATION_HEADS | PLACE_HEADS | BUSINESSES)


def _is_day(words: Sequence[str], at: int) -> bool:
    return words[at + 1].isdigit() and words[at].lower() in MONTHS | SHORT_MONTHS


@functools.lru_cache(maxsize=CACHED_WORDS)
def _may_trail(word: str) -> bool:
    """Whether `_trails` may hold of a word."""
    if word.islower() or word in POSTNOMINALS or word in POSSESSIVES or word.lower() in WEEKDAYS or word in MEMBERS:
        return True
    return not (word[0].isalnum() or word in LAST_SIGNS)


@functools.lru_cache(maxsize=CACHED_WORDS)
def _may_lead(word: str) -> bool:
    """Whether `_leads` may hold of a word."""
    return word.lower().rstrip(".") in LEADS or word in DIRECTIONS or not word[0].isalnum()


def _trails(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the last word is none of the name's: a sign, a day, "fighters"."""
    word = words[last - 1]
    if (word == "s" and last - first > 2 and words[last - 2] == "'") or (word in POSTNOMINALS and last - first > 1):
        return True
    if word.islower() and last - first > 1 and word not in ORGANISATION_HEADS and word not in CLASSES:
        return True
    return word in POSSESSIVES or word.lower() in WEEKDAYS or word in MEMBERS or not (word[0].isalnum() or word in LAST_SIGNS)


def _after_leads(words: Sequence[str], first: int, last: int, kind: str) -> int:
    while first < last and _may_lead(words[first]) and _leads(words, first, last, kind):
        first += 1
    return first


def _leads(words: Sequence[str], first: int, last: int, kind: str) -> bool:
    """Whether the first word only leads to the name: an article, a sign, a direction, a title of a person."""
    word = words[first].lower().rstrip(".")
    if word in ARTICLES or words[first] in DIRECTIONS or not words[first][0].isalnum():
        return True
    if word in WEEKDAYS:
        return kind != "organisation" or last - first != 2
    return kind == "person" and last - first > 1 and (word in HONORIFICS or word in ROLES or word in PORTFOLIOS)


def _after_role(words: Sequence[str], first: int, last: int) -> int:
    """Where the body begins in "Secretary-General of the BODY"."""
    if last - first < 2 or "of" not in words[first:last] or not _is_role(words[first]):
        return first
    at = list(words[first:last]).index("of") + first + 1
    return at + (words[at : at + 1] == ["the"])


def _after_title(words: Sequence[str], first: int, last: int) -> int:
    """Where the name begins in "Fisheries Minister NAME", "Goalkeeper NAME" and "Proud mother-of-two NAME"."""
    for at in range(last - 2, first, -1):
        low = words[at].lower()
        if low in OFFICES or low in ROLES or (low == words[at] and low.partition("-")[0] in RELATIVES):
            return at + 1
    if last - first < 3:
        return first
    if words[first] in names("given"):
        return first
    low = words[first].lower()
    return first + (head_of(low) is not None or (low in names("common") and words[first + 1] in names("given")))


def _before_office(words: Sequence[str], first: int, last: int) -> int:
    """Where the body ends in "U.S. Agriculture Secretary" and "EU Commissioner"."""
    end = last
    while last - first > 1 and _is_role(words[last - 1]) and words[last - 2] not in JOINTS:
        last -= 1
    if last < end or (last < len(words) and words[last].lower() in OFFICES):
        while last - first > 1 and words[last - 1].lower() in PORTFOLIOS:
            last -= 1
    return last


@functools.lru_cache(maxsize=CACHED_WORDS)
def _is_role(word: str) -> bool:
    low = word.lower()
    return low in ROLES or low.endswith("-general")


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
    if head.kind != "organisation" or tail.kind == "person" or head.last == tail.first or words[head.last] not in JOINTS:
        return False
    return words[head.last - 1].lower() in ORGANISATION_HEADS and all(w == "the" for w in words[head.last + 1 : tail.first])


def _apart(words: Sequence[str], places: Set[tuple[int, int]], tagged: Iterable[Tagged]) -> Iterator[Tagged]:
    """Two names that the tagger took for one: places, parties, a body and its head, someone and where they are from."""
    for tag in tagged:
        second = _second_name(words, tag, places) if tag.last - tag.first > 2 else None
        if second is None:
            yield tag
            continue
        joint = words[second.first - 1].lower() in BETWEEN or words[second.first - 1].isdigit() or words[second.first - 1] in POSSESSIVES
        of_place = words[second.first - 1] in POSSESSIVES or (second.kind == "location" and words[second.first - 1] == "and")
        kind = "location" if of_place else tag.kind
        if words[second.first - 1] == "of" and (words[tag.first].lower() in RANKED or _is_whole_person(words[tag.first : second.first - 1])):
            kind = "person"
        yield from (Tagged(tag.first, second.first - joint, kind), second)


def _second_name(words: Sequence[str], tag: Tagged, places: Set[tuple[int, int]]) -> Tagged | None:
    """The second of two names in one, if there are two."""
    if tag.kind == "organisation" and _ends_in_person(words, tag, places):
        return Tagged(tag.last - 2, tag.last, "person")
    for at in range(tag.first + 1, tag.last - 1):
        kind = _kind_behind(words, tag, at, places)
        if kind:
            return Tagged(at + 1, tag.last, kind)
    return None


def _kind_behind(words: Sequence[str], tag: Tagged, at: int, places: Set[tuple[int, int]]) -> str | None:
    """The kind of the name behind the word, if another name begins there."""
    word, is_place = words[at].lower(), (at + 1, tag.last) in places
    if (tag.first, at) in places and (word == "'s" or (word == "and" and is_place)):
        return tag.kind if word == "'s" else "location"
    if _is_titled(words, tag, at):
        return "person" if word == "and" else tag.kind
    return _kind_behind_body(words, tag, at, is_place=is_place) if tag.kind == "organisation" else None


def _kind_behind_body(words: Sequence[str], tag: Tagged, at: int, *, is_place: bool) -> str | None:
    word, before, end = words[at].lower(), words[at - 1].lower(), words[tag.last - 1].lower()
    if word == "of" and _is_whole_person(words[tag.first : at]):
        return "location" if is_place else "organisation"
    if word.isdigit() or (word in ("and", "or") and before in PARTIES and end in PARTIES):
        return tag.kind
    if word in ("and", "or") and _are_whole_bodies(words[tag.first : at], words[at + 1 : tag.last]):
        return tag.kind
    if _is_role(words[at]) and is_given(words[at + 1]) and end not in ORGANISATION_HEADS:
        return "person"
    return "location" if word in ("of", "in") and is_place and _only_tells_where(words, tag, at) else None


def _are_whole_bodies(*bodies: Sequence[str]) -> bool:
    """Whether each ends in a word for a body and has no "of" that could reach over both: "Holm Foundation and Vane Research Institute"."""
    return all(len(words) > 1 and words[-1].lower() in ORGANISATION_HEADS and JOINTS.isdisjoint(words) for words in bodies)


def _is_whole_person(words: Sequence[str]) -> bool:
    """Whether the words before "of" are a person's: "Ann Holm of Vane Shipping"."""
    return 1 < len(words) < LONGEST_PERSON and is_given(words[0]) and words[-1].istitle() and not _has_head(words)


def _ends_in_person(words: Sequence[str], tag: Tagged, places: Set[tuple[int, int]]) -> bool:
    """Whether someone follows the name of their party: "the Harvest Party of Kenya Ann Holm"."""
    at = tag.last - 2
    of_party = words[at - 1].lower() in PARTIES or (tag.last - tag.first > LEAST_OF_PARTY and any(end == at and first > tag.first for first, end in places))
    return of_party and is_given(words[at]) and words[at + 1].lower() not in ORGANISATION_HEADS and words[at + 1][0].isupper()


def _is_titled(words: Sequence[str], tag: Tagged, at: int) -> bool:
    """Whether a title tells that the name ends before `at`: "Lund and Sheikh Karim", "Sergeant Lund of Coast Police"."""
    if words[at] == "of":
        return tag.kind == "organisation" and words[tag.first].lower() in RANKED
    return words[at] == "and" and words[at + 1].lower() in TITLES


def _only_tells_where(words: Sequence[str], tag: Tagged, at: int) -> bool:
    """Whether the "of" or "in" is no part of the name: "Ana Ruiz of Seville", "Vane Shipping of Hull"."""
    before = words[at - 1].lower()
    if words[at] == "in":
        return before in BUSINESSES
    return before in COMPANIES or (is_given(words[tag.first]) and before not in ORGANISATION_HEADS and before not in PLACE_HEADS)
