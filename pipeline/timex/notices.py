"""Dates in sentences without a verb: notices, programmes and timetables tell of what is to come; results do not."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from pipeline.clauses import find_clauses
from pipeline.model import Expression, Sentence

LEAST_BARE = 2  # dated sentences without a verb that make a notice, where they are the most
INVITING = frozenset(
    "join come bring meet book call visit watch see register apply vote note please don't enjoy catch look celebrate help remember reserve ring phone"
    " email send submit return sign expect save buy tune stay pick drop".split()
)  # verbs that open an invitation
NOTICE = re.compile(
    r"\b(?:tickets?|doors|admission|entry|venue|rsvp|deadline|closing date|fixtures?|upcoming|coming (?:up|soon)|next|until|till|kick-?off|vs?\.?|what's on"
    r"|forecast|outlook|chance|noon|midnight|[0-2]?\d(?:[.:][0-5]\d)? ?[ap]\.?m\b|[0-2]?\d[.:][0-5]\d)",
    re.IGNORECASE,
)
RESULT = re.compile(r"\b(?:\d+[-–]\d+|results?|won|beat|lost|bt|died|arrested|yesterday|last (?:night|week|month|year)|[A-Z][a-z]+ \d+, [A-Z][a-z]+ \d+)\b")


def direction_without_verb(sentence: str) -> str | None:
    """
    >>> direction_without_verb("Choir practice, Tuesday, 7.15pm."), direction_without_verb("Rovers 2-1 United on Tuesday.")
    ('future', None)
    """
    if RESULT.search(sentence):
        return None
    first = sentence.split(None, 1)[0].strip("\"“'‘(").lower() if sentence.strip() else ""
    return "future" if first in INVITING or NOTICE.search(sentence) else None


def read_ahead(sentences: Sequence[Sentence], found: list[Expression]) -> list[Expression]:
    """The expressions of an article; where most sentences with dates have no verb, theirs lie ahead."""
    dated = {x.sentence_id for x in found if not x.furniture}
    bare = {s.sentence_id for s in sentences if s.sentence_id in dated and not find_clauses(s.text) and not RESULT.search(s.text)}
    if len(bare) < LEAST_BARE or 2 * len(bare) < len(dated):
        return found
    return [dataclasses.replace(x, direction="future") if x.sentence_id in bare and x.direction is None else x for x in found]
