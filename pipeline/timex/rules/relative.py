"""Dates that point from the speech time, or from the date told before."""

from __future__ import annotations

from pipeline.interval import Unit
from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import About, Date, DayPart, Meaning, Part, Relative, Shift, Within
from pipeline.timex.rules.absolute import weekday
from pipeline.timex.words import DAY_PARTS, WEEKDAYS, singular

MODS = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "some": "APPROX", "nearly": "LESS_THAN",
    "almost": "LESS_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN", "under": "LESS_THAN", "just under": "LESS_THAN",
    "more than": "MORE_THAN", "over": "MORE_THAN", "just over": "MORE_THAN", "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE",
    "up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS",
    "as long as": "EQUAL_OR_LESS", "as little as": "EQUAL_OR_MORE",
}  # fmt: skip
DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "tonite": 0}
WHICH = {
    "last": "last", "this": "this", "next": "next", "past": "last", "current": "this", "coming": "next", "previous": "previous", "prior": "previous",
    "preceding": "previous", "following": "following", "same": "that", "that": "that", "latest": "last", "upcoming": "next", "next full": "next",
    "ensuing": "following", "present": "this", "subsequent": "following", "very same": "that", "very next": "following", "new": "next",
}  # fmt: skip
TOLD = frozenset(("previous", "following", "that"))


def unit_of(text: str) -> Unit:
    return Unit(singular(text))


def about(mod: str | None, of: Meaning) -> Meaning:
    """`of`, with what "nearly" or "more than" says about it."""
    return About(MODS[mod], of) if mod in MODS else of


def _day(found: Found) -> Meaning | None:
    if found.raw("day").istitle() and found.follows_a_name():
        return None  # a newspaper or a programme
    day = Shift(abs(DAYS[found["day"]]), Unit.DAY, -1 if DAYS[found["day"]] < 0 else 1)
    part = "night" if found["day"].startswith("toni") else found.get("part")
    return DayPart(DAY_PARTS[part], day) if part else day


def _this_part(found: Found) -> Meaning:
    which = found["which"]
    if which in ("that", "the same", "the following", "the next", "the previous"):
        return DayPart(DAY_PARTS[found["part"]], Relative({"that": "that", "the same": "that", "the previous": "previous"}.get(which, "following"), Unit.DAY))
    return DayPart(DAY_PARTS[found["part"]], Shift({"this": 0, "last": 1}[which], Unit.DAY, -1 if which == "last" else 1))


def is_title(word: str, phrase: str) -> bool:
    """Whether a unit with a capital belongs to a name ("This Week", "60 Minutes")."""
    return word[:1].isupper() and not phrase.isupper() and word != phrase


def _unit(found: Found) -> Meaning | None:
    if found.get("latest"):
        return Relative("the", Unit.QUARTER)
    said = found["which"].removeprefix("the ")
    unit = found["unit"]
    which = (
        "following"
        if found["which"] == "the next" and unit in ("day", "year")
        else "last"
        if said == "this past"
        else "next"
        if said == "this coming"
        else WHICH.get(said) or WHICH[said.split()[0]]
    )
    if is_title(found.raw("unit"), found.raw()):
        return None
    if unit == "weekend":
        return Relative("this" if "coming" in said else which, Unit.WEEK, weekend=True)
    return Relative(which, unit_of(unit))


def _after_next(found: Found) -> Meaning:
    return Relative("next" if found["way"] == "after next" else "last", unit_of(found["unit"]), 2)


def _bare_unit(found: Found) -> Meaning | None:
    unit = found["unit"]
    if is_title(found.raw("unit"), found.raw()):
        return None
    which = "that" if unit == "day" else "the"
    return Relative(which, Unit.WEEK, weekend=True) if unit == "weekend" else Relative(which, unit_of(unit))


def _earlier(found: Found) -> Meaning | None:
    of = found["of"]
    if of in ("this week", "this month") or of.split()[0] in WEEKDAYS:
        return None
    if of in DAYS:
        inner: Meaning = Shift(abs(DAYS[of]), Unit.DAY, -1 if DAYS[of] < 0 else 1)
    else:
        inner = Relative(WHICH[of.split()[0]] if of.split()[0] != "the" else "the", unit_of(of.split()[-1]))
    return Part({"early": "START", "late": "END", "earlier": "EARLY"}.get(found["part"], "LATE"), inner)


