"""Publication dates as callers and metadata write them -> YYYY-MM-DD, YYYY-MM or YYYY."""

from __future__ import annotations

import re
from datetime import date, datetime

from pipeline.errors import InputError

WANTED = "wanted a day (2021-10-27), a month (2021-06), a year (2021), a timestamp (2021-10-27T18:30:00+03:00) or null"
PARTS = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)([T ].+)?)?)?")


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


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
