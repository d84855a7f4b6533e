"""Which days a clause is dated with: its own date expression, one that it leans on, or the publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from pipeline.model import JOINT, Article, Timex

VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
PRECISIONS = ("day", "week", "month", "quarter", "season", "half", "year", "decade", "century", "interval")  # from fine to coarse
DATED_RULES = ("absolute", "named", "ranges")
PUBLICATION_CONFIDENCE = 0.5  # of the day of an event that its article only implies


class Days(NamedTuple):
    """When, and what says so. Both ends are included; None is open or unknown."""

    start: date | None
    end: date | None
    best: date | None
    precision: str | None
    edtf: str | None
    basis: str
    text: str | None
    timex_id: str | None
    confidence: float
    conflict: bool
    flags: str
    at: int = -1  # where the expression begins in the article


def is_usable(timex: Timex) -> bool:
    """Whether an expression can date an event: not "currently", "every Friday" or "three years"."""
    if timex.type == "SET" or timex.value in VAGUE:
        return False
    if timex.type == "DURATION":
        return timex.date_start is not None or timex.date_end is not None
    return True


def in_furniture(timex: Timex) -> bool:
    return "furniture" in timex.flags.split(JOINT)


def of_timex(timex: Timex) -> Days:
    explicit = timex.anchor is None or timex.rule.split(".")[0] in DATED_RULES
    return Days(
        timex.date_start, timex.date_end, timex.best_day, timex.precision, timex.edtf, "explicit" if explicit else "relative", timex.text, timex.timex_id,
        timex.confidence, timex.conflict, timex.flags, timex.char_start,
    )  # fmt: skip


def of_publication(article: Article) -> Days:
    """The days of publication as far as they are known; none at all for an undated article."""
    span = published_span(article)
    first, last = span or (None, None)
    precision = (article.published_precision or "day") if span else None
    best = first if first == last else None
    written = article.published if span else None
    return Days(first, last, best, precision, written, "publication", None, None, PUBLICATION_CONFIDENCE * bool(span), False, "")


def published_span(article: Article) -> tuple[date, date] | None:
    """First and last day of the publication date as written; None when the article is undated."""
    if not article.published:
        return None
    parts = [int(p) for p in article.published.split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    first = date(parts[0], parts[1] if len(parts) == 2 else 1, 1)
    last = date(parts[0] + 1, 1, 1) if len(parts) == 1 or parts[1] == 12 else date(parts[0], parts[1] + 1, 1)
    return first, last - timedelta(days=1)


def is_after_publication(article: Article, day: date | None) -> bool:
    span = published_span(article)
    return bool(span and day and day > span[1])


def until(days: Days) -> Days:
    """Some day not after the last of `days`."""
    return _open(days._replace(start=None, best=None, edtf=f"../{_written(days.end)}"), "open_start") if days.end else days


def since(days: Days, article: Article, *, past: bool) -> Days:
    """From the first of `days` on; what is told as past does not reach beyond the publication."""
    span = published_span(article)
    end = span[1] if past and span and days.start and span[1] >= days.start else None
    if days.start is None:
        return days
    written = f"{_written(days.start)}/{_written(end) if end else '..'}"
    return _open(days._replace(end=end, best=None, edtf=written), "open_end")


def _open(days: Days, flag: str) -> Days:
    flags = JOINT.join(dict.fromkeys([*filter(None, days.flags.split(JOINT)), flag]))
    return days._replace(precision="interval", flags=flags, confidence=days.confidence * 0.8)


def _written(day: date | None) -> str:
    return day.isoformat() if day else ".."


def implied(days: Days) -> Days:
    """The same days for a clause that names none but tells of the same occasion."""
    return days._replace(basis="relative" if days.basis == "explicit" else days.basis, confidence=days.confidence * 0.85)


def finest(found: list[Days]) -> Days:
    """The one known most finely; of equals the first in the text."""
    return min(found, key=lambda d: (d.start is None, PRECISIONS.index(d.precision) if d.precision in PRECISIONS else len(PRECISIONS), d.at))


def written_span(days: Days) -> str:
    return f"{_written(days.start)}/{_written(days.end)}"
