"""What a date expression means before the anchor is known: a closed set of meanings, each with a written form.

    Date        a calendar date of which any part may be missing:
                Date(2024, 7, 20) a full day; Date(month=7, day=20) a day whose year the anchor gives;
                Date(month=9) a bare month; Date(2021, 8) a month; Date(2024) a year; Date(weekday=4) a Friday;
                Date(month=7, day=20, weekday=4) "Friday, July 20"; Date(day=14) "the 14th";
                `which` is last, this or next ("last Friday"), from the speech time, or previous, following, that, from
                the date told before ("the following January"),
                or the, since ("on the Monday"), a ("3 May 2020, a Sunday"). Years before 1 are negative: -490 is 490 BC
    Nth         a day, weekday, weekend or week counted within another meaning: the last Thursday of May
    IsoWeek     2013-W11
    Numeric     05/07/2024, in which the order of day and month is open
    Relative    a calendar unit beside the anchor: last week, this month, the following day
    Shift       a whole number of units from the anchor: yesterday, two weeks ago, a year earlier; count None is vague
    Season, Section (a quarter or half), Era (a decade or century), Named (a day of named_days.csv)
    Part        early, mid, late: a part of another meaning      DayPart   morning, night ... of another meaning
    Within      one meaning inside another: August of last year, Friday of that week
    Clock       a time of day, of another meaning                 Range     from one meaning to another
    Duration    a length; `reach` past or future when it touches the anchor ("the past three years"), ending within its last day
    Recurrence  a set: every Friday, twice a year                 Vague     PRESENT_REF, PAST_REF, FUTURE_REF
    Bound       since, until, by, before, after, from another meaning
    About       an approximate or compared one: about 1990, more than two years
    Fiscal      of a fiscal year

`of` holds the meaning inside; None inside DayPart, Clock and Section is whatever the anchor gives.
"""

from __future__ import annotations

import ast
import dataclasses
import functools
from dataclasses import dataclass

from pipeline.interval import Unit

PRESENT, PAST, FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Date:
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    which: str | None = None  # as in Relative


@dataclass(frozen=True, slots=True)
class IsoWeek:
    year: int
    number: int


@dataclass(frozen=True, slots=True)
class Numeric:
    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Relative:
    which: str  # last, this, next: from the speech time; previous, following, that: from the date told before
    unit: Unit
    count: int = 1  # "the week after next" is Relative("next", WEEK, 2)
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    count: float | None  # None: "months ago", "a few days later"; the sign is in `sign`
    unit: Unit
    sign: int = 1
    origin: str = "speech"  # speech: today, two weeks ago; told: two weeks later, a day earlier


@dataclass(frozen=True, slots=True)
class Season:
    season: str  # SP, SU, FA, WI
    year: int | None = None
    which: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    unit: Unit  # QUARTER or HALF
    number: int  # 0 is that on which the text reports, or else the last full one
    of: Meaning | None = None  # the year; None: the one that the anchor gives
    which: str | None = None  # period: the whole year where the text reports on no quarter


@dataclass(frozen=True, slots=True)
class Era:
    unit: Unit  # DECADE or CENTURY
    year: int  # its first year; below 100 when the century is left open ("the nineties"); negative before 1


@dataclass(frozen=True, slots=True)
class Named:
    rule: str  # the column `rule` of seeds/named_days.csv
    year: int | None = None
    which: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    part: str  # START, MID, END; FIRST and SECOND half; EARLIER and LATER point without a length ("later this month")
    of: Meaning


@dataclass(frozen=True, slots=True)
class Within:
    inner: Meaning  # what has no year (or week) of its own
    of: Meaning


@dataclass(frozen=True, slots=True)
class Nth:
    number: int  # from 1; -1 is the last
    of: Meaning
    weekday: int | None = None  # 0 is Monday; None: any day
    weekend: bool = False
    week: bool = False  # seven days from its first on, whatever their weekdays


@dataclass(frozen=True, slots=True)
class DayPart:
    part: str  # MO, MI, AF, EV, NI, DT
    of: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    of: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Range:
    first: Meaning
    last: Meaning


@dataclass(frozen=True, slots=True)
class Duration:
    count: float | None  # None: unknown, "several years"
    unit: str  # the letters of ISO 8601: S, TM, TH, D, W, M, Q, Y, DE, CE, WE, X
    reach: str | None = None  # past, future, ending
    rest: tuple[float, str] | None = None  # "two hours and ten minutes"


@dataclass(frozen=True, slots=True)
class Recurrence:
    value: str  # P1D, XXXX-WXX-5, ...


@dataclass(frozen=True, slots=True)
class Vague:
    ref: str  # PRESENT_REF, PAST_REF, FUTURE_REF


@dataclass(frozen=True, slots=True)
class Bound:
    kind: str  # since, from, after, until, by, before
    of: Meaning


@dataclass(frozen=True, slots=True)
class About:
    mod: str  # APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS
    of: Meaning


@dataclass(frozen=True, slots=True)
class Fiscal:
    of: Meaning


Meaning = (
    Date | IsoWeek | Numeric | Relative | Shift | Season | Section | Era | Named | Part | Within | Nth | DayPart | Clock | Range | Duration
    | Recurrence | Vague | Bound | About | Fiscal
)  # fmt: skip


def is_weekday(meaning: Meaning | None) -> bool:
    """Whether it is a weekday alone, or a time on one."""
    inner = meaning.of if isinstance(meaning, DayPart | Clock) else meaning
    return isinstance(inner, Date) and inner.weekday is not None and inner.month is None


KINDS: dict[str, type] = {c.__name__: c for c in Meaning.__args__}
CACHED = 16_384  # written forms, each way


@functools.lru_cache(maxsize=CACHED)
def write(meaning: Meaning) -> str:
    """
    >>> write(Bound("since", Date(month=7, day=20, weekday=4)))
    "Bound('since', Date(month=7, day=20, weekday=4))"
    """
    fields = dataclasses.fields(meaning)
    parts, plain = [], True
    for field in fields:
        value = getattr(meaning, field.name)
        if value == field.default and field.default is not dataclasses.MISSING:
            plain = False  # what follows a field left out needs its name
            continue
        parts.append(_written(value) if plain else f"{field.name}={_written(value)}")
    return f"{type(meaning).__name__}({', '.join(parts)})"


def _written(value: object) -> str:
    if isinstance(value, Unit):
        return repr(str(value))
    return write(value) if isinstance(value, Meaning) else repr(value)


@functools.lru_cache(maxsize=CACHED)
def read(written: str) -> Meaning:
    """The meaning of a written form; ValueError when it is none.

    >>> read("Shift(2, 'week', sign=-1)")
    Shift(count=2, unit=<Unit.WEEK: 'week'>, sign=-1, origin='speech')
    """
    return _meaning(ast.parse(written, mode="eval").body)


def _meaning(node: ast.expr) -> Meaning:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS):
        raise ValueError(f"{ast.unparse(node)}: no meaning; use one of {', '.join(KINDS)}")
    kind = KINDS[node.func.id]
    names = [f.name for f in dataclasses.fields(kind)]
    given = dict(zip(names, map(_value, node.args), strict=False)) | {str(k.arg): _value(k.value) for k in node.keywords}
    if isinstance(given.get("unit"), str) and kind is not Duration:
        given["unit"] = Unit(str(given["unit"]))
    made: Meaning = kind(**given)
    return made


def _value(node: ast.expr) -> object:
    return _meaning(node) if isinstance(node, ast.Call) else ast.literal_eval(node)
