"""What the candidates of one article are to each other: told twice, told to follow, told to blame."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.events.classes import SPEECH, Lexicon
from pipeline.events.page import Line
from pipeline.events.reports import Report
from pipeline.events.words import people_in, with_numbers
from pipeline.model import Candidate, CandidateActor

BLAMING = ("accuse", "responsibility")
DEEDS = ("ASSAULT", "COERCE")


@dataclass(slots=True)
class Told:
    """A candidate with its actors; `report` is where it comes from."""

    candidate: Candidate
    actors: list[CandidateActor]
    report: Report


def unique(told: list[Told]) -> list[Told]:
    """Without the second telling of one event in a sentence: the same class, act, days and words nearly."""
    kept: dict[tuple[object, ...], Told] = {}
    for one in told:
        c = one.candidate
        key = (one.report.line.sentence.sentence_id, c.event_type, c.date_start, c.date_end, c.speaker_id if c.event_type == "STATEMENT" else c.act)
        if key not in kept:
            kept[key] = one
    return list({t.candidate.candidate_id: t for t in kept.values()}.values())


def linked(told: list[Told]) -> list[Told]:
    """Says of each candidate after which other of its sentence it comes ("... after ...")."""
    adverbial = [t for t in told if t.report.clause is not None and t.report.clause.kind == "adverbial"]
    for one in told if adverbial else ():
        clause = one.report.clause
        if clause is None or one.report.noun:
            continue
        for other in adverbial:
            inner = other.report.clause
            if other is one or inner is None or other.report.line is not one.report.line or inner.start < clause.start:
                continue
            if one.report.line.sentence.text[inner.start :].lower().startswith("after"):
                one.candidate = replace(one.candidate, follows=other.candidate.candidate_id)
    return told


def counting(told: list[Told], line: Line, lexicon: Lexicon) -> None:
    """Gives the people counted beside an event to it: in other clauses of its sentence, or in the next sentence without a date."""
    own = [t for t in told if t.report.line is line]
    if own:
        days = {(t.candidate.date_start, t.candidate.date_end) for t in own}
        spans = [(line.base + c.start, line.base + c.end) for c in line.clauses]
        left = [s for s in spans if not any(s[0] < t.report.end and t.report.start < s[1] for t in own)]
        if len(days) == 1 and own[0].candidate.date_basis != "publication":
            for start, end in left:
                _count(own[0], people_in(line, start, end, lexicon))
    elif told and not line.timexes and line.sentence.position - told[-1].report.line.sentence.position == 1 and told[-1].report.event_type not in SPEECH:
        _count(told[-1], people_in(line, line.base, line.sentence.char_end, lexicon))


def _count(one: Told, numbers: str) -> None:
    if numbers:
        one.candidate = replace(one.candidate, numbers=with_numbers(one.candidate.numbers, numbers))


def blaming(told: list[Told]) -> list[Told]:
    """Says of each accusation and admission of which deed it is: the nearest of the article, of that act where it names one."""
    for one in told:
        if one.candidate.act not in BLAMING:
            continue
        deeds = [(_distance(one, t), t.candidate.candidate_id) for t in told if t.candidate.event_type in DEEDS and t.candidate.date_basis != "publication"]
        if deeds:
            one.candidate = replace(one.candidate, about=min(deeds)[1])
    return told


def _distance(one: Told, deed: Told) -> tuple[bool, int]:
    """Whether an accusation names another act than the deed's, and how many sentences lie between them."""
    acts = (one.candidate.topic, *one.candidate.acts.split())
    return deed.candidate.act not in acts, abs(one.report.line.sentence.position - deed.report.line.sentence.position)
