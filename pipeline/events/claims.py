"""What of a candidate is compared with others: its days as ordinals, its actors as numbers, its words as a set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from pipeline.tables import to_records

SLICE = 20_000  # candidates that are held as records at a time
RARE_WORDS = 12  # of an article by which its story is known
NOTHING: frozenset[str] = frozenset()
FEW = 6  # articles
TAKING_PART = ("speaker", "actor", "recipient")


@dataclass(frozen=True, slots=True)
class Row:
    """The columns of a candidate that the linking reads."""

    scope: str
    article_id: str
    char_start: int
    char_end: int
    date_start: date | None
    date_end: date | None
    precision: str | None
    date_basis: str
    event_type: str
    status: str
    speaker_id: str | None
    flags: str
    content_id: str
    words: str
    act: str
    acts: str
    topic: str
    numbers: str
    earlier: str


@dataclass(slots=True, eq=False)
class Claim:
    """A candidate as the linking sees it. Days are ordinals, both included; 0 where there are none."""

    number: int  # position in the table of candidates
    scope: str
    article: str
    char_start: int
    char_end: int
    first: int
    last: int
    basis: str
    precision: str
    event_type: str
    act: str
    topic: str
    status: str
    speaker: str | None
    words: frozenset[str]
    actors: frozenset[int]
    places: frozenset[int]
    agents: frozenset[int]  # of the actors those that act, speak or are acted upon
    acts: frozenset[str]  # its act, and those that its other words name
    around: frozenset[int]  # everyone that the article names in its events, and its rarest words (below 0)
    counted: frozenset[str]  # what its numbers count
    content: str
    is_open: bool
    ghost: bool = False  # stands for the days that a postponed event was first planned for
    keys: list[tuple[Any, ...]] = field(default_factory=list)


class Cast:
    """Who takes part in each candidate, as arrays: who, and for each candidate where its part of them begins."""

    def __init__(self, candidates: pd.DataFrame, actors: pd.DataFrame) -> None:
        rows = pd.Index(candidates.candidate_id).get_indexer(actors.candidate_id)
        codes, _ = pd.factorize(actors.actor_id, sort=True)
        order = np.argsort(rows, kind="stable")
        self.who = codes[order].astype(np.int32)
        self.is_place = (actors.kind == "location").to_numpy(dtype=bool, na_value=False)[order]
        self.takes_part = actors.function.isin(TAKING_PART).to_numpy(dtype=bool)[order]
        self.begins = np.searchsorted(rows[order], np.arange(len(candidates) + 1))
        self.frequency = np.bincount(self.who, minlength=1)
        self._around = self._by_article(candidates, rows[order])
        for article, words in _rarest(candidates).items():
            self._around[article] = self._around.get(article, frozenset()) | words

    def _by_article(self, candidates: pd.DataFrame, rows: np.ndarray[Any, Any]) -> dict[str, frozenset[int]]:
        """The actors of each article, one set that all its candidates share."""
        codes, names = pd.factorize(candidates.article_id.to_numpy(), sort=True)
        found: dict[str, set[int]] = {}
        pairs = np.unique(np.stack([codes[rows], self.who]), axis=1)
        spread = np.bincount(pairs[1], minlength=1)
        common = max(FEW, len(names) ** 0.5)  # whom more articles name says nothing of the story
        for article, who in pairs[:, spread[pairs[1]] <= common].T.tolist():
            found.setdefault(names[article], set()).add(who)
        return {article: frozenset(who) for article, who in found.items()}

    def around(self, article: str) -> frozenset[int]:
        return self._around.get(article, frozenset())

    def of(self, number: int) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
        """All actors of a candidate, the places among them, and those that take part."""
        part = slice(self.begins[number], self.begins[number + 1])
        who, place, takes = self.who[part], self.is_place[part], self.takes_part[part]
        return frozenset(who.tolist()), frozenset(who[place].tolist()), frozenset(who[takes].tolist())


def _rarest(candidates: pd.DataFrame) -> dict[str, frozenset[int]]:
    """For each article the words of its events that fewest other articles have, but one has, as numbers below 0."""
    spread: dict[str, int] = {}
    for _, told in _words_by_article(candidates):
        for word in told:
            spread[word] = spread.get(word, 0) + 1
    shared = {word: -1 - n for n, word in enumerate(sorted(w for w, count in spread.items() if count > 1))}
    found: dict[str, frozenset[int]] = {}
    for article, words in _words_by_article(candidates):
        rarest = sorted((w for w in words if w in shared), key=lambda w: (spread[w], w))[:RARE_WORDS]
        found[article] = found.get(article, frozenset()) | frozenset(shared[w] for w in rarest)
    return found


def _words_by_article(candidates: pd.DataFrame) -> Iterator[tuple[str, set[str]]]:
    """The words of each run of candidates of one article."""
    current, words = "", set[str]()
    for at in range(0, len(candidates), SLICE):
        part = candidates[["article_id", "words"]].iloc[at : at + SLICE]
        for article, line in zip(part.article_id.to_numpy().tolist(), part.words.to_numpy().tolist(), strict=True):
            if article != current:
                if current:
                    yield current, words
                current, words = article, set()
            words.update(line.split())
    if current:
        yield current, words


def claims_by_day(candidates: pd.DataFrame, cast: Cast) -> Iterator[Claim]:
    """Claims by scope and first day, a slice of the table in memory at a time. A postponed one comes twice: see `ghost`."""
    order, ghosts = _order(candidates)
    columns = candidates[[f.name for f in fields(Row)]]
    for at in range(0, len(order), SLICE):
        part = order[at : at + SLICE]
        records = to_records(columns.iloc[part], Row)
        for number, record, ghost in zip(part.tolist(), records, ghosts[at : at + SLICE].tolist(), strict=True):
            yield claim_of(number, record, cast, ghost=ghost)


def _order(candidates: pd.DataFrame) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Row numbers by scope, day and content, those with earlier days a second time for these; and which are the second."""
    first = candidates.date_start.fillna(candidates.date_end).astype("string").fillna("")
    keys = list(zip(*(c.to_numpy().tolist() for c in (candidates.scope, first, candidates.content_id, candidates.candidate_id)), strict=True))
    earlier = candidates.earlier.to_numpy().tolist()
    moved = [n for n, days in enumerate(earlier) if days and ".." not in days]  # an open span is no day to meet on
    keys += [(keys[n][0], earlier[n][:10], *keys[n][2:]) for n in moved]
    order = np.array(sorted(range(len(keys)), key=keys.__getitem__), np.int64)
    rows = np.concatenate([np.arange(len(candidates)), np.array(moved, np.int64)])
    return rows[order], order >= len(candidates)


def _is_open(record: Row) -> bool:
    """Whether it is some day before or after those given; what holds since a day began on that day."""
    if (record.date_start is None) != (record.date_end is None):
        return True
    return "open_start" in record.flags or ("open_end" in record.flags and record.precision == "interval")


def claim_of(number: int, record: Row, cast: Cast, *, ghost: bool = False) -> Claim:
    actors, places, agents = cast.of(number)
    first, last = record.date_start or record.date_end, record.date_end or record.date_start
    if ghost:
        first, last = (date.fromisoformat(d) for d in record.earlier.split("/"))
    return Claim(
        number, record.scope, record.article_id, record.char_start, record.char_end, first.toordinal() if first else 0, last.toordinal() if last else 0,
        record.date_basis, record.precision or "", record.event_type, record.act, record.topic, record.status, record.speaker_id,
        frozenset(record.words.split()), actors, places, agents, frozenset([record.act, *record.acts.split()]), cast.around(record.article_id),
        frozenset(pair.partition("=")[0] for pair in record.numbers.split("; ")) if record.numbers else NOTHING, record.content_id,
        is_open=_is_open(record), ghost=ghost,
    )  # fmt: skip
