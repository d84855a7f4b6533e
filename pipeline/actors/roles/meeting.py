"""Meets everyone whom an article names before it is read: gender, bodies, roles, and what it calls the bodies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from pipeline.actors.grid import head_of
from pipeline.actors.roles.genders import gender_of_name
from pipeline.actors.roles.leading import VERBS
from pipeline.actors.roles.memory import Known, Memory, gender_of, title_of, words_for
from pipeline.actors.roles.scene import Line
from pipeline.actors.roles.shapes import holder_after
from pipeline.actors.speech.quotes import find_quotes, quoted_at
from pipeline.actors.vocabulary import BODY_WORDS, HONORIFICS
from pipeline.model import Actor, Name, NameRole


class Meeting:
    """Everyone whom an article names, with the roles that it states of them."""

    def __init__(self, lines: list[Line], roles: Iterable[NameRole], ids: Mapping[tuple[str, str, str], str], cast: Mapping[str, Actor]) -> None:
        self.lines, self.ids, self.cast = lines, ids, cast
        self.memory = Memory()
        self.stated: dict[int, str] = {}  # where a role begins -> the actor whose it is
        self.named: dict[int, Actor] = {}  # where a name begins -> who it is
        self.quotes = find_quotes(line.sentence for line in lines)
        for line in lines:
            self._meet(line)
        for role in roles:
            self._learn(role)

    def _meet(self, line: Line) -> None:
        """Everyone whom the article names, and what it calls the bodies."""
        low = line.grid.low
        for index, name in enumerate(line.names):
            actor = self._actor(name)
            if actor is None:
                continue
            self.named[name.char_start] = actor
            if name.resolved_by != "demonym":
                about = self.memory.people if actor.kind == "person" else self.memory.bodies
                known = about.get(actor.actor_id) or about.setdefault(actor.actor_id, Known(actor))
                self._describe(known, name, low, line.grid.firsts[index], line.grid.lasts[index])
                if actor.kind == "person":
                    of = holder_after(line.grid, line.grid.lasts[index])
                    known.bodies |= {of.name} if of and of.kind == "organisation" else set()

    def _describe(self, known: Known, name: Name, low: tuple[str, ...], first: int, last: int) -> None:
        if name.kind == "person" and not known.gender:
            told = gender_of([w for w in low[max(0, first - 2) : first] if w in HONORIFICS or head_of(w)])
            known.gender = told or gender_of_name(known.actor.name)
        elif name.kind == "organisation":
            beside = BODY_WORDS.intersection((*low[max(0, first - 1) : first], *low[last : last + 1]))
            known.words |= beside or words_for(name.name)

    def _actor(self, name: Name) -> Actor | None:
        return self.cast.get(self.ids.get((name.article_id, name.name, name.kind), ""))

    def _learn(self, role: NameRole) -> None:
        actor_id = self.ids.get((role.article_id, role.name, "person"), "")
        known = self.memory.people.get(actor_id)
        if known is None:
            return
        known.bodies |= {role.affiliation} if role.affiliation and role.affiliation != role.country else set()
        if not role.role:
            return
        self.stated[role.char_start] = actor_id
        known.titles.append(title_of(role.role))
        known.titled = known.titled or not self._is_of_clause(role)
        known.countries |= {role.country} if role.country else set()
        known.gender = gender_of(role.role.lower().split()) or known.gender

    def _is_of_clause(self, role: NameRole) -> bool:
        """Whether the words that tell the role are a clause, as "who heads the bank"."""
        line = self.lines[bisect_right(self.lines, role.char_start, key=lambda one: one.sentence.char_start) - 1]
        return line.sentence.text[role.char_start - line.sentence.char_start :].split(maxsplit=1)[0].lower() in VERBS

    def _quoted(self, line: Line, token: int) -> bool:
        return self._is_quoted(line, line.grid.tokens.starts[token])

    def _is_quoted(self, line: Line, start: int) -> bool:
        return bool(self.quotes) and quoted_at(self.quotes, line.sentence.char_start + start) is not None
