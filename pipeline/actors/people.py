"""Which names of persons are one person: spellings, shorter forms and lone surnames, never two people of one surname."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations, groupby
from operator import itemgetter

from pipeline.actors.spelling import block_of, consonants, is_same_person, is_shorter_form, skeleton, split_person, surname_of


@dataclass(slots=True)
class Person:
    """What a corpus tells of one folded name."""

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
    """Full names that by their letters may be of one person with another: only of these it matters where they stand together."""
    pairs = (pair for block in _blocks(names) for pair in chain(_spelled_alike(block), _shortened(block)))
    return set(chain.from_iterable(pairs))


def _blocks(names: Iterable[str]) -> list[list[str]]:
    return _sharing((n for n in sorted(names) if " " in n), block_of)


def _sharing(names: Iterable[str], key: Callable[[str], Hashable]) -> list[list[str]]:
    """The names that share a key with another, in their order."""
    groups: defaultdict[Hashable, list[str]] = defaultdict(list)
    for name in names:
        groups[key(name)].append(name)
    return [g for g in groups.values() if len(g) > 1]


def _spelled_alike(block: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs that may be two spellings of one name."""
    pairs = (pair for names in _sharing(block, consonants) for pair in combinations(names, 2))
    return (pair for pair in pairs if is_same_person(*pair))


def _shortened(block: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a shorter form and a fuller name that it fits, in the order of the shorter forms."""
    families = {name: family for family in _sharing(block, surname_of) for name in family}
    return ((short, full) for short in block for full in families.get(short, ()) if is_shorter_form(short, full))


def _join_spellings(people: Mapping[str, Person], together: Mapping[str, Collection[int]]) -> dict[str, str]:
    owner: dict[str, str] = {}
    for block in _blocks(people):
        for one, other in _spelled_alike(block):
            if not _meet(together, one, other) and agree(people[one], people[other]):
                _join(owner, one, other)
    return owner


def _join_shorter(owner: dict[str, str], people: Mapping[str, Person], together: Mapping[str, Collection[int]]) -> None:
    """A shorter form goes to the one fuller name it fits; where two people fit, it stays alone."""
    for block in _blocks(people):
        for short, pairs in groupby(_shortened(block), itemgetter(0)):
            fits = [f for _, f in pairs if not _meet(together, short, f) and agree(people[short], people[f])]
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
