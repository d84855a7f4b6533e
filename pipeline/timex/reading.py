"""One article read in its order: each expression from its own anchor."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline.edtf import read_edtf
from pipeline.interval import Interval, Precision, Unit
from pipeline.model import Article, Expression
from pipeline.timex.anchor import Anchor, Told
from pipeline.timex.beside import TOLD
from pipeline.timex.meaning import (
    Bound,
    Clock,
    Date,
    DayPart,
    Duration,
    Fiscal,
    Meaning,
    Named,
    Nth,
    Part,
    Range,
    Relative,
    Season,
    Section,
    Shift,
    Within,
    read,
)
from pipeline.timex.resolution import Resolution
from pipeline.timex.resolve import resolve, resolve_between

HISTORY_DATES = 4  # written years before that of the DCT: so many at least make a text a narrative
HISTORY_SHARE, HISTORY_LEAD = 0.5, 8  # of all written years, and over the expressions that point from the DCT
STORY_YEARS = 20  # years beyond the middle half of those that are written: further away is an aside
FAR_DAY = timedelta(days=180)  # further from the DCT, a day with its year is no anchor for a weekday
HEADING = "headline"  # a history names the year of each chapter there
OPENING = 300  # characters in which a dateline or the first sentence says where the story is
SOUTH = re.compile(
    r"(?i:\b(?:Australian?|New Zealand(?:er)?|South African?|Argentin[ae]|Chilean|Chile|Uruguay|Paraguay|Zimbabwe|Namibia|Botswana|Lesotho|Sydney|Melbourne"
    r"|Canberra|Brisbane|Cairns|Perth|Dunedin|Adelaide|Hobart|Darwin|Queensland|Tasmania|New South Wales"
    r"|Auckland|Wellington|Christchurch|Johannesburg|Cape Town|Pretoria|Durban"
    r"|Buenos Aires|Montevideo|S[aã]o Paulo|Rio de Janeiro|Porto Alegre|Antarctica)\b)"
)
COMPARISONS = tuple(Shift(1, Unit.YEAR, -1, origin) for origin in ("speech", "told", "quarter"))  # two in a row are of the same year
LONGER_REPORTS = (Duration(9, "M"), Duration(6, "M"))  # what is compared after them are no quarters
SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")


class Reader:
    """What has been told so far, in one article."""

    def __init__(self, article: Article, expressions: Sequence[Expression]) -> None:
        self.text = article.text
        self.expressions = sorted(expressions, key=lambda e: e.char_start)
        self.meanings = [read(e.meaning) for e in self.expressions]
        self.earliest, self.latest = bounds(article)
        dct = self.earliest if self.earliest == self.latest else None
        self.story: Told | None = None  # the day told last in a passage on another year
        self.main_year, self.story_years = story_years(self.meanings)
        self.anchor = Anchor(
            dct, narrative=is_narrative(self.meanings, self.latest), day_first=day_first(self.expressions), southern=is_southern(article.text, self.expressions)
        )

    def read(self) -> Iterator[tuple[Expression, Resolution]]:
        """Every expression with what it comes to."""
        place: tuple[str, bool] | None = None  # the sentence, and whether it is quoted
        near: dict[bool, Told] = {}  # the day told last, ahead or not
        year: int | None = None
        for expression, meaning in zip(self.expressions, self.meanings, strict=True):
            if place != (expression.sentence_id, expression.quoted):
                place, near, year = (expression.sentence_id, expression.quoted), {}, None
            ahead = expression.direction == "future"
            anchor = dataclasses.replace(self._anchor_of(meaning), near=near.get(ahead, near.get(False)))
            if year and _lacks_year(meaning) and not self._against(year, expression.direction):
                resolution = self._resolve(meaning, Anchor(date(year, 12, 31), southern=anchor.southern), "past")
            else:
                resolution = self._resolve(meaning, anchor, expression.direction)
            told = self._near(meaning, resolution)
            near = near | {ahead or self._lies_ahead(told): told} if told else near
            year = self._governing(expression, resolution) or year
            yield expression, resolution
            if not expression.furniture or (self.anchor.narrative and expression.furniture == HEADING):
                self._remember(meaning, resolution, expression.direction)

    def _near(self, meaning: Meaning, resolution: Resolution) -> Told | None:
        """A day that is told by its number: the nearer anchor for a weekday after it, unless it lies in another year."""
        inner = meaning.of if isinstance(meaning, Bound) and meaning.kind != "since" else meaning
        if not resolution.days or not isinstance(inner, Date) or inner.day is None:
            return None
        here = self.anchor.speech
        far = here is not None and not self.anchor.narrative and inner.year is not None and abs(resolution.days.start - here) > FAR_DAY
        return None if far else Told(resolution.days, Precision.DAY)

    def _lies_ahead(self, told: Told) -> bool:
        return self.anchor.speech is not None and told.days.start > self.anchor.speech

    def _governing(self, expression: Expression, resolution: Resolution) -> int | None:
        """The year with which a sentence opens, where it is not that of the DCT: the months after it are of it."""
        opens = expression.text[0].isupper() or self.text.endswith("In ", 0, expression.char_start)
        if not opens or resolution.precision is not Precision.YEAR or resolution.days is None:
            return None
        year = resolution.days.start.year
        return year if self.earliest is None or year != self.earliest.year else None

    def _against(self, year: int, direction: str | None) -> bool:
        """Whether a clause speaks of another time than the year with which its sentence opens."""
        if self.earliest is None or direction is None:
            return False
        return year < self.earliest.year if direction == "future" else year > self.earliest.year

    def _anchor_of(self, meaning: Meaning) -> Anchor:
        """The anchor here; a month and day after a full date of an earlier year goes on from that, where nothing pointed to the DCT since."""
        if self.story is None or self.anchor.narrative or not _goes_on(meaning):
            return self.anchor
        return dataclasses.replace(self.anchor, narrative=True, told=self.story)

    def _resolve(self, meaning: Meaning, anchor: Anchor, direction: str | None) -> Resolution:
        if anchor.speech is None and self.latest is not None:
            return resolve_between(meaning, anchor, self.earliest, self.latest, direction)
        return resolve(meaning, anchor, direction)

    def _remember(self, meaning: Meaning, resolution: Resolution, direction: str | None) -> None:
        days, precision = resolution.days, resolution.precision
        if _is_full(meaning) or (self.story and _goes_on(meaning)):
            known = days or (resolution.choices[0].days if resolution.choices else None)
            self.story = Told(known, Precision.DAY) if known and self.earliest and known.start.year < self.earliest.year else None
        elif _points_from_dct(meaning):
            self.story = None
        written = _year(meaning)
        if self.anchor.narrative and written is not None:
            self.anchor = dataclasses.replace(self.anchor, ancient=-written if written < 0 else None)
        if meaning in LONGER_REPORTS and self.anchor.quarter:
            self.anchor = dataclasses.replace(self.anchor, quarter=None)
        if days is None or precision is None or resolution.type not in ("DATE", "TIME"):
            return
        if not self.anchor.narrative and meaning in COMPARISONS:
            return
        if self.anchor.narrative and (direction == "future" or self._is_aside(meaning, days, precision)):
            return
        self.anchor = dataclasses.replace(self.anchor, told=Told(days, precision), quarter=_reported(self.anchor, meaning, days, precision, direction))

    def _is_aside(self, meaning: Meaning, days: Interval, precision: Precision) -> bool:
        """Whether a story does not move on: a season, another age, the year in which it already is."""
        told = self.anchor.told
        again = precision is Precision.YEAR and told is not None and told.days.start in days
        return again or isinstance(meaning, Season) or abs(days.start.year - self.main_year) > self.story_years


def _is_full(meaning: Meaning) -> bool:
    return isinstance(meaning, Date) and meaning.year is not None and meaning.day is not None


def _lacks_year(meaning: Meaning | None) -> bool:
    """Whether it is a month, season or named day whose year the context gives."""
    match meaning:
        case Bound(of=of) | Part(of=of) | DayPart(of=of) | Clock(of=of) | Nth(of=of) | Within(of=of):
            return _lacks_year(of)
        case Range(first=first):
            return _lacks_year(first)
        case Date(year=None, month=int(), which=None) | Season(year=None, which=None) | Section(of=None, number=1 | 2 | 3 | 4):
            return True
        case Named(rule=rule, year=None, which=None):
            return not rule[:4].isdigit()
        case _:
            return False


def _goes_on(meaning: Meaning) -> bool:
    """A month and day, or a named day, without a year."""
    inner = meaning.of if isinstance(meaning, Bound) else meaning
    named = isinstance(inner, Named) and inner.year is None and inner.which is None and not inner.rule[:4].isdigit()
    return named or (isinstance(inner, Date) and inner.year is None and inner.month is not None and inner.day is not None)


def _reported(anchor: Anchor, meaning: Meaning, days: Interval, precision: Precision, direction: str | None) -> Interval | None:
    """The quarter on which a text reports: the latest that it told, of those that are over or of which it tells in the past tense."""
    inner = meaning.of if isinstance(meaning, Fiscal) else meaning
    if not isinstance(inner, Section) or precision is not Precision.QUARTER:
        return anchor.quarter
    if anchor.speech and days.end > anchor.speech and direction != "past":
        return anchor.quarter
    return max(days, anchor.quarter or days)


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
