"""What the closed lists of the tables are called on screen, and dates as people write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

ISO_DAY = re.compile(r"\b\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])\b|\b\d{4}-(0[13578]|1[02])-(29|3[01])\b|\b\d{4}-(0[469]|11)-(29|30)\b")
ISO_SPAN = re.compile(rf"(?P<first>{ISO_DAY.pattern}) to (?P<last>{ISO_DAY.pattern})")
TWICE = re.compile(r"\b(\w[^()]*) \(\1\)")
FAMILIES = {
    "talks": ("Talks and requests", "#3559C6", "#87B6F1"),
    "agreement": ("Agreement and help", "#2494D4", "#17F1D4"),
    "violence": ("Violence", "#A61E51", "#D8596A"),
    "dispute": ("Accusation and refusal", "#CD7562", "#FECA58"),
    "concession": ("Concession and withdrawal", "#72920A", "#BAE498"),
    "protest": ("Threat and protest", "#41550C", "#5C8905"),
    "pressure": ("Pressure and force", "#842E77", "#AA6C9D"),
    "statement": ("Statements and other", "#B47A9A", "#877BED"),
}
TYPES = {
    "AGREE": ("Agreement", "agreement"), "CONSULT": ("Meeting or talks", "talks"), "SUPPORT": ("Support", "agreement"),
    "COOPERATE": ("Cooperation", "agreement"), "AID": ("Aid", "agreement"), "YIELD": ("Concession", "concession"),
    "RETREAT": ("Withdrawal", "concession"), "REQUEST": ("Request or appeal", "talks"), "ACCUSE": ("Accusation", "dispute"),
    "REJECT": ("Refusal", "dispute"), "THREATEN": ("Threat or warning", "protest"), "PROTEST": ("Protest", "protest"),
    "SANCTION": ("Sanction", "pressure"), "MOBILIZE": ("Mobilisation", "pressure"), "COERCE": ("Coercion or arrest", "pressure"),
    "ASSAULT": ("Attack", "violence"), "STATEMENT": ("Statement", "statement"), "OTHER": ("Other event", "statement"),
}  # fmt: skip
STATUSES = {
    "happened": ("Happened", ""), "ongoing": ("Going on", ""), "planned": ("Planned", "planned"), "postponed": ("Postponed", "planned"),
    "cancelled": ("Cancelled", "denied or cancelled"), "denied": ("Denied", "denied or cancelled"), "claimed": ("Claimed", "claimed"),
    "hypothetical": ("Hypothetical", "hypothetical"),
}  # fmt: skip
PRECISIONS = {
    "day": "To the day", "week": "To the week", "month": "To the month", "quarter": "To the quarter", "season": "To the season",
    "half": "To the half-year", "year": "To the year", "decade": "To the decade", "century": "To the century",
    "interval": "A span of days", "none": "No date",
}  # fmt: skip
DATE_BASES = {
    "explicit": "The text gives the date.",
    "relative": "The text gives the date relative to another day.",
    "publication": "The text gives no date; this is when the article came out.",
}
PUBLISHED_BASES = {
    "user": "set by hand", "metadata": "given with the article", "dateline": "its dateline", "dated_line": "a dated line at its top or foot",
    "embed": "an embedded post", "weekday": "a weekday and its day", "text": "years named in the text", "facts": "known facts of the world",
    "corpus": "other articles",
}  # fmt: skip
FUNCTIONS = {"actor": "acts", "recipient": "is acted on", "speaker": "says so", "mentioned": "is mentioned", "source": "carries the report"}
CERTAINTIES = {0.0: "Any", 0.5: "Likely", 0.8: "Nearly certain"}
CONTRADICTED = {
    "date": "the date",
    "status": "whether it happened",
    "event_type": "what kind of event it was",
    "speaker": "who said it",
    "actor": "who did it",
    "number": "how many",
}
KINDS = {"person": "People", "organisation": "Organisations", "location": "Countries and places"}  # of actors
KIND = {"person": "Person", "organisation": "Organisation", "location": "Country or place"}
LANES = {
    "actor": "Actor", "organisation": "Organisation", "country": "Country", "type": "Type of event", "outlet": "Outlet", "article": "Article",
}  # fmt: skip
ORDERS = {"count": "Most events first", "first": "Earliest first", "name": "By name"}


def type_name(event_type: str) -> str:
    return TYPES.get(event_type, (event_type.title(), "statement"))[0]


def status_name(status: str) -> str:
    return STATUSES.get(status, (status.title(), ""))[0]


def day_in_words(day: date) -> str:
    """
    >>> day_in_words(date(2024, 7, 5))
    '5 July 2024'
    """
    return f"{day.day} {day:%B} {day.year}"


def days_in_words(start: date | None, end: date | None, precision: str | None = "day") -> str:
    """As much of the date as is known.

    >>> days_in_words(date(2021, 8, 1), date(2021, 8, 31), "month")
    'August 2021'
    >>> days_in_words(date(2024, 7, 19), date(2024, 7, 20), "day")
    '19 or 20 July 2024'
    >>> days_in_words(date(2021, 8, 1), None, "interval"), days_in_words(None, None)
    ('From 1 August 2021 on', 'No date')
    """
    if start is None or end is None:
        return f"From {day_in_words(start)} on" if start else f"Until {day_in_words(end)}" if end else "No date"
    if start == end:
        return day_in_words(start)
    unit = _UNITS.get(precision or "")
    if unit:
        return unit(start)
    return _span(start, end, "or" if precision == "day" and (end - start).days == 1 else "to")


_ORDINALS = ("First", "Second", "Third", "Fourth")
_UNITS: dict[str, Callable[[date], str]] = {
    "week": lambda d: f"Week of {day_in_words(d)}",
    "month": lambda d: f"{d:%B} {d.year}",
    "quarter": lambda d: f"{_ORDINALS[(d.month - 1) // 3]} quarter of {d.year}",
    "year": lambda d: str(d.year),
    "decade": lambda d: f"{d.year}s",
}


def _span(start: date, end: date, word: str) -> str:
    """Whole years and months are named as such.

    >>> _span(date(2025, 1, 1), date(2027, 12, 31), "to"), _span(date(2025, 3, 1), date(2025, 4, 30), "to")
    ('2025 to 2027', 'March to April 2025')
    """
    after = end + timedelta(days=1) if end < date.max else end
    if start.day == 1 and after.day == 1 and word == "to":
        if start.month == 1 and after.month == 1:
            return f"{start.year} to {end.year}" if start.year < end.year else str(end.year)
        year = "" if start.year == end.year else f" {start.year}"
        return f"{start:%B}{year} to {end:%B} {end.year}" if (start.year, start.month) != (end.year, end.month) else f"{start:%B} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} {word} {day_in_words(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} {word} {day_in_words(end)}"
    return f"{day_in_words(start)} {word} {day_in_words(end)}"


def published_in_words(published: str | None) -> str:
    """An article's date, which may be a day, a month or a year.

    >>> [published_in_words(p) for p in ("2021-10-27", "2021-10", "2021", None)]
    ['27 October 2021', 'October 2021', '2021', 'Undated']
    """
    if not published:
        return "Undated"
    parts = [int(p) for p in published[:10].split("-")]
    if len(parts) == 3:
        return day_in_words(date(*parts))
    return f"{date(parts[0], parts[1], 1):%B} {parts[0]}" if len(parts) == 2 else str(parts[0])


def with_days(text: str) -> str:
    """A sentence with its ISO days as people write them.

    >>> with_days("not before 2021-08-15"), with_days("2023-01-01 to 2023-12-31 (2023)")
    ('not before 15 August 2021', '2023')
    """
    spans = ISO_SPAN.sub(lambda m: days_in_words(date.fromisoformat(m["first"]), date.fromisoformat(m["last"]), "interval"), text)
    return TWICE.sub(r"\1", ISO_DAY.sub(lambda m: published_in_words(m[0]), spans))


def number(count: int, singular: str, plural: str | None = None) -> str:
    """
    >>> number(1, "event"), number(12000, "event")
    ('1 event', '12,000 events')
    """
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def percent(share: float) -> int:
    """Of a hundred; rounded in one place, so that a row and its card say the same.

    >>> percent(0.945), percent(1)
    (94, 100)
    """
    return round(share * 100)


def certainty_in_words(confidence: float) -> str:
    """
    >>> certainty_in_words(0.91), certainty_in_words(0.3)
    ('nearly certain (91%)', 'doubtful (30%)')
    """
    word = "nearly certain" if confidence >= 0.8 else "likely" if confidence >= 0.5 else "doubtful"
    return f"{word} ({percent(confidence)}%)"
