"""From one date to another, in one expression."""

from __future__ import annotations

import dataclasses

from pipeline.interval import Unit
from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import Date, Meaning, Part, Range, Relative, Shift, Within
from pipeline.timex.rules.absolute import month, year
from pipeline.timex.rules.relative import DAYS
from pipeline.timex.words import MONTHS, WEEKDAYS, integer, ordinal

MOVED = frozenset("moved postponed delayed shifted rescheduled put changed brought pushed switched".split())
MOVED_WITHIN = 6  # words before "from March to May"
PARTS = {"early": "START", "start": "START", "beginning": "START", "mid": "MID", "middle": "MID", "late": "END", "end": "END"}


def _years(found: Found) -> Meaning | None:
    first, last = integer(found["first"]), integer(found["last"])
    if len(found["last"]) == 2:
        last += first // 100 * 100
    if not (first < last <= first + 500 and first >= 1000) or (len(found["last"]) == 2 and found.before() in ("-", "/")) or found.after() in ("-", "/"):
        return None
    part = (found.get("part") or "").removeprefix("the ").removesuffix(" of")
    return Range(Date(first), Part(PARTS[part], Date(last)) if part else Date(last))


def _days(found: Found) -> Meaning | None:
    first, last = ordinal(found["first"]), ordinal(found["last"])
    when = year(found.get("year"))
    if first >= last:
        return None
    return Range(Date(when, month(found["month"]), first), Date(when, month(found["month"]), last))


def _neighbours(found: Found) -> Meaning | None:
    """Days that follow each other; days apart from each other are no stretch."""
    days = [ordinal(t.lower()) for t in found.raw("days").split() if t[0].isdigit()]
    if days != list(range(days[0], days[0] + len(days))):
        return None
    when, of = year(found.get("year")), month(found["month"])
    return Range(Date(when, of, days[0]), Date(when, of, days[-1]))


def _two_months(found: Found) -> Meaning:
    last = year(found.get("year"))
    turns = month(found["month1"]) > month(found["month2"])  # over New Year
    first = year(found.get("year1")) or (last and last - turns)
    day1, day2 = found.get("day1"), found.get("day2")
    return Range(Date(first, month(found["month1"]), ordinal(day1) if day1 else None), Date(last, month(found["month2"]), ordinal(day2) if day2 else None))


def _near_day(word: str) -> Meaning:
    """A weekday, today, yesterday or tomorrow."""
    if word in DAYS:
        return Shift(abs(DAYS[word]), Unit.DAY, -1 if DAYS[word] < 0 else 1)
    return Date(weekday=WEEKDAYS[word])


def _months(found: Found) -> Meaning:
    first, last = found["months"].replace("‑", "-").split("-")
    when = year(found.get("year"))
    return Range(Date(when, MONTHS[first]), Date(when, MONTHS[last]))


def end(which: int) -> str:
    """One end of a spoken range: (early) March 2014, 3 March, the 3rd."""
    month, day, of_year = f"(?P<month{which}>{{MON}})", f"(?P<day{which}>{{DAY}})", f"(?:{{COMMA}}? (?P<year{which}>{{YEAR}}))?"
    before = f"(?P<before{which}>{{DAY}}) (?P<of{which}>{{MON}})"
    part = f"(?:(?P<part{which}>early|mid|late|(?:the )?(?:start|beginning|middle|end) of) )?"
    after = of_year.replace("year", "ofyear")
    return f"(?:{part}{month}(?: {day})?{of_year}|{before}{after}|the (?P<ordinal{which}>{{ORDNUM}}))"


def _spoken(found: Found) -> Meaning | None:
    """From one date to another, unless something was moved so."""
    start, _ = found.span()
    if not MOVED.isdisjoint(t.lower() for t in found.tokens[max(0, start - MOVED_WITHIN) : start]):
        return None
    if found.get("year_of"):
        return Range(_end(found, 1)[0], Within(_end(found, 2)[0], Relative(found["year_of"], Unit.YEAR)))
    (first, part1), (last, part2) = _end(found, 1), _end(found, 2)
    if first.year is None and last.year is not None and first.month and last.month:
        first = dataclasses.replace(first, year=last.year - (first.month > last.month))
    return Range(Part(PARTS[part1], first) if part1 else first, Part(PARTS[part2], last) if part2 else last)


