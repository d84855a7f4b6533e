"""Which reports stand as events of their own: those that only carry another, go on from one or have no date may not."""

from __future__ import annotations

import re

from pipeline.clauses import Clause
from pipeline.clauses.groups import SAYING
from pipeline.events.classes import ABSTRACT, COMMITTING, EMPTY_SUBJECTS, HARD, PRAISING, SOFT, SPEECH
from pipeline.events.page import Line
from pipeline.events.reports import Report
from pipeline.model import Attribution, Mention

OCCASIONS = re.compile(
    r"\b(?:(?:in|during) (?:his|her|its|their|a|the) (?:\w+ ){0,2}(?:statement|speech|address|remarks|interview|letter|message)"
    r"|at (?:the|a) (?:[\w-]+ ){0,3}(?:meeting|summit|session|conference))\b",
    re.IGNORECASE,
)


def worth_telling(line: Line, reports: list[Report]) -> list[Report]:
    """Without what only carries another report of the sentence: "X said" over a dated content, "it was reported that"."""
    dated = [r for r in reports if r.days is not None]
    kept = []
    for report in reports:
        if (
            report.days is None
            and (dated or line.kind == "headline")
            and not (_leads(report) and report.event_type != "STATEMENT")
            and (
                report.event_type in ("STATEMENT", "OTHER")
                or line.kind == "headline"
                or report.clause is None
                or report.clause.kind not in ("main", "coordinate", "complement")
            )
        ):
            continue
        if report.days is None and report.event_type not in SPEECH and any(r.outer is report.clause and _is_infinitive(r) for r in dated):
            continue
        if report.days is None and report.event_type == "STATEMENT" and any(r.outer is report.clause and _is_plan(r) for r in reports):
            continue
        if report.days is not None and _only_carries(report, dated):
            continue
        kept.append(report)
    return kept


def _is_infinitive(report: Report) -> bool:
    return report.clause is not None and report.clause.kind == "infinitive"


def _is_plan(report: Report) -> bool:
    return report.event_type in HARD and report.status == "planned"


def _only_carries(report: Report, dated: list[Report]) -> bool:
    """ "It was reported today" over a content with a date of its own."""
    clause = report.clause
    if clause is None or not clause.passive or report.event_type != "STATEMENT":
        return False
    return clause.subject_end - clause.subject_start == 2 and any(r is not report and r.start >= clause.end + report.line.base for r in dated)


def subject_actor(line: Line, report: Report, clause: Clause | None = None) -> str | None:
    clause = clause or report.clause
    if clause is None or clause.subject_start < 0 or clause.passive:
        return None
    start, end = line.base + clause.subject_start, line.base + clause.subject_end
    found = [m for m in line.mentions if start <= m.char_start < end and m.function not in ("furniture", "source") and not _owns(line, m)]
    people = [m for m in found if m.kind == "person"]
    return (people or found)[0].actor_id if found else None


def _owns(line: Line, mention: Mention) -> bool:
    """Whether a mention only says whose the subject is: "X's lawyer", "her colleague", "the French company"."""
    after = line.page.article.text[mention.char_end : mention.char_end + 2]
    return mention.resolved_by == "demonym" or after in ("'s", "’s") or mention.text.lower() in ("his", "her", "its", "their")


def may_stand_undated(report: Report) -> bool:
    """Whether the class, the clause and the status of a report without a date let it be an event of its own."""
    clause = report.clause
    if clause is None or (report.event_type == "OTHER" and not _leads(report)) or clause.kind in ("relative", "adverbial", "participial", "infinitive"):
        return False
    return report.status != "hypothetical"


def _leads(report: Report) -> bool:
    """Whether it is what the story begins with: that is news of whatever class."""
    clause = report.clause
    return report.line.is_lead and clause is not None and clause.kind == "main" and clause.tense == "past" and not clause.negated


def stands_undated(line: Line, report: Report, speaker: str | None, said: Attribution | None, spoke: set[str]) -> bool:
    """Whether a clause without a date is an event of its own: its verb is a trigger, someone acts, and it goes on from no other.

    A speaker who goes on speaking makes no new event, unless the occasion is named.
    """
    clause = report.clause
    if clause is None:
        return False
    if said and said.speech == "direct" and report.event_type != "STATEMENT" and _is_inside(line, clause.verb_start, said):
        return False
    if report.event_type == "STATEMENT":
        return speaker is not None and (speaker not in spoke or line.is_now or clause.lemma in COMMITTING or OCCASIONS.search(_words(line, report)) is not None)
    if clause.kind == "complement" and (report.outer is None or report.outer.lemma not in SAYING or (clause.tense == "present" and report.event_type in SOFT)):
        return False
    if line.sentence.text[clause.verb_start :].lower().startswith("had ") or (clause.passive and clause.tense == "present"):
        return False  # what had happened by then has a day of its own, which is not told; "is disputed" is a state
    if clause.lemma in ABSTRACT or (clause.lemma in PRAISING and speaker in spoke):
        return False
    return clause.subject_start >= 0 and (subject_actor(line, report) is not None or _subject_words(line, clause) not in EMPTY_SUBJECTS)


def _subject_words(line: Line, clause: Clause) -> str:
    return line.sentence.text[clause.subject_start : clause.subject_end].lower()


def _words(line: Line, report: Report) -> str:
    return line.page.article.text[report.start : report.end]


def _is_inside(line: Line, offset: int, said: Attribution) -> bool:
    return said.char_start <= line.base + offset < said.char_end
