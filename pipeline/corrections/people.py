"""Corrections of actors: who is who, under which name, in which role."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from pipeline.corrections.places import Finder
from pipeline.corrections.record import Entry
from pipeline.model import JOINT, Actor, ActorRole, Bearer
from pipeline.text import digest

ACTOR_CORRECTIONS = ("merge_actors", "split_actor", "rename_actor", "hide_actor", "add_alias", "set_role")


class People(NamedTuple):
    """The actors of a corpus as corrections change them, one after the other."""

    actors: dict[str, Actor]  # by id
    roles: list[ActorRole]
    bearers: list[Bearer]
    hidden: set[str]  # ids


def people_of(actors: Iterable[Actor], roles: Iterable[ActorRole], bearers: Iterable[Bearer]) -> People:
    return People({a.actor_id: a for a in actors}, list(roles), list(bearers), set())


def correct_people(people: People, entry: Entry, finder: Finder) -> bool:
    """Changes `people` as one correction asks. False when the actor is not there any more."""
    values = entry.correction.values
    actor = _find(people, values["actor"], values["kind"])
    if actor is None:
        return False
    if entry.correction.kind == "set_role":
        return _set_role(people, actor, entry, finder)
    return CHANGES[entry.correction.kind](people, actor, values)


def _find(people: People, name: str, kind: str) -> Actor | None:
    """The actor of this name, else the one that has it among its aliases."""
    wanted = name.casefold()
    alike = [a for a in people.actors.values() if a.kind == kind]
    named = [a for a in alike if a.name.casefold() == wanted] or [a for a in alike if wanted in map(str.casefold, _aliases(a))]
    return min(named, key=lambda a: a.actor_id, default=None)


def _aliases(actor: Actor) -> list[str]:
    return actor.aliases.split(JOINT) if actor.aliases else []


def _renamed(actor: Actor, name: str, more: Iterable[str]) -> Actor:
    aliases = sorted({*_aliases(actor), *more} - {name, ""})
    return dataclasses.replace(actor, name=name, aliases=JOINT.join(aliases))


def _rename(people: People, actor: Actor, values: Mapping[str, Any]) -> bool:
    people.actors[actor.actor_id] = _renamed(actor, values["name"], [actor.name])
    return True


def _merge(people: People, actor: Actor, values: Mapping[str, Any]) -> bool:
    into = _find(people, values["into"], values["kind"])
    if into is None or into.actor_id == actor.actor_id:
        return False
    people.actors[into.actor_id] = _renamed(into, into.name, [actor.name, *_aliases(actor)])
    del people.actors[actor.actor_id]
    people.roles[:] = [dataclasses.replace(r, actor_id=into.actor_id) if r.actor_id == actor.actor_id else r for r in people.roles]
    people.bearers[:] = [dataclasses.replace(b, actor_id=into.actor_id) if b.actor_id == actor.actor_id else b for b in people.bearers]
    return True


def _split(people: People, actor: Actor, values: Mapping[str, Any]) -> bool:
    """Who goes by the alias becomes an actor of its own, or the one who has that name already."""
    alias = values["alias"].casefold()
    moved = [b for b in people.bearers if b.actor_id == actor.actor_id and b.name.casefold() == alias]
    if not moved:
        return False
    other = _find(people, values["name"], actor.kind)
    if other is None or other.actor_id == actor.actor_id:
        made = dataclasses.replace(actor, actor_id=digest("split", actor.kind, values["name"]), name=values["name"], aliases="")
        other = _renamed(made, made.name, [values["alias"]])
        people.actors[other.actor_id] = other
    kept = [a for a in _aliases(actor) if a.casefold() != alias]
    people.actors[actor.actor_id] = dataclasses.replace(actor, aliases=JOINT.join(kept))
    people.bearers[:] = [dataclasses.replace(b, actor_id=other.actor_id) if b in moved else b for b in people.bearers]
    return True


def _add_alias(people: People, actor: Actor, values: Mapping[str, Any]) -> bool:
    """The alias is a name of this actor; whoever went by it alone is this actor too."""
    other = next((a for a in people.actors.values() if a.kind == actor.kind and a.name.casefold() == values["alias"].casefold()), None)
    if other and other.actor_id != actor.actor_id:
        return _merge(people, other, {"into": actor.name, "kind": actor.kind})
    people.actors[actor.actor_id] = _renamed(actor, actor.name, [values["alias"]])
    return True


def _hide(people: People, actor: Actor, values: Mapping[str, Any]) -> bool:
    people.hidden.add(actor.actor_id)
    return True


def _set_role(people: People, actor: Actor, entry: Entry, finder: Finder) -> bool:
    said = entry.correction
    places = finder.places(said.text_hash, said.article, said.quote, said.char_start)
    people.roles.extend(ActorRole(actor.actor_id, said.values["role"], said.values["affiliation"], p.article_id, p.start, p.end) for p in places)
    return bool(places)


CHANGES: dict[str, Callable[[People, Actor, Mapping[str, Any]], bool]] = {
    "rename_actor": _rename,
    "merge_actors": _merge,
    "split_actor": _split,
    "add_alias": _add_alias,
    "hide_actor": _hide,
}