def _end(found: Found, which: int) -> tuple[Date, str | None]:
    if found.get(f"ordinal{which}"):
        return Date(day=ordinal(found[f"ordinal{which}"])), None
    if found.get(f"of{which}"):
        return Date(year(found.get(f"ofyear{which}")), month(found[f"of{which}"]), ordinal(found[f"before{which}"])), None
    day = found.get(f"day{which}")
    part = (found.get(f"part{which}") or "").removeprefix("the ").removesuffix(" of")
    return Date(year(found.get(f"year{which}")), month(found[f"month{which}"]), ordinal(day) if day else None), part or None


def _weekdays(found: Found) -> Meaning:
    if found.get("first"):
        return Range(_near_day(found["first"]), _near_day(found["last"]))
    first, last = found["days"].replace("‑", "-").split("-")
    return Range(Date(weekday=WEEKDAYS[first]), Date(weekday=WEEKDAYS[last]))


def _day_in(which: int) -> str:
    return f"(?:{{WDAY}}{{COMMA}}? )?(?:the )?(?P<day{which}>{{DAY}})(?: of)? (?P<month{which}>{{MON}})(?:{{COMMA}}? (?P<year{which}>{{YEAR}}))?"


TWO_DAYS = _day_in(1) + "(?:{DASH}| (?:to|until|till|through) )" + _day_in(2)


def _two_days(found: Found) -> Meaning:
    last = Date(year(found.get("year2")), month(found["month2"]), ordinal(found["day2"]))
    first = year(found.get("year1")) or (last.year and last.year - (month(found["month1"]) > (last.month or 0)))
    return Range(Date(first, month(found["month1"]), ordinal(found["day1"])), last)


