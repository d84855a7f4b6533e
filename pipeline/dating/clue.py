"""A clue: words of an article, and the days of publication that they speak for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from pipeline.clauses import find_clauses
from pipeline.interval import Interval
from pipeline.model import Expression, Furniture
from pipeline.timex.meaning import About, Bound, Clock, Date, DayPart, Fiscal, Meaning, Part, Range, Within, read
from pipeline.timex.resolve import resolve

LABELLED = re.compile(
    r"(?:^|[(|/])\s*(?:(?:first|originally|last|web|this (?:article|story|page|report) was) )*"
    r"(?:date|posted|published|issued|updated|changed|modified|dated)(?: on)?\s*[:=]?$", re.I
)  # fmt: skip
AFTER = re.compile(r"[\s,|/–—-]*(?:\d{1,2}[:.]?(?:\d\d)?(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?)?[\s).|]*|\s*[|/·•].*|[ \t]{3,}.*|\s+[-–—]\s.*")
LABEL_WORDS = 2  # "Oslo:", "Web edition:"
LAST_YEAR = 9997
LINE = 110  # code points
Span = tuple[date | None, date | None]  # both days included; None is open

# kind of a clue -> the basis of a date that rests on it
BASES = {
    "user": "user", "metadata": "metadata", "url": "metadata", "file_name": "metadata", "dateline": "dateline", "dated_line": "dated_line",
    "embed": "embed", "weekday": "weekday", "office": "facts", "landmark": "facts", "existence": "facts", "same_day": "facts", "corpus": "corpus",
}  # fmt: skip
OTHER_BASIS = "text"  # of every other kind


class Pin(NamedTuple):
    """A calendar day from which the publication is a few days away; without a year it stands once in every year."""

    month: int
    day: int
    lags: tuple[float, ...]  # probabilities that the article came out 0, 1, 2 ... days later
    year: int | None = None
    weekday: int | None = None  # 0 is Monday; as the words have it
    first_lag: int = 0  # 1 for "yesterday, 3 May", -1 for "tomorrow, 3 May"


@dataclass(frozen=True, slots=True)
class Clue:
    """Evidence of the publication day. Where `spans` or `years` are given they hold with probability `weight`."""

    kind: str
    says: str
    weight: float
    char_start: int | None = None  # None for evidence outside the text
    char_end: int | None = None
    text: str = ""
    spans: tuple[Span, ...] = ()  # the publication lies in one of them
    every: tuple[Span, ...] = ()  # likewise, one span a year: they make no year a candidate
    years: tuple[tuple[int, float], ...] = ()  # probability of each year; all others share `OTHER_YEAR`
    pin: Pin | None = None
    written_on: int | None = None  # the weekday of the publication day
    fresh: float | None = None  # what is told was new: each year after it makes the article this much less likely
    rare_year: int | None = None  # told by its number, where its own news would say "this year"
    pair: tuple[int, int, int] | None = None  # month, day and weekday of a day in the year before the publication


class Spot(NamedTuple):
    """A date expression with its meaning; `plain` is the meaning without part of day, clock and the like."""

    expression: Expression
    meaning: Meaning
    plain: Meaning
    days: Interval | None  # of an expression that needs no anchor
    sentence: str
    sentence_start: int  # in the article

    @property
    def told(self) -> bool:
        """Whether the story itself tells it, not a caption, a link or a quotation."""
        return self.expression.furniture in (None, "headline") and not self.expression.quoted


class Page(NamedTuple):
    """What the pieces of evidence are looked for in: one article."""

    text: str
    name: str
    url: str | None
    sentences: tuple[tuple[int, str], ...]  # offset in the article and text
    furniture: tuple[Furniture, ...]
    spots: tuple[Spot, ...]


def is_line(spot: Spot) -> bool:
    """Whether the date is most of a line without a verb, such as a masthead: it dates the page and tells nothing.

    "Alder Review | June 2012" does; "Letter of 3 October 1941" names another day.
    """
    before, after = line_around(spot)
    if spot.expression.furniture not in (None, "headline") or len(before) + len(after) > LINE:
        return False
    if LABELLED.search(before) or find_clauses(before + spot.expression.text + after):
        return LABELLED.search(before) is not None
    named = not before.endswith(":") or len(before.split()) <= LABEL_WORDS
    return AFTER.fullmatch(after) is not None and named and (not before or before[-1] in ",|/–—-:;.·•(")


def line_around(spot: Spot) -> tuple[str, str]:
    """What stands before and after a date on its line of the text."""
    at = spot.expression.char_start - spot.sentence_start
    before, after = spot.sentence[:at], spot.sentence[at + len(spot.expression.text) :]
    return before[before.rfind("\n") + 1 :].rstrip(), after.partition("\n")[0]


def spot_of(expression: Expression, sentence: str, sentence_start: int) -> Spot:
    meaning = read(expression.meaning)
    plain = plain_of(meaning)
    days = resolve(plain, None).days if is_absolute(plain) else None
    if isinstance(plain, Date) and plain.day and days is None:  # the weekday contradicts the day
        days = resolve(replace(plain, weekday=None), None).days
    return Spot(expression, meaning, plain, days, sentence, sentence_start)


def range_of(first: Spot, second: Spot) -> Spot | None:
    """Two years as one spot from the first to the second; None where they are no such years."""
    one, two = first.plain, second.plain
    if not (
        isinstance(one, Date) and isinstance(two, Date) and one.year and two.year and 0 < one.year < two.year <= LAST_YEAR and not (one.month or two.month)
    ):
        return None
    text = f"{first.expression.text}-{second.expression.text}"
    whole = replace(first.expression, char_end=second.expression.char_end, text=text)
    meaning = Range(one, two)
    return first._replace(expression=whole, meaning=meaning, plain=meaning, days=Interval(date(one.year, 1, 1), date(two.year + 1, 1, 1)))


def plain_of(meaning: Meaning) -> Meaning:
    """The date inside a part of day, a clock time, a bound.

    >>> plain_of(DayPart("NI", read("Date(month=7, day=20)")))
    Date(year=None, month=7, day=20, weekday=None, which=None)
    """
    while isinstance(meaning, DayPart | Clock | Bound | About | Fiscal) and meaning.of is not None:
        meaning = meaning.of
    return meaning


def is_absolute(meaning: Meaning) -> bool:
    """Whether the words alone give days: they name a year."""
    if isinstance(meaning, Within):
        return is_absolute(meaning.of)
    if isinstance(meaning, Part):
        return is_absolute(meaning.of)
    if isinstance(meaning, Range):
        return is_absolute(meaning.first) and is_absolute(meaning.last)
    year = getattr(meaning, "year", None)
    section = getattr(meaning, "of", None)
    return (year is not None and year > 0) or (section is not None and is_absolute(section))


def clue_at(spot: Spot, kind: str, says: str, weight: float) -> Clue:
    """A clue on the words of an expression, of which nothing is said yet."""
    found = spot.expression
    return Clue(kind, says, weight, found.char_start, found.char_end, found.text)
