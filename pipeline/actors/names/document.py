"""Names within one article: gazetteer, tagger, and what the article says about its own names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import pandas as pd

from pipeline.actors.gazetteer import Gazetteer, is_typographic, load_gazetteer, plain
from pipeline.actors.names.article import Row, settle
from pipeline.actors.names.casing import in_capitals, in_title_case, recase, recase_places, small_title
from pipeline.actors.names.sentence import Found, join_names
from pipeline.actors.names.tagger import load_tagger
from pipeline.model import Furniture, Name, SeedActor, Sentence
from pipeline.tables import stage, to_records, to_table
from pipeline.text import Tokens, tokenize

OF_THE_PAGE = ("byline",)  # furniture whose names are never given
TOLD_BY_THE_STORY = ("headline",)  # furniture whose names are the story's own
LEAST_CAPITALS = 2  # letters from which a word in capitals tells that a sentence is


@stage(Name)
def find_names(sentences: pd.DataFrame, furniture: pd.DataFrame, seed_actors: tuple[SeedActor, ...]) -> pd.DataFrame:
    """Stage. Sentences in, one row per name out, with the fullest name that its article has for it."""
    gazetteer = load_gazetteer(seed_actors)
    pieces: dict[str, list[Furniture]] = {}
    for piece in to_records(furniture, Furniture):
        pieces.setdefault(piece.article_id, []).append(piece)
    return to_table(name_articles([s for s in to_records(sentences, Sentence) if tokenize(s.text).words], pieces, gazetteer), Name)


def name_articles(sentences: Sequence[Sentence], pieces: Mapping[str, Sequence[Furniture]], gazetteer: Gazetteer) -> Iterator[Name]:
    """The names of a batch of articles, in the order of the text."""
    texts = [words_of(s.text, gazetteer) for s in sentences]
    matches = [gazetteer.find(words) for words in texts]
    tagged = load_tagger(gazetteer).tag(texts, matches)
    rows = [Row(words, join_names(words, m, t)) for words, m, t in zip(texts, matches, tagged, strict=True)]
    first = 0
    for article_id, group in groupby(s.article_id for s in sentences):
        last = first + len(list(group))
        yield from _article(sentences[first:last], rows[first:last], pieces.get(article_id, ()))
        first = last


def words_of(text: str, gazetteer: Gazetteer) -> list[str]:
    """The words of a sentence with plain apostrophes; what is in capitals has its small letters back."""
    words = list(tokenize(text).words)
    if is_typographic(text):
        words = [word if word.isascii() else plain(word) for word in words]
    longest = max(map(len, filter(str.isupper, words)), default=0)
    if longest < LEAST_CAPITALS:
        return small_title(words) if in_title_case(words) else words
    return recase(words, gazetteer) if in_capitals(words) else recase_places(words, gazetteer)


def _article(sentences: Sequence[Sentence], rows: Sequence[Row], furniture: Sequence[Furniture]) -> Iterator[Name]:
    for sentence, found in zip(sentences, settle(rows), strict=True):
        if not found:
            continue
        tokens = tokenize(sentence.text)
        for one in found:
            name = _row(sentence, tokens, one, furniture)
            if name is not None:
                yield name


def _row(sentence: Sentence, tokens: Tokens, one: Found, furniture: Iterable[Furniture]) -> Name | None:
    """None for the author and the outlet that a piece of furniture names: they are the page's, like the piece itself."""
    first, last = tokens.starts[one.first], tokens.ends[one.last - 1]
    start, end, text = sentence.char_start + first, sentence.char_start + last, sentence.text[first:last]
    piece = None
    for other in furniture:
        if other.char_start <= start and end <= other.char_end and other.kind not in TOLD_BY_THE_STORY:
            piece = other
            break
    if piece is not None and (piece.kind in OF_THE_PAGE or (piece.source and text in piece.source)):
        return None
    kind = None if piece is None else piece.kind
    return Name(sentence.article_id, sentence.sentence_id, start, end, text, one.kind, one.name, one.how, one.confidence, kind)
