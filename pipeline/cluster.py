"""Builds a generation of tables from articles, on one worker or many: the same bytes on all."""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from pipeline import seeds, store
from pipeline.corpus import Shard, Spool, shards, spool
from pipeline.engine import Engine, Job, engine_for
from pipeline.errors import InputError
from pipeline.ingest.paths import read_paths
from pipeline.model import Source
from pipeline.run import Merging, Relation, Telling, merge, relate
from pipeline.shards import enter_shard, load_readings, read_shard, relation_key, split_relation, tell_shard, with_text
from pipeline.tables import concat, to_records, to_table
from pipeline.text import article_id_of, digest

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


def _build(found: Iterable[Source | InputError], data: Path, engine: Engine, on_progress: Progress | None) -> BuildReport:
    work = data / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    corpus = spool(found, work / "sources.jsonl")
    if corpus.errors and not corpus.ids:
        raise InputError("\n".join(map(str, corpus.errors)))
    plan = _enter(corpus, data, work)
    count = _Count(sum(len(w.articles) for w in plan), on_progress)
    count.run(engine, [Job(read_shard, (w.folder,)) for w in plan if not (w.folder / "reading").is_dir()], first=True)
    relation = relate(load_readings([w.folder for w in plan]), seeds.read_seeds())
    tellings = _tell(plan, relation, engine, count)
    telling = _for_merging(tellings)
    merging = merge(relation.articles, telling)
    build_id = _write(data, work, plan, tellings, relation, merging)
    _tidy(data, plan, tellings)
    return BuildReport(count.articles, len(merging.events), tuple(corpus.errors), build_id)


class _Count:
    """Articles done, in two passes that count half each."""

    def __init__(self, articles: int, on_progress: Progress | None) -> None:
        self.articles = articles
        self._on_progress = on_progress or (lambda done, total: None)

    def run(self, engine: Engine, jobs: list[Job], *, first: bool) -> None:
        """Runs the jobs; articles whose shard needs no job count as done."""
        done = 0 if first else self.articles
        for articles in engine(jobs):
            done += articles
            self._on_progress(done // 2, self.articles)
        self._on_progress(self.articles // 2 if first else self.articles, self.articles)


def _enter(corpus: Spool, data: Path, work: Path) -> list[Work]:
    """Every shard with its folder; the sources as they came in are written beside."""
    plan: list[Work] = []

    def given() -> Iterator[pd.DataFrame]:
        for shard in shards(corpus, code_version(), lambda source: source):
            plan.append(_place(shard, data))
            yield to_table(shard.given, Source)

    store.write_parts(work, store.SOURCES, given(), Source)
    return plan


def _place(shard: Shard, data: Path) -> Work:
    folder = data / "shards" / shard.key
    enter_shard(folder, shard.sources)
    return Work(folder, tuple(article_id_of(s) for s in shard.sources))


def _tell(plan: list[Work], relation: Relation, engine: Engine, count: _Count) -> list[Path]:
    """The folders of what each shard tells, each named after the relation that it was told with."""
    if not plan:
        return []
    parts = split_relation(relation, {article: number for number, w in enumerate(plan) for article in w.articles})
    targets = [f"telling-{relation_key(part)}" for part in parts]
    jobs = [Job(tell_shard, (w.folder, target, part)) for w, target, part in zip(plan, targets, parts, strict=True) if not (w.folder / target).is_dir()]
    count.run(engine, jobs, first=False)
    return [w.folder / target for w, target in zip(plan, targets, strict=True)]


def _for_merging(tellings: list[Path]) -> Telling:
    """Of what the shards tell the two tables that events are made of."""
    made = {"candidates", "candidate_actors"}
    return Telling(**{n: _stack(tellings if n in made else [], n) for n in Telling._fields})


def _stack(folders: list[Path], name: str) -> pd.DataFrame:
    record = store.TABLES[name]
    return concat((store.read_table(folder, name, record) for folder in folders), record)


def _write(data: Path, work: Path, plan: list[Work], tellings: list[Path], relation: Relation, merging: Merging) -> str:
    """Writes the generation and makes it current. Its name follows from what is in it."""
    build_id = digest(*(str(f.relative_to(data)) for f in tellings))
    target = data / "generations" / build_id
    if not (target.is_dir() and store.is_complete(target)):
        with store.replacing(target) as new:
            _write_tables(new, [w.folder / "reading" for w in plan], tellings, relation, merging)
            os.replace(store.table_path(work, store.SOURCES).parent, store.table_path(new, store.SOURCES).parent)
    store.make_current(data, build_id)
    return build_id


def _write_tables(folder: Path, readings: list[Path], tellings: list[Path], relation: Relation, merging: Merging) -> None:
    whole = relation._asdict() | merging._asdict() | {"event_forwards": to_table((), store.TABLES["event_forwards"])}
    for name, record in store.TABLES.items():
        if name == "articles":
            frames = _articles(readings, relation.articles)
        elif name in whole:
            frames = iter((whole[name],))
        elif name in Telling._fields:
            frames = (store.read_table(f, name, record) for f in tellings)
        else:
            frames = (store.read_table(f, "roles" if name == "name_roles" else name, record) for f in readings)
        store.write_parts(folder, name, frames, record)


def _articles(readings: list[Path], known: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The articles of each shard, dated by the corpus, with their text."""
    at = {article_id: row for row, article_id in enumerate(known.article_id)}
    for folder in readings:
        read = store.read_table(folder, "articles", store.TABLES["articles"])
        yield with_text(known.iloc[[at[i] for i in read.article_id]].reset_index(drop=True), read)


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
