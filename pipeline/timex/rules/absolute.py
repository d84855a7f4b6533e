"""Dates that name their day, month, year or weekday."""

from __future__ import annotations

from pipeline.interval import Unit
from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import Date, DayPart, Meaning, Relative, Within
from pipeline.timex.words import DAY_PARTS, MONTHS, ORDINALS, WEEKDAYS, integer, number, ordinal

LEAST_SPOKEN = 10  # "nineteen two" is no year
PIVOT = 50  # two-digit years from 50 on are of the twentieth century
YEAR_TAIL = "(?:{COMMA}?(?: of)? (?P<year>{YEARLIKE})(?! {PERCENT}))?"
PART = "(?:(?P<part>night|evening|morning|afternoon|noon|midday|midnight|dawn)(?: of)?)"


def month(text: str) -> int:
    return MONTHS[text.split()[0]]


def weekday(text: str | None) -> int | None:
    return WEEKDAYS[text.split()[0]] if text else None


def year(text: str | None, *, bc: str | None = None) -> int | None:
    """The year of its digits, negative before Christ; two of them are read around PIVOT."""
    if text is None:
        return None
    if bc:
        return -integer(text)
    if text[0].isalpha():
        return spoken(text)
    count = integer(text)
    return count if len(text.strip("'’‘ ")) > 2 else count + (1900 if count >= PIVOT else 2000)


def spoken(text: str) -> int | None:
    """
    >>> spoken("nineteen ninety-four"), spoken("two thousand and five"), spoken("nineteen two")
    (1994, 2005, None)
    """
    if text.startswith("two"):
        return int(number(text) or 0)
    head, _, tail = text.partition(" ")
    value = number(tail)
    return int((number(head) or 0) * 100 + value) if value and LEAST_SPOKEN <= value < 100 else None


def with_part(part: str | None, of: Meaning) -> Meaning:
    return DayPart(DAY_PARTS[part.split()[0]], of) if part else of


def _calendar(found: Found) -> Meaning | None:
    day = found["day"]
    if day in ORDINALS and found.raw("day")[:1].isupper():
        return None
    date = Date(year(found.get("year")), month(found["month"]), ordinal(day), weekday(found.get("weekday")))
    return with_part(found.get("part"), date)


def _month_year(found: Found) -> Meaning:
    if found.get("bc"):
        return Date(-integer(found["ancient"]), month(found["month"]))
    return Date(year(found["year"]), month(found["month"]))


GIVEN_NAMES = ("april", "may", "june", "august")
DOUBTFUL = ("march", "may")  # words of their own, and a name
MONTH_LEADS = frozenset(
    "in by since until till before after from to through during of late early mid and between next last this"
    " for or best worst".split()
)  # fmt: skip


def _month(found: Found) -> Meaning | None:
    if found["month"] in GIVEN_NAMES and not found.get("which") and found.before() not in MONTH_LEADS and found.after_raw()[:1].isupper():
        return None
    if found.get("which") in THAT and is_conjunction(found):
        return None
    if found["month"] in DOUBTFUL and not (found.get("which") or found.before() in MONTH_LEADS or found.before().endswith("est")):
        return None
    return Date(month=month(found["month"]), which=_which(found.get("which")))


THAT = ("that", "that same", "the same", "that very")
POINTED = ("", ",", ".", ";", ")", "when", "in", "at", "as", "before", "after", "while")  # what may follow "that Monday"


NAMED = ("", ",", ".", ";", ")", "in", "of", "and", "or", "was", "is")  # what may follow "a Friday" that is no day of the news


def _which(word: str | None) -> str | None:
    if word is None:
        return None
    last = word.split()[-1]
    return {"same": "that", "very": "that", "preceding": "previous"}.get(last, last)


def is_conjunction(found: Found) -> bool:
    """Whether "that" opens a clause ("said that Monday was quiet") instead of pointing back ("closed that Monday")."""
    return bool(found.before()) and found.before() != "," and found.after() not in POINTED


def _month_of(found: Found) -> Meaning:
    which = {
        "last": "last",
        "this": "this",
        "current": "this",
        "next": "next",
        "previous": "previous",
        "following": "following",
        "same": "that",
        "that": "that",
    }[found["which"]]
    day = found.get("day") or found.get("first")
    return Within(Date(month=month(found["month"]), day=ordinal(day) if day else None), Relative(which, Unit.YEAR))


def _weekday(found: Found) -> Meaning | None:
    if found.get("which") in THAT and is_conjunction(found):
        return None
    which = "a" if found.before() == "a" and found.after() in NAMED else _which(found.get("which"))
    date = Date(weekday=weekday(found["weekday"]), which=which)
    return with_part(found.get("part"), date)


TOLD_LEAD = "the previous|the preceding|the following|that|that very|that same|the same"
DAY_HEAD = "(?:(?:this |this coming |next |last |this past )?(?P<weekday>{WDAY})" + PART + "?{COMMA}?(?: the)? )?"


