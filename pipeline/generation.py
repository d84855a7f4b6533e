"""Everything that a build found, written as one generation of tables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from pipeline import store
from pipeline.corrections.replay import Replay
from pipeline.model import EventForward, Evidence
from pipeline.run import Merging, Relation, Telling
from pipeline.shards import with_text
from pipeline.tables import to_records, to_table
from pipeline.text import digest

CLAUSE = ["article_id", "char_start", "char_end"]


class Findings(NamedTuple):
    """What a build found: small tables of the whole corpus, and folders of each shard's own."""

    readings: list[Path]
    tellings: list[Path]
    relation: Relation
    candidates: pd.DataFrame
    candidate_actors: pd.DataFrame
    merging: Merging


def write_generation(data: Path, sources: Path, found: Findings, replay: Replay, log_key: str) -> str:
    """Writes the tables and makes them current. Their name follows from what is in them."""
    forwards = find_forwards(data, found.merging.evidence)
    named = (f"{f.old_id}>{f.new_id}" for f in forwards)
    build_id = digest(log_key, *(str(f.relative_to(data)) for f in found.tellings), *named)
    target = data / "generations" / build_id
    if not (target.is_dir() and store.is_complete(target)):
        with store.replacing(target) as new:
            _write_tables(new, found, replay, to_table(forwards, EventForward))
            os.replace(store.table_path(sources, store.SOURCES).parent, store.table_path(new, store.SOURCES).parent)
    store.make_current(data, build_id)
    return build_id


def _write_tables(folder: Path, found: Findings, replay: Replay, forwards: pd.DataFrame) -> None:
    whole: dict[str, pd.DataFrame] = found.relation._asdict() | found.merging._asdict()
    whole |= {"candidates": found.candidates, "candidate_actors": found.candidate_actors, "event_forwards": forwards}
    for name, record in store.TABLES.items():
        store.write_parts(folder, name, (replay.shown(f, record) for f in _frames(name, record, found, whole)), record)


def _frames(name: str, record: type, found: Findings, whole: dict[str, pd.DataFrame]) -> Iterator[pd.DataFrame]:
    if name == "articles":
        yield from _articles(found.readings, found.relation.articles)
    elif name == "dating_evidence":  # what articles give, then what others add
        yield from (store.read_table(folder, name, record) for folder in found.readings)
        yield found.relation.dating_evidence
    elif name in whole:
        yield whole[name]
    elif name in Telling._fields:
        yield from (store.read_table(folder, name, record) for folder in found.tellings)
    else:
        yield from (store.read_table(folder, "roles" if name == "name_roles" else name, record) for folder in found.readings)


def _articles(readings: list[Path], known: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The articles of each shard, dated by the corpus, with their text."""
    at = {article_id: row for row, article_id in enumerate(known.article_id)}
    for folder in readings:
        read = store.read_table(folder, "articles", store.TABLES["articles"])
        yield with_text(known.iloc[[at[i] for i in read.article_id]].reset_index(drop=True), read)


def without_events(merging: Merging, gone: set[str]) -> Merging:
    """The events without those that are hidden, and without all that belongs to them."""
    if not gone:
        return merging
    kept = {name: frame[~frame.event_id.isin(gone)].reset_index(drop=True) for name, frame in merging._asdict().items()}
    links = kept["event_links"]
    return Merging(**kept | {"event_links": links[~links.other_id.isin(gone)].reset_index(drop=True)})


def find_forwards(data: Path, evidence: pd.DataFrame) -> list[EventForward]:
    """Where events of the generation before went: to the one that has most of their clauses now."""
    before = _generation_before(data)
    if before is None:
        return []
    moved = _moved(store.read_table(before, "evidence", Evidence), evidence)
    older = {f.old_id: moved.get(f.new_id, f.new_id) for f in to_records(store.read_table(before, "event_forwards", EventForward), EventForward)}
    named = older | moved
    present = set(evidence.event_id[evidence.event_id.isin([*named, *named.values()])])
    return [EventForward(old, new) for old, new in sorted(named.items()) if old not in present and new in present]


def _moved(before: pd.DataFrame, evidence: pd.DataFrame) -> dict[str, str]:
    """Events that are no more -> the event that has most of their clauses, of several the first id."""
    gone = before[~before.event_id.isin(evidence.event_id)].rename(columns={"event_id": "old_id"})[[*CLAUSE, "old_id"]]
    found = gone.merge(evidence[[*CLAUSE, "event_id"]].drop_duplicates(CLAUSE, keep="last"), on=CLAUSE, validate="many_to_one")
    heirs = found.groupby(["old_id", "event_id"]).size().reset_index(name="n").sort_values(["n", "event_id"], ascending=[False, True])
    heirs = heirs.drop_duplicates("old_id")
    return dict(zip(heirs.old_id, heirs.event_id, strict=True))


def _generation_before(data: Path) -> Path | None:
    """The current generation, when it is whole; one that is damaged has nothing to hand on."""
    pointer = data / "CURRENT"
    path = data / "generations" / (pointer.read_text(encoding="ascii", errors="replace").strip() if pointer.is_file() else "-")
    return path if path.is_dir() and store.is_complete(path) else None
