"""Tagged sentences as the pipeline itself would see them: in plain English spacing, cut into its own tokens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.text import tokenize

QUOTES = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")"}
NO_SPACE_BEFORE = frozenset(". , ; : ? ! ) ] } % 's n't 'll 're 've 'd 'm '' ” ’s ’".split())
NO_SPACE_AFTER = frozenset("( [ { $ “".split())
KINDS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


class Plain(NamedTuple):
    """One sentence with the spans (start, end, PER|ORG|LOC) of its names, in characters."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


def read_tagged(path: Path) -> Iterator[list[tuple[str, str]]]:
    """(token, BIO tag) of each sentence of a file with a token and its tag a line."""
    sentence: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        word, tab, tag = line.partition("\t")
        if tab:
            sentence.append((QUOTES.get(word, word), tag))
        elif sentence:
            yield sentence
            sentence = []


def join(sentence: list[tuple[str, str]]) -> Plain:
    text, before = "", ""
    spans: list[tuple[int, int, str]] = []
    for word, tag in sentence:
        text += word if not text or word in NO_SPACE_BEFORE or before in NO_SPACE_AFTER else f" {word}"
        begin, _, kind = tag.partition("-")
        if begin == "B" or (begin == "I" and not spans):
            spans.append((len(text) - len(word), len(text), kind))
        elif begin == "I":
            spans[-1] = (spans[-1][0], len(text), kind)
        before = word
    return Plain(text, tuple(s for s in spans if s[2] in KINDS))


def retokenize(sentence: Plain) -> list[str]:
    """BIO tags of the pipeline's own tokens; a token is in a span that covers its first character."""
    tokens = tokenize(sentence.text)
    tags = ["O"] * len(tokens.words)
    for start, end, kind in sentence.spans:
        inside = [i for i, s in enumerate(tokens.starts) if start <= s < end]
        for i in inside:
            tags[i] = f"{'B' if i == inside[0] else 'I'}-{kind}"
    return tags
