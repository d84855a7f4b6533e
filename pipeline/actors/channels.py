"""Agencies, papers and stations that carry what others say: "told Coast News", "as quoted by the daily NAME"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.actors.grid import Grid
from pipeline.actors.subjects import QUOTES
from pipeline.actors.told import Told
from pipeline.actors.vocabulary import ARTICLES, OUTLETS
from pipeline.model import Actor

REACH = 6  # words before the name of an outlet in which it is told that it carries
TOLD = frozenset("told tells telling citing quoting".split())
CARRIED = frozenset("reported report interview quoted cited carried published according statement speaking wrote written".split())
SERVICES = (("news", "service"), ("wire", "service"))
BY = frozenset("by with to on in".split())
BY_WHOM = TOLD | {"to", "with", "by"}
WRITING = frozenset("wrote writes writing".split())
QUOTING = frozenset("quoted quotes cited cites".split())
CARRIERS = (OUTLETS | {"paper", "station"}) - {"news", "radio", "television"}
PRINTING = frozenset("printed published aired broadcast carried quoted cited quotes cites".split())


def find_outlets(lines: Iterable[Told], cast: Mapping[str, Actor]) -> frozenset[str]:
    """Ids of the news agencies, papers and stations of an article: known as such, or called so beside their name."""
    return frozenset(m.actor_id for line in lines for index, m in enumerate(line.mentions) if _is_outlet(line, index, cast))


def _is_outlet(line: Told, index: int, cast: Mapping[str, Actor]) -> bool:
    actor = cast.get(line.mentions[index].actor_id)
    if actor is None or actor.kind != "organisation":
        return False
    if actor.subkind == "media":
        return True
    low, first, after = line.grid.low, line.grid.firsts[index], line.grid.lasts[index]
    called = (first > 0 and low[first - 1] in OUTLETS) or (after < len(low) and low[after] in OUTLETS) or low[max(0, first - 2) : first] in SERVICES
    written = first > 0 and low[first - 1] == "in" and not WRITING.isdisjoint(low[max(0, first - REACH) : first])
    return called or written or low[max(0, first - 3) : first] in (("an", "interview", "with"), ("interview", "with", "the"))


def carries(grid: Grid, index: int) -> bool:
    """Whether an outlet carries the words of the sentence: "told X", "spoke in an interview on X", "in a note that X aired"."""
    first, last = grid.firsts[index], grid.lasts[index]
    before = [w for w in grid.low[max(0, first - REACH) : first] if w not in QUOTES]
    while before and (before[-1] in OUTLETS or before[-1] in ARTICLES or before[-1] == "the"):
        before.pop()
    near = before[-1] if before else ""
    if first > 0 and grid.low[first - 1] in CARRIERS and not BY_WHOM.isdisjoint(before[-3:]):
        return True  # "to the student newspaper X"
    prints = not PRINTING.isdisjoint(grid.low[last : last + 1])
    return near in TOLD or (near in BY and not CARRIED.isdisjoint(before)) or (prints and (near == "that" or grid.low[last] in QUOTING))


def carries_again(grid: Grid) -> bool:
    """Whether a sentence is carried by an outlet named before: "told the paper", "according to the news agency"."""
    return not CARRIERS.isdisjoint(grid.low) and any(w in CARRIERS and grid.at[t] < 0 and _is_told(grid.low, t) for t, w in enumerate(grid.low))


def _is_told(low: Sequence[str], t: int) -> bool:
    article = t - 1 - (low[t - 1] in ("news", "wire"))
    if article < 1 or low[article] != "the":
        return False
    return low[article - 1] in TOLD or low[article - 1] == "by" or low[max(0, article - 2) : article] == ("according", "to")
