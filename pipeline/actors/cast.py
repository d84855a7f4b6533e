"""The actors of one scope, out of all the names its articles have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.actors.bodies import SeedBook, body_key, defined_acronyms, guess_subkind
from pipeline.actors.grid import head_of
from pipeline.actors.people import Person, join_people
from pipeline.actors.spelling import fold, skeleton, split_person
from pipeline.actors.vocabulary import CLASS_OF
from pipeline.model import JOINT, Actor, NameRole, SeedActor
from pipeline.text import digest

TELLING = frozenset(("government body", "military", "party"))  # bodies whose country is that of their officials
Key = tuple[str, str]  # kind, and the folded name that an actor is known by


class NameRow(NamedTuple):
    """How often a scope's articles write a name so."""

    kind: str
    name: str
    text: str
    resolved_by: str
    n_articles: int


@dataclass(slots=True)
class Cast:
    """An actor in the making."""

    kind: str
    rows: list[NameRow] = field(default_factory=list)
    seed: SeedActor | None = None
    affiliations: dict[str, int] | None = None
    countries: dict[str, int] | None = None
    acronym: str | None = None


def cast_scope(
    scope: str, rows: list[NameRow], roles: list[NameRole], together: Mapping[str, Collection[int]], book: SeedBook
) -> tuple[list[Actor], dict[Key, str]]:
    """Actors of a scope, and the actor_id of each (kind, name) in it. `rows` and `roles` come in a fixed order."""
    keys = _find_keys(rows, roles, together, book)
    casts: defaultdict[Key, Cast] = defaultdict(lambda: Cast(""))
    for row in rows:
        _add(casts, keys[row.kind, row.name], row, book)
    titles = {key: _title(cast) for key, cast in casts.items()}
    _add_roles(casts, roles, keys, titles)
    ids = _make_ids(scope, casts, titles)
    codes = {titles[k]: c.seed.country for k, c in casts.items() if c.seed and c.seed.country and (k[0] == "location" or c.seed.subkind in TELLING)}
    actors = [_actor(ids[key], titles[key], cast, codes) for key, cast in sorted(casts.items())]
    return actors, {name: ids[key] for name, key in keys.items()}


def _find_keys(rows: list[NameRow], roles: list[NameRole], together: Mapping[str, Collection[int]], book: SeedBook) -> dict[Key, Key]:
    """(kind, name) -> the key of its actor."""
    acronyms = defined_acronyms((r.text, r.name, r.n_articles) for r in rows if r.kind == "organisation" and r.resolved_by == "acronym")
    keys = {(r.kind, r.name): _body(r.kind, r.name, acronyms, book) for r in rows if r.kind != "person"}
    people = _people(rows, roles, book)
    owners = join_people(people, together)
    keys |= {(r.kind, r.name): ("person", owners[person_key(r.name, book)]) for r in rows if r.kind == "person"}
    return keys


def _body(kind: str, name: str, acronyms: Mapping[str, str], book: SeedBook) -> Key:
    key = body_key(name)
    seed = book.find(kind, name) or (book.find(kind, acronyms[key]) if key in acronyms else None)
    if seed:
        return seed.kind, body_key(seed.name)
    return kind, acronyms.get(key, key) if kind == "organisation" else key


def person_key(name: str, book: SeedBook) -> str:
    seed = book.by_kind.get(("person", body_key(name)))
    return fold(seed.name if seed else name)


def _people(rows: list[NameRow], roles: list[NameRole], book: SeedBook) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for row in rows:
        if row.kind == "person":
            key = person_key(row.name, book)
            people.setdefault(key, Person(key)).n_articles += row.n_articles
    for role in roles:
        person = people.get(person_key(role.name, book))
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


def _add_roles(casts: Mapping[Key, Cast], roles: Iterable[NameRole], keys: Mapping[Key, Key], titles: Mapping[Key, str]) -> None:
    for role in roles:
        key = keys.get(("person", role.name))
        if key is None:
            continue
        if role.affiliation:
            casts[key].affiliations = _count(casts[key].affiliations, title_of(role.affiliation, keys, titles))
        for name in (role.country, role.affiliation):
            if name:
                casts[key].countries = _count(casts[key].countries, title_of(name, keys, titles))


def _count(found: dict[str, int] | None, name: str) -> dict[str, int]:
    """The counts with one more; most actors have none and so need no dictionary."""
    found = found if found is not None else {}
    found[name] = found.get(name, 0) + 1
    return found


def title_of(name: str, keys: Mapping[Key, Key], titles: Mapping[Key, str]) -> str:
    """The name to show for a body or country that a role is held for."""
    found = keys.get(("organisation", name)) or keys.get(("location", name))
    return titles[found] if found else name


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
