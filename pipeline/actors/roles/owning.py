"""Words in and around a role phrase that tell whose role it is, and words around a body that tell what it is called."""

from __future__ import annotations

from itertools import pairwise

from pipeline.actors.grid import POSSESSIVES, STOPS, Grid, NameSpan, head_of
from pipeline.actors.roles.phrases import Phrase
from pipeline.actors.vocabulary import ARTICLES, BODY_WORDS, CLASS_OF, DETERMINERS, FIELDS, HONORIFICS, RANK

OPENING_SIGNS = frozenset('" “ . : ! ?'.split())  # before the first word of a sentence
NO_SHORT_NAMES = STOPS | FIELDS | RANK | HONORIFICS
OF_FIRMS = frozenset("chairman chairwoman chairperson chair ceo cfo coo boss executive officer".split())  # heads of roles that no person is served with
LED = frozenset("led headed represented chaired".split())
SIDES = frozenset("side delegation team mission squad party group crew unit".split())
LEAST_LED = 3  # words before a role in "Chile's side led by"
BY_OTHERS = {(w,) for w in ("of", "in", "for", "at", "with", "from", "on", "to", "here", "there")}  # words that tell of whom the role is, in a way not read


def taken_for_person(grid: Grid, phrase: Phrase) -> str | None:
    """The body of "NAME's chief executive", "NAME chairman" and "director of NAME", where a lone word was seen as someone's name."""
    if phrase.head not in OF_FIRMS and "managing" not in phrase.role.lower():
        return None
    of = phrase.last + 1 if grid.low[phrase.last : phrase.last + 1] in (("of",), ("at",)) else phrase.last
    near = (*grid.at[max(0, phrase.first - 1) : phrase.last], *grid.at[of : of + 1][: of - phrase.last])
    lone = [grid.names[n].name for n in dict.fromkeys(near) if n >= 0 and grid.names[n].kind == "person" and " " not in grid.names[n].name]
    return lone[0] if lone else None


def unseen_holder(grid: Grid, phrase: Phrase) -> str | None:
    """The words with capitals that end "clerk at Gull Air" and were not seen as a name, or the acronym that explains them."""
    low, words, end = grid.low, grid.tokens.words, phrase.last
    if low[end - 1] == ")" and grid.at[end - 2] >= 0:
        return grid.names[grid.at[end - 2]].name
    start = next((t + 1 for t in range(end - 1, phrase.first, -1) if not words[t][0].isupper()), end)
    before = start - 1 - (low[start - 1] == "the")
    if start >= end or any(n >= 0 for n in grid.at[start:end]) or low[start] in FIELDS:
        return None
    is_body = low[before] in ("at", "for", "with") or (low[before] == "of" and CLASS_OF.get(phrase.head) != "expert")
    return grid.text[grid.tokens.starts[start] : grid.tokens.ends[end - 1]] if is_body else None


def short_name(grid: Grid, phrase: Phrase) -> str | None:
    """The word with a capital right before a role in small letters that was not seen as a name: "Gulls captain"."""
    words = grid.tokens.words
    first = next((t for t in range(phrase.first, phrase.last) if words[t][0].islower() and grid.low[t] not in ARTICLES and grid.low[t] not in DETERMINERS), 0)
    before = first - 1
    if before < 1 or grid.at[before] >= 0 or not words[before][0].isupper() or not words[before].isalpha() or words[before - 1] in OPENING_SIGNS:
        return None
    return None if grid.low[before] in NO_SHORT_NAMES or head_of(grid.low[before]) else words[before]


def side_of(grid: Grid, phrase: Phrase) -> NameSpan | None:
    """The body or country of "the Chilean side, led by TITLE NAME"."""
    low, first = grid.low, phrase.first
    if first < LEAST_LED or low[first - 1] != "by" or low[first - 2] not in LED:
        return None
    named = [s for n, s in enumerate(grid.names) if grid.lasts[n] < first and not SIDES.isdisjoint(low[grid.lasts[n] : grid.lasts[n] + 2])]
    return named[-1] if named and named[-1].kind != "person" else None


def is_of_person(grid: Grid, phrase: Phrase) -> bool:
    """ "NAME's deputy" """
    return phrase.determiner == "'s" and any(grid.at[t] >= 0 and grid.names[grid.at[t]].kind == "person" for t in range(phrase.first, phrase.last))


def owner_word(grid: Grid, phrase: Phrase) -> str | None:
    """The word for the owner in "the university's rector" and "rector of the university"."""
    inside = grid.low[phrase.first : phrase.last]
    before = next((w for w, following in pairwise(inside) if following in POSSESSIVES), None)
    after = inside[-1] if len(inside) > 2 and (inside[-2] == "the" or inside[-1] in BODY_WORDS) and inside[-2] in ("the", "of", "for", "at") else None
    further = grid.low[phrase.last : phrase.last + 3]
    after = after or (further[2] if len(further) == 3 and further[0] in ("of", "for", "at") and further[1] == "the" else None)
    return before or after


def is_told_by_others(grid: Grid, phrase: Phrase) -> bool:
    """Whether the words after the phrase tell of whom it is, in a way that is not read; they do not when they tell a day."""
    after = grid.low[phrase.last : phrase.last + 2]
    return after[:1] in BY_OTHERS and not (len(after) == 2 and (after[1].isdigit() or after[1] in STOPS))


def words_before(grid: Grid, span: NameSpan) -> tuple[str, ...]:
    """The two words before a name and its article."""
    first = grid.firsts[grid.names.index(span)]
    first -= grid.low[max(0, first - 1) : first] == ("the",)
    return grid.low[max(0, first - 2) : first]


def words_beside(grid: Grid, span: NameSpan) -> tuple[str, ...]:
    """What a body is called right before its name, as in "the grain authority (NAME)", or after it, as in "NAME, the baker"."""
    number = grid.names.index(span)
    first, last = grid.firsts[number], grid.lasts[number]
    first -= grid.low[max(0, first - 1) : first] == ("(",)
    after = grid.low[last : last + 5]
    apposed = [w for w in after[2:] if after[:1] == (",",) and after[1] in ("a", "an", "the")]
    return (*grid.low[max(0, first - 1) : first], *apposed)
