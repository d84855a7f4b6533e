"""JSON lines of articles in, one answer an article out, in the same order and without holding the stream."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from pipeline.answer import answers
from pipeline.errors import InputError
from pipeline.ingest.jsonl import read_lines, read_object, read_source
from pipeline.model import Source
from pipeline.run import run
from pipeline.seeds import Seeds
from pipeline.tables import to_table
from pipeline.text import article_id_of

BATCH = 200  # articles; what a batch costs beside its articles is then small
Numbered = tuple[int, bytes | InputError]


class Failure(NamedTuple):
    """A line that is no article."""

    id: str | None
    error: str


def annotate_stream(stream: BinaryIO, seeds: Seeds) -> Iterator[dict[str, Any]]:
    """An answer for each line, each article by itself, as soon as the input pauses."""
    for lines in _available(stream):
        yield from _annotate([_read(line) for line in lines], seeds, scope=None)


def annotate_together(stream: BinaryIO, seeds: Seeds) -> Iterator[dict[str, Any]]:
    """An answer for each line, once all are read: the articles inform each other."""
    yield from _annotate([_read(line) for line in read_lines(stream)], seeds, scope="")


def _available(stream: BinaryIO) -> Iterator[list[Numbered]]:
    """What has arrived, up to BATCH lines at a time; waits only for the first."""
    arrived: queue.Queue[Numbered | None] = queue.Queue(maxsize=2 * BATCH)
    threading.Thread(target=_feed, args=(stream, arrived), daemon=True).start()
    while (first := arrived.get()) is not None:
        lines = [first]
        while len(lines) < BATCH and not arrived.empty():
            line = arrived.get()
            if line is None:
                yield lines
                return
            lines.append(line)
        yield lines


def _feed(stream: BinaryIO, arrived: queue.Queue[Numbered | None]) -> None:
    for line in read_lines(stream):
        arrived.put(line)
    arrived.put(None)


def _read(numbered: Numbered) -> Source | Failure:
    number, line = numbered
    row: dict[str, Any] = {}
    try:
        if isinstance(line, InputError):
            raise line
        row = read_object(line)
        return read_source(row)
    except InputError as error:
        name = row.get("id")
        return Failure(name if isinstance(name, str) else None, f"line {number}: {error}")


def _annotate(entries: list[Source | Failure], seeds: Seeds, *, scope: str | None) -> Iterator[dict[str, Any]]:
    """Answers in the order of the entries."""
    found: dict[int, dict[str, Any]] = {i: {"id": e.id, "error": e.error} for i, e in enumerate(entries) if isinstance(e, Failure)}
    waiting = {i: e for i, e in enumerate(entries) if isinstance(e, Source)}
    while waiting:
        sources = _distinct(waiting)
        tables = run(to_table(sources.values(), Source), seeds, scope=scope)
        said = answers(tables)
        for position, source in list(waiting.items()):
            if source == sources[article_id_of(source)]:
                found[position] = {"id": source.name} | said[article_id_of(source)]
                del waiting[position]
    yield from (found[i] for i in range(len(entries)))


def _distinct(waiting: dict[int, Source]) -> dict[str, Source]:
    """The first source of each article; the same article with other particulars waits for a run of its own."""
    first: dict[str, Source] = {}
    for source in waiting.values():
        first.setdefault(article_id_of(source), source)
    return first
