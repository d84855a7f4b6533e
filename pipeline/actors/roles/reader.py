"""Reads an article in order: whom its names, role phrases and pronouns mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.actors.grid import NameSpan
from pipeline.actors.roles.implying import adds_holder, is_of_class, is_personal, may_be_told_later, opens_clause, speaks
from pipeline.actors.roles.meeting import Meeting
from pipeline.actors.roles.memory import NEAR, Known, agrees, title_of
from pipeline.actors.roles.phrases import Phrase
from pipeline.actors.roles.scene import Found, Line
from pipeline.actors.roles.shapes import (
    clause_start,
    goes_on,
    has_name_after,
    is_definite,
    is_demonym,
    is_governed,
    is_national,
    is_object,
    is_told_by_itself,
    kin_beside,
    kin_end,
    opens_body,
)
from pipeline.actors.vocabulary import ARTICLES, BODY_WORDS, MEMBERS, RULING
from pipeline.model import Actor, Name, NameRole

PRONOUNS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "himself": "m", "herself": "f"}
WE = frozenset(("we", "us", "our", "ourselves"))
REFERRING = BODY_WORDS | RULING | MEMBERS | PRONOUNS.keys() | WE | {"it", "its"}
OPENS = 5  # code points before which a place stands as the subject and not as a place
FAR = 10  # sentences back in which the only person without a role may still be meant
SURE, LIKELY = 0.9, 0.7  # confidence of a role phrase, of a pronoun


class Reader(Meeting):
    """Reads the lines of one article in order and remembers whom they are about."""

    def __init__(self, lines: list[Line], roles: Iterable[NameRole], ids: Mapping[tuple[str, str, str], str], cast: Mapping[str, Actor]) -> None:
        super().__init__(lines, roles, ids, cast)
        self.inferred: list[tuple[Line, Phrase, Known]] = []  # roles that a later phrase tells of someone without any
        self.introduced: set[str] = set()  # heads of roles told of people without a name
        self.words = REFERRING.union(*(known.words for known in self.memory.bodies.values()))

    def read(self, line: Line) -> list[Found]:
        """The mentions of a line in the order of the text."""
        position = line.sentence.position
        found: list[Found] = []
        at = line.sentence.char_start
        for _, what in self._pieces(line) if self._may_refer(line) else [(0, n) for n in line.names]:
            meant = self._name(what, at) if isinstance(what, Name) else self._reference(line, what, found)
            kin = self._kin(line, what) if isinstance(what, int) else None
            for one in filter(None, (meant, kin)):
                found.append(one)
                self.memory.see(one.actor_id, position, quoted=self._is_quoted(line, one.start))
        self._follow(line, found)
        return found

    def _may_refer(self, line: Line) -> bool:
        """Whether anything but names can stand for someone."""
        return bool(line.phrases) or not self.words.isdisjoint(line.grid.low) or any(s.demonym for s in line.spans)

    def _pieces(self, line: Line) -> list[tuple[int, Name | Phrase | int]]:
        """Names, role phrases, and tokens that may stand for someone, in the order of the text."""
        grid, at = line.grid, line.sentence.char_start
        pieces: list[tuple[int, Name | Phrase | int]] = [(n.char_start - at, n) for n in line.names]
        pieces += [(s.start, grid.firsts[i]) for i, s in enumerate(line.spans) if s.demonym and is_national(grid, i)]
        referring = [t for t, w in enumerate(grid.low) if w in self.words and grid.at[t] < 0]
        if not referring and not line.phrases:
            return pieces
        covered = {t for p in line.phrases for t in range(p.first + self._is_owned(p, at), p.last) if t < p.first + 2 or grid.low[t - 1] != "the"}
        pieces += [(grid.tokens.starts[t], t) for t in referring if t not in covered]
        pieces += [(p.start, p) for p in line.phrases]
        return sorted(pieces, key=lambda piece: (piece[0], isinstance(piece[1], Phrase)))

    def _is_owned(self, phrase: Phrase, at: int) -> bool:
        """Whether the determiner stands for someone too: "her deputy", and "its head" of someone who is named."""
        return phrase.determiner in PRONOUNS or (phrase.determiner == "its" and at + phrase.core_start in self.stated)

    def _name(self, name: Name, at: int) -> Found | None:
        actor = self.named.get(name.char_start)
        return Found(name.char_start - at, name.char_end - at, actor.actor_id, actor.kind, name.resolved_by, name.confidence) if actor else None

    def _kin(self, line: Line, token: int) -> Found | None:
        """ "His sister" beside the name of hers: "his sister, NAME", "NAME, his elder sister"."""
        end = kin_end(line.grid, token)
        person = kin_beside(line.grid, token, end) if end else None
        actor = self.named.get(line.names[person].char_start) if person is not None else None
        return self._at(line, end - 1, actor.actor_id, "role", LIKELY, token) if actor else None

    def _reference(self, line: Line, what: Phrase | int, found: list[Found]) -> Found | None:
        if isinstance(what, Phrase):
            return self._role(line, what)
        if line.grid.at[what] >= 0:
            return self._national(line, what)
        word = line.grid.low[what]
        if word in ("it", "its"):
            return self._it(line, what, found)
        if word in PRONOUNS:
            return self._pronoun(line, what, found)
        if word in WE:
            return self._we(line, what)
        return self._body(line, what, found)

    def _role(self, line: Line, phrase: Phrase) -> Found | None:
        grid = line.grid
        actor_id = self.stated.get(line.sentence.char_start + phrase.core_start)
        if actor_id is None and is_definite(grid, phrase) and not has_name_after(grid, phrase):
            told = not self._is_quoted(line, phrase.start)
            fresh = told and not self.memory.has_title_like(phrase)
            actor_id = self.memory.holder_of(phrase, line.sentence.position, () if told else self._speakers(line)) or (
                self._implied(line, phrase) if fresh else None
            )
            if told and actor_id:
                self._infer(line, phrase, actor_id)
        elif phrase.determiner in ARTICLES:
            self.introduced.add(phrase.head)
        if actor_id is None or has_name_after(grid, phrase):  # a title is part of how the name after it is told
            return None
        return Found(phrase.start, phrase.end, actor_id, "person", "role", SURE)

    def _infer(self, line: Line, phrase: Phrase, actor_id: str) -> None:
        """ "The midwife said", right after someone of whom no role is told, tells it."""
        known = self.memory.people[actor_id]
        if (not known.titled and may_be_told_later(line, phrase) and self._is_alone(line, phrase, known)) or adds_holder(phrase, known):
            self._take(line, phrase, known)

    def _implied(self, line: Line, phrase: Phrase) -> str | None:
        """Whom a phrase means though no role like it is told: the only person without one, or whoever was just named alone."""
        if phrase.head in self.introduced or not (may_be_told_later(line, phrase) and opens_clause(line, phrase) and is_personal(phrase)):
            return None
        position = line.sentence.position
        met = [k for k in self.memory.people.values() if k.told >= 0 and position - k.told <= FAR]
        lone = [k for k in met if not k.titled]
        just = [k for k in met if position - k.told <= 1]
        alike = just if len(just) == 1 and is_of_class(phrase, just[0]) else []
        fitting = alike or lone or (just if speaks(line, phrase) else [])
        may_be = len(fitting) == 1 and agrees(phrase, fitting[0]) and (fitting[0].told < position or fitting != lone)
        return self._take(line, phrase, fitting[0]) if may_be else None

    def _take(self, line: Line, phrase: Phrase, known: Known) -> str:
        self.inferred.append((line, phrase, known))
        known.titles.append(title_of(phrase.role))
        known.titled = True
        known.bodies |= {phrase.affiliation} if phrase.affiliation and phrase.affiliation != phrase.country else set()
        return known.actor.actor_id

    def _is_alone(self, line: Line, phrase: Phrase, known: Known) -> bool:
        """Whether the phrase opens its clause and the person alone was just named, or is the only one of whom no role is told."""
        just = [k for k in self.memory.people.values() if line.sentence.position - k.told <= 1]
        untitled = [k for k in self.memory.people.values() if line.sentence.position - k.told <= NEAR and not k.titled]
        return opens_clause(line, phrase) and (just == [known] or (untitled == [known] and not any(is_of_class(phrase, k) for k in just)))

    def _national(self, line: Line, token: int) -> Found | None:
        """ "The Swede" """
        actor_id = self.memory.national(line.spans[line.grid.at[token]].name, line.sentence.position)
        return None if actor_id is None or self._quoted(line, token) else self._at(line, token, actor_id, "role", LIKELY, token - 1)

    def _pronoun(self, line: Line, token: int, found: list[Found]) -> Found | None:
        gender = PRONOUNS[line.grid.low[token]]
        if self._quoted(line, token):
            return self._told_of(line, token, gender)
        besides = self._agent(line, token, found)
        actor_id = self._before(line, gender, [f for f in found if f.actor_id not in besides]) or self.memory.person_for(
            gender, line.sentence.position, besides
        )
        if actor_id is None:
            return None
        self.memory.people[actor_id].gender = gender
        return self._at(line, token, actor_id, "pronoun", LIKELY)

    def _told_of(self, line: Line, token: int, gender: str) -> Found | None:
        """Whom a speaker means by "he" or "she": anybody else; nobody where the speaker is a pronoun too."""
        outside = [w for t, w in enumerate(line.grid.low) if PRONOUNS.get(w) == gender and not self._quoted(line, t)]
        actor_id = None if outside else self.memory.person_for(gender, line.sentence.position, self._speakers(line))
        return self._at(line, token, actor_id, "pronoun", LIKELY) if actor_id else None

    def _agent(self, line: Line, token: int, found: list[Found]) -> set[str]:
        """Who does something to whoever the pronoun means, and is somebody else: "NAME told him"."""
        if not is_object(line.grid, token):
            return set()
        start = clause_start(line.grid, token)
        agents = [f for f in found if f.kind == "person" and f.start >= start and not is_governed(line.grid, f.start, f.end)]
        return {agents[-1].actor_id} if agents else set()

    def _before(self, line: Line, gender: str, found: list[Found]) -> str | None:
        """The subject of the sentence so far, when it is a person."""
        people = [f for f in found if f.kind == "person" and self._may_be(f.actor_id, gender) and not self._is_quoted(line, f.start)]
        sure = [f for f in people if self.memory.people[f.actor_id].gender == gender]
        people = sure or people
        leading = [f for f in people if not is_governed(line.grid, f.start, f.end)] or sure
        ids = {f.actor_id for f in leading or people}
        return leading[0].actor_id if leading else people[0].actor_id if len(ids) == 1 and not self.memory.spoken else None

    def _may_be(self, actor_id: str, gender: str) -> bool:
        known = self.memory.people.get(actor_id)
        return known is not None and known.gender in ("", gender)

    def _it(self, line: Line, token: int, found: list[Found]) -> Found | None:
        """ "It" and "its" go on about the body or country that leads so far."""
        leading = [f.actor_id for f in self._plain(line, found) if f.kind != "person" and self._leads(line, f)]
        if self._quoted(line, token) or not (goes_on(line.grid, token) or (leading and is_told_by_itself(line.grid, token))):
            return None
        subject = leading[0] if leading else self.memory.subject
        return self._at(line, token, subject, "pronoun", LIKELY) if subject in self.memory.bodies else None

    def _we(self, line: Line, token: int) -> Found | None:
        """ "We" in a quote is the one body of the speaker: of the person named beside the quote, else of the last one who spoke."""
        if not self._quoted(line, token):
            return None
        beside = self._beside(line)
        speakers = beside or set(self.memory.spoken[-1:])
        speaker = self.memory.people.get(next(iter(speakers))) if len(speakers) == 1 else None
        if speaker is None or len(speaker.bodies) != 1 or (not beside and line.sentence.position - speaker.told > NEAR):
            return None
        actor_id = self.ids.get((line.sentence.article_id, next(iter(speaker.bodies)), "organisation"), "")
        return self._at(line, token, actor_id, "pronoun", LIKELY) if actor_id in self.memory.bodies else None

    def _beside(self, line: Line) -> set[str]:
        """The people named beside the quotes of a sentence."""
        return {self.named[n.char_start].actor_id for n, s in zip(line.names, line.spans, strict=True) if self._may_speak(line, n, s)}

    def _speakers(self, line: Line) -> set[str]:
        return self._beside(line) or set(self.memory.spoken[-1:])

    def _may_speak(self, line: Line, name: Name, span: NameSpan) -> bool:
        return span.kind == "person" and name.char_start in self.named and not self._is_quoted(line, span.start)

    def _plain(self, line: Line, found: list[Found]) -> list[Found]:
        """Mentions outside quotes that are no adjectives."""
        return [f for f in found if not self._is_quoted(line, f.start) and f.resolved_by != "demonym"]

    def _leads(self, line: Line, one: Found) -> bool:
        return (one.kind != "location" or one.start < OPENS) and not is_governed(line.grid, one.start, one.end)

    def _body(self, line: Line, token: int, found: list[Found]) -> Found | None:
        grid, word = line.grid, line.grid.low[token]
        first = opens_body(grid, token)
        if first is None or self._quoted(line, token):
            return None
        if word in MEMBERS:
            return self._members(line, token, first)
        words = grid.low[first:token]
        country = next((grid.names[grid.at[t]].name for t in range(first, token) if is_demonym(grid, t)), None)
        actor_id = self.memory.body_for(word, "de" in words and "facto" in words, country, line.sentence.position)
        return self._at(line, token, actor_id, "role", LIKELY, first) if actor_id else None

    def _members(self, line: Line, token: int, first: int) -> Found | None:
        """ "The member nations (of X)" are X."""
        grid = line.grid
        after = token + 1 + (grid.low[token + 1 : token + 2] == ("of",))
        after += grid.low[after : after + 1] == ("the",)
        if grid.low[token + 1 : token + 2] == ("of",) and after < len(grid.at) and grid.at[after] >= 0:
            actor = self._actor(line.names[grid.at[after]])
            return Found(grid.tokens.starts[first], grid.names[grid.at[after]].end, actor.actor_id, actor.kind, "role", LIKELY) if actor else None
        bodies = [a for a, k in self.memory.bodies.items() if k.actor.subkind == "intergovernmental" and k.seen >= 0]
        return self._at(line, token, bodies[0], "role", LIKELY, first) if len(bodies) == 1 else None

    def _at(self, line: Line, token: int, actor_id: str, how: str, confidence: float, first: int | None = None) -> Found:
        tokens = line.grid.tokens
        return Found(tokens.starts[token if first is None else first], tokens.ends[token], actor_id, self.cast[actor_id].kind, how, confidence)

    def _follow(self, line: Line, found: list[Found]) -> None:
        """Remember what the sentence was about."""
        subject = person = None
        for one in found:
            wanted = subject is None or one.kind == "person"
            if wanted and one.resolved_by != "demonym" and not self._is_quoted(line, one.start) and self._leads(line, one):
                subject = subject or one
                if one.kind == "person":
                    person = one
                    break
        centre = self._centre(line, found, person) if person else None
        for leading in (person, subject, centre):
            if leading:
                self.memory.lead(leading.actor_id, line.sentence.position)

    def _centre(self, line: Line, found: list[Found], person: Found) -> Found | None:
        """Whom the story goes on about though somebody new leads the sentence: "NAME, a friend, encouraged her"."""
        new = self.memory.people[person.actor_id]
        if person.resolved_by == "pronoun" or new.first < line.sentence.position:
            return None
        pronouns = [f for f in found if f.resolved_by == "pronoun" and f.kind == "person" and not self._is_quoted(line, f.start)]
        return next((f for f in pronouns if f.actor_id != person.actor_id and self.memory.people[f.actor_id].gender == new.gender), None)
