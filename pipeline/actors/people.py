"""Which names of persons are one person: spellings, shorter forms and lone surnames, never two people of one surname."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from pipeline.actors.spelling import block_of, is_same_person, is_shorter_form, skeleton, split_person


@dataclass(slots=True)
class Person:
    """What a corpus tells of one folded name."""

    folded: str
    n_articles: int = 0
    roles: frozenset[str] = frozenset()  # classes of roles
    sides: frozenset[str] = frozenset()  # bodies and countries, folded
    countries: frozenset[str] = frozenset()


def join_people(people: Mapping[str, Person], together: Mapping[str, Collection[int]]) -> dict[str, str]:
    """Folded name -> folded name of the person it is. `together` has the articles of each name that has a rival."""
    owner = _join_spellings(people, together)
    _join_shorter(owner, people, together)
    _join_surnames(owner, people)
    return {name: _root(owner, name) for name in people}


def rivals(names: Iterable[str]) -> set[str]:
    """Full names that share a block with another: only of these it matters where they stand together."""
    blocks: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        if " " in name:
            blocks[block_of(name)].append(name)
    return {n for block in blocks.values() if len(block) > 1 for n in block}


def _blocks(people: Mapping[str, Person]) -> list[list[str]]:
    blocks: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(people):
        if " " in name:
            blocks[block_of(name)].append(name)
    return [b for b in blocks.values() if len(b) > 1]


def _join_spellings(people: Mapping[str, Person], together: Mapping[str, Collection[int]]) -> dict[str, str]:
    owner: dict[str, str] = {}
    for block in _blocks(people):
        for one, other in combinations(block, 2):
            if is_same_person(one, other) and not _meet(together, one, other) and agree(people[one], people[other]):
                _join(owner, one, other)
    return owner


def _join_shorter(owner: dict[str, str], people: Mapping[str, Person], together: Mapping[str, Collection[int]]) -> None:
    """A shorter form goes to the one fuller name it fits; where two people fit, it stays alone."""
    for block in _blocks(people):
        for short in block:
            fits = [f for f in block if is_shorter_form(short, f) and not _meet(together, short, f) and agree(people[short], people[f])]
            if len({_root(owner, f) for f in fits}) == 1:
                _join(owner, fits[0], short)


def _join_surnames(owner: dict[str, str], people: Mapping[str, Person]) -> None:
    """A lone surname goes to the one person who bears it, unless what is told of them disagrees."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name in people:
        if " " in name:
            surname = skeleton(split_person(name)[1])
            bearers[surname].add(_root(owner, name))
            bearers[surname.rsplit(" ", 1)[-1]].add(_root(owner, name))
    for name in sorted(people):
        fits = sorted(bearers[skeleton(name)]) if " " not in name and skeleton(name) in bearers else []
        if len(fits) > 1:
            fits = [f for f in fits if _supports(people[f], people[name])]
        if len(fits) == 1 and agree(people[fits[0]], people[name]):
            _join(owner, fits[0], name)


def _meet(together: Mapping[str, Collection[int]], one: str, other: str) -> bool:
    """Whether one article has both."""
    return not set(together.get(one, ())).isdisjoint(together.get(other, ()))


def agree(one: Person, other: Person) -> bool:
    """Whether nothing told of one speaks against the other."""
    if one.countries and other.countries and not one.countries & other.countries:
        return False
    if one.roles and other.roles and not one.roles & other.roles:
        return bool((one.sides & other.sides) or (one.countries & other.countries))
    return True


def _supports(one: Person, other: Person) -> bool:
    return bool((one.sides & other.sides) or (one.countries & other.countries) or (one.roles & other.roles))


def _root(owner: dict[str, str], name: str) -> str:
    while name in owner:
        name = owner[name]
    return name


def _join(owner: dict[str, str], one: str, other: str) -> None:
    first, second = _root(owner, one), _root(owner, other)
    if first != second:
        owner[second] = first
