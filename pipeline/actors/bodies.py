"""Organisations and places: known by their aliases and acronyms alone, never by likeness of spelling."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable

from pipeline.actors.lexicon import COMPANIES
from pipeline.actors.spelling import fold
from pipeline.model import JOINT, SeedActor

CLEAR = 0.8  # share of the articles defining an acronym that must mean the same by it
BRITISH = {
    "organisation": "organization", "centre": "center", "defence": "defense", "programme": "program", "labour": "labor", "organisations": "organizations",
    "co-operation": "cooperation", "programmes": "programs",
}  # fmt: skip
# The last telling word of a body's name -> what it is, for bodies that no list knows.
KINDS_OF_BODY: dict[str, str] = {
    word: subkind
    for subkind, words in {
        "government body": "ministry department agency parliament senate assembly congress cabinet police court bureau office government directorate"
        " embassy prosecutor inspectorate municipality council duma knesset secretariat",
        "intergovernmental": "nations union",
        "military": "army forces brigade regiment navy division battalion corps guard guards",
        "armed group": "militia front brigades resistance jihad mujahideen",
        "party": "party coalition democrats liberals conservatives socialists greens",
        "company": "inc corp corporation ltd plc bank group company airlines airways motors energy holdings ag gmbh llc sa partners industries steel"
        " pharmaceuticals technologies systems",
        "media": "wire news times post tribune herald gazette tv radio broadcasting newspaper journal daily magazine press",
        "university": "university college school academy",
        "civil society": "movement institute foundation association federation society trust watch centre center charity international church union"
        " club committee",
    }.items()
    for word in words.split()
}


class SeedBook:
    """The known actors by their folded names."""

    def __init__(self, actors: tuple[SeedActor, ...]) -> None:
        self.by_kind: dict[tuple[str, str], SeedActor] = {}
        self.by_name: dict[str, SeedActor] = {}
        for actor in actors:
            self._enter(actor, actor.name)
        for actor in sorted(actors, key=lambda a: a.subkind != "media"):  # agencies go by their acronym, others explain theirs
            self._enter(actor, actor.acronym)
        for actor in actors:
            for alias in actor.aliases.split(JOINT):
                self._enter(actor, alias)

    def _enter(self, actor: SeedActor, alias: str) -> None:
        key = body_key(alias)
        if key:
            self.by_kind.setdefault((actor.kind, key), actor)
            self.by_name.setdefault(key, actor)

    def find(self, kind: str, name: str) -> SeedActor | None:
        """The actor of that kind; a name of several words may be of another kind than its article took it for."""
        key = body_key(name)
        return self.by_kind.get((kind, key)) or (self.by_name.get(key) if " " in key and kind != "person" else None)


@functools.lru_cache(maxsize=4)
def seed_book(actors: tuple[SeedActor, ...]) -> SeedBook:
    return SeedBook(actors)


@functools.lru_cache(maxsize=16_384)
def body_key(name: str) -> str:
    """
    >>> body_key("Nordic Fishing Organisation") == body_key("the Nordic Fishing Organization")
    True
    """
    return " ".join(BRITISH.get(w, w) for w in fold(name).split())


def defined_acronyms(pairs: Iterable[tuple[str, str, int]]) -> dict[str, str]:
    """(acronym, full name, number of articles that define it so) -> the key that an acronym clearly stands for."""
    meanings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for acronym, name, n in pairs:
        if body_key(acronym) != body_key(name):
            meanings[body_key(acronym)][body_key(name)] += n
    return {a: m for a, found in meanings.items() for m, n in [_commonest(found)] if n >= CLEAR * sum(found.values())}


def _commonest(found: Counter[str]) -> tuple[str, int]:
    return min(found.items(), key=lambda item: (-item[1], item[0]))


def guess_subkind(name: str) -> str | None:
    """
    >>> guess_subkind("Ministry of Foreign Affairs"), guess_subkind("Harbour Bank"), guess_subkind("Unknown")
    ('government body', 'company', None)
    """
    words = fold(name).split()
    if "news" in words:
        return "media"
    head = next((i for i, w in enumerate(words) if w in ("of", "for")), len(words))
    for word in (*reversed(words[:head]), *words[head:]):
        if word in KINDS_OF_BODY:
            return KINDS_OF_BODY[word]
    return "company" if words and words[-1] in COMPANIES else None
