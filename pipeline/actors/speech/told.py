"""A sentence as the listener to speech has it: its mentions, and which of its tokens are quoted."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter, le
from typing import NamedTuple

from pipeline.actors.grid import Grid, NameSpan, lay_grid
from pipeline.actors.speech.quotes import Quote, quotes_in
from pipeline.actors.speech.verbs import SPEECH_FORMS
from pipeline.model import Mention, Sentence

QUOTED_WORDS = 4  # fewer words between marks are a term, not speech
START, END = attrgetter("char_start"), attrgetter("char_end")
LONGEST_CLOSING = 10  # tokens of a sentence that only says who spoke
CONTENT = frozenset("that if whether to was were is has had will would not".split())  # words of one that tells more
TAIL_WORDS = 2  # so many words outside the marks tell of a speaker of their own


class Told(NamedTuple):
    """A sentence with what it needs to be read for speech."""

    sentence: Sentence
    grid: Grid
    mentions: tuple[Mention, ...]  # outermost ones, as in the grid
    quoted: tuple[bool, ...]  # token by token
    quotes: tuple[Quote, ...]


def lay_told(sentence: Sentence, mentions: list[Mention], quotes: list[Quote]) -> Told:
    at = sentence.char_start
    outer = _outermost(mentions) if mentions else ()
    spans = tuple([NameSpan(m.char_start - at, m.char_end - at, m.kind, m.actor_id, m.resolved_by == "demonym") for m in outer])
    grid = lay_grid(sentence.text, spans)
    near = tuple(quotes_in(quotes, at, sentence.char_end)) if quotes else ()
    return Told(sentence, grid, outer, _quoted(grid.tokens.starts, at, near), near)


def _quoted(starts: tuple[int, ...], at: int, quotes: tuple[Quote, ...]) -> tuple[bool, ...]:
    if not quotes:
        return (False,) * len(starts)
    quoted = [False] * len(starts)
    for quote in quotes:
        first, last = bisect_left(starts, quote.start - at), bisect_left(starts, quote.end - at)
        quoted[first:last] = [True] * (last - first)
    return tuple(quoted)


def _outermost(mentions: list[Mention]) -> tuple[Mention, ...]:
    told = [m for m in mentions if m.function != "furniture"]
    if all(map(le, map(END, told), map(START, told[1:]))):  # as nearly always: in the order of the text, and none inside another
        return tuple(told)
    kept: list[Mention] = []
    for mention in sorted(told, key=lambda m: (m.char_start, -m.char_end)):
        if not kept or mention.char_start >= kept[-1].char_end:
            kept.append(mention)
    return tuple(kept)


def quote_text(line: Told) -> str | None:
    """The quoted words of a sentence, if they are speech and not a single term."""
    if not line.quotes:
        return None
    spans = [(max(q.start, line.sentence.char_start), min(q.end, line.sentence.char_end)) for q in line.quotes]
    at = line.sentence.char_start
    pieces = [line.sentence.text[a - at : b - at].strip('“”"„«» ') for a, b in spans]
    long = [p for p in pieces if p.count(" ") + 1 >= QUOTED_WORDS]
    return " ".join(long) if long else None


def is_mostly_quoted(line: Told) -> bool:
    if not line.quotes:
        return False
    outside = sum(w.isalpha() for w, inside in zip(line.grid.low, line.quoted, strict=True) if not inside)
    return outside < TAIL_WORDS and (not outside or quote_text(line) is not None)


def closes_quote(line: Told) -> bool:
    """Whether a sentence only says whose the quote before it is, as after a question: "Ana Soto asked."."""
    low = line.grid.low
    return not line.quotes and len(low) <= LONGEST_CLOSING and any(w in SPEECH_FORMS for w in low[1:]) and CONTENT.isdisjoint(low)


def goes_on(line: Told) -> bool:
    """Whether the quote goes on in the next sentence, whose words may name its speaker."""
    return line.quotes[-1].end > line.sentence.char_end and line.quotes[-1].closed
