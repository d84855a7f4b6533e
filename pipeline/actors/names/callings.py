"""People whom the words beside an unknown name tell of: "NAME, a nurse in Oslo", "the firm's chief executive, NAME,"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from pipeline.actors.grid import LEARNED
from pipeline.actors.lexicon import BUSINESSES, CALENDAR, CLUBS, ORGANISATION_HEADS, PARTICLES, PLACE_HEADS, PLACE_STARTS, TEAMS
from pipeline.actors.names.tagger import Tagged
from pipeline.actors.vocabulary import PREPOSITIONS, ROLE_CLASSES

EQUIVOCAL = frozenset(  # heads that tell of bodies, things and animals too
    "owner co-owner founder co-founder leader co-leader head chief chair partner manager administrator coordinator investor proprietor"
    " liquidator trustee publisher broadcaster critic model producer star champion defender forward winger player athlete substitute runner trainer"
    " agent broker auctioneer brewer herder grower steward programmer resident trader driver fisherman witness member builder guide ranger keeper warden"
    " landlord tenant master merchant dealer importer exporter landowner developer heir collector benefactor native shareholder breeder passenger attendant"
    " rancher logger vendor hawker pilot sailor surfer climber explorer designer inventor specialist consultant strategist forecaster translator instructor"
    " commentator advocate counsel general major marshal regent shah corporal captain candidate nominee frontrunner volunteer whip deputy speaker peer"
    " representative delegate negotiator mediator suspect defendant plaintiff fugitive victim hostage prisoner smuggler".split()
)
CALLINGS = frozenset(head for heads, _ in ROLE_CLASSES.values() for head in heads.split()) - EQUIVOCAL
NO_PERSONS = ORGANISATION_HEADS | PLACE_HEADS | BUSINESSES | CLUBS | TEAMS | CALENDAR | {"the", "a", "an"}
CLOSING = frozenset(", . ; ) — – who of for at in from with to".split())
MARKS = re.compile(r"[-'.]")  # inside the words of a name
SHORTEST, LONGEST = 2, 4  # words of a name
DESCRIBED = 6  # words from the comma to the calling


def with_people(words: Sequence[str], tagged: list[Tagged]) -> list[Tagged]:
    """The tagger's names, and as persons those whose calling stands beside them.

    >>> with_people("said Xol Vane , a young nurse .".split(), [Tagged(1, 3, "organisation")])
    [Tagged(first=1, last=3, kind='person')]
    >>> with_people("the choir 's conductor , Xol Vane , left".split(), [])
    [Tagged(first=5, last=7, kind='person')]
    >>> with_people("J.C. Vane , chairman , left".split(), [Tagged(0, 2, "organisation")])
    [Tagged(first=0, last=2, kind='person')]
    >>> with_people("in Xol Vane , a conductor , left".split(), [Tagged(1, 3, "location")])
    [Tagged(first=1, last=3, kind='location')]
    """
    if "," not in words or not any(map(_is_calling, words)):
        return tagged
    people = {Tagged(first, last, "person") for first, last in _called(words) if _may_be_person(words, first, last, tagged)}
    rest = [t for t in tagged if not any(p.first <= t.first and t.last <= p.last for p in people)]
    return sorted([*rest, *people])


@functools.lru_cache(maxsize=65_536)
def _is_calling(word: str) -> bool:
    return word in CALLINGS or word.endswith(LEARNED)


def _called(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Words with a capital on the side of a comma on whose other side a calling stands alone."""
    for comma, word in enumerate(words):
        if word != ",":
            continue
        if _is_described(words, comma + 1):
            yield _start(words, comma), comma
        if comma and _is_calling(words[comma - 1]):
            yield comma + 1, _end(words, comma + 1)


def _is_described(words: Sequence[str], at: int) -> bool:
    """Whether "a young nurse" begins there, and ends with the calling."""
    for token in range(at, min(at + DESCRIBED, len(words) - 1)):
        if _is_calling(words[token]) and words[token + 1] in CLOSING:
            return True
        if not (words[token].replace("-", "").isalnum() or words[token] == "'s"):
            return False
    return False


def _start(words: Sequence[str], last: int) -> int:
    first = last
    while first and _is_part(words[first - 1]) and last - first < LONGEST:
        first -= 1
    return first + (first < last and words[first].islower())


def _end(words: Sequence[str], first: int) -> int:
    """Where a name that a sign closes ends; `first` for none."""
    last = first
    while last < len(words) and _is_part(words[last]):
        last += 1
    return last if words[last : last + 1] in ([","], ["."], ["("]) and last > first and words[last - 1][0].isupper() else first


def _is_part(word: str) -> bool:
    return (word[0].isupper() and MARKS.sub("", word).isalpha()) or word in PARTICLES - {"a", "e", "y"}


def _may_be_person(words: Sequence[str], first: int, last: int, tagged: Sequence[Tagged]) -> bool:
    """Whether nothing speaks against a person: no word of a body, no place after "in", no other name that goes beyond."""
    name = [word.lower() for word in words[first:last]]
    if not SHORTEST <= last - first <= LONGEST or not NO_PERSONS.isdisjoint(name) or name[0] in PLACE_STARTS or name[0] in PREPOSITIONS:
        return False
    if first and words[first - 1].lower() in PREPOSITIONS - {"by", "to", "with", "for", "than", "as"}:
        return False
    over = [t for t in tagged if t.first < last and first < t.last]
    return all(t.kind != "person" and first <= t.first and t.last <= last for t in over) and (first > 0 or bool(over))
