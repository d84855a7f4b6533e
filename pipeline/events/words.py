"""The words and numbers of a clause, reduced to what tells one event from another."""

from __future__ import annotations

import functools
import re
from itertools import takewhile
from typing import NamedTuple

from pipeline.clauses import lemma_of
from pipeline.clauses.words import letter_of
from pipeline.events.classes import Lexicon
from pipeline.events.page import Line
from pipeline.model import JOINT

COUNTED = {
    "kill": "kill killed dead die died deaths death bodies fatalities lives perished perish toll killing kills drown drowned".split(),
    "wound": "wound wounded injured injure hurt injuries injuring wounding".split(),
    "arrest": "arrested arrest detained arrests detain".split(),
    "miss": ["missing"],
}
PEOPLE = frozenset("people worker crowd troop captive child migrant rebel thief".split())  # kinds of seeds/kinds.csv
KEY_OF = {word: key for key, words in COUNTED.items() for word in words}
NUMBER_WORDS = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split())
}
NUMBER_WORDS |= {"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = frozenset("hundred thousand million billion".split())
NUMERAL = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d")
LARGEST = 1e300  # what is written with more digits than any count
CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
QUAKES = frozenset("quake earthquake tremor".split())  # of which a number with a point tells the strength
PLURALS = frozenset("men women people children police fishermen".split())
PUTTING = frozenset("at was is to of were reached".split())  # "the number of guests was 40"
ROUGH = frozenset("about around some nearly almost roughly over approximately estimated".split())
FAR = 6  # words between a number and what it counts
GENERAL = frozenset(
    "say report state add tell year month week day time monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december people person country government official also new"
    .split()
)  # fmt: skip


class Content(NamedTuple):
    """What a clause says, in the form in which it is compared."""

    words: str  # nouns, names and verbs in base forms, nouns for the same thing as one; sorted, each once
    acts: str  # the acts that they name
    numbers: str  # what is counted: "kill=6; wound=11"


def content_of(line: Line, start: int, end: int, lexicon: Lexicon) -> Content:
    """The content of a span of the article."""
    first, last = line.span_tokens(start - line.base, end - line.base)
    words, low = line.tokens.words[first:last], line.tokens.low[first:last]
    if line.timexes:
        dates = {k for t in line.timexes for k in range(*line.span_tokens(t.char_start - line.base, t.char_end - line.base))}
        words = tuple(word for k, word in enumerate(words, first) if k not in dates)
        low = tuple(word for k, word in enumerate(low, first) if k not in dates)
    found = set(map(_content, words))
    found.discard("")
    kinds, acts = lexicon.kinds, lexicon.acts
    named = sorted({kinds.get(word, word) for word in found})
    return Content(" ".join(named), " ".join(sorted({acts[word] for word in found if word in acts})), _numbers(low, kinds))


def people_in(line: Line, start: int, end: int, lexicon: Lexicon) -> str:
    """Of the numbers of a span of the article those that count people."""
    counts = content_of(line, start, end, lexicon).numbers.split(JOINT)
    return JOINT.join(pair for pair in counts if pair.partition("=")[0] in PEOPLE or pair.partition("=")[0] in COUNTED)


def with_numbers(numbers: str, more: str) -> str:
    """Counts with those of `more` that they lack.

    >>> with_numbers("kill=6", "kill=7; wound=2")
    'kill=6; wound=2'
    """
    known = dict(pair.split("=", 1) for pair in [*more.split(JOINT), *numbers.split(JOINT)] if pair)
    return JOINT.join(f"{key}={value}" for key, value in sorted(known.items()))


@functools.lru_cache(maxsize=65_536)
def _content(word: str) -> str:
    """The base form of a word that says what happens; empty for the others."""
    if len(word) < 3 or letter_of(word) not in "XnVSQPLG":
        return ""
    stem = _stem(word)
    return "" if stem in GENERAL or _is_number(stem) else stem


def _is_number(word: str) -> bool:
    return word in NUMBER_WORDS or word in SCALES or word.partition("-")[0] in NUMBER_WORDS


@functools.lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    low = word.lower()
    if letter_of(word) in "VSQPLG":
        return lemma_of(low)
    return low[:-1] if low.endswith("s") and not low.endswith("ss") and len(low) > 4 else low


def _numbers(words: tuple[str, ...], kinds: dict[str, str]) -> str:
    """What is counted. The number nearest to its noun or verb counts."""
    found: dict[str, str] = {}
    values = list(map(_value, words))
    for at, value in enumerate(values):
        if value is None or (at and values[at - 1] is not None):
            continue
        key = _counted(words, at)
        if key:
            rough = "about " if _is_rough(words, at) else ""
            found.setdefault(kinds.get(key, key), rough + _written(value, words[at + 1] if at + 1 < len(words) else ""))
    return JOINT.join(f"{k}={v}" for k, v in sorted(found.items())) if found else ""


def _is_rough(words: tuple[str, ...], at: int) -> bool:
    """Whether the words before a number say that it is rounded: "some 40", "more than 40"."""
    before = words[max(0, at - 2) : at]
    return not ROUGH.isdisjoint(before[-1:]) or before in (("more", "than"), ("less", "than"), ("fewer", "than"), ("up", "to"), ("close", "to"))


@functools.lru_cache(maxsize=65_536)
def _value(word: str) -> float | None:
    """The number that a word in small letters says; None for other words and for years."""
    tens, _, units = word.partition("-")
    if tens in NUMBER_WORDS:
        return float(NUMBER_WORDS[tens] + NUMBER_WORDS.get(units, 0)) if not units or units in NUMBER_WORDS else None
    if not NUMERAL.fullmatch(word) or YEAR.fullmatch(word):
        return None
    return float(word.replace(",", ""))


def _written(value: float, scale: str) -> str:
    written = f"{value:g}" if value < 1_000_000 else f"{int(min(value, LARGEST)):d}"
    return f"{written} {scale}" if scale in SCALES else written


def _counted(words: tuple[str, ...], at: int) -> str | None:
    """What a number counts: a casualty word near, on either side; else the noun that follows."""
    if at and (told := _told_before(words, at, words[at - 1])):
        return told
    after = words[at + 1 : at + 1 + FAR]
    for word in after:
        if word in KEY_OF:
            return KEY_OF[word]
        if word in (",", "and", ";") or word in NUMBER_WORDS or word.isdigit():
            break
    for word in reversed(words[max(0, at - 3) : at]):
        if word in KEY_OF:
            return KEY_OF[word]
    nouns = list(takewhile(lambda w: letter_of(w) in "nSVQG", (w for w in after[:4] if w not in SCALES)))
    noun = next((w for w in nouns if (letter_of(w) in "nS" and w.endswith("s")) or w in PLURALS), nouns[0] if nouns and letter_of(nouns[0]) in "nSV" else "")
    return _stem(noun) if len(noun) > 2 and noun not in ("percent", "of") else None


def _told_before(words: tuple[str, ...], at: int, before: str) -> str | None:
    """What a number counts where the words before it say so: "$40", "of magnitude 5", "the number of guests was 40"."""
    if before in CURRENCIES:
        return CURRENCIES[before]
    if before == "magnitude" or (before in PUTTING and "." in words[at] and not QUAKES.isdisjoint(words)):
        return "magnitude"
    return _numbered(words, at) if before in PUTTING else None


def _numbered(words: tuple[str, ...], at: int) -> str | None:
    """Of what a number is "the number": the noun after these words, somewhere before it."""
    of = next((k for k in range(at - 1, 1, -1) if words[k - 1 : k + 1] == ("number", "of")), None)
    return _stem(words[of + 1]) if of is not None and of + 1 < at else None
