"""Sets of days: every Friday, twice a year, daily."""

from __future__ import annotations

from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import Meaning, Recurrence
from pipeline.timex.rules.absolute import month, weekday
from pipeline.timex.rules.durations import UNIT_ANY, letter
from pipeline.timex.words import DAY_PARTS, SEASONS, number

ADVERBS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI",
    "biweekly": "P2W", "fortnightly": "P2W", "annual": "P1Y", "bi-weekly": "P2W", "semiannually": "P6M", "semi-annually": "P6M",
}  # fmt: skip


def _every(found: Found) -> Meaning | None:
    count = number(found["count"]) if found.get("count") else 1
    count = 2 if found.get("other") or found["unit"].startswith("fortnight") else count
    return Recurrence(f"P{'T' if letter(found['unit'])[0] == 'T' else ''}{int(count or 1)}{letter(found['unit']).lstrip('T')}")


def _every_named(found: Found) -> Meaning | None:
    if found.get("weekday"):
        part = DAY_PARTS.get(found.get("part") or "")
        return Recurrence(f"XXXX-WXX-{(weekday(found['weekday'].removesuffix('s')) or 0) + 1}" + (f"T{part}" if part else ""))
    if found.get("month"):
        return Recurrence(f"XXXX-{month(found['month']):02}")
    if found.get("season"):
        return Recurrence(f"XXXX-{SEASONS[found['season'].removesuffix('s')]}")
    return Recurrence(f"XXXX-XX-XXT{DAY_PARTS[found['daypart']]}")


def _nth_of_each(found: Found) -> Meaning:
    return Recurrence(f"P1{letter(found['unit'])}")


def _weekdays(found: Found) -> Meaning:
    part = DAY_PARTS.get(found.get("part") or found.get("later") or "")
    named = found.get("singular") or found["weekday"].removesuffix("s")
    return Recurrence(f"XXXX-WXX-{(weekday(named) or 0) + 1}" + (f"T{part}" if part else ""))


def _times(found: Found) -> Meaning:
    return Recurrence(f"P1{letter(found['unit']).lstrip('T')}")


RULES = (
    Rule(
        name="sets.adverb",
        pattern=words("(?P<how>daily|weekly|monthly|yearly|annually|hourly|nightly|biweekly|fortnightly|bi-weekly)"),
        meaning=lambda m: Recurrence(ADVERBS[m["how"]]) if not m.raw()[0].isupper() or not m.before() else None,
        examples={"daily": "P1D", "annually": "P1Y"},
        rejects=("day",),
    ),
    Rule(
        name="sets.every",
        pattern=words("(?:every|each)(?: (?:(?P<other>other)|(?P<count>{NUM}|few)))? (?P<unit>" + UNIT_ANY + ")"),
        meaning=_every,
        examples={"every day": "P1D", "each month": "P1M", "every two weeks": "P2W", "every other year": "P2Y"},
        rejects=("every",),
    ),
    Rule(
        name="sets.every_named",
        pattern=words(
            "(?:every|each)(?: (?:other|second|third|fourth))? (?:(?P<weekday>{WDAY}|{WDAYS})(?: (?P<part>{DAYPART}))?"
            "|(?P<month>{MON})|(?P<season>{SEASON})|(?P<daypart>{DAYPART}))"
        ),
        meaning=_every_named,
        examples={"every Friday": "XXXX-WXX-5", "each July": "XXXX-07", "every summer": "XXXX-SU", "every morning": "XXXX-XX-XXTMO"},
        rejects=("every",),
    ),
    Rule(
        name="sets.nth_of_each",
        pattern=words("(?:the )?(?:{ORDWORD}|last) (?:and (?:{ORDWORD}|last) )?{WDAY} (?:of|in) (?:each|every) (?P<unit>month|quarter|year)"),
        meaning=_nth_of_each,
        examples={"the third Sunday of every month": "P1M"},
        rejects=("the third Sunday",),
    ),
    Rule(
        name="sets.weekdays",
        pattern=words("(?:(?P<weekday>{WDAYS})|(?P<singular>{WDAYNAME})(?= (?:and {WDAYNAME} )?(?P<later>{DAYPARTS})))(?: (?P<part>{DAYPARTS}))?"),
        meaning=_weekdays,
        examples={"Sundays": "XXXX-WXX-7", "Sunday mornings": "XXXX-WXX-7TMO"},
        rejects=("Sunday",),
    ),
    Rule(
        name="sets.times",
        pattern=words("(?:once|twice|{NUM} times) (?:a|an|per|each|every) (?P<unit>" + UNIT_ANY + ")"),
        meaning=_times,
        examples={"twice a year": "P1Y", "three times a week": "P1W"},
        rejects=("twice",),
    ),
)
