"""Articles -> paragraphs, sentences and tokens, with exact character offsets."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from pipeline.model import Article, Sentence, Source
from pipeline.tables import stage, to_records, to_table

CACHED_SENTENCES = 16_384  # several batches of articles; a sentence is tokenised once by all who ask

TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![\w])"  # 1,984  10:30  20th  1990s
    r"|\w+(?:[-‐‑'’](?!s\b)\w+)*"  # Al-Qaeda, O'Neill, but not the 's of Russia's
    r"|['’]s\b"
    r"|\.{3}|[^\w\s]"
)
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen sen rep gov lt col capt sgt maj adm cmdr rev hon st jr sr messrs mt ft no nos vs etc inc corp co ltd bros dept"
    " univ assn jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun approx est fig vol pp ca"
    " ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo".split()
)
OFTEN_LAST = frozenset("no co inc corp ltd jr sr etc sun sat mon wed fri mar may est no. la miss mass wash ore ill del".split())  # these end sentences too
BREAK = re.compile(r"""[.!?…]+["”’')\]]*(?=\s)|[:;](?=\s*\n)""")
OPENERS = "\"“‘'([«—–-*•"
WRAPPED_FROM = 4  # lines; a text of fewer is never taken for hard-wrapped


class Tokens(NamedTuple):
    """Words of a sentence with their offsets in it."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@functools.lru_cache(maxsize=CACHED_SENTENCES)
def tokenize(sentence: str) -> Tokens:
    """
    >>> tokenize("Russia's U.S. envoy").words
    ('Russia', "'s", 'U.S.', 'envoy')
    """
    found = list(TOKEN.finditer(sentence))
    return Tokens(tuple(m[0] for m in found), tuple(m.start() for m in found), tuple(m.end() for m in found))


@stage(Article)
def enter_articles(sources: pd.DataFrame, scope: str | None = "") -> pd.DataFrame:
    """Stage. Sources in, one undated row per article out; a date that was given stays with its basis.

    `scope` None makes each article its own scope: nothing is learned from the others.
    """
    return to_table((_enter(s, scope) for s in to_records(sources, Source)), Article)


def _enter(source: Source, scope: str | None) -> Article:
    article_id = digest(source.text, source.url or source.name)
    return Article(
        article_id=article_id, text_hash=digest(source.text), name=source.name, title=source.title, source=source.source, url=source.url,
        language="en", text=source.text, published=source.published, published_earliest=None, published_latest=None,
        published_precision=None, published_basis=source.published_basis, published_confidence=0.0,
        published_text=source.published_text, scope=article_id if scope is None else scope,
    )  # fmt: skip


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits made of the parts: an id that follows from content alone."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@stage(Sentence)
def split_sentences(articles: pd.DataFrame) -> pd.DataFrame:
    """Stage. Articles in, one row per sentence out, in the order of the text; a paragraph never shares one."""
    return to_table((s for a in to_records(articles, Article) for s in _sentences(a)), Sentence)


def _sentences(article: Any) -> Iterator[Sentence]:
    position = 0
    for number, (start, end) in enumerate(paragraphs(article.text)):
        for first, last in sentence_spans(article.text, start, end):
            yield Sentence(f"{article.article_id}:{position}", article.article_id, position, number, first, last, article.text[first:last])
            position += 1


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans between blank lines; every line is one, unless the text is hard-wrapped."""
    for block in re.finditer(r"\S(?:.*\S)?" if not is_wrapped(text) else r"\S(?:.|\n(?![ \t]*\n))*", text):
        yield block.start(), block.start() + len(block[0].rstrip())


def is_wrapped(text: str) -> bool:
    """Whether lines are broken at a width: single line breaks before a small letter are common."""
    breaks = re.findall(r"\S[ \t]*\n[ \t]*(\S)", text)
    return len(breaks) >= WRAPPED_FROM and sum(c.islower() for c in breaks) > 0.2 * len(breaks)


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of one paragraph."""
    first = start
    for stop in BREAK.finditer(text, start, end):
        if _ends_here(text, first, stop, end):
            yield first, stop.end()
            first = _skip_space(text, stop.end(), end)
    if first < end:
        yield first, end


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends_here(text: str, first: int, stop: re.Match[str], end: int) -> bool:
    after = _skip_space(text, stop.end(), end)
    if after >= end:
        return False
    following = text[after:].lstrip(OPENERS)[:1] if text[after] in OPENERS else text[after]
    if following.islower():
        return False
    if stop[0] != ".":
        return True
    word = re.search(r"[\w.]*$", text[first : stop.start()])
    return not _is_abbreviation(word[0] if word else "", following)


def _is_abbreviation(word: str, following: str) -> bool:
    """Whether the full stop after `word` belongs to it."""
    low = word.lower()
    if re.fullmatch(r"[A-Za-z]", word):
        return word not in ("I",)
    if re.fullmatch(r"(?:[a-z]\.)+[a-z]", low):
        return low in ("e.g", "i.e") or low not in ("a.m", "p.m", "u.s", "u.k", "u.n", "e.u", "d.c") or following.isdigit()
    return low in ABBREVIATIONS and not (low in OFTEN_LAST and not following.isdigit() and not word[:1].isupper())
