"""Dates counted from a date that is itself named: a week on Saturday, the Friday before last, ten years ago today."""

from __future__ import annotations

from pipeline.interval import Unit
from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import Date, DayPart, Meaning, Relative, Shift, Within
from pipeline.timex.rules.absolute import weekday
from pipeline.timex.rules.relative import DAYS, WHICH
from pipeline.timex.words import DAY_PARTS, number, ordinal, singular

FORTNIGHT = 2  # weeks
WEEKS = ("week", "weeks", "fortnight", "fortnights")
LENGTH = "(?P<count>{NUM}|a|an|one) (?P<unit>{UNIT}|{UNITS}|fortnight|fortnights)"
FROM = "(?:(?P<weekday>{WDAYNAME})|(?P<day>today|yesterday|tomorrow)|(?P<which>this) (?P<period>day|week|month))"


def _length(found: Found, sign: int) -> Shift:
    count = number(found["count"]) or 1
    if found["unit"].startswith("fortnight"):
        return Shift(FORTNIGHT * count, Unit.WEEK, sign)
    return Shift(count, Unit(singular(found["unit"])), sign)


def _named(found: Found, which: str) -> Meaning:
    """The named date from which it is counted."""
    if found.get("weekday"):
        return Date(weekday=weekday(found["weekday"]), which=which)
    if found.get("day"):
        return Shift(abs(DAYS[found["day"]]), Unit.DAY, -1 if DAYS[found["day"]] < 0 else 1)
    return Relative(found["which"], Unit(found["period"]))


SPENT = ("for", "of", "after", "lasting")  # before a length that ends there: "jailed for two weeks on Monday"


def _ahead(found: Found) -> Meaning | None:
    if found["join"] == "on" and (found.before() in SPENT or found["unit"] not in WEEKS):
        return None
    return Within(_length(found, 1), _named(found, "coming"))


def _ago(found: Found) -> Meaning:
    return Within(_length(found, -1), _named(found, "last"))


def _fortnight(found: Found) -> Meaning:
    back = found["way"] in ("ago", "earlier", "before")
    return Shift(FORTNIGHT * (number(found["count"]) or 1), Unit.WEEK, -1 if back else 1, "speech" if found["way"] in ("ago", "from now", "hence") else "told")


def _weekday_week(found: Found) -> Meaning:
    return Within(Shift(FORTNIGHT if found["way"] == "fortnight" else 1, Unit.WEEK), Date(weekday=weekday(found["weekday"]), which="coming"))


def _beyond(found: Found) -> Meaning:
    sign = 1 if found["way"] == "after next" else -1
    return Within(Shift(1, Unit.WEEK, sign), Date(weekday=weekday(found["weekday"]), which="coming" if sign > 0 else "last"))


def _day_of_month(found: Found) -> Meaning:
    return Within(Date(day=ordinal(found["day"])), Relative(WHICH[found["which"].removeprefix("the ")], Unit.MONTH))


RULES = (
    Rule(
        name="counted.ahead",
        pattern=words(LENGTH + " (?P<join>on|from|(?=today|tomorrow))" + FROM),
        meaning=_ahead,
        examples={"a week on Saturday": "2024-03-23", "two weeks from tomorrow": "2024-03-28", "a week today": "2024-03-20"},
        rejects=("a week on the coast", "six years on Monday", "two weeks this month"),
    ),
    Rule(
        name="counted.ago",
        pattern=words(LENGTH + " ago(?: on)? " + FROM),
        meaning=_ago,
        examples={"ten years ago today": "2014-03-13", "thirty years ago this month": "1994-03", "a week ago Friday": "2024-03-01"},
        rejects=("ten years ago",),
    ),
    Rule(
        name="counted.fortnight",
        pattern=words("(?P<count>{NUM}|a|one) (?:fortnight|fortnights) (?P<way>ago|later|earlier|before|from now|hence)"),
        meaning=_fortnight,
        examples={"a fortnight ago": "2024-W09"},
        rejects=("a fortnight",),
    ),
    Rule(
        name="counted.weekday_next",
        pattern=words("(?P<weekday>{WDAYNAME}) (?P<which>next|last)(?={COMMA}|{DOT}|$|{CLOSE})"),
        meaning=lambda m: Date(weekday=weekday(m["weekday"]), which="coming" if m["which"] == "next" else "last"),
        examples={"Saturday next": "2024-03-16", "Friday last": "2024-03-08"},
        rejects=("Saturday next week",),
    ),
    Rule(
        name="counted.weekday_week",
        pattern=words("(?P<weekday>{WDAYNAME}) (?P<way>week|fortnight)(?!{DASH}| [{OTHER_}{PLURAL_}{CAPITAL_}])"),
        meaning=_weekday_week,
        examples={"Monday week": "2024-03-25", "Saturday fortnight": "2024-03-30"},
        rejects=("Monday weekly",),
    ),
    Rule(
        name="counted.beyond",
        pattern=words("(?:the )?(?P<weekday>{WDAYNAME}) (?P<way>before last|after next)"),
        meaning=_beyond,
        examples={"the Saturday before last": "2024-03-02", "the Tuesday after next": "2024-03-26"},
        rejects=("the Saturday before",),
    ),
    Rule(
        name="counted.part_before_last",
        pattern=words("the (?P<part>{DAYPART}) before last"),
        meaning=lambda m: DayPart(DAY_PARTS[m["part"]], Shift(2, Unit.DAY, -1)),
        examples={"the night before last": "2024-03-11TNI"},
        rejects=("the night before",),
    ),
    Rule(
        name="counted.day_of_month",
        pattern=words("(?:the )?(?P<day>{ORDNUM}|{ORDWORD}) of (?P<which>this|last|next|that|the same|the following|the current) month"),
        meaning=_day_of_month,
        examples={"the 9th of this month": "2024-03-09", "the 21st of next month": "2024-04-21"},
        rejects=("the 9th of the month",),
    ),
    Rule(
        name="counted.same_last_year",
        pattern=words(
            "the same (?P<unit>day|week|month|quarter) (?:of )?(?:(?P<which>last|the previous) year|(?:a year|one year|the year) (?:ago|earlier|before))"
        ),
        meaning=lambda m: Within(Shift(1, Unit.YEAR, -1), Relative("that", Unit(m["unit"]))),
        examples={"the same month last year": "2023-03"},
        rejects=("the same month",),
    ),
)
