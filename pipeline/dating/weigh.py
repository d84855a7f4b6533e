"""What clues make of a candidate: a day, or a year of which no day stands out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.dating.clue import Clue, Pin
from pipeline.dating.stated import day_of

OTHER_YEAR = math.log(0.003)  # probability of each year that a clue with `years` does not name
WEEKDAY_BACK = (0.46, 0.2, 0.1, 0.07, 0.06, 0.06, 0.05)  # days from the last bare weekday told to the publication
ANY_WEEKDAY = 1 / 7
AGREES, ONE_OFF, ELSE = 0.9, 0.045, 0.015  # a weekday told with a day: the same, one off to either side, each other
STALE_YEARS = 12  # years after which what was told is not staler
UNPINNED = 0.03  # that no day told or stated is near the publication, at the least
FAR_WORSE = 7.0  # in units of log probability: years that much worse than the best are left aside
MOST_PINS = 6
REACH = 16  # years after the last lower bound that are looked at
RARE = 0.3  # share of articles of a year that name it by its number, against those of later years
MOST_YEARS = 60
LAST_YEAR = 9998
LAST_YEAR_TOLD = 0.1  # that a day told without its year is of the year before
SURE = 0.85  # weight of a clue whose bounds count
YEAR = 365  # days
OPEN = date.max.toordinal()
WRONG_YEARS = 10  # years over which the truth is spread where a clue is wrong
MISREAD = math.log(4)
STATED = 0.45  # a pin of a known year with so much probability states the day of publication


class Cell(NamedTuple):
    """A candidate: its days, and how likely it is before the clues are weighed."""

    first: date
    last: date
    prior: float


class Choice(NamedTuple):
    """A candidate with its share of the probability."""

    first: date
    last: date
    share: float


class Speech(NamedTuple):
    """What a clue says, as it is weighed: days as ordinals, logarithms of probabilities."""

    spans: tuple[tuple[int, int], ...]
    inside: float  # probability of the spans
    outside: float  # logarithm, for a year outside of them
    years: dict[int, float] | None
    pair: tuple[int, int, int] | None
    paired: float  # probability that the two are one day
    rare_year: int | None
    written_on: tuple[float, float, int] | None  # on that weekday, on another; the weekday


def weigh(clues: Sequence[Clue], weekdays: frozenset[int]) -> list[Choice]:
    """Candidates with their probabilities, best first. No year known from anywhere gives none."""
    years = _years(clues)
    if not years:
        return []
    fresh = freshest(clues)
    speeches = [_speech(c) for c in clues if c.spans or c.every or c.years or c.pair or c.written_on is not None or (c.pin and c.pin.weekday is not None)]
    scored = {y: _score(Cell(date(y, 1, 1), date(y, 12, 31), 1.0), speeches, frozenset(), fresh, whole=True) for y in years}
    best = max(scored.values())
    cells = [c for y in years if scored[y] > best - FAR_WORSE for c in _cells(y, clues)]
    scores = [_score(c, speeches, weekdays, fresh, whole=False) + math.log(c.prior) for c in cells]
    top = max(scores)
    weights = [math.exp(s - top) for s in scores]
    total = sum(weights)
    found = [Choice(c.first, c.last, w / total) for c, w in zip(cells, weights, strict=True)]
    return sorted(found, key=lambda c: (-c.share, c.first, c.last))


def _speech(clue: Clue) -> Speech:
    """A narrow span says the more: outside of it a year is the less likely."""
    spans = clue.spans or clue.every
    closed = bool(clue.spans) and all(a and b for a, b in clue.spans)
    days = sum((b - a).days + 1 for a, b in clue.spans if a and b) if closed else YEAR
    pair = clue.pair or ((clue.pin.month, clue.pin.day, clue.pin.weekday) if clue.pin and clue.pin.weekday is not None else None)
    return Speech(
        spans=tuple((a.toordinal() if a else 0, b.toordinal() if b else OPEN) for a, b in spans), inside=clue.weight,
        outside=math.log((1 - clue.weight) / WRONG_YEARS * min(1.0, days / YEAR)) if spans else 0.0,
        years={y: math.log(share) for y, share in clue.years} if clue.years else None, pair=pair, paired=clue.weight if clue.pair else 1.0,
        rare_year=clue.rare_year,
        written_on=None if clue.written_on is None else (math.log(clue.weight), math.log((1 - clue.weight) / 6), clue.written_on),
    )  # fmt: skip


def _years(clues: Iterable[Clue]) -> list[int]:
    """The years that the clues make candidates; none when nothing bounds them."""
    named: set[int] = set()
    firsts = []
    for clue in clues:
        named.update(d.year for span in clue.spans for d in span if d)
        named.update(y for y, _ in clue.years)
        if clue.pin and clue.pin.year:
            named.add(clue.pin.year)
        firsts += [min(f.year for f, _ in clue.spans if f)] if clue.weight >= SURE and any(f for f, _ in clue.spans) else []
    if not named:
        return []
    lowest = max(firsts, default=max(named) - REACH) - 2
    highest = max(lowest + REACH + 1, min(max(named), lowest + MOST_YEARS))
    return [y for y in range(max(1, lowest), highest + 1) if y <= LAST_YEAR]


def freshest(clues: Iterable[Clue]) -> tuple[date, float] | None:
    """The latest day from which on an article was written, and how fast what was told of it goes stale."""
    found = [(min(f for f, _ in c.spans if f), -c.fresh) for c in clues if c.fresh and any(f for f, _ in c.spans)]
    latest = max(found, default=None)
    return (latest[0], -latest[1]) if latest else None


def _cells(year: int, clues: Sequence[Clue]) -> list[Cell]:
    """The days of a year that pins point to, and the year itself for the case that none does."""
    found: dict[date, float] = {}
    pins = sorted((c.pin for c in clues if c.pin), key=lambda p: -sum(p.lags))[:MOST_PINS]
    unstated = math.prod(1 - sum(p.lags) for p in pins if is_stated(p)) / WRONG_YEARS if any(map(is_stated, pins)) else 1.0
    unpinned = unstated
    for pin in pins:
        days = _days_of(pin, year)
        unpinned *= 1.0 if is_stated(pin) else 1 - sum(share for _, share in days)
        for day, share in days:
            found[day] = found.get(day, 0.0) + share * (1.0 if is_stated(pin) else unstated)
    cells = [Cell(day, day, share) for day, share in found.items() if share > 0]
    return [*cells, Cell(date(year, 1, 1), date(year, 12, 31), max(UNPINNED * unstated, unpinned))]


def is_stated(pin: Pin) -> bool:
    return pin.year is not None and sum(pin.lags) >= STATED


def _days_of(pin: Pin, year: int) -> list[tuple[date, float]]:
    when = day_of(year, pin.month, pin.day) if pin.year in (None, year) else None
    if when is None:
        return []
    if pin.weekday is not None and (pin.weekday - when.weekday()) % 7 == 6:
        when -= timedelta(days=1)  # the weekday stands one day before the number
    return [(when + timedelta(days=pin.first_lag + lag), share) for lag, share in enumerate(pin.lags)]


def _score(cell: Cell, speeches: Sequence[Speech], weekdays: frozenset[int], fresh: tuple[date, float] | None, *, whole: bool) -> float:
    """Logarithm of how well a candidate fits; `whole` takes a year for its best day."""
    first, last = cell.first.toordinal(), cell.last.toordinal()
    score = 0.0
    for speech in speeches:
        if speech.spans:
            share = _overlap(first, last, speech.spans)
            score += max(speech.outside, math.log(speech.inside * (1.0 if whole else share))) if share else speech.outside + _nearness(last, speech)
        if speech.years or speech.pair or speech.rare_year or speech.written_on:
            score += _of_calendar(cell, speech, whole=whole)
    if weekdays:
        score += math.log(_of_weekdays(cell, weekdays))
    if fresh:
        late = max(first, min(fresh[0].toordinal(), last)) - fresh[0].toordinal()
        score += min(STALE_YEARS, max(0, late) / YEAR) * math.log(fresh[1])
    return score


def _nearness(last: int, speech: Speech) -> float:
    """A day soon after a candidate may be one ahead of it whose tense was misread."""
    return MISREAD if len(speech.spans) == 1 and speech.spans[0][1] == OPEN and 0 < speech.spans[0][0] - last <= 2 * YEAR else 0.0


def _of_calendar(cell: Cell, speech: Speech, *, whole: bool) -> float:
    score = math.log(RARE) if speech.rare_year == cell.first.year else 0.0
    if speech.years:
        score += speech.years.get(cell.first.year, OTHER_YEAR)
    if speech.pair:
        score += math.log(speech.paired * agreement(*speech.pair, cell.last) + (1 - speech.paired) * ANY_WEEKDAY)
    if speech.written_on and not whole:
        same, other, weekday = speech.written_on
        score += math.log(ANY_WEEKDAY) if cell.first != cell.last else same if cell.first.weekday() == weekday else other
    return score


def _overlap(first: int, last: int, spans: tuple[tuple[int, int], ...]) -> float:
    """Share of the days from first to last that lie in the spans."""
    inside = 0
    for start, end in spans:
        inside += max(0, min(last, end) - max(first, start) + 1)
    return min(1.0, inside / (last - first + 1))


def agreement(month: int, day: int, weekday: int, seen_from: date) -> float:
    """How likely this weekday is told with this day, the last one not after `seen_from`, by a day's grace."""
    for year in (seen_from.year, seen_from.year - 1):
        when = day_of(year, month, day)
        if when and when <= seen_from + timedelta(days=1):
            off = (when.weekday() - weekday) % 7
            likely = AGREES if off == 0 else ONE_OFF if off in (1, 6) else ELSE
            return likely if year == seen_from.year else max(ELSE, likely * LAST_YEAR_TOLD)
    return ELSE


def _of_weekdays(cell: Cell, weekdays: frozenset[int]) -> float:
    if cell.first != cell.last:
        return ANY_WEEKDAY
    return WEEKDAY_BACK[min((cell.first.weekday() - w) % 7 for w in weekdays)]
