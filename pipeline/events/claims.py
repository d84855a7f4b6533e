"""What of a candidate is compared with others: its days as ordinals, its actors as numbers, its words as a set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from pipeline.events.classes import acts
from pipeline.model import Candidate
from pipeline.tables import to_records

SLICE = 20_000  # candidates that are held as records at a time
RARE_WORDS = 12  # of an article by which its story is known
FEW = 6  # articles
TAKING_PART = ("speaker", "actor", "recipient")


@dataclass(slots=True)
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
    numbers: str
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
        codes, names = pd.factorize(candidates.article_id, sort=True)
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
        part = candidates.iloc[at : at + SLICE]
        for article, line in zip(part.article_id.tolist(), part.words.tolist(), strict=True):
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
    for at in range(0, len(order), SLICE):
        part = order[at : at + SLICE]
        records = to_records(candidates.iloc[part], Candidate)
        for number, record, ghost in zip(part.tolist(), records, ghosts[at : at + SLICE].tolist(), strict=True):
            yield claim_of(number, record, cast, ghost=ghost)


def _order(candidates: pd.DataFrame) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Row numbers by scope, day and content, those with earlier days a second time for these; and which are the second."""
    known = (candidates.earlier != "") & ~candidates.earlier.str.contains("..", regex=False)  # an open span is no day to meet on
    moved = np.flatnonzero(known.to_numpy(dtype=bool, na_value=False))
    rows = np.concatenate([np.arange(len(candidates)), moved])
    ghosts = np.concatenate([np.zeros(len(candidates), dtype=bool), np.ones(len(moved), dtype=bool)])
    first = candidates.date_start.fillna(candidates.date_end).astype("string").fillna("")
    days = pd.concat([first, candidates.earlier.iloc[moved].astype("string").str[:10]])
    keys = pd.DataFrame({
        "scope": candidates.scope.iloc[rows].to_numpy(), "day": days.to_numpy(), "content": candidates.content_id.iloc[rows].to_numpy(),
        "id": candidates.candidate_id.iloc[rows].to_numpy(),
    })  # fmt: skip
    order = keys.sort_values(["scope", "day", "content", "id"], kind="stable").index.to_numpy()
    return rows[order], ghosts[order]


def claim_of(number: int, record: Candidate, cast: Cast, *, ghost: bool = False) -> Claim:
    actors, places, agents = cast.of(number)
    first, last = record.date_start or record.date_end, record.date_end or record.date_start
    if ghost:
        first, last = (date.fromisoformat(d) for d in record.earlier.split("/"))
    words = frozenset(record.words.split())
    return Claim(
        number, record.scope, record.article_id, record.char_start, record.char_end, first.toordinal() if first else 0, last.toordinal() if last else 0,
        record.date_basis, record.precision or "", record.event_type, record.act, record.topic, record.status, record.speaker_id,
        words, actors, places, agents,
        frozenset({record.act} | {acts()[w] for w in words if w in acts()}), cast.around(record.article_id), record.numbers, record.content_id,
        is_open="open_" in record.flags or (record.date_start is None) != (record.date_end is None), ghost=ghost,
    )  # fmt: skip
