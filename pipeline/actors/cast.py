"""The actors of one scope, out of all the names its articles have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.actors.bodies import SeedBook, body_key, guess_subkind
from pipeline.actors.grid import head_of
from pipeline.actors.people import Person, join_people
from pipeline.actors.spelling import fold, skeleton, split_person
from pipeline.actors.vocabulary import CLASS_OF
from pipeline.model import JOINT, Actor, SeedActor
from pipeline.text import digest

TELLING = frozenset(("government body", "military", "party"))  # bodies whose country is that of their officials
Key = tuple[str, str]  # kind, and the folded name that an actor is known by


class NameRow(NamedTuple):
    """How often a scope's articles write a name so, and whom it means by itself."""

    kind: str
    name: str
    text: str
    resolved_by: str
    n_articles: int
    known_kind: str  # another than `kind` where a list knows better
    key: str


class RoleRow(NamedTuple):
    """How often a scope's articles tell of a role."""

    name: str
    key: str
    role: str
    affiliation: str | None
    country: str | None
    n_roles: int


class Bodies(NamedTuple):
    """What the people of a scope need to know of its bodies and places."""

    titles: dict[Key, str]  # names to show, of those that a role is held for
    codes: dict[str, str]  # by name to show: ISO 3166 alpha-3


@dataclass(slots=True)
class Cast:
    """An actor in the making."""

    kind: str
    rows: list[NameRow] = field(default_factory=list)
    seed: SeedActor | None = None
    affiliations: dict[str, int] | None = None
    countries: dict[str, int] | None = None
    acronym: str | None = None


def cast_block(
    scope: str, rows: list[NameRow], roles: list[RoleRow], together: Mapping[str, Collection[int]], bodies: Bodies, book: SeedBook
) -> tuple[dict[Key, Actor], dict[Key, str]]:
    """Actors of a scope by their keys, and the actor_id of each (kind, name). No name outside of `rows` may mean one of them.

    `rows` come in a fixed order.
    """
    owners = join_people(_people(rows, roles), together)
    keys = {(r.kind, r.name): (r.known_kind, owners[r.key] if r.kind == "person" else r.key) for r in rows}
    casts: defaultdict[Key, Cast] = defaultdict(lambda: Cast(""))
    for row in rows:
        _add(casts, keys[row.kind, row.name], row, book)
    _add_roles(casts, roles, keys, bodies.titles)
    titles = {key: _title(cast) for key, cast in casts.items()}
    ids = _make_ids(scope, casts, titles)
    actors = {key: _actor(ids[key], titles[key], cast, bodies.codes) for key, cast in casts.items()}
    return actors, {name: ids[key] for name, key in keys.items()}


def known_as(kind: str, name: str, acronyms: Mapping[str, str], book: SeedBook) -> Key:
    """Whom a name means by itself. `acronyms` are those that the scope defines."""
    if kind == "person":
        return kind, person_key(name, book)
    key = body_key(name)
    seed = book.find(kind, name) or (book.find(kind, acronyms[key]) if key in acronyms else None)
    if seed:
        return seed.kind, body_key(seed.name)
    return kind, acronyms.get(key, key) if kind == "organisation" else key


def person_key(name: str, book: SeedBook) -> str:
    seed = book.by_kind.get(("person", body_key(name)))
    return fold(seed.name if seed else name)


def _people(rows: list[NameRow], roles: list[RoleRow]) -> dict[str, Person]:
    people = {r.key: Person() for r in rows if r.kind == "person"}
    for role in roles:
        person = people.get(role.key)
        if person:
            if role.role:
                person.roles |= {CLASS_OF.get(head_of(role.role.split()[-1].lower()) or "", role.role.lower())}
            person.sides |= {body_key(n) for n in (role.affiliation, role.country) if n}
            person.countries |= {body_key(role.country)} if role.country else frozenset()
    return people


