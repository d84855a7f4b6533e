"""Names an event: the clause's own words, with names in place of pronouns."""

from __future__ import annotations

import re

from pipeline.clauses import Clause
from pipeline.clauses.groups import SAYING
from pipeline.events.page import Line, Page
from pipeline.events.reports import Report
from pipeline.events.titles import noun_title, tidy, title_of, without
from pipeline.model import Attribution

ONE = ("he", "she", "it")  # pronouns that a name may stand for without a change of the verb
MANY = ("they", "we", "i", "you")
ALONE = 3  # words after a verb of saying; with fewer it does not tell what was said
STOPS = frozenset(
    "at in on of to for during after before with by from and or that which following since until a an the this these its his her their into".split()
)
ENDS = frozenset(', ; : . ( ) " “ ” that which who said says was were is are has have had will and but after before'.split())


def name_event(page: Page, report: Report, speaker: str | None, said: Attribution | None) -> str:
    text, line, clause = page.article.text, report.line, report.clause
    cuts = [(t.char_start, t.char_end) for t in line.timexes]
    if report.noun or clause is None:
        start, end = _noun_phrase(line, report)
        title = noun_title(text, start, end, cuts)
        if " " in title or clause is None:
            return title
    bounds = (line.opening, min(report.end, line.base + clause.end) if report.noun else report.end)
    said_apart = _said_apart(line, clause, said, cuts) if said and report.event_type == "STATEMENT" else ""
    if not said_apart:
        return title_of(text, clause, line.base, bounds, cuts, _subject_name(page, report, speaker))
    told = title_of(text, clause, line.base, (line.opening, line.base + clause.verb_end), cuts, _subject_name(page, report, speaker))
    return tidy(f"{told}: {said_apart}")


def _said_apart(line: Line, clause: Clause, said: Attribution, cuts: list[tuple[int, int]]) -> str:
    """What is said where it stands before the verb of saying or after a colon; empty where the clause itself goes on to tell it."""
    text, start, end = line.page.article.text, line.base + clause.start, line.base + clause.end
    rest = without(text, line.base + clause.main_end, end, cuts)
    goes_on = any(c.kind in ("complement", "infinitive") and 0 <= c.start - clause.end <= 1 for c in line.clauses)
    if clause.lemma not in SAYING or goes_on or len(re.findall(r"\w+", rest)) >= ALONE:
        return ""
    before = without(text, max(said.char_start, line.opening), start, cuts) if said.char_start < start else ""
    return before if re.search(r"\w", before) else without(text, end, said.char_end, cuts)


def _subject_name(page: Page, report: Report, speaker: str | None) -> str | None:
    """A name in place of "he", "it" or "the minister" where the article has one; None where the subject's own words will do."""
    clause = report.clause
    if clause is None or clause.subject_start < 0:
        return None
    start, end = report.line.base + clause.subject_start, report.line.base + clause.subject_end
    inside = [m for m in report.line.mentions if start <= m.char_start < end]
    vague = [m for m in inside if m.resolved_by in ("pronoun", "role") and m.char_end - m.char_start >= end - start - 4]
    words = page.article.text[start:end].lower()
    if vague and words not in MANY and (vague[0].kind == "person" or words in ONE):
        return page.name_of(vague[0].actor_id)
    return page.name_of(speaker) if speaker and words in ONE else None


def _noun_phrase(line: Line, report: Report) -> tuple[int, int]:
    """The noun with what stands before it and what it is of, in the article."""
    tokens, at = line.tokens, report.sense.start
    first = at
    while first > 0 and (tokens.words[first - 1][0].isalnum() or tokens.words[first - 1] in "'’s") and tokens.words[first - 1].lower() not in STOPS:
        first -= 1
    last = at + 1
    while last < len(tokens.words) and tokens.words[last].lower() not in ENDS and line.owner[last] == line.owner[at] and last - at < 14:
        last += 1
    return line.base + tokens.starts[first], line.base + tokens.ends[last - 1]
