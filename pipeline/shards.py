"""The two parts of a run that see one article at a time, from tables on disk to tables on disk.

Both are pure functions of what they read and write their folder in one step, so any worker may run them, again too.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

import pandas as pd

from pipeline import store
from pipeline.model import Article, Source
from pipeline.run import Reading, Relation, Telling, read_batch, tell_batch
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


def load_readings(folders: list[Path]) -> Reading:
    """The readings of all shards below each other, of the articles all but the text and of sentences nothing."""
    return Reading(**{name: _for_relating(folders, name, record) for name, record in READING.items()})


def _for_relating(folders: list[Path], name: str, record: type) -> pd.DataFrame:
    if name in ("sentences", "furniture"):
        return to_table((), record)
    frames = (store.read_table(folder / "reading", name, record) for folder in folders)
    return concat((f.assign(text=WITHOUT_TEXT) if record is Article else f for f in frames), record)


def with_text(articles: pd.DataFrame, read: pd.DataFrame) -> pd.DataFrame:
    """The articles of a relation with the text that they were read with."""
    texts = dict(zip(read.article_id, read.text, strict=True))
    return articles.assign(text=articles.article_id.map(texts).astype(read.text.dtype))


def split_relation(relation: Relation, shard_of: dict[str, int], count: int) -> list[Relation]:
    """For each of `count` shards what the relation says about its articles. `shard_of`: article_id -> number of the shard."""
    articles = _split(relation.articles, shard_of, count)
    identities = _split(relation.identities, shard_of, count)
    return [_part(relation, a, i) for a, i in zip(articles, identities, strict=True)]


def _split(frame: pd.DataFrame, shard_of: dict[str, int], count: int) -> list[pd.DataFrame]:
    rows = frame.groupby(frame.article_id.map(shard_of)).indices
    return [frame.iloc[rows.get(number, [])].reset_index(drop=True) for number in range(count)]


def _part(relation: Relation, articles: pd.DataFrame, identities: pd.DataFrame) -> Relation:
    actors = relation.actors[relation.actors.actor_id.isin(identities.actor_id)].reset_index(drop=True)
    return Relation(articles, relation.dating_evidence.iloc[:0], actors, relation.actor_roles.iloc[:0], identities)


def relation_key(relation: Relation) -> str:
    """Changes with anything that the relation says."""
    made = hashlib.blake2b(digest_size=8)
    for name in ("articles", "identities", "actors"):
        for batch in to_arrow(getattr(relation, name), store.TABLES[name]).to_batches():
            made.update(batch.serialize())
    return made.hexdigest()
