"""Builds a generation of tables from articles, on one worker or many: the same bytes on all."""

from __future__ import annotations

import functools
import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from pipeline import corrections, seeds, store
from pipeline.corpus import Shard, Spool, shards, spool
from pipeline.corrections.replay import Actors, Replay
from pipeline.engine import Engine, Job, engine_for
from pipeline.errors import InputError
from pipeline.generation import Findings, without_events, write_generation
from pipeline.ingest.paths import read_paths
from pipeline.model import Article, Source
from pipeline.run import Relation, Telling, merge, relate
from pipeline.shards import enter_shard, load_outline, load_seeds, read_shard, relation_key, split_relation, tell_shard
from pipeline.tables import concat, to_records, to_table
from pipeline.text import article_id_of

Progress = Callable[[int, int], None]


class BuildReport(NamedTuple):
    n_articles: int
    n_events: int
    errors: tuple[InputError, ...]  # what could not be read, in the order found
    build_id: str


class Work(NamedTuple):
    """A shard on its way through a build."""

    folder: Path
    articles: tuple[str, ...]  # ids


def build(
    paths: Sequence[Path],
    data: Path,
    *,
    add: bool = False,
    remove: Sequence[str] = (),
    workers: int = 1,
    scheduler: str | None = None,
    on_progress: Progress | None = None,
) -> BuildReport:
    """Makes the corpus exactly `paths`, or with `add` and `remove` changes the one that is there.

    What was worked out for articles that did not change is taken over, also from a build that was cut short.
    InputError when nothing at all could be read; then the tables stay as they were.
    """
    with store.locked(data):
        kept = _stored_sources(data) if add or remove else iter(())
        new = read_paths(paths)
        found = _changed(kept, list(new) if add else [], remove) if add or remove else new
        return _build(found, data.resolve(), engine_for(workers, scheduler), on_progress)


def _stored_sources(data: Path) -> Iterator[Source]:
    generation = store.current(data)
    if generation:
        yield from to_records(store.read_table(generation.path, store.SOURCES, Source), Source)


def _changed(kept: Iterable[Source], new: list[Source | InputError], remove: Sequence[str]) -> Iterator[Source | InputError]:
    """What was there without what is removed or comes anew under the same name, then what is new."""
    renewed = {s.name for s in new if isinstance(s, Source)}
    gone: set[str] = set()
    for source in kept:
        names = {source.name, article_id_of(source)} & set(remove)
        gone |= names
        if not names and source.name not in renewed:
            yield source
    yield from (InputError(f"--remove {name}: no article of this name or id in the corpus") for name in remove if name not in gone)
    yield from new


def apply_corrections(data: Path) -> BuildReport:
    """The tables anew with the corrections as they stand now; what these do not touch is taken over."""
    with store.locked(data):
        return _build(_stored_sources(data), data.resolve(), engine_for(1, None), None)


def _build(found: Iterable[Source | InputError], data: Path, engine: Engine, on_progress: Progress | None) -> BuildReport:
    work = data / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    corpus = spool(found, work / "sources.jsonl")
    if corpus.errors and not corpus.ids:
        raise InputError("\n".join(map(str, corpus.errors)))
    entries = corrections.active(data)
    replay = Replay(entries)
    plan = _enter(corpus, data, work, replay)
    count = _Count(sum(len(w.articles) for w in plan), on_progress)
    count.run(engine, [Job(read_shard, (w.folder,)) for w in plan if not (w.folder / "reading").is_dir()], first=True)
    findings = _find(plan, replay, engine, count)
    build_id = write_generation(data, work, findings, replay, corrections.log_key(entries))
    if entries:
        corrections.remember_orphans(data, replay.orphans())
    _tidy(data, plan, findings.tellings)
    return BuildReport(count.articles, len(findings.merging.events), tuple(corpus.errors), build_id)


