"""Corrections of events: what belongs together, what is left out, what is added, what they say."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from pipeline.corrections.days import CERTAIN, days_between
from pipeline.corrections.places import Finder, Place, best_overlap
from pipeline.corrections.record import Correction, Entry
from pipeline.model import Actor, Candidate, CandidateActor, Event, Evidence
from pipeline.text import digest

MERGED, SPLIT, ADDED = "merged by the user", "split off by the user", "added by the user"


def _places(correction: Correction, finder: Finder) -> list[Place]:
    return finder.places(correction.text_hash, correction.article, correction.quote, correction.char_start)


def added_candidates(entry: Entry, finder: Finder, scope: str) -> list[Candidate]:
    """What a user read in a text himself, as a clause that reports it."""
    said, values = entry.correction, entry.correction.values
    days = days_between(date.fromisoformat(values["date_start"]), date.fromisoformat(values["date_end"]))
    return [
        Candidate(
            candidate_id=digest("added", entry.uid, place.article_id), scope=scope, article_id=place.article_id, char_start=place.start,
            char_end=place.end, timex_id=None, title=values["title"], **days._asdict(), date_basis="explicit", date_text=None,
            event_type=values["event_type"], trigger="", status=values["status"], speaker_id=None, speech=None, reported_via=None,
            quote=said.quote, confidence=CERTAIN, conflict=False, flags="", content_id=digest("added", entry.uid),
        )
        for place in _places(said, finder)
    ]  # fmt: skip


def added_actors(entry: Entry, candidates: Iterable[Candidate], actors: Iterable[Actor]) -> list[CandidateActor]:
    """Those whom the user named and the corpus knows."""
    named = {name.casefold() for name in entry.correction.values["actors"]}
    known = [a for a in actors if a.name.casefold() in named]
    return [CandidateActor(c.candidate_id, a.actor_id, "actor", a.kind) for c in candidates for a in known]


def relink(evidence: list[Evidence], entry: Entry, finder: Finder) -> bool:
    """Moves pieces of evidence to the events that a user wants them in; False when they are not there any more."""
    return LINKS[entry.correction.kind](evidence, entry, finder)


def _merge(evidence: list[Evidence], entry: Entry, finder: Finder) -> bool:
    target = _event_at(evidence, _places(entry.correction, finder))
    others = {_event_at(evidence, finder.places(o["text_hash"], o.get("article"), o["quote"], o["char_start"])) for o in entry.correction.values["others"]}
    if target is None or None in others:
        return False
    _move(evidence, lambda e: e.event_id in others and e.event_id != target, target, MERGED)
    return True


def _split(evidence: list[Evidence], entry: Entry, finder: Finder) -> bool:
    pieces = [p for p in (best_overlap(evidence, place) for place in _places(entry.correction, finder)) if p]
    if pieces:
        apart = digest("split", *(f"{p.article_id}:{p.char_start}:{p.char_end}" for p in pieces))
        _move(evidence, lambda e: e in pieces, apart, SPLIT)
    return bool(pieces)


def _stand_alone(evidence: list[Evidence], entry: Entry, finder: Finder) -> bool:
    """What a user added is an event of its own, whatever it is like."""
    mine = {digest("added", entry.uid, place.article_id) for place in _places(entry.correction, finder)}
    _move(evidence, lambda e: e.candidate_id in mine, digest("added", entry.uid), ADDED)
    return bool(mine)


def _move(evidence: list[Evidence], chosen: Callable[[Evidence], bool], event_id: str, reason: str) -> None:
    evidence[:] = [dataclasses.replace(e, event_id=event_id, link_reason=reason, link_score=CERTAIN) if chosen(e) else e for e in evidence]


def _event_at(evidence: list[Evidence], places: Iterable[Place]) -> str | None:
    found = next((p for p in (best_overlap(evidence, place) for place in places) if p), None)
    return found.event_id if found else None


LINKS: dict[str, Callable[[list[Evidence], Entry, Finder], bool]] = {
    "merge_events": _merge,
    "split_event": _split,
    "add_event": _stand_alone,
}


def hidden_event(evidence: list[Evidence], entry: Entry, finder: Finder) -> str | None:
    return _event_at(evidence, _places(entry.correction, finder))


def change_field(events: dict[str, Event], evidence: list[Evidence], actors: Mapping[str, str], entry: Entry, finder: Finder) -> bool:
    """Sets what one event says. `actors`: names in small letters -> ids. False when event or speaker are not there any more."""
    event_id = _event_at(evidence, _places(entry.correction, finder))
    field, value = entry.correction.values["field"], entry.correction.values["value"]
    changes: dict[str, Any] = {field: value}
    if field == "speaker":
        changes = {"speaker_id": actors.get(str(value).casefold()) if value else None, "speech": "indirect" if value else None}
    if event_id not in events or (field == "speaker" and value and not changes["speaker_id"]):
        return False
    events[event_id] = dataclasses.replace(events[event_id], **changes, needs_review=False)
    return True
