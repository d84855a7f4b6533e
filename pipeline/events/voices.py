"""Who speaks in an article without a word that is an event by itself: "According to X, the vote was close"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pipeline.clauses import Clause
from pipeline.events.classes import Sense
from pipeline.events.page import Line
from pipeline.events.reports import STATES, Report
from pipeline.model import Attribution


def unheard(lines: Iterable[Line], heard: Collection[str | None]) -> Iterator[tuple[Report, Attribution]]:
    """For each speaker of an article who is not yet `heard`, what that speaker is first told to say, as a statement; one a sentence."""
    first: dict[str, tuple[Line, Attribution]] = {}
    for line in lines:
        for said in line.attributions if line.kind is None else ():
            known = first.get(said.speaker_id)
            if said.speaker_id not in heard and (known is None or (said.cue and not known[1].cue)) and not _is_stance(line, said):
                first[said.speaker_id] = (line, said)
    for line, said in {line.base: (line, said) for line, said in reversed(first.values())}.values():
        yield _statement(line, said), said


def _statement(line: Line, said: Attribution) -> Report:
    sense = Sense(said.cue.lower() or "say", "STATEMENT", "", line.token_at(said.cue_start), noun=False)
    return Report(line, _clause(line, said), sense, "STATEMENT", "happened", None, said.char_start, said.char_end, noun=False)


def _clause(line: Line, said: Attribution) -> Clause | None:
    return line.clauses[max(0, line.clause_number_at(said.cue_start))] if line.clauses else None


def _is_stance(line: Line, said: Attribution) -> bool:
    """Whether someone only is of a mind, "has been vocal about it": that is a state."""
    clause = _clause(line, said)
    if clause is None:
        return False
    between = line.sentence.text[clause.verb_end : max(clause.verb_end, said.cue_start - line.base)]
    return clause.lemma in STATES and clause.verb_end <= said.cue_start - line.base and "," not in between
