"""Judges events and merging against annotated stories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.model import Actor, Article, Event, Evidence, Source
from pipeline.run import run
from pipeline.score.actors import same_name
from pipeline.score.measure import b_cubed, line_of, pairwise, ratio
from pipeline.seeds import read_seeds
from pipeline.tables import to_records, to_table

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of evidence with the event that it is told for."""

    event: Event
    article: str
    start: int
    end: int
    speaker: str


def score_stories(stories: list[tuple[Gold, dict[str, str]]]) -> str:
    """Events found, their class, status and speaker; reports that are merged as they should be; sources counted right."""
    wanted = {e["id"]: e for gold, _ in stories for e in gold["events"]}
    clusters = [c for gold, _ in stories for c in gold["clusters"]]
    pieces = _pieces([a | {"text": texts[a["file"]]} for gold, texts in stories for a in gold["articles"]])
    hits = _match(wanted, pieces)
    must = [e for e in wanted if not wanted[e].get("optional")]
    got = [e for e in must if e in hits]
    asked = len(pieces) - sum(wanted[e].get("optional", False) for e in hits)
    lines = [line_of("events", len(got), asked, len(must))]
    for name in ("event_type", "status", "speaker"):
        lines.append(f"  {name}: {ratio(sum(_right(name, wanted[e], hits[e]) for e in got), len(got))}")
    group_of = {e: e for e in hits} | {e: c["id"] for c in clusters for e in c["events"] if e in hits}
    event_of = {e: piece.event.event_id for e, piece in hits.items()}
    lines.append(f"merges: pairwise F1 {100 * pairwise(group_of, event_of):.1f}, B-cubed F1 {100 * b_cubed(group_of, event_of):.1f}")
    return "\n".join([*lines, _sources(clusters, hits)])


def _pieces(articles: list[Gold]) -> list[Found]:
    """Every piece of evidence that a run over the articles gives."""
    sources = [Source(a["id"], a["text"], a.get("title"), a.get("source"), None, a.get("published"), "user" if a.get("published") else None) for a in articles]
    tables = run(to_table(sources, Source), read_seeds())
    ids = {a.article_id: a.name for a in to_records(tables.relation.articles, Article)}
    names = {a.actor_id: a.name for a in to_records(tables.relation.actors, Actor)}
    events = {e.event_id: e for e in to_records(tables.merging.events, Event)}
    return [
        Found(events[p.event_id], ids[p.article_id], p.char_start, p.char_end, names.get(events[p.event_id].speaker_id or "", ""))
        for p in to_records(tables.merging.evidence, Evidence)
    ]


def _match(wanted: dict[str, Gold], pieces: list[Found]) -> dict[str, Found]:
    """Each gold event with the piece that fits it best; a piece serves one."""
    edges = [(weight, e, n) for e, gold in wanted.items() for n, piece in enumerate(pieces) if (weight := _weight(gold, piece)) > 0]
    hits: dict[str, Found] = {}
    used: set[int] = set()
    for _, event, number in sorted(edges, key=lambda edge: (wanted[edge[1]].get("optional", False), -edge[0], edge[1], edge[2])):
        if event not in hits and number not in used:
            hits[event] = pieces[number]
            used.add(number)
    return hits


def _weight(gold: Gold, piece: Found) -> float:
    """How well a piece fits a gold event: its sentence, days, class, status and speaker; 0 where sentence or days are others."""
    shared = min(gold["end"], piece.end) - max(gold["start"], piece.start)
    if gold["article"] != piece.article or shared <= 0 or not _same_days(gold, piece.event):
        return 0.0
    exact = (str(piece.event.date_start), str(piece.event.date_end)) == (gold["date_start"], gold["date_end"])
    fields = sum(_right(name, gold, piece) for name in ("event_type", "status", "speaker"))
    near: float = shared / (max(gold["end"], piece.end) - min(gold["start"], piece.start))
    return 1 + near + 2 * exact + fields


def _same_days(gold: Gold, event: Event) -> bool:
    if gold["date_start"] is None:
        return event.date_start is None and event.date_end is None
    if event.best_day and str(event.best_day) == gold["date_start"] == gold["date_end"]:
        return True
    if event.date_start is None and event.date_end is None:
        return False
    first, last = str(gold["date_start"]), str(gold["date_end"])
    return str(event.date_start or "0000") <= last and str(event.date_end or "9999") >= first


def _right(name: str, gold: Gold, piece: Found) -> bool:
    answers = gold.get("accept", {}).get(name, [gold[name]])
    if name == "speaker":
        return any((answer is None and not piece.speaker) or same_name(answer or "", piece.speaker) for answer in answers)
    return getattr(piece.event, name) in answers


def _sources(clusters: list[Gold], hits: dict[str, Found]) -> str:
    """Events whose independent sources are counted right, of those that several reports tell."""
    right = 0
    for cluster in clusters:
        counts = {hits[e].event.n_independent for e in cluster["events"] if e in hits}
        right += counts == {cluster["n_independent"]}
    return f"independent sources: {ratio(right, len(clusters))}"
