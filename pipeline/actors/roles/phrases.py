"""Role phrases of a sentence: "the Norwegian deputy fisheries minister", "Ambassador to Chile", "head of the Harbour Board"."""

from __future__ import annotations

import functools
from typing import NamedTuple

from pipeline.actors.grid import POSSESSIVES, STOPS, Grid, NameSpan, head_of, lay_grid
from pipeline.actors.roles.complements import expand_right
from pipeline.actors.speech.verbs import SPEECH_FORMS
from pipeline.actors.vocabulary import (
    ARTICLES,
    CLASS_OF,
    DETERMINERS,
    FIELDS,
    GENERAL_AFTER,
    HONORIFICS,
    MEMBERS,
    NAMES_HOLDER_OF,
    RANK,
    SHORT_HEADS,
    SHORT_TITLES,
)
from pipeline.text import CACHED_SENTENCES

LOOK_BACK = 4  # unknown small words between a determiner and a role head ("the country's long-serving health minister")
GOING = frozenset("went came put took made left got gave kept call calls called make makes go goes come comes".split())  # verbs that hide between the two
ADJECTIVES = frozenset(("major", "principal", "native", "model"))  # before a noun
MAY_BE_NO_HEADS = ADJECTIVES | {"head", "lead", "chair", "captain", "executive"}
AGENTS = ("er", "or", "ist", "ian")  # endings of words for people who do something
NO_CALLINGS = frozenset(  # of which these are none
    "neighbour neighbor sister brother daughter mother father teenager youngster foreigner newcomer outsider lover supporter follower admirer fighter"
    " minor junior senior former other elder loner stranger believer vegetarian christian winner loser predecessor ancestor claimer"
    " bachelor spinster pacemaker".split()
)
ENDS = {(w,) for w in (",", ".", ")", "—", "–", "who", "from", "at", "in", "of", "with", "and")}  # after such a word
OPENINGS = frozenset((",", "(", "—", "–"))
JOINS = frozenset(("and", "&"))


class Phrase(NamedTuple):
    """A noun phrase around a role head. Token positions and code points are of the sentence, ends excluded."""

    first: int  # token
    last: int  # token, excluded
    start: int  # code point, with its determiner
    core_start: int  # without determiner and without what it is held for
    end: int
    head: str  # in small letters, singular
    role: str
    affiliation: str | None
    country: str | None
    determiner: str  # in small letters; "" for none
    plural: bool


@functools.lru_cache(maxsize=CACHED_SENTENCES)
def read_phrases(text: str, names: tuple[NameSpan, ...]) -> tuple[Phrase, ...]:
    """Role phrases in the order of the text; no two overlap."""
    grid = lay_grid(text, names)
    found: list[Phrase] = []
    edge = 0  # the token after the last phrase
    for i in [i for i, word in enumerate(grid.low) if head_of(word) or (word.endswith(AGENTS) and _is_calling(grid, i))]:
        if i < edge or grid.at[i] >= 0 or _is_rank_of_next(grid, i):
            continue
        end = _head_end(grid, i)
        if end is None:
            continue
        phrase = _read(grid, i, end, edge)
        if found and phrase.affiliation and _shares(grid, found[-1], phrase):
            found[-1] = found[-1]._replace(affiliation=phrase.affiliation, country=phrase.country)
        found.append(phrase)
        edge = phrase.last
    return tuple(found)


def _is_calling(grid: Grid, i: int) -> bool:
    """Whether an unknown word for someone who does something is told of a person: "NAME, a retired lamplighter, ..."."""
    if grid.low[i] in NO_CALLINGS or grid.at[i] >= 0 or grid.low[i + 1 : i + 2] not in ENDS or not grid.tokens.words[i].islower():
        return False
    for article in range(i - 1, max(0, i - LOOK_BACK), -1):
        if grid.low[article] in ARTICLES:
            before = grid.at[article - 2] if article > 1 and grid.low[article - 1] in OPENINGS else -1
            return before >= 0 and grid.names[before].kind == "person"
        if not grid.low[article].replace("-", "").isalnum():
            return False
    return False


def _shares(grid: Grid, one: Phrase, other: Phrase) -> bool:
    """Whether both are held for the same: "founder and director of NAME"."""
    return one.affiliation is None and not other.determiner and grid.low[one.last : other.first] == ("and",)


def _head_end(grid: Grid, i: int) -> int | None:
    """The token after the chain of heads that begins at `i`: "Army Chief General"; None for a head used otherwise."""
    low, n = grid.low, len(grid.low)
    end = i + 1
    while end < n and grid.at[end] < 0 and (head_of(low[end]) or (low[end] == "general" and low[end - 1] in GENERAL_AFTER) or _short_stop(grid, end)):
        end += 1
    if (low[i] == "member" and low[end : end + 1] and low[end] in MEMBERS) or _is_surname(grid, i, end):
        return None
    return None if low[i] in MAY_BE_NO_HEADS and end == i + 1 and _is_verb(grid, i) else end