def _weekday_of(found: Found) -> Meaning:
    return Within(Date(weekday=weekday(found["weekday"])), Relative(WHICH[found["which"].removeprefix("the ")], Unit.WEEK))


RULES = (
    Rule(
        name="relative.day",
        pattern=words("(?P<day>today|yesterday|tomorrow|tonight)(?: (?P<part>morning|afternoon|evening|night))?"),
        meaning=_day,
        examples={"today": "2024-03-13", "yesterday": "2024-03-12", "tomorrow morning": "2024-03-14TMO", "tonight": "2024-03-13TNI"},
        rejects=("day",),
    ),
    Rule(
        name="relative.part_of_day",
        pattern=words("(?P<which>this|last|that|the same|the following|the next|the previous) (?P<part>{DAYPART})"),
        meaning=_this_part,
        examples={"this morning": "2024-03-13TMO", "last night": "2024-03-12TNI"},
        rejects=("the night",),
    ),
    Rule(
        name="relative.unit",
        pattern=words(
            "(?P<which>last|this|next|this past|this coming|(?:the )?(?:last|past|current|coming|previous|preceding|prior|following|same|upcoming|ensuing"
            "|present|subsequent|very same)|the next|that|that very|that same)"
            " (?:calendar |full )?(?P<unit>day|week|month|quarter|year|weekend|(?<!last )(?<!past )(?<!next )(?<!coming )(?:decade|century))(?!{DASH}|s)"
            "|(?P<latest>the latest) (?:quarter|period)"
        ),
        meaning=_unit,
        examples={
            "last week": "2024-W10",
            "this month": "2024-03",
            "next year": "2025",
            "the current year": "2024",
            "last weekend": "2024-W10-WE",
            "the latest quarter": "2023-Q4",
        },
        rejects=("the week", "last weeks"),
    ),
    Rule(
        name="relative.after_next",
        pattern=words("the (?P<unit>{UNIT}) (?P<way>after next|before last)"),
        meaning=_after_next,
        examples={"the week after next": "2024-W13", "the year before last": "2022"},
        rejects=("the week after",),
    ),
    Rule(
        name="relative.unit_before",
        pattern=words("the (?P<unit>day|week|month|year) (?P<way>before|after)(?={COMMA}|{DOT}|{STOP}|{CLOSE}|$| (?:and|but|when)(?! {UNIT}))"),
        meaning=lambda m: Relative("previous" if m["way"] == "before" else "following", unit_of(m["unit"])),
        examples={"the year before": "XXXX", "the day after": "XXXX-XX-XX"},
        rejects=("the year",),
    ),
    Rule(
        name="relative.the_unit",
        pattern=words(
            "the (?:full |entire |whole )?(?P<unit>year(?! (?:ended|ending))|quarter|week|month|weekend)"
            "(?!{DASH}| when| that| before| after| (?:he|she|they|it|we|i|you))"
        ),
        meaning=_bare_unit,
        examples={"the year": "2024", "the quarter": "2023-Q4"},
        rejects=("the years", "the week she left"),
    ),
    Rule(
        name="relative.earlier",
        pattern=words(
            "(?P<part>earlier|later|late|early)(?: in| on)? "
            "(?P<of>today|yesterday|tomorrow|{WDAY}|(?:this|last|next|that|the same|the|the following) (?:{UNIT}))"
        ),
        meaning=_earlier,
        examples={"earlier today": "2024-03-13", "later that year": "2024", "late yesterday": "2024-03-12"},
        rejects=("earlier",),
    ),
    Rule(
        name="relative.weekday_of_week",
        pattern=words("(?P<weekday>{WDAY})(?: of)? (?P<which>last|this|next|the following|the previous|that|the same) week"),
        meaning=_weekday_of,
        examples={"Friday of last week": "2024-03-08", "Monday next week": "2024-03-18"},
        rejects=("Friday week",),
    ),
)
