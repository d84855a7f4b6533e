"""Whether a role phrase may tell something new of someone named before: "the midwife said", after a name alone."""

from __future__ import annotations

from pipeline.actors.roles.memory import OFFICES, Known
from pipeline.actors.roles.phrases import Phrase
from pipeline.actors.roles.scene import Line
from pipeline.actors.speech.verbs import SPEECH_FORMS
from pipeline.actors.vocabulary import CLASS_OF, COMMON_CLASSES, RUNNING, SERVING, VAGUE, VAGUE_CLASSES

HOUSES = frozenset("parliament senate congress assembly council".split())
CLAUSE_MARKS = frozenset(', " ” “ ;'.split())


def opens_clause(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase is where a subject stands: first, after a mark, after ", said" or "according to"."""
    before = line.grid.low[max(0, phrase.first - 2) : phrase.first]
    inverted = len(before) == 2 and before[0] in CLAUSE_MARKS and (before[1] in SPEECH_FORMS or before[1].endswith("ed"))
    return not before or before[-1] in CLAUSE_MARKS or before == ("according", "to") or inverted


def speaks(line: Line, phrase: Phrase) -> bool:
    """Whether a verb of speech stands on either side: "the skater said", "laughed the skater"."""
    low = line.grid.low
    return not SPEECH_FORMS.keys().isdisjoint((*low[phrase.last : phrase.last + 1], *low[max(0, phrase.first - 1) : phrase.first]))


def may_be_told_later(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase may tell the role of someone named before: "the midwife", "the Swedish coach".

    A country's president or minister is known without having been named.
    """
    role = CLASS_OF.get(phrase.head, "any")
    if role in OFFICES or phrase.head in RUNNING:  # whoever is mayor here, or drives, may never have been named
        return False
    if phrase.determiner != "the" or (phrase.country is not None and role not in COMMON_CLASSES):
        return False
    if phrase.affiliation is not None and phrase.affiliation != phrase.country and SPEECH_FORMS.keys() & line.grid.low[phrase.last : phrase.last + 1]:
        return role not in VAGUE_CLASSES  # "the head of the bank said" is told of one alone
    of_house = phrase.head == "member" and not HOUSES.isdisjoint(phrase.role.lower().split())
    return of_house or (phrase.head not in VAGUE and role not in VAGUE_CLASSES)


def is_personal(phrase: Phrase) -> bool:
    """Whether the phrase tells what someone is and no office of a body, whose holder may never have been named."""
    return CLASS_OF.get(phrase.head, "any") not in SERVING


def is_of_class(phrase: Phrase, known: Known) -> bool:
    return any(CLASS_OF.get(head) == CLASS_OF.get(phrase.head) for head, _ in known.titles)


def adds_holder(phrase: Phrase, known: Known) -> bool:
    """Whether the phrase tells of whom a role is held that was told without."""
    return bool(known.titles and phrase.affiliation) and not (known.bodies or known.countries)
