"""Event nouns with dates of their own: "Monday's talks", "the summit in Oslo in May"."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.clauses import Clause
from pipeline.clauses.words import letter_of
from pipeline.events.classes import Sense
from pipeline.events.days import is_after_publication
from pipeline.events.page import Line
from pipeline.model import Timex

APART = frozenset("from against for of over about without despite".split())  # a noun under these is not what happens: "voted against a strike"


@dataclass(frozen=True, slots=True)
class NounDate:
    """An event noun that a date expression belongs to."""

    sense: Sense
    only: bool  # the date is the noun's alone


def noun_of(line: Line, clause: Clause, timex: Timex, *, speaks: bool) -> NounDate | None:
    """The event noun that a date expression belongs to: "the 2015 deal", "Monday's talks", "the summit in Oslo in May".

    `speaks` is whether the verb only speaks of it: then the date after it is its own.
    """
    words, at = line.tokens.words, line.token_at(timex.char_start)
    after = line.token_at(timex.char_end)
    for k in range(after, min(after + 3, len(words))):
        if line.tokens.starts[k] + line.base < timex.char_end:
            continue
        sense = line.nouns.get(k)
        if sense and k + 1 not in line.nouns:
            return NounDate(sense, only=True)
        if words[k].lower() not in ("'s", "’s") and not words[k].islower():
            break
        if words[k].lower() in ("in", "on", "at", "to", "for", "with", "of", "that", "by", "and", "a", "the"):
            break
    return _noun_before(line, clause, timex, at, speaks=speaks) if line.nouns else None


def _noun_before(line: Line, clause: Clause, timex: Timex, at: int, *, speaks: bool) -> NounDate | None:
    """The event noun to the left of a date, with nothing but places and prepositions between, in the same clause."""
    words = line.tokens.words
    verb = line.token_at(line.base + clause.main_start)
    for k in range(at - 1, max(at - 14, -1), -1):
        if k == verb or words[k] in ';:"“”' or line.owner[k] != line.owner[at]:
            return None
        sense = line.nouns.get(k)
        if sense and k > 0 and not (k + 1 in line.nouns and k + 1 < at):
            if not APART.isdisjoint(line.tokens.low[max(verb + 1, k - 4) : k]):
                ahead = clause.tense == "past" and at - k <= 2 and is_after_publication(line.page.article, timex.date_start)
                return NounDate(sense, only=True) if ahead else None
            lead = words[at - 1].lower()
            indefinite = words[k - 1].lower() in ("a", "an")
            near = at - k <= 2 and (lead == "of" or (lead == "in" and (indefinite if speaks else len(line.timexes) > 1 and not indefinite)))
            return NounDate(sense, only=(k > verb or len(line.timexes) > 1) and (lead == "for" or near))
    return None


def lead_of(line: Line, at: int, first: int) -> str | None:
    """The preposition that leads to the noun phrase of a noun."""
    for k in range(at - 1, max(first, at - 9) - 1, -1):
        word = line.tokens.low[k]
        if word == "to" and k + 1 < at and letter_of(line.tokens.words[k + 1]) == "V":
            return None  # "to resume talks"
        if word in ("at", "during", "in", "after", "following", "of", "to", "before"):
            return word
        if word in (",", ";", "that", "and") or line.tokens.words[k] in '"“”':
            return None
    return None
