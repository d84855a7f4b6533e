"""Names of one sentence: what the gazetteer knows and what the tagger reads, put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.actors.gazetteer import Match, names
from pipeline.actors.lexicon import CALENDAR, EVENT_HEADS, HONORIFICS, ORGANISATION_HEADS, ROLES, WEEKDAYS
from pipeline.actors.tagger import Tagged

TAGGED = 0.8  # confidence in a name that only the tagger read
KNOWN = 0.95  # in one that a gazetteer has
ARTICLES = frozenset({"the", "a", "an"})
FIRM = frozenset({"armed group", "intergovernmental", "military", "government body", "party"})  # kinds that no context changes
JOINTS = frozenset({"of", "for"})
POSSESSIVES = frozenset({"'s", "'"})
LAST_SIGNS = frozenset({".", ")", "!"})  # with which a name may end
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
EVENT_REACH = 4  # words between a name and the head of the named event that it is a part of
OF_EVENTS = frozenset(
    "general local presidential parliamentary federal state provincial legislative congressional municipal regional gubernatorial mayoral"
    " senatorial snap midterm special primary leadership constitutional independence".split()
)
VOTES = frozenset("election elections by-election by-elections referendum referendums primary primaries caucus caucuses".split())


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
    if not matches and not tagged:
        return []
    own = [t for t in (_trim(words, t) for t in _join_organisations(words, tagged)) if t is not None]
    known = {(m.first, m.last): m for m in matches}
    kept = [t for t in own if not any(_covers(m, t) for m in matches)]
    found = [_read(words, t, known.get((t.first, t.last))) for t in kept]
    taken = {i for t in kept for i in range(t.first, t.last)}
    found += [_known(m) for m in matches if m.entry.sure and taken.isdisjoint(range(m.first, m.last))]
    return sorted(f for f in found if f.how == "demonym" or not names_an_event(words, f))


def _covers(match: Match, tag: Tagged) -> bool:
    """Whether a known name is longer than what the tagger read of it."""
    return match.entry.sure and match.first <= tag.first and tag.last <= match.last and match.last - match.first > tag.last - tag.first


def _known(match: Match) -> Found:
    entry = match.entry
    return Found(match.first, match.last, entry.kind, entry.name, entry.how, KNOWN)


def _read(words: Sequence[str], tag: Tagged, match: Match | None) -> Found:
    """A name that the tagger read, under the name that the gazetteer has for it when they agree."""
    if match is not None and (match.entry.kind == tag.kind or _overrules(match, words[tag.first])):
        return _known(match)
    return Found(tag.first, tag.last, tag.kind, " ".join(words[tag.first : tag.last]), "tagged", TAGGED)


def _overrules(match: Match, word: str) -> bool:
    """Whether the gazetteer's kind holds against the tagger's: a body of fame, a place whose name nobody bears."""
    entry = match.entry
    if entry.how == "demonym" or (entry.sure and entry.subkind in FIRM):
        return True
    return entry.sure and entry.kind == "location" and word not in names("given") and word not in names("surname")


def _trim(words: Sequence[str], tag: Tagged) -> Tagged | None:
    """Without article, title and possessive; None when nothing is left."""
    first, last = tag.first, tag.last
    while last > first and _trails(words[last - 1]):
        last -= 1
    while first < last and _leads(words, first, last, tag.kind):
        first += 1
    if tag.kind == "organisation":
        first = _after_role(words, first, last)
    if first == last or (last == first + 1 and (words[first].lower() in CALENDAR | ARTICLES or _is_role(words[first]))):
        return None
    return Tagged(first, last, tag.kind)


def _trails(word: str) -> bool:
    return word in POSSESSIVES or word.lower() in WEEKDAYS or not (word[0].isalnum() or word in LAST_SIGNS)


def _leads(words: Sequence[str], first: int, last: int, kind: str) -> bool:
    """Whether the first word only leads to the name: an article, a sign, a title of a person."""
    word = words[first].lower().rstrip(".")
    if word in ARTICLES or word in WEEKDAYS or not words[first][0].isalnum():
        return True
    return kind == "person" and last - first > 1 and (word in HONORIFICS or word in ROLES)


def _after_role(words: Sequence[str], first: int, last: int) -> int:
    """Where the body begins in "Secretary-General of the BODY"."""
    if "of" not in words[first:last] or not _is_role(words[first]):
        return first
    at = list(words[first:last]).index("of") + first + 1
    return at + (words[at : at + 1] == ["the"])


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


def names_an_event(words: Sequence[str], one: Found) -> bool:
    """Whether the name is a part of the name of an event, a prize or a law: "2005 Ghana election", "Lisbon Treaty"."""
    dated = YEAR.fullmatch(words[one.first]) or (one.first > 0 and YEAR.fullmatch(words[one.first - 1]))
    for word in words[one.last : one.last + EVENT_REACH]:
        low = word.lower()
        if low in VOTES or low in EVENT_HEADS:
            return bool(dated) or word != low
        if not (low in OF_EVENTS or (word[0].isupper() and low not in CALENDAR)):
            return False
    return False
