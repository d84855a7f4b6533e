"""Names, the actors they mean, their roles, and who says what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name someone, as one article alone can tell."""

    article_id: str
    sentence_id: str
    char_start: int
    char_end: int
    text: str
    kind: str
    name: str  # the fullest name for it in this article ("Quill" -> "Ada Quill")
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
class Bearer:
    """Which actor of the corpus a name means in all articles of a scope."""

    scope: str  # Article.scope
    kind: str
    name: str  # Name.name
    actor_id: str


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
