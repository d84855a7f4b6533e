"""The two parts of a run that see one article at a time, from tables on disk to tables on disk.

Both are pure functions of what they read and write their folder in one step, so any worker may run them, again too.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from pipeline import store
from pipeline.model import Article, Source
from pipeline.run import Outline, Reading, Relation, Telling, read_batch, tell_batch
from pipeline.seeds import Seeds, read_seeds
from pipeline.tables import concat, to_arrow, to_table

READING = {**{name: store.TABLES[name] for name in Reading._fields if name != "roles"}, "roles": store.TABLES["name_roles"]}
TELLING = {name: store.TABLES[name] for name in Telling._fields}
WITHOUT_TEXT = ""  # what stands for the text where articles only need to be known


@functools.cache
def load_seeds() -> Seeds:
    return read_seeds()


def enter_shard(folder: Path, sources: list[Source]) -> None:
    """Puts the sources of a shard into its folder, where a worker finds them."""
    if not folder.is_dir():
        with store.replacing(folder) as new:
            store.write_table(new, "sources", to_table(sources, Source), Source)


def read_shard(folder: Path) -> int:
    """What the articles of a shard say by themselves. Returns how many there are."""
    sources = store.read_table(folder, "sources", Source)
    reading = read_batch(sources, load_seeds())
    with store.replacing(folder / "reading") as new:
        for name, record in READING.items():
            store.write_table(new, name, getattr(reading, name), record)
    return len(sources)


def tell_shard(folder: Path, target: str, relation: Relation) -> int:
    """What the articles of a shard report, given the part of the relation that is about them."""
    reading = load_reading(folder)
    telling = tell_batch(reading, relation._replace(articles=with_text(relation.articles, reading.articles)), load_seeds())
    with store.replacing(folder / target) as new:
        for name, record in TELLING.items():
            store.write_table(new, name, getattr(telling, name), record)
    return len(reading.articles)


def load_reading(folder: Path) -> Reading:
    return Reading(**{name: store.read_table(folder / "reading", name, record) for name, record in READING.items()})


def load_outline(folders: list[Path]) -> Outline:
    """What the articles of all shards are related by: the articles but for their text in memory, the rest shard by shard."""
    articles = concat((piece.assign(text=WITHOUT_TEXT) for piece in pieces_of(folders, "articles")), Article)
    return Outline(articles, *(functools.partial(pieces_of, folders, name) for name in Outline._fields[1:]))


def pieces_of(folders: list[Path], name: str) -> Iterator[pd.DataFrame]:
    """A table of the readings, shard by shard."""
    return (store.read_table(folder / "reading", name, READING[name]) for folder in folders)


def with_text(articles: pd.DataFrame, read: pd.DataFrame) -> pd.DataFrame:
    """The articles of a relation with the text that they were read with."""
    texts = dict(zip(read.article_id, read.text, strict=True))
    return articles.assign(text=articles.article_id.map(texts).astype(read.text.dtype))


def split_relation(relation: Relation, folders: list[Path], shard_of: dict[str, int]) -> Iterator[Relation]:
    """For each shard what the relation says about its articles. `shard_of`: article_id -> number of the shard."""
    articles, bearers, actors = relation.articles, relation.bearers, relation.actors
    rows = articles.groupby(articles.article_id.map(shard_of)).indices
    named, numbered = pd.Index(_hashed(bearers[["kind", "name"]])), pd.Index(_hashed(actors[["actor_id"]]))
    for number, names in enumerate(pieces_of(folders, "names")):
        told = names[["kind", "name"]][names.furniture.isna()].drop_duplicates()
        own = _among(bearers, named, told)
        yield Relation(
            articles.iloc[rows.get(number, [])].reset_index(drop=True), relation.dating_evidence.iloc[:0],
            _among(actors, numbered, own[["actor_id"]].drop_duplicates()), relation.actor_roles.iloc[:0], own,
        )  # fmt: skip


def _hashed(frame: pd.DataFrame) -> pd.Series:
    return pd.util.hash_pandas_object(frame, index=False)


def _among(frame: pd.DataFrame, hashes: pd.Index, wanted: pd.DataFrame) -> pd.DataFrame:
    """The rows that have the cells of a row of `wanted`, found without going through all. One too many does no harm."""
    rows = hashes.get_indexer_non_unique(_hashed(wanted))[0]
    return frame.iloc[np.sort(rows[rows >= 0])].reset_index(drop=True)


def relation_key(relation: Relation) -> str:
    """Changes with anything that the relation says."""
    made = hashlib.blake2b(digest_size=8)
    for name in ("articles", "bearers", "actors"):
        for batch in to_arrow(getattr(relation, name), store.TABLES[name]).to_batches():
            made.update(batch.serialize())
    return made.hexdigest()
