"""What of a candidate is compared with others: its days as ordinals, its actors as numbers, its words as a set."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from itertools import compress
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from pipeline.tables import ordinals, sorted_rows, to_records

SLICE = 5_000  # candidates that are held as records at a time
RAREST = 4  # actors of a claim, and actors and words of its article, under which it is looked up
RARE_WORDS = 20  # of an article by which its story is known
NOTHING: frozenset[str] = frozenset()
FEW = 6  # articles; of a large corpus the square root of their number
BUSY = 20  # candidates of one day; an actor of more is in the news so much that it does not tell its events apart
WORD_BITS = 32  # of the number of a word
DAY_BITS = 22  # of a day as an ordinal
TAKING_PART = ("speaker", "actor", "recipient")
Array = np.ndarray[Any, Any]


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
    known: frozenset[int]  # of the actors those by whom an event of the day is known, for they are not in all its news
    places: frozenset[int]
    agents: frozenset[int]  # of the actors those that act, speak or are acted upon
    acts: frozenset[str]  # its act, and those that its other words name
    company: frozenset[int]  # of those whom the article names in its events the less common
    telling: frozenset[int]  # the rarest words of the article that another one has too; below 0
    near: tuple[int, ...]  # the rarest of both
    counted: frozenset[str]  # what its numbers count
    content: str
    is_open: bool
    ghost: bool = False  # stands for the days that a postponed event was first planned for


class Cast:
    """Who takes part in each candidate, and what each article is known by, as arrays: of each row the values lie side by side."""

    def __init__(self, candidates: pd.DataFrame, actors: pd.DataFrame) -> None:
        rows = pd.Index(candidates.candidate_id).get_indexer(actors.candidate_id)
        codes, _ = pd.factorize(actors.actor_id, sort=True)
        order = np.argsort(rows, kind="stable")
        self.who = codes[order].astype(np.int32)
        self.is_place = (actors.kind == "location").to_numpy(dtype=bool, na_value=False)[order]
        self.takes_part = actors.function.isin(TAKING_PART).to_numpy(dtype=bool)[order]
        self.begins = np.searchsorted(rows[order], np.arange(len(candidates) + 1))
        self.frequency: list[int] = np.bincount(self.who, minlength=1).tolist()
        self._busy = _crowded(self.who, rows[order], candidates)
        self.article, names = pd.factorize(candidates.article_id.to_numpy(), sort=True)
        self._company = self._by_article(rows[order], len(names))
        self._telling = _rarest(candidates.words, self.article, len(names))

    def _by_article(self, rows: Array, size: int) -> Runs:
        """The actors of each article, the rarest first. Whom too many articles name says nothing of the story."""
        pairs = _distinct(self.article[rows].astype(np.int64) * len(self.frequency) + self.who)
        articles, who = np.divmod(pairs, len(self.frequency))
        spread = np.bincount(who, minlength=1)[who]
        kept = spread <= few_of(size)
        articles, who = articles[kept], who[kept].astype(np.int32)
        order = np.lexsort((who, np.array(self.frequency)[who], articles))
        return Runs(who[order], np.searchsorted(articles[order], np.arange(size + 1)))

    def around(self, number: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Actors and words by which the article of a candidate is known, the rarest first."""
        article = self.article[number]
        return self._company.of(article), self._telling.of(article)

    def known(self, actors: frozenset[int], day: int) -> frozenset[int]:
        """Without those that are in too many candidates of the day."""
        return frozenset(a for a in actors if (a, day) not in self._busy) if self._busy else actors

    def of(self, number: int) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
        """All actors of a candidate, the places among them, and those that take part."""
        part = slice(self.begins[number], self.begins[number + 1])
        who = self.who[part].tolist()
        places, takes = self.is_place[part].tolist(), self.takes_part[part].tolist()
        return frozenset(who), frozenset(compress(who, places)), frozenset(compress(who, takes))


def few_of(articles: int) -> float:
    """In how many articles that what tells one story from others may be."""
    return max(FEW, math.sqrt(articles))


class Runs(NamedTuple):
    """Values of numbered rows, those of one row side by side."""

    values: Array
    begins: Array

    def of(self, row: int) -> tuple[int, ...]:
        return tuple(self.values[self.begins[row] : self.begins[row + 1]].tolist())


def _crowded(who: Array, rows: Array, candidates: pd.DataFrame) -> set[tuple[int, int]]:
    """The pairs of an actor and a day, as an ordinal, of which there are too many candidates."""
    pairs = np.sort(who.astype(np.int64) << DAY_BITS | ordinals(candidates.date_start)[rows])
    begins = np.flatnonzero(np.diff(pairs, prepend=-1))
    crowded = pairs[begins[np.diff(begins, append=len(pairs)) > BUSY]]
    return set(zip((crowded >> DAY_BITS).tolist(), (crowded & (1 << DAY_BITS) - 1).tolist(), strict=True))


