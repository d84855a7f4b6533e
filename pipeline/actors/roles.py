"""Roles and affiliations that an article states of its own names, each with the words that state it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

import pandas as pd

from pipeline.actors.context import infer_roles, owner_of
from pipeline.actors.grid import STOPS, Grid, head_of
from pipeline.actors.leading import LEADING_WORDS, led
from pipeline.actors.lexicon import POSTNOMINALS
from pipeline.actors.phrases import Phrase
from pipeline.actors.scene import Line, read_lines
from pipeline.actors.shapes import holder_after
from pipeline.actors.speech import SPEECH_FORMS
from pipeline.actors.vocabulary import APPOINTING, ARTICLES, AS_VERBS, CLASS_OF, COPULAS, HONORIFICS, KIN
from pipeline.model import NameRole, SeedActor
from pipeline.tables import stage, to_table

CLOSING = frozenset(', . ; : ) ( ] — – - ! ? who whom which whose ” " “ of to in for with at on from based'.split())
AUXILIARIES = frozenset("has had have also currently still now since been formerly previously once long".split())
LEADING_SIGNS = 4  # code points before a name that opens its sentence, as "Mr."
LONGEST_GAP = 6  # words between a name and a role told by a verb
CATAPHORA = 3  # sentences that a role may wait for the name of its holder


@stage(NameRole)
def find_roles(sentences: pd.DataFrame, names: pd.DataFrame, seed_actors: tuple[SeedActor, ...]) -> pd.DataFrame:
    """Stage. Names in, one row per role that an article states of one of its names out."""
    states = frozenset(a.name for a in seed_actors if a.subkind == "state")
    return to_table((r for article in read_lines(sentences, names).values() for r in roles_of(article, states)), NameRole)


def roles_of(lines: list[Line], states: Set[str]) -> list[NameRole]:
    """The roles of one article in the order of their words; one that is stated twice has two rows."""
    stated: list[NameRole] = []
    waiting: list[tuple[Line, Phrase]] = []
    for index, line in enumerate(lines):
        if line.phrases or not LEADING_WORDS.isdisjoint(line.grid.low):
            own = list(_stated(lines, index, states))
            stated += own
            taken = {r.char_start for r in own}
            waiting += [(line, p) for p in line.phrases if p.core_start + line.sentence.char_start not in taken]
    stated += list(_awaited(lines, waiting, stated, states))
    return stated + list(infer_roles(lines, stated))


def _stated(lines: list[Line], index: int, states: Set[str]) -> Iterator[NameRole]:
    """Roles that a sentence gives to a name in it."""
    line = lines[index]
    grid = line.grid
    phrases = [p for p in line.phrases if not p.plural and p.head not in KIN]
    for number, person in enumerate(line.spans):
        if person.kind != "person":
            continue
        first, last = grid.firsts[number], grid.lasts[number]
        held = -1  # where the last phrase ends that is of this person
        for phrase in phrases:
            if (
                grid.low[held : phrase.first] == ("and",)
                or _is_title(grid, phrase, first)
                or _follows(grid, phrase, last, phrases)
                or _precedes(grid, phrase, first)
            ):
                held = phrase.last
                role = _role(line, phrase, person.name)
                yield role if role.affiliation or role.country else _owned(role, lines, index, phrase, number, states)
        yield from led(line, last, person.name)


def _owned(role: NameRole, lines: list[Line], index: int, phrase: Phrase, person: int, states: Set[str]) -> NameRole:
    """The role with whom it is held for: "TITLE NAME of BODY", "BODY, of which NAME is chairman", else what the article was about."""
    grid = lines[index].grid
    first, last = grid.firsts[person], grid.lasts[person]
    if phrase.last <= last:
        of = holder_after(grid, last + (grid.low[last : last + 1] == (",",)))
    else:
        of = grid.names[person - 1] if person and grid.low[max(0, first - 2) : first] in (("of", "which"), ("of", "whom")) else None
    if of is None or of.kind == "person":
        return replace(role, affiliation=owner_of(lines, index, phrase, states))
    return replace(role, affiliation=of.name, country=of.name if of.kind == "location" else None)


def _role(line: Line, phrase: Phrase, name: str) -> NameRole:
    at = line.sentence.char_start
    then = "then " if line.grid.low[max(0, phrase.first - 1) : phrase.first] == ("then",) else ""
    return NameRole(
        article_id=line.sentence.article_id, name=name, role=then + phrase.role, affiliation=phrase.affiliation,
        char_start=at + phrase.core_start, char_end=at + phrase.end, country=phrase.country,
    )  # fmt: skip


def _is_title(grid: Grid, phrase: Phrase, first: int) -> bool:
    """ "Russian President" right before the name, or with an honorific between them."""
    if phrase.last > first:
        return False
    gap = grid.low[phrase.last : first]
    return all(w in HONORIFICS or w == "." for w in gap) and phrase.determiner not in ARTICLES


def _precedes(grid: Grid, phrase: Phrase, first: int) -> bool:
    """ "The Harbour Board's director, NAME,": the name as the apposition, which may have a title of its own."""
    comma = _past_things(grid, phrase.last, first)
    if comma >= first or grid.low[comma] != "," or not (phrase.determiner or phrase.first == 0):
        return False
    return _closes(grid, grid.lasts[grid.at[first]]) and _is_told_by_titles(grid, comma + 1, first)


def _past_things(grid: Grid, token: int, end: int) -> int:
    """The token after "of the old yacht"; `token` where the words before `end` go on otherwise."""
    if grid.low[token : token + 1] not in (("of",), ("for",)):
        return token
    at = token + 1
    while at < min(end, token + LONGEST_GAP) and grid.at[at] < 0 and grid.low[at].isalpha() and grid.low[at] not in STOPS and grid.low[at] not in SPEECH_FORMS:
        at += 1
    return at


def _is_told_by_titles(grid: Grid, start: int, first: int) -> bool:
    """Whether nothing but titles and origin stands before the name: "the Norwegian painter NAME", "the Swede NAME", "Baroness NAME"."""
    return all(
        w in HONORIFICS or w in (".", "the") or w.endswith("-born") or head_of(w) is not None or (grid.at[t] >= 0 and grid.names[grid.at[t]].demonym)
        for t, w in enumerate(grid.low[start:first], start)
    )


def _closes(grid: Grid, token: int) -> bool:
    token += token < len(grid.low) and grid.tokens.words[token] in POSTNOMINALS
    return token >= len(grid.low) or grid.low[token] in CLOSING


def _follows(grid: Grid, phrase: Phrase, last: int, others: Sequence[Phrase]) -> bool:
    """An apposition after the name, a copula, or an appointment."""
    if not 0 <= phrase.first - last <= LONGEST_GAP:
        return False
    gap = grid.low[last : phrase.first]
    if gap in ((",",), ("(",), ("—",), ("–",)):
        joined = grid.low[phrase.last : phrase.last + 1] == ("and",) and any(p.first == phrase.last + 1 for p in others)
        return joined or (_closes(grid, phrase.last) and not _is_person(grid, phrase.last))
    if gap == (",", "then") or (len(gap) == 3 and gap[0] == gap[2] == "," and gap[1].isdigit()):
        return _closes(grid, phrase.last)
    return _is_copula(gap) or _is_appointment(grid, gap, last, phrase)


def _is_person(grid: Grid, token: int) -> bool:
    return token < len(grid.at) and grid.at[token] >= 0 and grid.names[grid.at[token]].kind == "person"


def _is_copula(gap: tuple[str, ...]) -> bool:
    words = [w for w in gap if w not in AUXILIARIES and w not in (",", "who", "down")]
    return len(words) in (1, 2) and (words[0] in COPULAS or (words[0] in AS_VERBS and words[-1] == "as"))


def _is_appointment(grid: Grid, gap: tuple[str, ...], last: int, phrase: Phrase) -> bool:
    first = last - 1
    while first > 0 and grid.at[first - 1] == grid.at[first]:
        first -= 1
    passive = bool(gap) and any(w in APPOINTING for w in gap) and gap[0] in ("was", "is", "has", "had", "been")
    return passive or (gap in ((), ("as",), ("to", "be")) and first > 0 and grid.low[first - 1] in APPOINTING)


def _awaited(lines: list[Line], waiting: list[tuple[Line, Phrase]], stated: list[NameRole], states: Set[str]) -> Iterator[NameRole]:
    """Roles told before their holder is named: "The head of X warned ... . NAME said ...", "X dismissed its treasurer. NAME was ..."."""
    holders = {r.name for r in stated}
    held = {(CLASS_OF.get(_head(r)), r.affiliation) for r in stated}
    for line, phrase in waiting:
        if phrase.plural or phrase.determiner in ARTICLES or not (_opens(line, phrase) or _ends(line, phrase)):
            continue
        index = lines.index(line)
        role = _role(line, phrase, _next_subject(lines, index) or "")
        role = role if role.affiliation or phrase.determiner != "its" else replace(role, affiliation=owner_of(lines, index, phrase, states))
        if role.name and role.affiliation and role.name not in holders and (CLASS_OF.get(phrase.head), role.affiliation) not in held:
            holders.add(role.name)
            yield role


def _head(role: NameRole) -> str:
    return role.role.split()[-1].lower()


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
