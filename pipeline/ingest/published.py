"""Publication dates as callers and metadata write them -> YYYY-MM-DD, YYYY-MM or YYYY."""

from __future__ import annotations

import email.utils
import re
from datetime import date, datetime

import dateparser

from pipeline.errors import InputError

WANTED = "wanted a day (2021-10-27), a month (2021-06), a year (2021), a timestamp (2021-10-27T18:30:00+03:00) or null"
PARTS = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)([T ].+)?)?)?")
LONGEST = 60  # characters of a date in metadata
TWO_NUMBERS = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}")  # day or month first: metadata do not say
WRITTEN_OUT = {  # nothing is filled in from a clock: all parts must be there, and words that need a day to start from are not read
    "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001  the library wants one, and nothing here is read from it
    "STRICT_PARSING": True,
    "PARSERS": ["absolute-time"],
}


def read_published(value: object) -> str | None:
    """The day, month or year that `value` states; of a timestamp the day in its own zone. None stays None.

    >>> read_published("2021-10-27T23:30:00-05:00")
    '2021-10-27'
    """
    if value is None or value == "":
        return None
    found = PARTS.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise InputError(f"published is {_shown(value)}; {WANTED}")
    year, month, day, clock = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
        if clock:
            datetime.fromisoformat(found[0].replace(" ", "T", 1).replace(" ", ""))
    except ValueError as error:
        raise InputError(f"published is {_shown(value)} ({error}); {WANTED}") from error
    return "-".join(part for part in (year, month, day) if part)


def read_metadata(value: str) -> str | None:
    """As `read_published`, for whatever stands in metadata; None for what is no date or could be two.

    >>> read_metadata("Wed, 27 Oct 2021 23:30:00 -0500"), read_metadata("October 27, 2021"), read_metadata("05/07/2021")
    ('2021-10-27', '2021-10-27', None)
    """
    value = " ".join(value.split())
    if len(value) > LONGEST:
        return None
    try:
        return read_published(value)
    except InputError:
        return _mail_date(value) or _written_out(value)


def _mail_date(value: str) -> str | None:
    """RFC 2822, as feeds have it."""
    try:
        return email.utils.parsedate_to_datetime(value).date().isoformat()
    except ValueError:
        return None


def _written_out(value: str) -> str | None:
    if TWO_NUMBERS.search(value):
        return None
    found = dateparser.parse(value, languages=["en"], settings=WRITTEN_OUT)
    return found.date().isoformat() if found else None


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."
