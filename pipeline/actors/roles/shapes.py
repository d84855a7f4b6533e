"""Shapes of noun phrases that may stand for someone: "the group", "the Swede", a definite role."""

from __future__ import annotations

from bisect import bisect_left

from pipeline.actors.grid import POSSESSIVES, STOPS, Grid, NameSpan
from pipeline.actors.roles.complements import past_class, past_determiners
from pipeline.actors.roles.phrases import Phrase
from pipeline.actors.speech.verbs import SPEECH_FORMS
from pipeline.actors.vocabulary import ARTICLES, HONORIFICS, MEMBERS, PREPOSITIONS

BEING = frozenset("is was be been being 's will would can could may might has had takes took seems appears remains turns".split())


CLAUSE_JOINTS = frozenset(', ; : that who which whom whose because but while when after before as since if and or to ( ) — – " “ ”'.split())
WITH_ONE = frozenset(  # after a word for one person from a country, beside what ends in "ed"
    "has had who and sat won lost took came went led ran beat put set held kept left made met paid rose saw sent spoke stood thought wrote gave got drew fell"
    " flew hit knew began broke chose did drove ate found fought sold taught threw wore".split()
)
RELATIVES = frozenset("wife husband sister brother son daughter mother father widow widower cousin uncle aunt nephew niece ex ex-wife ex-husband".split())
OF_AGE = frozenset("elder older younger late twin eldest youngest oldest former estranged only".split())  # before one of them
BELONGING = frozenset(("of", "from", "at", "with"))
APART = frozenset(("of", "for", "from"))  # after a comma


def opens_body(grid: Grid, token: int) -> int | None:
    """The first token of "the de facto authorities", or None when the word stands with a name or is no reference."""
    low, at = grid.low, grid.at
    if (token + 1 < len(low) and (at[token + 1] >= 0 or (low[token + 1] == "of" and low[token] not in MEMBERS))) or token == 0:
        return None
    if low[token] in MEMBERS:
        return (token - 2 if low[token - 2] == "the" and token > 1 else token - 1) if low[token - 1] == "member" else None
    for first in range(token - 1, max(-1, token - 4), -1):
        if low[first] == "the":
            return first
        if low[first] in STOPS or not (is_demonym(grid, first) or (at[first] < 0 and low[first].isalpha() and grid.tokens.words[first].islower())):
            return None
    return None


def goes_on(grid: Grid, token: int) -> bool:
    """Whether "it" opens a sentence or speaks, so that it goes on about a body and is no weather; "its" always does."""
    low, following = grid.low, "".join(grid.low[token + 1 : token + 2])
    if low[token] == "its" or following in SPEECH_FORMS or low[max(0, token - 1) : token] == ("that",):
        return True
    return token == 0 and following != "" and (following not in BEING or low[2:3] == ("also",))


def is_told_by_itself(grid: Grid, token: int) -> bool:
    """ "The bank said on Monday it would" """
    told = not SPEECH_FORMS.keys().isdisjoint(grid.low[max(0, token - 3) : token])
    return told and grid.low[token + 1 : token + 2] not in (("is",), ("was",))


def is_demonym(grid: Grid, token: int) -> bool:
    return grid.at[token] >= 0 and grid.names[grid.at[token]].demonym


def is_national(grid: Grid, index: int) -> bool:
    """Whether a demonym stands alone for one person: "the Swede said"."""
    first, last = grid.firsts[index], grid.lasts[index]
    if first == 0 or grid.low[first - 1] != "the" or grid.low[last - 1].endswith("s"):
        return False
    after = grid.low[last] if last < len(grid.low) else "."
    return after in SPEECH_FORMS or after in BEING or after in PREPOSITIONS or not after[0].isalpha() or after in WITH_ONE or after.endswith("ed")


def holder_after(grid: Grid, token: int) -> NameSpan | None:
    """The body of "NAME of ORGANISATION", "NAME, for ORGANISATION" and "NAME (ORGANISATION)", and the place of "NAME of PLACE"."""
    low = grid.low
    if token + 1 >= len(low):
        return None
    if low[token] == "(" or _is_address(grid, token):
        name = _name_at(grid, token + 1)
        return name if name and name.kind == "organisation" else None
    token += low[token] == "," and low[token + 1] in APART
    if low[token] not in BELONGING and not (low[token] in APART and low[token - 1] == ","):
        return None
    name = _name_at(grid, past_class(grid, past_determiners(grid, token + 1)))
    return name if name and not name.demonym and (name.kind == "organisation" or (low[token] == "of" and name.kind == "location")) else None


