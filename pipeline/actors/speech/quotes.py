"""Words between quotation marks: closed or not, over sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from pipeline.actors.speech.verbs import SPEECH_FORMS
from pipeline.model import Sentence
from pipeline.text import tokenize

MARK = re.compile(r"[“”\"„«»]")
START, END = attrgetter("start"), attrgetter("end")
OPENING, CLOSING = "“„«", "”»"
TAIL_WORDS = 6  # a speaker and a verb after the last comma of a quote that nobody closed


class Quote(NamedTuple):
    """Code points of the article, marks included."""

    start: int
    end: int
    closed: bool


def find_quotes(sentences: Iterable[Sentence]) -> list[Quote]:
    """The quotes of one article in the order of the text; none goes over a paragraph's end."""
    found: list[Quote] = []
    for _, group in groupby(sentences, key=attrgetter("paragraph")):
        found += _in_paragraph(list(group))
    return found


def _in_paragraph(sentences: Sequence[Sentence]) -> list[Quote]:
    found: list[Quote] = []
    opened: int | None = None
    for sentence in sentences:
        for mark in MARK.finditer(sentence.text):
            at = sentence.char_start + mark.start()
            if opened is None and mark[0] not in CLOSING:
                opened = at
            elif opened is not None and mark[0] not in OPENING:
                found.append(Quote(opened, at + 1, True))
                opened = None
    if opened is not None:
        found.append(Quote(opened, _end_of_unclosed(sentences[-1], opened), False))
    return found


def _end_of_unclosed(last: Sentence, opened: int) -> int:
    """Before ", he said." when the paragraph ends so, else its end."""
    comma = last.text.rfind(",")
    tail = tokenize(last.text[comma + 1 :]).words if comma > 0 else ()
    if 0 < len(tail) <= TAIL_WORDS and last.char_start + comma > opened and any(w.lower() in SPEECH_FORMS for w in tail):
        return last.char_start + comma + 1
    return last.char_end


def quoted_at(quotes: Sequence[Quote], offset: int) -> Quote | None:
    found = quotes_in(quotes, offset, offset + 1)
    return found[0] if found else None


def quotes_in(quotes: Sequence[Quote], start: int, end: int) -> Sequence[Quote]:
    """The quotes of an article that share code points with a span."""
    if not quotes:
        return quotes
    first = bisect_right(quotes, start, key=END)
    return quotes[first : bisect_left(quotes, end, first, key=START)]
