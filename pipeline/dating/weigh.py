"""What clues make of a candidate: a day, or a year of which no day stands out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.dating.clue import Clue, Pin
from pipeline.dating.stated import day_of

OTHER_YEAR = 0.003  # probability of each year that a clue with `years` does not name
WEEKDAY_BACK = (0.56, 0.22, 0.08, 0.04, 0.035, 0.035, 0.03)  # days from the last bare weekday told to the publication
ANY_WEEKDAY = 1 / 7
AGREES, ONE_OFF, ELSE = 0.9, 0.045, 0.012  # a weekday told with a day: the same, one off to either side, each other
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
WRONG_YEARS = 10  # years over which the truth is spread where a clue is wrong
STATED = 0.6  # a pin of a known year with so much probability states the day of publication


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


def weigh(clues: Sequence[Clue], weekdays: frozenset[int]) -> list[Choice]:
    """Candidates with their probabilities, best first. No year known from anywhere gives none."""
    years = _years(clues)
    fresh = freshest(clues)
    scored = {y: _score(Cell(date(y, 1, 1), date(y, 12, 31), 1.0), clues, frozenset(), fresh, kind="year") for y in years}
    best = max(scored.values(), default=0.0)
    cells = [c for y in years if scored[y] > best - FAR_WORSE for c in _cells(y, clues)]
    scores = [_score(c, clues, weekdays, fresh, kind="cell") + math.log(c.prior) for c in cells]
    top = max(scores, default=0.0)
    weights = [math.exp(s - top) for s in scores]
    total = sum(weights)
    found = [Choice(c.first, c.last, w / total) for c, w in zip(cells, weights, strict=True)]
    return sorted(found, key=lambda c: (-c.share, c.first, c.last))


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


def _score(cell: Cell, clues: Sequence[Clue], weekdays: frozenset[int], fresh: tuple[date, float] | None, *, kind: str) -> float:
    score = sum(_of_clue(cell, c, kind) for c in clues)
    if weekdays:
        score += math.log(_of_weekdays(cell, weekdays))
    if fresh:
        late = max(cell.first, min(fresh[0], cell.last))
        score += min(STALE_YEARS, max(0, (late - fresh[0]).days) / 365) * math.log(fresh[1])
    return score


def _of_clue(cell: Cell, clue: Clue, kind: str) -> float:
    score = 0.0
    if clue.spans:
        share = 1.0 if kind == "year" and _overlap(cell, clue) else _overlap(cell, clue)
        score += math.log(max(_outside(clue), clue.weight * share))
    if clue.rare_year == cell.first.year:
        score += math.log(RARE)
    if clue.years:
        named = dict(clue.years)
        score += math.log(named.get(cell.first.year, OTHER_YEAR))
    pair = clue.pair or (clue.pin and clue.pin.weekday is not None and (clue.pin.month, clue.pin.day, clue.pin.weekday))
    if pair:
        score += math.log(agreement(*pair, cell.last))
    if clue.today is not None and kind != "year":
        same = cell.first == cell.last and cell.first.weekday() == clue.today
        score += math.log(ANY_WEEKDAY if cell.first != cell.last else clue.weight if same else (1 - clue.weight) / 6)
    return score


def _outside(clue: Clue) -> float:
    """Probability of a year outside the spans, against that of a year inside: a narrow span says the more."""
    days = sum((b - a).days + 1 for a, b in clue.spans if a and b) if all(a and b for a, b in clue.spans) else 365
    return (1 - clue.weight) / WRONG_YEARS * min(1.0, days / 365)


def _overlap(cell: Cell, clue: Clue) -> float:
    """Share of the cell's days that lie in the spans."""
    days = (cell.last - cell.first).days + 1
    inside = sum(max(0, (min(cell.last, b or cell.last) - max(cell.first, a or cell.first)).days + 1) for a, b in clue.spans)
    return min(1.0, inside / days)


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
