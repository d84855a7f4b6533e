"""The log played over a build: each part of a run passes through here, and comes out as users corrected it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from pipeline.corrections.days import DATE_KINDS, correct_source, correct_timex, date_candidate, days_between, days_of
from pipeline.corrections.happenings import LINKS, added_actors, added_candidates, change_field, hidden_event, relink
from pipeline.corrections.people import ACTOR_CORRECTIONS, correct_people, people_of
from pipeline.corrections.places import Finder, Place, best_overlap
from pipeline.corrections.record import ABOUT_AN_ARTICLE, Entry
from pipeline.model import (
    Actor,
    ActorRole,
    Alternative,
    Article,
    Bearer,
    Candidate,
    CandidateActor,
    Event,
    Evidence,
    Source,
    Timex,
)
from pipeline.tables import to_records, to_table


class Actors(NamedTuple):
    actors: pd.DataFrame
    actor_roles: pd.DataFrame
    bearers: pd.DataFrame


class Replay:
    """The corrections that stand, and what of them has found its words so far in this build."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._used: set[str] = set()
        self._hidden: set[str] = set()
        self._timexes: dict[str, Timex] = {}
        self._settled: set[str] = set()  # timexes that have no alternatives any more
        self._finder = Finder((), lambda article_id: "")

    def orphans(self) -> list[str]:
        """Uids of corrections that found nothing."""
        return [e.uid for e in self._entries if e.uid not in self._used]

    def _of(self, kinds: Iterable[str]) -> list[Entry]:
        wanted = frozenset(kinds)
        return [e for e in self._entries if e.correction.kind in wanted]

    def _note(self, entry: Entry, found: bool) -> None:
        if found:
            self._used.add(entry.uid)

    def _places(self, entry: Entry) -> list[Place]:
        said = entry.correction
        return self._finder.places(said.text_hash, said.article, said.quote, said.char_start)

    def source(self, source: Source) -> Source:
        """The article as it came in, with the publication date that a user gave it."""
        entries = self._of(ABOUT_AN_ARTICLE)
        if not entries:
            return source
        source, used = correct_source(source, entries)
        self._used |= used
        return source

    def enter(self, articles: pd.DataFrame, text_of: Callable[[str], str]) -> None:
        """Makes the articles of the corpus known; all that follows looks for its words in them."""
        if self._entries:
            self._finder = Finder(to_records(articles, Article), text_of)

    def actors(self, found: Actors) -> Actors:
        """Actors merged, split and renamed, and with the roles that users gave them."""
        entries = self._of(ACTOR_CORRECTIONS)
        if not entries:
            return found
        people = people_of(to_records(found.actors, Actor), to_records(found.actor_roles, ActorRole), to_records(found.bearers, Bearer))
        for entry in entries:
            self._note(entry, correct_people(people, entry, self._finder))
        self._hidden = people.hidden
        actors = sorted(people.actors.values(), key=lambda a: a.actor_id)
        return Actors(to_table(actors, Actor), to_table(people.roles, ActorRole), to_table(people.bearers, Bearer))

    def articles_with_dates(self) -> set[str]:
        """Ids of the articles whose timexes `dates` wants to see."""
        return {place.article_id for entry in self._of(DATE_KINDS) for place in self._places(entry)}

    def dates(self, timexes: pd.DataFrame, alternatives: pd.DataFrame, candidates: pd.DataFrame) -> pd.DataFrame:
        """Candidates on the days that users gave their dates. The timexes follow when `shown` sees them."""
        entries = self._of(DATE_KINDS)
        if not entries:
            return candidates
        known = {t.timex_id: t for t in to_records(timexes, Timex)}
        others = to_records(alternatives, Alternative)
        clauses = {c.candidate_id: c for c in to_records(candidates, Candidate)}
        for entry in entries:
            for place in self._places(entry):
                self._note(entry, self._date(entry, place, known, others, clauses))
        return to_table(clauses.values(), Candidate)

    def _date(self, entry: Entry, place: Place, known: dict[str, Timex], others: list[Alternative], clauses: dict[str, Candidate]) -> bool:
        timex: Timex | None = best_overlap((t for t in known.values() if _inside(t, place)), place)
        if timex is None:
            return self._date_clause(entry, place, clauses)
        said = entry.correction
        changed = correct_timex(timex, (a for a in others if a.timex_id == timex.timex_id), said.kind, said.values)
        if changed is None:
            return False
        known[timex.timex_id] = self._timexes[timex.timex_id] = changed
        if said.kind != "choose_alternative":
            self._settled.add(timex.timex_id)
        clauses |= {key: date_candidate(c, days_of(changed)) for key, c in clauses.items() if c.timex_id == timex.timex_id}
        return True

    def _date_clause(self, entry: Entry, place: Place, clauses: dict[str, Candidate]) -> bool:
        """A clause without date words gets the days themselves."""
        clause: Candidate | None = best_overlap((c for c in clauses.values() if not c.timex_id), place)
        if clause is None or entry.correction.kind != "set_date":
            return False
        values = entry.correction.values
        days = days_between(date.fromisoformat(values["date_start"]), date.fromisoformat(values["date_end"]))
        clauses[clause.candidate_id] = dataclasses.replace(date_candidate(clause, days), date_basis="explicit")
        return True

    def added(self, candidates: pd.DataFrame, members: pd.DataFrame, actors: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Candidates and their actors, with those that users read in the texts themselves."""
        entries = self._of(["add_event"])
        if not entries:
            return candidates, members
        clauses, people, known = to_records(candidates, Candidate), to_records(members, CandidateActor), to_records(actors, Actor)
        for entry in entries:
            made = added_candidates(entry, self._finder, "")
            clauses += made
            people += added_actors(entry, made, known)
        return to_table(clauses, Candidate), to_table(people, CandidateActor)

    def links(self, evidence: pd.DataFrame) -> pd.DataFrame:
        """Evidence in the events that users want it in."""
        entries = self._of(LINKS)
        if not entries:
            return evidence
        pieces = to_records(evidence, Evidence)
        for entry in entries:
            self._note(entry, relink(pieces, entry, self._finder))
        return to_table(pieces, Evidence)

    def events(self, events: pd.DataFrame, evidence: pd.DataFrame, actors: pd.DataFrame) -> tuple[pd.DataFrame, set[str]]:
        """Events with what users say about them, and the ids of those that are hidden."""
        entries = self._of(["set_field", "hide_event"])
        if not entries:
            return events, set()
        told = {e.event_id: e for e in to_records(events, Event)}
        pieces = to_records(evidence, Evidence)
        names = {a.name.casefold(): a.actor_id for a in to_records(actors, Actor)}
        hidden: set[str] = set()
        for entry in entries:
            if entry.correction.kind == "set_field":
                self._note(entry, change_field(told, pieces, names, entry, self._finder))
            elif gone := hidden_event(pieces, entry, self._finder):
                hidden.add(gone)
                self._note(entry, True)
        return to_table(told.values(), Event), hidden

    def shown(self, frame: pd.DataFrame, record: type) -> pd.DataFrame:
        """A table that is about to be written: timexes as corrected, hidden actors left out."""
        if record is Timex and frame.timex_id.isin(self._timexes).any():
            frame = to_table((self._timexes.get(t.timex_id, t) for t in to_records(frame, Timex)), Timex)
        if record is Alternative and self._settled:
            frame = frame[~frame.timex_id.isin(self._settled)]
        if self._hidden and "actor_id" in frame:
            frame = frame[~frame.actor_id.isin(self._hidden)]
        if self._hidden and "speaker_id" in frame:
            frame = _without_speakers(frame, self._hidden)
        return frame


def _inside(timex: Timex, place: Place) -> bool:
    """Whether `place` is about this date and not about a clause that holds it."""
    return timex.article_id == place.article_id and place.end - place.start <= 2 * (timex.char_end - timex.char_start)


def _without_speakers(frame: pd.DataFrame, hidden: set[str]) -> pd.DataFrame:
    """Words of hidden speakers stay, without the speaker; what is only about who speaks goes."""
    mask = frame.speaker_id.isin(hidden)
    if "event_type" not in frame:
        return frame[~mask]
    return frame.assign(speaker_id=frame.speaker_id.mask(mask))
