"""Measures that the judges share."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations


def ratio(right: int, of: int) -> str:
    """
    >>> ratio(3, 4)
    '3/4 = 75.0%'
    """
    return f"{right}/{of} = {100 * right / of:.1f}%" if of else "none"


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def line_of(label: str, right: int, guessed: int, gold: int) -> str:
    """Precision, recall and F1 as one line."""
    p, r = right / guessed if guessed else 0.0, right / gold if gold else 0.0
    return f"{label}: precision {ratio(right, guessed)}, recall {ratio(right, gold)}, F1 {100 * f1(p, r):.1f}"


def pairwise(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """F1 of the pairs that are together; both give the group of each item.

    >>> pairwise({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "x", "c": "x"})
    0.5
    """
    wanted = {p for p in combinations(sorted(gold), 2) if gold[p[0]] == gold[p[1]]}
    made = {p for p in combinations(sorted(gold), 2) if found[p[0]] == found[p[1]]}
    return f1(len(wanted & made) / len(made) if made else 0.0, len(wanted & made) / len(wanted) if wanted else 0.0)


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """B-cubed F1 over the same items (Bagga and Baldwin 1998).

    >>> b_cubed({"a": "1", "b": "1"}, {"a": "x", "b": "x"})
    1.0
    """
    precision = recall = 0.0
    for item in gold:
        wanted, made = {i for i in gold if gold[i] == gold[item]}, {i for i in gold if found[i] == found[item]}
        precision += len(wanted & made) / len(made)
        recall += len(wanted & made) / len(wanted)
    return f1(precision / len(gold), recall / len(gold)) if gold else 0.0
