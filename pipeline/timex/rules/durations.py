"""Lengths of time and sets."""

from __future__ import annotations

from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import PLURAL_FROM, words
from pipeline.timex.meaning import FUTURE, PAST, Date, Duration, Meaning, Part, Vague, Within
from pipeline.timex.rules.absolute import month, year
from pipeline.timex.rules.relative import about, is_title
from pipeline.timex.words import NUMBERS, TIME_UNITS, UNITS, number, singular

LETTERS = UNITS | TIME_UNITS | {"weekend": "WE", "fortnight": "W", "season": "X", "millennium": "ML", "semester": "X"}
UNIT_ANY = "{UNIT}|{UNITS}|{TIMEUNIT}|{TIMEUNITS}|weekend|weekends|fortnight|fortnights"
FORTNIGHT = 2  # weeks


def length(count: float | None, unit: str, reach: str | None = None) -> Duration:
    """So many units; fortnights are counted in weeks."""
    doubled = FORTNIGHT * count if unit.startswith("fortnight") and count is not None else count
    return Duration(doubled, letter(unit), reach)


def letter(unit: str) -> str:
    return LETTERS[unit.removesuffix("s") if unit in ("weekends", "fortnights") else singular(unit)]


def _count(text: str) -> float | None:
    if text in ("a couple of", "a couple", "couple of", "couple"):
        return 2
    if text in ("half a", "a half", "half an"):
        return 0.5
    return number(text.removesuffix(" full").removesuffix(" more").removesuffix(" whole"))


def _plain(found: Found) -> Meaning | None:
    unit = letter(found["unit"])
    count: float | None = _count(found["least"] if found.get("least") else found["count"])
    if found["count"] in ("a", "an", "one", "the") and (unit in ("TS", "Q") or (found["count"] == "a" and _is_rate(found))):
        return None
    if is_title(found.raw("unit"), found.raw()):
        return None
    half = 0.5 if found.get("half") else 0
    made = length((count or 0) + half if count is not None else None, found["unit"])
    if found.get("more"):
        made = Duration(count, unit, None, (number(found["more"]) or 0, letter(found["unit2"])))
    return about(found.get("about"), made)


RATED = frozenset("million billion trillion thousand share head person night room percent once twice".split())


def _is_rate(found: Found) -> bool:
    """Whether "a year" says how often: "$500 million a year", "24 hours a day"."""
    before = found.before()
    return before in RATED or before == "%" or before[-1:].isdigit() or (len(before) >= PLURAL_FROM and before[-1] == "s")


def _units(found: Found) -> Meaning | None:
    named = found.raw()[0].isupper() and found.before() != ""  # "the Seven Days"
    return length(None, found["unit"]) if found["unit"] != "quarters" and not named else None


LEADING = frozenset("these those his her its their our my of for in over during within the".split())


def _reach(found: Found) -> Meaning | None:
    lead = found["lead"].split()[-1]
    if found["lead"] == "last" and found.before() not in LEADING:
        return None  # "lessons last 45 minutes"
    count = _count(found["count"]) if found.get("count") else 1
    if lead in ("first", "final"):
        return about(found.get("about"), length(count, found["unit"]))
    reach = "future" if lead in ("next", "coming", "following", "upcoming", "ensuing") else "past"
    return about(found.get("about"), length(count, found["unit"], reach))


def _of_date(found: Found) -> Meaning:
    """The first or last days of a month or year: `reach` says from which end."""
    whole = Date(year(found["only"])) if found.get("only") else Date(year(found.get("year")), month(found["month"]))
    if found["unit"] in ("days", "weeks") and found.get("count") in (None, "few") and found.get("only"):
        whole = Date(whole.year, 1 if found["lead"] in ("first", "opening") else 12)
    if found["unit"].endswith("s") and found.get("count") in (None, "few"):
        return Part("START" if found["lead"] in ("first", "opening") else "END", whole)
    count = _count(found["count"]) if found.get("count") else 1
    return Within(Duration(count, letter(found["unit"]), "future" if found["lead"] in ("first", "opening") else "past"), whole)


def _recent(found: Found) -> Meaning:
    lead = found.get("lead") or "ahead"
    past = lead.split()[-1] in ("recent", "past", "last")
    if lead in ("recent", "past", "coming", "future"):  # without an article no length is meant
        return Vague(PAST if past else FUTURE)
    return Duration(None, letter(found.get("unit") or found["unit2"]), "past" if past else "future")


def _compound(found: Found) -> Meaning | None:
    if "quarters" in found["length"] or "old" in found["length"]:
        return None
    parts = found["length"].replace("‑", "-").replace("‐", "-").split("-")
    at = next(i for i, p in enumerate(parts) if singular(p) in LETTERS)
    count = sum(NUMBERS.get(p, 0) for p in parts[:at]) + (0.5 if "half" in parts[:at] else 0)
    return Duration(count if count else None, letter(parts[at]))


def _digits(found: Found) -> Meaning | None:
    unit = found["unit"].split("-")[0]
    return Duration(number(found["count"]), letter(unit))


CHILDREN = frozenset("son daughter baby boy girl child infant twin twins sister brother grandson granddaughter toddler".split())


