"""Names made comparable: folding for any name, and what transliteration may change in the name of a person."""

from __future__ import annotations

import functools
import re
import unicodedata

from rapidfuzz import fuzz

LIKE = 90  # percent of likeness below which two spellings are two people; true variants measured 92 to 98
SHORT_GIVEN = 4  # letters; a given name no longer than this must agree to the letter
MARKS = re.compile(r"[^\w\s]|_")
SPELLINGS = (
    ("kh", "h"), ("gh", "g"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("tch", "ch"), ("sch", "sh"), ("tz", "ts"), ("ph", "f"), ("ck", "k"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("iy", "i"), ("ij", "i"), ("yi", "i"), ("ye", "e"), ("yo", "o"), ("ks", "x"), ("q", "k"), ("y", "i"),
    ("w", "v"), ("ii", "i"), ("ei", "ei"),
)  # fmt: skip
DOUBLES = re.compile(r"(.)\1")
VOWELS = re.compile(r"[aeiou]")
PARTICLES = frozenset("de da do dos di del della der den van von bin ibn al el la le ben abu af ap ter ten du des".split())


@functools.lru_cache(maxsize=16_384)
def fold(name: str) -> str:
    """
    >>> fold("The Al-Jabal"), fold("José Ramos-Horta"), fold("U.S.")
    ('al jabal', 'jose ramos horta', 'us')
    """
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)).replace("ı", "i").replace("ø", "o")
    words = MARKS.sub(" ", plain.replace(".", "").replace("’", "'").replace("'s ", " ").replace("'", "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def skeleton(folded: str) -> str:
    """A folded name without what transliteration changes most.

    >>> skeleton("aleksey"), skeleton("zukhra mattis")
    ('alexei', 'zuhra matis')
    """
    return " ".join(map(_skeleton, folded.split(" ")))


@functools.lru_cache(maxsize=16_384)
def _skeleton(word: str) -> str:
    for old, new in SPELLINGS:
        word = word.replace(old, new)
    return DOUBLES.sub(r"\1", word)


def consonants(folded: str) -> str:
    """What two spellings of one name share."""
    return VOWELS.sub("", skeleton(folded))


def surname_of(folded: str) -> str:
    return split_person(skeleton(folded))[1]


@functools.lru_cache(maxsize=16_384)
def split_person(folded: str) -> tuple[tuple[str, ...], str]:
    """Given names and surname; a particle goes with the surname.

    >>> split_person("ursula von der leyen")
    (('ursula',), 'von der leyen')
    """
    words = folded.split()
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    return tuple(words[:first]), " ".join(words[first:])


def is_same_person(one: str, other: str) -> bool:
    """Whether two folded full names can be spellings of one, by their letters alone.

    >>> is_same_person("aleksei orlov", "aleksey orlov"), is_same_person("karina orlova", "katrina orlova")
    (True, False)
    """
    (given, surname), (other_given, other_surname) = split_person(skeleton(one)), split_person(skeleton(other))
    if len(given) != len(other_given) or not _is_variant(surname, other_surname):
        return False
    return all(_given_variant(a, b) for a, b in zip(given, other_given, strict=True)) and is_like(one, other)


def is_like(one: str, other: str) -> bool:
    return skeleton(one) == skeleton(other) or max(fuzz.ratio(one, other), fuzz.ratio(skeleton(one), skeleton(other))) >= LIKE


def is_shorter_form(short: str, full: str) -> bool:
    """Whether `short` is `full` with fewer given names or with initials.

    >>> is_shorter_form("a orlov", "aleksei nikolaevich orlov"), is_shorter_form("oleg orlov", "aleksei orlov")
    (True, False)
    """
    (given, surname), (full_given, full_surname) = split_person(skeleton(short)), split_person(skeleton(full))
    if not given or len(given) > len(full_given) or surname != full_surname or given == full_given:
        return False
    if not _given_agree(given[0], full_given[0]):
        return False
    return all(any(_given_agree(a, b) for b in full_given[1:]) for a in given[1:])


def _given_agree(one: str, other: str) -> bool:
    return one == other or (len(one) == 1 and other.startswith(one))


def _given_variant(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > SHORT_GIVEN and _is_variant(one, other))


def _is_variant(one: str, other: str) -> bool:
    """Same consonants and same last letter: only vowels inside differ."""
    return one == other or (VOWELS.sub("", one) == VOWELS.sub("", other) and one[-1] == other[-1])


@functools.lru_cache(maxsize=16_384)
def block_of(folded: str) -> tuple[str, str]:
    """Names that can be of one person share this key: consonants of the surname, first letter of the given name."""
    return last_consonants(folded), skeleton(folded)[:1]


def last_consonants(folded: str) -> str:
    """What all names share that can be of one person, a lone surname among them."""
    return consonants(folded.rsplit(" ", 1)[-1])
