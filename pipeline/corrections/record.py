"""What a correction says, and what it must say to be one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipeline.errors import InputError
from pipeline.model import ACTOR_KINDS, EVENT_TYPES, STATUSES

UNDO = "undo"
FIELDS = ("event_type", "status", "title", "speaker")
PUBLISHED = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

# The values that each kind needs beside the words it is about.
KINDS: dict[str, tuple[str, ...]] = {
    "set_published": ("published",),  # YYYY-MM-DD, YYYY-MM or YYYY
    "clear_published": (),  # what came with the article is wrong; the text decides
    "choose_alternative": ("rank",),  # of the alternatives of a date
    "set_date": ("date_start", "date_end"),  # ISO days, both included
    "reject_date": (),  # no date at all
    "set_field": ("field", "value"),  # one of FIELDS, of an event
    "merge_events": ("others",),  # the places of the other events: text_hash, article, quote, char_start
    "split_event": (),  # this clause is an event of its own
    "hide_event": (),
    "add_event": ("title", "date_start", "date_end", "event_type", "status", "actors"),  # actors: names
    "merge_actors": ("actor", "kind", "into"),  # names
    "split_actor": ("actor", "kind", "alias", "name"),  # who is called `alias` is someone else, called `name`
    "rename_actor": ("actor", "kind", "name"),
    "hide_actor": ("actor", "kind"),
    "add_alias": ("actor", "kind", "alias"),
    "set_role": ("actor", "kind", "role", "affiliation"),
    UNDO: ("uid",),
}
WITHOUT_WORDS = ("merge_actors", "split_actor", "rename_actor", "hide_actor", "add_alias", UNDO)
ABOUT_AN_ARTICLE = ("set_published", "clear_published")


@dataclass(frozen=True, slots=True)
class Correction:
    """A change that a user wants, tied to words so that it survives rebuilds and small edits of the file."""

    kind: str
    text_hash: str | None = None  # of the article
    article: str | None = None  # its name: where the words are looked for when its text has changed
    quote: str | None = None  # of a date its words, of an event the clause of one piece of its evidence
    char_start: int | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    author: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log."""

    id: int
    uid: str  # the same in every copy of the log
    stamp: str  # UTC
    correction: Correction
    active: bool  # False when undone


def check(correction: Correction) -> None:
    """InputError when the correction names no kind, no words or not the values that its kind needs."""
    wanted = KINDS.get(correction.kind)
    if wanted is None:
        raise InputError(f"correction {correction.kind!r}; use one of {', '.join(KINDS)}")
    if set(correction.values) != set(wanted):
        raise InputError(f"{correction.kind} with the values {sorted(correction.values)}; wanted {sorted(wanted)}")
    if correction.kind not in WITHOUT_WORDS and not correction.text_hash:
        raise InputError(f"{correction.kind} without text_hash; wanted the article that it is about")
    if correction.kind not in (*WITHOUT_WORDS, *ABOUT_AN_ARTICLE) and (not correction.quote or correction.char_start is None):
        raise InputError(f"{correction.kind} without quote or char_start; wanted the words that it is about")
    for name, value in correction.values.items():
        if not ALLOWED.get(name, _anything)(value):
            raise InputError(f"{correction.kind}: {name} is {value!r}; wanted {WANTED[name]}")
    _check_field(correction)


def _check_field(correction: Correction) -> None:
    if correction.kind != "set_field":
        return
    name, value = correction.values["field"], correction.values["value"]
    if name in ALLOWED and not ALLOWED[name](value):
        raise InputError(f"set_field: {name} is {value!r}; wanted {WANTED[name]}")


def _anything(value: object) -> bool:
    return True


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_published(value: object) -> bool:
    return isinstance(value, str) and bool(PUBLISHED.fullmatch(value)) and _is_day(f"{value}-01-01"[:10] if len(value) < 10 else value)


WORDS = ("title", "actor", "into", "alias", "name", "role", "uid")
ALLOWED: dict[str, Callable[[Any], bool]] = {
    "published": _is_published,
    "date_start": _is_day,
    "date_end": _is_day,
    "rank": lambda value: isinstance(value, int) and value > 0,
    "field": lambda value: value in FIELDS,
    "event_type": lambda value: value in EVENT_TYPES,
    "status": lambda value: value in STATUSES,
    "kind": lambda value: value in ACTOR_KINDS,
    "actors": lambda value: isinstance(value, list) and all(map(_is_words, value)),
    "others": lambda value: isinstance(value, list) and all({"text_hash", "quote", "char_start"} <= set(o) for o in value),
    **dict.fromkeys(WORDS, _is_words),
}
WANTED = {
    "published": "a day, month or year (2021-10-27, 2021-10, 2021)",
    "date_start": "a day (2021-10-27)",
    "date_end": "a day (2021-10-27)",
    "rank": "a number from 1",
    "field": f"one of {', '.join(FIELDS)}",
    "event_type": f"one of {', '.join(EVENT_TYPES)}",
    "status": f"one of {', '.join(STATUSES)}",
    "kind": f"one of {', '.join(ACTOR_KINDS)}",
    "actors": "a list of names",
    "others": "a list of places: text_hash, article, quote, char_start",
    **dict.fromkeys(WORDS, "words"),
}
