"""What a reader of an article remembers: who was named, in which role, and who spoke last."""

from __future__ import annotations

import functools
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.actors.bodies import BRITISH, body_key
from pipeline.actors.grid import STOPS, head_of
from pipeline.actors.roles.phrases import Phrase
from pipeline.actors.vocabulary import BODIES, BODY_WORDS, CLASS_OF, FEMALE, FIELDS, MALE, NEUTRAL, RULING, WIDER
from pipeline.model import Actor

# A word in the name of a body -> what else the body is called.
ALSO_CALLED: dict[str, frozenset[str]] = {
    word: frozenset(called.split())
    for names, called in {
        "commission authority agency inspectorate board directorate": "regulator watchdog supervisor",
        "university college institute polytechnic academy school": "university college institute school academy",
        "court tribunal": "court bench tribunal",
        "town united city rovers wanderers athletic albion fc": "club side team",
        "shipping lines line": "line company",
        "shipbuilding shipyard yards": "yard company",
        "steel motors airways airlines foods pharma energy holdings": "company firm",
    }.items()
    for word in names.split()
}
ANY_BODY = frozenset("company firm group organization club union movement".split())  # words for a body of which nothing else is known
LOOSE = 3  # the rank of a wider word for a role
NEAR = 2  # sentences back in which one of several who fit may still be meant
REACH = 5  # sentences back that a pronoun may reach
PAST = frozenset(("former", "ex"))
OFFICES = frozenset(("local", "ruler", "minister", "cleric"))  # classes of roles that a place or a country has
RANKING = frozenset(("deputy", "vice", "prime", "assistant")) | PAST


@dataclass(slots=True)
class Known:
    """A person or body of the article."""

    actor: Actor
    titles: list[tuple[str, frozenset[str]]] = field(default_factory=list)  # (head, words of the role)
    titled: bool = False  # whether a role of its own is told, and not only what it leads
    bodies: set[str] = field(default_factory=set)  # whose roles the person holds, named as in the article
    countries: set[str] = field(default_factory=set)
    gender: str = ""  # f, m or unknown
    first: int = 9999  # the first sentence that names it
    seen: int = -99  # the last sentence that names it
    told: int = -99  # the last one that does so outside a quote
    led: int = -99  # the last sentence whose subject it was
    words: set[str] = field(default_factory=set)  # what the article calls a body beside its name ("movement")


class Memory:
    """State of one article while its sentences are read in order."""

    def __init__(self) -> None:
        self.people: dict[str, Known] = {}
        self.bodies: dict[str, Known] = {}
        self.subject: str | None = None  # whoever the last sentence was about, person or body
        self.spoken: list[str] = []  # people in the order they were last the subject, latest last

    def see(self, actor_id: str, position: int, *, quoted: bool) -> None:
        known = self.people.get(actor_id) or self.bodies.get(actor_id)
        if known:
            known.seen = position
            known.first = min(known.first, position)
            known.told = known.told if quoted else position

    def lead(self, actor_id: str, position: int) -> None:
        """Take the actor as what the sentence is about."""
        self.subject = actor_id
        known = self.people.get(actor_id) or self.bodies.get(actor_id)
        if known:
            known.led = position
        if actor_id in self.people:
            self.spoken = [a for a in self.spoken if a != actor_id] + [actor_id]

    def has_title_like(self, phrase: Phrase) -> bool:
        """Whether a role told of anybody fits the phrase."""
        words = frozenset(phrase.role.lower().replace("-", " ").split())
        return any(_rank(phrase, words, k) for k in self.people.values() if k.titles)

    def holder_of(self, phrase: Phrase, position: int, besides: Collection[str] = ()) -> str | None:
        """The one person whom a definite role phrase fits, but for those who speak; None where none or several do."""
        words = frozenset(phrase.role.lower().replace("-", " ").split())
        fitting = sorted((rank, a) for a, k in self.people.items() if k.titles and a not in besides and (rank := _rank(phrase, words, k)))
        fitting = [f for f in fitting if self.people[f[1]].seen >= 0] or [f for f in fitting if f[0] < LOOSE]
        best = [a for rank, a in fitting if rank == fitting[0][0]]
        if (
            fitting
            and fitting[0][0] == LOOSE
            and (just := self._untitled(phrase, position))
            and self.people[just].seen > max(self.people[a].seen for a in best)
        ):
            return just
        chosen = self._nearest(best, position, self.people)
        return chosen if fitting or besides else self._untitled(phrase, position)

    def _untitled(self, phrase: Phrase, position: int) -> str | None:
        """The last speaker, if nothing is known of that person's role; else the only one near of whom nothing is."""
        if phrase.determiner not in ("the", "") or CLASS_OF.get(phrase.head) in OFFICES:
            return None  # "his lawyer" may be anybody, and "the president" needs no naming
        last = self.spoken[-1] if self.spoken else None
        if last and self.people[last].titled:
            near = [a for a, k in self.people.items() if not k.titled and position - k.told <= NEAR]
            last = near[0] if len(near) == 1 else None
        if last is None or position - max(self.people[last].led, self.people[last].seen) > NEAR:
            return None
        return last if agrees(phrase, self.people[last]) else None

    def national(self, country: str, position: int) -> str | None:
        """The one person whom "the Swede" can mean."""
        fitting = sorted(a for a, k in self.people.items() if country in k.countries)
        last = self.spoken[-1] if self.spoken else None
        if fitting or last is None:
            return self._nearest(fitting, position, self.people)
        return last if not self.people[last].countries and position - self.people[last].seen <= NEAR else None

    def _nearest(self, fitting: list[str], position: int, known: dict[str, Known]) -> str | None:
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        near = [a for a in fitting if position - known[a].seen <= NEAR]
        last = max((known[a].seen for a in near), default=position)
        latest = [a for a in near if known[a].seen == last]
        return latest[0] if len(latest) == 1 else None

    def person_for(self, gender: str, position: int, besides: Collection[str] = ()) -> str | None:
        """Whom "he" or "she" means: the last subject whose gender does not forbid it, or the only person near."""
        led = [a for a in self.spoken if a not in besides and self._may_be(a, gender) and position - self.people[a].led <= REACH]
        seen = [a for a, k in self.people.items() if a not in besides and self._may_be(a, gender) and position - k.seen <= NEAR]
        if led and (self.people[led[-1]].led >= max(self.people[a].seen for a in seen or led) - 1 or len(seen) != 1):
            return led[-1]
        return seen[0] if len(seen) == 1 else None

    def _may_be(self, actor_id: str, gender: str) -> bool:
        return self.people[actor_id].gender in ("", gender)

    def body_for(self, word: str, ruling: bool, country: str | None, position: int) -> str | None:
        """The one organisation that "the group", "the radicals" or "the de facto authorities" can stand for."""
        word = BRITISH.get(word, word)
        named = [a for a, k in self.bodies.items() if word in k.words and k.seen >= 0]
        fitting = named or [a for a, k in self.bodies.items() if k.seen >= 0 and word in also_called(k.actor.name)]
        fitting = fitting or [a for a, k in self.bodies.items() if k.seen >= 0 and _is_body(word, ruling, k.actor)]
        fitting = fitting or [a for a, k in self.bodies.items() if k.seen >= 0 and word in ANY_BODY and _is_unknown(k.actor)]
        known = [a for a in fitting if country in self.bodies[a].countries] if country else []
        fitting = known or [a for a in fitting if country is None or not self.bodies[a].countries]
        return self._nearest(sorted(fitting), position, self.bodies)


