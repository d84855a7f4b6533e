"""Two times that are the ends of one stretch: from 8 a.m. tomorrow to midnight on Sunday."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.timex.grammar import Hit
from pipeline.timex.meaning import Clock, Date, DayPart, Meaning, Range, Relative, Shift

OPENING, JOINING = ("from", "between"), ("to", "until", "till", "and")


def join_times(hits: Sequence[Hit], tokens: tuple[str, ...]) -> list[Hit]:
    """The hits of a sentence; a time of a day of its own and what it lasts until become one."""
    joined: list[Hit] = []
    for hit in hits:
        if joined and _are_ends(joined[-1], hit, tokens):
            first = joined.pop()
            hit = Hit(first.first, hit.end, "ranges.times", Range(first.meaning, hit.meaning))
        joined.append(hit)
    return joined


def _are_ends(first: Hit, last: Hit, tokens: tuple[str, ...]) -> bool:
    beside = first.end + 1 == last.first and tokens[first.end].lower() in JOINING
    opened = first.first > 0 and tokens[first.first - 1].lower() in OPENING
    return beside and opened and _has_day(first.meaning) and _has_day(last.meaning) and isinstance(first.meaning, Clock | DayPart)


def _has_day(meaning: Meaning) -> bool:
    inner = meaning.of if isinstance(meaning, Clock | DayPart) else meaning
    return isinstance(inner, Date | Shift | Relative | DayPart)
