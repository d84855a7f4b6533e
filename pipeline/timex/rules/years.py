"""Years: when a number is one, and years said in words."""

from __future__ import annotations

import re

from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import classify, words
from pipeline.timex.meaning import Date, Meaning
from pipeline.timex.rules.absolute import spoken, year
from pipeline.timex.words import SHAPES, integer

OLDEST_NAMED = 1500  # a smaller number after an article counts more often than it dates
YEAR_SHAPE = re.compile(r"1\d{3}|20\d\d")
NOT_YEAR_BEFORE = frozenset("$ £ € ¥ # no room flight page section highway route bus boeing airbus model version channel № number".split())
COUNTED = frozenset("people workers employees jobs miles feet meters metres dollars euros soldiers troops tons tonnes homes points votes shares".split())
OWNING = frozenset("the 's ’s its their his her our this in of during since for from until before after".split())
ROUGH, CLOSING = ("about", "around", "circa", "c"), ("", ".", ",", ";", ")", "and", "or")  # "built about 1300."
YEAR_WORDS = frozenset("in of since until till by before after from during for through early late mid year year's dated".split())


def _year(found: Found) -> Meaning | None:
    """A bare number of four digits is a year when what is around it lets it be one."""
    value = integer(found["year"])
    before, after = found.before(), found.after()
    if before in ('"', "“", "‘") and after in ('"', "”", "’"):
        return None
    if before in NOT_YEAR_BEFORE or before.isdigit() or after in COUNTED:
        return None
    if before == "/" or (before in (".", ",", "-", ":") and _digit_before(found)):
        return None
    said = before in YEAR_WORDS or before == "(" or (before in ROUGH and after in CLOSING)
    if not said and (_numbers_a_name(found) or _counts(found)):
        return None
    if not 1900 <= value <= 2100 and not (said and value >= 1000) and not (value >= OLDEST_NAMED and _is_named(found, value)):
        return None
    return None if value % 100 == 0 and value != 1900 and value != 2000 and not said else Date(value)


def _numbers_a_name(found: Found) -> bool:
    """Whether the word before is a name of its own: "the rover Pathway 2030", "Rooms 1990 and 1991", unless a sentence begins with it."""
    first, _ = found.span()
    if found.before() in ("and", "or") and YEAR_SHAPE.fullmatch(found.tokens[first - 2]):
        first -= 2
    name = found.tokens[first - 1]
    return first > 1 and name[0].isupper() and name.isalpha()


def _counts(found: Found) -> bool:
    """Whether a plural after it is what it counts: "2000 workers"."""
    return classify(found.after_raw() or ".") == SHAPES["PLURAL"] and (found.before() not in OWNING or integer(found["year"]) % 50 == 0)


def _is_named(found: Found, value: int) -> bool:
    """Whether an older year is one by the words before it: "the 1777 campaign", "1782 and 1783"."""
    first, _ = found.span()
    follows = found.before() in ("and", "or", "to") and first >= 2 and YEAR_SHAPE.fullmatch(found.tokens[first - 2]) is not None
    return follows or (found.before() in OWNING and value % 50 != 0)


def _digit_before(found: Found) -> bool:
    first, _ = found.span()
    return first >= 2 and found.tokens[first - 2][-1].isdigit() and found.tokens[first - 1] in ("/", ":")


def _spoken_year(found: Found) -> Meaning | None:
    value = spoken(found["year"])
    return Date(value) if value and (not found["year"].startswith("two") or found.raw().lower().startswith("the year")) else None


def _before_christ(found: Found) -> Meaning:
    return Date(-integer(found["year"]))


RULES = (
    Rule(
        name="years.year",
        pattern=words("(?:the year )?(?P<year>{YEAR})(?! (?:{PERCENT}|percent|per))"),
        meaning=_year,
        examples={"1998": "1998", "the year 2000": "2000"},
        rejects=("998", "1984%", "2000 workers"),
    ),
    Rule(
        name="years.short",
        pattern=words(
            "(?:in|since|by|until|till|from|before|after|of|class of) (?P<span>{APOS}(?P<year>{DAYNUM}|{NUMBER}))(?!{APOS}|{DASH}| (?:{UNIT}|{UNITS}))"
        ),
        meaning=lambda m: Date(year(m["year"])) if len(m["year"]) == 2 else None,
        examples={"in '14": "2014", "of '68": "1968"},
        rejects=("in '7",),
    ),
    Rule(
        name="years.spoken_year",
        pattern=words("(?:the year )?(?P<year>{SPOKEN})"),
        meaning=_spoken_year,
        examples={"nineteen seventy-nine": "1979", "twenty nineteen": "2019"},
        rejects=("nineteen two",),
    ),
    Rule(
        name="years.before_christ",
        pattern=words("(?P<year>{INT}) {BC}"),
        meaning=_before_christ,
        examples={"490 BC": "BC0490", "490 B.C.": "BC0490"},
        rejects=("490 people",),
    ),
    Rule(
        name="years.before_christ_from",
        pattern=words("(?P<span>(?P<year>{INT}))(?:{DASH}|to|and|until){INT} {BC}"),
        meaning=_before_christ,
        examples={"490-479 BC": "BC0490", "264 to 241 BC": "BC0264"},
        rejects=("490 to 479",),
    ),
    Rule(
        name="years.anno_domini",
        pattern=words("(?:(?P<year>{INT}) (?:ad|ce|a.d.)|(?:ad|a.d.) {INT})"),
        meaning=lambda m: Date(integer(m.raw())),
        examples={"79 AD": "0079", "AD 70": "0070"},
        rejects=("79 ads",),
    ),
)
