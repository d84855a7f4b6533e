"""Words that point to the present, past or future without a day, and times of day."""

from __future__ import annotations

from pipeline.interval import Unit
from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import FUTURE, PAST, PRESENT, Clock, Date, Meaning, Relative, Shift, Vague
from pipeline.timex.rules.absolute import month, weekday, year
from pipeline.timex.rules.relative import DAYS
from pipeline.timex.words import DAY_PARTS, NUMBERS, integer, ordinal

MOST_HOUR, MOST_MINUTE = 12, 59  # with a part of the day
NOON = {"noon": 12, "midday": 12, "midnight": 24}


def vague(name: str, pattern: str, ref: str, example: str, reject: str) -> Rule:
    return Rule(f"vague.{name}", words(pattern), lambda m: Vague(ref), {example: ref}, (reject,))


def _hour(found: Found) -> int | None:
    """The hour of the words, on the clock of 24 hours; None when it is none."""
    if found.get("noon"):
        return NOON[found["noon"]]
    hour = NUMBERS.get(found["hour"]) if found["hour"] in NUMBERS else integer(found["hour"].split(":")[0].split(".")[0])
    half = (found.get("half") or "").replace(".", "").replace(" ", "")
    if hour is None or hour > 24:
        return None
    half = half.removeprefix("o'clock")
    if half.startswith("p") or half in ("intheafternoon", "intheevening", "atnight"):
        return hour + 12 if hour < 12 else hour
    return 0 if half.startswith("a") and hour == 12 else hour


def _minute(found: Found) -> int | None:
    text = found.get("hour") or ""
    parts = text.replace(".", ":").split(":")
    return int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else None


def _glued(found: Found) -> tuple[int | None, int | None]:
    """Hour and minute of "10:30pm"."""
    token = found["glued"].replace(" ", "").replace(".", ":")
    digits = token.rstrip("amphrs")
    hour, _, minute = digits.partition(":")
    value = int(hour)
    if token.endswith("pm") and value < 12:
        value += 12
    if token.endswith("am") and value == 12:
        value = 0
    return (value if value <= 24 else None), (int(minute) if minute else None)


def _clock(found: Found) -> Meaning | None:
    hour, minute = _glued(found) if found.get("glued") else (_hour(found), _minute(found))
    if hour is None:
        return None
    zone = "UTC" if (found.get("zone") or "").lower() in ("gmt", "utc") else None
    return Clock(hour, minute, None, zone, _day_of(found))


def _part_clock(found: Found) -> Meaning | None:
    """ "9.15 this morning", "7 tomorrow evening": the part of the day tells its half."""
    hour, minute = _hour(found), _minute(found)
    if not hour or hour > MOST_HOUR or (minute or 0) > MOST_MINUTE:
        return None
    late = hour < MOST_HOUR and found.raw().split()[-1].lower() in ("afternoon", "evening", "night")
    return Clock(hour + MOST_HOUR if late else hour, minute, None, None, _day_of(found))


def _day_of(found: Found) -> Meaning | None:
    if found.get("month"):
        return Date(year(found.get("year")), month(found["month"]), ordinal(found["day"]))
    if found.get("month2"):
        return Date(year(found.get("year2")), month(found["month2"]), ordinal(found["day2"]))
    if found.get("weekday"):
        return Date(weekday=weekday(found["weekday"]))
    if found.get("rel"):
        if found["rel"] in DAYS:
            return Shift(abs(DAYS[found["rel"]]), Unit.DAY, -1 if DAYS[found["rel"]] < 0 else 1)
        first, _, last = found["rel"].partition(" ")
        if last in DAY_PARTS:
            return Shift(
                1 if first in ("last", "yesterday", "tomorrow") else 0, Unit.DAY, 1 if first == "tomorrow" else -1 if first in ("last", "yesterday") else 1
            )
        return Relative("that", Unit.DAY) if found["rel"] in ("that day", "the same day") else Relative("following", Unit.DAY)
    return None


