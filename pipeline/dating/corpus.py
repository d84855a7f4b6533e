"""Articles of one scope inform each other's publication dates, where that is sound.

Sound is: two articles of one outlet that tell the same day by the same weekday and number, without a year, speak of one
day; what each knows of the year holds for both. So do two articles that tell one day in the same company (see `shared`). A
bare weekday never does, and nothing crosses a scope.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import exp, log

import pandas as pd

from pipeline.dating.clue import plain_of
from pipeline.dating.shared import TELLS_A_DAY, TOGETHER, WITHIN, Shared, shared_days, within_a_year
from pipeline.dating.verdict import GIVEN, Verdict, dated_as, decide, read_choices
from pipeline.dating.weigh import Choice
from pipeline.model import Article, DatingEvidence, Expression, Name
from pipeline.tables import Pieces, concat, stage, to_records, to_table
from pipeline.timex.meaning import Date, read

Key = tuple[str, str, int, int, int]  # scope, outlet, month, day, weekday
PHRASE = r"month=\d+, day=\d+, weekday="  # in the written form of a meaning
SETTLED = 0.9  # the confidence from which an article needs no others
UNNAMED = 0.003  # of each year that an article does not have among its candidates
SHOWN = 3  # articles named in a proof
WEIGHT = 0.85  # that one outlet's day is one day


@stage(Article, DatingEvidence)
def inform_articles(articles: pd.DataFrame, expressions: Pieces, names: Pieces) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stage, over the whole corpus. Articles dated by themselves in; dated also by each other, and the proof of that, out. Needs no text.

    One pass is the fixed point: what a group shares is made of what its articles know by themselves.
    """
    articles = articles.reset_index(drop=True)
    phrases = _with_meaning(expressions, PHRASE)
    telling = articles[articles.article_id.isin(phrases.article_id)]
    rows: dict[str, Article] = {a.article_id: a for a in to_records(telling, Article)}
    told = _groups(rows, to_records(phrases, Expression))
    proof: list[DatingEvidence] = []
    changed: dict[str, Article] = {}
    for key in sorted(told):
        for article, row in _informed([(rows[i], told[key][i]) for i in sorted(told[key])], set(changed)):
            changed[article.article_id] = article
            proof.append(row)
    for article, row in _in_company(articles, _with_meaning(expressions, TELLS_A_DAY), names):
        if article.article_id not in changed:
            changed[article.article_id] = article
            proof.append(row)
    if not changed:
        return articles, to_table((), DatingEvidence)
    old = articles.article_id.isin(list(changed))
    new = to_table((changed[i] for i in articles.article_id[old]), Article).set_index(articles.index[old])
    return pd.concat([articles[~old], new]).sort_index(), to_table(proof, DatingEvidence)


def _with_meaning(expressions: Pieces, pattern: str) -> pd.DataFrame:
    return concat((piece[piece.meaning.str.contains(pattern)] for piece in expressions()), Expression)


def _in_company(articles: pd.DataFrame, telling: pd.DataFrame, names: Pieces) -> Iterator[tuple[Article, DatingEvidence]]:
    """The articles that tell a day without its year which another tells, in the same company, with it."""
    rows: dict[str, Article] = {a.article_id: a for a in to_records(articles[articles.article_id.isin(telling.article_id)], Article)}
    wanting = {i for i, article in rows.items() if _is_open(article)}
    if not wanting or len(rows) == 1:
        return
    near = concat((piece[piece.sentence_id.isin(telling.sentence_id) & piece.furniture.isna()] for piece in names()), Name)
    found = shared_days(rows, wanting, to_records(telling, Expression), zip(near.sentence_id, near.name, near.kind, strict=True))
    for article_id in sorted(found):
        if _may_be(rows[article_id], found[article_id].day):
            yield _of_shared(rows[article_id], found[article_id])


def _may_be(article: Article, day: date) -> bool:
    """Whether the article's own bounds leave room for the year that follows `day`."""
    return (article.published_earliest or date.min) <= day + WITHIN and day <= (article.published_latest or date.max)


