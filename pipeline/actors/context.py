"""Roles that hold for a body named before, and roles that only a later phrase tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from pipeline.actors.bodies import BRITISH, body_key, guess_subkind
from pipeline.actors.grid import POSSESSIVES, Grid, NameSpan
from pipeline.actors.phrases import Phrase
from pipeline.actors.reader import Reader, may_be_told_later, opens_clause
from pipeline.actors.scene import Line
from pipeline.actors.shapes import has_name_after, is_definite
from pipeline.actors.vocabulary import BODY_WORDS, CLASS_OF, OF_REGIONS, RULING_CLASSES, SERVING, STAFF
from pipeline.model import Actor, NameRole

LOOK_BACK = 3  # sentences in which the body must have been named
OPENING = len("The ")  # code points before a name that opens its sentence
MINISTRIES = frozenset("ministry department".split())
BY_OTHERS = {(w,) for w in ("of", "in", "for", "at", "with", "from", "on", "to")}  # words that tell of whom the role is, in a way not read
Told = Sequence[tuple[int, NameSpan]]  # names with the index of their sentence


def owner_of(lines: Sequence[Line], index: int, phrase: Phrase, states: Set[str]) -> str | None:
    """Whose role a phrase that names nobody means: of "its", of "the board", or of the one body or place the article was about.

    `states` are the names of countries.
    """
    grid = lines[index].grid
    told = _told_before(lines, index, phrase.start)
    if phrase.determiner in ("its", "their"):
        return _possessor(told, index)
    word = _body_word(grid, phrase)
    if word:
        return _only(s.name for _, s in told if s.kind == "organisation" and body_key(s.name).split()[-1:] == [BRITISH.get(word, word)])
    if phrase.determiner in ("his", "her", "my", "our") or grid.low[phrase.last : phrase.last + 1] in BY_OTHERS:
        return None
    return _held_by_class(told, index, phrase, states)


def _held_by_class(told: Told, index: int, phrase: Phrase, states: Set[str]) -> str | None:
    words = phrase.role.lower().split()
    role = CLASS_OF.get(phrase.head)
    if role == "local":
        return _only(s.name for _, s in told if s.kind == "location" and not s.demonym and s.name not in states)
    if not OF_REGIONS.isdisjoint(words):
        return None
    if role in RULING_CLASSES:
        ministries = [s.name for _, s in told if s.kind == "organisation" and not MINISTRIES.isdisjoint(s.name.lower().split())]
        return (_only(ministries) if role == "minister" else None) or _only(s.name for _, s in told if s.name in states and not s.demonym)
    return _body_in_view(told, index) if role in SERVING or phrase.head in STAFF else None


def _possessor(told: Told, index: int) -> str | None:
    """The body or place of "its": named before in the sentence, or in one of the sentences before, bodies first."""
    own = [s for at, s in told if at == index and not s.demonym]
    if own:
        return own[-1].name
    for at in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
        earlier = [s for i, s in told if i == at and not s.demonym]
        bodies = [s for s in earlier if s.kind == "organisation"] or [s for s in earlier if s.start <= OPENING]
        if bodies:
            return bodies[0].name
    return None


def _told_before(lines: Sequence[Line], index: int, start: int) -> Told:
    """The bodies and places named so far."""
    return [(at, s) for at, line in enumerate(lines[: index + 1]) for s in line.spans if s.kind != "person" and (at < index or s.end <= start)]


def _body_word(grid: Grid, phrase: Phrase) -> str | None:
    """The word for a body in "the university's rector" and "rector of the university"."""
    inside = grid.low[phrase.first : phrase.last]
    owner = next((w for w, following in pairwise(inside) if following in POSSESSIVES and w in BODY_WORDS), None)
    after = grid.low[phrase.last : phrase.last + 3]
    of = after[2] if len(after) == 3 and after[0] in ("of", "for", "at") and after[1] == "the" and after[2] in BODY_WORDS else None
    return owner or of


def _only(names: Iterable[str]) -> str | None:
    found = set(names)
    return found.pop() if len(found) == 1 else None


def _body_in_view(told: Told, index: int) -> str | None:
    """The only body named so far, or the only one of the latest sentence which names any."""
    bodies = [(at, s) for at, s in told if s.kind == "organisation" and guess_subkind(s.name) != "media"]
    near = [(at, s) for at, s in bodies if index - at <= LOOK_BACK]
    if not near or len({s.name for _, s in bodies}) == 1:
        return near[-1][1].name if near else None
    latest = near[-1][0]
    return _only(s.name for at, s in near if at == latest)


def infer_roles(lines: list[Line], stated: list[NameRole]) -> Iterator[NameRole]:
    """Roles of people of whom the article tells none beside their names: "X said ... . The midwife added ..."."""
    taken = {r.char_start for r in stated}
    titled = {r.name for r in stated}
    untitled = any(s.kind == "person" and s.name not in titled for line in lines for s in line.spans)
    telling = [index for index, line in enumerate(lines) for p in line.phrases if _may_tell(line, p, taken)] if untitled else []
    if not telling:
        return
    ids = {(n.article_id, n.name, n.kind): f"{n.kind} {n.name}" for line in lines for n in line.names}
    cast = {actor_id: _stub(actor_id, name, kind) for (_, name, kind), actor_id in ids.items()}
    reader = Reader(lines, stated, ids, cast)
    for line in lines[: telling[-1] + 1]:
        reader.read(line)
    for line, phrase, known in reader.inferred:
        at, bodies = line.sentence.char_start, sorted(known.bodies)
        yield NameRole(
            article_id=line.sentence.article_id, name=known.actor.name, role=phrase.role, char_start=at + phrase.core_start,
            char_end=at + phrase.end, affiliation=phrase.affiliation or (bodies[0] if len(bodies) == 1 else None), country=phrase.country,
        )  # fmt: skip


def _may_tell(line: Line, phrase: Phrase, taken: set[int]) -> bool:
    if not (may_be_told_later(phrase) and opens_clause(line, phrase)):
        return False
    if line.sentence.char_start + phrase.core_start in taken:
        return False
    return is_definite(line.grid, phrase) and not has_name_after(line.grid, phrase)


def _stub(actor_id: str, name: str, kind: str) -> Actor:
    return Actor(actor_id, name, kind, guess_subkind(name) if kind == "organisation" else None, None, None, None, "")