AMPM = "(?:(?:am|pm|a.m.|p.m.)|(?:a|p){DOT}m(?:{DOT}(?={ANY}))?)"
ZONE = (
    "(?: (?P<zone>est|edt|pst|pdt|cst|cdt|mst|mdt|gmt|utc|bst|cet|cest|msk|ist|jst|et|pt|ct|eastern|moscow time|eastern time)"
    "| {OPEN}(?P<zone2>gmt|est|edt|utc){CLOSE})?"
)
ON_DAY = (
    "(?:{COMMA}?(?: on)? (?:(?P<weekday>{WDAY})(?: (?:morning|afternoon|evening|night))?(?!{COMMA}? {MON}|{COMMA}? {DAY} {MON})"
    "|(?:{WDAY}{COMMA}? )?(?:(?P<month>{MON}) (?P<day>{DAY})(?:{COMMA}? (?P<year>{YEAR}))?|(?P<day2>{DAY}) (?P<month2>{MON})(?: (?P<year2>{YEAR}))?)"
    "|(?P<rel>(?:this|today|yesterday|tomorrow) (?:morning|afternoon|evening)|last night|today|yesterday|tomorrow"
    "|that day|the same day|the following day|the next day)))?"
)

RULES = (
    vague("now", "(?:right )?now|nowadays|at present|presently", PRESENT, "now", "know"),
    vague("current", "current|currently", PRESENT, "currently", "currency"),
    vague("these_days", "these days|at (?P<span>the (?:present|current) (?:time|moment|stage))", PRESENT, "these days", "these"),
    vague("present", "the present (?:time|day)|(?:at|until|to) (?P<span>the present)", PRESENT, "the present day", "the present"),
    vague("recent", "recently|lately|not long ago|a while ago|some time ago|more recently", PAST, "recently", "recent"),
    vague(
        "the_past",
        "in (?P<span>the (?:recent |distant )?past)(?! [{DAYNUM_}{NUMBER_}]| {NUM}| {SOME}| few| {LENGTHS})|those days",
        PAST,
        "in the past",
        "past",
    ),
    vague("that_time", "(?:at|by|during|throughout|in) (?P<span>(?:that time|(?:this|that|the same) period))", PAST, "at that time", "that time"),
    vague(
        "future",
        "(?:the )?(?:near|foreseeable|immediate|distant|not-too-distant) future|(?:in|into|for|about|to|of) (?P<span>the future(?! of)|future)"
        "|the (?:near|long|short) term",
        FUTURE,
        "the near future",
        "futures",
    ),
    vague("soon", "soon(?! as)|as soon as possible|some day|someday", FUTURE, "soon", "sooner"),
    Rule(
        name="clock.time",
        pattern=words(
            "(?:(?P<noon>noon|midday|midnight)|(?P<hour>[{DAYNUM_}{TIME_}{DECIMAL_}]|{NUMWORD}) (?P<half>"
            + AMPM
            + "|(?:o'clock )?(?:in the (?:morning|afternoon|evening)|at night)|o'clock)"
            "|(?P<glued>(?:{DAYNUM}[{COLON_}{DOT_}])?{HOUR}))" + ZONE + ON_DAY
        ),
        meaning=_clock,
        examples={
            "10 p.m. Wednesday": "2024-03-13T22:00",
            "noon Thursday": "2024-03-07T12:00",
            "10:30pm": "2024-03-13T22:30",
            "4 in the morning": "2024-03-13T04:00",
        },
        rejects=("10",),
    ),
    Rule(
        name="clock.of_part",
        pattern=words(
            "(?:at|by|until|from|before|after|around|about|just) (?P<span>(?P<hour>[{DAYNUM_}{DECIMAL_}]|{NUMWORD})"
            "(?= (?:(?:this|yesterday|tomorrow) (?:morning|afternoon|evening)|last night|(?:on )?{WDAYNAME} {DAYPART}))" + ON_DAY + ")"
        ),
        meaning=_part_clock,
        examples={"at 8.40 this morning": "2024-03-13T08:40", "by 7 tomorrow evening": "2024-03-14T19:00", "at ten on Monday morning": "2024-03-11T10:00"},
        rejects=("at 8.40 this month", "10 this morning"),
    ),
    Rule(
        name="clock.colon",
        pattern=words("(?P<hour>{TIME})(?: hours| hrs)?" + ZONE + ON_DAY),
        meaning=_clock,
        examples={"10:30": "2024-03-13T10:30", "18:05 GMT": "2024-03-13T18:05Z", "06:45 GMT on 12 May 2023": "2023-05-12T06:45Z"},
        rejects=("10",),
    ),
)
