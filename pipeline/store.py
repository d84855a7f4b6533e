"""Generations of tables on disk: immutable folders of Parquet, and CURRENT, which names the one to read.

A folder is written under a temporary name, synced and renamed, and only then named in CURRENT, which is itself
replaced in one step: a build that dies at any moment leaves what was there before.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline import model
from pipeline.errors import StoreError
from pipeline.tables import from_arrow, schema_of, to_arrow

DATA = Path("data")
TABLES: dict[str, type] = {
    "articles": model.Article,
    "sentences": model.Sentence,
    "furniture": model.Furniture,
    "expressions": model.Expression,
    "dating_evidence": model.DatingEvidence,
    "names": model.Name,
    "name_roles": model.NameRole,
    "timexes": model.Timex,
    "alternatives": model.Alternative,
    "actors": model.Actor,
    "actor_roles": model.ActorRole,
    "bearers": model.Bearer,
    "mentions": model.Mention,
    "attributions": model.Attribution,
    "candidates": model.Candidate,
    "candidate_actors": model.CandidateActor,
    "events": model.Event,
    "event_actors": model.EventActor,
    "evidence": model.Evidence,
    "contradictions": model.Contradiction,
    "event_links": model.EventLink,
    "event_forwards": model.EventForward,
}
SOURCES = "machine/sources"  # what the articles came in as: the next build starts from it
ROW_GROUP = 100_000  # rows
LOCK_PATIENCE = 3_600.0  # seconds that a second build waits for the first


@dataclass(frozen=True, slots=True)
class Generation:
    build_id: str
    path: Path


def current(data: Path) -> Generation | None:
    """The tables that stand in `data`; None before the first build. StoreError when CURRENT names none that is there."""
    pointer = data / "CURRENT"
    if not pointer.is_file():
        return None
    build_id = pointer.read_text(encoding="ascii", errors="replace").strip()
    path = data / "generations" / build_id
    if not build_id or not path.is_dir():
        raise StoreError(f"{pointer}: names the build {build_id!r}, which is not in {path.parent}; build again")
    return Generation(build_id, path)


def table_path(folder: Path, name: str) -> Path:
    return folder / f"{name}.parquet"


def read_table(folder: Path, name: str, record: type) -> pd.DataFrame:
    """One table of a folder. StoreError names the file and what is wrong with it."""
    path = table_path(folder, name)
    try:
        table = pq.read_table(path, schema=schema_of(record), use_threads=False)
    except (OSError, pa.ArrowException) as error:
        raise StoreError(f"{path}: {error}; a Parquet table with the columns of {record.__name__} was wanted; build again") from error
    return from_arrow(table)


def write_table(folder: Path, name: str, frame: pd.DataFrame, record: type) -> None:
    write_parts(folder, name, iter((frame,)), record)


def write_parts(folder: Path, name: str, frames: Iterator[pd.DataFrame], record: type) -> None:
    """Frames below each other in one file, in row groups of ROW_GROUP however they come."""
    path = table_path(folder, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as handle:
        with pq.ParquetWriter(handle, schema_of(record), compression="zstd") as writer:
            for group in _row_groups(frames, record):
                writer.write_table(group)
        _sync(handle.fileno())


def _row_groups(frames: Iterator[pd.DataFrame], record: type) -> Iterator[pa.Table]:
    waiting = schema_of(record).empty_table()
    for frame in frames:
        waiting = pa.concat_tables([waiting, to_arrow(frame, record)])
        while len(waiting) >= ROW_GROUP:
            yield waiting.slice(0, ROW_GROUP).combine_chunks()
            waiting = waiting.slice(ROW_GROUP)
    if len(waiting):
        yield waiting.combine_chunks()


def _sync(descriptor: int) -> None:
    os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    """Makes a rename inside `folder` last; systems that cannot open a folder do it by themselves."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        _sync(descriptor)
        os.close(descriptor)


@contextlib.contextmanager
def locked(data: Path) -> Iterator[None]:
    """One build at a time in a data folder; the lock goes with its process, however that ends."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(data / "lock.sqlite", timeout=LOCK_PATIENCE, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{data}: cannot be written ({error}); a folder that this user may write was wanted (--data DIR)") from error
    try:
        yield
    finally:
        lock.close()


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A new folder to fill, which takes the place of `target` in one step when all went well."""
    unfinished = target.with_name(f".{target.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir(parents=True)
        yield unfinished
        shutil.rmtree(target, ignore_errors=True)
        os.replace(unfinished, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise StoreError(f"{target}: cannot be written ({error})") from error


def is_complete(folder: Path) -> bool:
    """Whether a generation has all its tables; it has when it bears its own name."""
    return all(table_path(folder, name).is_file() for name in (*TABLES, SOURCES))


def make_current(data: Path, build_id: str) -> None:
    """Names `build_id` in CURRENT, and drops generations but it and the one before, which readers may have open."""
    pointer = data / "CURRENT"
    before = pointer.read_text(encoding="ascii", errors="replace").strip() if pointer.is_file() else build_id
    unfinished = data / ".CURRENT.part"
    with unfinished.open("w", encoding="ascii") as handle:
        handle.write(build_id + "\n")
        handle.flush()
        _sync(handle.fileno())
    os.replace(unfinished, pointer)
    _sync_folder(data)
    for folder in (data / "generations").iterdir():
        if folder.name not in (build_id, before):
            shutil.rmtree(folder, ignore_errors=True)
