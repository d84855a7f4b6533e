"""Articles and what is found in their text: sentences, furniture, dates and the proof of the publication date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.model.words import JOINT


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it came in, before anything is known about it."""

    name: str  # the id or path given; exports call the article by it
    text: str
    title: str | None = None
    source: str | None = None  # the outlet
    url: str | None = None
    published: str | None = None  # YYYY-MM-DD, YYYY-MM or YYYY
    published_basis: str | None = None  # user or metadata, when `published` is given
    published_text: str | None = None  # the metadata that said so, for the proof


@dataclass(frozen=True, slots=True)
class Article:
    article_id: str  # hash of the text and of its url, path or id
    text_hash: str
    name: str
    title: str | None
    source: str | None
    url: str | None
    language: str
    text: str
    published: str | None  # YYYY-MM-DD, YYYY-MM or YYYY; None is undated
    published_earliest: date | None
    published_latest: date | None
    published_precision: str | None
    published_basis: str | None
    published_confidence: float
    published_text: str | None = None  # the metadata that gave the date, for the proof
    scope: str = ""  # articles of one scope inform each other; alone, an article is its own scope
    agency: str | None = None  # who supplied the text, by its dateline or byline
    sketch: str = ""  # MinHash of the words, in hexadecimal: near-copies have nearly the same
    published_candidates: str = ""  # days and years with their probabilities, best first: "2024-07-19 0.17; 2024 0.12"


def read_candidates(cell: str) -> list[tuple[str, float]]:
    """The days and years of a cell of `published_candidates`, with their probabilities.

    >>> read_candidates("2024-07-19 0.7; 2024 0.3")
    [('2024-07-19', 0.7), ('2024', 0.3)]
    """
    return [(when, float(share)) for when, _, share in (pair.partition(" ") for pair in cell.split(JOINT) if pair)]


@dataclass(frozen=True, slots=True)
class Sentence:
    sentence_id: str
    article_id: str
    position: int  # in the article, from 0
    paragraph: int  # in the article, from 0
    char_start: int
    char_end: int
    text: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """A piece of the page that is not the story: kept as a hint for date and source."""

    article_id: str
    char_start: int
    char_end: int
    text: str
    kind: str  # byline, dateline, dated_line, tweet, link, navigation, headline
    source: str | None  # the outlet or agency that it names
    place: str | None  # of a dateline


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression: what its words mean, before any anchor is known."""

    timex_id: str
    article_id: str
    sentence_id: str
    char_start: int
    char_end: int
    text: str
    rule: str
    meaning: str  # the written form of a timex.meaning.Meaning
    direction: str | None  # past, future or None: the tense of the clause around it
    quoted: bool
    furniture: str | None  # the kind of page furniture that it stands in


@dataclass(frozen=True, slots=True)
class DatingEvidence:
    article_id: str
    char_start: int | None  # None for evidence outside the text (user, metadata, other articles)
    char_end: int | None
    text: str
    kind: str  # one of PUBLISHED_BASES or a finer word
    says: str
    weight: float


@dataclass(frozen=True, slots=True)
class Timex:
    timex_id: str
    article_id: str
    char_start: int
    char_end: int
    text: str
    type: str  # DATE, TIME, DURATION, SET
    value: str  # TIMEX3
    mod: str | None
    edtf: str | None
    date_start: date | None
    date_end: date | None
    best_day: date | None
    precision: str | None
    rule: str
    anchor: str | None
    confidence: float
    conflict: bool
    reason: str | None  # why there are no days
    flags: str


@dataclass(frozen=True, slots=True)
class Alternative:
    timex_id: str
    rank: int  # 1 is the best
    date_start: date
    date_end: date
    reason: str
    probability: float
