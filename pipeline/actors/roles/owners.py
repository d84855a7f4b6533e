"""Whose role a phrase means that names nobody: "its treasurer", "his deputy", "the bank's chairman", "the health minister"."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from pipeline.actors.bodies import BRITISH, body_key, guess_subkind
from pipeline.actors.grid import POSSESSIVES, NameSpan
from pipeline.actors.roles.genders import gender_of_name
from pipeline.actors.roles.memory import ANY_BODY, gender_of
from pipeline.actors.roles.owning import (
    is_of_person,
    is_told_by_others,
    owner_word,
    short_name,
    side_of,
    taken_for_person,
    unseen_holder,
    words_before,
    words_beside,
)
from pipeline.actors.roles.phrases import Phrase
from pipeline.actors.roles.scene import Line
from pipeline.actors.roles.shapes import is_governed
from pipeline.actors.vocabulary import (
    BODIES,
    BODY_WORDS,
    CLASS_OF,
    CROWNED,
    FIELDS,
    OF_REGIONS,
    OUTLETS,
    OWN_MASTERS,
    RELATIVE,
    RULING,
    RULING_CLASSES,
    SEATS,
    SERVING,
    STAFF,
)
from pipeline.model import NameRole, SeedActor

OWN = frozenset(("its", "their"))
OPENING = len("The ")  # code points before a name that opens its sentence
VISITS = frozenset("visit trip tour journey".split())
GENERALS = frozenset("attorney prosecutor auditor solicitor surgeon procurator".split())  # before "general"
OPENING_LINES = 2  # sentences in which the country of a story is told
PUBLIC = (
    BODY_WORDS | RULING | frozenset("police army navy officials inspectors capital voters minister ministers president premier economy soldiers troops".split())
)
WHOLE = frozenset(  # words that mean a body as a whole, where "the board" may be a part of one
    "company firm bank airline carmaker lender retailer manufacturer giant organization organisation group movement alliance party charity club union bloc"
    " federation association league foundation militia agency".split()
)
CARRYING = frozenset("on told tells telling via".split())
PASSING = frozenset("to from into".split())
LOOK_BACK = 3  # sentences in which the body must have been named
MINISTRIES = frozenset("ministry department".split())
STATES = frozenset("country nation".split())
TOWNS = frozenset("city town village capital island county district region province state".split())
STAFFED = frozenset(("minister", "executive", "secretary", "voice", "aide", "diplomat", "soldier", "athlete", "reporter"))  # classes of "his deputy"
Told = Sequence[tuple[int, NameSpan]]  # names with the index of their sentence


class Known(NamedTuple):
    """Names that the seeds tell apart."""

    states: Set[str]
    outlets: Set[str]
    offices: Mapping[str, str]  # who holds or held an office of fame, and a surname that all of one country bear -> the country


@functools.lru_cache(maxsize=4)
def known_names(seed_actors: tuple[SeedActor, ...]) -> Known:
    states = {a.country: a.name for a in seed_actors if a.subkind == "state"}
    held = [(name, states[a.country]) for a in seed_actors if a.kind == "person" and a.country in states for name in (a.name, a.name.split()[-1])]
    offices = {name: country for name, country in held if all(other == country for one, other in held if one == name)}
    return Known(frozenset(a.name for a in seed_actors if a.subkind == "state"), frozenset(a.name for a in seed_actors if a.subkind == "media"), offices)


class Owners:
    """The bodies, places and people that an article has named, asked sentence by sentence."""

    def __init__(self, lines: Sequence[Line], stated: Sequence[NameRole], known: Known) -> None:
        self.lines, self.stated, self.known = lines, stated, known

    def owner_of(self, index: int, phrase: Phrase, holder: str = "") -> str | None:
        """The body or place that a role of `holder` in the sentence at `index` means; None where the words leave it open."""
        grid = self.lines[index].grid
        told = self._told_before(index, phrase.start)
        if phrase.determiner in OWN or not OWN.isdisjoint(grid.low[phrase.first + 1 : phrase.last]):
            local = CLASS_OF.get(phrase.head) == "local"
            return self._possessor([(at, s) for at, s in told if s.kind == "location"] if local else told, index)
        taken = taken_for_person(grid, phrase)
        if taken or phrase.determiner in ("his", "her") or is_of_person(grid, phrase):
            return taken or self._of_person(index, phrase, holder)
        if phrase.first > 1 and grid.low[phrase.first - 1] in POSSESSIVES:  # of a name that was not seen as one
            return grid.tokens.words[phrase.first - 2] if grid.tokens.words[phrase.first - 2][0].isupper() and CLASS_OF.get(phrase.head) in SERVING else None
        side, word, short = side_of(grid, phrase), owner_word(grid, phrase), short_name(grid, phrase)
        if side:
            return side.name
        if word or short:
            return self._by_word(told, index, word) if word else self._by_short(told, short or "")
        return unseen_holder(grid, phrase) or self._by_view(told, index, phrase, holder)

    def _by_view(self, told: Told, index: int, phrase: Phrase, holder: str) -> str | None:
        """What a role means whose words name nobody."""
        if phrase.determiner == "our" and CLASS_OF.get(phrase.head) in SERVING:
            return self._in_view(told, index)
        if phrase.determiner in ("my", "our") or is_told_by_others(self.lines[index].grid, phrase):
            return None
        if CLASS_OF.get(phrase.head) in RULING_CLASSES and holder in self.known.offices:
            return self.known.offices[holder]
        return self._by_class(told, index, phrase)

    def body_of(self, index: int, word: str, start: int) -> str | None:
        """The body that "the WORD" before the code point `start` of a sentence can mean."""
        return self._by_word(self._told_before(index, start), index, word)

    def _told_before(self, index: int, start: int) -> Told:
        """The bodies and places named so far."""
        return [(at, s) for at, line in enumerate(self.lines[: index + 1]) for s in line.spans if s.kind != "person" and (at < index or s.end <= start)]

    def _possessor(self, told: Told, index: int) -> str | None:
        """The body or place of "its": what the sentence is about, else what one of the sentences before is about; bodies first."""
        own = [(at, s) for at, s in told if at == index and not s.demonym]
        if own:
            return (self._leading(own) or [s for _, s in own if s.kind == "organisation"] or [own[-1][1]])[-1].name
        for at in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
            earlier = [(i, s) for i, s in told if i == at and not s.demonym]
            bodies = self._bodies(earlier)
            chosen = self._leading(bodies) or [s for _, s in bodies] or [s for _, s in earlier if s.kind == "location" and s.start <= OPENING]
            if chosen:
                return chosen[0].name
        return None

    def _leading(self, told: Iterable[tuple[int, NameSpan]]) -> list[NameSpan]:
        """Those that no preposition governs."""
        return [s for at, s in told if not is_governed(self.lines[at].grid, s.start, s.end)]

    def office_of(self, index: int, phrase: Phrase, holder: str) -> NameRole | None:
        """The role of the person whose counterpart, predecessor or deputy `holder` is."""
        gender = gender_of((phrase.determiner,))
        for at in range(index, max(-1, index - 1 - LOOK_BACK), -1):
            before = len(self.lines[at].sentence.text) if at < index else phrase.end if phrase.determiner == "'s" else phrase.start
            people = [s for s in self.lines[at].spans if s.kind == "person" and s.name != holder and s.end <= before]
            for person in reversed(people):
                if not gender or gender_of_name(person.name) in ("", gender):
                    return next((r for r in self.stated if r.name == person.name and r.role and (r.affiliation != r.country or _rules(r))), None)
        return None

    def _of_person(self, index: int, phrase: Phrase, holder: str) -> str | None:
        """For whom the person of "his deputy" holds a role."""
        if CLASS_OF.get(phrase.head) not in STAFFED and phrase.head not in RELATIVE and phrase.head != "deputy":
            return None
        office = self.office_of(index, phrase, holder)
        return office.affiliation if office else None

    def _by_word(self, told: Told, index: int, word: str) -> str | None:
        """The one that "the bank" means: by its name, else the only body it can stand for."""
        if word in STATES:
            return only(s.name for _, s in told if s.name in self.known.states)
        if word in TOWNS:
            return only(s.name for _, s in told if s.kind == "location" and self._is_town(s))
        bodies = self._bodies(told)
        beside = [s.name for at, s in bodies if word in words_beside(self.lines[at].grid, s)]
        word = "police" if word == "force" else BRITISH.get(word, word)
        named = [s.name for _, s in bodies if body_key(s.name).split()[-1:] == [word]] or [s.name for _, s in bodies if word in body_key(s.name).split()]
        named = named or beside
        if named or word not in WHOLE:
            return only(named)
        return self._in_view([(at, s) for at, s in bodies if _may_be(s.name, word)], index)

    def _by_short(self, told: Told, short: str) -> str:
        """The body that goes by a word of its name or by its initials; the word itself where there is none."""
        names = {s.name for _, s in told if s.kind == "organisation" and (short in s.name.split() or short == "".join(w[0] for w in s.name.split()))}
        return only(names) or short

    def _by_class(self, told: Told, index: int, phrase: Phrase) -> str | None:
        words = phrase.role.lower().split()
        role = CLASS_OF.get(phrase.head)
        seat = self._seat(phrase, told)
        if seat:
            return seat
        if role == "local":
            places = only(s.name for _, s in told if s.kind == "location" and self._is_town(s))
            return places or (self._main_town() if phrase.head == "mayor" else None)
        if not OF_REGIONS.isdisjoint(words):
            return None
        if _is_of_state(phrase, role, words):
            ministries = [s.name for _, s in told if s.kind == "organisation" and not MINISTRIES.isdisjoint(s.name.lower().split())]
            return self._state(told) or (only(ministries) if role == "minister" else None)
        return self._in_view(told, index) if (role in SERVING and phrase.head not in OWN_MASTERS) or phrase.head in STAFF else None

    def _is_town(self, span: NameSpan) -> bool:
        """Whether a place is no country; the other ones are towns and regions alike."""
        return not span.demonym and span.name not in self.known.states

    def _seat(self, phrase: Phrase, told: Told) -> str | None:
        """The body of the article to which such an office belongs, as a court for a judge: the only one, else the one named last."""
        words = SEATS.get(phrase.head)
        if not words:
            return None
        bodies = {s.name for line in self.lines for s in line.spans if s.kind == "organisation" and not words.isdisjoint(s.name.lower().split())}
        whole = {n for n in bodies if not any(n != other and n in other for other in bodies)}  # a part of a longer name is that name
        return only(whole) or next((s.name for _, s in reversed(told) if s.name in whole), None)

    def _state(self, told: Told) -> str | None:
        """The one country that the article is about so far; of several that are named, the one whose people it tells of."""
        states = [(at, s) for at, s in told if s.name in self.known.states]
        story = [s.name for at, s in states if not s.demonym and self._is_of_story(at, s)]
        return only(story) if story else only(s.name for at, s in states if s.demonym and at < OPENING_LINES and self._is_public(at, s))

    def _main_town(self) -> str | None:
        """The town that the article names more often than any other, and not just once."""
        counted = Counter(s.name for line in self.lines for s in line.spans if s.kind == "location" and self._is_town(s)).most_common(2)
        (name, times), *others = counted or [("", 0)]
        return name if times > 1 and all(times > n for _, n in others) else None

    def _is_public(self, at: int, demonym: NameSpan) -> bool:
        """Whether "Norwegian" tells of the state and its bodies and not of somebody from there."""
        grid = self.lines[at].grid
        last = grid.lasts[grid.names.index(demonym)]
        return not PUBLIC.isdisjoint(grid.low[last : last + 3])

    def _is_of_story(self, at: int, span: NameSpan) -> bool:
        """Whether it is not only where somebody went; a visit is of the story."""
        before = words_before(self.lines[at].grid, span)
        return PASSING.isdisjoint(before[-1:]) or not VISITS.isdisjoint(before)

    def _bodies(self, told: Told) -> Told:
        """Organisations but those that only carry words: agencies, and whatever somebody told or wrote on."""
        bodies = [(at, s) for at, s in told if s.kind == "organisation" and s.name not in self.known.outlets and guess_subkind(s.name) != "media"]
        return [(at, s) for at, s in bodies if (CARRYING | OUTLETS).isdisjoint(words_before(self.lines[at].grid, s)[-1:])]

    def _in_view(self, told: Told, index: int) -> str | None:
        """The only body named so far, or the only one of the latest sentence which names any."""
        bodies = self._bodies(told)
        near = [(at, s) for at, s in bodies if index - at <= LOOK_BACK]
        if len({s.name for _, s in bodies}) == 1:
            return bodies[0][1].name
        if not near:
            return None
        latest = [(at, s) for at, s in near if at == near[-1][0]]
        return only(s.name for _, s in latest) or only(s.name for s in self._leading(latest))


def _is_of_state(phrase: Phrase, role: str | None, words: list[str]) -> bool:
    """Whether a country has such an office: a president, a foreign secretary, an attorney general."""
    if role in RULING_CLASSES:
        return phrase.head not in CROWNED
    return (phrase.head == "secretary" and not FIELDS.isdisjoint(words)) or (phrase.head in GENERALS and words[-1] == "general")


def _rules(role: NameRole) -> bool:
    return not role.country or CLASS_OF.get(role.role.split()[-1].lower()) in RULING_CLASSES


def _may_be(name: str, word: str) -> bool:
    subkind = guess_subkind(name)
    return word in (ANY_BODY if subkind is None else BODIES.get(subkind, ()))


def only(names: Iterable[str]) -> str | None:
    found = set(names)
    return found.pop() if len(found) == 1 else None
