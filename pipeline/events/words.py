"""The words and numbers of a clause, reduced to what tells one event from another."""

from __future__ import annotations

import functools
import re

from pipeline.clauses import lemma_of
from pipeline.clauses.words import letter_of
from pipeline.events.page import Line

COUNTED = {
    "kill": ("kill", "killed", "dead", "die", "died", "deaths", "death", "bodies", "fatalities", "lives"),
    "wound": ("wound", "wounded", "injured", "injure", "hurt", "injuries"),
    "arrest": ("arrested", "arrest", "detained", "arrests", "detain"),
    "miss": ("missing",),
}
KEY_OF = {word: key for key, words in COUNTED.items() for word in words}
NUMBER_WORDS = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split())
}
NUMBER_WORDS |= {"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = frozenset("hundred thousand million billion".split())
FAR = 6  # words between a number and what it counts
GENERAL = frozenset(
    "say report state add tell year month week day time monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december people person country government official also new"
    .split()
)  # fmt: skip


def words_and_numbers(line: Line, start: int, end: int) -> tuple[str, str]:
    """Nouns, names and verbs of a span in base forms, sorted, each once; and what is counted in it: "kill=6; wound=11"."""
    own = _own_words(line, start, end)
    found = {stem for w in own if (stem := _content(w))}
    return " ".join(sorted(found)), _numbers([w.lower() for w in own])


def _own_words(line: Line, start: int, end: int) -> list[str]:
    """The words of a span without those of its dates."""
    first, last = line.span_tokens(start - line.base, end - line.base)
    dates = {k for t in line.timexes for k in range(*line.span_tokens(t.char_start - line.base, t.char_end - line.base))}
    return [line.tokens.words[k] for k in range(first, last) if k not in dates]


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


def _numbers(words: list[str]) -> str:
    """What is counted. The number nearest to its noun or verb counts."""
    found: dict[str, str] = {}
    for at in range(len(words)):
        value = _number(words, at)
        if value is None or (at and _number(words, at - 1) is not None):
            continue
        key = _counted(words, at)
        if key:
            found.setdefault(key, value)
    return "; ".join(f"{k}={v}" for k, v in sorted(found.items()))


def _number(words: list[str], at: int) -> str | None:
    word, value = words[at], 0.0
    if not (word[0].isdigit() or word.partition("-")[0] in NUMBER_WORDS):
        return None
    tens, _, units = word.partition("-")
    if tens in NUMBER_WORDS and (not units or units in NUMBER_WORDS):
        value = NUMBER_WORDS[tens] + NUMBER_WORDS.get(units, 0)
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?", word):
        if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20"):
            return None
        value = float(word.replace(",", ""))
    else:
        return None
    scale = words[at + 1] if at + 1 < len(words) and words[at + 1] in SCALES else ""
    written = f"{value:g}" if value < 1_000_000 else f"{int(value)}"
    return f"{written} {scale}".strip()


def _counted(words: list[str], at: int) -> str | None:
    """What a number counts: a casualty word near, on either side; else the noun that follows."""
    after = [w for w in words[at + 1 : at + 1 + FAR]]
    for word in after:
        if word in KEY_OF:
            return KEY_OF[word]
        if word in (",", "and", ";") or word in NUMBER_WORDS or word.isdigit():
            break
    for word in reversed(words[max(0, at - 3) : at]):
        if word in KEY_OF:
            return KEY_OF[word]
    noun = next((w for w in after[:3] if w not in SCALES and letter_of(w) in "nSV" and w not in ("percent", "of")), None)
    return _stem(noun) if noun and len(noun) > 3 else None
