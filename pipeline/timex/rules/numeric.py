"""Dates in figures alone: 2024-07-19, 05/07/2024, 27.10.2021."""

from __future__ import annotations

from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import Date, IsoWeek, Meaning, Numeric
from pipeline.timex.rules.absolute import weekday, year
from pipeline.timex.words import integer

SHORT = "(?:{DAYNUM}{SLASH}{DAYNUM}|{DECIMAL}(?:{DOT})?)(?!{SLASH}|{PERCENT})"


def _iso(found: Found) -> Meaning | None:
    if found.before() in ("-", "/") or found.after() in ("-", "/"):
        return None
    return Date(integer(found["year"]), integer(found["month"]), integer(found["day"])) if integer(found["month"]) <= 12 else None


def _numeric(found: Found) -> Meaning | None:
    if found.before() in ("-", "/", "$") or found.after() in ("-", "/"):
        return None
    return _in_order(integer(found["first"]), integer(found["second"]), year(found["year"]) or 0)


def _dotted(found: Found) -> Meaning | None:
    """With full stops the day comes first, wherever dates are so written."""
    day, month, last = found["date"].split(".")
    return Date(year(last), int(month), int(day)) if 1 <= int(month) <= 12 else _in_order(int(day), int(month), year(last) or 0)


def _yearless(found: Found) -> Meaning | None:
    """Month and day in figures, where only one of the two can be the month."""
    date = found.get("day") or found["span"]
    first, second = (int(n) for n in date.replace(" ", "").replace(".", "/").rstrip("/").split("/"))
    named = weekday(found.get("weekday"))
    if first > 12 >= second > 0:
        return Date(None, second, first, named)
    return Date(None, first, second, named) if second > 12 >= first > 0 and second <= 31 else None


def _in_order(first: int, second: int, of: int) -> Meaning | None:
    """Day and month where only one of the two can be a month; a Numeric where both can."""
    if first > 12 and second <= 12:
        return Date(of, second, first)
    if second > 12 and first <= 12:
        return Date(of, first, second)
    return Numeric(first, second, of) if first <= 12 and second <= 12 else None


RULES = (
    Rule(
        name="numeric.iso_day",
        pattern=words("(?P<year>{YEAR})(?:{DASH}|{SLASH}|{DOT})(?P<month>{DAYNUM})(?:{DASH}|{SLASH}|{DOT})(?P<day>{DAYNUM})"),
        meaning=_iso,
        examples={"2024-07-19": "2024-07-19", "2021/10/27": "2021-10-27"},
        rejects=("2024-13-01",),
    ),
    Rule(
        name="numeric.slashed",
        pattern=words("(?P<first>{DAYNUM}){SLASH}(?P<second>{DAYNUM}){SLASH}(?P<year>{YEAR}|{DAYNUM}|{NUMBER})"),
        meaning=_numeric,
        examples={"05/07/2024": "[2024-05-07,2024-07-05]", "31/12/2023": "2023-12-31", "12/31/99": "1999-12-31"},
        rejects=("1/2",),
    ),
    Rule(
        name="numeric.dashed",
        pattern=words("(?P<first>{DAYNUM}){DASH}(?P<second>{DAYNUM}){DASH}(?P<year>{YEAR})"),
        meaning=_numeric,
        examples={"19-07-2024": "2024-07-19", "12-31-1999": "1999-12-31"},
        rejects=("19-07",),
    ),
    Rule(
        name="numeric.yearless",
        pattern=words("(?:on|by|until|since) (?P<span>" + SHORT + ")|(?P<weekday>{WDAY}){COMMA}? (?P<day>" + SHORT + ")"),
        meaning=_yearless,
        examples={"on 02/21": "2024-02-21", "Friday, 23.02.": "2024-02-23"},
        rejects=("2.10", "on 3/4", "on 6.5"),
    ),
    Rule(
        name="numeric.week",
        pattern=words("(?:calendar )?week (?P<number>{DAYNUM}|{NUMBER})(?:{COMMA}| of)? (?P<year>{YEAR})"),
        meaning=lambda m: IsoWeek(integer(m["year"]), integer(m["number"])) if 1 <= integer(m["number"]) <= 53 else None,
        examples={"calendar week 9 of 2024": "2024-W09"},
        rejects=("week 9",),
    ),
    Rule(
        name="numeric.dotted",
        pattern=words("(?P<date>{DOTTED})"),
        meaning=_dotted,
        examples={"27.10.2021": "2021-10-27", "4.10.1996": "1996-10-04"},
        rejects=("3.14",),
    ),
)
