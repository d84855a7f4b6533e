"""What is known of one article, gathered for telling its events; and one sentence of it with its clauses."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeVar

from pipeline.clauses import Clause, find_clauses
from pipeline.events.classes import LABOUR, Lexicon, Sense
from pipeline.events.days import in_furniture, is_usable
from pipeline.model import Article, Attribution, Furniture, Mention, Sentence, Timex
from pipeline.text import Tokens, overlapping, tokenize

Row = TypeVar("Row", Timex, Mention, Attribution)

BEGIN = attrgetter("char_start")
NOW = re.compile(r"\b(?:[Nn]ow|[Cc]urrently|[Aa]t present|[Aa]t this (?:stage|point|moment|time))\b")
WORK_WORDS = 2  # different words of work that make an article one about work
FULL_NAMES = ("exact", "tagged", "alias", "acronym", "surname")


@dataclass
class Page:
    """An article with everything that was found in it."""

    article: Article
    sentences: list[Sentence] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    timexes: list[Timex] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)

    @functools.cached_property
    def is_about_work(self) -> bool:
        return self.has_words(LABOUR, WORK_WORDS)

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The words of the article in small letters."""
        return frozenset(re.findall(r"\w+", self.article.text.lower()))

    def has_words(self, words: frozenset[str], least: int) -> bool:
        """Whether the article has that many different ones of `words`."""
        return len(words & self.words) >= least

    def name_of(self, actor_id: str) -> str | None:
        """The fullest name that the article has for an actor."""
        found = [m.text for m in self.mentions if m.actor_id == actor_id and m.resolved_by in FULL_NAMES]
        return max(found, key=lambda t: (len(t), t)) if found else None


@dataclass(slots=True)
class Line:
    """A sentence of an article with its clauses. `owner` gives for each token the innermost clause, -1 for none."""

    page: Page
    sentence: Sentence
    tokens: Tokens
    clauses: tuple[Clause, ...]
    owner: list[int]
    timexes: list[Timex]
    mentions: list[Mention]
    attributions: list[Attribution]
    kind: str | None  # the kind of furniture that it stands in
    is_now: bool  # it says "now" or "at this stage"
    opening: int  # where the story begins in it, after a dateline or byline
    base: int  # where it begins in the article
    is_lead: bool  # the first sentence that tells the story
    nouns: dict[int, Sense]  # nouns that are events, by token
    senses: dict[int, Sense | None] = field(default_factory=dict)  # of its clauses, as far as they were asked for

    def token_at(self, offset: int) -> int:
        """The token at or after an offset in the article."""
        return min(bisect_left(self.tokens.starts, offset - self.base), len(self.tokens.starts) - 1)

    def clause_number_at(self, offset: int) -> int:
        return self.owner[self.token_at(offset)]

    def span_tokens(self, start: int, end: int) -> tuple[int, int]:
        """Tokens between two offsets of the sentence."""
        return bisect_left(self.tokens.starts, start), bisect_left(self.tokens.starts, end)


def pages(
    articles: Iterable[Article], sentences: list[Sentence], furniture: list[Furniture], timexes: list[Timex], mentions: list[Mention],
    attributions: list[Attribution],
) -> list[Page]:  # fmt: skip
    """The records of a batch, by article."""
    found = {a.article_id: Page(a) for a in articles}
    for name, rows in (("sentences", sentences), ("furniture", furniture), ("timexes", timexes), ("mentions", mentions), ("attributions", attributions)):
        groups: dict[str, list[object]] = defaultdict(list)
        for row in rows:
            groups[row.article_id].append(row)
        for article_id, group in groups.items():
            setattr(found[article_id], name, group)
    return list(found.values())


def lines(page: Page, lexicon: Lexicon) -> Iterable[Line]:
    """The sentences of an article that tell the story; page furniture is left out, headlines are not."""
    timexes, mentions, attributions = _placed(filter(is_usable, page.timexes)), _placed(page.mentions), _placed(page.attributions)
    led = False
    for sentence in page.sentences:
        furniture = overlapping(page.furniture, sentence.char_start, sentence.char_end)
        kind = _furniture_kind(furniture, sentence)
        if kind not in (None, "headline"):
            continue
        tokens, clauses = tokenize(sentence.text), find_clauses(sentence.text)
        is_lead, led = not led and kind is None and bool(clauses), led or (kind is None and bool(clauses))
        if tokens.words:
            own = [t for t in _inside(timexes, sentence) if kind == "headline" or not in_furniture(t)]
            yield Line(
                page, sentence, tokens, clauses, _owners(tokens, clauses), own, _inside(mentions, sentence), _inside(attributions, sentence), kind,
                NOW.search(sentence.text) is not None, _opening_end(furniture, sentence), sentence.char_start, is_lead,
                lexicon.nouns_of(tokens),
            )  # fmt: skip


def _placed(rows: Iterable[Row]) -> tuple[list[int], list[Row]]:
    """Rows in the order of the text, with where each begins."""
    ordered = sorted(rows, key=BEGIN)
    return [row.char_start for row in ordered], ordered


def _inside(placed: tuple[list[int], list[Row]], sentence: Sentence) -> list[Row]:
    """The rows that begin in a sentence."""
    starts, rows = placed
    if not starts:
        return rows
    first = bisect_left(starts, sentence.char_start)
    return rows[first : bisect_left(starts, sentence.char_end, first)]


def _furniture_kind(furniture: Sequence[Furniture], sentence: Sentence) -> str | None:
    """The kind of furniture that holds more than half of the sentence."""
    for piece in furniture:
        shared = min(piece.char_end, sentence.char_end) - max(piece.char_start, sentence.char_start)
        if 2 * shared > sentence.char_end - sentence.char_start:
            return piece.kind
    return None


def _opening_end(furniture: Sequence[Furniture], sentence: Sentence) -> int:
    """Where the sentence's own words begin: after furniture at its start."""
    if not furniture:
        return sentence.char_start
    ends = [
        f.char_end
        for f in furniture
        if f.kind != "headline" and f.char_start <= sentence.char_start + 2 and sentence.char_start < f.char_end < sentence.char_end
    ]
    return max(ends, default=sentence.char_start)


def _owners(tokens: Tokens, clauses: tuple[Clause, ...]) -> list[int]:
    owner = [-1] * len(tokens.starts)
    for number in sorted(range(len(clauses)), key=lambda n: clauses[n].start - clauses[n].end) if len(clauses) > 1 else range(len(clauses)):
        clause = clauses[number]
        first = bisect_left(tokens.starts, clause.start)
        last = bisect_left(tokens.starts, clause.end, first)
        owner[first:last] = [number] * (last - first)
    return owner
