"""What only looks like a date: each row takes its words away from the other rules."""

from __future__ import annotations

from pipeline.timex.grammar import Rule
from pipeline.timex.lexer import words


def block(name: str, pattern: str, *rejects: str) -> Rule:
    """`rejects` are words that the blocker must leave alone."""
    return Rule(f"blockers.{name}", words(pattern), None, {}, rejects)


NUMBERED = "|".join(
    "flight room page section highway route bus boeing airbus model version channel number no interstate apollo windows bill article rule resolution"
    " chapter figure lot unit gate platform exit suite box".split()
)
COUNTED = "|".join(
    "people workers employees jobs miles feet meters metres kilometers kilometres dollars euros pounds yen soldiers troops tons tonnes homes points votes"
    " shares percent men women children hectares acres barrels copies seats square km kg cc rpm calories million billion".split()
)


RULES = (
    block("papers", "(?:the )?{WDAY} (?:times|mirror|telegraph|mail|express|independent|herald|post|star|sun|world|people)", "Sunday"),
    block(
        "designation",
        "(?:" + NUMBERED + ")(?:{DOT})?(?: {MONEY})? [{DAYNUM_}{NUMBER_}{YEAR_}{DECIMAL_}{DOTTED_}]",
        "page",
    ),
    block("money", "{MONEY}[{DAYNUM_}{NUMBER_}{YEAR_}{DECIMAL_}](?: (?:million|billion|trillion|hundred|thousand))?", "$"),
    block(
        "quantity",
        "{YEAR} (?:" + COUNTED + ")",
        "1998",
    ),
    block("score", "[{DAYNUM_}{NUMBER_}]{DASH}[{DAYNUM_}{NUMBER_}](?!{DASH}| {MON}| of)", "3-5 March"),
    block("percent", "[{DAYNUM_}{NUMBER_}{YEAR_}{DECIMAL_}](?:{PERCENT}|percent)", "30"),
    block("secondhand", "(?:second|seconds)(?! ago)(?!{DASH})", "seconds ago"),
    block("may", "(?<=[{CAPITAL_}])may(?! {DAYNUM}| {YEAR}| {ORDNUM})", "May 5"),
    block("downfall", "(?:the )?fall of (?!{YEAR})", "the fall"),
    block("lodgings", "(?:{SEASON}|{CAPITAL}) quarters", "quarters"),
    block(
        "share",
        "(?:the|a|an|one|two|three) (?:quarter|quarters) of (?!{YEAR}|(?:the|last|this|next|fiscal|each|every) (?:{UNIT}|fiscal|{YEAR}))",
        "the quarter of 1990",
    ),
    block(
        "title",
        "(?:mr|mrs|ms|dr|sir|lady|lord|detective|sergeant|captain|professor|president|minister)(?:{DOT})? (?:{MONTHNAME}|{SEASON}|{MONTHSHORT})(?! {DAYNUM})",
        "May 5",
    ),
    block("age", "(?<=(?:in|into) (?:his|her|their|my|our))(?:{SHORTDECADE}|{DECADEWORD})", "30s"),
    block("posterity", "(?<=of)tomorrow", "tomorrow"),
    block("rate", "(?:{NUM}|{SOME}) (?:{TIMEUNITS}|{UNITS}) (?:a|an|per) (?:{UNIT}|{TIMEUNIT})(?! (?:ago|later|earlier|before|after))", "two years"),
    block("showdown", "high (?:noon|midnight|summer)", "noon"),
    block("local_number", "{NUMBER}{DASH}[{NUMBER_}{YEAR_}](?!{DASH}| {BC})", "1998"),
    block("phone", "{NUMBER} {NUMBER} [{NUMBER_}{YEAR_}]|{OPEN}?{NUMBER}{CLOSE}?(?:{DASH}| )?{NUMBER}{DASH}[{NUMBER_}{YEAR_}]", "1998"),
    block("secondary", "(?:the |a )?(?:day (?:care|job|trip|laborer|laborers|school|one)|night (?:club|shift)|year book)", "day"),
)
