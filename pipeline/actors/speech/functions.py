"""What a mention does in its clause: it acts, is acted on, or is only mentioned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from pipeline.actors.grid import POSSESSIVES, Grid
from pipeline.actors.vocabulary import ARTICLES, DETERMINERS, PREPOSITIONS
from pipeline.clauses import Clause, find_clauses

REACHING = frozenset("to with against on upon toward towards for from at".split())  # prepositions of whom an act reaches


BEFORE_NAMES = frozenset({*DETERMINERS, *ARTICLES, *POSSESSIVES, "and"})


def functions_in(grid: Grid) -> Iterator[tuple[int, str]]:
    """(index of a name, function), for names that act or are acted on; the others are only mentioned."""
    clauses = find_clauses(grid.text) if grid.names else ()
    for index, (start, _, _, _, demonym) in enumerate(grid.names):
        if demonym:
            continue
        for clause in clauses:
            if clause.start <= start < clause.end:
                function = _function(grid, index, grid.firsts[index], clause)
                if function:
                    yield index, function
                break


def _function(grid: Grid, index: int, token: int, clause: Clause) -> str | None:
    name = grid.names[index]
    subject = clause.subject_start <= name.start < clause.subject_end
    if _is_possessor(grid, index) or (not subject and name.start < clause.verb_end):
        return None
    governor = governor_of(grid, token)
    if subject:
        return None if governor else "recipient" if clause.passive else "actor"
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
    if grid.at[k] >= 0 or low in BEFORE_NAMES:
        return True
    return (low == "," and k + 1 < token and grid.at[k - 1] >= 0) or (grid.tokens.words[k][0].isupper() and low not in PREPOSITIONS)


def _is_possessor(grid: Grid, index: int) -> bool:
    last = grid.lasts[index]
    return last < len(grid.low) and grid.low[last] in POSSESSIVES


def _is_object(grid: Grid, token: int, clause: Clause) -> bool:
    """Whether nothing but the name's own phrase, or a name joined to it, stands between verb and name."""
    first = bisect_left(grid.tokens.starts, clause.verb_end)
    if token - first > 8:
        return False
    return all(_is_inside_phrase(grid, t, token) or grid.low[t].endswith("ly") or not grid.low[t].isalpha() for t in range(max(first, token - 6), token))
