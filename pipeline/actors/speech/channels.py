"""Agencies, papers and stations that carry what others say: "told Coast News", "as quoted by the daily NAME"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.actors.grid import POSSESSIVES, Grid
from pipeline.actors.lexicon import ORGANISATION_HEADS
from pipeline.actors.speech.noun_phrases import QUOTES
from pipeline.actors.speech.told import Told
from pipeline.actors.speech.verbs import SPEECH_FORMS
from pipeline.actors.vocabulary import ARTICLES, OUTLETS
from pipeline.model import Actor

REACH = 8  # words before the name of an outlet in which it is told that it carries
TOLD = frozenset("told tells telling citing quoting".split())
CARRIED = frozenset(
    "reported report interview interviews quoted cited carried published printed broadcast aired televised according statement remarks comments speaking"
    " talking spoke talked wrote written writing seen obtained reviewed shared leaked".split()
)
ESSAYS = frozenset("op-ed column article essay editorial opinion piece".split())  # what one writes "for" an outlet
BY = frozenset("by with to on in".split())
ON = frozenset(("on", "in", "to"))
NOT_THROUGH = frozenset("apologise apologize appeal respond reply object promise point express".split())  # "to" a paper: it is the one addressed
CARRIERS = (OUTLETS | {"paper", "station"}) - {"news", "radio", "television"}
PRINTING = frozenset("printed published aired broadcast carried quoted cited quotes cites".split())
QUOTING = frozenset("quoted quotes cited cites".split())
REPORTING = frozenset(("report", "write"))
BEFORE_REPORTING = frozenset("first earlier also has had have newspaper".split())  # between an outlet and that verb
FOUND_OUT = frozenset("learned learnt seen understands reviewed obtained".split())
WRITING = frozenset("wrote writes writing".split())
SERVICES = (("news", "service"), ("wire", "service"))
BEHIND = OUTLETS | {"tv", "paper"}  # words that follow the name of an outlet
OF_OUTLETS = OUTLETS | ARTICLES | frozenset("the wire service state local national student official private journal paper station online".split())
ADJECTIVES = ("-based", "-run", "-owned", "-backed", "-controlled", "-language", "-circulation", "-funded")
HEARERS = ORGANISATION_HEADS - {"news", "times", "post", "journal", "herald", "tribune", "gazette", "press", "agency", "television", "radio", "broadcasting"}
OWN = frozenset("it its they their".split())


def find_outlets(lines: Iterable[Told], cast: Mapping[str, Actor]) -> frozenset[str]:
    """Ids of the news agencies, papers and stations of an article: known as such, or called so beside their name."""
    return frozenset(m.actor_id for line in lines for index, m in enumerate(line.mentions) if _is_outlet(line, index, cast))


def _is_outlet(line: Told, index: int, cast: Mapping[str, Actor]) -> bool:
    actor = cast.get(line.mentions[index].actor_id)
    if actor is None or actor.kind != "organisation":
        return False
    if actor.subkind == "media":
        return True
    grid = line.grid
    low, first, after = grid.low, grid.firsts[index], grid.lasts[index]
    if (first > 0 and low[first - 1] in OUTLETS) or not BEHIND.isdisjoint(low[after : after + 1]) or low[max(0, first - 2) : first] in SERVICES:
        return True
    before = _before(grid, first)
    if low[before] in ("with", "to") and "interview" in low[max(0, before - 3) : before]:
        return True
    written = low[before] == "in" and not WRITING.isdisjoint(low[max(0, before - REACH) : before])
    return written or (actor.subkind is None and _quotes(grid, after))


def is_told_paper(grid: Grid, index: int, actor: Actor | None) -> bool:
    """Whether a body that no list knows is told something and may be a paper: a court or a union only hears.

    The papers of the world are too many for any list; here alone it is one, for elsewhere it may be anything.
    """
    if actor is None or actor.kind != "organisation" or actor.subkind is not None or not HEARERS.isdisjoint(actor.name.lower().split()):
        return False
    before = _before(grid, grid.firsts[index])
    return before > 0 and grid.low[before] in TOLD


def _quotes(grid: Grid, after: int) -> bool:
    """ "NAME quoted him as saying" """
    return not QUOTING.isdisjoint(grid.low[after : after + 1]) and "saying" in grid.low[after : after + 2 * REACH]


def _before(grid: Grid, first: int) -> int:
    """The token before what leads to the name of an outlet: its article, "state news agency", "the Oslo-based daily"; 0 for none."""
    k = first - 1
    while k > 0 and (grid.low[k] in OF_OUTLETS or grid.low[k] in POSSESSIVES or grid.low[k].endswith(ADJECTIVES) or _is_country(grid, k)):
        k -= 1
    return max(k, 0)


def _is_country(grid: Grid, k: int) -> bool:
    index = grid.at[k]
    return index >= 0 and (grid.names[index].demonym or (grid.names[index].kind == "location" and grid.low[k + 1] in OUTLETS | POSSESSIVES))


def is_told(grid: Grid, index: int) -> bool:
    """Whether a name stands after "told"."""
    return grid.low[_before(grid, grid.firsts[index])] in ("told", "tells", "telling")


def carries(grid: Grid, index: int) -> bool:
    """Whether an outlet carries the words of the sentence: "told X", "spoke in an interview on X", "in a note that X aired"."""
    first, last = grid.firsts[index], grid.lasts[index]
    k = _before(grid, first)
    near, before = (grid.low[k] if first else ""), [w for w in grid.low[max(0, k - REACH) : k] if w not in QUOTES]
    if near in TOLD or (near in BY and not CARRIED.isdisjoint(before)):
        return True
    if near == "for" and not ESSAYS.isdisjoint(before):
        return True
    if near in ON and any(SPEECH_FORMS[w] not in NOT_THROUGH for w in before if w in SPEECH_FORMS):
        return True
    return _prints(grid, last, near)


def _prints(grid: Grid, last: int, near: str) -> bool:
    """ "That X printed", "X quoted him", "X has learned that"."""
    k = last
    while k < len(grid.low) and grid.low[k] in BEFORE_REPORTING:
        k += 1
    if SPEECH_FORMS.get(grid.low[k] if k < len(grid.low) else "") in REPORTING and not speaks_of_itself(grid, k):
        return True
    after = grid.low[last : last + 2]
    if not PRINTING.isdisjoint(after[:1]) and (near == "that" or after[0] in QUOTING):
        return True
    return not FOUND_OUT.isdisjoint(after) and after[0] in ("has", "understands")


def speaks_of_itself(grid: Grid, verb: int) -> bool:
    """Whether an outlet tells of itself: "said it would appeal", "said on Monday that its reporter was free"."""
    following = [w for w in grid.low[verb + 1 : verb + 6] if w not in ("that", "on", "in") and not w.endswith("day")]
    return len(following) > 1 and following[0] in OWN and following[1].isalpha()


def carries_again(grid: Grid) -> bool:
    """Whether a sentence is carried by an outlet named before: "told the paper", "according to the news agency"."""
    return not CARRIERS.isdisjoint(grid.low) and any(w in CARRIERS and grid.at[t] < 0 and _is_told(grid.low, t) for t, w in enumerate(grid.low))


def _is_told(low: Sequence[str], t: int) -> bool:
    article = t - 1 - (low[t - 1] in ("news", "wire"))
    if article < 1 or low[article] != "the":
        return False
    return low[article - 1] in TOLD or low[article - 1] == "by" or low[max(0, article - 2) : article] == ("according", "to")
