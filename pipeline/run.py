"""The whole pipeline as one straight line.

Two of its four parts see one article at a time (`read_batch`, `tell_batch`) and run on any number of workers; the
other two (`relate`, `merge`) see the corpus through small tables without text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from pipeline.actors.names.document import find_names
from pipeline.actors.registry import identify_names, register_actors
from pipeline.actors.roles.references import find_mentions
from pipeline.actors.roles.roles import find_roles
from pipeline.actors.speech.attribution import attribute
from pipeline.dating.corpus import inform_articles
from pipeline.dating.solve import date_articles
from pipeline.events.candidates import find_candidates
from pipeline.events.merge import build_events, link_candidates
from pipeline.events.sources import credit_articles
from pipeline.furniture import find_furniture
from pipeline.seeds import Seeds
from pipeline.tables import Pieces, in_one
from pipeline.text import enter_articles, split_sentences
from pipeline.timex.tag import find_expressions, resolve_expressions


class Reading(NamedTuple):
    """What articles say by themselves."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    furniture: pd.DataFrame
    expressions: pd.DataFrame
    dating_evidence: pd.DataFrame
    names: pd.DataFrame
    roles: pd.DataFrame


class Outline(NamedTuple):
    """What of their readings articles are related by. Needs no text."""

    articles: pd.DataFrame
    expressions: Pieces
    names: Pieces
    roles: Pieces


class Relation(NamedTuple):
    """What articles are to each other: dates and actors of the corpus."""

    articles: pd.DataFrame
    dating_evidence: pd.DataFrame  # what other articles add to it
    actors: pd.DataFrame
    actor_roles: pd.DataFrame
    bearers: pd.DataFrame


class Telling(NamedTuple):
    """What articles report, with days and actors."""

    timexes: pd.DataFrame
    alternatives: pd.DataFrame
    mentions: pd.DataFrame
    attributions: pd.DataFrame
    candidates: pd.DataFrame
    candidate_actors: pd.DataFrame


class Merging(NamedTuple):
    """Events, each with all that reports it."""

    evidence: pd.DataFrame
    events: pd.DataFrame
    event_actors: pd.DataFrame
    contradictions: pd.DataFrame
    event_links: pd.DataFrame


class Tables(NamedTuple):
    """The four parts of a run; their frames are the tables that are stored, the proof of dates in two parts."""

    reading: Reading
    relation: Relation
    telling: Telling
    merging: Merging


def run(sources: pd.DataFrame, seeds: Seeds, *, scope: str | None = "") -> Tables:
    """Sources in, every table out. With `scope` None each article stands alone."""
    reading = read_batch(sources, seeds, scope=scope)
    relation = relate(outline(reading), seeds)
    telling = tell_batch(reading, relation, seeds)
    return Tables(reading, relation, telling, merge(relation.articles, telling))


def read_batch(sources: pd.DataFrame, seeds: Seeds, *, scope: str | None = "") -> Reading:
    """What each article says by itself."""
    articles = enter_articles(sources, scope)
    sentences = split_sentences(articles)
    furniture = find_furniture(articles, sentences)
    articles = credit_articles(articles, furniture)
    expressions = find_expressions(sentences, furniture, seeds.named_days)  # what was meant; no day yet
    articles, dating_evidence = date_articles(articles, sentences, furniture, expressions, seeds.world_facts)
    names = find_names(sentences, furniture, seeds.actors)
    roles = find_roles(sentences, names, seeds.actors)
    return Reading(articles, sentences, furniture, expressions, dating_evidence, names, roles)


def outline(reading: Reading) -> Outline:
    return Outline(reading.articles, in_one(reading.expressions), in_one(reading.names), in_one(reading.roles))


def relate(corpus: Outline, seeds: Seeds) -> Relation:
    """Dates and actors across the corpus."""
    articles, dating_evidence = inform_articles(corpus.articles, corpus.expressions, corpus.names)
    actors, actor_roles, bearers = register_actors(corpus.names, corpus.roles, articles, seeds.actors)
    return Relation(articles, dating_evidence, actors, actor_roles, bearers)


def tell_batch(reading: Reading, relation: Relation, seeds: Seeds) -> Telling:
    """What each article reports, once its date and actors are known."""
    sentences, furniture = reading.sentences, reading.furniture
    timexes, alternatives = resolve_expressions(reading.expressions, relation.articles, sentences)
    identities = identify_names(reading.names, relation.articles, relation.bearers)
    mentions = find_mentions(sentences, furniture, reading.names, reading.roles, identities, relation.actors)
    attributions, mentions = attribute(sentences, furniture, mentions, relation.actors)
    candidates, candidate_actors = find_candidates(
        relation.articles, sentences, furniture, timexes, mentions, attributions, seeds.triggers, seeds.kinds
    )  # fmt: skip
    return Telling(timexes, alternatives, mentions, attributions, candidates, candidate_actors)


def merge(articles: pd.DataFrame, telling: Telling, relink: Callable[[pd.DataFrame], pd.DataFrame] | None = None) -> Merging:
    """One event for what happened once. `relink` may move evidence between events before they are built from it."""
    evidence = link_candidates(telling.candidates, telling.candidate_actors, articles)
    evidence = relink(evidence) if relink else evidence
    events, event_actors, contradictions, event_links = build_events(telling.candidates, telling.candidate_actors, evidence, articles)
    return Merging(evidence, events, event_actors, contradictions, event_links)