RULES = (
    Rule(
        name="ranges.years",
        pattern=words("(?P<first>{YEAR}){DASH}(?P<last>{YEAR}|[{DAYNUM_}{NUMBER_}])"),
        meaning=_years,
        examples={"2025-2027": "2025/2027", "1914-18": "1914/1918"},
        rejects=("2025-2020",),
    ),
    Rule(
        name="ranges.spoken_years",
        pattern=words(
            "(?:(?:from|between) )(?P<span>(?P<first>{YEAR}) (?:to|and|through|until|till) "
            "(?:(?P<part>early|mid|late|the (?:start|middle|end) of) )?(?P<last>{YEAR}))"
        ),
        meaning=_years,
        examples={"from 1953 to 1967": "1953/1967", "between 1991 and 2020": "1991/2020", "from 1983 until the end of 1987": "1983/1987"},
        rejects=("1991 and 2020",),
    ),
    Rule(
        name="ranges.spoken_months",
        pattern=words("(?:from|between) (?P<span>" + end(1) + " (?:to|and|through|until|till) " + end(2) + "(?: (?:of )?(?P<year_of>last|this|next) year)?)"),
        meaning=_spoken,
        examples={
            "between May 1997 and March 2003": "1997-05/2003-03",
            "from 28 November to early January": "2023-11-28/2024-01-10",
            "between the 2nd and the 5th": "2024-03-02/2024-03-05",
            "from November to the end of January": "2023-11/2024-01",
        },
        rejects=("May 1997 and March 2003", "between 2 and 5", "moved from March to May"),
    ),
    Rule(
        name="ranges.two_days",
        pattern=words(TWO_DAYS),
        meaning=_two_days,
        examples={"3 February to 18 April 2023": "2023-02-03/2023-04-18", "Mon 4 March - Fri 8 March": "2024-03-04/2024-03-08"},
        rejects=("3 February to April",),
    ),
    Rule(
        name="ranges.month_days",
        pattern=words("(?P<month>{MON}) (?P<first>{DAY})(?:{DASH}| to )(?P<last>{DAY})(?:{COMMA}? (?P<year>{YEAR}))?"),
        meaning=_days,
        examples={"March 3-5": "2024-03-03/2024-03-05", "July 10 to 14, 1995": "1995-07-10/1995-07-14"},
        rejects=("March 5-3",),
    ),
    Rule(
        name="ranges.days_month",
        pattern=words("(?:the )?(?P<first>{DAY})(?:{DASH}| to | and the )(?:the )?(?P<last>{DAY})(?: of)? (?P<month>{MON})(?:{COMMA}? (?P<year>{YEAR}))?"),
        meaning=_days,
        examples={"3-5 March": "2024-03-03/2024-03-05", "12 to 14 June 2020": "2020-06-12/2020-06-14"},
        rejects=("5-3 March",),
    ),
    Rule(
        name="ranges.neighbours",
        pattern=words("(?P<days>{DAY}(?:{COMMA} {DAY}){0,3}(?:{COMMA}? and |{SLASH}){DAY}) (?P<month>{MON})(?:{COMMA}? (?P<year>{YEAR}))?"),
        meaning=_neighbours,
        examples={"7 and 8 August": "2023-08-07/2023-08-08", "1, 2 and 3 March 2020": "2020-03-01/2020-03-03", "20/21 June 1951": "1951-06-20/1951-06-21"},
        rejects=("7 and 18 August",),
    ),
    Rule(
        name="ranges.between_days",
        pattern=words("(?:from|between) (?P<span>(?P<first>{DAY}) (?:and|to|until) (?P<last>{DAY}) (?P<month>{MON})(?:{COMMA}? (?P<year>{YEAR}))?)"),
        meaning=_days,
        examples={"between 4 and 19 July 1988": "1988-07-04/1988-07-19"},
        rejects=("between 4 and 19",),
    ),
    Rule(
        name="ranges.day_months",
        pattern=words("(?P<month1>{MON}) (?P<day1>{DAY})(?:{COMMA}? (?P<year1>{YEAR}))?{DASH}(?P<month2>{MON}) (?P<day2>{DAY})(?:{COMMA}? (?P<year>{YEAR}))?"),
        meaning=_two_months,
        examples={"Jan. 30-Feb. 2": "2024-01-30/2024-02-02"},
        rejects=("Jan. 30",),
    ),
    Rule(
        name="ranges.months",
        pattern=words("(?P<month1>{MON})(?: (?P<year1>{YEAR}))?{DASH}(?P<month2>{MON}) (?P<year>{YEAR})"),
        meaning=_two_months,
        examples={"June – August 1995": "1995-06/1995-08"},
        rejects=("June 1995",),
    ),
    Rule(
        name="ranges.bare_months",
        pattern=words("(?P<month1>{MONTHNAME}) (?:to|through) (?P<month2>{MONTHNAME})(?! {DAY})(?:{COMMA}? (?P<year>{YEAR}))?"),
        meaning=lambda m: None if m.before() == "from" else _two_months(m),
        examples={"November to March": "2023-11/2024-03"},
        rejects=("November to the spring",),
    ),
    Rule(
        name="ranges.joined_months",
        pattern=words("(?P<months>{MONTHRANGE})(?:{COMMA}? (?P<year>{YEAR}))?"),
        meaning=_months,
        examples={"July-September 2021": "2021-07/2021-09"},
        rejects=("July",),
    ),
    Rule(
        name="ranges.weekdays",
        pattern=words(
            "(?P<days>{WDAYRANGE})"
            "|from (?P<span>(?P<first>{WDAYNAME}|today|tomorrow|yesterday) (?:to|through|until|till)"
            " (?P<last>{WDAYNAME}|today|tomorrow|yesterday))(?! {DAYPART})"
        ),
        meaning=_weekdays,
        examples={
            "Monday-Friday": "2024-03-11/2024-03-15",
            "from Saturday to Tuesday": "2024-03-09/2024-03-12",
            "from Monday to yesterday": "2024-03-11/2024-03-12",
            "from today until Sunday": "2024-03-13/2024-03-17",
        },
        rejects=("Monday",),
    ),
)