def _add(casts: dict[Key, Cast], key: Key, row: NameRow, book: SeedBook) -> None:
    cast = casts[key]
    cast.kind = key[0]
    cast.rows.append(row)
    cast.seed = cast.seed or book.find(key[0], row.name) or book.by_kind.get((key[0], key[1]))
    if row.resolved_by == "acronym" and row.text != row.name:
        cast.acronym = min(filter(None, (cast.acronym, row.text)), key=lambda a: (len(a), a))


def _named(cast: Cast) -> dict[str, int]:
    """In how many articles each full name is."""
    names: dict[str, int] = {}
    for row in cast.rows:
        names[row.name] = names.get(row.name, 0) + row.n_articles
    return names


def _written(cast: Cast) -> dict[str, int]:
    """How often each full name and each way to write it is used."""
    used = _named(cast)
    for row in cast.rows:
        if row.resolved_by != "demonym":
            used[row.text] = used.get(row.text, 0) + row.n_articles
    return used


def _title(cast: Cast) -> str:
    """The name to show: the known one, else the fullest form most often used."""
    if cast.seed:
        return cast.seed.name
    if len(cast.rows) == 1:
        return cast.rows[0].name
    names = _named(cast)
    full = {n: c for n, c in names.items() if " " in n} or names
    return min(full, key=lambda n: (n.isupper(), -full[n], -len(n), n))


def _add_roles(casts: Mapping[Key, Cast], roles: Iterable[RoleRow], keys: Mapping[Key, Key], titles: Mapping[Key, str]) -> None:
    for role in roles:
        key = keys.get(("person", role.name))
        if key is None:
            continue
        if role.affiliation:
            casts[key].affiliations = _counted(casts[key].affiliations, title_of(role.affiliation, titles), role.n_roles)
        for name in (role.country, role.affiliation):
            if name:
                casts[key].countries = _counted(casts[key].countries, title_of(name, titles), role.n_roles)


def _counted(found: dict[str, int] | None, name: str, count: int) -> dict[str, int]:
    """The counts with more; most actors have none and so need no dictionary."""
    found = found if found is not None else {}
    found[name] = found.get(name, 0) + count
    return found


def title_of(name: str, titles: Mapping[Key, str]) -> str:
    """The name to show for a body or country that a role is held for."""
    return titles.get(("organisation", name)) or titles.get(("location", name)) or name


def _make_ids(scope: str, casts: Mapping[Key, Cast], titles: Mapping[Key, str]) -> dict[Key, str]:
    """Ids that follow from names alone; spellings of one name share theirs, unless two people of a corpus would."""
    short = {key: _id_name(key[0], titles[key]) for key in casts}
    shared = Counter((key[0], name) for key, name in short.items())
    return {key: _id(scope, key[0], name if shared[key[0], name] == 1 else fold(titles[key])) for key, name in short.items()}


def _id(scope: str, kind: str, name: str) -> str:
    return digest("actor", kind, name, scope) if scope else digest("actor", kind, name)


def _id_name(kind: str, title: str) -> str:
    if kind != "person":
        return body_key(title)
    given, surname = split_person(skeleton(fold(title)))
    return " ".join([*given[:1], surname])


def _actor(actor_id: str, title: str, cast: Cast, codes: Mapping[str, str]) -> Actor:
    seed = cast.seed
    used = _written(cast)
    used.pop(title, None)
    aliases = sorted(used, key=lambda n: (-used[n], n)) if len(used) > 1 else list(used)
    return Actor(
        actor_id=actor_id, name=title, kind=cast.kind,
        subkind=(seed.subkind if seed else None) or (guess_subkind(title) if cast.kind == "organisation" else None),
        acronym=(seed.acronym if seed else None) or cast.acronym,
        affiliation=_most(cast.affiliations) or ((seed.affiliation or None) if seed else None),
        country=((seed.country or None) if seed else None) or next(_codes(cast, codes), None), aliases=JOINT.join(aliases),
    )  # fmt: skip


def _most(found: dict[str, int] | None) -> str | None:
    return min(found, key=lambda n: (-found[n], n)) if found else None


def _codes(cast: Cast, codes: Mapping[str, str]) -> Iterator[str]:
    found = cast.countries or {}
    return (codes[n] for n in sorted(found, key=lambda n: (-found[n], n)) if n in codes)