def _is_address(grid: Grid, comma: int) -> bool:
    """Whether "NAME, BODY" ends its line, as under a letter, or goes on with an acronym."""
    index = grid.at[comma + 1]
    end = grid.lasts[index] if grid.low[comma] == "," and index >= 0 else 0
    return end > 0 and (end == len(grid.low) or grid.low[end] == "(")


def _name_at(grid: Grid, token: int) -> NameSpan | None:
    return grid.names[grid.at[token]] if token < len(grid.at) and grid.at[token] >= 0 else None


def is_definite(grid: Grid, phrase: Phrase) -> bool:
    if phrase.plural or phrase.determiner in ARTICLES:
        return False
    if phrase.determiner:
        return True
    before = grid.low[phrase.first - 1] if phrase.first else ""
    return (before in ("—", "–", "-") and phrase.last == len(grid.low)) or (phrase.affiliation is not None and grid.tokens.words[phrase.first][0].isupper())


def has_name_after(grid: Grid, phrase: Phrase) -> bool:
    at = phrase.last
    while at < len(grid.low) and (grid.low[at] in HONORIFICS or grid.low[at] == "."):
        at += 1
    if at >= len(grid.at) or grid.at[at] < 0:
        return at == phrase.last < len(grid.at) and grid.tokens.words[at][0].isupper() and grid.low[at] not in STOPS  # a name that was not seen as one
    return grid.names[grid.at[at]].kind == "person"


def is_object(grid: Grid, token: int) -> bool:
    """Whether the word is "him", or a "her" that owns nothing."""
    after = "".join(grid.low[token + 1 : token + 2])
    return grid.low[token] == "him" or (grid.low[token] == "her" and (not after.isalpha() or after in STOPS or after in PREPOSITIONS))


def clause_start(grid: Grid, token: int) -> int:
    """The code point where the clause of a token begins, as far as marks and joints tell."""
    first = token
    while first and not (grid.at[first - 1] < 0 and grid.low[first - 1] in CLAUSE_JOINTS):
        first -= 1
        if grid.low[first - 1] == "," and grid.low[first].endswith("ed"):  # after an apposition
            first = next((t for t in range(first - 2, 0, -1) if grid.low[t] == ","), first)
    return grid.tokens.starts[first]


def is_governed(grid: Grid, start: int, end: int) -> bool:
    """Whether a preposition comes before a mention, or a possessive after it: then it is not what the clause is about."""
    before = bisect_left(grid.tokens.starts, start) - 1
    while (
        before >= 0
        and grid.low[before] not in PREPOSITIONS
        and (grid.at[before] >= 0 or grid.low[before] in ("the", "a", "an") or grid.tokens.words[before][0].isupper())
    ):
        before -= 1
    after = bisect_left(grid.tokens.ends, end) + 1
    return (before >= 0 and grid.low[before] in PREPOSITIONS) or (after < len(grid.low) and grid.low[after] in POSSESSIVES)


def kin_end(grid: Grid, token: int) -> int:
    """The token after "his elder sister"; 0 where no word for a relative follows."""
    at = token + 1
    while at < len(grid.low) and grid.low[at] in OF_AGE:
        at += 1
    return at + 1 if at < len(grid.low) and grid.low[at] in RELATIVES and grid.low[token] in ("his", "her", "their") else 0


def kin_beside(grid: Grid, token: int, end: int) -> int | None:
    """The person whose name stands right after a relative, or before between commas."""
    after = end + (grid.low[end : end + 1] == (",",))
    if after < len(grid.at) and grid.at[after] >= 0 and grid.names[grid.at[after]].kind == "person":
        return grid.at[after]
    before = grid.at[token - 2] if token > 1 and grid.low[token - 1] == "," and grid.low[end : end + 1] in ((",",), (".",)) else -1
    return before if before >= 0 and grid.names[before].kind == "person" else None
