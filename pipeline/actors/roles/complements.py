"""What a role phrase is held for, after its head: "of the Harbour Board", "for Nordland", "at the charity Open Water"."""

from __future__ import annotations

from pipeline.actors.grid import POSSESSIVES, STOPS, Grid, head_of
from pipeline.actors.speech.verbs import SPEECH_FORMS
from pipeline.actors.vocabulary import ARTICLES, BODY_WORDS, CLASS_OF, DETERMINERS, FIELDS, HONORIFICS, NAMES_HOLDER_OF, TAKES

OWN = frozenset("its their our his her".split())
PARTS = frozenset("staff council commission committee agency institute ministry department delegation office centre center".split())
PLAIN_WORDS = 3  # at most, of small letters: "of the old harbour office"
CLOSED_BY = frozenset((",", ".", ")", "who", "in", "at", "of", "for", "—", "–", ";"))
CLASS_WORDS = 3  # at most, before the name of a body: "the small aid group NAME"


def expand_right(grid: Grid, i: int) -> tuple[int, list[tuple[str, int]], int | None]:
    """Token after the phrase, (preposition, name) pairs after the head, and where the first "of NAME" begins."""
    held: list[tuple[str, int]] = []
    cut: int | None = None
    head_class = CLASS_OF.get(head_of(grid.low[i - 1]) or head_of(grid.low[i - 2]) or "", "any")
    while i + 1 < len(grid.low) and head_class in TAKES.get(grid.low[i], ()):
        end, names = _complement(grid, i + 1)
        preposition = grid.low[i]
        if end is None or (preposition == "in" and not any(grid.names[n].kind == "organisation" for n in names[:1])):
            break
        held += [(preposition, n) for n in names[:1] if grid.low[i + 1] not in OWN]  # "of its Oslo office" is of the owner
        if cut is None and names and (preposition in NAMES_HOLDER_OF or preposition == "in" or (preposition == "for" and head_class == "voice")):
            cut = i if grid.at[past_class(grid, past_determiners(grid, i + 1))] == names[0] else None
        i = end
    return i, held, cut


def _complement(grid: Grid, i: int) -> tuple[int | None, list[int]]:
    """Token after the noun phrase that begins at `i`, and the names in it; None when there is none."""
    start = i
    i = begin = past_class(grid, past_determiners(grid, i))
    names: list[int] = []
    while (following := _next_in_complement(grid, begin, i, names)) is not None:
        names += [grid.at[i]] if grid.at[i] >= 0 and grid.at[i] not in names else []
        i = following
    while i > begin and grid.low[i - 1] in ("and", "of", "for", "the", "&"):
        i -= 1
    return (i, names) if i > begin and i > start else (None, [])


def _next_in_complement(grid: Grid, begin: int, i: int, names: list[int]) -> int | None:
    """The token after the piece of the complement at `i`; None where the complement ends."""
    if i >= len(grid.low):
        return None
    if grid.at[i] >= 0:
        return i + 1 if _continues(grid, i, names) else None
    if i > begin and grid.low[i] in POSSESSIVES:
        return i + 1
    if grid.low[i] == "(" and i > begin and i + 2 < len(grid.low) and grid.at[i + 1] >= 0:
        return _after_bracket(grid, i)
    return i + 1 if _in_complement(grid, i) or (all(grid.names[n].demonym for n in names) and _is_plain(grid, i)) else None


def _is_plain(grid: Grid, i: int) -> bool:
    """Whether small words from `i` are a noun phrase that is closed: "schools ,", "civil protection in"; no verb can hide in it."""
    for at in range(i, min(i + PLAIN_WORDS + 1, len(grid.low))):
        if grid.at[at] >= 0:
            return at > i and grid.names[grid.at[at]].kind == "person"
        if grid.low[at] in CLOSED_BY:
            return at > i
        if at > i and grid.low[at] in POSSESSIVES:
            continue
        if not grid.tokens.words[at].islower() or not grid.low[at].isalpha() or grid.low[at] in STOPS or grid.low[at] in SPEECH_FORMS:
            return False
        if at > i and grid.low[at].endswith("ed"):
            return False
    return False


def _continues(grid: Grid, i: int, names: list[int]) -> bool:
    """A further name goes on with the complement only after a demonym; a person never does."""
    if grid.names[grid.at[i]].kind == "person":
        return False
    return not names or names[-1] == grid.at[i] or grid.at[i - 1] < 0 or grid.names[names[-1]].demonym


def _after_bracket(grid: Grid, i: int) -> int:
    j = i + 1
    while j < len(grid.low) and grid.at[j] == grid.at[i + 1]:
        j += 1
    return j + 1 if j < len(grid.low) and grid.low[j] == ")" else j


def _in_complement(grid: Grid, i: int) -> bool:
    """Whether a word that is no name belongs to what a role is "of"."""
    low, word = grid.low[i], grid.tokens.words[i]
    if low in ("and", "of", "for", "&"):
        return _goes_on(grid, i + 1 + (low == "of" and grid.low[i + 1 : i + 2] == ("the",)), low)
    if low in FIELDS or low in PARTS:
        return True
    return word[0].isupper() and word.isalpha() and low not in STOPS and low not in HONORIFICS and not head_of(low)


def _goes_on(grid: Grid, following: int, join: str) -> bool:
    if following >= len(grid.low):
        return False
    return grid.low[following] in FIELDS or (grid.tokens.words[following][0].isupper() and grid.at[following] < 0 and join != "and")


def past_determiners(grid: Grid, i: int) -> int:
    while i < len(grid.low) and (grid.low[i] in DETERMINERS or grid.low[i] in ARTICLES):
        i += 1
    return i


def past_class(grid: Grid, i: int) -> int:
    """The token of the name in "charity NAME" and "small aid group NAME"; `i` where there is no such class before a name."""
    for at in range(i + 1, min(i + CLASS_WORDS + 1, len(grid.low))):
        if grid.at[at] >= 0:
            alone = at == i + 1 and grid.low[i - 1] == "the" and grid.tokens.words[i].islower()
            return at if grid.names[grid.at[at]].kind == "organisation" and (grid.low[at - 1] in BODY_WORDS or alone) else i
        if not grid.low[at - 1].isalpha() or grid.low[at - 1] in STOPS:
            return i
    return i
