"""What an article says about its own names: acronyms, surnames, short forms, and the same name found everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from pipeline.actors.gazetteer import names
from pipeline.actors.lexicon import BUSINESSES, COMPANIES, ORGANISATION_HEADS, PARTICLES, PLACE_HEADS, SPEECH, TEAMS
from pipeline.actors.names.acronyms import Definition, find_definitions
from pipeline.actors.names.beside import find_bodies
from pipeline.actors.names.echoes import ECHOED, echoes_of, find_echoes
from pipeline.actors.names.sentence import Found, join_words
from pipeline.actors.names.things import THING, named_things

NO_BODIES = frozenset("US UK EU UN PM AM TV II IV AD BC CD DC GB HIV AIDS GDP CEO DNA".split())  # initials that say nothing
LONGEST_INITIALS = 7
NONE = ("", "")
START = Found(0, 0, "", "", "", 0.0)  # before the first name of a sentence
CALLED_BY_FIRST = ORGANISATION_HEADS | BUSINESSES | TEAMS  # last words of bodies that go by the first word of their name
OF_PEOPLE = ("surname", "given")  # how a short form stands for a person
PREFERRED = ("organisation", "person", "location")  # of two kinds that a name has as often: what takes a place for a body is rarer than the reverse
HOLDINGS = frozenset("stake stakes share shares interest holding investment invested invests which".split())
WHERE = frozenset("in near off around across outside inside".split())
PEOPLE_AND_PLACES = ("given", "surname", "city", "metropolis", "region")
DEFINED = 0.95  # in an acronym or its long form, beside each other


class Row(NamedTuple):
    """A sentence of the article: its words and the names in it."""

    words: Sequence[str]
    found: list[Found]


@dataclass(slots=True)
class Cast:
    """The names of an article, by the words they are written with."""

    kinds: dict[str, str] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)  # words that something is in, near or off
    full: dict[str, tuple[str, str]] = field(default_factory=dict)  # short form -> full name and how it is one
    sure: set[str] = field(default_factory=set)  # names that a gazetteer has: each mention keeps its own kind


def settle(rows: Sequence[Row]) -> list[list[Found]]:
    """The names of each sentence, each under the fullest name that the article has for it; what is a thing's once is one everywhere."""
    things = named_things(row.words for row in rows) | {f.name for row in rows for f in row.found if f.kind == THING}
    rows = [Row(words, [f for f in found if f.name not in things or f.how != "tagged"]) for words, found in rows] if things else rows
    found = [_with_definitions(row) for row in rows]
    defined = {short: long for _, pairs in found for short, long in pairs}
    told = [names_found for names_found, _ in found]
    cast = _cast([one for names_found in told for one in names_found], defined, placed_words(rows), find_bodies(rows))
    echoes = echoes_of(cast.kinds)
    settled = []
    for row, names_found in zip(rows, told, strict=True):
        starts = [at for at, word in enumerate(row.words) if word in echoes]
        more = list(find_echoes(row.words, names_found, echoes, starts)) if starts else []
        every = sorted(names_found + more) if more else names_found
        settled.append([_named(row.words, one, cast, before.last) for before, one in zip([START, *every], every, strict=False)])
    return settled


def _with_definitions(row: Row) -> tuple[list[Found], list[tuple[str, Found]]]:
    """The names of a sentence with both sides of every definition among them, and acronym -> long form."""
    if "(" not in row.words:
        return row.found, []
    found, pairs = row.found, []
    for definition in chain(find_definitions(row.words), _initialled(row)):
        inside = [f for f in found if f.first < definition.long[1] and f.last > definition.long[0] and f.how != "demonym"]
        if any(f.kind == "person" and f.confidence > ECHOED for f in inside) and len(inside) == 1:
            continue
        long = _long_form(row.words, definition.long, inside)
        short = Found(*definition.short, long.kind, long.name, "acronym", DEFINED)
        found = [f for f in found if not _meet(f, long) and not _meet(f, short)] + [long, short]
        pairs.append((" ".join(row.words[short.first : short.last]), long))
    return sorted(found), pairs


def _initialled(row: Row) -> Iterator[Definition]:
    """A body and what stands in brackets right behind it, when that is short, has capitals and begins with the same letter."""
    for one in row.found:
        short = row.words[one.last + 1 : one.last + 2]
        if one.kind == "organisation" and row.words[one.last : one.last + 3] == ["(", *short, ")"] and _is_initials(short[0], row.words[one.first]):
            yield Definition((one.last + 1, one.last + 2), (one.first, one.last))