def _is_surname(grid: Grid, i: int, end: int) -> bool:
    """Whether a short title ends a name in capitals instead: "Lo Sen said"."""
    short = grid.low[i] in SHORT_TITLES and end == i + 1 and i > 0 and grid.at[end : end + 1] in ((), (-1,))
    return short and grid.tokens.words[i].istitle() and grid.tokens.words[i - 1].istitle()


def _is_rank_of_next(grid: Grid, i: int) -> bool:
    """Whether the word only ranks a role that follows: the "deputy" of "deputy foreign minister"."""
    if grid.low[i] not in RANK or i + 1 >= len(grid.low) or grid.at[i + 1] >= 0:
        return False
    word = grid.tokens.words[i + 1]
    return grid.low[i + 1] in FIELDS or (word[0].isupper() and not head_of(grid.low[i + 1]) and grid.low[i + 1] not in STOPS | HONORIFICS)


def _short_stop(grid: Grid, i: int) -> bool:
    return grid.low[i] == "." and grid.low[i - 1] in SHORT_HEADS


def _is_verb(grid: Grid, i: int) -> bool:
    if i > 0 and grid.low[i - 1] in ("to", "will", "would", "who", "they", "we"):
        return True
    after = "".join(grid.low[i + 1 : i + 2])
    if grid.low[i] in ADJECTIVES:
        return after.isalpha() and grid.tokens.words[i + 1].islower() and after not in STOPS and after not in SPEECH_FORMS and not after.endswith("ed")
    return grid.low[i] == "executive" and grid.at[i + 1 : i + 2] in ((), (-1,)) and after.isalpha() and after not in STOPS and after not in SPEECH_FORMS


def _read(grid: Grid, first_head: int, head_end: int, edge: int) -> Phrase:
    """The phrase whose heads are the tokens from `first_head` to `head_end`."""
    starts, ends = grid.tokens.starts, grid.tokens.ends
    first, held_before, determiner = _expand_left(grid, first_head, edge)
    last, held_after, cut = expand_right(grid, head_end)
    last_head = head_end - 1
    while last_head > first_head and (not head_of(grid.low[last_head]) or (grid.low[last_head] == "general" and grid.low[last_head - 1] in GENERAL_AFTER)):
        last_head -= 1
    affiliation, country = _holder(grid, held_before, held_after)
    core = _past_owner(grid, first + (grid.low[first] in DETERMINERS or grid.low[first] in ARTICLES), first_head)
    return Phrase(
        first=first, last=last, start=starts[first], core_start=starts[core], end=ends[last - 1], head=head_of(grid.low[last_head]) or grid.low[last_head],
        role=_role_text(grid, core, first_head, cut or last), affiliation=affiliation, country=country, determiner=determiner,
        plural=_is_plural(grid.low[last_head]),
    )  # fmt: skip


def _past_owner(grid: Grid, first: int, head: int) -> int:
    """The token after "the county's", of an owner that is no name."""
    return next((t + 1 for t in range(head - 1, first, -1) if grid.low[t] in POSSESSIVES and grid.at[t - 1] < 0), first)


def _role_text(grid: Grid, first: int, head: int, last: int) -> str:
    """The words of the role without the names it is held for."""
    words, starts, ends = grid.tokens.words, grid.tokens.starts, grid.tokens.ends
    before = [words[i] for i in range(first, head) if grid.at[i] < 0 and grid.low[i] not in POSSESSIVES and not _tells_origin(grid.low[i])]
    if head and words[head][0].isupper():  # "the letter Captain NAME wrote"
        before = [w for w in before if w[0].isupper() or w in RANK or w in FIELDS or w in JOINS]
    role = [*before, *grid.text[starts[head] : ends[last - 1]].split()]
    return " ".join(SHORT_TITLES.get(w.lower().rstrip("."), w) if w[0].isupper() else w for w in role)


def _tells_origin(word: str) -> bool:
    """ "Chilean-born" and "44-year-old" are of the person, not of the role."""
    return word.endswith(("-born", "year-old", "-based", "-educated")) or not word[-1].isalpha()


def _is_plural(word: str) -> bool:
    return word not in CLASS_OF and word not in SHORT_HEADS and word.endswith(("s", "men"))


def _expand_left(grid: Grid, head: int, edge: int) -> tuple[int, list[int], str]:
    """First token, names before the head (nearest first), determiner."""
    low, at = grid.low, grid.at
    first, i = head, head - 1
    held: list[int] = []
    while i >= edge:
        if at[i] >= 0:
            if grid.names[at[i]].kind == "person":
                break
            held.append(at[i])
            first = _name_first(grid, i)
        elif low[i] in POSSESSIVES and i > edge and at[i - 1] >= 0:
            return _possessor(grid, i - 1, edge, held)
        elif low[i] in DETERMINERS or low[i] in ARTICLES:
            return i, held, low[i]
        elif _may_precede(grid, i, head) or _is_field(grid, i, head):
            first = i
        else:
            opened = None if _is_title(grid, head) else _determiner_before(grid, i, edge)
            if opened is None:
                return _bare(grid, first, edge), held, ""
            return opened, held + [n for n in dict.fromkeys(at[opened:first]) if n >= 0 and n not in held], low[opened]
        i = first - 1
    return first, held, ""


