"""What ties a role phrase to a name in its sentence: a title, an apposition on either side, a copula, an appointment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.actors.grid import POSSESSIVES, STOPS, Grid, head_of
from pipeline.actors.lexicon import POSTNOMINALS
from pipeline.actors.roles.phrases import Phrase
from pipeline.actors.speech.verbs import SPEECH_FORMS
from pipeline.actors.vocabulary import APPOINTING, ARTICLES, AS_VERBS, COPULAS, HONORIFICS

CLOSING = frozenset(
    ', . ; : ) ( ] — – - ! ? who whom which whose ” " “ of to in for with at on from based since until under during'.split()
    + "representing defending working specialising specializing covering".split()
)
JOINTS = frozenset(("of", "for", "in", "at", "on", "with", "and"))  # of a noun phrase
OPENING = frozenset((",", "(", "—", "–"))
AUXILIARIES = frozenset("will has had have also currently still now since formerly previously once long already used to".split())
BEING = frozenset(("was", "is", "been", "were", "are", "being", "be"))
COMPLETING = frozenset(("to", "be", "become", "the"))  # between "appointed" and the role
CALLED = (("named",), ("called",), ("known", "as"), ("identified", "as"), ("known", "only", "as"), ("identified", "only", "as"))  # before a name
SUCCEEDING = frozenset("succeeded succeeds succeed replaced replaces replace".split())  # whose object had the role before
LONGEST_CLAUSE = 20  # words between a name and a copula, with a clause between them
BY_TIME = frozenset("then now formerly currently himself herself also once".split())  # before an apposition
COUNTED = frozenset("the its his her their two three four five six seven eight nine ten".split())  # after "one of"
DIVIDERS = frozenset((",", "who", "down", "back", "in", "over"))
LONGEST_GAP = 8  # words between a name and a role told by a verb


def is_tied(grid: Grid, phrase: Phrase, first: int, last: int, others: Sequence[Phrase]) -> bool:
    """Whether the phrase is of the person whose name is the tokens from `first` to `last`, excluded."""
    return _is_title(grid, phrase, first, others) or _follows(grid, phrase, first, last, others) or _precedes(grid, phrase, first)


def _is_title(grid: Grid, phrase: Phrase, first: int, others: Sequence[Phrase]) -> bool:
    """ "Russian President" right before the name, or with an honorific, a mark, or a second title between them."""
    if phrase.last > first:
        return False
    gap = grid.low[phrase.last : first]
    if gap in CALLED:
        return True
    if gap[:1] == ("and",):
        return any(p.first == phrase.last + 1 and p.last == first and not p.determiner for p in others)
    return all(w in HONORIFICS or w in ('"', "“", ".") for w in gap) and phrase.determiner not in ARTICLES


def _precedes(grid: Grid, phrase: Phrase, first: int) -> bool:
    """ "The Harbour Board's director, NAME,": the name as the apposition, which may have a title of its own."""
    comma = past_things(grid, phrase.last, first)
    if comma >= first or grid.low[comma] != "," or not (phrase.determiner or phrase.first == 0 or grid.low[phrase.first - 1] == "as"):
        return False
    fronted = phrase.first == 1 and grid.low[0] == "as"
    return (fronted or is_closed(grid, grid.lasts[grid.at[first]])) and _is_told_by_titles(grid, comma + 1, first)


def past_things(grid: Grid, token: int, end: int) -> int:
    """The token after "of the old yacht in Bergen"; `token` where the words before `end` go on otherwise."""
    if token >= end or grid.low[token] not in JOINTS:
        return token
    at = token
    while at < min(end, token + LONGEST_GAP) and (grid.low[at] in JOINTS or _is_thing(grid, at)):
        at += 1
    return at


def _is_thing(grid: Grid, token: int) -> bool:
    if grid.at[token] >= 0:
        return grid.names[grid.at[token]].kind != "person"
    return (grid.low[token].isalpha() or grid.low[token] in POSSESSIVES) and grid.low[token] not in STOPS and grid.low[token] not in SPEECH_FORMS


def _is_told_by_titles(grid: Grid, start: int, first: int) -> bool:
    """Whether nothing but titles and origin stands before the name: "the Norwegian painter NAME", "the Swede NAME", "a Mrs NAME"."""
    return all(
        w in HONORIFICS or w in (".", "the", "a") or w.endswith("-born") or head_of(w) is not None or (grid.at[t] >= 0 and grid.names[grid.at[t]].demonym)
        for t, w in enumerate(grid.low[start:first], start)
    )


def is_closed(grid: Grid, token: int) -> bool:
    """Whether a noun phrase may end before the token; letters after a name are passed over."""
    token += token < len(grid.low) and grid.tokens.words[token] in POSTNOMINALS
    return token >= len(grid.low) or grid.low[token] in CLOSING


def _follows(grid: Grid, phrase: Phrase, first: int, last: int, others: Sequence[Phrase]) -> bool:
    """An apposition after the name, a copula, or an appointment."""
    if not 0 <= phrase.first - last <= LONGEST_CLAUSE:
        return False
    if phrase.plural:  # "NAME, one of the engineers"
        gap = grid.low[last : phrase.first]
        return gap[:3] == (",", "one", "of") and all(w in COUNTED for w in gap[3:])
    gap = _without_clause(_without_age(_without_owner(grid.low[past_bracket(grid, last) : phrase.first])))
    if len(gap) > LONGEST_GAP:
        return False
    if len(gap) == 1 and gap[0] in OPENING:
        joined = grid.low[phrase.last : phrase.last + 1] == ("and",) and any(p.first in (phrase.last + 1, phrase.last + 2) for p in others)
        return joined or (is_closed(grid, phrase.last) and not _is_person(grid, phrase.last))
    if gap[:1] == (",",) and gap[-1] in BY_TIME and (len(gap) == 2 or gap[-2] == "and"):
        return is_closed(grid, phrase.last)
    return _is_copula(gap) or _is_appointment(grid, gap, first)


def past_bracket(grid: Grid, token: int) -> int:
    """The token after "(Labour, Hyde)"; `token` where there is no such bracket."""
    if grid.low[token : token + 1] != ("(",):
        return token
    return next((t + 1 for t in range(token + 1, min(token + LONGEST_GAP, len(grid.low))) if grid.low[t] == ")"), token)


def _without_owner(gap: tuple[str, ...]) -> tuple[str, ...]:
    """The words after a name without "the governor's" """
    return gap[:1] if len(gap) > 2 and gap[0] == "," and gap[-1] in POSSESSIVES else gap


def _without_age(gap: tuple[str, ...]) -> tuple[str, ...]:
    """The words after a name without ", 52," """
    return gap[2:] if len(gap) > 2 and gap[0] == gap[2] == "," and gap[1].isdigit() else gap


def _without_clause(gap: tuple[str, ...]) -> tuple[str, ...]:
    """The words after "of the Harbour Board, whose parents came from Oslo,"; all where there is no such clause."""
    opening = next((t for t, (mark, word) in enumerate(pairwise(gap)) if mark == "," and word in ("who", "whose", "whom", "which")), None)
    if opening is None or gap[-1] not in COPULAS or gap[-2] != "," or len(gap) - 2 == opening:
        return gap
    return gap[-1:] if opening == 0 or gap[0] in JOINTS else gap


def _is_person(grid: Grid, token: int) -> bool:
    return token < len(grid.at) and grid.at[token] >= 0 and grid.names[grid.at[token]].kind == "person"


def _is_copula(gap: tuple[str, ...]) -> bool:
    """ "was", "who has been", "resigned on Friday as"."""
    words = [w for w in gap if w not in AUXILIARIES and w not in DIVIDERS]
    if words and words[-1] == "as":
        return not AS_VERBS.isdisjoint(words[:2]) or words[-2:-1] == ["known"]
    return len(words) == 1 and words[0] in COPULAS


def _is_passive(gap: tuple[str, ...]) -> bool:
    """ "was appointed", "had been elected on Sunday as"."""
    at = next((t for t, w in enumerate(gap) if w in APPOINTING), 0)
    return not BEING.isdisjoint(gap[:at]) and (gap[-1] == "as" or COMPLETING.issuperset(gap[at + 1 :]))


def _is_appointment(grid: Grid, gap: tuple[str, ...], first: int) -> bool:
    """ "was appointed", "elected NAME", "named the old minister NAME as"."""
    if _is_passive(gap):
        return True
    if gap[:1] == (",",) and gap[-2:] == (",", "as"):  # after an apposition
        gap = gap[-1:]
    if gap not in ((), ("as",), ("to", "be"), ("to", "become")):
        return False
    while first > 0 and (head_of(grid.low[first - 1]) or grid.tokens.words[first - 1][0].isupper() or grid.low[first - 1] in HONORIFICS):
        first -= 1
    return first > 0 and (grid.low[first - 1] in APPOINTING or (gap == ("as",) and grid.low[first - 1] in AS_VERBS - SUCCEEDING))
