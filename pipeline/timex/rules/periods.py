"""Seasons, decades and centuries, and the parts of any date."""

from __future__ import annotations

from pipeline.interval import Unit
from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import Date, Duration, Era, Meaning, Nth, Part, Relative, Season, Shift, Within
from pipeline.timex.rules.absolute import month, weekday, year
from pipeline.timex.rules.relative import DAYS, WHICH
from pipeline.timex.words import DECADE_WORDS, MONTHS, SEASONS, WEEKDAYS, integer, ordinal

PARTS = {
    "early": "START", "mid": "MID", "middle": "MID", "late": "END", "beginning": "START", "start": "START", "end": "END", "close": "END",
    "outset": "START", "dawn": "START", "first": "START", "opening": "START", "closing": "END", "later": "END", "latter": "END", "height": "MID",
    "turn": "START", "midpoint": "MID", "remainder": "END", "rest": "END", "halfway": "MID",
}  # fmt: skip


SEASON_LEADS = ("in", "by", "until", "since", "last", "for", "before", "after", "during", "each", "every")


def _season(found: Found) -> Meaning | None:
    lead = found.get("lead")
    if not (lead or found.get("year") or found.get("part") or found.get("of")) and found.before() not in SEASON_LEADS:
        return None
    if lead is None and found.raw("season")[0].isupper() and found.after_raw()[:1].isupper():
        return None  # "Detective Summer Hale"
    which = WHICH.get(lead.removeprefix("the ").split()[-1]) if lead and lead != "the" else None
    season: Meaning = Season(SEASONS[found["season"]], year(found.get("year"), bc=found.get("bc")), which)
    if found.get("of"):
        season = Within(season, Relative(WHICH[found["of"].removeprefix("the ")], Unit.YEAR))
    return Part(PARTS[found["part"]], season) if found.get("part") else season


def _decade(found: Found) -> Meaning | None:
    token = found["decade"].strip("'’‘ ")
    first = DECADE_WORDS[token] if token in DECADE_WORDS else integer(token)
    if token in DECADE_WORDS and found["head"]:
        first += {"nineteen": 1900, "eighteen": 1800, "seventeen": 1700}[found["head"]]
    era: Meaning = Era(Unit.DECADE, first)
    return Part(PARTS[found["part"]], era) if found.get("part") else era


def _century(found: Found) -> Meaning | None:
    number = ordinal(found["number"])
    first = -100 * number if found.get("era") in ("bc", "bce", "b.c.") else 100 * (number - 1)
    era: Meaning = Era(Unit.CENTURY, first)
    return Part(PARTS[found["part"].split()[0]], era) if found.get("part") else era


def _parted(found: Found) -> Meaning | None:
    """mid-July, late-1990s: one token."""
    part, last = found["parted"].replace("‑", "-").replace("–", "-").split("-")
    inner: Meaning
    if last in MONTHS:
        inner = Date(year(found.get("year")), MONTHS[last])
    elif last in SEASONS:
        inner = Season(SEASONS[last], year(found.get("year")))
    elif last in DECADE_WORDS:
        inner = Era(Unit.DECADE, DECADE_WORDS[last])
    else:
        inner = Era(Unit.DECADE, integer(last)) if last.endswith("s") else Date(integer(last))
    return Part(PARTS[part], inner)


INNER = (
    "(?:(?P<month>{MON})(?:{COMMA}?(?: of)? (?P<year>{YEAR}))?|(?P<only>{YEAR})|(?:(?P<lead>last|this|next|the|that|the current|the coming) )?(?P<unit>{UNIT})"
    "|(?P<weekday>{WDAY})(?! {DAYPART})|(?P<day>today|yesterday|tomorrow)"
    "|(?:(?P<sealead>last|this|next|the|that) )?(?P<season>{SEASON})(?: of (?P<seayear>{YEAR}))?)"
)


def inner_of(found: Found) -> Meaning | None:
    """What a part is of: a month, year, unit, weekday, day or season."""
    if found.get("month"):
        return Date(year(found.get("year")), month(found["month"]))
    if found.get("only"):
        return Date(year(found["only"]))
    if found.get("weekday"):
        return Date(weekday=weekday(found["weekday"]))
    if found.get("day"):
        return Shift(abs(DAYS[found["day"]]), Unit.DAY, -1 if DAYS[found["day"]] < 0 else 1)
    if found.get("season"):
        lead = found.get("sealead")
        return Season(SEASONS[found["season"]], year(found.get("seayear")), WHICH.get(lead) if lead else None)
    lead = found.get("lead") or "that"
    return Relative("the" if lead == "the" else WHICH[lead.removeprefix("the ")], Unit(found["unit"]))


def _part(found: Found) -> Meaning | None:
    inner = inner_of(found)
    if inner is None or (found.get("unit") and not found.get("lead")):
        return None
    return Part(PARTS[next(w for w in found["part"].split() if w in PARTS)], inner)


def _nth(found: Found) -> Meaning | None:
    inner = inner_of(found)
    nth = found["nth"]
    if inner is None or (found.get("unit") and not found.get("lead")):
        return None
    number = -1 if nth in ("last", "final") else ordinal(nth)
    counted = found["counted"]
    if counted == "week" and number < 0:
        return Within(Duration(1, "W", "past"), inner)
    return Nth(number, inner, WEEKDAYS.get(counted), weekend=counted == "weekend", week=counted == "week")


