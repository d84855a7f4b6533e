"""Days without their month and weekdays with an article: they point to the month or day that was told before."""

from __future__ import annotations

from pipeline.interval import Unit
from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import Date, Meaning, Relative, Within
from pipeline.timex.rules.absolute import month, weekday, with_part
from pipeline.timex.words import ordinal

LETTER_MONTHS = {"inst": "this", "ult": "last", "prox": "next"}  # of old letters


def _told(found: Found) -> Meaning:
    which = "previous" if found["way"] == "before" else "following"
    if found.get("month"):
        return Date(month=month(found["month"]), which=which)
    return Date(weekday=weekday(found["weekday"]), which=which)


RULES = (
    Rule(
        name="told.day_of_month",
        pattern=words(
            "(?:on|until|till|by|from|since|before|after|of|and|is)"
            " (?P<span>the (?P<day>{ORDNUM})"
            "(?!(?!{STOP})[{OTHER_}{PLURAL_}{CAPITAL_}]|{DASH}| (?:{ORDWORD}|{UNIT}|{DAYPART}|anniversary|of|inst|ult|prox)))"
        ),
        meaning=lambda m: Date(day=ordinal(m["day"])),
        examples={"on the 14th": "2024-02-14"},
        rejects=("on the floor",),
    ),
    Rule(
        name="told.letter_month",
        pattern=words("(?:the )?(?P<day>{ORDNUM}) (?P<month>inst|ult|prox)(?:{DOT}(?={ANY}))?"),
        meaning=lambda m: Within(Date(day=ordinal(m["day"])), Relative(LETTER_MONTHS[m["month"]], Unit.MONTH)),
        examples={"the 2nd inst": "2024-03-02", "9th ult": "2024-02-09"},
        rejects=("the 2nd instance",),
    ),
    Rule(
        name="told.weekday_the_day",
        pattern=words("(?P<weekday>{WDAYNAME}){COMMA}? the (?P<day>{ORDNUM})(?! of)"),
        meaning=lambda m: Date(day=ordinal(m["day"]), weekday=weekday(m["weekday"])),
        examples={"Wednesday the 13th": "2024-03-13"},
        rejects=("Wednesday the day",),
    ),
    Rule(
        name="told.the_weekday",
        pattern=words(
            "(?:on|since|until|till|by|before|after) (?P<span>the (?P<weekday>{WDAYNAME})(?: (?P<part>{DAYPART}))?)"
            "(?={COMMA}|{DOT}|{STOP}|{CLOSE}|$| (?:he|she|it|they|we|i|and|but|when))"
        ),
        meaning=lambda m: with_part(m.get("part"), Date(weekday=weekday(m["weekday"]), which="since" if m.raw().lower().startswith("since") else "the")),
        examples={"on the Monday": "2024-03-11"},
        rejects=("on the Monday edition",),
    ),
    Rule(
        name="told.beside",
        pattern=words("the (?:(?P<weekday>{WDAYNAME})|(?P<month>{MONTHNAME})) (?P<way>before|after)(?={COMMA}|{DOT}|$)"),
        meaning=_told,
        examples={"the Friday before": "XXXX-WXX-5", "the January after": "XXXX-01"},
        rejects=("the Friday before noon",),
    ),
)
