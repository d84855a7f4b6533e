"""The closed word classes of dates in English: names of months and days, units, numbers; and the patterns made of them."""

from __future__ import annotations

import re

MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTH_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
MONTHS = {name: i + 1 for i, name in enumerate(MONTH_NAMES)} | MONTH_SHORT
WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAY_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
WEEKDAYS = {name: i for i, name in enumerate(WEEKDAY_NAMES)} | WEEKDAY_SHORT
SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA", "winter": "WI", "wintertime": "WI"}
SECTION_CODES = "q1 q2 q3 q4 h1 h2".split()
# Small, these are other words.
NEEDS_CAPITAL = frozenset(SECTION_CODES) | frozenset("may march august mar jan jun jul sep dec mon wed sat sun fri thu tue".split())

UNITS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE"}
TIME_UNITS = {"second": "TS", "minute": "TM", "hour": "TH"}
UNIT_FORMS = {"centuries": "century", "yr": "year", "yrs": "year", "mins": "minute", "hrs": "hour", "secs": "second"}
DAY_PARTS = {
    "morning": "MO", "mornings": "MO", "midday": "MI", "noon": "MI", "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV",
    "night": "NI", "nights": "NI", "overnight": "NI", "midnight": "NI", "dawn": "MO", "dusk": "EV", "daytime": "DT",
}  # fmt: skip

SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: dict[str, int] = (
    {w: i for i, w in enumerate(SMALL)} | {w: 10 * i + 20 for i, w in enumerate(TENS)} | {"hundred": 100, "thousand": 1000, "million": 10**6, "dozen": 12}
)
ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth".split()
ORDINALS: dict[str, int] = {w: i + 1 for i, w in enumerate(ORDINAL_WORDS)} | {
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "2nd": 2,
}  # fmt: skip
for _tens in (20, 30):
    for _i in range(1, 10):
        NUMBERS[f"{TENS[_tens // 10 - 2]}-{SMALL[_i]}"] = _tens + _i
        ORDINALS[f"{TENS[_tens // 10 - 2]}-{ORDINAL_WORDS[_i - 1]}"] = _tens + _i
for _tens in range(40, 100, 10):
    for _i in range(1, 10):
        NUMBERS[f"{TENS[_tens // 10 - 2]}-{SMALL[_i]}"] = _tens + _i
DECADE_WORDS = {w[:-1] + "ies": 10 * i + 20 for i, w in enumerate(TENS)}
FRACTIONS = {"half": 0.5, "quarter": 0.25, "½": 0.5}

CLASSES: dict[str, list[str]] = {
    "MONTHNAME": MONTH_NAMES,
    "MONTHSHORT": list(MONTH_SHORT),
    "WDAYNAME": WEEKDAY_NAMES,
    "WDAYSHORT": list(WEEKDAY_SHORT),
    "WDAYS": [w + "s" for w in WEEKDAY_NAMES],
    "SEASON": list(SEASONS),
    "SEASONS": ["springs", "summers", "autumns", "falls", "winters"],
    "UNIT": list(UNITS),
    "UNITS": [u + "s" for u in UNITS if u != "century"] + ["centuries", "yrs"],
    "TIMEUNIT": list(TIME_UNITS),
    "TIMEUNITS": [u + "s" for u in TIME_UNITS] + ["mins", "hrs", "secs"],
    "DAYPART": ["morning", "afternoon", "evening", "night"],
    "DAYPARTS": ["mornings", "afternoons", "evenings", "nights"],
    "NUMWORD": list(NUMBERS),
    "ORDWORD": list(ORDINALS),
    "DECADEWORD": list(DECADE_WORDS),
    "COMMA": [","], "DASH": list("-–—‐‑"), "DOT": ["."], "SLASH": ["/"], "APOS": list("'’‘"), "S": ["'s", "’s"], "COLON": [":"],
    "SECTIONCODE": SECTION_CODES, "MONEY": list("$€£¥₽₹"), "PERCENT": ["%"], "OPEN": ["("], "CLOSE": [")"], "STOP": [";", "!", "?"],
}  # fmt: skip

