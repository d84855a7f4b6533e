"""The rows of the tables in seeds/."""

from __future__ import annotations

from dataclasses import dataclass


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
    act: str  # words for the same doing share one; empty where no other word says the same


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of seeds/kinds.csv: nouns that one report may put for another's."""

    kind: str
    words: str  # joined with "; ", in the singular


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