def _distinct(values: Array) -> Array:
    """Each value once, in order; for whole numbers faster than `np.unique`."""
    ordered = np.sort(values)
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return np.asarray(ordered[first])


def _rarest(lines: pd.Series, articles: Array, size: int) -> Runs:
    """For each article the words of its events that fewest other articles have, but one and not many have, as numbers below 0."""
    alphabet, article, word = _words_of(lines, articles)
    spread = np.bincount(word, minlength=len(alphabet))
    rank = np.empty(len(alphabet), np.int64)
    rank[np.lexsort((alphabet, spread))] = np.arange(len(alphabet))
    kept = (spread[word] > 1) & (spread[word] <= few_of(size))
    article, word = article[kept], word[kept]
    order = np.lexsort((rank[word], article))
    article, word = article[order], word[order]
    begins = np.searchsorted(article, np.arange(size + 1))
    first = np.arange(len(article)) - begins[article] < RARE_WORDS
    return Runs((-1 - rank[word[first]]).astype(np.int32), np.searchsorted(article[first], np.arange(size + 1)))


def _words_of(lines: pd.Series, articles: Array) -> tuple[Array, Array, Array]:
    """The place of each word in the alphabet; and each pair of an article and a word that it has, as numbers."""
    codes: dict[str, int] = {}
    pairs = [np.empty(0, np.int64)]
    for at in range(0, len(lines), SLICE):
        told = [line.split() for line in lines.iloc[at : at + SLICE].to_numpy().tolist()]
        words = np.array([codes.setdefault(word, len(codes)) for line in told for word in line], np.int64)
        pairs.append(_distinct(np.repeat(articles[at : at + SLICE], list(map(len, told))).astype(np.int64) << WORD_BITS | words))
    found = _distinct(np.concatenate(pairs))
    alphabet = np.empty(len(codes), np.int64)
    alphabet[[codes[word] for word in sorted(codes)]] = np.arange(len(codes))
    return alphabet, found >> WORD_BITS, found & (1 << WORD_BITS) - 1


def claims_by_day(candidates: pd.DataFrame, cast: Cast) -> Iterator[Claim]:
    """Claims by scope and first day, a slice of the table in memory at a time. A postponed one comes twice: see `ghost`."""
    order, ghosts = _order(candidates)
    columns = candidates[[f.name for f in fields(Row)]]
    for at in range(0, len(order), SLICE):
        part = order[at : at + SLICE]
        records = to_records(columns.iloc[part], Row)
        for number, record, ghost in zip(part.tolist(), records, ghosts[at : at + SLICE].tolist(), strict=True):
            yield claim_of(number, record, cast, ghost=ghost)


def _order(candidates: pd.DataFrame) -> tuple[Array, Array]:
    """Row numbers by scope, day and content; before them, by article, those without a day. Those with earlier days come a
    second time for these; and which are the second."""
    first = candidates.date_start.fillna(candidates.date_end).astype("string").fillna(" " + candidates.article_id.astype("string"))
    earlier = candidates.earlier.to_numpy().tolist()
    moved = np.array([n for n, days in enumerate(earlier) if days and ".." not in days], np.int64)  # an open span is no day to meet on
    rows = np.concatenate([np.arange(len(candidates)), moved])
    keys = candidates[["scope", "content_id", "candidate_id"]].iloc[rows]
    days = pd.concat([first, pd.Series([earlier[n][:10] for n in moved.tolist()], dtype=first.dtype)])
    order = sorted_rows(keys.assign(day=days.to_numpy()), ["scope", "day", "content_id", "candidate_id"])
    return rows[order], order >= len(candidates)


def _is_open(record: Row) -> bool:
    """Whether it is some day before or after those given; what holds since a day began on that day."""
    if (record.date_start is None) != (record.date_end is None):
        return True
    return "open_start" in record.flags or ("open_end" in record.flags and record.precision == "interval")


def claim_of(number: int, record: Row, cast: Cast, *, ghost: bool = False) -> Claim:
    actors, places, agents = cast.of(number)
    company, telling = cast.around(number)
    first, last = record.date_start or record.date_end, record.date_end or record.date_start
    if ghost:
        first, last = (date.fromisoformat(d) for d in record.earlier.split("/"))
    return Claim(
        number, record.scope, record.article_id, record.char_start, record.char_end, first.toordinal() if first else 0, last.toordinal() if last else 0,
        record.date_basis, record.precision or "", record.event_type, record.act, record.topic, record.status, record.speaker_id,
        frozenset(record.words.split()), actors, cast.known(actors, first.toordinal() if first else 0), places, agents,
        frozenset([record.act, *record.acts.split()]), frozenset(company), frozenset(telling),
        company[:RAREST] + telling[: 2 * RAREST],
        frozenset(pair.partition("=")[0] for pair in record.numbers.split("; ")) if record.numbers else NOTHING, record.content_id,
        is_open=_is_open(record), ghost=ghost,
    )  # fmt: skip
