"""One role told of several people: "ministers NAME and NAME", "NAME and NAME, the owners of the mill"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.actors.grid import Grid, head_of
from pipeline.actors.roles.phrases import Phrase
from pipeline.actors.roles.shapes import holder_after
from pipeline.actors.roles.ties import past_things

LONGEST_HOLDER = 6  # tokens of "of the Harbour Board" between two names


def shared_roles(grid: Grid, phrases: Sequence[Phrase]) -> Iterator[tuple[Phrase, int]]:
    """Each phrase in the plural that stands beside a list of people, put in the singular, with the index of each of them."""
    for phrase in phrases:
        if phrase.plural:
            after = past_things(grid, phrase.last, len(grid.low))
            people = _listed(grid, after + (grid.low[after : after + 1] in ((",",), (":",)))) or _listed_before(grid, phrase.first)
            held = phrase if grid.low[phrase.last : phrase.last + 1] != ("and",) else phrase._replace(affiliation=None, country=None)  # one for each
            yield from ((singular(held), person) for person in people)


def singular(phrase: Phrase) -> Phrase:
    if not phrase.plural:
        return phrase
    words = phrase.role.split(" ")
    last = max((n for n, word in enumerate(words) if head_of(word.lower()) == phrase.head), default=len(words) - 1)
    words[last] = phrase.head.capitalize() if words[last][0].isupper() else phrase.head
    return phrase._replace(role=" ".join(words), plural=False)


def _listed(grid: Grid, token: int) -> list[int]:
    """The people of a list that begins at `token`; none where there is only one."""
    people: list[int] = []
    while (person := _person_at(grid, token)) is not None:
        people.append(person)
        token = _past_separator(grid, _past_holder(grid, grid.lasts[person]))
    return people if len(people) > 1 else []


def _listed_before(grid: Grid, first: int) -> list[int]:
    """The people of "NAME, NAME and NAME, the owners"."""
    if first < 2 or grid.low[first - 1] != ",":
        return []
    last = _person_at(grid, first - 2)
    if last is None or grid.low[max(0, grid.firsts[last] - 1) : grid.firsts[last]] != ("and",):
        return []
    start = last
    while start and grid.names[start - 1].kind == "person" and _past_separator(grid, grid.lasts[start - 1]) == grid.firsts[start]:
        start -= 1
    return list(range(start, last + 1)) if start < last else []


def _person_at(grid: Grid, token: int) -> int | None:
    index = grid.at[token] if token < len(grid.at) else -1
    return index if index >= 0 and grid.names[index].kind == "person" else None


def _past_separator(grid: Grid, token: int) -> int:
    token += grid.low[token : token + 1] == (",",)
    return token + (grid.low[token : token + 1] == ("and",))


def _past_holder(grid: Grid, token: int) -> int:
    holder = holder_after(grid, token)
    if holder is None:
        return token
    at = grid.names.index(holder)
    return grid.lasts[at] if grid.firsts[at] - token <= LONGEST_HOLDER else token
