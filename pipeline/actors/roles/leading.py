"""Clauses that give a role: "NAME, who comes from Oslo and heads the Harbour Board", "NAME, whose company Gull Air"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.actors.grid import STOPS, Grid
from pipeline.actors.roles.complements import past_determiners
from pipeline.actors.roles.owners import Owners
from pipeline.actors.roles.scene import Line
from pipeline.actors.roles.shapes import is_governed
from pipeline.actors.roles.ties import past_bracket
from pipeline.actors.vocabulary import APPOINTING, BODY_WORDS, COMPANIES, LEADING, LEADING_FOR, OF_PLACES, TO_LEAD
from pipeline.model import NameRole

VERBS = frozenset((*LEADING, *(verb for verb, _ in LEADING_FOR), "to"))  # with which the evidence of such a role begins
LED_BY = {  # participles before "by NAME"
    "run": "head", "led": "leader", "headed": "head", "chaired": "chair", "founded": "founder", "co-founded": "co-founder", "owned": "owner",
    "managed": "manager", "coached": "coach", "edited": "editor", "captained": "captain",
}  # fmt: skip
LEADING_WORDS = VERBS - {"to"} | TO_LEAD.keys() | LED_BY.keys() | {"whose"}
CLAUSE_WORDS = 10  # between "who" and a second verb of its clause
OBJECT_WORDS = 6  # before the name in "who runs the old laboratory of NAME"
GROUPS = frozenset("jury panel inquiry investigation delegation expedition mission campaign choir".split())  # that are led, beside bodies
PASSING = frozenset(", which that is was are were be been being now then still currently formerly previously once also jointly at time a an the".split())
PASSED = 6  # such words between a body and the verb
ENGAGED = frozenset("teaches taught lectures studies studied works worked".split())  # verbs that take what and how before where
STUDIED = 6  # words of "the history of the theatre at"
BEFORE_VERB = frozenset("has had have also still now once long currently formerly previously first".split())


class Held(NamedTuple):
    """What a clause gives: a role, for whom, the code point where its words end, and a country."""

    role: str
    holder: str | None
    end: int
    country: str | None


def led_by(line: Line, first: int, last: int, name: str) -> Iterator[NameRole]:
    """The role of a person whose name is the tokens from `first` to `last` in "BODY is run by NAME" and "BODY, which NAME chairs"."""
    grid, low = line.grid, line.grid.low
    verb, role, before = last, None, first - 1
    if low[max(0, first - 2) : first] and low[first - 1] == "by":
        verb, before = first - 2, first - 2
        role = LED_BY.get(low[verb])
    elif low[max(0, first - 1) : first] in (("which",), ("that",)):
        verb += low[last : last + 1] == ("also",)
        role = LEADING.get("".join(low[verb : verb + 1]))
    body = _body_before(grid, before) if role else None
    if role and body:
        start = line.sentence.char_start
        end = grid.tokens.ends[max(verb, last - 1)]
        yield NameRole(line.sentence.article_id, name, role, body, start + grid.tokens.starts[min(verb, first)], start + end, None)


def _body_before(grid: Grid, token: int) -> str | None:
    """The organisation of "BODY, which", "BODY, a firm that was" right before the token; none that stands after "of"."""
    for t in range(token - 1, max(-1, token - 1 - PASSED), -1):
        if grid.at[t] >= 0:
            span = grid.names[grid.at[t]]
            return span.name if span.kind == "organisation" and not is_governed(grid, span.start, span.end) else None
        if grid.low[t] not in PASSING:
            return None
    return None


def led(line: Line, last: int, name: str, owners: Owners, index: int) -> Iterator[NameRole]:
    """The roles that clauses give to a person whose name, or the pronoun for it, ends before the token `last`."""
    grid = line.grid
    start = line.sentence.char_start
    for verb, role, first in _verbs(grid, last):
        held = _held(grid, first, role, owners, index)
        if held:
            yield NameRole(line.sentence.article_id, name, held.role, held.holder, start + grid.tokens.starts[verb], start + held.end, held.country)


def _held(grid: Grid, first: int, role: str, owners: Owners, index: int) -> Held | None:
    """What is led, from the token `first`: a name, words that should have been one, or a body told before."""
    starts, ends = grid.tokens.starts, grid.tokens.ends
    if role == "founder" and grid.low[first : first + 1] in (("a",), ("an",)):  # one of many that nobody knows by name
        return None
    body = _object(grid, first, role)
    if body is not None:
        span = grid.names[body]
        return Held(role, span.name, span.end, span.name if span.kind == "location" else None)
    if not role:
        return None
    unseen = _unseen_name(grid, first)
    if unseen is not None and role != "owner":
        return Held(role, grid.text[starts[past_determiners(grid, first)] : ends[unseen]], ends[unseen], None)
    told = _told_body(grid, first)
    if told is None:
        return None
    holder = owners.body_of(index, grid.low[told], starts[first])
    return Held(role if holder else f"{role} of {grid.text[starts[first] : ends[told]]}", holder, ends[told], None)


def _verbs(grid: Grid, last: int) -> Iterator[tuple[int, str, int]]:
    """Verbs that give a role, each with the role and the first token of what is led."""
    low = grid.low
    last = past_bracket(grid, last)
    who = last + (low[last : last + 1] == (",",))
    if low[who : who + 1] == ("whose",) and not COMPANIES.isdisjoint(low[who + 1 : who + 2]):
        yield who + 1, "owner", who + 2
    elif who > last and low[who : who + 1] and (low[who] in APPOINTING or low[who : who + 2] == ("the", "first")):
        to = next((t for t in range(who + 1, min(who + CLAUSE_WORDS, len(low) - 1)) if low[t] == "to"), None)
        if to is not None and low[to + 1] in TO_LEAD:
            yield to, TO_LEAD[low[to + 1]], to + 2
    else:
        who = who if low[who : who + 1] == ("who",) else _later_who(grid, last)
        start = who + 1 if who else last
        yield from _in_clause(grid, start)


def _later_who(grid: Grid, last: int) -> int:
    """The "who" after "of the Harbour Board," or ", the old goalkeeper"; 0 where there is none."""
    low = grid.low
    if low[last : last + 1] not in ((",",), ("of",), ("from",)):
        return 0
    for token in range(last + 1, min(last + 1 + CLAUSE_WORDS, len(low))):
        if low[token] == "who":
            return token
        if low[token] in STOPS - {"of", "in", "at"} or (low[token] == "," and (low[last] == "," or low[token + 1 : token + 2] != ("who",))):
            return 0
    return 0


def _in_clause(grid: Grid, start: int) -> Iterator[tuple[int, str, int]]:
    low = grid.low
    may_be = True  # whether a verb of the clause may stand here
    for token in range(start, min(start + CLAUSE_WORDS, len(low))):
        if low[token] in (",", ";", '"', "”"):
            return
        if may_be and grid.at[token] < 0 and low[token] in VERBS:
            role, first = (LEADING[low[token]], token + 1) if low[token] in LEADING else _role_for(grid, token)
            if role is not None:
                yield token, role, first
        may_be = low[token] == "and" or (may_be and low[token] in BEFORE_VERB)


def _role_for(grid: Grid, verb: int) -> tuple[str | None, int]:
    """The role of "teaches at" and "teaches the history of art at", and the token after the preposition."""
    low = grid.low
    for token in range(verb + 1, min(verb + 1 + STUDIED, len(low))):
        role = LEADING_FOR.get((low[verb], low[token]))
        if role is not None or low[verb] not in ENGAGED or not low[token].islower():
            return "" if role == "student" and token > verb + 1 else role, token + 1  # whoever studies moths at a university teaches there
    return None, verb


def _object(grid: Grid, first: int, role: str) -> int | None:
    """The name of what is led: itself, or what it belongs to ("the Norwegian station", "the laboratory of NAME")."""
    low, at = grid.low, grid.at
    first = past_determiners(grid, first)
    for token in range(first, min(first + OBJECT_WORDS, len(low))):
        if at[token] >= 0:
            name = grid.names[at[token]]
            fits = name.kind == "organisation" or name.demonym or (role in OF_PLACES and token == first)
            return at[token] if fits and name.kind != "person" else None
        if not low[token].isalpha() or (low[token] in STOPS and low[token] != "of"):
            return None
    return None


def _unseen_name(grid: Grid, first: int) -> int | None:
    """The last token of words that begin large and were not seen as a name."""
    start = past_determiners(grid, first)
    end = start
    while end < len(grid.low) and grid.at[end] < 0 and grid.tokens.words[end][0].isupper() and grid.low[end] not in STOPS:
        end += 1
    return end - 1 if end > start else None


def _told_body(grid: Grid, first: int) -> int | None:
    """The word for a body that is led: "who leads the old union"."""
    low = grid.low
    start = past_determiners(grid, first)
    for token in range(start, min(start + OBJECT_WORDS, len(low))):
        if grid.at[token] >= 0 or not low[token].isalpha() or low[token] in STOPS:
            return None
        if low[token] in BODY_WORDS or low[token] in GROUPS:
            return token
    return None
