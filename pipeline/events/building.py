"""Evidence -> events: what each event is called, when it was, who was in it, how many sources tell of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from pipeline.events.claims import SLICE
from pipeline.events.contradictions import blamed_in, contradictions_of, disputed_doers, doers_of
from pipeline.events.days import PRECISIONS
from pipeline.events.links import Outline, denied_deeds, find_links
from pipeline.events.sources import count_sources
from pipeline.model import Article, Candidate, CandidateActor, Contradiction, Event, EventActor, EventLink, Evidence
from pipeline.tables import concat, to_records, to_table

DOUBTFUL = 0.45  # confidence below which an event wants a look
WEAK_LINK = 0.62  # score below which the merge wants a look
RANKS = ("speaker", "actor", "recipient", "mentioned", "source")
# of several statuses told, the first that is among them holds: what took place is no longer planned
STRONGEST = ("happened", "cancelled", "postponed", "ongoing", "claimed", "denied", "planned", "hypothetical")


@dataclass(slots=True, eq=False)
class Piece:
    """One report of an event, with the article and the actors that it names."""

    candidate: Candidate
    evidence: Evidence
    article: Article
    actors: tuple[CandidateActor, ...]


def build_tables(
    candidates: pd.DataFrame, candidate_actors: pd.DataFrame, evidence: pd.DataFrame, articles: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:  # fmt: skip
    """Events, their actors, contradictions and links; the pieces of a slice of events are in memory at a time."""
    meant = frozenset(candidates.follows.unique()) | frozenset(candidates.about.unique())
    slices = [_of_slice(groups, meant) for groups in _slices(candidates, candidate_actors, evidence, articles)]
    outlines = [outline for part in slices for outline in part.outlines]
    deeds = denied_deeds(outlines)
    links = find_links(outlines, deeds, _words_of(deeds, candidates, evidence))
    against = to_table(dict.fromkeys([*_denials(links, outlines), *_blame(outlines)]), Contradiction)
    events, actors = concat((part.events for part in slices), Event), concat((part.actors for part in slices), EventActor)
    return events, actors, concat([*(part.contradictions for part in slices), against], Contradiction), to_table(links, EventLink)


class Slice(NamedTuple):
    """What becomes of some thousands of pieces."""

    events: pd.DataFrame
    actors: pd.DataFrame
    contradictions: pd.DataFrame
    outlines: list[Outline]


def _of_slice(groups: list[list[Piece]], meant: frozenset[str]) -> Slice:
    built = [_build(group) for group in groups]
    return Slice(
        to_table((b[0] for b in built), Event),
        to_table((a for b in built for a in b[1]), EventActor),
        to_table((c for b in built for c in b[2]), Contradiction),
        [_outline(b[0], group, meant) for b, group in zip(built, groups, strict=True)],
    )


def _words_of(outlines: list[Outline], candidates: pd.DataFrame, evidence: pd.DataFrame) -> dict[str, frozenset[str]]:
    """The words of all reports of each event."""
    if not outlines:
        return {}
    told = evidence[["event_id", "candidate_id"]][evidence.event_id.isin({o.event_id for o in outlines})]
    told = told.merge(candidates[["candidate_id", "words"]], on="candidate_id", validate="one_to_one")
    words: dict[str, frozenset[str]] = {}
    for event_id, line in zip(told.event_id.tolist(), told.words.tolist(), strict=True):
        words[event_id] = words.get(event_id, frozenset()) | frozenset(line.split())
    return words


def _denials(links: list[EventLink], outlines: list[Outline]) -> Iterator[Contradiction]:
    """A claim against its denial: both as values of the status of what is denied."""
    known = {o.event_id: o for o in outlines}
    for link in links:
        denial, claim = known[link.event_id], known[link.other_id]
        if link.kind == "denies" and claim.status != "denied":
            told = "claimed" if claim.speaker and claim.status == "happened" else claim.status
            yield Contradiction(claim.event_id, "status", told, claim.article)
            yield Contradiction(claim.event_id, "status", "denied", denial.article)


def _blame(outlines: list[Outline]) -> Iterator[Contradiction]:
    """Those who are accused of a deed, or admit it, where they are not one: as values of who did it."""
    blamed: dict[str, list[tuple[str, str]]] = {}
    for one in outlines:
        for deed, article, actor in one.blamed:
            blamed.setdefault(deed, []).append((article, actor))
    for one in outlines if blamed else ():
        told = [pair for candidate in one.candidates for pair in blamed.get(candidate, ())]
        if told:
            yield from disputed_doers(one.event_id, [*one.doers, *told])


def _slices(
    candidates: pd.DataFrame, candidate_actors: pd.DataFrame, evidence: pd.DataFrame, articles: pd.DataFrame
) -> Iterator[list[list[Piece]]]:  # fmt: skip
    """Events as lists of pieces, some thousands of pieces at a time; rows of one event lie together in the evidence."""
    ids = pd.Index(candidates.candidate_id)
    rows = ids.get_indexer(evidence.candidate_id)
    article_rows = pd.Index(articles.article_id).get_indexer(evidence.article_id)
    cast_rows = ids.get_indexer(candidate_actors.candidate_id)
    order = np.argsort(cast_rows, kind="stable")
    begins = np.searchsorted(cast_rows[order], np.arange(len(candidates) + 1))
    names = evidence.event_id.tolist()
    at = 0
    while at < len(names):
        end = min(at + SLICE, len(names))
        while end < len(names) and names[end] == names[end - 1]:
            end += 1
        part = rows[at:end]
        told = to_records(candidates.iloc[part], Candidate)
        cast = [to_records(candidate_actors.iloc[_cat(order, begins, part)], CandidateActor)] if len(part) else [[]]
        by_id: dict[str, list[CandidateActor]] = {}
        for row in cast[0]:
            by_id.setdefault(row.candidate_id, []).append(row)
        known = {a.article_id: a for a in to_records(articles.iloc[np.unique(article_rows[at:end])], Article)}
        pieces = [
            Piece(c, e, known[c.article_id], tuple(by_id.get(c.candidate_id, ())))
            for c, e in zip(told, to_records(evidence.iloc[at:end], Evidence), strict=True)
        ]
        yield _grouped(pieces)
        at = end


def _cat(order: Any, begins: Any, part: Any) -> Any:
    """Rows of the cast of the candidates of a slice."""
    return np.concatenate([order[begins[n] : begins[n + 1]] for n in part]) if len(part) else order[:0]


def _grouped(pieces: list[Piece]) -> list[list[Piece]]:
    groups: dict[str, list[Piece]] = {}
    for piece in pieces:
        groups.setdefault(piece.evidence.event_id, []).append(piece)
    return list(groups.values())


def _build(pieces: list[Piece]) -> tuple[Event, list[EventActor], list[Contradiction]]:
    """One event of its reports, the earliest first."""
    event_id = pieces[0].evidence.event_id
    against = contradictions_of(event_id, [(p.candidate, p.actors) for p in pieces])
    lead = _lead(pieces)
    speaker = next((p.candidate for p in [lead, *pieces] if p.candidate.speaker_id), None)
    n_articles, n_outlets, n_independent = count_sources([(p.article, p.candidate.reported_via) for p in pieces])
    confidence = 1 - (1 - max(p.candidate.confidence for p in pieces)) * 0.7 ** (n_independent - 1)
    c = lead.candidate
    conflict = c.conflict or any(a.field == "date" for a in against)
    event = Event(
        event_id=event_id, title=c.title, date_start=c.date_start, date_end=c.date_end, best_day=c.best_day, precision=c.precision, edtf=c.edtf,
        date_basis=c.date_basis, date_text=c.date_text, event_type=_type(pieces, lead), status=_status(pieces),
        speaker_id=speaker.speaker_id if speaker else None, speech=speaker.speech if speaker else None,
        reported_via=next((p.candidate.reported_via for p in pieces if p.candidate.reported_via), None),
        quote=next((p.candidate.quote for p in pieces if p.candidate.quote), None),
        n_articles=n_articles, n_outlets=n_outlets, n_independent=n_independent, confidence=round(confidence, 3), conflict=conflict,
        needs_review=bool(against) or conflict or confidence < DOUBTFUL or min(p.evidence.link_score for p in pieces) < WEAK_LINK,
        flags=c.flags, scope=c.scope,
    )  # fmt: skip
    return event, _cast(event_id, pieces), against


def _lead(pieces: list[Piece]) -> Piece:
    """The report whose days and title the event takes: what took place before what was planned, days that most articles
    give before others, fine ones before coarse ones, days of its own before borrowed ones, the earliest of equals."""
    if len(pieces) == 1:
        return pieces[0]
    held = [p for p in pieces if p.candidate.status == "happened"] or [p for p in pieces if p.candidate.status == "postponed"] or pieces
    votes = Counter((p.candidate.date_start, p.candidate.date_end) for p in held)

    def rank(pair: tuple[int, Piece]) -> tuple[bool, bool, int, int, bool, int]:
        c = pair[1].candidate
        fine = PRECISIONS.index(c.precision) if c.precision in PRECISIONS else len(PRECISIONS)
        return c.date_start is None, c.date_basis == "publication", fine, -votes[c.date_start, c.date_end], c.date_basis != "explicit", pair[0]

    return min(enumerate(held), key=rank)[1]


def _type(pieces: list[Piece], lead: Piece) -> str:
    if len(pieces) == 1:
        return lead.candidate.event_type
    votes = Counter(p.candidate.event_type for p in pieces if p.candidate.event_type != "OTHER")
    best = max(votes.values(), default=0)
    return lead.candidate.event_type if votes.get(lead.candidate.event_type) == best or not votes else next(t for t, n in votes.items() if n == best)


def _status(pieces: list[Piece]) -> str:
    if len(pieces) == 1:
        return pieces[0].candidate.status
    told = {p.candidate.status for p in pieces}
    return next(s for s in STRONGEST if s in told)


def _cast(event_id: str, pieces: list[Piece]) -> list[EventActor]:
    """Each actor once, in the function that matters most."""
    best: dict[str, int] = {}
    for row in (a for p in pieces for a in p.actors):
        rank = RANKS.index(row.function) if row.function in RANKS else RANKS.index("mentioned")
        best[row.actor_id] = min(rank, best.get(row.actor_id, len(RANKS)))
    return [EventActor(event_id, actor, RANKS[rank]) for actor, rank in sorted(best.items())]


def _outline(event: Event, pieces: list[Piece], meant: frozenset[str]) -> Outline:
    """`meant` are the candidates that others name as what they follow or are about."""
    c = pieces[0].candidate
    actors = frozenset(sys.intern(a.actor_id) for p in pieces for a in p.actors)
    agents = frozenset(sys.intern(a.actor_id) for p in pieces for a in p.actors if a.function in ("speaker", "actor", "recipient") or a.kind == "organisation")
    named = tuple(sorted(p.candidate.candidate_id for p in pieces if p.candidate.candidate_id in meant))
    told = [(p.candidate, p.actors) for p in pieces]
    topics = frozenset(topic for p in pieces for topic in _topics(p.candidate))
    scope, kind, act, status, basis = map(sys.intern, (event.scope, event.event_type, c.act, event.status, event.date_basis))
    return Outline(
        event.event_id, scope, kind, act, topics, status, event.speaker_id, agents if agents != actors else actors, actors, _spoken_words(event, pieces),
        event.date_start.toordinal() if event.date_start else 0, event.date_end.toordinal() if event.date_end else 0, basis,
        named, tuple(sorted({p.candidate.follows for p in pieces} - {""})),
        pieces[0].article.article_id, doers_of(told) if named else (), blamed_in(told),
    )  # fmt: skip


def _topics(c: Candidate) -> list[str]:
    """What it announces or denies; of a denial that names no act outright those that its words name."""
    if c.topic or c.act != "deny":
        return [c.topic] if c.topic else []
    return [act for act in c.acts.split() if act != c.act]


def _spoken_words(event: Event, pieces: list[Piece]) -> frozenset[str]:
    """The words of speech, by which repetitions are found; other events need none."""
    return frozenset(sys.intern(w) for p in pieces for w in p.candidate.words.split()) if event.event_type in ("STATEMENT", "REJECT") else frozenset()