# Shapes of tokens that are no words: one character each (see lexer.classify).
SHAPES = {
    "DAYNUM": "d", "NUMBER": "n", "YEAR": "y", "DECIMAL": "f", "ORDNUM": "o", "DOTTED": "b", "TIME": "t", "HOUR": "h", "ISOTIME": "i",
    "DECADE": "c", "SHORTDECADE": "e", "LENGTH": "l", "PARTED": "m", "MONTHRANGE": "r", "CAPITAL": "K", "PLURAL": "P", "OTHER": ".",
    "FISCALYEAR": "g", "WDAYRANGE": "w", "SECTION": "q", "LENGTHOLD": "u", "COMPOUND": "v",
}  # fmt: skip

PATTERNS = {
    "INT": "[{DAYNUM_}{NUMBER_}{YEAR_}]",
    "NUM": "(?:[{DAYNUM_}{NUMBER_}{YEAR_}{DECIMAL_}](?: {DAYNUM}{SLASH}{DAYNUM}|½)?(?: {NUMWORD}){0,2}|{NUMWORD}(?: and {NUMWORD}| {NUMWORD}){0,4})",
    "MON": "(?:{MONTHNAME}|{MONTHSHORT}(?:{DOT}(?={ANY}))?)",
    "WDAY": "(?:{WDAYNAME}|{WDAYSHORT}(?:{DOT}(?={ANY}))?)",
    "DAY": "(?:{DAYNUM}|{ORDNUM})",
    "ORD": "(?:{ORDWORD}|{ORDNUM})",
    "ANY": "[^~]",
    "SOME": "(?:several|many|some|a few|few|a couple(?: of)?|a couple|couple(?: of)?|a number of|dozens of|countless|numerous|a handful of|various)",
    "BC": "(?:bc|bce|b.c.|b.c.e.)",
    "LENGTHS": "(?:fortnight|{UNIT}|{UNITS}|{SEASON}|{SEASONS}|{TIMEUNIT}|{TIMEUNITS})",
    "SPOKEN": "(?:(?:nineteen|twenty|eighteen) {NUMWORD}(?: {NUMWORD})?|two thousand(?:(?: and)? {NUMWORD})?)",
    "YEARLIKE": "(?:{YEAR}|{SPOKEN}|{APOS}(?:{DAYNUM}|{NUMBER}))",
    "COMPARED": "(?:roughly|approximately|some|nearly|almost|more than|less than|fewer than|at least"
    "|no more than|no less than|just under|just over)",
    "ABOUT": "(?:about|around|roughly|approximately|nearly|almost|some|more than|less than|fewer than|at least|at most|up to|over|under|only"
    "|just over|just under|as many as|as long as|as little as|no more than|no less than)",
}  # fmt: skip


def singular(word: str) -> str:
    """The unit of a plural: "years" -> "year"."""
    word = UNIT_FORMS.get(word, word)
    return word[:-1] if word.endswith("s") and word[:-1] in (UNITS | TIME_UNITS) else word


def integer(text: str) -> int:
    """The number in digits, with or without thousands marks and an ordinal ending."""
    return int(re.sub(r"\D", "", text))


def ordinal(text: str) -> int:
    """
    >>> ordinal("third"), ordinal("21st")
    (3, 21)
    """
    return ORDINALS[text] if text in ORDINALS else integer(text)


def number(text: str) -> float | None:
    """The number that lower-case words or digits say; None for an unknown one ("several", "a few").

    >>> number("two hundred and five"), number("2 1 / 2"), number("a"), number("several")
    (205, 2.5, 1, None)
    """
    words = text.replace(",", "").split()
    if words and words[0] in ("a", "an", "one", "the") and len(words) > 1:
        words = ["one", *words[1:]]
    total: float = 0
    current: float = 0
    known = False
    for word in words:
        if word in ("and", "of", "/", "a", "an") and len(words) > 1:
            continue
        value = _value(word)
        if value is None:
            return None
        known = True
        if value in (100, 1000, 10**6) and not word[0].isdigit():
            current = (current or 1) * value
            total, current = (total + current, 0) if value > 100 else (total, current)
        else:
            current += value
    if len(words) >= 3 and words[-2] == "/":
        whole = [_value(w) or 0 for w in words[:-3]]
        return _plain(sum(whole) + (_value(words[-3]) or 0) / (_value(words[-1]) or 1))
    return _plain(total + current) if known else None


def _value(word: str) -> float | None:
    if word in ("a", "an"):
        return 1
    if word in NUMBERS:
        return NUMBERS[word]
    if word in FRACTIONS:
        return FRACTIONS[word]
    return float(word) if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", word) else None


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value
