"""An article as the readers of roles, references and speech see it: its sentences with the names in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter, le
from typing import NamedTuple

import pandas as pd

from pipeline.actors.grid import Grid, NameSpan, lay_grid
from pipeline.actors.roles.phrases import Phrase, read_phrases
from pipeline.model import Name, Sentence
from pipeline.tables import remembered, to_records

START, END = attrgetter("char_start"), attrgetter("char_end")


class Line(NamedTuple):
    """A sentence with its names in the order of the text; `spans` are the names with offsets of the sentence."""

    sentence: Sentence
    names: tuple[Name, ...]
    spans: tuple[NameSpan, ...]
    grid: Grid
    phrases: tuple[Phrase, ...]


class Found(NamedTuple):
    """A mention inside a line; offsets are code points of the sentence."""

    start: int
    end: int
    actor_id: str
    kind: str
    resolved_by: str
    confidence: float


@remembered
def read_lines(sentences: pd.DataFrame, names: pd.DataFrame) -> Mapping[str, list[Line]]:
    """The lines of each article of a batch."""
    return lay_lines(to_records(sentences, Sentence), to_records(names, Name))


def lay_lines(sentences: Iterable[Sentence], names: Iterable[Name]) -> dict[str, list[Line]]:
    """The lines of each article, in the order of the text. Names in page furniture are left out."""
    held: dict[str, list[Name]] = {}
    for name in names:
        if name.furniture is None:
            held.setdefault(name.sentence_id, []).append(name)
    lines: dict[str, list[Line]] = {}
    for sentence in sentences:
        lines.setdefault(sentence.article_id, []).append(_lay_line(sentence, _without_overlaps(held.get(sentence.sentence_id, ()))))
    for article in lines.values():
        article.sort(key=lambda line: line.sentence.char_start)
    return lines


def _lay_line(sentence: Sentence, names: tuple[Name, ...]) -> Line:
    at = sentence.char_start
    spans = tuple([NameSpan(n.char_start - at, n.char_end - at, n.kind, n.name, n.resolved_by == "demonym") for n in names])
    return Line(sentence, names, spans, lay_grid(sentence.text, spans), read_phrases(sentence.text, spans))


def _without_overlaps(names: Sequence[Name]) -> tuple[Name, ...]:
    if all(map(le, map(END, names), map(START, names[1:]))):  # as nearly always: in the order of the text, and none inside another
        return tuple(names)
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.char_start, -n.char_end)):
        if not kept or name.char_start >= kept[-1].char_end:
            kept.append(name)
    return tuple(kept)