def _is_initials(short: str, first: str) -> bool:
    return short.isalpha() and len(short) < LONGEST_INITIALS and sum(map(str.isupper, short)) > 1 and short[0].upper() == first[0].upper()


def _long_form(words: Sequence[str], span: tuple[int, int], inside: Sequence[Found]) -> Found:
    same = next((f for f in inside if (f.first, f.last) == span and f.kind != "person"), None)
    if same is not None and (same.how != "tagged" or same.kind == "organisation"):
        return same
    return Found(*span, "organisation", join_words(words[span[0] : span[1]]), "exact", DEFINED)


def _meet(a: Found, b: Found) -> bool:
    return a.first < b.last and b.first < a.last


def placed_words(rows: Iterable[Row]) -> set[str]:
    """The names of one word that something is in, near or off: "off Veld", but not "in Veld Council" or "a stake in Veld"."""
    alone = [(words, one.first) for words, found in rows for one in found if one.last - one.first == 1 and one.first]
    return {words[at] for words, at in alone if words[at - 1].lower() in WHERE and (at == 1 or words[at - 2].lower() not in HOLDINGS)}


def _cast(found: Sequence[Found], defined: Mapping[str, Found], placed: set[str], bodies: set[str]) -> Cast:
    cast = Cast(placed=placed)
    votes: dict[str, list[str]] = {}
    for one in found:
        if one.how != "demonym":
            votes.setdefault(one.name, []).append(one.kind)
            if one.how != "tagged":
                cast.sure.add(one.name)
    for name, kinds in votes.items():
        cast.kinds[name] = kinds[0] if len(kinds) == 1 else max(PREFERRED, key=kinds.count)
    cast.kinds.update(dict.fromkeys(sorted(bodies - cast.sure), "organisation"))
    for short, long in defined.items():
        cast.kinds[short] = long.kind
        cast.full[short] = (long.name, "acronym")
    _add_people(cast)
    _add_bodies(cast)
    _add_initials(cast)
    return cast


def _add_people(cast: Cast) -> None:
    """Surnames, given names that stand alone and names with initials are of the one person of the article who bears them."""
    bearers: dict[str, set[str]] = {}
    called: dict[str, set[str]] = {}
    for parts in _spelled_out(cast):
        name = " ".join(parts)
        called.setdefault(parts[0], set()).add(name)
        for short in _surnames(parts):
            bearers.setdefault(short, set()).add(name)
    for short in bearers:
        if cast.kinds.get(short) == "location" and short not in cast.sure:
            cast.kinds[short] = "person"
    for shorts, how in ((bearers, "surname"), (called, "given")):
        for short, full in shorts.items():
            if len(full) == 1 and (how == "surname" or short not in bearers):
                cast.full.setdefault(short, (min(full), how))


def _spelled_out(cast: Cast) -> list[list[str]]:
    """The people of the article by the parts of their names, but for those whose initial another name spells out."""
    people = [name.split(" ") for name, kind in cast.kinds.items() if kind == "person" and " " in name]
    for parts in people:
        fuller = [" ".join(other) for other in people if _spells_out(other, parts)] if len(parts[0].rstrip(".")) == 1 else []
        if len(fuller) == 1:
            cast.full.setdefault(" ".join(parts), (fuller[0], "surname"))
    return [parts for parts in people if " ".join(parts) not in cast.full]


def _spells_out(full: Sequence[str], short: Sequence[str]) -> bool:
    """
    >>> _spells_out(["Ana", "Vane"], ["A.", "Vane"]), _spells_out(["A", "Vane"], ["A.", "Vane"]), _spells_out(["Ana", "Holm"], ["A", "Vane"])
    (True, False, False)
    """
    return full[-1] == short[-1] and full[0][0] == short[0][0] and len(full[0].rstrip(".")) > 1


def _surnames(parts: Sequence[str]) -> Iterator[str]:
    """The ends of a name by which its bearer may be called: "von Berg", "Berg"; "al-Hadi", "Hadi".

    >>> list(_surnames(["Anna", "von", "Berg"])), list(_surnames(["Omar", "al-Hadi"]))
    (['von Berg', 'Berg'], ['al-Hadi', 'Al-Hadi', 'Hadi'])
    """
    last = len(parts) - 1
    first = last
    while first > 1 and parts[first - 1].lower() in PARTICLES:
        first -= 1
    if first < last:
        yield " ".join(parts[first:])
    yield parts[last]
    particle, hyphen, rest = parts[last].partition("-")
    if hyphen and particle.lower() in PARTICLES:
        yield f"{particle.capitalize()}-{rest}"
        yield rest


