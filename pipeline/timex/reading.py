"""One article read in its order: each expression from its own anchor."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline.edtf import read_edtf
from pipeline.interval import Interval, Precision, Unit, one_day
from pipeline.model import Article, Expression
from pipeline.timex.anchor import Anchor, Told
from pipeline.timex.hemisphere import is_southern
from pipeline.timex.meaning import Bound, Clock, Date, Duration, Fiscal, Meaning, Season, Section, Shift, is_weekday, read
from pipeline.timex.passage import goes_on, has_season, in_month, is_full, is_narrative, is_year, lacks_year, names_month, points_from_dct, story_years, year_of
from pipeline.timex.resolution import Resolution
from pipeline.timex.resolve import resolve, resolve_between

FAR_DAY = timedelta(days=180)  # further from the DCT, a day with its year is no anchor for a weekday
SETTING = ("It is ", "It was ", "The year is ", "The year was ")  # before the year of a story
FEW_DAYS = timedelta(days=7)
HEADING = "headline"  # a history names the year of each chapter there
COMPARISONS = tuple(Shift(1, Unit.YEAR, -1, origin) for origin in ("speech", "told", "quarter"))  # two in a row are of the same year
LONGER_REPORTS = (Duration(9, "M"), Duration(6, "M"))  # what is compared after them are no quarters
SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")


@dataclasses.dataclass(slots=True)
class Line:
    """What a sentence, or the quotation in it, has told so far."""

    place: tuple[str, bool] | None  # the sentence, and whether it is quoted
    near: list[tuple[bool, bool, Told]] = dataclasses.field(default_factory=list)  # days told by their number: whether ahead, and of another year
    last: Told | None = None  # of all dates that do not lie ahead
    year: int | None = None  # with which it opens

    def near_to(self, direction: str | None, *, named: bool) -> Told | None:
        """The nearer anchor of a weekday: the day told last, but no day ahead for what is past, and a far one only for ", a Friday," that names it."""
        return next((told for ahead, far, told in reversed(self.near) if not (ahead and direction == "past") and (named or not far)), None)


class Reader:
    """What has been told so far, in one article."""

    def __init__(self, article: Article, expressions: Sequence[Expression]) -> None:
        self.text = article.text
        self.expressions = sorted(expressions, key=lambda e: e.char_start)
        self.meanings = [read(e.meaning) for e in self.expressions]
        self.earliest, self.latest = bounds(article)
        dct = self.earliest if self.earliest == self.latest else None
        self.story: Told | None = None  # the day told last in a passage on another year
        self.story_end = 0
        self.month: Interval | None = None  # the last date that named its month
        self.month_end = 0
        self.entry: Told | None = None  # the day of the last entry of a log
        self.main_year, self.story_years = story_years(self.meanings)
        self.anchor = Anchor(
            dct, narrative=is_narrative(self.meanings, self.latest), day_first=day_first(self.expressions),
            southern=any(map(has_season, self.meanings)) and is_southern(article.text),
        )  # fmt: skip

    def read(self) -> Iterator[tuple[Expression, Resolution]]:
        """Every expression with what it comes to."""
        line = Line(None)
        for expression, meaning in zip(self.expressions, self.meanings, strict=True):
            place = (expression.sentence_id, expression.quoted)
            line = line if line.place == place else Line(place)
            resolution = self._in_line(line, expression, self._in_month(expression, meaning))
            yield expression, resolution
            if not expression.furniture or (self.anchor.narrative and expression.furniture == HEADING):
                self._remember(expression, meaning, resolution)

    def _in_line(self, line: Line, expression: Expression, meaning: Meaning) -> Resolution:
        """An expression read beside those of its sentence, and remembered among them."""
        anchor = self._anchor_of(expression, meaning)
        if line.near:
            named = self.text.endswith(" a ", 0, expression.char_start)
            anchor = dataclasses.replace(anchor, near=line.near_to(expression.direction, named=named))
        if line.last and _goes_from_told(meaning):
            anchor = dataclasses.replace(anchor, told=line.last)
        if self._opens_entry(expression) and self.entry and isinstance(meaning, Date) and is_weekday(meaning) and meaning.which is None:
            anchor, meaning = dataclasses.replace(anchor, told=self.entry), dataclasses.replace(meaning, which="following")
        if line.year and not anchor.narrative and lacks_year(meaning) and not self._against(line.year, expression.direction):
            resolution = self._resolve(meaning, Anchor(date(line.year, 12, 31), southern=anchor.southern), "past")
        else:
            resolution = self._resolve(meaning, anchor, expression.direction)
        ahead = expression.direction == "future"
        if told := _numbered(meaning, resolution):
            line.near.append((ahead or self._lies_ahead(told), self._is_far(meaning, told), told))
        if resolution.days and resolution.precision and not ahead and not (isinstance(meaning, Bound) and meaning.kind == "since"):
            line.last = _as_told(resolution.days, resolution.precision)
        line.year = self._governing(expression, resolution) or line.year
        if self._opens_entry(expression) and resolution.days and resolution.precision is Precision.DAY:
            self.entry = Told(resolution.days, Precision.DAY)
        return resolution

    def _opens_entry(self, expression: Expression) -> bool:
        """Whether it stands at the head of a line, as the days of a log or a diary do: "Tuesday: a mailbox was taken"."""
        return self.text[expression.char_start - 1 : expression.char_start] in ("", "\n") and self.text.startswith(":", expression.char_end)

    def _is_far(self, meaning: Meaning, told: Told) -> bool:
        """Whether a day that has its year lies so far from the DCT that a weekday after it is read from that again."""
        inner = meaning.of if isinstance(meaning, Bound) else meaning
        here = None if self.anchor.narrative else self.anchor.speech
        return here is not None and isinstance(inner, Date) and inner.year is not None and abs(told.days.start - here) > FAR_DAY

    def _against_tense(self, days: Interval, direction: str | None) -> bool:
        """Whether days lie on the other side of the DCT than the tense has them."""
        here = self.anchor.speech
        return here is not None and (days.end <= here if direction == "future" else days.start > here and direction == "past")

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

    def _anchor_of(self, expression: Expression, meaning: Meaning) -> Anchor:
        """The anchor here; a month and day after a full date of an earlier year goes on from that, where nothing pointed to the DCT since."""
        if self.story is None or self.anchor.narrative or not lacks_year(meaning):
            return self.anchor
        if not goes_on(meaning) and (expression.direction != "past" or self._is_apart(self.story_end, expression)):
            return self.anchor
        return dataclasses.replace(self.anchor, narrative=True, told=self.story)

    def _is_apart(self, end: int, expression: Expression) -> bool:
        """Whether an expression stands in another paragraph than what ends at `end`."""
        return "\n" in self.text[end : expression.char_start]

    def _in_month(self, expression: Expression, meaning: Meaning) -> Meaning:
        """ "The 9th" after a date of the paragraph that names its month: of that month, or of the next where it comes earlier in it."""
        if self.month is None or (not self.anchor.narrative and self._is_apart(self.month_end, expression)):
            return meaning
        there = in_month(meaning, self.month)
        days = self._resolve(there, self.anchor, None).days
        return meaning if days and self._against_tense(days, expression.direction) else there

    def _resolve(self, meaning: Meaning, anchor: Anchor, direction: str | None) -> Resolution:
        if anchor.speech is None and self.latest is not None:
            return resolve_between(meaning, anchor, self.earliest, self.latest, direction)
        return resolve(meaning, anchor, direction)

    def _go_on(self, expression: Expression, meaning: Meaning, resolution: Resolution) -> None:
        """What the next dates of a passage may go on from."""
        if resolution.days and names_month(meaning):
            self.month, self.month_end = resolution.days, expression.char_end
        elif points_from_dct(meaning):
            self.month = None
        sets_year = is_year(meaning) and (self.story or self.text.endswith(SETTING, 0, expression.char_start))
        if is_full(meaning) or sets_year or (self.story and goes_on(meaning)):
            self.story_end = expression.char_end
            known = resolution.days or (resolution.choices[0].days if resolution.choices else None)
            self.story = Told(known, Precision.DAY) if known and self.earliest and known.start.year < self.earliest.year else None
        elif points_from_dct(meaning):
            self.story = None

    def _remember(self, expression: Expression, meaning: Meaning, resolution: Resolution) -> None:
        days, precision, direction = resolution.days, resolution.precision, expression.direction
        self._go_on(expression, meaning, resolution)
        written = year_of(meaning)
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
        return again or (isinstance(meaning, Season) and meaning.year is None) or abs(days.start.year - self.main_year) > self.story_years


def _goes_from_told(meaning: Meaning) -> bool:
    """Whether a date told in its own sentence is its anchor before all others: "two days later", "10 a.m."."""
    return (isinstance(meaning, Shift) and meaning.origin == "told") or (isinstance(meaning, Clock) and meaning.of is None)


def _as_told(days: Interval, precision: Precision) -> Told:
    """A few days are told by their first."""
    few = precision is Precision.INTERVAL and days.end - days.start <= FEW_DAYS
    return Told(one_day(days.start), Precision.DAY) if few else Told(days, precision)


def _numbered(meaning: Meaning, resolution: Resolution) -> Told | None:
    """A day that is told by its number: the nearer anchor for a weekday after it."""
    inner = meaning.of if isinstance(meaning, Bound) and meaning.kind != "since" else meaning
    return Told(resolution.days, Precision.DAY) if resolution.days and isinstance(inner, Date) and inner.day is not None else None


def _reported(anchor: Anchor, meaning: Meaning, days: Interval, precision: Precision, direction: str | None) -> Interval | None:
    """The quarter on which a text reports: the latest that it told, of those that are over or of which it tells in the past tense."""
    inner = meaning.of if isinstance(meaning, Fiscal) else meaning
    if not isinstance(inner, Section) or precision is not Precision.QUARTER:
        return anchor.quarter
    if anchor.speech and days.end > anchor.speech and direction != "past":
        return anchor.quarter
    return max(days, anchor.quarter or days)


def bounds(article: Article) -> tuple[date | None, date | None]:
    """First and last day on which the article may have been published."""
    given = read_edtf(article.published) if article.published else None
    if isinstance(given, Interval):
        return given.start, given.last
    return article.published_earliest, article.published_latest


def day_first(expressions: Sequence[Expression]) -> bool | None:
    """The order of day and month in the article's own dates, where one of them decides."""
    for expression in expressions:
        parts = SLASHED.fullmatch(expression.text)
        if parts and int(parts[1]) > 12:
            return True
        if parts and int(parts[2]) > 12:
            return False
    return None
