"""Where an article comes from: its outlet, the agency that supplied it, and a sketch by which copies are known."""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Collection
from dataclasses import replace

import numpy as np
import pandas as pd

from pipeline.events.relay import AGENCIES, outlet_key, relayed_from
from pipeline.model import Article, Furniture
from pipeline.tables import stage, to_records, to_table
from pipeline.text import digest

PERMUTATIONS = 48  # of the sketch: the share of equal values is within 0.07 of the true likeness
SHINGLE = 4  # words that are hashed together
COPY = 0.5  # share of common shingles from which a text counts as a copy, with a paragraph cut or a lead rewritten
WORD = re.compile(r"\w+")
BLOCK = 4096  # runs of words that are hashed at a time
HALF = np.uint64(32)  # bits
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # 2^64 by the golden ratio, odd
FACTORS = np.array([int(digest("sketch", str(k)), 16) | 1 for k in range(PERMUTATIONS)], np.uint64)  # of multiply-shift hashing


@stage(Article)
def credit_articles(articles: pd.DataFrame, furniture: pd.DataFrame) -> pd.DataFrame:
    """Stage. Articles and their furniture in; articles with their outlet (when none was given), agency and sketch out."""
    hints: dict[str, list[Furniture]] = {}
    for piece in to_records(furniture, Furniture):
        if piece.source and piece.kind in ("byline", "dateline", "dated_line"):
            hints.setdefault(piece.article_id, []).append(piece)
    return to_table((_credit(a, hints.get(a.article_id, [])) for a in to_records(articles, Article)), Article)


def _credit(article: Article, hints: list[Furniture]) -> Article:
    named = [h.source for h in hints if h.source]
    agency = next((h.source for h in hints if h.source and (h.kind == "dateline" or outlet_key(h.source) in AGENCIES)), None)
    source = article.source or (named[0] if named else None)
    return replace(article, source=source, agency=agency or relayed_from(article.text, source), sketch=sketch_of(article.text))


def sketch_of(text: str) -> str:
    """The MinHash of the text's runs of words, in hexadecimal; empty for a text too short to have one."""
    words = WORD.findall(text.lower())
    if len(words) < SHINGLE:
        return ""
    hashes = np.fromiter(map(_hash, words), np.uint64, len(words))
    runs = np.zeros(len(words) - SHINGLE + 1, np.uint64)
    for k in range(SHINGLE):
        runs = runs * SPREAD + hashes[k : k + len(runs)]
    runs = (runs ^ (runs >> HALF)) * SPREAD
    parts = np.array_split(runs ^ (runs >> HALF), len(runs) // BLOCK + 1)
    least = np.min([(part[:, None] * FACTORS).min(axis=0) for part in parts], axis=0)
    return bytes((least >> HALF).astype("<u4").tobytes()).hex()


@functools.lru_cache(maxsize=65_536)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def likeness(one: str, two: str) -> float:
    """Estimated share of common word runs of two sketches; 0 when one is missing."""
    if not one or len(one) != len(two):
        return 0.0
    if one == two:
        return 1.0
    return float(np.mean(np.frombuffer(bytes.fromhex(one), "<u4") == np.frombuffer(bytes.fromhex(two), "<u4")))


def count_sources(told: Collection[tuple[Article, str | None]]) -> tuple[int, int, int]:
    """Articles, outlets and independent sources among pairs of an article and the agency that its words name.

    What an outlet takes from an agency is the agency's; articles of one source and near-copies of each other are one source.
    """
    if len(told) == 1:
        return 1, 1, 1
    pairs = sorted(told, key=lambda p: (p[0].article_id, p[1] or ""))
    articles = {a.article_id: a for a, _ in pairs}
    if len(articles) == 1:
        return 1, 1, 1
    outlets = {outlet_key(a.source) if a.source else a.article_id for a in articles.values()}
    parent = {article_id: article_id for article_id in articles}
    _join_by_source(pairs, parent, {initials(name): name for name in sorted(outlets)})
    known = list(articles.values())
    for k, one in enumerate(known):
        for two in known[k + 1 :]:
            if _root(parent, one.article_id) != _root(parent, two.article_id) and likeness(one.sketch, two.sketch) >= COPY:
                parent[_root(parent, one.article_id)] = _root(parent, two.article_id)
    return len(articles), len(outlets), len({_root(parent, a) for a in articles})


def _join_by_source(pairs: list[tuple[Article, str | None]], parent: dict[str, str], acronyms: dict[str, str]) -> None:
    """Joins articles that have what they tell from one source: the agency that its words or its dateline name, else the outlet.

    Words that name an agency do not part an article from others of its outlet.
    """
    first: dict[str, str] = {}
    for article, via in pairs:
        for name in filter(None, (via, article.agency or article.source)):
            key = outlet_key(name)
            root = _root(parent, first.setdefault(acronyms.get(key, key), article.article_id))
            parent[_root(parent, article.article_id)] = root


def initials(name: str) -> str:
    """
    >>> initials("northern press agency")
    'npa'
    """
    return "".join(word[0] for word in name.split())


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        key = parent[key]
    return key