def _part_of_date(found: Found) -> Meaning | None:
    part = DAY_PARTS.get(found["lead"].split()[-1], "MO")  # the small hours
    if found.get("alone"):
        return DayPart(part, Date(weekday=weekday(found["alone"])))
    names = "2" if found.get("month2") else "1"
    day = Date(year(found.get("year" + names)), month(found["month" + names]), ordinal(found["day" + names]))
    return DayPart(part, day)


RULES = (
    Rule(
        name="absolute.part_of_date",
        pattern=words(
            "(?P<lead>dawn|dusk|noon|midday|the (?:early |late )?(?:night|morning|evening|afternoon)|the (?:early|small) hours)"
            " (?:of|on) (?:the )?(?:{WDAY}(?:{COMMA} | (?=[{DAYNUM_}{ORDNUM_}]| {MON})))?"
            "(?:(?P<month1>{MON}) (?P<day1>{DAY})(?:{COMMA}? (?P<year1>{YEAR}))?|(?P<day2>{DAY}) (?P<month2>{MON})(?: (?P<year2>{YEAR}))?"
            "|(?P<alone>{WDAY})(?: morning)?)"
        ),
        meaning=_part_of_date,
        examples={"the night of April 18, 1775": "1775-04-18TNI", "dawn on 25 June 1950": "1950-06-25TMO", "the small hours of Monday": "2024-03-11TMO"},
        rejects=("the night",),
    ),
    Rule(
        name="absolute.month_day",
        pattern=words(DAY_HEAD + "(?P<month>{MON}) (?:the )?(?P<day>{DAY}|{ORDWORD})(?!{DASH}[{DAYNUM_}{YEAR_}]|{PERCENT})" + YEAR_TAIL),
        meaning=_calendar,
        examples={
            "July 20": "2023-07-20",
            "March 15, 2007": "2007-03-15",
            "Friday night, July 20, 2018": "2018-07-20TNI",
            "Oct. 3rd": "2023-10-03",
            "Tuesday, April 9, 2024": "2024-04-09",
            "March eighth": "2024-03-08",
        },
        rejects=("July 1984", "May 70"),
    ),
    Rule(
        name="absolute.day_month",
        pattern=words(DAY_HEAD + "(?:the )?(?P<day>{DAY}|{ORDWORD})(?: of|{DASH})? (?P<month>{MON})(?:{DASH}(?={YEAR}))?" + YEAR_TAIL),
        meaning=_calendar,
        examples={"3 October 2025": "2025-10-03", "the 14th of July 1789": "1789-07-14", "Wednesday 23 November 2022": "2022-11-23"},
        rejects=("32 March",),
    ),
    Rule(
        name="absolute.month_year",
        pattern=words(
            "(?P<month>{MON}){COMMA}?(?: of)?(?: the year)? (?:(?P<year>{YEARLIKE}|{APOS}{DAYNUM}|{APOS}{NUMBER})|(?P<ancient>{NUMBER}) (?P<bc>{BC}))"
        ),
        meaning=_month_year,
        examples={"August 2021": "2021-08", "Sept. 1989": "1989-09", "March, 1946": "1946-03"},
        rejects=("August 21",),
    ),
    Rule(
        name="absolute.month",
        pattern=words("(?:(?P<which>last|this past|this|next|this coming|" + TOLD_LEAD + ") )?(?P<month>{MONTHNAME}|{MONTHSHORT}{DOT})(?! {DAY}(?!{PERCENT}))"),
        meaning=_month,
        examples={"September": "2023-09", "last April": "2023-04", "next March": "2025-03", "this September": "2024-09"},
        rejects=("may",),
    ),
    Rule(
        name="absolute.month_of_year",
        pattern=words(
            "(?:(?P<first>{DAY}) )?(?P<month>{MON})(?: (?P<day>{DAY}){COMMA}?)?(?: of)?"
            " (?:the )?(?P<which>last|this|next|current|previous|following|same|that) year"
        ),
        meaning=_month_of,
        examples={"August of last year": "2023-08", "May of this year": "2024-05", "July 25 of that year": "2024-07-25"},
        rejects=("August of years",),
    ),
    Rule(
        name="absolute.weekday",
        pattern=words(
            "(?:(?P<which>last|this past|this|next|this coming|past|coming|" + TOLD_LEAD + ") )?(?P<weekday>{WDAYNAME}|{WDAYSHORT}{DOT})"
            "(?: " + PART + ")?(?!s| (?:and {WDAYNAME} )?{DAYPARTS})"
        ),
        meaning=_weekday,
        examples={
            "Friday": "2024-03-08",
            "last Friday": "2024-03-08",
            "next Friday": "2024-03-22",
            "Monday night": "2024-03-11TNI",
        },
        rejects=("mon",),
    ),
)
