"""The date grammar on texts made to be slow: garbled sentences, and one piece said over and over.

    python -m benchmarks.garbled [TEXTS]

Prints the slowest text of each kind in CPU milliseconds a KB, with the caches filled; exit status 1 past LIMIT.
"""

from __future__ import annotations

import random
import sys
import time

from pipeline.seeds import read_seeds
from pipeline.text import tokenize
from pipeline.timex.grammar import Grammar
from pipeline.timex.rules import grammar

LIMIT = 50.0  # milliseconds a KB: past it, a pattern runs away
LONG = 20_000  # characters of a text that repeats one piece
PIECES = (
    "the first of the ", "two and ", "1 ", "10:30 ", "March 3, ", "a ", "the ", "early ", "in the ", "1-2-", "' ",
    "nearly two hundred and ",
)  # fmt: skip
SEEDS_OF_TEXT = (
    "On Friday, July 20, 2018 the talks, due in early 2019, were moved to next week; two years later, in the spring of 2021, they resumed at 10:30 p.m.",
    "From 3 to 5 May and during 2025-2027, every Monday night since the late 1990s, about five and a half hours ago, the third quarter of last year.",
)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rules, source = grammar(read_seeds().named_days), random.Random(11)
    kinds = {
        f"{count:,} garbled texts": (garbled(source) for _ in range(count)),
        f"{len(PIECES)} repetitions of {LONG:,} characters": (p * (LONG // len(p)) for p in PIECES),
    }
    worst = {kind: max(pace(rules, text) for text in texts) for kind, texts in kinds.items()}
    print("| texts | slowest, ms a KB |\n| --- | --- |")
    print("\n".join(f"| {kind} | {slowest:.1f} |" for kind, slowest in worst.items()))
    return int(max(worst.values()) > LIMIT)


def garbled(source: random.Random) -> str:
    """A text of date words in a random order, with some characters changed."""
    words = [w for text in SEEDS_OF_TEXT for w in text.split()]
    chosen = source.choices(words, k=source.randint(1, 60))
    letters = list(" ".join(chosen))
    for _ in range(source.randint(0, 8)):
        letters[source.randrange(len(letters))] = source.choice("0123456789-–/.,:' \n\u202f“”aZé中\ud83d\x00½")
    return "".join(letters)


def pace(rules: Grammar, text: str) -> float:
    """CPU milliseconds a KB to find the dates of a text; a shorter text counts as one KB."""
    tokens = tokenize(text).words
    return min(_seconds(rules, tokens), _seconds(rules, tokens)) * 1000 / max(1.0, len(text) / 1024)


def _seconds(rules: Grammar, tokens: tuple[str, ...]) -> float:
    began = time.process_time()
    rules.find(tokens)
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
