"""What clauses report, and the events that reports are merged into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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
    acts: str = ""  # those that its other words name, between spaces
    topic: str = ""  # the act that is announced, asked for or denied in it
    numbers: str = ""  # "kill=6; wound=11"
    earlier: str = ""  # the days it was first planned for, "2023-01-01/2023-12-31"
    follows: str = ""  # the candidate that it is told to come after
    about: str = ""  # of an accusation or an admission: the candidate of the deed


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
