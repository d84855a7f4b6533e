"""What annotators of histories mark and those of news do not (TIMEX2, "lexical triggers"): kept only where a text tells history."""

from __future__ import annotations

from pipeline.timex.grammar import Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import FUTURE, PAST, PRESENT, DayPart, Recurrence, Season, Vague
from pipeline.timex.words import SEASONS, UNITS

PREFIX = "histories."
DAYS = "XXXX-XX-XX"  # of no day that is told


def vague(name: str, pattern: str, ref: str, example: str, reject: str) -> Rule:
    return Rule(PREFIX + name, words(pattern), lambda m: Vague(ref), {example: ref}, (reject,))


RULES = (
    vague("former", "former", PAST, "former", "formerly"),
    vague("recent", "recent", PAST, "recent", "recently"),
    vague("future", "future", FUTURE, "future", "futures"),
    vague(
        "that_time",
        "(?:at|by|during|around|from|until) (?P<span>(?:this|the same) time|the time(?={COMMA}|{DOT}|{CLOSE}|$))",
        PRESENT,
        "by this time",
        "this time",
    ),
    Rule(
        name=PREFIX + "rate",
        pattern=words("per (?P<unit>{UNIT})"),
        meaning=lambda m: Recurrence(f"P1{UNITS[m['unit']]}"),
        examples={"per day": "P1D"},
        rejects=("per head",),
    ),
    Rule(
        name=PREFIX + "season",
        pattern=words("(?P<season>summer|autumn|winter)"),
        meaning=lambda m: Season(SEASONS[m["season"]]) if m.before() not in ("a", "an", "one") else None,
        examples={"winter": "2023-WI"},
        rejects=("spring",),
    ),
    Rule(
        name=PREFIX + "night",
        pattern=words("night|daytime"),
        meaning=lambda m: DayPart("NI" if "night" in m.raw().lower() else "DT", Vague(DAYS)),
        examples={"night": "XXXX-XX-XXTNI", "daytime": "XXXX-XX-XXTDT"},
        rejects=("nights",),
    ),
)
