"""Names of one sentence: what the gazetteer knows and what the tagger reads, put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.actors.gazetteer import LISTED_PLACES, Entry, Match, names
from pipeline.actors.lexicon import CALENDAR, EVENT_HEADS, EXCHANGES, SPORT
from pipeline.actors.names.callings import with_people
from pipeline.actors.names.heads import with_bodies
from pipeline.actors.names.shaping import shape_tags
from pipeline.actors.names.tagger import Tagged
from pipeline.actors.names.things import is_version

TAGGED = 0.8  # confidence in a name that only the tagger read
KNOWN = 0.95  # in one that a gazetteer has
FIRM = frozenset({"armed group", "intergovernmental", "military", "government body", "party"})  # kinds that no context changes
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
TYPE_NUMBER = re.compile(r"\d{3}|[A-Z]-?\d{2,3}")  # of an aeroplane and the like
LEAST_PROSE = 5  # words written small, with which a sentence is no table
SPACED_SIGN = re.compile(r" ([.,)!]|'s\b|')")
EVENT_REACH = 4  # words between a name and the head of the named event that it is a part of
OF_EVENTS = frozenset(
    "general local presidential parliamentary federal state provincial legislative congressional municipal regional gubernatorial mayoral"
    " senatorial snap midterm special primary leadership constitutional independence".split()
)
INSIDE_EVENTS = OF_EVENTS | {"of"}
VOTES = frozenset("election elections by-election by-elections referendum referendums primary primaries caucus caucuses".split())
EVENTS = VOTES | EVENT_HEADS


class Found(NamedTuple):
    """A name in a sentence, as tokens."""

    first: int
    last: int  # excluded
    kind: str
    name: str
    how: str
    confidence: float


def join_names(words: Sequence[str], matches: Sequence[Match], tagged: Sequence[Tagged]) -> list[Found]:
    """One list without overlap, in the order of the sentence."""
    tagged = with_people(words, with_bodies(words, tagged))
    if not matches and not tagged:
        return []
    own = shape_tags(words, matches, tagged) if tagged else []
    known = {(m.first, m.last): m for m in matches}
    long = [m for m in matches if m.entry.sure and m.last - m.first > 1]
    kept = [t for t in own if not any(_covers(m, t) for m in long)] if long else own
    found = [_read(words, t, known.get((t.first, t.last))) for t in kept]
    taken = {i for t in kept for i in range(t.first, t.last)}
    found += [_known(m) for m in matches if m.entry.sure and taken.isdisjoint(range(m.first, m.last))]
    return sorted([f for f in found if _stands_alone(words, f)])


def _stands_alone(words: Sequence[str], one: Found) -> bool:
    """Whether the words behind a name leave it a name."""
    if one.first > 1 and words[one.first - 1] == ":" and words[one.first - 2].upper() in EXCHANGES:
        return False
    if one.how == "demonym" or one.last == len(words) or words[one.last] in (",", ".", "'s"):
        return True
    return not (names_an_event(words, one) or is_half_a_word(words, one) or is_a_product(words, one) or _names_a_listing(words, one))


def _names_a_listing(words: Sequence[str], one: Found) -> bool:
    """Whether the name is the exchange of "(NYSE: ABCD)"."""
    return words[one.last] == ":" and words[one.last - 1].upper() in EXCHANGES


def _covers(match: Match, tag: Tagged) -> bool:
    """Whether a known name is longer than what the tagger read of it."""
    return match.first <= tag.first and tag.last <= match.last and match.last - match.first > tag.last - tag.first


def _known(match: Match) -> Found:
    entry = match.entry
    return Found(match.first, match.last, entry.kind, entry.name, entry.how, KNOWN)


def _read(words: Sequence[str], tag: Tagged, match: Match | None) -> Found:
    """A name that the tagger read, under the name that the gazetteer has for it when they agree."""
    if match is not None and (match.entry.kind == tag.kind or _overrules(match.entry, tag, words)):
        return _known(match)
    return Found(tag.first, tag.last, tag.kind, join_words(words[tag.first : tag.last]), "tagged", TAGGED)


def _overrules(entry: Entry, tag: Tagged, words: Sequence[str]) -> bool:
    """Whether the gazetteer's kind holds against the tagger's: a body of fame, a place, unless it is a team or a namesake."""
    if entry.how == "demonym" or (entry.sure and (entry.subkind in FIRM or entry.kind == "person")):
        return True
    if not entry.sure or entry.kind != "location":
        return False
    if tag.kind == "organisation":
        return entry.subkind not in LISTED_PLACES or not is_sport(words)
    return words[tag.first] not in names("given") and words[tag.first] not in names("surname")


def is_sport(words: Sequence[str]) -> bool:
    """Whether cities may be teams here: in tables, and where the words of games are.

    >>> is_sport("Accra 2 Lagos 0".split()), is_sport("the mayor of Accra has met the mayor of Lagos".split())
    (True, False)
    """
    return sum(map(str.islower, words)) < LEAST_PROSE or not SPORT.isdisjoint(words)


def join_words(words: Sequence[str]) -> str:
    """The words as a name is written.

    >>> join_words(["J", ".", "R", ".", "Vane"]), join_words(["Baker", "'s", "Union"])
    ('J. R. Vane', "Baker's Union")
    """
    if len(words) == 1:
        return words[0]
    name = " ".join(words)
    return name if name.replace(" ", "").isalnum() else SPACED_SIGN.sub(r"\1", name)


def names_an_event(words: Sequence[str], one: Found) -> bool:
    """Whether the name is a part of the name of an event, a prize or a law: "2005 Ghana election", "Lisbon Treaty"."""
    for word in words[one.last : one.last + EVENT_REACH]:
        low = word.lower()
        if low in EVENTS:
            return word != low or _is_dated(words, one.first)
        if low not in INSIDE_EVENTS and (not word[0].isupper() or low in CALENDAR):
            return False
    return False


def _is_dated(words: Sequence[str], first: int) -> bool:
    """Whether a name begins with a year, or follows one and other words with a capital: "2012 United States Senate elections".

    >>> _is_dated("2012 United States Senate elections".split(), 3), _is_dated("in 2012 the Senate elections".split(), 3)
    (True, False)
    """
    while first and words[first][0].isupper():
        first -= 1
    return YEAR.fullmatch(words[first]) is not None


def is_half_a_word(words: Sequence[str], one: Found) -> bool:
    """Whether the name is only the first half of an adjective: "U.S.-led", "United Nations-backed"."""
    after = words[one.last] if one.last < len(words) else ""
    if "-" not in after:
        return False
    if after == "-":
        return "".join(words[one.last + 1 : one.last + 2]).islower()
    large, _, small = after.rpartition("-")
    return large[:1].isupper() and small.islower()


def is_a_product(words: Sequence[str], one: Found) -> bool:
    """Whether the name begins a product's: "Airbus A320", "CarryAll 3"."""
    if one.kind != "organisation" or one.last == len(words):
        return False
    if not (one.how == "tagged" and is_version(words, one.last)) and TYPE_NUMBER.fullmatch(words[one.last]) is None:
        return False
    return sum(map(str.islower, words)) >= LEAST_PROSE
