"""The articles of a build, spooled to disk and cut into shards that follow from content alone.

Which shard an article is in depends on its id and on how many articles there are, never on the order in which they
came; inside a shard articles stand by name. One article more changes one shard.
"""

from __future__ import annotations

import dataclasses
import json
from array import array
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np

from pipeline.errors import InputError
from pipeline.model import Source
from pipeline.text import article_id_of, digest

SHARD = 250  # articles, at most on average: a few seconds of work, and what a worker holds at a time
ID_BITS = 64
Correct = Callable[[Source], Source]


class Spool(NamedTuple):
    """Sources as JSON lines in a file, and where each begins."""

    path: Path
    ids: array[int]  # article ids as numbers
    offsets: array[int]
    errors: list[InputError]


class Shard(NamedTuple):
    """Articles that are worked on together. `key` changes with any of them and with the program."""

    key: str
    given: list[Source]  # as they came in
    sources: list[Source]  # with the user's dates


def spool(found: Iterable[Source | InputError], path: Path) -> Spool:
    """Writes the sources to `path`; errors are kept in the order found."""
    ids, offsets, errors = array("Q"), array("Q"), list[InputError]()
    with path.open("wb") as handle:
        for source in found:
            if isinstance(source, InputError):
                errors.append(source)
                continue
            ids.append(int(article_id_of(source), 16))
            offsets.append(handle.tell())
            handle.write(_line(source))
    return Spool(path, ids, offsets, errors)


def _line(source: Source) -> bytes:
    return json.dumps(dataclasses.astuple(source)).encode() + b"\n"


def shards(corpus: Spool, version: str, correct: Correct) -> Iterator[Shard]:
    """The shards of the corpus, in the order of their articles' ids."""
    ids = np.array(corpus.ids, dtype=np.uint64)
    offsets = np.array(corpus.offsets, dtype=np.uint64)
    order = np.lexsort((offsets, ids))
    bits = max(0, int(len(np.unique(ids)) - 1) // SHARD).bit_length()
    group = ids[order] >> np.uint64(ID_BITS - bits) if bits else np.zeros(len(order), dtype=np.uint64)
    with corpus.path.open("rb") as handle:
        for rows in np.split(order, np.flatnonzero(np.diff(group)) + 1) if len(order) else ():
            given = _distinct(Source(*json.loads(_at(handle, int(offset)))) for offset in offsets[rows])
            sources = [correct(s) for s in given]
            yield Shard(digest(version, *(json.dumps(dataclasses.astuple(s)) for s in sources)), given, sources)


def _at(handle: BinaryIO, offset: int) -> bytes:
    handle.seek(offset)
    return handle.readline()


def _distinct(sources: Iterable[Source]) -> list[Source]:
    """One source an article, by name. Of several the one that tells most stands, whatever their order."""
    best: dict[str, Source] = {}
    for source in sorted(sources, key=_telling):
        best[article_id_of(source)] = source
    return sorted(best.values(), key=lambda s: (s.name, article_id_of(s)))


def _telling(source: Source) -> tuple[int, bytes]:
    return sum(v is not None for v in dataclasses.astuple(source)), _line(source)
