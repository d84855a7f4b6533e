"""One day told by two articles of a scope in the same company: the year that one of them knows holds for the other.

"On 3 May Ana Alder left the Brakow bank" beside "On 3 May 2019 the Brakow bank let Ana Alder go": both name two of the same,
at least one of them no place, in the sentence of the day. Articles that know different years of it decide nothing. What is
found so is never sure enough to date a third article, so that one pass is the fixed point; it is linear in what is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from pipeline.dating.clue import plain_of
from pipeline.dating.stated import day_of
from pipeline.dating.weigh import Choice
from pipeline.model import Article, Expression
from pipeline.timex.meaning import Date, read

Named = tuple[str, str, str]  # sentence_id, name, kind
Told = tuple[int | None, int, int]  # year, month, day
Key = tuple[str, int, int, str, str]  # scope, month, day, two names
TELLS_A_DAY = r"month=\d+, day=\d+|Date\(\d{4}, \d+, \d+"  # in the written form of a meaning
DAY = 10  # characters of an ISO day
MOST_NAMES = 6  # of a sentence that are paired
WITHIN = timedelta(days=365)  # in which a day is told without its year
SAME_YEAR, NEXT_YEAR = 0.8, 0.2  # of such articles
TOGETHER = 0.85  # that it is one event
ELSEWHERE = (1 - TOGETHER) / 10  # of each other year


@dataclass(frozen=True, slots=True)
class Shared:
    """The day that an article tells without its year, in the year that another article knows."""

    expression: Expression
    day: date
    other: str  # the name of an article that knows it


def shared_days(rows: Mapping[str, Article], wanting: set[str], expressions: Sequence[Expression], names: Iterable[Named]) -> dict[str, Shared]:
    """Article -> the day, for those in `wanting` that all who know it agree on. `names` are in the sentences of the expressions."""
    company: dict[str, dict[str, str]] = {}
    for sentence, name, kind in names:
        company.setdefault(sentence, {})[name] = kind
    asked: dict[Key, list[Expression]] = {}
    for expression in expressions:
        told = _day_told(expression) if expression.article_id in wanting else None
        if told and told[0] is None:
            for key in _keys(rows[expression.article_id].scope, told, company.get(expression.sentence_id, {})):
                asked.setdefault(key, []).append(expression)
    known: dict[Key, dict[int, str]] = {}
    for expression in expressions if asked else ():
        article = rows[expression.article_id]
        told = _day_told(expression)
        year = _year_of(article, told, expression) if told else None
        for key in _keys(article.scope, told, company.get(expression.sentence_id, {})) if told and year else ():
            if key in asked:
                known.setdefault(key, {}).setdefault(year or 0, article.name)
    return _agreed(asked, known)


def _keys(scope: str, told: Told, kinds: Mapping[str, str]) -> Iterator[Key]:
    """The day with each pair of who its sentence names, without pairs of places."""
    for one, other in combinations(sorted(kinds)[:MOST_NAMES], 2):
        if not kinds[one] == kinds[other] == "location":
            yield scope, told[1], told[2], one, other


def _day_told(expression: Expression) -> Told | None:
    """Year, month and day of what the story itself tells."""
    if expression.furniture not in (None, "headline") or expression.quoted or expression.direction == "future":
        return None
    meaning = plain_of(read(expression.meaning))
    if isinstance(meaning, Date) and meaning.month and meaning.day and (meaning.year is None or meaning.year > 0):
        return meaning.year, meaning.month, meaning.day
    return None


def _year_of(article: Article, told: Told, expression: Expression) -> int | None:
    """The year that is told with a day, or that an article of a known day means by a past one."""
    year, month, day = told
    if year or expression.direction != "past" or not article.published or len(article.published) != DAY:
        return year
    published = date.fromisoformat(article.published)
    when = day_of(published.year, month, day)
    return published.year if when and when <= published else published.year - 1


def _agreed(asked: dict[Key, list[Expression]], known: dict[Key, dict[int, str]]) -> dict[str, Shared]:
    found: dict[str, Shared] = {}
    unclear: set[str] = set()
    for key in sorted(asked):
        for year, other in known.get(key, {}).items():
            day = day_of(year, key[1], key[2])
            for expression in asked[key] if day else ():
                shared = Shared(expression, day or date.min, other)
                if found.setdefault(expression.article_id, shared).day != shared.day:
                    unclear.add(expression.article_id)
    return {article: shared for article, shared in found.items() if article not in unclear}


def within_a_year(own: list[Choice], day: date) -> Iterator[Choice]:
    """The candidates of an article, weighed by the day that it tells without its year; best first."""
    years = own or [Choice(date(day.year + n, 1, 1), date(day.year + n, 12, 31), share) for n, share in enumerate((SAME_YEAR, NEXT_YEAR))]
    last = day + WITHIN
    weights = [c.share * (TOGETHER if c.first <= last and day <= c.last else ELSEWHERE) for c in years]
    total = sum(weights)
    yield from sorted((c._replace(share=w / total) for c, w in zip(years, weights, strict=True)), key=lambda c: (-c.share, c.first, c.last))
