"""Names within one article: gazetteer, tagger, and what the article says about its own names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from pipeline.actors.gazetteer import Gazetteer, load_gazetteer, names, plain
from pipeline.model import Furniture, Name, SeedActor, Sentence
from pipeline.tables import stage, to_records, to_table
from pipeline.text import tokenize

TOLD_BY_THE_STORY = ("headline",)  # furniture whose names are the story's own
CALENDAR = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


class Found(NamedTuple):
    """A name in a sentence, as tokens."""

    first: int
    last: int  # excluded
    kind: str
    name: str
    how: str
    confidence: float


@stage(Name)
def find_names(sentences: pd.DataFrame, furniture: pd.DataFrame, seed_actors: tuple[SeedActor, ...]) -> pd.DataFrame:
    """Stage. Sentences in, one row per name out, with the fullest name that its article has for it."""
    gazetteer = load_gazetteer(seed_actors)
    pieces: dict[str, list[Furniture]] = {}
    for piece in to_records(furniture, Furniture):
        pieces.setdefault(piece.article_id, []).append(piece)
    articles = groupby(to_records(sentences, Sentence), key=lambda s: s.article_id)
    return to_table((n for key, group in articles for n in name_article(list(group), pieces.get(key, []), gazetteer)), Name)


def name_article(sentences: Sequence[Sentence], furniture: Sequence[Furniture], gazetteer: Gazetteer) -> Iterator[Name]:
    """The names of one article, in the order of the text."""
    found = [(s, f) for s in sentences for f in find_in_sentence(s.text, gazetteer)]
    people = {f.name.split()[-1]: f.name for _, f in found if f.kind == "person" and " " in f.name}
    for sentence, one in found:
        if one.kind == "person" and " " not in one.name and one.name in people:
            one = one._replace(name=people[one.name], how="surname")
        name = _row(sentence, one, furniture)
        if name is not None:
            yield name


def find_in_sentence(text: str, gazetteer: Gazetteer) -> list[Found]:
    words = [plain(w) for w in tokenize(text).words]
    known = [m for m in gazetteer.find(words) if m.entry.sure]
    found = [Found(m.first, m.last, m.entry.kind, m.entry.name, m.entry.how, 0.9) for m in known]
    taken = {i for m in known for i in range(m.first, m.last)}
    return sorted(found + list(_people(words, taken)))


def _people(words: Sequence[str], taken: set[int]) -> Iterator[Found]:
    """A given name and the capitalised words after it."""
    at = 0
    while at < len(words):
        last = at
        while last < len(words) and last not in taken and words[last].istitle() and words[last].lower() not in names("common"):
            last += 1
        if (last > at + 1 and words[at] in names("given")) or (last == at + 1 and words[at] in names("surname") - CALENDAR):
            yield Found(at, last, "person", " ".join(words[at:last]), "exact", 0.6)
        at = max(last, at + 1)


def _row(sentence: Sentence, one: Found, furniture: Iterable[Furniture]) -> Name | None:
    """None for the outlet that a piece of furniture names: it is the page's, like the piece itself."""
    tokens = tokenize(sentence.text)
    start, end = sentence.char_start + tokens.starts[one.first], sentence.char_start + tokens.ends[one.last - 1]
    piece = next((p for p in furniture if p.char_start <= start and end <= p.char_end and p.kind not in TOLD_BY_THE_STORY), None)
    text = sentence.text[start - sentence.char_start : end - sentence.char_start]
    if piece is not None and piece.source and text in piece.source:
        return None
    kind = None if piece is None else piece.kind
    return Name(sentence.article_id, sentence.sentence_id, start, end, text, one.kind, one.name, one.how, one.confidence, kind)
