"""The tables of a run as the answers of `annotate`: one JSON object an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from pipeline.model import (
    JOINT,
    Actor,
    Alternative,
    Article,
    Attribution,
    DatingEvidence,
    Event,
    EventActor,
    Evidence,
    Mention,
    Timex,
)
from pipeline.run import Tables
from pipeline.tables import to_records

ACTING = ("actor", "recipient", "speaker")  # the functions that put a name among an event's actors
DAYS_AND_WHY = ("type", "value", "mod", "edtf", "date_start", "date_end", "best_day", "precision", "rule", "anchor", "confidence")
EVENT_DAYS = ("date_start", "date_end", "best_day", "precision", "edtf", "date_basis", "event_type", "status")
START = attrgetter("char_start")
DAYS = ("date_start", "date_end", "best_day")  # fields that both have
DAYS_AND_WHY_OF, EVENT_DAYS_OF = attrgetter(*DAYS_AND_WHY), attrgetter(*EVENT_DAYS)


@dataclass(slots=True)
class Clause:
    """Of the columns of a candidate those that an answer shows."""

    candidate_id: str
    speaker_id: str | None
    speech: str | None
    reported_via: str | None


class Cast(NamedTuple):
    """Who is in an event, by name."""

    actors: tuple[str, ...]
    organisations: tuple[str, ...]
    locations: tuple[str, ...]


def answers(tables: Tables) -> dict[str, dict[str, Any]]:
    """article_id -> published, timexes, mentions and events, as plain JSON values."""
    names = {a.actor_id: a for a in to_records(tables.relation.actors, Actor)}
    proof = _by_article([e for part in (tables.reading, tables.relation) for e in to_records(part.dating_evidence, DatingEvidence)])
    timexes = _by_article(to_records(tables.telling.timexes, Timex))
    alternatives = _group(to_records(tables.telling.alternatives, Alternative), "timex_id")
    mentions = _by_article(to_records(tables.telling.mentions, Mention))
    events = _events(tables, names)
    return {
        a.article_id: {
            "published": _published(a, proof[a.article_id]),
            "timexes": [_timex(t, alternatives[t.timex_id]) for t in timexes[a.article_id]],
            "mentions": [_mention(m, names) for m in mentions[a.article_id]],
            "events": events[a.article_id],
        }
        for a in to_records(tables.relation.articles, Article)
    }


def plain(value: Any) -> Any:
    """A cell as JSON takes it: days in ISO form."""
    return value.isoformat() if isinstance(value, date) else value


def _cells(fields: tuple[str, ...], cells: tuple[Any, ...]) -> dict[str, Any]:
    """Fields with their cells; days are in some of three."""
    found = dict(zip(fields, cells, strict=True))
    for field in DAYS:
        found[field] = plain(found[field])
    return found


def listed(cell: str) -> list[str]:
    """The values of a cell that lists several."""
    return cell.split(JOINT) if cell else []


def cast_of(members: Iterable[EventActor], names: dict[str, Actor]) -> Cast:
    """Names in the order of the members, each once."""
    acting: dict[str, None] = {}
    kinds: dict[str, dict[str, None]] = defaultdict(dict)
    for member in members:
        actor = names.get(member.actor_id)
        if actor:
            kinds[actor.kind][actor.name] = None
            if member.function in ACTING:
                acting[actor.name] = None
    return Cast(tuple(acting), tuple(kinds["organisation"]), tuple(kinds["location"]))


def _by_article(rows: list[Any]) -> dict[str, list[Any]]:
    """Rows of each article in the order of its text; rows about no words come first."""
    placed = None not in map(START, rows)
    return _group(sorted(rows, key=START if placed else lambda r: -1 if r.char_start is None else r.char_start), "article_id")


def _group(rows: Iterable[Any], field: str) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    rows = list(rows)
    for key, row in zip(map(attrgetter(field), rows), rows, strict=True):
        groups[key].append(row)
    return groups


def _published(article: Article, proof: list[DatingEvidence]) -> dict[str, Any]:
    return {
        "date": article.published,
        "earliest": plain(article.published_earliest),
        "latest": plain(article.published_latest),
        "precision": article.published_precision,
        "basis": article.published_basis,
        "confidence": article.published_confidence,
        "evidence": [_proof(article.text, p) for p in proof],
    }


def _proof(text: str, proof: DatingEvidence) -> dict[str, Any]:
    """Words of the article are given whole, also where the proof names only their ends."""
    words = proof.text if proof.char_start is None else text[proof.char_start : proof.char_end]
    return {"start": proof.char_start, "end": proof.char_end, "text": words, "says": proof.says, "kind": proof.kind, "weight": proof.weight}


def _timex(timex: Timex, alternatives: list[Alternative]) -> dict[str, Any]:
    alternatives = sorted(alternatives, key=lambda a: a.rank) if len(alternatives) > 1 else alternatives
    return {
        "start": timex.char_start,
        "end": timex.char_end,
        "text": timex.text,
        **_cells(DAYS_AND_WHY, DAYS_AND_WHY_OF(timex)),
        "flags": listed(timex.flags),
        "reason": timex.reason,
        "alternatives": [_alternative(a) for a in alternatives],
    }


def _alternative(found: Alternative) -> dict[str, Any]:
    return {"date_start": plain(found.date_start), "date_end": plain(found.date_end), "reason": found.reason, "probability": found.probability}


def _mention(mention: Mention, names: dict[str, Actor]) -> dict[str, Any]:
    actor = names.get(mention.actor_id)
    return {
        "start": mention.char_start,
        "end": mention.char_end,
        "text": mention.text,
        "kind": mention.kind,
        "actor": actor.name if actor else mention.text,
        "function": mention.function,
        "resolved_by": mention.resolved_by,
        "confidence": mention.confidence,
    }


def _events(tables: Tables, names: dict[str, Actor]) -> dict[str, list[dict[str, Any]]]:
    """The events of each article, once for each of its clauses that reports one or, marked as such, goes on with it."""
    told = {e.event_id: e for e in to_records(tables.merging.events, Event)}
    casts = {key: cast_of(rows, names) for key, rows in _group(to_records(tables.merging.event_actors, EventActor), "event_id").items()}
    clauses = {c.candidate_id: c for c in to_records(tables.telling.candidates, Clause)}
    evidence = sorted(to_records(tables.merging.evidence, Evidence), key=lambda e: (e.char_start, e.char_end, e.event_id))
    speech = _by_article(to_records(tables.telling.attributions, Attribution))
    found: dict[str, list[dict[str, Any]]] = {}
    for article_id, pieces in _group(evidence, "article_id").items():
        rows = []
        for piece in pieces:
            event = told[piece.event_id]
            cast = casts.get(event.event_id, Cast((), (), ()))
            rows.append(_event(event, piece.char_start, piece.char_end, clauses[piece.candidate_id], cast, names))
        found[article_id] = sorted([*rows, *_further_words(rows, speech.get(article_id, []), names)], key=lambda r: (r["start"], r["end"]))
    return defaultdict(list, found)


def _further_words(rows: list[dict[str, Any]], speech: list[Attribution], names: dict[str, Actor]) -> list[dict[str, Any]]:
    """What a speaker goes on to say belongs to the event in which that speaker spoke before, if only of saying; else to the first.

    Of several who speak together each has a row.
    """
    further = []
    for said in speech:
        speaker = names[said.speaker_id].name
        own = [r for r in rows if r["speaker"] == speaker]
        if not own:
            joint = [{**r, "speaker": speaker} for r in rows if r["speaker"] and r["start"] <= said.cue_start < r["end"]]
            further += [{**r, "continued": True} for r in joint[:1]]
        elif not any(r["start"] < said.char_end and said.char_start < r["end"] for r in own):
            row = _nearest([r for r in own if r["event_type"] == "STATEMENT"] or own, said.char_start)
            further.append({**row, "start": said.char_start, "end": said.char_end, "speech": said.speech, "reported_via": said.reported_via, "continued": True})
    return further


def _nearest(rows: list[dict[str, Any]], start: int) -> dict[str, Any]:
    """The last row before `start`, else the first."""
    return ([r for r in rows if r["start"] <= start] or rows[:1])[-1]


def _event(event: Event, start: int, end: int, clause: Clause, cast: Cast, names: dict[str, Actor]) -> dict[str, Any]:
    """Days and class are those of the event; who says it is told by the clause."""
    speaker = names.get(clause.speaker_id) if clause.speaker_id else None
    return {
        "event_id": event.event_id,
        "title": event.title,
        "start": start,
        "end": end,
        **_cells(EVENT_DAYS, EVENT_DAYS_OF(event)),
        "speaker": speaker.name if speaker else None,
        "speech": clause.speech,
        "reported_via": clause.reported_via,
        "actors": list(cast.actors),
        "organisations": list(cast.organisations),
        "locations": list(cast.locations),
        "confidence": event.confidence,
        "flags": listed(event.flags),
        "continued": False,  # True of a passage in which its speaker only goes on to speak
    }
