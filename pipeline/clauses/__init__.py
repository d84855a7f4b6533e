"""Clauses of a sentence: subject, governing verb, tense, modality, negation. No parser: closed word classes and shapes."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from pipeline.clauses.groups import find_groups
from pipeline.clauses.split import split_parts
from pipeline.clauses.subjects import Part
from pipeline.clauses.words import lemma_of, letters_of
from pipeline.text import CACHED_SENTENCES, tokenize

__all__ = ["Clause", "clause_at", "find_clauses", "lemma_of"]


@dataclass(slots=True, eq=False)  # made by the thousand: freezing it would take longer than finding it
class Clause:
    """A clause with its verb; never changed once made. Offsets are code points of the sentence; -1 where there is no subject."""

    start: int
    end: int
    verb_start: int
    verb_end: int
    verb: str  # the main verb as written ("announced" of "had announced")
    lemma: str
    tense: str  # past, present, future
    modality: str  # fact, planned, possible, conditional
    negated: bool
    passive: bool
    subject_start: int
    subject_end: int
    kind: str = "main"  # main, coordinate, complement, relative, adverbial, participial, infinitive
    main_start: int = -1  # of the main verb alone, where the verb group is longer
    main_end: int = -1
    head_start: int = -1  # of what a relative clause is about, where it has a subject of its own ("Crimea, which Russia annexed")
    head_end: int = -1


@functools.lru_cache(maxsize=CACHED_SENTENCES)
def find_clauses(sentence: str) -> tuple[Clause, ...]:
    """Clauses in the order of their verbs; together they cover the sentence, and one may lie inside another.

    Participial clauses (", calling for talks"; "the summit held in May") and infinitives of verbs of planning
    ("promised to return") are among them. A sentence without a verb (some headlines) gives none.

    >>> [(c.verb, c.tense) for c in find_clauses("The envoy left on Monday, and talks will resume in June.")]
    [('left', 'past'), ('resume', 'future')]
    >>> [(c.lemma, c.modality, c.negated) for c in find_clauses("She said the fleet may not return.")]
    [('say', 'fact', False), ('return', 'possible', True)]
    """
    tokens = tokenize(sentence)
    letters = letters_of(tokens.words)
    groups = find_groups(tokens, letters)
    parts = split_parts(tokens.words, letters, groups)
    edges = (*tokens.starts, len(sentence))
    return tuple(_clause(sentence, tokens.starts, tokens.ends, edges, p) for p in parts)


def _clause(sentence: str, starts: tuple[int, ...], ends: tuple[int, ...], edges: tuple[int, ...], part: Part) -> Clause:
    group = part.group
    has_subject = part.subject_end > part.subject_start
    has_head = part.head_end > part.head_start and part.head_start != part.subject_start
    start = 0 if part.start == 0 else edges[part.start]
    return Clause(
        start=start, end=len(sentence) if part.end >= len(starts) else edges[part.end],
        verb_start=starts[group.start], verb_end=ends[group.end - 1], verb=sentence[starts[group.main] : ends[group.main]], lemma=group.lemma,
        tense=part.tense, modality=part.modality, negated=group.negated, passive=group.passive,
        subject_start=starts[part.subject_start] if has_subject else -1, subject_end=ends[part.subject_end - 1] if has_subject else -1,
        kind=part.kind, main_start=starts[group.main], main_end=ends[group.main],
        head_start=starts[part.head_start] if has_head else -1, head_end=ends[part.head_end - 1] if has_head else -1,
    )  # fmt: skip


def clause_at(sentence: str, offset: int) -> Clause | None:
    """The innermost clause that holds the code point `offset`."""
    holding = [c for c in find_clauses(sentence) if c.start <= offset < c.end]
    return min(holding, key=lambda c: (c.end - c.start, c.start), default=None)
