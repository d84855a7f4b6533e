"""Whether a given name is a woman's or a man's, where lists of names agree (given.npz, made by training/collect_genders.py)."""

from __future__ import annotations

import functools
from pathlib import Path

import numpy as np

from pipeline.actors.gazetteer import names

LONG = 5  # letters from which the ending of an unknown name tells
GIVEN = Path(__file__).parent.with_name("given.npz")


def key_of(name: str) -> str:
    return name.casefold()


@functools.cache
def _bearers(gender: str) -> frozenset[str]:
    with np.load(GIVEN) as lists:
        return frozenset(lists[gender].tobytes().decode("utf-8").split("\n"))


def gender_of_name(name: str) -> str:
    """f, m, or nothing where the first given name tells neither; one that no list has and that ends in "a" is taken for a woman's.

    >>> gender_of_name("Maria Soto"), gender_of_name("John Reed"), gender_of_name("Soto")
    ('f', 'm', '')
    """
    given, _, surname = name.partition(" ")
    key = key_of(given)
    if not surname:
        return ""
    if key in _bearers("f") or (key.endswith("a") and len(key) >= LONG and key not in _bearers("m") and given not in names("surname")):
        return "f"
    return "m" if key in _bearers("m") else ""
