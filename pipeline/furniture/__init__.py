"""Page furniture: bylines, datelines, tweets, "Read more". Found and kept as hints, never events or actors.

The headline is marked here too, and is part of the story all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pandas as pd

from pipeline.furniture.rules import INSIDE, LINES, SIGNATURE, STARTS, Rule
from pipeline.model import Article, Furniture
from pipeline.tables import stage, to_records, to_table
from pipeline.text import paragraphs

LINE_LIMIT = 200  # characters; a longer paragraph is never furniture as a whole
START_LIMIT = 140  # characters at the start of a paragraph in which a dateline ends
HEADLINE_LIMIT = 180  # characters
HEADLINES = 3  # the title, and the decks below it
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
STORY = re.compile(r"[a-z]{2}[.!?][\"'”’)\]]*(?:\s|$)")

Block = tuple[int, int]


@stage(Furniture)
def find_furniture(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Stage. Articles in, one row per piece of furniture out, in the order of the text; pieces never overlap."""
    return to_table((f for a in to_records(articles, Article) for f in furniture_of(a)), Furniture)


def furniture_of(article: Article) -> list[Furniture]:
    """The furniture of one article."""
    blocks = paragraphs(article.text)
    tweets = list(_tweets(article, blocks))
    found = tweets[:]
    for start, end in blocks:
        if not any(f.char_start < end and start < f.char_end for f in tweets):
            found += _of_block(article, start, end)
    found += _headlines(article, blocks, {f.char_start: f for f in found})
    return sorted(found, key=lambda f: f.char_start)


def _of_block(article: Article, start: int, end: int) -> Iterator[Furniture]:
    text = article.text[start:end]
    if len(text) <= LINE_LIMIT:
        for rule in LINES:
            whole = rule.pattern.fullmatch(text) if _has(rule.needs, text) else None
            if whole:
                yield _piece(article, rule.kind, start, end, whole)
                return
    first = _start(text)
    if first:
        yield _piece(article, first[0].kind, start, start + len(first[1][0].rstrip()), first[1])
    for rule in INSIDE if "(" in text or "[" in text else ():
        if _has(rule.needs, text):
            for match in rule.pattern.finditer(text, first[1].end() if first else 0):
                yield _piece(article, rule.kind, start + match.start(), start + match.end(), match)


def _start(text: str) -> tuple[Rule, re.Match[str]] | None:
    opening = text[:START_LIMIT]
    if not (opening[0].isupper() or opening[0].isdigit() or opening[0] == "("):
        return None
    for rule in STARTS:
        match = rule.pattern.match(opening) if _has(rule.needs, opening) else None
        if match:
            return rule, match
    return None


def _has(needs: tuple[str, ...], text: str) -> bool:
    for need in needs:  # quicker than a generator
        if need in text:
            return True
    return not needs


def _piece(article: Article, kind: str, start: int, end: int, match: re.Match[str]) -> Furniture:
    groups = match.groupdict()
    place = groups.get("place")
    return Furniture(
        article_id=article.article_id, char_start=start, char_end=end, text=article.text[start:end], kind=kind,
        source=_named(groups.get("agency") or groups.get("slashed")), place=_in_small_letters(place) if place else None,
    )  # fmt: skip


def _named(source: str | None) -> str | None:
    return source.strip() or None if source else None


def _in_small_letters(place: str) -> str:
    """
    >>> _in_small_letters("NEW YORK, U.S.")
    'New York, U.S.'
    """
    return re.sub(r"\b[A-Z]{2,}\b", lambda m: m[0].capitalize(), place)


def _tweets(article: Article, blocks: Sequence[Block]) -> Iterator[Furniture]:
    """Embedded tweets: the body and the signature below it or behind it."""
    if "(@" not in article.text:
        return
    for number, (start, end) in enumerate(blocks):
        signature = SIGNATURE.search(article.text, start, end)
        if not signature or article.text[signature.end() : end].strip():
            continue
        alone = not article.text[start : signature.start()].strip()
        first = blocks[number - 1][0] if alone and number else start
        yield Furniture(article.article_id, first, end, article.text[first:end], "tweet", signature["author"].strip() or None, None)


def _headlines(article: Article, blocks: Sequence[Block], known: dict[int, Furniture]) -> Iterator[Furniture]:
    """The lines above the story that are no sentences: title, decks."""
    heads: list[Block] = []
    for start, end in blocks:
        piece = known.get(start)
        if piece and piece.char_end == end:
            continue
        text = article.text[start:end]
        if piece or not _is_headline(text) or len(heads) == HEADLINES:
            break
        heads.append((start, end))
    if heads and STORY.search(article.text, heads[-1][1]):
        for start, end in heads:
            yield Furniture(article.article_id, start, end, article.text[start:end], "headline", None, None)


def _is_headline(text: str) -> bool:
    return len(text) <= HEADLINE_LIMIT and not SENTENCE_END.search(text) and text[-1] not in ":;,"
