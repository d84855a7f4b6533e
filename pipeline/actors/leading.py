"""Clauses that give a role: "NAME, who comes from Oslo and heads the Harbour Board", "NAME, whose company Gull Air"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.actors.grid import STOPS, Grid
from pipeline.actors.scene import Line
from pipeline.actors.vocabulary import ARTICLES, COMPANIES, DETERMINERS, LEADING, OF_PLACES
from pipeline.model import NameRole

LEADING_WORDS = frozenset((*LEADING, "whose"))
CLAUSE_WORDS = 10  # between "who" and a second verb of its clause
OBJECT_WORDS = 4  # before the name in "who runs the old laboratory of NAME"


def led(line: Line, last: int, name: str) -> Iterator[NameRole]:
    """The role of a person whose name ends before the token `last`, if a clause gives one."""
    grid = line.grid
    who = last + (grid.low[last : last + 1] == (",",))
    if grid.low[who : who + 1] == ("whose",) and not COMPANIES.isdisjoint(grid.low[who + 1 : who + 2]):
        role, verb = "owner", who + 1
    else:
        verb = _verb_after(grid, last, who)
        role = LEADING[grid.low[verb]] if verb >= 0 else ""
    body = _object(grid, verb + 1, role) if role else None
    if body is not None:
        span, start = grid.names[body], line.sentence.char_start
        country = span.name if span.kind == "location" else None
        yield NameRole(line.sentence.article_id, name, role, span.name, start + grid.tokens.starts[verb], start + span.end, country)


def _verb_after(grid: Grid, last: int, who: int) -> int:
    """The verb right after the name, after "who", or after "and" in the same clause; -1 for none."""
    low = grid.low
    if low[who : who + 1] != ("who",):
        return last if _gives(grid, last) else -1
    end = next((t for t in range(who + 1, min(who + CLAUSE_WORDS, len(low))) if low[t] == ","), min(who + CLAUSE_WORDS, len(low)))
    return next((t for t in range(who + 1, end) if (t == who + 1 or low[t - 1] == "and") and _gives(grid, t)), -1)


def _gives(grid: Grid, verb: int) -> bool:
    return verb < len(grid.low) and grid.low[verb] in LEADING and grid.at[verb] < 0


def _object(grid: Grid, first: int, role: str) -> int | None:
    """The name of what is led: itself, or what it belongs to ("the Norwegian station", "the laboratory of NAME")."""
    low, at = grid.low, grid.at
    while first < len(low) and (low[first] in DETERMINERS or low[first] in ARTICLES):
        first += 1
    for token in range(first, min(first + OBJECT_WORDS, len(low))):
        if at[token] >= 0:
            name = grid.names[at[token]]
            fits = name.kind == "organisation" or name.demonym or (role in OF_PLACES and token == first)
            return at[token] if fits and name.kind != "person" else None
        if not low[token].isalpha() or (low[token] in STOPS and low[token] != "of"):
            return None
    return None
