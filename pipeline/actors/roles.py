"""Roles and affiliations that an article states of its own names, each with the words that state it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from pipeline.actors.context import infer_roles, owner_of
from pipeline.actors.grid import Grid
from pipeline.actors.phrases import Phrase
from pipeline.actors.scene import Line, read_lines
from pipeline.actors.vocabulary import APPOINTING, ARTICLES, CLASS_OF, COPULAS, DETERMINERS, HONORIFICS, LEADING
from pipeline.model import NameRole
from pipeline.tables import stage, to_table

CLOSING = frozenset(', . ; : ) ( ] — – - ! ? who which whose ” " “ of to in for with at on from based'.split())
AUXILIARIES = frozenset("has had have also currently still now since been formerly previously once long".split())
LEADING_WORDS = frozenset(LEADING)
CATAPHORA = 3  # sentences that a role may wait for the name of its holder


@stage(NameRole)
def find_roles(sentences: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """Stage. Names in, one row per role that an article states of one of its names out."""
    return to_table((r for article in read_lines(sentences, names).values() for r in roles_of(article)), NameRole)


def roles_of(lines: list[Line]) -> list[NameRole]:
    """The roles of one article in the order of their words; one that is stated twice has two rows."""
    stated: list[NameRole] = []
    waiting: list[tuple[Line, Phrase]] = []
    for index, line in enumerate(lines):
        if line.phrases or not LEADING_WORDS.isdisjoint(line.grid.low):
            own = list(_stated(lines, index))
            stated += own
            taken = {r.char_start for r in own}
            waiting += [(line, p) for p in line.phrases if p.core_start + line.sentence.char_start not in taken]
    stated += list(_awaited(lines, waiting, stated))
    return stated + list(infer_roles(lines, stated))


def _stated(lines: list[Line], index: int) -> Iterator[NameRole]:
    """Roles that a sentence gives to a name in it."""
    line = lines[index]
    grid = line.grid
    phrases = [p for p in line.phrases if not p.plural]
    for number, person in enumerate(line.spans):
        if person.kind != "person":
            continue
        first, last = grid.firsts[number], grid.lasts[number]
        for phrase in phrases:
            if _is_title(grid, phrase, first) or _follows(grid, phrase, last) or _precedes(grid, phrase, first):
                role = _role(line, phrase, person.name)
                yield role if role.affiliation or role.country else replace(role, affiliation=owner_of(lines, index, phrase))
        yield from _leads(line, last, person.name)


def _role(line: Line, phrase: Phrase, name: str) -> NameRole:
    at = line.sentence.char_start
    return NameRole(
        article_id=line.sentence.article_id, name=name, role=phrase.role, affiliation=phrase.affiliation,
        char_start=at + phrase.core_start, char_end=at + phrase.end, country=phrase.country,
    )  # fmt: skip


def _is_title(grid: Grid, phrase: Phrase, first: int) -> bool:
    """ "Russian President" right before the name, or with an honorific between them."""
    if phrase.last > first:
        return False
    gap = grid.low[phrase.last : first]
    return all(w in HONORIFICS or w == "." for w in gap) and phrase.determiner not in ARTICLES


def _precedes(grid: Grid, phrase: Phrase, first: int) -> bool:
    """ "The CSTO's secretary general, NAME,": the name as the apposition."""
    return (
        phrase.last + 1 == first
        and grid.low[phrase.last] == ","
        and (phrase.determiner not in ("", *ARTICLES) or phrase.first == 0)
        and _closes(grid, grid.lasts[grid.at[first]])
    )


def _closes(grid: Grid, token: int) -> bool:
    return token >= len(grid.low) or grid.low[token] in CLOSING


def _follows(grid: Grid, phrase: Phrase, last: int) -> bool:
    """An apposition after the name, a copula, or an appointment."""
    if not 0 <= phrase.first - last <= 4:
        return False
    gap = grid.low[last : phrase.first]
    if gap in ((",",), ("(",), ("—",), ("–",)):
        return _closes(grid, phrase.last) and not _is_person(grid, phrase.last)
    if len(gap) == 3 and gap[0] == gap[2] == "," and gap[1].isdigit():
        return _closes(grid, phrase.last)
    return _is_copula(gap) or _is_appointment(grid, gap, last, phrase)


def _is_person(grid: Grid, token: int) -> bool:
    return token < len(grid.at) and grid.at[token] >= 0 and grid.names[grid.at[token]].kind == "person"


def _is_copula(gap: tuple[str, ...]) -> bool:
    words = [w for w in gap if w not in AUXILIARIES and w not in (",", "who")]
    return bool(words) and (words[0] in COPULAS or words[:2] in (["served", "as"], ["serves", "as"], ["serving", "as"])) and len(words) <= 2


def _is_appointment(grid: Grid, gap: tuple[str, ...], last: int, phrase: Phrase) -> bool:
    first = last - 1
    while first > 0 and grid.at[first - 1] == grid.at[first]:
        first -= 1
    passive = bool(gap) and any(w in APPOINTING for w in gap) and gap[0] in ("was", "is", "has", "had", "been")
    return passive or (gap in ((), ("as",), ("to", "be")) and first > 0 and grid.low[first - 1] in APPOINTING)


def _leads(line: Line, last: int, name: str) -> Iterator[NameRole]:
    """ "NAME, who heads ORGANISATION": the verb gives the role."""
    grid = line.grid
    at = last + (last < len(grid.low) and grid.low[last] == ",")
    who = at < len(grid.low) and grid.low[at] == "who"
    verb = at + 1 if who else last
    if verb >= len(grid.low) or grid.low[verb] not in LEADING:
        return
    body = verb + 1
    while body < len(grid.low) and (grid.low[body] in DETERMINERS or grid.low[body] in ARTICLES):
        body += 1
    if body >= len(grid.low) or grid.at[body] < 0 or grid.names[grid.at[body]].kind != "organisation" or grid.names[grid.at[body]].demonym:
        return
    span, start = grid.names[grid.at[body]], line.sentence.char_start
    yield NameRole(line.sentence.article_id, name, LEADING[grid.low[verb]], span.name, start + grid.tokens.starts[verb], start + span.end)


def _awaited(lines: list[Line], waiting: list[tuple[Line, Phrase]], stated: list[NameRole]) -> Iterator[NameRole]:
    """Roles told before their holder is named: "The head of X warned ... . NAME said ..."."""
    holders = {r.name for r in stated}
    held = {(CLASS_OF.get(_head(r)), r.affiliation) for r in stated}
    for line, phrase in waiting:
        if phrase.affiliation is None or phrase.plural or phrase.determiner in ARTICLES or not _opens(line, phrase):
            continue
        name = _next_subject(lines, line.sentence.position)
        if name and name not in holders and (CLASS_OF.get(phrase.head), phrase.affiliation) not in held:
            holders.add(name)
            yield _role(line, phrase, name)


def _head(role: NameRole) -> str:
    return role.role.split()[-1].lower()


def _opens(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is the first of its sentence, and the sentence names no person."""
    return (phrase.first <= 1 and not any(s.kind == "person" for s in line.spans)) or _after_byline(line, phrase)


def _after_byline(line: Line, phrase: Phrase) -> bool:
    return ":" in line.grid.low[: phrase.first] and not any(s.kind == "person" for s in line.spans)


def _next_subject(lines: list[Line], position: int) -> str | None:
    """The person who opens one of the next sentences, when no other is named before."""
    for line in lines:
        if position < line.sentence.position <= position + CATAPHORA:
            people = [s for s in line.spans if s.kind == "person"]
            if people:
                return people[0].name if people[0].start <= 4 and " " in people[0].name else None
    return None