def _is_title(grid: Grid, head: int) -> bool:
    """Whether the head is written large right before someone's name: "Justice NAME"."""
    following = grid.at[head + 1] if head + 1 < len(grid.at) else -1
    return grid.tokens.words[head][0].isupper() and following >= 0 and grid.names[following].kind == "person"


def _bare(grid: Grid, first: int, edge: int) -> int:
    """Where unknown words begin that stand between a person and a role: "NAME, incident commander"."""
    for at in range(first - 1, max(edge - 1, first - LOOK_BACK), -1):
        if grid.low[at] == ",":
            person = grid.at[at - 1]
            return at + 1 if person >= 0 and grid.names[person].kind == "person" else first
        if grid.low[at] in POSSESSIVES and grid.at[at - 1] < 0:
            return at + 1
        if grid.low[at] in STOPS or not grid.tokens.words[at].islower() or not grid.low[at].isalpha() or grid.low[at].endswith("ed"):
            return first
    return first


def _possessor(grid: Grid, i: int, edge: int, held: list[int]) -> tuple[int, list[int], str]:
    first = _name_first(grid, i)
    if grid.names[grid.at[i]].kind != "person":
        held.append(grid.at[i])
    return (first - 1 if first > edge and grid.low[first - 1] == "the" else first), held, "'s"


def _name_first(grid: Grid, i: int) -> int:
    index = grid.at[i]
    while i > 0 and grid.at[i - 1] == index:
        i -= 1
    return i


def _may_precede(grid: Grid, i: int, head: int) -> bool:
    """Whether the token belongs to the role that follows it."""
    word, low = grid.tokens.words[i], grid.low[i]
    if low in RANK or low in FIELDS or (low == "under" and grid.low[i + 1] == "secretary"):
        return True
    if low in JOINS:
        return i > 0 and grid.low[i - 1] in FIELDS and i + 1 < len(grid.low) and grid.low[i + 1] in FIELDS
    if "-" in low and (low.split("-", 1)[0] in RANK or low.rsplit("-", 1)[1] in FIELDS or low.rsplit("-", 1)[1] in ("general", "elect")):
        return True
    if (head_of(low) and low not in STOPS) or (low == "lord" and head_of(grid.low[i + 1])):
        return True
    if i == 0 or not word[0].isupper() or not word.isalpha() or low in STOPS or low in HONORIFICS:
        return False
    return grid.tokens.words[head][0].isupper() or grid.low[i - 1] in POSSESSIVES


def _is_field(grid: Grid, i: int, head: int) -> bool:
    """Whether an unknown word right before the head tells of what it is: "said harbour master NAME"."""
    if i != head - 1 or i == 0 or grid.low[i - 1] not in SPEECH_FORMS or not grid.low[i].isalpha() or grid.low[i] in STOPS:
        return False
    return grid.tokens.words[i].islower() and not grid.low[i].endswith("ly")


def _determiner_before(grid: Grid, i: int, edge: int) -> int | None:
    """The determiner that opens the noun phrase of small words which ends at `i`."""
    for j in range(i, max(edge, i - LOOK_BACK) - 1, -1):
        low = grid.low[j]
        if low in DETERMINERS or low in ARTICLES:
            return j if not any(w in GOING or (w.endswith("ed") and w not in RANK) for w in grid.low[j + 2 : i + 1]) else None
        if grid.at[j] >= 0 and grid.names[grid.at[j]].demonym:
            continue
        if low in STOPS or grid.at[j] >= 0 or not (low.replace("-", "").isalnum() or low in ("’s", "'s", "-")):
            return None
    return None


def _holder(grid: Grid, before: list[int], after: list[tuple[str, int]]) -> tuple[str | None, str | None]:
    """The body or country the role is held for, and the country that the phrase names beside it."""
    names = grid.names
    voice = [n for p, n in after if p in NAMES_HOLDER_OF or p in ("for", "in")]
    of = [n for p, n in after if p in NAMES_HOLDER_OF]
    near = [n for n in before if names[n].kind == "organisation"] + [n for n in before if names[n].kind == "location"]
    wanted = of or near or ([] if any(p == "to" for p, _ in after) else _for_bodies(grid, voice))
    countries = [names[n].name for n in before + of if names[n].kind == "location"]
    return (names[wanted[0]].name if wanted else None), (countries[0] if countries else None)


def _for_bodies(grid: Grid, found: list[int]) -> list[int]:
    return [n for n in found if grid.names[n].kind == "organisation"]
