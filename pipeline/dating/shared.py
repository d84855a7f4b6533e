"""One day told by two articles of a scope in the same company: the year that one of them knows holds for the other.

"On 3 May Ana Alder left the Brakow bank" beside "On 3 May 2019 the Brakow bank let Ana Alder go": both name two of the same,
at least one of them no place, in the sentence of the day. Articles that know different years of it decide nothing. What is
found so is never sure enough to date a third article, so that one pass is the fixed point; it is linear in what is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from pipeline.dating.clue import plain_of
from pipeline.dating.stated import day_of
from pipeline.dating.weigh import Choice
from pipeline.model import Article, Expression, Name
from pipeline.timex.meaning import Date, read

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


def shared_days(rows: Mapping[str, Article], wanting: set[str], expressions: Iterable[Expression], names: Iterable[Name]) -> dict[str, Shared]:
    """Article -> the day, for those in `wanting` that all who know it agree on."""
    company = _company(names)
    asked: dict[Key, list[Expression]] = {}
    known: dict[Key, dict[int, str]] = {}
    for expression in expressions:
        article = rows[expression.article_id]
        told = _day_told(expression)
        if told is None:
            continue
        year, month, day = told
        keys = [(article.scope, month, day, *pair) for pair in company.get(expression.sentence_id, ())]
        year = year or (_year_from(article, month, day) if expression.direction == "past" else None)
        for key in keys:
            if article.article_id in wanting and told[0] is None:
                asked.setdefault(key, []).append(expression)
            elif year:
                known.setdefault(key, {}).setdefault(year, article.name)
    return _agreed(asked, known)


def _company(names: Iterable[Name]) -> dict[str, list[tuple[str, str]]]:
    """Sentence -> the pairs of who it names, without pairs of places."""
    found: dict[str, dict[str, str]] = {}
    for name in names:
        found.setdefault(name.sentence_id, {})[name.name] = name.kind
    pairs = {}
    for sentence, kinds in found.items():
        ordered = sorted(kinds)[:MOST_NAMES]
        pairs[sentence] = [(a, b) for a, b in combinations(ordered, 2) if not kinds[a] == kinds[b] == "location"]
    return pairs


def _day_told(expression: Expression) -> tuple[int | None, int, int] | None:
    """Year, month and day of what the story itself tells."""
    if expression.furniture not in (None, "headline") or expression.quoted or expression.direction == "future":
        return None
    meaning = plain_of(read(expression.meaning))
    if isinstance(meaning, Date) and meaning.month and meaning.day and (meaning.year is None or meaning.year > 0):
        return meaning.year, meaning.month, meaning.day
    return None


def _year_from(article: Article, month: int, day: int) -> int | None:
    """The year in which an article of a known day tells a past one."""
    if not article.published or len(article.published) != DAY:
        return None
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