def _of_shared(article: Article, shared: Shared) -> tuple[Article, DatingEvidence]:
    choices = list(within_a_year(read_choices(article.published_candidates), shared.day))
    verdict = decide((), choices)
    bounds = replace(verdict, earliest=shared.day, latest=shared.day + WITHIN, confidence=min(verdict.confidence, TOGETHER))
    says = f"{shared.other} tells “{shared.expression.text}” of the same as {shared.day}; told without its year, so written within a year of it"
    e = shared.expression
    return _dated(article, bounds, choices), DatingEvidence(article.article_id, e.char_start, e.char_end, e.text, "corpus", says, TOGETHER)


def _groups(rows: dict[str, Article], expressions: list[Expression]) -> dict[Key, dict[str, Expression]]:
    """The articles that tell one day in the same words, each with the first expression that does."""
    found: dict[Key, dict[str, Expression]] = {}
    for expression in expressions:
        article = rows[expression.article_id]
        day = _day_told(expression) if article.source else None
        if day and article.source:
            found.setdefault((article.scope, article.source.casefold(), *day), {}).setdefault(article.article_id, expression)
    return {key: members for key, members in found.items() if len(members) > 1}


def _day_told(expression: Expression) -> tuple[int, int, int] | None:
    if expression.furniture or expression.quoted or expression.direction == "future" or "weekday" not in expression.meaning:
        return None
    meaning = plain_of(read(expression.meaning))
    if isinstance(meaning, Date) and meaning.year is None and meaning.month and meaning.day and meaning.weekday is not None:
        return meaning.month, meaning.day, meaning.weekday
    return None


def _informed(members: Sequence[tuple[Article, Expression]], changed: set[str]) -> Iterator[tuple[Article, DatingEvidence]]:
    """The undated ones among the members that the others date."""
    known = {article.article_id: logs for article, _ in members if (logs := _years(article))}
    together = _added(known.values())
    telling = [article.name for article, _ in members if article.article_id in known]
    for article, expression in members:
        own = known.get(article.article_id)
        if not _is_open(article) or article.article_id in changed or not own or len(known) == 1:
            continue
        choices = _joined(article, {y: total - own.get(y, log(UNNAMED)) for y, total in together.items()})
        verdict = decide((), choices)
        if verdict.published:
            yield _dated(article, verdict, choices), _row(article, expression, [n for n in telling[: SHOWN + 1] if n != article.name], len(known) - 1)


def _is_open(article: Article) -> bool:
    """Whether others may still date it: its own text did not settle the year."""
    return article.published_basis not in GIVEN and article.published_confidence < SETTLED


def _years(article: Article) -> dict[int, float]:
    """What an article knows of the year: logarithms of probabilities."""
    if article.published and not _is_open(article):
        return {int(article.published[:4]): log(max(article.published_confidence, UNNAMED))}
    shares: dict[int, float] = {}
    for choice in read_choices(article.published_candidates):
        shares[choice.first.year] = shares.get(choice.first.year, 0.0) + choice.share
    return {year: log(max(share, UNNAMED)) for year, share in shares.items()}


def _added(known: Collection[dict[int, float]]) -> dict[int, float]:
    """The sum for every year that any of the articles has among its candidates."""
    years = sorted({y for one in known for y in one})
    return {y: sum(one.get(y, log(UNNAMED)) for one in known) for y in years}


def _joined(article: Article, others: dict[int, float]) -> list[Choice]:
    """The article's own candidates, weighed by what the others know of their years."""
    own = read_choices(article.published_candidates)
    best = max(others[c.first.year] for c in own)
    weights = [c.share * exp(others[c.first.year] - best) for c in own]
    total = sum(weights)
    joined = (c._replace(share=w / total) for c, w in zip(own, weights, strict=True))
    return sorted(joined, key=lambda c: (-c.share, c.first, c.last))


def _dated(article: Article, verdict: Verdict, choices: Sequence[Choice]) -> Article:
    first, last = article.published_earliest, article.published_latest
    earliest = max(d for d in (first, verdict.earliest) if d)
    latest = min(d for d in (last, verdict.latest) if d)
    return dated_as(article, replace(verdict, earliest=earliest, latest=latest), "corpus" if verdict.published else None, choices)


def _row(article: Article, expression: Expression, names: Sequence[str], count: int) -> DatingEvidence:
    listed = ", ".join(names[:SHOWN]) + (f" and {count - SHOWN} more" if count > SHOWN else "")
    says = f"{listed}, of the same outlet, tell the same “{expression.text}”: the year fits all of them"
    return DatingEvidence(article.article_id, expression.char_start, expression.char_end, expression.text, "corpus", says, WEIGHT)