def _add_bodies(cast: Cast) -> None:
    """A short form stands for the one longer name of a body that ends or begins with it.

    The Bank of a place is not short for its Central Bank: a name with "of" is whole.
    """
    long = [name for name, kind in cast.kinds.items() if kind == "organisation" and " " in name]
    headed: dict[str, list[str]] = {}  # by their first word
    surnames = {name[name.rindex(" ") + 1 :] for name, kind in cast.kinds.items() if kind == "person" and " " in name}
    for name in long:
        first, last = name[: name.index(" ")], name[name.rindex(" ") + 1 :].lower()
        if first in surnames:
            continue
        if last in COMPANIES or (first not in cast.placed and (last in CALLED_BY_FIRST or _is_own_word(first, last))):
            headed.setdefault(first, []).append(name)
    for body, kind in cast.kinds.items():
        if " " not in body:
            fuller = headed.get(body, []) if kind == "organisation" or body not in cast.sure else []
        else:
            fuller = [name for name in long if name.endswith(" " + body)] if kind == "organisation" and " of " not in body else []
        if len(fuller) == 1:
            cast.full.setdefault(body, (fuller[0], "alias"))


def _is_own_word(first: str, last: str) -> bool:
    """Whether the first word of the name of a body is nobody's else: of no list of people and places, before a word for no place."""
    return last not in PLACE_HEADS and not any(first in names(listed) for listed in PEOPLE_AND_PLACES) and first.lower() not in names("common")


def _add_initials(cast: Cast) -> None:
    """An acronym that nothing defines stands for the one body of the article that has its initials."""
    bearers: dict[str, list[str]] = {}
    for name, kind in cast.kinds.items():
        if kind != "organisation" or " " not in name:
            continue
        initials = "".join([word[0] for word in name.split(" ") if word[0].isupper()])
        if len(initials) > 1 and initials not in NO_BODIES:
            bearers.setdefault(initials, []).append(name)
    for initials, bodies in bearers.items():
        if len(bodies) == 1 and initials not in cast.full and initials not in cast.sure:
            cast.kinds.setdefault(initials, "organisation")
            cast.full[initials] = (bodies[0], "acronym")


def _kind_of(one: Found, written: str, cast: Cast) -> str:
    """The kind that most mentions of the name have in the article."""
    how = cast.full.get(written, NONE)[1]
    if how in (*OF_PEOPLE, "alias") and one.name not in cast.sure:
        return "organisation" if how == "alias" else "person" if how == "surname" else one.kind
    return one.kind if one.name in cast.sure else cast.kinds.get(one.name, one.kind)


def is_told(words: Sequence[str], one: Found) -> bool:
    """Whether the name speaks or is explained as a person is: "NAME said", "NAME, who"."""
    after = words[one.last : one.last + 2]
    return bool(after) and (after[0] in SPEECH or list(after) == [",", "who"])


def _named(words: Sequence[str], one: Found, cast: Cast, free: int) -> Found:
    """The name as the article has it; its first word may be as early as `free`."""
    if one.how == "demonym":
        return one
    written = words[one.first] if one.last - one.first == 1 else join_words(words[one.first : one.last])
    longer = f"{words[one.first - 1]} {written}" if one.first > free else ""
    if longer in cast.full or (one.how == "tagged" and cast.kinds.get(longer) == "person"):  # the particle of a surname, or the given name
        return _named(words, one._replace(first=one.first - 1, name=longer), cast, free)
    if one.how == "tagged":
        kind = _kind_of(one, written, cast)
        one = one if kind == one.kind else one._replace(kind=kind)
    elif one.kind == "location" and cast.full.get(written, NONE)[1] == "surname" and is_told(words, one):
        one = one._replace(kind="person", how="tagged", name=written)
    full = cast.full.get(written) or cast.full.get(one.name)
    if full is None or (full[1] in OF_PEOPLE) != (one.kind == "person"):
        return one
    return Found(one.first, one.last, one.kind, full[0], "alias" if full[1] == "given" else full[1], one.confidence)
