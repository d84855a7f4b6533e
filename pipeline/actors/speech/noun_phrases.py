"""Noun phrases without a parser: where they end, whom they name, what stands before and between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.actors.grid import POSSESSIVES, Grid
from pipeline.actors.lexicon import CALENDAR
from pipeline.actors.speech.verbs import DOCUMENTS, GROUPS, PLAIN, PRIVATE, SPEECH_FORMS
from pipeline.actors.vocabulary import ARTICLES, DETERMINERS, PREPOSITIONS

ADVERBS = frozenset(
    "also both all each further again then still now later already once however earlier just soon even too yesterday today meanwhile thus always often ever"
    " since monday tuesday wednesday thursday friday saturday sunday".split()
)
LINKS = frozenset("that which who whom whose while when as because but after before if where although though since until whether than so yet".split())
OWN = frozenset("his her its their".split())
PUNCTUATION = frozenset(', ; : ( ) — – - “ ” " « » . ! ?'.split())
QUOTES = frozenset('“ ” " « » „'.split())
TIMING = frozenset("on in last this late early earlier".split())  # before a day, a month, a week
SPANS = frozenset("week month year morning afternoon evening night".split())
YEAR = 4  # digits


def phrase_end(grid: Grid, i: int) -> int:
    """The token after the noun phrase that begins at `i`, with what is said of whom it is."""
    low = grid.low
    start = i
    while i < len(low) and not (grid.at[i] < 0 and (_is_mark(low, i) or low[i] in LINKS or (low[i] in PREPOSITIONS and low[i] not in ("of", "to", "for")))):
        if i > start and grid.at[i] < 0 and low[i] in SPEECH_FORMS and low[i] not in PLAIN:
            break
        i += 1
    return i


def _is_mark(low: Sequence[str], i: int) -> bool:
    """Whether a phrase ends at a mark; the full stop of "Dr. Soto" is none."""
    return low[i] in PUNCTUATION and not (low[i] == "." and i + 1 < len(low) and low[i + 1].isalnum())


def names_by(grid: Grid, i: int) -> tuple[int, ...]:
    """Whom "by X" or "from X" names right at `i`, or after a day: of "a report published on Monday by X"."""
    low = grid.low
    if low[i : i + 1] in (("on",), ("in",)):
        i = next((k for k in range(i + 1, min(i + 4, len(low))) if low[k] not in CALENDAR and low[k] not in SPANS and not low[k].isdigit()), len(low))
    return names_in(grid, i + 1, phrase_end(grid, i + 1)) if low[i : i + 1] in (("by",), ("from",)) else ()


def past_name(grid: Grid, token: int) -> int:
    index = grid.at[token]
    while token < len(grid.at) and grid.at[token] == index:
        token += 1
    return token


def names_in(grid: Grid, first: int, last: int) -> tuple[int, ...]:
    """Whom a noun phrase names: its person, else its first names joined by "and"."""
    inside = [m for m in dict.fromkeys(grid.at[first:last]) if m >= 0 and _may_speak(grid, m, last)]
    people = [m for m in inside if grid.names[m].kind == "person"]
    if people or not inside:
        return tuple(people[:1])
    joined = [inside[0]]
    for one, other in pairwise(inside):
        if grid.text[grid.names[one].end : grid.names[other].start].strip() not in ("and", ",", "and the"):
            break
        joined.append(other)
    return tuple(joined)


def _may_speak(grid: Grid, index: int, end: int) -> bool:
    """Whether a name does not only say whose or of where another is: "X's lawyer", "her daughter", "the French scientist"."""
    after = grid.lasts[index]
    following = grid.low[after] if after < len(grid.low) else ""
    owns = following in POSSESSIVES or (grid.low[after - 1] in OWN and after < end)
    if not owns and not (grid.names[index].demonym and after < end and grid.low[after].isalpha()):
        return True
    return any(w in DOCUMENTS or (w in GROUPS and w not in PRIVATE) for w in grid.low[after:end])


def is_governed(grid: Grid, t: int) -> bool:
    """Whether a preposition comes right before the noun phrase of token `t`."""
    k = t - 1
    while k >= 0 and (grid.low[k] in DETERMINERS or grid.low[k] in ARTICLES or grid.at[k] == grid.at[t]):
        k -= 1
    return k >= 0 and grid.low[k] in PREPOSITIONS


def skip_time(low: Sequence[str], i: int) -> int:
    """The token before adverbs and the time that stands between a subject and its verb: "X late on Tuesday said".

    >>> skip_time("the mayor , late on Tuesday".lower().split(), 5), skip_time("the man in Oslo".split(), 3)
    (2, 3)
    """
    k = i
    while k > 0 and (low[k] in CALENDAR or low[k] in SPANS or low[k].isdigit() or (k < i and low[k] == ",")):
        k -= 1
    if k < i and low[k] in TIMING and not all(w.isdigit() for w in low[k + 1 : i + 1] if len(w) != YEAR):
        return skip_adverbs(low, k - 1, TIMING)
    return skip_adverbs(low, i)


def skip_adverbs(low: Sequence[str], i: int, more: frozenset[str] = frozenset()) -> int:
    while i >= 0 and (low[i] in ADVERBS or low[i] in more or (low[i].endswith("ly") and len(low[i]) > 4)):
        i -= 1
    return i
