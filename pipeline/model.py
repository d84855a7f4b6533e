"""The records: one class is one table, one instance one row, one field one column.

Spans are code points of the article's text, end excluded. Days are `date`, both ends of a range included.
Columns of the tables that users see are those of the published layout; a field may be added, never renamed.
Several values in one cell (aliases, flags) are joined with "; ".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

JOINT = "; "  # between the values of a cell that lists several

ACTOR_KINDS = ("person", "organisation", "location")
FUNCTIONS = ("actor", "recipient", "speaker", "mentioned", "source", "furniture")
RESOLVED_BY = ("exact", "tagged", "surname", "acronym", "alias", "demonym", "role", "pronoun")
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATEMENT", "OTHER",
)  # fmt: skip
STATUSES = ("happened", "ongoing", "planned", "postponed", "cancelled", "denied", "claimed", "hypothetical")
FLAGS = (
    "conflict", "invalid", "day_month_order", "fiscal", "approximate", "open_start", "open_end", "furniture", "foreign",
)  # fmt: skip
DATE_BASES = ("explicit", "relative", "publication")
PUBLISHED_BASES = ("user", "metadata", "dateline", "dated_line", "embed", "weekday", "text", "facts", "corpus")


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


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name someone, as one article alone can tell."""

    article_id: str
    sentence_id: str
    char_start: int
    char_end: int
    text: str
    kind: str
    name: str  # the fullest name for it in this article ("Lavrov" -> "Sergey Lavrov")
    resolved_by: str
    confidence: float
    furniture: str | None


@dataclass(frozen=True, slots=True)
class NameRole:
    """A role that one article gives to a name of its own."""

    article_id: str
    name: str  # Name.name
    role: str
    affiliation: str | None  # the name of the body or country it is held for
    char_start: int
    char_end: int
    country: str | None = None  # the country named beside a body ("Russian Security Council secretary")


@dataclass(frozen=True, slots=True)
class Identity:
    """Which actor of the corpus a name of one article is."""

    article_id: str
    name: str  # Name.name
    kind: str
    actor_id: str


@dataclass(frozen=True, slots=True)
class Mention:
    article_id: str
    sentence_id: str
    char_start: int
    char_end: int
    text: str
    kind: str
    actor_id: str
    function: str
    resolved_by: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Actor:
    actor_id: str
    name: str
    kind: str
    subkind: str | None
    acronym: str | None
    affiliation: str | None
    country: str | None  # ISO 3166 alpha-3
    aliases: str


@dataclass(frozen=True, slots=True)
class ActorRole:
    actor_id: str
    role: str
    affiliation: str | None
    article_id: str
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says the words of a span."""

    article_id: str
    char_start: int  # of the sentence or clause that is said
    char_end: int
    cue_start: int  # of the verb or phrase that tells it
    cue_end: int
    cue: str
    speaker_id: str
    speech: str  # direct or indirect
    reported_via: str | None  # the agency or outlet that carries it
    quote: str | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one clause reports."""

    candidate_id: str
    scope: str
    article_id: str
    char_start: int  # of the clause
    char_end: int
    timex_id: str | None
    title: str
    date_start: date | None
    date_end: date | None
    best_day: date | None
    precision: str | None
    edtf: str | None
    date_basis: str
    date_text: str | None
    event_type: str
    trigger: str
    status: str
    speaker_id: str | None
    speech: str | None
    reported_via: str | None
    quote: str | None
    confidence: float
    conflict: bool
    flags: str
    content_id: str = ""  # hash of the words alone: the same in every copy of the article
    words: str = ""  # what the clause says, in base forms, between spaces
    act: str = ""  # what kind of doing the trigger is: words for the same doing share one
    topic: str = ""  # the act that is announced, asked for or denied in it
    numbers: str = ""  # "kill=6; wound=11"
    earlier: str = ""  # the days it was first planned for, "2023-01-01/2023-12-31"
    follows: str = ""  # the candidate that it is told to come after


@dataclass(frozen=True, slots=True)
class CandidateActor:
    candidate_id: str
    actor_id: str
    function: str
    kind: str = ""  # of the actor


@dataclass(frozen=True, slots=True)
class Event:
    event_id: str  # made of content, never of row order
    title: str
    date_start: date | None
    date_end: date | None
    best_day: date | None
    precision: str | None
    edtf: str | None
    date_basis: str
    date_text: str | None
    event_type: str
    status: str
    speaker_id: str | None
    speech: str | None
    reported_via: str | None
    quote: str | None
    n_articles: int
    n_outlets: int
    n_independent: int
    confidence: float
    conflict: bool
    needs_review: bool
    flags: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class EventActor:
    event_id: str
    actor_id: str
    function: str


@dataclass(frozen=True, slots=True)
class Evidence:
    event_id: str
    article_id: str
    char_start: int
    char_end: int
    timex_id: str | None
    candidate_id: str
    link_reason: str  # why this clause belongs to the event
    link_score: float


@dataclass(frozen=True, slots=True)
class Contradiction:
    event_id: str
    field: str
    value: str
    article_id: str


@dataclass(frozen=True, slots=True)
class EventLink:
    event_id: str
    other_id: str
    kind: str  # announces, follows, repeats, denies


@dataclass(frozen=True, slots=True)
class EventForward:
    old_id: str
    new_id: str


@dataclass(frozen=True, slots=True)
class SeedActor:
    """A row of seeds/actors.csv."""

    name: str
    kind: str
    subkind: str
    acronym: str
    country: str
    affiliation: str
    aliases: str  # joined with "; "
    demonyms: str  # joined with "; "


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row of seeds/triggers.csv."""

    lemma: str
    pos: str  # verb or noun
    event_type: str


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A row of seeds/named_days.csv."""

    names: str  # joined with "; "
    rule: str  # how its day is found in a year, or its one day: see timex/rules/named.py
    source: str


@dataclass(frozen=True, slots=True)
class WorldFact:
    """A row of seeds/world_facts.csv: words that fit the world only within certain days."""

    words: str  # joined with "; "; of an office-holder the full name, then the surname
    titles: str  # joined with "; ": what stands before the name of an office-holder
    kind: str  # office, landmark or existence
    first_day: str  # ISO day, month or year; empty when open
    last_day: str
    says: str
    source: str
