"""A made-up generation of tables for N events, to see and to measure the dashboard at any size.

    python -m benchmarks.synthetic 100000 DATA

Same N, same bytes. Every span points at the words it claims, so that all pages work on it.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.synthetic_words import DATE_MAKERS, KINDS, OUTLETS, VERBS, make_actors
from pipeline.model import (
    Actor,
    Alternative,
    Article,
    Contradiction,
    DatingEvidence,
    Event,
    EventActor,
    Evidence,
    Mention,
    Sentence,
    Timex,
)  # fmt: skip
from pipeline.query import STORED
from pipeline.tables import schema_of

CHUNK = 50_000  # events
PER_ARTICLE = 8  # events
FIRST_DAY, DAYS = date(2014, 1, 1), 4000
STATUS_WEIGHTS = {"happened": 70, "claimed": 10, "planned": 8, "ongoing": 5, "denied": 4, "postponed": 1, "cancelled": 1, "hypothetical": 1}


@dataclass(slots=True)
class Draft:
    """An event before its articles are written."""

    event: Event
    words: str  # the sentence that reports it
    date_words: str | None
    cast: list[tuple[Actor, str]]  # who, and what they do in it


@dataclass(slots=True)
class Writer:
    """Collects rows by table and appends them to one Parquet file each."""

    folder: Path
    rows: dict[str, list[Any]] = field(default_factory=lambda: {t: [] for t in STORED})
    files: dict[str, pq.ParquetWriter] = field(default_factory=dict)

    def flush(self) -> None:
        for table, record in STORED.items():
            schema = schema_of(record)
            if table not in self.files:
                self.files[table] = pq.ParquetWriter(self.folder / f"{table}.parquet", schema, compression="zstd")
            columns = [pa.array([getattr(r, f.name) for r in self.rows[table]], type=f.type) for f in schema]
            self.files[table].write_table(pa.Table.from_arrays(columns, schema=schema))
            self.rows[table].clear()

    def close(self) -> None:
        self.flush()
        for file in self.files.values():
            file.close()


def make_generation(count: int, data: Path, *, seed: int = 7) -> Path:
    """Writes the tables of `count` events as the current generation of `data`; returns its folder."""
    build_id = f"synthetic-{count}"
    folder = data / "generations" / build_id
    folder.mkdir(parents=True, exist_ok=True)
    choose, writer = random.Random(seed), Writer(folder)
    actors = make_actors(choose)
    writer.rows["actors"] += actors
    for start in range(0, count, CHUNK):
        drafts = [draft_event(i, actors, choose) for i in range(start, min(start + CHUNK, count))]
        for number, told in enumerate(share_out(drafts, choose), start // PER_ARTICLE):
            write_article(number, told, writer, choose)
        for draft in drafts:
            write_event(draft, writer, choose)
        writer.flush()
    writer.close()
    (data / "CURRENT").write_text(build_id, encoding="utf-8")
    return folder


def draft_event(i: int, actors: list[Actor], choose: random.Random) -> Draft:
    """One event with its sentence: who does what to whom, where and when."""
    who, whom = (actors[min(len(actors) - 1, int(choose.paretovariate(0.6)) - 1)] for _ in range(2))
    place = choose.choice([a for a in actors[:60] if a.kind == "location"])
    event_type = choose.choice(KINDS)
    start = FIRST_DAY + timedelta(days=int(choose.triangular(0, DAYS, DAYS * 0.7)))
    words, first, last, precision, edtf, flags = choose.choices(DATE_MAKERS, weights=[55, 15, 8, 4, 8, 4, 6])[0](start)
    status = choose.choices(list(STATUS_WEIGHTS), weights=list(STATUS_WEIGHTS.values()))[0]
    title = f"{who.name} {choose.choice(VERBS[event_type])} {whom.name} over {place.name}"
    speaker = who if event_type == "STATEMENT" or choose.random() < 0.2 else None
    event = Event(
        event_id=f"e{i:07d}", title=title, date_start=first, date_end=last, best_day=first if precision == "day" else None,
        precision=precision, edtf=edtf, date_basis="explicit" if words else "publication", date_text=words, event_type=event_type,
        status=status, speaker_id=speaker.actor_id if speaker else None, speech="indirect" if speaker else None, reported_via=None,
        quote=None, n_articles=1, n_outlets=1, n_independent=1, confidence=round(choose.betavariate(6, 2), 2),
        conflict="conflict" in flags, needs_review="conflict" in flags or choose.random() < 0.05, flags=flags,
    )  # fmt: skip
    cast = {who.actor_id: (who, "speaker" if speaker else "actor"), place.actor_id: (place, "mentioned")}
    cast.setdefault(whom.actor_id, (whom, "recipient"))
    return Draft(event, f"{title} {words}." if words else f"{title}.", words, list(cast.values()))


def share_out(drafts: list[Draft], choose: random.Random) -> Iterator[list[Draft]]:
    """Articles of some events each; every fourth event is told a second time, in the next article."""
    again: list[Draft] = []
    for start in range(0, len(drafts), PER_ARTICLE):
        own = drafts[start : start + PER_ARTICLE]
        yield [*own, *again]
        again = [d for d in own if choose.random() < 0.25]


def write_article(number: int, told: list[Draft], writer: Writer, choose: random.Random) -> None:
    article_id, day = f"a{number:07d}", max((d.event.date_end or FIRST_DAY for d in told), default=FIRST_DAY)
    published = None if number % 23 == 5 else day.isoformat()
    text, position = "", 0
    for position, draft in enumerate(told):
        start = len(text)
        text += draft.words + ("\n" if position % 3 == 2 else " ")
        write_sentence(article_id, position, start, draft, writer)
    outlet = OUTLETS[number % len(OUTLETS)]
    article = Article(
        article_id=article_id, text_hash=article_id, name=f"{outlet.lower().replace(' ', '-')}/{number}.txt",
        title=told[0].event.title, source=outlet, url=f"https://example.org/{number}", language="en", text=text, published=published,
        published_earliest=day if published else None, published_latest=day if published else None,
        published_precision="day" if published else None, published_basis="dateline" if published else None,
        published_confidence=0.95 if published else 0.0,
    )  # fmt: skip
    writer.rows["articles"].append(article)
    if published:
        first = told[0]
        proof = DatingEvidence(article_id, 0, len(first.words), first.words, "dateline", f"published on {published}", 4.0)
        writer.rows["dating_evidence"].append(proof)


def write_sentence(article_id: str, position: int, start: int, draft: Draft, writer: Writer) -> None:
    words, event, end = draft.words, draft.event, start + len(draft.words)
    sentence_id = f"{article_id}.{position}"
    writer.rows["sentences"].append(Sentence(sentence_id, article_id, position, position // 3, start, end, words))
    timex_id = f"{sentence_id}.t" if draft.date_words else None
    if timex_id and draft.date_words:
        at = start + words.rindex(draft.date_words)
        writer.rows["timexes"].append(_timex(timex_id, article_id, at, draft.date_words, event))
        writer.rows["alternatives"] += _alternatives(timex_id, event)
    writer.rows["evidence"].append(Evidence(event.event_id, article_id, start, end, timex_id, f"{sentence_id}.c", "same day and actors", 1.0))
    for actor, function in draft.cast:
        at = start + words.index(actor.name)
        name_end = at + len(actor.name)
        writer.rows["mentions"].append(Mention(article_id, sentence_id, at, name_end, actor.name, actor.kind, actor.actor_id, function, "exact", 0.95))


def _timex(timex_id: str, article_id: str, at: int, words: str, event: Event) -> Timex:
    return Timex(
        timex_id, article_id, at, at + len(words), words, "DATE", event.edtf or "", None, event.edtf, event.date_start, event.date_end,
        event.best_day, event.precision, "absolute.made_up", "the text", 0.95, event.conflict, None, event.flags,
    )  # fmt: skip


def _alternatives(timex_id: str, event: Event) -> list[Alternative]:
    if not event.conflict or not event.date_start or not event.date_end:
        return []
    return [
        Alternative(timex_id, 1, event.date_end, event.date_end, "the day of the month", 0.6),
        Alternative(timex_id, 2, event.date_start, event.date_start, "the weekday", 0.4),
    ]


def write_event(draft: Draft, writer: Writer, choose: random.Random) -> None:
    event = draft.event
    writer.rows["events"].append(event)
    for actor, function in draft.cast:
        writer.rows["event_actors"].append(EventActor(event.event_id, actor.actor_id, function))
    if choose.random() < 0.02:
        article_id = f"a{int(event.event_id[1:]) // PER_ARTICLE:07d}"
        writer.rows["contradictions"] += [
            Contradiction(event.event_id, "status", event.status, article_id), Contradiction(event.event_id, "status", "denied", article_id),
        ]  # fmt: skip


if __name__ == "__main__":
    print(make_generation(int(sys.argv[1]), Path(sys.argv[2])))
