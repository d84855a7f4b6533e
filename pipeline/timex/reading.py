"""One article read in its order: each expression from its own anchor."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.edtf import read_edtf
from pipeline.interval import Interval, Precision
from pipeline.model import Article, Expression
from pipeline.timex.anchor import Anchor, Told
from pipeline.timex.beside import TOLD
from pipeline.timex.meaning import Bound, Clock, Date, DayPart, Meaning, Nth, Relative, Season, Section, Shift, read
from pipeline.timex.resolution import Resolution
from pipeline.timex.resolve import resolve, resolve_between

HISTORY_DATES = 4  # written years before that of the DCT: so many at least make a text a narrative
HISTORY_SHARE, HISTORY_LEAD = 0.5, 8  # of all written years, and over the expressions that point from the DCT
STORY_YEARS = 20  # years beyond the middle half of those that are written: further away is an aside
OPENING = 300  # characters in which a dateline or the first sentence says where the story is
SOUTH = re.compile(
    r"(?i:\b(?:Australian?|New Zealand(?:er)?|South African?|Argentin[ae]|Chilean|Chile|Uruguay|Paraguay|Zimbabwe|Namibia|Botswana|Lesotho|Sydney|Melbourne"
    r"|Canberra|Brisbane|Cairns|Perth|Dunedin|Adelaide|Hobart|Darwin|Queensland|Tasmania|New South Wales"
    r"|Auckland|Wellington|Christchurch|Johannesburg|Cape Town|Pretoria|Durban"
    r"|Buenos Aires|Montevideo|S[aã]o Paulo|Rio de Janeiro|Porto Alegre|Antarctica)\b)"
)
SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")


class Reader:
    """What has been told so far, in one article."""

    def __init__(self, article: Article, expressions: Sequence[Expression]) -> None:
        self.expressions = sorted(expressions, key=lambda e: e.char_start)
        self.meanings = [read(e.meaning) for e in self.expressions]
        self.earliest, self.latest = bounds(article)
        dct = self.earliest if self.earliest == self.latest else None
        self.main_year, self.story_years = story_years(self.meanings)
        self.anchor = Anchor(
            dct, narrative=is_narrative(self.meanings, self.latest), day_first=day_first(self.expressions), southern=is_southern(article.text, self.expressions)
        )

    def read(self) -> Iterator[tuple[Expression, Resolution]]:
        """Every expression with what it comes to."""
        near: tuple[str, Told] | None = None
        for expression, meaning in zip(self.expressions, self.meanings, strict=True):
            anchor = self.anchor
            if near and near[0] == expression.sentence_id:
                anchor = dataclasses.replace(anchor, near=near[1])
            resolution = self._resolve(meaning, anchor, expression.direction)
            near = _named_day(expression, meaning, resolution) or near
            yield expression, resolution
            if not expression.furniture:
                self._remember(meaning, resolution)

    def _resolve(self, meaning: Meaning, anchor: Anchor, direction: str | None) -> Resolution:
        if anchor.speech is None and self.latest is not None:
            return resolve_between(meaning, anchor, self.earliest, self.latest, direction)
        return resolve(meaning, anchor, direction)

    def _remember(self, meaning: Meaning, resolution: Resolution) -> None:
        days, precision = resolution.days, resolution.precision
        written = _year(meaning)
        if self.anchor.narrative and written is not None:
            self.anchor = dataclasses.replace(self.anchor, ancient=-written if written < 0 else None)
        if days is None or precision is None or resolution.type not in ("DATE", "TIME"):
            return
        if self.anchor.narrative and self._is_aside(meaning, days, precision):
            return
        if isinstance(meaning, Section) and precision is Precision.QUARTER:
            self.anchor = dataclasses.replace(self.anchor, quarter=days)
        self.anchor = dataclasses.replace(self.anchor, told=Told(days, precision))

    def _is_aside(self, meaning: Meaning, days: Interval, precision: Precision) -> bool:
        """Whether a story does not move on: a season, another age, the year in which it already is."""
        told = self.anchor.told
        again = precision is Precision.YEAR and told is not None and told.days.start in days
        return again or isinstance(meaning, Season) or abs(days.start.year - self.main_year) > self.story_years


def _named_day(expression: Expression, meaning: Meaning, resolution: Resolution) -> tuple[str, Told] | None:
    """A day that is told by its number, with its sentence: the nearer anchor for a weekday after it."""
    inner = meaning.of if isinstance(meaning, Bound) else meaning
    if isinstance(inner, Date) and inner.day is not None and resolution.days and expression.direction != "future":
        return expression.sentence_id, Told(resolution.days, Precision.DAY)
    return None


def is_southern(text: str, expressions: Sequence[Expression]) -> bool:
    """Whether the seasons of a text are those of the southern hemisphere, by the place where it opens."""
    return any("Season(" in e.meaning for e in expressions) and SOUTH.search(text, 0, OPENING) is not None


def bounds(article: Article) -> tuple[date | None, date | None]:
    """First and last day on which the article may have been published."""
    given = read_edtf(article.published) if article.published else None
    if isinstance(given, Interval):
        return given.start, given.last
    return article.published_earliest, article.published_latest


def is_narrative(meanings: Sequence[Meaning], latest: date | None) -> bool:
    """Whether a text tells history: its full dates lie years before the DCT and outnumber what points from the DCT."""
    years = [y for m in meanings if (y := _year(m)) is not None]
    old = [y for y in years if latest is None or y < latest.year]
    deictic = sum(_points_from_dct(m) for m in meanings)
    return len(old) >= HISTORY_DATES and len(old) > HISTORY_SHARE * len(years) and len(old) > HISTORY_LEAD * deictic


def story_years(meanings: Sequence[Meaning]) -> tuple[int, int]:
    """The year in the middle of those that are written, and how far from it the story may reach."""
    years = sorted(y for m in meanings if (y := _year(m)) is not None) or [0]
    quarter = len(years) // 4
    return years[len(years) // 2], STORY_YEARS + years[-1 - quarter] - years[quarter]


def _year(meaning: Meaning) -> int | None:
    meaning = meaning.of if isinstance(meaning, Bound | Nth | DayPart) and meaning.of else meaning
    return meaning.year if isinstance(meaning, Date) else None


def _points_from_dct(meaning: Meaning) -> bool:
    match meaning:
        case Shift(origin="speech"):
            return True
        case Relative(which=which):
            return which in ("last", "this", "next")
        case Date(which=str(which)):
            return which not in TOLD
        case Date(year=None, month=None, weekday=int()):
            return True
        case Bound(of=of) | DayPart(of=of) | Clock(of=of) if of is not None:
            return _points_from_dct(of)
        case _:
            return False


def day_first(expressions: Sequence[Expression]) -> bool | None:
    """The order of day and month in the article's own dates, where one of them decides."""
    for expression in expressions:
        parts = SLASHED.fullmatch(expression.text)
        if parts and int(parts[1]) > 12:
            return True
        if parts and int(parts[2]) > 12:
            return False
    return None
