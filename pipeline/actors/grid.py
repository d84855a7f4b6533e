"""A sentence as the readers of roles, references and speech see it: tokens, and which of them are names."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from pipeline.actors.vocabulary import BODY_WORDS, CLASS_OF, RANK, SHORT_HEADS
from pipeline.text import CACHED_SENTENCES, Tokens, tokenize

POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
STOPS = frozenset(
    "and or but nor so yet if that which who whom whose when while where because as than then of in on at by for from with to into over under"
    " about against between through during before after since until is are was were be been being has have had do does did will would can could"
    " may might must shall should not no said says say told tells met meets per via also however meanwhile earlier later today yesterday"
    " monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november"
    " december this these those there here it he she they we you i me him them us according former-day both either some many several all each"
    " every any another other such more most less few one two three four five six seven eight nine ten".split()
) - {"then"}
LEARNED = ("ologist", "ographer", "iatrist", "iatrician")  # endings of professions
TRADES = (  # and of trades
    "maker", "keeper", "seller", "worker", "player", "driver", "dealer", "writer", "fighter", "hunter", "grower", "breeder", "smith", "monger", "wright",
    "sman", "swoman", "herder", "teacher", "trainer", "cutter", "painter", "cleaner", "rider", "ringer", "sitter", "catcher", "collector", "officer", "coach",
)  # fmt: skip


AWAITED = ("elect", "designate")


class NameSpan(NamedTuple):
    """A name inside a sentence; offsets are code points of the sentence."""

    start: int
    end: int
    kind: str
    name: str
    demonym: bool


class Grid(NamedTuple):
    """A sentence as the readers of phrases see it."""

    text: str
    tokens: Tokens
    low: tuple[str, ...]
    names: tuple[NameSpan, ...]
    at: tuple[int, ...]  # token -> index in `names`, or -1
    firsts: tuple[int, ...]  # the first token of each name
    lasts: tuple[int, ...]  # the token after the last of each name


@functools.lru_cache(maxsize=CACHED_SENTENCES)
def lay_grid(text: str, names: tuple[NameSpan, ...]) -> Grid:
    tokens = tokenize(text)
    at = [-1] * len(tokens.words)
    firsts, lasts, position = [], [], 0
    for index, name in enumerate(names):
        first = bisect_right(tokens.ends, name.start, position)
        position = bisect_left(tokens.starts, name.end, first)
        at[first:position] = [index] * (position - first)
        firsts.append(first)
        lasts.append(position)
    return Grid(text, tokens, tokens.low, names, tuple(at), tuple(firsts), tuple(lasts))


def _is_trade(word: str) -> bool:
    return word.endswith(LEARNED) or (word.endswith(TRADES) and word not in BODY_WORDS)


@functools.lru_cache(maxsize=65_536)
def head_of(word: str) -> str | None:
    """The singular role head in a word in small letters, or None.

    >>> head_of("then-president"), head_of("ministers"), head_of("secretary-general"), head_of("table")
    ('president', 'minister', 'secretary-general', None)
    """
    if word in CLASS_OF:
        return word
    if word in SHORT_HEADS:
        return SHORT_HEADS[word]
    if word.endswith("men") and word[:-2] + "an" in CLASS_OF:
        return word[:-2] + "an"
    if _is_trade(word):
        return word
    if word.endswith("s") and _is_trade(word[:-1]):
        return word[:-1]
    if "-" in word:
        return _compound(word)
    if word.endswith("s") and word[:-1] in CLASS_OF:
        return word[:-1]
    return word[:-3] + "y" if word.endswith("ies") and word[:-3] + "y" in CLASS_OF else None


def _compound(word: str) -> str | None:
    """The head of "then-president", "singer-songwriter" and "governor-elect"."""
    first, last = word.split("-", 1)[0], word.rsplit("-", 1)[1]
    if last in AWAITED:
        return head_of(word.rsplit("-", 1)[0])
    return head_of(last) if first in RANK or (first in CLASS_OF and last in CLASS_OF) else None
