"""Links between events that are not one: announced and done, denied, told again on another day, told to follow."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from pipeline.model import EventLink

NEAR = 400  # days within which an announcement and the deed are linked
WEEKS = 31  # days within which a denial answers what it takes up
TAKEN_UP = 2  # words, and a quarter of those of the shorter report
DENIAL, CHARGE = "deny", "accuse"  # acts of speech of which one answers the other
SPOKEN = ("STATEMENT", "REJECT", "REQUEST", "ACCUSE", "THREATEN", "SUPPORT")
LATEST = 30  # earlier events of one actor and act that an event is compared with
SAME_WORDS = 0.5


@dataclass(slots=True, eq=False)
class Outline:
    """What of an event its links are found by. Days are ordinals; 0 where there are none."""

    event_id: str
    scope: str
    event_type: str
    act: str
    topics: frozenset[str]
    status: str
    speaker: str | None
    agents: frozenset[str]
    actors: frozenset[str]
    words: frozenset[str]  # of speech only
    first: int
    last: int
    basis: str
    candidates: tuple[str, ...]  # of its reports those that others follow or are about
    follows: tuple[str, ...]
    article: str  # of the earliest report
    doers: tuple[tuple[str, str], ...]  # (article, actor) of its reports
    blamed: tuple[tuple[str, str, str], ...]  # (candidate of a deed, article, whom it is laid to or who admits it)


def denied_deeds(outlines: list[Outline]) -> list[Outline]:
    """Events of the acts that others deny."""
    denied = {(o.scope, topic) for o in outlines if o.event_type == "REJECT" for topic in o.topics}
    if not denied and not any(o.act == DENIAL for o in outlines):
        return []
    return [o for o in outlines if o.act == CHARGE or (o.event_type not in SPOKEN and (o.scope, o.act) in denied)]


def find_links(outlines: list[Outline], deeds: list[Outline], words: Mapping[str, frozenset[str]]) -> list[EventLink]:
    """Links by scope, each once, in the order of ids. `words` are those of the reports of `deeds`, by event."""
    event_of = {candidate: o.event_id for o in outlines for candidate in o.candidates}
    by_act: dict[tuple[str, str, str], list[Outline]] = defaultdict(list)
    sought = {(one.scope, topic) for one in outlines for topic in one.topics}
    for one in outlines:
        for agent in sorted(one.actors) if one.words or (one.scope, one.act) in sought else ():
            by_act[one.scope, one.act, agent].append(one)
    found = {link for one in outlines for link in _links(one, by_act, event_of)}
    found |= set(_denials(outlines, deeds, words))
    return sorted(found, key=lambda k: (k.event_id, k.other_id, k.kind))


def _links(one: Outline, by_act: dict[tuple[str, str, str], list[Outline]], event_of: dict[str, str]) -> Iterator[EventLink]:
    for candidate in one.follows:
        if event_of.get(candidate, one.event_id) != one.event_id:
            yield EventLink(one.event_id, event_of[candidate], "follows")
    yield from _of_topics(one, by_act)
    if one.event_type in ("STATEMENT", "REJECT") and one.speaker and one.first:
        for other in _near(one, by_act, one.act):
            if other.speaker == one.speaker and 0 < other.last < one.first and _alike(one, other):
                yield EventLink(one.event_id, other.event_id, "repeats")


def _of_topics(one: Outline, by_act: dict[tuple[str, str, str], list[Outline]]) -> Iterator[EventLink]:
    """From what is announced or denied to the event of it."""
    kind = "denies" if one.event_type == "REJECT" else "announces"
    for topic in sorted(one.topics):
        for other in _near(one, by_act, topic):
            if other.event_type not in ("STATEMENT", "REJECT", "REQUEST") and (kind == "denies" or other.status == "happened") and _fits(one, other, kind):
                yield EventLink(one.event_id, other.event_id, kind)


def _denials(outlines: list[Outline], deeds: list[Outline], words: Mapping[str, frozenset[str]]) -> Iterator[EventLink]:
    """From a denial to what it denies, told in the weeks before it in words that it takes up."""
    by_act: dict[tuple[str, str], list[Outline]] = defaultdict(list)
    for deed in sorted(deeds, key=lambda o: (o.first, o.event_id)):
        by_act[deed.scope, deed.act].append(deed)
    for one in outlines if deeds else ():
        for topic in sorted(_answered(one)) if one.event_type == "REJECT" and one.first else ():
            known = by_act.get((one.scope, topic), [])
            last = bisect_right(known, one.last, key=attrgetter("first"))
            for deed in known[max(0, last - LATEST) : last]:
                if deed.first and one.first - deed.first <= WEEKS and _takes_up(one.words, words[deed.event_id], charge=topic == CHARGE):
                    yield EventLink(one.event_id, deed.event_id, "denies")


def _answered(one: Outline) -> frozenset[str]:
    """The acts that a rejection may answer; a denial also an accusation of the one who denies."""
    return one.topics | {CHARGE} if one.act == DENIAL else one.topics


def _takes_up(denial: frozenset[str], deed: frozenset[str], *, charge: bool) -> bool:
    """Whether a denial repeats words of what it denies; of an accusation, which has another act, it must repeat more."""
    common, smaller = len(denial & deed), min(len(denial), len(deed))
    return (common > TAKEN_UP and 2 * common >= smaller) if charge else (common >= TAKEN_UP and 4 * common >= smaller)


def _near(one: Outline, by_act: dict[tuple[str, str, str], list[Outline]], act: str) -> Iterable[Outline]:
    """Other events of the act in which an agent of this one takes part."""
    seen = {one.event_id}
    for agent in sorted(one.agents):
        known = by_act.get((one.scope, act, agent), [])
        for other in known if len(known) <= LATEST else sorted(known, key=lambda o: (abs(o.first - one.first), o.event_id))[:LATEST]:
            if other.event_id not in seen:
                seen.add(other.event_id)
                yield other


def _fits(one: Outline, other: Outline, kind: str) -> bool:
    """An announcement comes before the deed, which is told in days or by when it was over; a denial comes after it."""
    if not one.first or not (other.first or other.last):
        return False
    if kind == "denies":
        return (other.first or other.last) <= one.last and one.first - other.last <= NEAR
    return (one.first, one.last) != (other.first, other.last) and one.first <= other.last <= one.first + NEAR


def _alike(one: Outline, other: Outline) -> bool:
    smaller = min(len(one.words), len(other.words))
    return smaller > 2 and len(one.words & other.words) / smaller >= SAME_WORDS
