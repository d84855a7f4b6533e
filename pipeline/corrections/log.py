"""The log of corrections: an SQLite file that only grows, shared by all who use one data folder."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.clock import stamp
from pipeline.corrections.record import UNDO, Correction, Entry, check
from pipeline.errors import InputError, StoreError

FILE = "corrections.sqlite"
PATIENCE = 30.0  # seconds that one writer waits for another
SCHEMA = """
CREATE TABLE IF NOT EXISTS log (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL,
    text_hash TEXT, article TEXT, quote TEXT, char_start INTEGER, payload TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS orphans (uid TEXT PRIMARY KEY);
"""
COLUMNS = ("uid", "stamp", "author", "kind", "text_hash", "article", "quote", "char_start", "payload")
INSERT = f"INSERT OR IGNORE INTO log ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
SELECT = f"SELECT id, {', '.join(COLUMNS)} FROM log ORDER BY id"


@contextlib.contextmanager
def _open(data: Path) -> Iterator[sqlite3.Connection]:
    """The log of a data folder, made when it is not there. What is done inside stands on disk afterwards, or not at all."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        con = sqlite3.connect(data / FILE, timeout=PATIENCE)
        try:
            con.execute("PRAGMA journal_mode = WAL")
            con.execute("PRAGMA synchronous = FULL")
            con.executescript(SCHEMA)
            with con:
                yield con
        finally:
            con.close()
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{data / FILE}: {error}; a log of corrections that this user may write was wanted") from error


def add(data: Path, correction: Correction) -> int:
    """Appends a correction; returns its number. It shows after the next build or `cluster.apply_corrections`."""
    check(correction)
    return _append(data, correction)


def undo(data: Path, number: int) -> int:
    """Takes the correction `number` back, by a line of its own: undoing that line brings it back."""
    entry = next((e for e in history(data) if e.id == number), None)
    if entry is None:
        raise InputError(f"no correction has the number {number}")
    if not entry.active:
        raise InputError(f"correction {number} is undone already")
    return _append(data, Correction(UNDO, values={"uid": entry.uid}))


def _append(data: Path, correction: Correction) -> int:
    with _open(data) as con:
        number = con.execute(INSERT, _row(secrets.token_hex(8), stamp(), correction)).lastrowid
    assert number is not None
    return number


def _row(uid: str, when: str, c: Correction) -> tuple[Any, ...]:
    return (uid, when, c.author, c.kind, c.text_hash, c.article, c.quote, c.char_start, json.dumps(dict(c.values), sort_keys=True))


def history(data: Path) -> list[Entry]:
    """Every line of the log, oldest first."""
    if not (data / FILE).exists():
        return []
    with _open(data) as con:
        rows = con.execute(SELECT).fetchall()
    entries = [Entry(row[0], row[1], row[2], _correction(row), True) for row in rows]
    taken_back = _taken_back(entries)
    return [dataclasses.replace(e, active=e.uid not in taken_back) for e in entries]


def _correction(row: tuple[Any, ...]) -> Correction:
    _, _, _, author, kind, text_hash, article, quote, char_start, values = row
    return Correction(kind, text_hash, article, quote, char_start, json.loads(values), author)


def _taken_back(entries: list[Entry]) -> set[str]:
    """Lines that an undo takes back which is itself not taken back."""
    gone: set[str] = set()
    for entry in reversed(entries):
        if entry.correction.kind == UNDO and entry.uid not in gone:
            gone.add(entry.correction.values["uid"])
    return gone


def active(data: Path) -> list[Entry]:
    """The corrections that stand, oldest first."""
    return [e for e in history(data) if e.active and e.correction.kind != UNDO]


def log_key(entries: Iterable[Entry]) -> str:
    """Changes with what stands in the log, not with when or by whom it was said."""
    said = [dataclasses.asdict(e.correction) | {"author": ""} for e in entries]
    return hashlib.blake2b(json.dumps(said, sort_keys=True).encode(), digest_size=8).hexdigest() if said else ""


def export_log(data: Path) -> bytes:
    """The whole log as JSON lines."""
    lines = ({"uid": e.uid, "stamp": e.stamp} | dataclasses.asdict(e.correction) for e in history(data))
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def import_log(data: Path, lines: bytes) -> int:
    """Appends the lines of another log that this one does not have yet; returns how many. All or none."""
    rows = [_imported(number, line) for number, line in enumerate(lines.splitlines(), 1) if line.strip()]
    with _open(data) as con:
        return sum(con.execute(INSERT, row).rowcount for row in rows)


def _imported(number: int, line: bytes) -> tuple[Any, ...]:
    try:
        found = json.loads(line)
        uid, when = str(found.pop("uid")), str(found.pop("stamp"))
        correction = Correction(**found)
        check(correction)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"line {number}: {error!r}; wanted a line of an exported log of corrections") from error
    return _row(uid, when, correction)


def remember_orphans(data: Path, uids: Iterable[str]) -> None:
    """Keeps which corrections found nothing in the last replay."""
    with _open(data) as con:
        con.execute("DELETE FROM orphans")
        con.executemany("INSERT INTO orphans VALUES (?)", [(uid,) for uid in uids])


def orphans(data: Path) -> list[Entry]:
    """Corrections that stand but no longer find their words, as the last build saw it."""
    if not (data / FILE).exists():
        return []
    with _open(data) as con:
        lost = {uid for (uid,) in con.execute("SELECT uid FROM orphans")}
    return [e for e in active(data) if e.uid in lost]
