"""The two stages of temporal tagging: words -> meanings, and meanings + publication date -> days."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from pipeline.interval import Unit
from pipeline.model import JOINT, Alternative, Article, Expression, Furniture, NamedDay, Sentence, Timex
from pipeline.tables import stage, to_records, to_table
from pipeline.text import language_of, overlapping, tokenize
from pipeline.timex.direction import direction_of, open_end
from pipeline.timex.foreign import Foreign, find_foreign, line_language
from pipeline.timex.grammar import Grammar, Hit
from pipeline.timex.joining import join_times
from pipeline.timex.meaning import Bound, Duration, Meaning, Range, Recurrence, Shift, Vague, read, write
from pipeline.timex.notices import read_ahead
from pipeline.timex.passage import is_narrative
from pipeline.timex.reading import Reader
from pipeline.timex.resolution import Resolution
from pipeline.timex.rules import grammar, histories

NEUTRAL = ("numeric.iso_day", "numeric.slashed", "numeric.dashed", "numeric.dotted")
PROBED = 6  # sentences that tell the language of an article
UNSURE = 0.8  # how far dates in other languages are trusted
WHOLE_UNITS = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR}
JOINING = re.compile(r"\s*(?:[-‐‑–—]|\b(?:to|and|through|until)\b(?: the\b)?)\s*")
QUOTES = re.compile('["“”]')
UNBOUND = (Duration, Recurrence, Vague)


@stage(Expression)
def find_expressions(sentences: pd.DataFrame, furniture: pd.DataFrame, named_days: tuple[NamedDay, ...]) -> pd.DataFrame:
    """Stage. Sentences in, one row per date expression out; what it means, no day yet."""
    rules = grammar(named_days)
    pieces: dict[str, list[Furniture]] = {}
    for piece in to_records(furniture, Furniture):
        pieces.setdefault(piece.article_id, []).append(piece)
    found = (x for _, group in itertools.groupby(to_records(sentences, Sentence), key=lambda s: s.article_id) for x in _in_article(group, rules, pieces))
    return to_table(found, Expression)


def _in_article(sentences: Iterable[Sentence], rules: Grammar, pieces: dict[str, list[Furniture]]) -> list[Expression]:
    sentences = list(sentences)
    language = language_of(" ".join(s.text for s in sentences[:PROBED]))
    if language != "en":
        return [x for s in sentences for x in _in_foreign(s, language, rules, pieces)]
    paragraphs = itertools.groupby(sentences, key=lambda s: s.paragraph)
    found = read_ahead(sentences, [x for _, group in paragraphs for x in _in_paragraph(list(group), rules, pieces)])
    if not any("Range(" in x.meaning or x.rule.startswith(histories.PREFIX) for x in found):
        return found
    if not is_narrative([read(x.meaning) for x in found], None):
        return [x for x in found if not x.rule.startswith(histories.PREFIX)]
    return [half for x in found for half in _halves(x)]


def _in_foreign(sentence: Sentence, language: str, rules: Grammar, pieces: dict[str, list[Furniture]]) -> Iterator[Expression]:
    """Dates in another language, and those in figures alone, which are the same in all."""
    tokens = tokenize(sentence.text)
    foreign = list(find_foreign(sentence.text, language))
    figures = (Foreign(tokens.starts[h.first], tokens.ends[h.end - 1], h.rule, h.meaning) for h in rules.find(tokens.words) if h.rule in NEUTRAL)
    for found in sorted([*foreign, *(f for f in figures if not any(f.start < x.end and x.start < f.end for x in foreign))]):
        start, end = sentence.char_start + found.start, sentence.char_start + found.end
        yield Expression(
            timex_id=f"{sentence.article_id}:{start}", article_id=sentence.article_id, sentence_id=sentence.sentence_id, char_start=start, char_end=end,
            text=sentence.text[found.start : found.end], rule=found.rule, meaning=write(found.meaning), direction=None, quoted=False,
            furniture=_furniture_at(pieces.get(sentence.article_id, ()), start),
        )  # fmt: skip


def _halves(expression: Expression) -> Iterator[Expression]:
    """Both ends of a range, each as a date of its own: so histories name the years of their chapters (TIMEX2, "ranges")."""
    meaning = read(expression.meaning)
    inner = meaning.of if isinstance(meaning, Bound) else meaning
    join = JOINING.search(expression.text) if isinstance(inner, Range) else None
    if join is None or not isinstance(inner, Range):
        yield expression
        return
    start = expression.char_start
    for part, first, end in ((inner.first, 0, join.start()), (inner.last, join.end(), len(expression.text))):
        yield dataclasses.replace(
            expression, timex_id=f"{expression.article_id}:{start + first}", char_start=start + first, char_end=start + end,
            text=expression.text[first:end], meaning=write(part),
        )  # fmt: skip


def _in_paragraph(sentences: list[Sentence], rules: Grammar, pieces: dict[str, list[Furniture]]) -> Iterator[Expression]:
    opened = False  # a quotation may run over several sentences of its paragraph
    for sentence in sentences:
        if language := line_language(sentence.text):
            yield from _in_foreign(sentence, language, rules, pieces)
            continue
        tokens = tokenize(sentence.text)
        for hit in join_times(rules.find(tokens.words), tokens.words):
            start, end = tokens.starts[hit.first], tokens.ends[hit.end - 1]
            direction = direction_of(sentence.text, start, end, tokens.words, hit)
            if hit.rule == "vague.soon" and direction == "past":
                continue  # "they soon gave up": no future
            yield Expression(
                timex_id=f"{sentence.article_id}:{sentence.char_start + start}", article_id=sentence.article_id, sentence_id=sentence.sentence_id,
                char_start=sentence.char_start + start, char_end=sentence.char_start + end, text=sentence.text[start:end], rule=hit.rule,
                meaning=write(bounded(_ahead(hit, tokens.words, direction), tokens.words)), direction=direction,
                quoted=_inside_quotes(sentence.text, start, opened),
                furniture=_furniture_at(pieces.get(sentence.article_id, ()), sentence.char_start + start),
            )  # fmt: skip
        opened = _inside_quotes(sentence.text, len(sentence.text), opened)


def _ahead(hit: Hit, tokens: tuple[str, ...], direction: str | None) -> Hit:
    """ "Returns in six weeks": with a verb of what is to come, a length after "in" is a time from now."""
    length = hit.meaning
    if (
        direction != "future"
        or not isinstance(length, Duration)
        or hit.rule != "durations.plain"
        or tokens[hit.first - 1 : hit.first] not in (("in",), ("In",))
    ):
        return hit
    if length.unit not in WHOLE_UNITS or length.count is None or length.count != int(length.count) or length.rest:
        return hit
    return hit._replace(rule="durations.ahead", meaning=Shift(int(length.count), WHOLE_UNITS[length.unit]))


def bounded(hit: Hit, tokens: tuple[str, ...]) -> Meaning:
    """The meaning, as the end of an open range when "since", "until" or the like stands before it."""
    kind = open_end(tokens, hit.first)
    return Bound(kind, hit.meaning) if kind and not isinstance(hit.meaning, UNBOUND) else hit.meaning


def _inside_quotes(text: str, end: int, opened: bool) -> bool:
    """Whether the place `end` is quoted, when the sentence begins inside a quotation or not."""
    for char in QUOTES.findall(text, 0, end) if '"' in text or "“" in text or "”" in text else ():
        if char == "“":
            opened = True
        elif char == "”":
            opened = False
        elif char == '"':
            opened = not opened
    return opened


def _furniture_at(pieces: Sequence[Furniture], offset: int) -> str | None:
    return next((p.kind for p in overlapping(pieces, offset, offset + 1)), None)


@stage(Timex, Alternative)
def resolve_expressions(expressions: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stage. Expressions and dated articles in; one timex an expression, and the alternatives of conflicts, out."""
    of: dict[str, list[Expression]] = {}
    for expression in to_records(expressions, Expression):
        of.setdefault(expression.article_id, []).append(expression)
    timexes: list[Timex] = []
    alternatives: list[Alternative] = []
    for article in to_records(articles, Article):
        for expression, resolution in Reader(article, of.get(article.article_id, [])).read():
            timexes.append(_timex(expression, resolution))
            alternatives += [
                Alternative(expression.timex_id, rank, c.days.start, c.days.last, c.reason, c.probability)
                for rank, c in enumerate(resolution.choices, 1)
            ]  # fmt: skip
    return to_table(timexes, Timex), to_table(alternatives, Alternative)


def _timex(expression: Expression, resolution: Resolution) -> Timex:
    days = resolution.days
    foreign = expression.rule.startswith("foreign.")
    flags = (*resolution.flags, *(("furniture",) if expression.furniture else ()), *(("foreign",) if foreign else ()))
    return Timex(
        timex_id=expression.timex_id, article_id=expression.article_id, char_start=expression.char_start, char_end=expression.char_end,
        text=expression.text, type=resolution.type, value=resolution.value, mod=resolution.mod, edtf=resolution.edtf,
        date_start=days.start if days else None, date_end=days.last if days else None, best_day=resolution.best_day,
        precision=resolution.precision and str(resolution.precision), rule=expression.rule, anchor=resolution.anchor,
        confidence=resolution.confidence * (UNSURE if foreign else 1), conflict="conflict" in flags, reason=resolution.reason, flags=JOINT.join(flags),
    )  # fmt: skip
