"""Days -> EDTF (ISO 8601-2) and TIMEX3 values; EDTF -> days."""

from __future__ import annotations

import re
from datetime import date

from pipeline.interval import Interval, Precision, Unit, add_months, one_day, unit_around

SEASON_NAMES = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}  # by their first month, northern
SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
FIRST_QUARTER_CODE, FIRST_HALF_CODE = 33, 40  # ISO 8601-2, level 2
HALF_YEAR = 6


def edtf_of(days: Interval, precision: Precision, *, season: str | None = None) -> str:
    """The written form of days known to `precision`.

    >>> edtf_of(unit_around(date(1994, 5, 1), Unit.DECADE), Precision.DECADE)
    '199X'
    """
    start = days.start
    year = f"{start.year:04}"
    match precision:
        case Precision.DAY:
            return start.isoformat()
        case Precision.MONTH:
            return f"{year}-{start.month:02}"
        case Precision.QUARTER:
            return f"{year}-{FIRST_QUARTER_CODE + (start.month - 1) // 3}"
        case Precision.SEASON:
            return f"{year}-{SEASON_CODES[season or SEASON_NAMES[start.month]]}"
        case Precision.HALF:
            return f"{year}-{FIRST_HALF_CODE + (start.month > HALF_YEAR)}"
        case _:
            return _long(days, precision)


def _long(days: Interval, precision: Precision) -> str:
    year = f"{days.start.year:04}"
    if precision is Precision.YEAR:
        return year
    if precision is Precision.DECADE:
        return f"{year[:3]}X"
    if precision is Precision.CENTURY:
        return f"{days.last.year // 100:02}XX"
    return span(days)


def span(days: Interval) -> str:
    """Both ends, each as coarse as its place in the calendar lets it be."""
    first, last = days.start, days.last
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        ends = f"{first.year:04}", f"{last.year:04}"
    elif first.day == 1 and days.end.day == 1:
        ends = first.isoformat()[:7], last.isoformat()[:7]
    else:
        ends = first.isoformat(), last.isoformat()
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def timex_value(days: Interval, precision: Precision, *, season: str | None = None) -> str:
    """The TIMEX3 value of days known to `precision`; an INTERVAL has none of its own and gives its span.

    >>> timex_value(unit_around(date(2013, 3, 13), Unit.WEEK), Precision.WEEK)
    '2013-W11'
    """
    start = days.start
    match precision:
        case Precision.WEEK:
            year, week, _ = start.isocalendar()
            return f"{year:04}-W{week:02}"
        case Precision.QUARTER:
            return f"{start.year:04}-Q{(start.month + 2) // 3}"
        case Precision.SEASON:
            return f"{start.year:04}-{season or SEASON_NAMES[start.month]}"
        case Precision.HALF:
            return f"{start.year:04}-H{1 + (start.month > HALF_YEAR)}"
        case _:
            return edtf_of(days, precision).rstrip("X")


DAY_FORM = re.compile(r"(-?\d{4})-(\d\d)-(\d\d)")
MONTH_FORM = re.compile(r"(\d{4})-(\d\d)")


def read_edtf(written: str) -> Interval | None:
    """The days of a date, period, decade, century, set of alternatives or closed interval; None when an end is open.

    >>> read_edtf("[2024-07-19,2024-07-20]")
    Interval(start=datetime.date(2024, 7, 19), end=datetime.date(2024, 7, 21))
    """
    plain = written.translate({ord(c): None for c in "~?%[]{} "})
    parts = [p for p in re.split(r"[/,]|(?<=\d)\.\.(?=\d)", plain)]
    ends = [_one(p) for p in parts]
    if not ends or any(e is None for e in ends):
        return None
    known = [e for e in ends if e is not None]
    return Interval(min(e.start for e in known), max(e.end for e in known))


def _one(text: str) -> Interval | None:
    if m := DAY_FORM.fullmatch(text):
        return one_day(date(int(m[1]), int(m[2]), int(m[3]))) if int(m[1]) > 0 else None
    if m := MONTH_FORM.fullmatch(text):
        return _coded(int(m[1]), int(m[2]))
    if re.fullmatch(r"\d{3}X", text):
        return unit_around(date(max(1, int(text[:3]) * 10), 1, 1), Unit.DECADE)
    if re.fullmatch(r"\d\dXX", text):
        return unit_around(date(max(1, int(text[:2]) * 100), 1, 1), Unit.CENTURY)
    return unit_around(date(int(text), 1, 1), Unit.YEAR) if re.fullmatch(r"\d{4}", text) and int(text) else None


def _coded(year: int, code: int) -> Interval | None:
    """A month, or one of the codes of ISO 8601-2 for seasons, quarters and halves."""
    if 1 <= code <= 12:
        return unit_around(date(year, code, 1), Unit.MONTH)
    if code in SEASON_CODES.values():
        return months(date(year, 3 * (code - 20), 1), 3)
    if FIRST_QUARTER_CODE <= code < FIRST_QUARTER_CODE + 4:
        return months(date(year, 3 * (code - FIRST_QUARTER_CODE) + 1, 1), 3)
    return months(date(year, 1 + HALF_YEAR * (code - FIRST_HALF_CODE), 1), HALF_YEAR) if code in (40, 41) else None


def months(first: date, count: int) -> Interval:
    """So many months from the first day of one."""
    return Interval(first, add_months(first, count))


def before_year_one(year: int) -> tuple[str, str]:
    """TIMEX3 and EDTF of a year BC: EDTF counts a year 0.

    >>> before_year_one(490)
    ('BC0490', '-0489')
    """
    return f"BC{year:04}", f"-{year - 1:04}" if year > 1 else "0000"
