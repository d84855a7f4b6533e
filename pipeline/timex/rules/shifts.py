"""Dates so many units away from the speech time, or from the date told before."""

from __future__ import annotations

from pipeline.interval import Unit
from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import PAST, Duration, Meaning, Relative, Shift, Vague, Within
from pipeline.timex.rules.relative import about
from pipeline.timex.words import UNITS, number, singular


def _ago(found: Found) -> Meaning | None:
    count = number(found["count"]) if found.get("count") else None
    unit = singular(found["unit"])
    if unit not in UNITS:
        return Vague(PAST)
    return about(found.get("about"), Shift(count, Unit(unit), -1))


def _away(found: Found) -> Meaning | None:
    """ "two weeks later", "a year earlier": from the date told before."""
    count = number(found["count"]) if found.get("count") else None
    unit = singular(found["unit"])
    back = found["way"] in ("earlier", "before", "previously", "prior", "beforehand")
    if unit not in UNITS:
        return Duration(count, {"second": "TS", "minute": "TM", "hour": "TH"}[unit])
    return about(found.get("about"), Shift(count, Unit(unit), -1 if back else 1, "told"))


def _from_now(found: Found) -> Meaning | None:
    unit = singular(found["unit"])
    return Shift(number(found["count"]), Unit(unit)) if unit in UNITS else None


def _this_time(found: Found) -> Meaning:
    """The month, a year away; the day, a week or month away."""
    held = Relative("this", Unit.MONTH if found["unit"] == "year" else Unit.DAY)
    return Within(Shift(1, Unit(found["unit"]), -1 if found["which"] == "last" else 1), held)


def _year_ago(found: Found) -> Meaning:
    if found.get("count"):
        return Duration(number(found["count"]), "M")
    return Shift(1, Unit.YEAR, -1, "quarter" if "quarter" in found.raw().lower() else "speech")


COUNTED = "(?:(?P<about>{COMPARED}) )?(?P<count>{NUM}|{SOME}|a|an|(?:a )?half a|a full)(?: more)? (?P<unit>{UNIT}|{UNITS}|{TIMEUNIT}|{TIMEUNITS})"

RULES = (
    Rule(
        name="shifts.ago",
        pattern=words(COUNTED + " ago(?: (?:today|tomorrow|yesterday))?"),
        meaning=_ago,
        examples={"a day ago": "2024-03-12", "two weeks ago": "2024-W09", "nearly four years ago": "2020", "10 years ago": "2014"},
        rejects=("long ago", "two weeks"),
    ),
    Rule(
        name="shifts.units_ago",
        pattern=words("(?P<unit>{UNITS}|{TIMEUNITS}) ago"),
        meaning=lambda m: Shift(None, Unit(singular(m["unit"])), -1) if singular(m["unit"]) in UNITS else Vague(PAST),
        examples={"months ago": "PAST_REF"},
        rejects=("ago",),
    ),
    Rule(
        name="shifts.away",
        pattern=words(
            COUNTED + " (?P<way>later|earlier|(?:after|before)(?= that)|(?:before|previously|afterwards|afterward|thereafter|beforehand)(?={COMMA}|{DOT}|$))"
        ),
        meaning=_away,
        examples={"two weeks later": "2024-W13", "a year earlier": "2023", "a day later": "2024-03-14"},
        rejects=("two weeks",),
    ),
    Rule(
        name="shifts.from_now",
        pattern=words(COUNTED + " (?:from now|hence|from today)"),
        meaning=_from_now,
        examples={"two weeks from now": "2024-W13", "five years hence": "2029"},
        rejects=("from now",),
    ),
    Rule(
        name="shifts.year_earlier",
        pattern=words(
            "(?:the |a |its |their )?(?:comparable |same |corresponding )?(?:year-earlier|year-ago|prior-year|previous-year)"
            "(?: (?P<count>nine|six|three))? (?:period|quarter|month|months)|the (?:same |like )?quarter a year (?:ago|earlier)|year-earlier|year-ago"
        ),
        meaning=_year_ago,
        examples={"the year-earlier quarter": "2022-Q4", "the year-ago period": "2023"},
        rejects=("year earlier",),
    ),
    Rule(
        name="shifts.in_time",
        pattern=words("in (?P<span>" + COUNTED + "(?:{S}|{APOS}) time)"),
        meaning=_from_now,
        examples={"in a month's time": "2024-04", "in two weeks' time": "2024-W13"},
        rejects=("in two weeks",),
    ),
    Rule(
        name="shifts.this_time",
        pattern=words("this time (?P<which>last|next) (?P<unit>week|month|year)"),
        meaning=_this_time,
        examples={"this time last year": "2023-03", "this time next week": "2024-03-20"},
        rejects=("this time",),
    ),
    Rule(
        name="shifts.day_after_tomorrow",
        pattern=words("the day (?P<way>after|before) (?P<day>tomorrow|yesterday)"),
        meaning=lambda m: Shift(2, Unit.DAY, 1 if m["day"] == "tomorrow" else -1),
        examples={"the day after tomorrow": "2024-03-15", "the day before yesterday": "2024-03-11"},
        rejects=("the day after",),
    ),
)