def _half(found: Found) -> Meaning | None:
    inner = inner_of(found)
    return Part("FIRST" if found["half"] == "first" else "SECOND", inner) if inner else None


MONTH_DAY = "(?:(?P<month1>{MON}) (?P<day1>{DAY})|(?:the )?(?P<day2>{DAY})(?: of)? (?P<month2>{MON}))"


def _week_of(found: Found) -> Meaning:
    if found.get("last"):
        return Within(Relative("that", Unit.WEEK), Date(weekday=weekday(found["last"])))
    order = "1" if found.get("month1") else "2"
    return Within(Relative("that", Unit.WEEK), Date(year(found.get("year")), month(found["month" + order]), ordinal(found["day" + order])))


RULES = (
    Rule(
        name="periods.nth",
        pattern=words("(?:the )?(?P<nth>{ORDWORD}|last|final) (?P<counted>{WDAYNAME}|weekend|week|day) (?:of|in) " + INNER),
        meaning=_nth,
        examples={
            "the last Thursday of May 2019": "2019-05-30",
            "the first Monday in May": "2023-05-01",
            "the second weekend of June 2023": "2023-06-10/2023-06-11",
            "the last day of last year": "2023-12-31",
            "the third week of June": "2023-06-15/2023-06-21",
            "the first week in May": "2023-05-01/2023-05-07",
        },
        rejects=("the last Thursday", "the third week of talks"),
    ),
    Rule(
        name="periods.half",
        pattern=words("the (?P<half>first|second|latter|last) half of (?={MON}|(?:the|this|last|next|that) month)" + INNER),
        meaning=_half,
        examples={"the first half of October": "2023-10", "the second half of next month": "2024-04"},
        rejects=("the first half of 1990",),
    ),
    Rule(
        name="periods.season",
        pattern=words(
            "(?:(?P<lead>the|last|this|next|the next|this past|this coming|the coming|the following|the previous|that|the same) )?"
            "(?:(?P<part>early|mid|late) )?"
            "(?P<season>{SEASON})(?:(?: of)? (?P<year>{YEARLIKE}|{NUMBER}(?= {BC})))?(?P<bc> {BC})?"
            "(?: of (?P<of>that|the same|the following|the previous|last|this|next) year)?"
        ),
        meaning=_season,
        examples={
            "the autumn": "2023-FA",
            "last summer": "2023-SU",
            "the winter of 2022": "2022-WI",
            "this fall": "2024-FA",
            "the early summer": "2023-SU",
            "the spring of last year": "2023-SP",
        },
        rejects=("fall",),
    ),
    Rule(
        name="periods.decade",
        pattern=words(
            "(?:the )?(?:(?P<part>early|mid|middle|late|later)(?:{DASH}| to late)? )?(?P<head>nineteen |eighteen |seventeen )?"
            "(?P<decade>{APOS}?{SHORTDECADE}|{DECADE}|{DECADEWORD})"
        ),
        meaning=lambda m: _decade(m) if m.get("head") or m.get("decade") not in DECADE_WORDS or "the" in m.raw().lower() else None,
        examples={"the 1930s": "193", "the late nineties": "199", "the '80s": "198"},
        rejects=("forties",),
    ),
    Rule(
        name="periods.century",
        pattern=words(
            "(?:the )?(?:(?P<part>early|mid|late|beginning of the|end of the|turn of the) )?(?P<number>{ORD}) century(?: (?P<era>bc|bce|b.c.|ad|ce))?"
        ),
        meaning=_century,
        examples={"the 19th century": "18", "the twenty-first century": "20"},
        rejects=("the century",),
    ),
    Rule(
        name="periods.parted",
        pattern=words("(?:the )?(?P<parted>{PARTED})(?:{COMMA}? (?P<year>{YEAR}))?"),
        meaning=_parted,
        examples={"mid-November": "2023-11", "the mid-1990s": "199", "late-October 2021": "2021-10"},
        rejects=("mid-sized",),
    ),
    Rule(
        name="periods.part",
        pattern=words("(?P<part>early|late|mid|(?:the )?(?:very )?(?:beginning|middle|end|start|close|midpoint|turn) of)(?: in| on)? " + INNER),
        meaning=_part,
        examples={
            "early July": "2023-07-01/2023-07-10",
            "the end of 1990": "1990-09/1990-12",
            "late last week": "2024-W10",
            "the middle of October": "2023-10-11/2023-10-20",
        },
        rejects=("the end of",),
    ),
    Rule(
        name="periods.year_end",
        pattern=words("(?:the )?(?:year{S}? end|year-end)"),
        meaning=lambda m: Part("END", Relative("the", Unit.YEAR)),
        examples={"year-end": "2024", "the year's end": "2024"},
        rejects=("the year",),
    ),
    Rule(
        name="periods.week_of",
        pattern=words(
            "(?:the |for )?week (?:of|beginning|starting|commencing|ending|ended)(?: on)?{COLON}?"
            " (?:(?P<last>{WDAYNAME})(?!{COMMA}? {MON}|{COMMA}? {DAY})|(?:{WDAY}{COMMA}? )?" + MONTH_DAY + "(?:{COMMA}? (?P<year>{YEAR}))?)"
        ),
        meaning=_week_of,
        examples={
            "the week of March 6": "2024-W10",
            "week ending 10 March": "2024-W10",
            "the week ended Sunday": "2024-W10",
            "the week of 4 March": "2024-W10",
        },
        rejects=("the week of",),
    ),
)