def _is_unknown(actor: Actor) -> bool:
    return actor.kind == "organisation" and not actor.subkind and not also_called(actor.name)


def _is_body(word: str, ruling: bool, actor: Actor) -> bool:
    if word in RULING:
        return ruling and actor.subkind == "armed group"
    return word in BODIES.get(actor.subkind or "", ())


def agrees(phrase: Phrase, known: Known) -> bool:
    """Whether body and country of a phrase do not speak against a person's."""
    if known.gender and gender_of((phrase.head,)) not in ("", known.gender):
        return False
    if phrase.country and known.countries and phrase.country not in known.countries:
        return False
    body = phrase.affiliation if phrase.affiliation != phrase.country else None
    return not (body and known.bodies and body not in known.bodies)


def _rank(phrase: Phrase, words: frozenset[str], known: Known) -> int:
    """0 for a person whom the phrase cannot mean, else 1 for the best fit and 3 for the loosest."""
    if not agrees(phrase, known):
        return 0
    ranks = [r for head, role in known.titles if (r := _fit(phrase.head, words, head, role))]
    return min(ranks, default=0)


def _fit(head: str, words: frozenset[str], held: str, role: frozenset[str]) -> int:
    if words & RANKING - role - (PAST if "then" in role else frozenset()):
        return 0
    if NEUTRAL.get(head, head) == NEUTRAL.get(held, held):
        fields = words & FIELDS
        return 0 if fields - role else 1 if words & RANKING == role & RANKING else 2
    if head == "diplomat" and ("foreign" in role or {"secretary", "state"} <= role):
        return 2
    if held == "minister" and "prime" in role and head in ("leader", "premier", "chief", "head"):
        return 2
    wider = WIDER.get(CLASS_OF.get(held, ""), frozenset())
    return LOOSE if head in wider else 0


@functools.lru_cache(maxsize=65_536)
def title_of(role: str) -> tuple[str, frozenset[str]]:
    """The head of a role as it is stored, and its words.

    >>> title_of("Deputy Foreign Minister")[0], title_of("Ambassador to Chile")[0], title_of("secretary general")[0]
    ('minister', 'ambassador', 'secretary')
    """
    words = role.lower().split()
    stop = next((i for i, w in enumerate(words) if w in ("of", "to", "for", "at", "with", "from", "and")), len(words))
    heads = [h for w in words[:stop] if (h := head_of(w)) and w != "general"] or [w for w in words[:stop] if w == "general"]
    return (heads[-1] if heads else ""), frozenset(role.lower().replace("-", " ").split())


def gender_of(words: tuple[str, ...] | list[str]) -> str:
    for word in words:
        if word in FEMALE:
            return "f"
        if word in MALE:
            return "m"
    return ""


@functools.lru_cache(maxsize=65_536)
def words_for(name: str) -> frozenset[str]:
    """What the name of a body calls it itself: "museum" of "Museum of Salt"."""
    words = body_key(name).split()
    head = next((w for w, following in pairwise(words) if following in ("of", "for")), words[-1]) if len(words) > 1 else ""
    return BODY_WORDS.intersection(words) | ({head} if head.isalpha() and head not in STOPS else set())


@functools.lru_cache(maxsize=65_536)
def also_called(name: str) -> frozenset[str]:
    """What else a body of such a name is called: "regulator" for "Grain Commission"."""
    words = body_key(name).split()
    return frozenset().union(*(ALSO_CALLED.get(w, frozenset()) for w in words)) if len(words) > 1 else frozenset()