def _age(found: Found) -> Meaning | None:
    """An 8-month-old truce; the age of a person, in years, is no date."""
    unit = found["unit"].split("-")[0]
    if found.after() in CHILDREN:
        return None
    return Duration(number(found["count"]), letter(unit)) if found["unit"].endswith("long") or singular(unit) != "year" else None


def _long(found: Found) -> Meaning | None:
    if found["length"].endswith("old"):
        return None
    return Duration(None, letter(found["length"].replace("‑", "-").split("-")[0]))


RULES = (
    Rule(
        name="durations.plain",
        pattern=words(
            "(?:(?P<about>{COMPARED}) )?(?:the (?={NUM}))?(?:(?P<least>{NUM})(?: to | or |{DASH}))?"
            "(?P<count>{NUM}|{SOME}|a|an|half (?:a|an)|(?:a|an) half|a full|a whole)"
            "(?: more| full| whole| consecutive| straight| additional)?(?: (?P<half>and a half))? (?P<unit>"
            + UNIT_ANY
            + ")(?:(?: and|{COMMA} and|{COMMA})? (?P<more>{NUM}) "
            "(?P<unit2>" + UNIT_ANY + "))?(?! ago| old)"
        ),
        meaning=_plain,
        examples={
            "five years": "P5Y",
            "several months": "PXM",
            "two hours and ten minutes": "PT2H10M",
            "more than two weeks": "P2W",
            "a couple of years": "P2Y",
        },
        rejects=("five yearnings", "years"),
    ),
    Rule(
        name="durations.units",
        pattern=words("(?P<unit>{UNITS}|{TIMEUNITS})(?! (?:ago|later|earlier|old|after|before|apart))"),
        meaning=_units,
        examples={"years": "PXY", "weeks": "PXW"},
        rejects=("year",),
    ),
    Rule(
        name="durations.reach",
        pattern=words(
            "(?:(?P<about>nearly|almost|more than|less than|at least) )?"
            "(?P<lead>(?:the )?(?:last|past|next|coming|following|previous|preceding|first|final|upcoming|ensuing|prior))"
            " (?P<count>{NUM}|{SOME}|few) (?P<unit>" + UNIT_ANY + ")"
        ),
        meaning=_reach,
        examples={"the past three years": "2021-03-13/2024-03-13", "the next two weeks": "2024-03-13/2024-03-27", "the last few days": "PXD"},
        rejects=("the past",),
    ),
    Rule(
        name="durations.while",
        pattern=words(
            "a (?:little |long |short )?while|quite a while|a (?:fairly |very |relatively )?(?:long|lengthy|short|brief) (?:time|period)(?: of time)?"
        ),
        meaning=lambda m: Duration(None, "X"),
        examples={"a while": "PXX"},
        rejects=("while",),
    ),
    Rule(
        name="durations.of_date",
        pattern=words(
            "(?:the )?(?P<lead>first|last|final|opening|closing) (?:(?P<count>{NUM}|few) )?(?P<unit>{UNITS}|day|week|month|weekend)"
            " of (?:(?P<month>{MON})(?:{COMMA}?(?: of)? (?P<year>{YEAR}))?|(?P<only>{YEAR}))"
        ),
        meaning=_of_date,
        examples={
            "the last week of September": "2023-09-24/2023-09-30",
            "the first two months of 1939": "1939-01/1939-02",
            "the first months of 1994": "1994",
            "the last days of 1999": "1999-12",
        },
        rejects=("the last week",),
    ),
    Rule(
        name="durations.past_unit",
        pattern=words("(?P<lead>(?:the )?(?:past|last|next|coming)) (?P<unit>decade|century|hour|minute|fortnight)"),
        meaning=_reach,
        examples={"the past decade": "2014-03-13/2024-03-13", "the past fortnight": "2024-02-28/2024-03-13"},
        rejects=("the past",),
    ),
    Rule(
        name="durations.recent",
        pattern=words(
            "(?P<lead>recent|coming|past|last|future|the coming|the last|the past) (?P<unit>{UNITS})(?: and {UNITS})?|the (?P<unit2>{UNITS}) (?P<lead2>ahead)"
        ),
        meaning=_recent,
        examples={"recent months": "PAST_REF", "coming years": "FUTURE_REF", "the coming years": "PXY"},
        rejects=("recent",),
    ),
    Rule(
        name="durations.compound",
        pattern=words("(?P<length>{LENGTH})"),
        meaning=_compound,
        examples={"five-year": "P5Y", "two-and-a-half-year": "P2Y6M"},
        rejects=("five-star",),
    ),
    Rule(
        name="durations.digits",
        pattern=words("(?P<count>[{DAYNUM_}{NUMBER_}{DECIMAL_}]){DASH}(?P<unit>{UNIT}|{TIMEUNIT})(?!{DASH}?old)"),
        meaning=_digits,
        examples={"30-day": "P30D", "52-week": "P52W"},
        rejects=("30-page",),
    ),
    Rule(
        name="durations.age",
        pattern=words("(?P<count>[{DAYNUM_}{NUMBER_}{DECIMAL_}]){DASH}(?P<unit>{COMPOUND})"),
        meaning=_age,
        examples={"8-month-old": "P8M"},
        rejects=("8-year-old",),
    ),
    Rule(
        name="durations.long",
        pattern=words("(?P<length>{COMPOUND})"),
        meaning=_long,
        examples={"decades-long": "PXDE"},
        rejects=("long",),
    ),
)
