"""Weighed candidates -> the answer, its bounds and its proof."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.dating.beside import bare_weekday
from pipeline.dating.clue import BASES, OTHER_BASIS, Clue, Pin, Span, Spot
from pipeline.dating.stated import day_of
from pipeline.dating.weigh import SURE, Choice
from pipeline.edtf import read_edtf
from pipeline.model import JOINT, Article, DatingEvidence, read_candidates

BAR = 0.62  # the confidence below which nothing is answered
GIVEN = {"user": 1.0, "metadata": 0.97}
CERTAIN = 0.985  # no text alone is surer than that
REFINED = 0.95  # how often bounds that leave one month hold
UNLIKELY = 0.015  # candidates of a smaller share do not widen the bounds
YEAR = 4  # characters of an ISO year
PRECISIONS = {YEAR: "year", 7: "month", 10: "day"}  # by the length of an ISO date
LIKELY_YEAR = 0.05  # a year that a clue gives less does not widen its bounds
WEEKDAYS = 7
SHOWN = 24  # candidates that are kept with an article
FAINT = 0.002  # probability below which none is


@dataclass(frozen=True, slots=True)
class Verdict:
    published: str | None  # YYYY-MM-DD, YYYY-MM or YYYY
    earliest: date | None
    latest: date | None
    confidence: float  # of `published`; of an undated article the share of its best candidate
    best: Choice | None = None


def decide(clues: Sequence[Clue], choices: Sequence[Choice]) -> Verdict:
    """The finest answer that reaches the bar: day, month, year, or none; with the bounds that clues set."""
    if not choices:
        return Verdict(None, None, None, 0.0)
    for length in sorted(PRECISIONS, reverse=True):
        published, share = _best(choices, length)
        if share * CERTAIN >= BAR:
            return _answer(published, round(share * CERTAIN, 3), clues, choices)
    lasting = [c for c in clues if not c.every]  # what holds in one span a year bounds nothing while the year is open
    return Verdict(None, *bounds_of(lasting, choices[0]), round(_best(choices, 4)[1] * CERTAIN, 3), choices[0])


def _common(first: date, last: date) -> str:
    """The day, or the month, that two days of one month have in common."""
    return first.isoformat() if first == last else first.isoformat()[:7]


def _best(choices: Sequence[Choice], length: int) -> tuple[str, float]:
    """The likeliest day, month or year with its probability."""
    shares: dict[str, float] = {}
    for choice in choices:
        if length == 4 or choice.first == choice.last:
            key = choice.first.isoformat()[:length]
            shares[key] = shares.get(key, 0.0) + choice.share
    return max(shares.items(), key=lambda item: (item[1], item[0]), default=("", 0.0))


def _answer(published: str, confidence: float, clues: Sequence[Clue], choices: Sequence[Choice]) -> Verdict:
    days = read_edtf(published)
    assert days
    likely = [c for c in choices if c.share >= UNLIKELY and c.first <= c.last]
    inside = [c for c in choices if c.first < days.end and days.start <= c.last]
    first, last = bounds_of(clues, inside[0])
    if len(published) == YEAR and first and last and (first.year, first.month) == (last.year, last.month):
        return Verdict(_common(first, last), first, last, round(confidence * REFINED, 3), inside[0])
    near = [c for c in likely if c.first == c.last and abs((c.first - inside[0].first).days) <= WEEKDAYS] if inside[0].first == inside[0].last else []
    earliest = max(d for d in (first, days.start if len(published) < 10 else None, min((c.first for c in near), default=None)) if d)
    latest = min(d for d in (last, days.last if len(published) < 10 else None, max((c.last for c in near), default=None)) if d)
    earliest, latest = (earliest, latest) if earliest <= latest else (days.start, days.last)
    return Verdict(published, min(earliest, days.last), max(latest, days.start), confidence, inside[0])


def bounds_of(clues: Sequence[Clue], best: Choice) -> tuple[date | None, date | None]:
    """The latest first day and the earliest last day of the sure clues that fit the best candidate."""
    spans = [s for c in clues if c.weight >= SURE for s in _spans(c, best)]
    return max((a for a, _ in spans if a), default=None), min((b for _, b in spans if b), default=None)


def _spans(clue: Clue, best: Choice) -> list[Span]:
    """The span of a clue in which the candidate lies; several make their hull."""
    spans = [*clue.spans, *clue.every]
    years = [y for y, share in clue.years if share >= LIKELY_YEAR]
    if years:
        spans.append((date(min(years), 1, 1), date(max(years), 12, 31)))
    return [(a, b) for a, b in spans if (a is None or a <= best.last) and (b is None or best.first <= b)]


def fits(clue: Clue, best: Choice) -> bool:
    """Whether a clue speaks for the candidate, or at least not against it."""
    if clue.pin and clue.pin.year and not clue.spans:
        return clue.pin.year == best.first.year
    return not (clue.spans or clue.every or clue.years) or bool(_spans(clue, best))


def basis_of(clues: Sequence[Clue], verdict: Verdict) -> str:
    """What the answer rests on: the surest clue near its day, else the surest that sets its year."""
    best = verdict.best
    assert best
    fitting = [c for c in clues if fits(c, best)]
    pins = [c for c in fitting if c.pin and best.first == best.last and near(c.pin, best.first)]
    surest = max(pins or fitting, key=lambda c: (sum(c.pin.lags) if c.pin else 0.0, c.weight, c.kind))
    return BASES.get(surest.kind, OTHER_BASIS)


def written(choices: Sequence[Choice]) -> str:
    """Candidates as a cell: days and years with their probabilities, best first."""
    shown = (c for c in choices[:SHOWN] if c.share >= FAINT)
    return JOINT.join(f"{c.first if c.first == c.last else c.first.year} {c.share:.4f}" for c in shown)


def read_choices(cell: str) -> list[Choice]:
    """
    >>> [(c.last, c.share) for c in read_choices("2024-07-19 0.7; 2024 0.3")]
    [(datetime.date(2024, 7, 19), 0.7), (datetime.date(2024, 12, 31), 0.3)]
    """
    return [Choice(days.start, days.last, share) for when, share in read_candidates(cell) if (days := read_edtf(when))]


def near(pin: Pin, day: date) -> bool:
    when = day_of(day.year, pin.month, pin.day)
    return when is not None and -1 <= (day - when).days <= len(pin.lags)


def dated_as(article: Article, verdict: Verdict, basis: str | None, choices: Sequence[Choice] = ()) -> Article:
    published = verdict.published
    return replace(
        article, published=published, published_earliest=verdict.earliest, published_latest=verdict.latest,
        published_precision=PRECISIONS[len(published)] if published else None, published_basis=basis,
        published_confidence=verdict.confidence, published_candidates=written(choices),
    )  # fmt: skip


def proof_of(article_id: str, clues: Sequence[Clue], weekdays: Sequence[Spot], verdict: Verdict) -> Iterator[DatingEvidence]:
    """A row for each clue, in the order of the text; those that do not fit the answer say so."""
    for clue in clues:
        aside = "" if verdict.best is None or fits(clue, verdict.best) else " (set aside: the rest speaks against it)"
        says = clue.says + _conflict(clue, verdict) + aside
        yield DatingEvidence(article_id, clue.char_start, clue.char_end, clue.text, clue.kind, says, clue.weight)
    if verdict.best and verdict.best.first == verdict.best.last:
        for spot in weekdays:
            yield _of_weekday(article_id, spot, verdict.best.first)


def _conflict(clue: Clue, verdict: Verdict) -> str:
    """What a weekday that contradicts its day is told to be."""
    if not (clue.pin and clue.pin.weekday is not None and verdict.best):
        return ""
    when = day_of(verdict.best.last.year, clue.pin.month, clue.pin.day)
    if when is None or when.weekday() == clue.pin.weekday:
        return ""
    return f"; in {when.year} that day was a {calendar.day_name[when.weekday()]}: conflict, one of the two is wrong"


def _of_weekday(article_id: str, spot: Spot, published: date) -> DatingEvidence:
    back = (published.weekday() - (bare_weekday(spot) or 0)) % WEEKDAYS
    away = {0: "the same weekday", 1: "the day after that weekday"}.get(back, f"{back} days after that weekday")
    says = f"“{spot.expression.text}” is told as past: {published} is {away}"
    found = spot.expression
    return DatingEvidence(article_id, found.char_start, found.char_end, found.text, "weekday", says, round(1 / (1 + back), 2))
