"""Evidence -> the publication day, its bounds and its confidence, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pandas as pd

from pipeline.dating.ages import Births, age_clues, births_of
from pipeline.dating.anniversary import anniversary_clues
from pipeline.dating.beside import bare_weekday, beside_clues
from pipeline.dating.clue import Clue, Page, Spot, range_of, spot_of
from pipeline.dating.facts import fact_clues
from pipeline.dating.matching import Index, index_of
from pipeline.dating.order import in_order
from pipeline.dating.stated import stated_clues
from pipeline.dating.told import told_clues
from pipeline.dating.verdict import GIVEN, Verdict, basis_of, dated_as, decide, proof_of
from pipeline.dating.weigh import weigh
from pipeline.edtf import read_edtf
from pipeline.model import Article, DatingEvidence, Expression, Furniture, Sentence, WorldFact
from pipeline.tables import stage, to_records, to_table

DASHES = ("-", "–", "—", "‑")


class Known(NamedTuple):
    """The facts of the world, as they are looked up."""

    ways: Index
    births: Births


@stage(Article, DatingEvidence)
def date_articles(
    articles: pd.DataFrame, sentences: pd.DataFrame, furniture: pd.DataFrame, expressions: pd.DataFrame, facts: tuple[WorldFact, ...]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stage. Articles in; the same articles dated by themselves, and the evidence for it, out."""
    known = Known(index_of(facts), births_of(facts))
    parts = [_by_article(to_records(f, r)) for f, r in ((sentences, Sentence), (furniture, Furniture), (expressions, Expression))]
    dated: list[Article] = []
    proof: list[DatingEvidence] = []
    for article in to_records(articles, Article):
        sentences_of, furniture_of, expressions_of = (p.get(article.article_id, []) for p in parts)
        found, evidence = _given(article) if article.published else _found(article, sentences_of, furniture_of, expressions_of, known)
        dated.append(found)
        proof += evidence
    return to_table(dated, Article), to_table(proof, DatingEvidence)


def _by_article(rows: Iterable[Any]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.article_id, []).append(row)
    return groups


def _given(article: Article) -> tuple[Article, list[DatingEvidence]]:
    """A date that came with the article stands; a month or year gives its bounds."""
    basis = article.published_basis or "user"
    days = read_edtf(str(article.published))
    verdict = Verdict(article.published, days.start if days else None, days.last if days else None, GIVEN[basis])
    text = article.published_text or str(article.published)
    says = f"the date given with the article is {article.published}"
    evidence = DatingEvidence(article.article_id, None, None, text, basis, says, GIVEN[basis])
    return dated_as(article, verdict, basis), [evidence]


def _found(
    article: Article, sentences: list[Sentence], furniture: list[Furniture], expressions: list[Expression], known: Known
) -> tuple[Article, list[DatingEvidence]]:
    page = page_of(article, sentences, furniture, expressions)
    clues = clues_of(page, known)
    weekdays = [s for s in page.spots if bare_weekday(s) is not None and not _has_day(s, page)]
    choices = weigh(clues, frozenset(w for s in weekdays if (w := bare_weekday(s)) is not None))
    verdict = decide(clues, choices)
    basis = basis_of(clues, verdict) if verdict.published else None
    return dated_as(article, verdict, basis, choices), list(proof_of(article.article_id, clues, weekdays, verdict))


def page_of(article: Article, sentences: list[Sentence], furniture: list[Furniture], expressions: list[Expression]) -> Page:
    texts = {s.sentence_id: s for s in sentences}
    spots = (spot_of(e, texts[e.sentence_id].text, texts[e.sentence_id].char_start) for e in expressions)
    ordered = tuple(_rejoined(article.text, sorted(spots, key=lambda s: s.expression.char_start)))
    page = Page(article.text, article.name, article.url, tuple((s.char_start, s.text) for s in sentences), tuple(furniture), ordered)
    return in_order(page)


def _rejoined(text: str, spots: list[Spot]) -> Iterator[Spot]:
    """The spots, with "2023-2026" as one range also where each of its years was read for itself."""
    at = 0
    while at < len(spots):
        first, second = spots[at], spots[at + 1] if at + 1 < len(spots) else None
        if second and text[first.expression.char_end : second.expression.char_start] in DASHES and (joined := range_of(first, second)):
            yield joined
            at += 1
        else:
            yield first
        at += 1


def clues_of(page: Page, known: Known) -> list[Clue]:
    """All evidence of one article, in the order of its text."""
    found = [
        *stated_clues(page),
        *told_clues(page),
        *beside_clues(page),
        *anniversary_clues(page),
        *fact_clues(page, known.ways),
        *age_clues(page, known.births),
    ]
    return sorted(found, key=lambda c: (-1 if c.char_start is None else c.char_start, c.kind, c.says))


def _has_day(spot: Spot, page: Page) -> bool:
    """Whether the sentence has a date of its own, from which its weekday is read."""
    return any(o.told and o.sentence_start == spot.sentence_start and getattr(o.plain, "day", None) for o in page.spots)
