"""Words -> token classes: each token becomes one character, and rules written in words become patterns over them."""

from __future__ import annotations

import re

from pipeline.timex.words import (
    CLASSES,
    DECADE_WORDS,
    MONTHS,
    NEEDS_CAPITAL,
    NUMBERS,
    ORDINALS,
    PATTERNS,
    SEASONS,
    SHAPES,
    TIME_UNITS,
    UNITS,
    WEEKDAYS,
    singular,
)

CACHED_WORDS = 65_536
FIRST_CHAR = 0xE000  # of the private use area: one character for each word that a rule names
PLURAL_FROM = 4  # letters; "is" and "was" are no plurals

PART_WORDS = frozenset("early mid late".split())
FISCAL_YEAR = re.compile(r"FY(?:\d\d|(?:19|20)\d\d)")
HYPHENS = re.compile("[‐‑–]")
DIGIT_SHAPES = [
    (re.compile(r"0?[1-9]|[12]\d|3[01]"), "DAYNUM"),
    (re.compile(r"1\d{3}|2[01]\d\d"), "YEAR"),
    (re.compile(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"), "ORDNUM"),
    (re.compile(r"\d{1,3}(?:,\d{3})+|\d+"), "NUMBER"),
    (re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)"), "DOTTED"),
    (re.compile(r"\d+\.\d+"), "DECIMAL"),
    (re.compile(r"[012]?\d:[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?"), "TIME"),
    (re.compile(r"[0-5]?\d(?::?[0-5]\d)?(?:am|pm|AM|PM)"), "HOUR"),
    (re.compile(r"\d{1,2}T[\d:]+Z?"), "ISOTIME"),
    (re.compile(r"[12]\d\d0s"), "DECADE"),
    (re.compile(r"[1-9]0s"), "SHORTDECADE"),
]
PIECE = re.compile(r"\(\?P<\w+>|\(\?<?[:=!]|\{[A-Z]+_?\}|\{\d*,?\d*\}|(?:[a-z]\.){2,}|[a-z]+(?:[-'][a-z]+)*|½|\s+|.")

_chars: dict[str, str] = {}


def _char(word: str) -> str:
    if word not in _chars:
        _chars[word] = chr(FIRST_CHAR + len(_chars))
        _classes.clear()
    return _chars[word]


def classify(word: str) -> str:
    """The class character of one token."""
    return _classes[word]


class _Classes(dict[str, str]):
    """The class character of each token met so far."""

    def __missing__(self, word: str) -> str:
        if len(self) >= CACHED_WORDS:
            self.clear()
        self[word] = char = _classify(word)
        return char


_classes = _Classes()


def _classify(word: str) -> str:
    if word[0].isdigit():
        return next((SHAPES[name] for shape, name in DIGIT_SHAPES if shape.fullmatch(word)), SHAPES["OTHER"])
    low = HYPHENS.sub("-", word.lower()) if len(word) > 1 else word.lower()
    if low in _chars and (low not in NEEDS_CAPITAL or word[0].isupper()):
        return _chars[low]
    if FISCAL_YEAR.fullmatch(word):
        return SHAPES["FISCALYEAR"]
    compound = _compound(low) if "-" in low else None
    if compound:
        return SHAPES[compound]
    if word[0].isupper():
        return SHAPES["CAPITAL"]
    return SHAPES["PLURAL" if len(low) >= PLURAL_FROM and low[-1] == "s" and low[-2] not in "sui" else "OTHER"]


def _compound(low: str) -> str | None:
    """The shape of a hyphenated word: five-year, mid-July, July-September, third-quarter."""
    parts = low.split("-")
    first, last = parts[0], parts[-1]
    if first in PART_WORDS and len(parts) == 2:
        return "PARTED" if last in MONTHS or last in SEASONS or last in DECADE_WORDS or re.fullmatch(r"[12]\d\d\ds?|\d0s", last) else None
    if len(parts) == 2 and first in MONTHS and last in MONTHS:
        return "MONTHRANGE"
    if len(parts) == 2 and first in WEEKDAYS and last in WEEKDAYS:
        return "WDAYRANGE"
    if last in ("quarter", "half") and (first in ORDINALS or first == "fiscal"):
        return "SECTION"
    units = [i for i, p in enumerate(parts) if singular(p) in UNITS or singular(p) in TIME_UNITS]
    if units and units[0] >= 1 and all(p in NUMBERS or p in ("a", "and", "half", "several", "few", "multi", "couple") for p in parts[: units[0]]):
        return "LENGTHOLD" if parts[units[0] + 1 :] else "LENGTH"
    if units == [0] and last in ("long", "old"):
        return "COMPOUND"
    return None


def classes(tokens: tuple[str, ...]) -> str:
    """One character a token."""
    return "".join(map(_classes.__getitem__, tokens))


def words(pattern: str) -> re.Pattern[str]:
    """A rule in words, as a pattern over class characters.

    Spaces only separate; `{NAME}` is a class, shape or pattern of words.py; everything else is as in `re`.

    >>> words("in {MONTHNAME}").search(classes(("It", "fell", "in", "March"))).span()
    (2, 4)
    """
    return re.compile(_expand(pattern))


def _expand(pattern: str) -> str:
    return "".join(_piece(p) for p in PIECE.findall(pattern) if not p.isspace())


def _piece(piece: str) -> str:
    if piece[0] == "{" and piece[1:2].isalpha():
        name = piece[1:-1]
        if name in PATTERNS:
            return _expand(PATTERNS[name])
        bare = name.endswith("_")  # inside [...]
        name = name.rstrip("_")
        inside = SHAPES[name].replace(".", r"\.") if name in SHAPES else "".join(_char(w) for w in CLASSES[name])
        return inside if bare or (name in SHAPES) else f"[{inside}]"
    if piece[0].isalpha() or piece == "½":
        return _char(piece)
    return piece