def _find(plan: list[Work], replay: Replay, engine: Engine, count: _Count) -> Findings:
    """The corpus parts of a run, each as users corrected it, and between them what the shards tell."""
    readings = [w.folder / "reading" for w in plan]
    relation = relate(load_outline([w.folder for w in plan]), load_seeds())
    shard_of = {article: number for number, w in enumerate(plan) for article in w.articles}
    replay.enter(relation.articles, lambda article: _text(readings[shard_of[article]], article))
    relation = relation._replace(**replay.actors(Actors(relation.actors, relation.actor_roles, relation.bearers))._asdict())
    tellings = _tell(plan, relation, engine, count, shard_of)
    telling = _corrected(tellings, replay, relation, shard_of)
    merging = merge(relation.articles, telling, replay.links)
    events, hidden = replay.events(merging.events, merging.evidence, relation.actors)
    merging = without_events(merging._replace(events=events), hidden)
    return Findings(readings, tellings, relation, telling.candidates, telling.candidate_actors, merging)


def _text(reading: Path, article_id: str) -> str:
    articles = store.read_table(reading, "articles", Article)
    return str(articles.text[articles.article_id == article_id].iloc[0])


def _corrected(tellings: list[Path], replay: Replay, relation: Relation, shard_of: dict[str, int]) -> Telling:
    """What events are made of: candidates on the days that users gave, and those that they added."""
    candidates, members = _stack(tellings, "candidates"), _stack(tellings, "candidate_actors")
    touched = [tellings[n] for n in sorted({shard_of[a] for a in replay.articles_with_dates()})]
    candidates = replay.dates(_stack(touched, "timexes"), _stack(touched, "alternatives"), candidates)
    candidates, members = replay.added(candidates, members, relation.actors)
    empty = {name: _stack([], name) for name in Telling._fields}
    return Telling(**empty | {"candidates": candidates, "candidate_actors": members})


class _Count:
    """Articles done, in two passes that count half each."""

    def __init__(self, articles: int, on_progress: Progress | None) -> None:
        self.articles = articles
        self._on_progress = on_progress or (lambda done, total: None)

    def run(self, engine: Engine, jobs: Iterable[Job], *, first: bool) -> None:
        """Runs the jobs; articles whose shard needs no job count as done."""
        done = 0 if first else self.articles
        for articles in engine(jobs):
            done += articles
            self._on_progress(done // 2, self.articles)
        self._on_progress(self.articles // 2 if first else self.articles, self.articles)


def _enter(corpus: Spool, data: Path, work: Path, replay: Replay) -> list[Work]:
    """Every shard with its folder; the sources as they came in are written beside."""
    plan: list[Work] = []

    def given() -> Iterator[pd.DataFrame]:
        for shard in shards(corpus, code_version(), replay.source):
            plan.append(_place(shard, data))
            yield to_table(shard.given, Source)

    store.write_parts(work, store.SOURCES, given(), Source)
    return plan


def _place(shard: Shard, data: Path) -> Work:
    folder = data / "shards" / shard.key
    enter_shard(folder, shard.sources)
    return Work(folder, tuple(article_id_of(s) for s in shard.sources))


def _tell(plan: list[Work], relation: Relation, engine: Engine, count: _Count, shard_of: dict[str, int]) -> list[Path]:
    """The folders of what each shard tells, each named after the relation that it was told with."""
    targets: list[Path] = []

    def jobs() -> Iterator[Job]:
        for w, part in zip(plan, split_relation(relation, [w.folder for w in plan], shard_of), strict=True):
            targets.append(w.folder / f"telling-{relation_key(part)}")
            if not targets[-1].is_dir():
                yield Job(tell_shard, (w.folder, targets[-1].name, part))

    count.run(engine, jobs(), first=False)
    return targets


def _stack(folders: list[Path], name: str) -> pd.DataFrame:
    record = store.TABLES[name]
    return concat((store.read_table(folder, name, record) for folder in folders), record)


def _tidy(data: Path, plan: list[Work], tellings: list[Path]) -> None:
    """Drops what no shard of this build uses."""
    shutil.rmtree(data / "work", ignore_errors=True)
    keep = {w.folder for w in plan} | set(tellings)
    for folder in (data / "shards").glob("*"):
        for unused in [folder] if folder not in keep else [f for f in folder.glob("telling-*") if f not in keep]:
            shutil.rmtree(unused, ignore_errors=True)


@functools.cache
def code_version() -> str:
    """Changes with the program and with the seed tables: what an older one worked out is not taken over."""
    made = hashlib.blake2b(digest_size=8)
    package = Path(__file__).resolve().parent
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.npz"), *seeds.SEEDS.glob("*.csv")]):
        made.update(path.relative_to(package.parent).as_posix().encode() + path.read_bytes())
    return made.hexdigest()
