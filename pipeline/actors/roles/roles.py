"""Roles and affiliations that an article states of its own names, each with the words that state it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from pipeline.actors.bodies import guess_subkind
from pipeline.actors.grid import Grid, NameSpan
from pipeline.actors.roles.context import infer_roles
from pipeline.actors.roles.leading import LEADING_WORDS, led, led_by
from pipeline.actors.roles.lists import shared_roles, singular
from pipeline.actors.roles.memory import OFFICES
from pipeline.actors.roles.owners import Known, Owners, known_names
from pipeline.actors.roles.phrases import Phrase
from pipeline.actors.roles.scene import Line, read_lines
from pipeline.actors.roles.shapes import holder_after
from pipeline.actors.roles.ties import COUNTED, is_tied
from pipeline.actors.vocabulary import ARTICLES, CLASS_OF, KIN, RELATIVE
from pipeline.model import NameRole, SeedActor
from pipeline.tables import stage, to_table

LEADING_SIGNS = 4  # code points before a name that opens its sentence, as "Mr."
PAST = frozenset("former ex then retired late".split())
WITH_BODY = frozenset("executive voice secretary aide expert carer reporter athlete soldier activist lawmaker".split())  # classes of roles that are for a body
CATAPHORA = 3  # sentences that a role may wait for the name of its holder


@stage(NameRole)
def find_roles(sentences: pd.DataFrame, names: pd.DataFrame, seed_actors: tuple[SeedActor, ...]) -> pd.DataFrame:
    """Stage. Names in, one row per role that an article states of one of its names out."""
    known = known_names(seed_actors)
    return to_table((r for article in read_lines(sentences, names).values() for r in roles_of(article, known)), NameRole)


def roles_of(lines: list[Line], known: Known) -> list[NameRole]:
    """The roles of one article in the order of their words; one that is stated twice has two rows."""
    stated: list[NameRole] = []
    waiting: list[tuple[Line, Phrase]] = []
    owners = Owners(lines, stated, known)
    for index, line in enumerate(lines):
        if line.phrases or not LEADING_WORDS.isdisjoint(line.grid.low):
            before = len(stated)
            for role in _stated(lines, index, owners):  # one by one: "his deputy" needs the role told just before
                stated.append(role)
            taken = {r.char_start for r in stated[before:]}
            waiting += [(line, p) for p in line.phrases if p.core_start + line.sentence.char_start not in taken]
    stated += list(_awaited(lines, waiting, stated, owners))
    stated += infer_roles(lines, stated, owners)
    served = list(_served(lines, {r.name for r in stated if r.affiliation and r.affiliation != r.country}))
    bodies = {r.name: r.affiliation for r in [*(r for r in stated if not r.role), *served]}
    return [_for_body(r, bodies) for r in stated] + served


def _for_body(role: NameRole, bodies: Mapping[str, str | None]) -> NameRole:
    """A role that is told without a body, of someone of whom the body is told elsewhere; what somebody was before is left alone."""
    body = bodies.get(role.name)
    if body is None or role.affiliation not in (None, role.country) or not PAST.isdisjoint(role.role.lower().split()):
        return role
    return replace(role, affiliation=body) if CLASS_OF.get(_head(role)) in WITH_BODY else role


def _served(lines: list[Line], told: set[str]) -> Iterator[NameRole]:
    """Bodies of people of whom none is told by a role: "NAME of the Harbour Board"."""
    for line in lines:
        for number, person in enumerate(line.spans):
            body = _body_beside(line.grid, number) if person.kind == "person" and person.name not in told else None
            if body and body.kind == "organisation":
                told.add(person.name)
                at = line.sentence.char_start
                yield NameRole(line.sentence.article_id, person.name, "", body.name, at + person.start, at + body.end)


def _stated(lines: list[Line], index: int, owners: Owners) -> Iterator[NameRole]:
    """Roles that a sentence gives to a name in it."""
    line = lines[index]
    grid = line.grid
    phrases = [p for p in line.phrases if (not p.plural or _is_one_of(grid, p)) and not _is_kin(p)]
    for phrase, number in shared_roles(grid, line.phrases):
        yield _owned(_role(line, phrase, line.spans[number].name), lines, index, phrase, number, owners)
    for number, person in enumerate(line.spans):
        if person.kind != "person":
            continue
        first, last = grid.firsts[number], grid.lasts[number]
        held = -1  # where the last phrase ends that is of this person
        for phrase in phrases:
            if (0 <= held <= phrase.first and grid.low[held : phrase.first] == ("and",)) or is_tied(grid, phrase, first, last, phrases):
                held = phrase.last
                role = _owned(_role(line, singular(phrase), person.name), lines, index, phrase, number, owners)
                office = owners.office_of(index, phrase, person.name) if phrase.head in RELATIVE else None
                yield replace(role, role=RELATIVE[phrase.head] + office.role) if office and office.role else role
        yield from led(line, last, person.name, owners, index)
        yield from led_by(line, first, last, person.name)


def _is_one_of(grid: Grid, phrase: Phrase) -> bool:
    first = phrase.first
    while first and grid.low[first - 1] in COUNTED:
        first -= 1
    return grid.low[max(0, first - 2) : first] == ("one", "of")


def _is_kin(phrase: Phrase) -> bool:
    return phrase.head in KIN or (phrase.head == "partner" and phrase.determiner in ("his", "her", "'s"))


def _owned(role: NameRole, lines: list[Line], index: int, phrase: Phrase, person: int, owners: Owners) -> NameRole:
    """The role with whom it is held for: "TITLE NAME of BODY", "BODY, of which NAME is chairman", else what the article was about."""
    if role.affiliation or role.country:
        return role
    grid = lines[index].grid
    first, last = grid.firsts[person], grid.lasts[person]
    if phrase.last <= last:
        of = holder_after(grid, last)
    else:
        of = grid.names[person - 1] if person and grid.low[max(0, first - 2) : first] in (("of", "which"), ("of", "whom")) else None
    if of is None or of.kind == "person" or (CLASS_OF.get(phrase.head) in OFFICES and guess_subkind(of.name) == "party"):
        return replace(role, affiliation=owners.owner_of(index, phrase, role.name))
    return replace(role, affiliation=of.name, country=of.name if of.kind == "location" else None)


def _body_beside(grid: Grid, person: int) -> NameSpan | None:
    """The body of "NAME of BODY" and "BODY's NAME"."""
    before = grid.names[person - 1] if person and grid.low[grid.lasts[person - 1] : grid.firsts[person]] in (("'s",), ("’s",)) else None
    return holder_after(grid, grid.lasts[person]) or before


def _role(line: Line, phrase: Phrase, name: str) -> NameRole:
    at = line.sentence.char_start
    then = "then " if line.grid.low[max(0, phrase.first - 1) : phrase.first] == ("then",) else ""
    return NameRole(
        article_id=line.sentence.article_id, name=name, role=then + phrase.role, affiliation=phrase.affiliation,
        char_start=at + phrase.core_start, char_end=at + phrase.end, country=phrase.country,
    )  # fmt: skip


def _awaited(lines: list[Line], waiting: list[tuple[Line, Phrase]], stated: list[NameRole], owners: Owners) -> Iterator[NameRole]:
    """Roles told before their holder is named: "The head of X warned ... . NAME said ...", "X dismissed its treasurer. NAME was ..."."""
    holders = {r.name for r in stated}
    held = {(CLASS_OF.get(_head(r)), r.affiliation) for r in stated}
    for line, phrase in waiting:
        if phrase.plural or phrase.determiner in ARTICLES or not (_opens(line, phrase) or _ends(line, phrase)):
            continue
        index = lines.index(line)
        role = _role(line, phrase, _next_subject(lines, index) or "")
        role = role if role.affiliation or phrase.determiner != "its" else replace(role, affiliation=owners.owner_of(index, phrase))
        if role.name and role.affiliation and role.name not in holders and (CLASS_OF.get(phrase.head), role.affiliation) not in held:
            holders.add(role.name)
            yield role


def _head(role: NameRole) -> str:
    return role.role.rsplit(" ", 1)[-1].lower()


def _opens(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is the first of its sentence, and the sentence names no person."""
    return (phrase.first <= 1 and not any(s.kind == "person" for s in line.spans)) or _after_byline(line, phrase)


def _after_byline(line: Line, phrase: Phrase) -> bool:
    return ":" in line.grid.low[: phrase.first] and not any(s.kind == "person" for s in line.spans)


def _ends(line: Line, phrase: Phrase) -> bool:
    """Whether "its HEAD" is the last of a sentence that names no person."""
    return phrase.determiner == "its" and line.grid.low[phrase.last :] in ((), (".",)) and not any(s.kind == "person" for s in line.spans)


def _next_subject(lines: list[Line], index: int) -> str | None:
    """The person who opens one of the next sentences, when no other is named before; nobody whom the article knows by then."""
    for line in lines[index + 1 : index + 1 + CATAPHORA]:
        people = [s for s in line.spans if s.kind == "person"]
        if people:
            name = people[0].name
            known = any(s.name == name for other in lines[: index + 1] for s in other.spans)
            return name if people[0].start <= LEADING_SIGNS and " " in name and not known else None
    return None
