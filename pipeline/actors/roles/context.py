"""Roles that hold for a body named before, and roles that only a later phrase tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from pipeline.actors.bodies import guess_subkind
from pipeline.actors.roles.implying import may_be_told_later, opens_clause
from pipeline.actors.roles.leading import BEFORE_VERB, LEADING_WORDS, VERBS, led
from pipeline.actors.roles.owners import Owners
from pipeline.actors.roles.phrases import Phrase
from pipeline.actors.roles.reader import Reader
from pipeline.actors.roles.scene import Line
from pipeline.actors.roles.shapes import has_name_after, is_definite
from pipeline.model import Actor, NameRole


def infer_roles(lines: list[Line], stated: list[NameRole], owners: Owners) -> Iterator[NameRole]:
    """Roles of people of whom the article tells none beside their names: "X said ... . The midwife added ..."."""
    taken = {r.char_start for r in stated}
    titled = {r.name for r in stated if r.affiliation and r.affiliation != r.country}
    untitled = any(s.kind == "person" and s.name not in titled for line in lines for s in line.spans)
    telling = [index for index, line in enumerate(lines) for p in line.phrases if _may_tell(line, p, taken)] if untitled else []
    telling += [index for index, line in enumerate(lines) if _leads(line)]
    if not telling:
        return
    ids = {(n.article_id, n.name, n.kind): f"{n.kind} {n.name}" for line in lines for n in line.names}
    cast = {actor_id: _stub(actor_id, name, kind) for (_, name, kind), actor_id in ids.items()}
    reader = Reader(lines, stated, ids, cast)
    for index, line in enumerate(lines[: max(telling) + 1]):
        for found in reader.read(line):
            if found.resolved_by == "pronoun" and found.kind == "person":
                yield from led(line, _token_after(line, found.end), cast[found.actor_id].name, owners, index)
    for line, phrase, known in reader.inferred:
        at, bodies = line.sentence.char_start, sorted(known.bodies)
        yield NameRole(
            article_id=line.sentence.article_id, name=known.actor.name, role=phrase.role, char_start=at + phrase.core_start,
            char_end=at + phrase.end, country=phrase.country,
            affiliation=phrase.affiliation or (bodies[0] if len(bodies) == 1 else owners.owner_of(lines.index(line), phrase)),
        )  # fmt: skip


def _token_after(line: Line, end: int) -> int:
    return bisect_left(line.grid.tokens.starts, end)


def _leads(line: Line) -> bool:
    """Whether a pronoun stands before a verb that gives a role: "she runs"."""
    low = line.grid.low
    return any(one in ("he", "she") and (other in VERBS or other in BEFORE_VERB) for one, other in pairwise(low)) and not LEADING_WORDS.isdisjoint(low)


def _may_tell(line: Line, phrase: Phrase, taken: set[int]) -> bool:
    if not (phrase.affiliation or may_be_told_later(line, phrase)) or not opens_clause(line, phrase):
        return False
    if line.sentence.char_start + phrase.core_start in taken:
        return False
    return is_definite(line.grid, phrase) and not has_name_after(line.grid, phrase)


def _stub(actor_id: str, name: str, kind: str) -> Actor:
    return Actor(actor_id, name, kind, guess_subkind(name) if kind == "organisation" else None, None, None, None, "")
