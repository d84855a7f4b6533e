"""What a mention does in its clause: it acts, is acted on, or is only mentioned."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.actors.grid import POSSESSIVES, Grid
from pipeline.actors.subjects import PREPOSITIONS
from pipeline.actors.vocabulary import ARTICLES, DETERMINERS
from pipeline.clauses import Clause, find_clauses

REACHING = frozenset("to with against on upon toward towards for from at".split())  # prepositions of whom an act reaches


def functions_in(grid: Grid) -> Iterator[tuple[int, str]]:
    """(index of a name, function), for names that act or are acted on; the others are only mentioned."""
    clauses = find_clauses(grid.text) if grid.names else ()
    for index, token in enumerate(grid.firsts):
        clause = next((c for c in clauses if c.start <= grid.names[index].start < c.end), None)
        function = _function(grid, index, token, clause) if clause else None
        if function:
            yield index, function


def _function(grid: Grid, index: int, token: int, clause: Clause) -> str | None:
    name = grid.names[index]
    governor = governor_of(grid, token)
    if name.demonym or _is_possessor(grid, token):
        return None
    if clause.subject_start <= name.start < clause.subject_end:
        return None if governor else "recipient" if clause.passive else "actor"
    if name.start < clause.verb_end:
        return None
    if governor == "by" and clause.passive:
        return "actor"
    if governor in REACHING and name.kind != "location":
        return "recipient"
    return "recipient" if not governor and _is_object(grid, token, clause) else None


def governor_of(grid: Grid, token: int) -> str:
    """The preposition that governs a name, over its determiner, title and the names joined to it; "" for none."""
    k = token - 1
    while k >= 0 and _is_inside_phrase(grid, k, token):
        k -= 1
    return grid.low[k] if k >= 0 and grid.low[k] in PREPOSITIONS else ""


def _is_inside_phrase(grid: Grid, k: int, token: int) -> bool:
    low = grid.low[k]
    if grid.at[k] >= 0 or low in DETERMINERS or low in ARTICLES or low in ("and", *POSSESSIVES):
        return True
    return (low == "," and k + 1 < token and grid.at[k - 1] >= 0) or (grid.tokens.words[k][0].isupper() and low not in PREPOSITIONS)


def _is_possessor(grid: Grid, token: int) -> bool:
    last = grid.lasts[grid.at[token]]
    return last < len(grid.low) and grid.low[last] in POSSESSIVES


def _is_object(grid: Grid, token: int, clause: Clause) -> bool:
    """Whether nothing but the name's own phrase, or a name joined to it, stands between verb and name."""
    between = [t for t in range(token) if clause.verb_end <= grid.tokens.starts[t]]
    return all(_is_inside_phrase(grid, t, token) or grid.low[t].endswith("ly") or not grid.low[t].isalpha() for t in between[-6:]) and len(between) <= 8
