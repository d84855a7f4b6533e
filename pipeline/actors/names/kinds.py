"""Whether a name is a person's, a body's or a place's, when its words say so more clearly than the tagger."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from pipeline.actors.gazetteer import names
from pipeline.actors.grid import head_of
from pipeline.actors.lexicon import (
    BODY_STARTS,
    BUSINESSES,
    CALENDAR,
    CLUBS,
    GOVERNMENT_ENDS,
    HONORIFICS,
    ORGANISATION_HEADS,
    PAPERS,
    PARTICLES,
    PARTIES,
    PLACE_HEADS,
    PLACE_STARTS,
    PORTFOLIOS,
    ROLES,
    TEAMS,
)  # fmt: skip
from pipeline.actors.names.tagger import Tagged
from pipeline.actors.names.things import THING, is_no_person, is_thing

TITLES = HONORIFICS - {"general", "major", "private", "commander", "crown", "father", "sister"}  # that only persons bear
TITLE_WORDS = HONORIFICS | ROLES | PORTFOLIOS
HEADS = ORGANISATION_HEADS | PLACE_HEADS
BODIES = HEADS | BUSINESSES | TEAMS
REALMS = frozenset("republic empire kingdom monarchy emirate sultanate caliphate duchy principality colony".split())  # last words of states
AGE = re.compile(r"[1-9]\d")
PLURAL = frozenset(("have", "were", "are"))  # after the name of a team, as of several people
IN_TITLES = PARTICLES | {"do", "des", "e", "of"}  # small words inside the name of a paper
PAPER_ENDS = frozenset(  # last words of the names of papers
    "times post herald tribune gazette echo ledger chronicle courier mirror observer telegraph mail dispatch sentinel inquirer examiner weekly daily"
    " news press tv fm radio".split()
)
PAPER_STARTS = frozenset("radio rádio tv télé televisión televisão telewizja agence agencia agência canal".split())
BEHIND_PAPERS = frozenset("newspaper radio tv television magazine website".split())
BEFORE_PAPERS = frozenset("told tells to by with at for of from citing".split())  # and "The"
WRITING = frozenset("wrote writes writing".split())
ASKING = frozenset("told tells citing".split())  # before a paper, where one it is not said to be
LONGEST_PERSON = 4  # words
CACHED_WORDS = 65_536
INITIALS = re.compile(r"(?:[A-Z]\.)+|[A-Z]\.?")
TRADES = ("er", "or", "ist", "ian", "ee")  # ends of words for what people do
OF_DAYS = frozenset({"in", "on", "since", "of", "until", "by", "last", "next", "this", "late", "early", "mid"})
DAY = re.compile(r"\d{4} - \d\d - \d\d")  # after the place of a dateline


class Around(NamedTuple):
    """The sentence of a name, and what the gazetteer knows in it."""

    words: Sequence[str]
    places: Set[tuple[int, int]]
    demonyms: dict[int, int]  # end -> start
    actors: Set[tuple[int, int]]  # sure names that are no places
    tagged: Set[int]  # words of any name


def settle_kind(tag: Tagged, around: Around) -> Tagged:
    """The name with its kind and all its words."""
    of_paper = _after_paper(tag, around)
    if of_paper is not None:
        return Tagged(of_paper, tag.last, "organisation")
    if (tag.first, tag.last) in around.actors:
        return tag
    if tag.kind != "organisation" and _is_outlet(tag, around):
        return Tagged(tag.first, tag.last, "organisation")
    if tag.first == 0 and _is_dateline(tag, around):
        return Tagged(tag.first, tag.last, "location")
    if around.demonyms:
        tag = _without_people(tag, around)
    if is_thing(around.words, tag.first, tag.last, "location" if (tag.first, tag.last) in around.places else tag.kind):
        return Tagged(tag.first, tag.last, THING)
    if _is_person(tag, around):
        named = _with_given_name(Tagged(tag.first, tag.last, "person"), around)
        return Tagged(named.first, named.last, THING) if is_no_person(around.words, named.first, named.last) else named
    return _body_or_place(tag, around)


def _is_dateline(tag: Tagged, around: Around) -> bool:
    return (0, tag.last) in around.places and bool(DAY.match(" ".join(around.words[tag.last : tag.last + 5])))


def _without_people(tag: Tagged, around: Around) -> Tagged:
    """Without the demonym in "the Dane Ole Hansen" and "Danish Interior Ministry"."""
    at = next((end for end in range(tag.first + 1, tag.last) if around.demonyms.get(end) == tag.first), None)
    if at is None:
        return tag
    words = around.words
    of_government = tag.kind == "organisation" and words[tag.last - 1].lower() in GOVERNMENT_ENDS
    of_person = tag.last - at > 1 and words[at] in names("given") and words[tag.last - 1].lower() not in ORGANISATION_HEADS
    return Tagged(at, tag.last, "person" if of_person else tag.kind) if of_government or of_person else tag


def _is_person(tag: Tagged, around: Around) -> bool:
    """Whoever has a title is a person, and so is a given name with a surname."""
    words, length = around.words, tag.last - tag.first
    if tag.kind == "person":
        return not (length > 1 and words[tag.last - 1].lower() in BUSINESSES and words[tag.first] not in names("given"))
    at = tag.first - 1 - (words[max(tag.first - 1, 0)] == ".")  # "Mr." is two words
    before = words[at].lower().rstrip(".") if at >= 0 else ""
    if _is_told_of(around, tag) and (tag.first, tag.last) not in around.places:
        return True
    if before in TITLES and (tag.first, tag.last) not in around.places and length < LONGEST_PERSON:
        return True
    if length == 1 or (tag.first, tag.last) in around.places or (tag.first, tag.first + 1) in around.actors:
        return False
    return length <= LONGEST_PERSON and _is_full_name(words[tag.first : tag.last], tag.kind, before)


def _is_told_of(around: Around, tag: Tagged) -> bool:
    """Whether the words after an unknown name go on as of a person: ", 68, ..." and ", who ..."."""
    words, last = around.words, tag.last
    if words[last : last + 1] != [","] or tag.last - tag.first >= LONGEST_PERSON or any(w.lower() in BODIES or w.islower() for w in words[tag.first : last]):
        return False
    if words[last + 2 : last + 3] == [","] and AGE.fullmatch(words[last + 1]):
        return True
    return words[last + 1 : last + 2] == ["who"] and last - tag.first > 1 and not words[last - 1].endswith("s")


def _is_full_name(words: Sequence[str], kind: str, before: str) -> bool:
    """Whether the words are a given name and more, and nothing else is more likely."""
    if any(w.lower() in HEADS or w.islower() for w in words):
        return False
    if not is_given(words[0]) and (INITIALS.fullmatch(words[0]) is None or words[0] == "U.S."):
        return False
    if len(words) < LONGEST_PERSON and (is_surname(words[-1]) or before in ROLES or before.endswith(TRADES)):
        return True
    if len(words) == LONGEST_PERSON:
        return all(is_given(w) or is_surname(w) for w in words)
    return kind == "location" and words[-1].lower() not in names("common")


@functools.lru_cache(maxsize=CACHED_WORDS)
def is_given(word: str) -> bool:
    """A given name, or a double one: "Mary-Ann"."""
    return word in names("given") or ("-" in word and any(part in names("given") for part in word.split("-")))


@functools.lru_cache(maxsize=CACHED_WORDS)
def is_surname(word: str) -> bool:
    return word in names("surname") or ("-" in word and any(part in names("surname") for part in word.split("-")))


def _with_given_name(tag: Tagged, around: Around) -> Tagged:
    """With the initials or the given name that the tagger missed before a surname."""
    first = tag.first
    while first > 0 and first - 1 not in around.tagged and _is_given(around.words, first - 1, tag):
        first -= 1
    return Tagged(first, tag.last, "person")


def _is_given(words: Sequence[str], at: int, tag: Tagged) -> bool:
    word = words[at]
    if INITIALS.fullmatch(word) and len(word) > 1:
        return True
    if tag.last - tag.first > 1 or not word[0].isupper() or word.isupper() or word.lower() in TITLE_WORDS:
        return False
    if word.lower() in CALENDAR:
        return word in names("given") and (at == 0 or words[at - 1].lower() not in OF_DAYS)
    if at and head_of(words[at - 1]) and words[at - 1].islower():  # "the dancer NAME"
        return word.lower() not in names("common")
    return is_given(word) or ("-" in word and word.istitle() and word.lower() not in names("common"))


def _after_paper(tag: Tagged, around: Around) -> int | None:
    """Where the name begins in "the newspaper Correio da Costa"; None where no such word comes before."""
    words, first = around.words, tag.first
    while first and first - 1 not in around.tagged and (words[first - 1][0].isupper() or words[first - 1] in IN_TITLES):
        first -= 1
    return first if first and words[first - 1] in PAPERS and first - 1 not in around.tagged else None


def _is_outlet(tag: Tagged, around: Around) -> bool:
    """Whether an unknown name is a paper's or a station's: by its own words, or as "told NAME" and "The NAME" are."""
    words, (first, last, kind) = around.words, tag
    if (first, last) in around.places or is_given(words[first]) or last in around.demonyms:
        return False
    if last - first > 1 and (words[last - 1].lower() in PAPER_ENDS or words[first].lower() in PAPER_STARTS):
        return True
    if words[last : last + 2] in (["news", "agency"], ["news", "channel"]) or "".join(words[last : last + 1]) in BEHIND_PAPERS:
        return True
    if not first or (kind == "person" and (last - first > 1 or is_surname(words[first]))):
        return False
    if words[first - 1] == "The":
        return first > 1 and words[first - 2] in BEFORE_PAPERS
    if words[first - 1] == "in":
        return first > 1 and words[first - 2] in WRITING
    return words[first - 1 - (words[first - 1] == "the")] in ASKING


def _body_or_place(tag: Tagged, around: Around) -> Tagged:
    words, first, last = around.words, tag.first, tag.last
    head = words[last - 1].lower()
    if tag.kind != "organisation" and last - first > 1 and head in TEAMS and not PLURAL.isdisjoint(words[last : last + 1]):
        return Tagged(first, last, "organisation")
    if tag.kind != "organisation":
        of_body = head in BUSINESSES or head in CLUBS or words[first].lower() in BODY_STARTS
        return Tagged(first, last, "organisation") if last - first > 1 and of_body and (first, last) not in around.places else tag
    if last - first > 1 and head not in ORGANISATION_HEADS and (words[first].lower() in PLACE_STARTS or (head in REALMS and "of" not in words[first:last])):
        return Tagged(first, last, "location")
    if (first, last) in around.places and "".join(words[last : last + 1]).lower() in PORTFOLIOS:
        return Tagged(first, last, "location")
    if first in around.demonyms and last - first < LONGEST_PERSON and head in PARTIES:
        return Tagged(around.demonyms[first], last, tag.kind)
    return tag
