"""Names an event: the clause's own words, with names in place of pronouns."""

from __future__ import annotations

from pipeline.events.page import Line, Page
from pipeline.events.reports import Report
from pipeline.events.titles import noun_title, title_of

STOPS = frozenset(
    "at in on of to for during after before with by from and or that which following since until a an the this these its his her their into".split()
)
ENDS = frozenset(', ; : . ( ) " “ ” that which who said says was were is are has have had will and but after before'.split())


def name_event(page: Page, report: Report, speaker: str | None) -> str:
    text, line = page.article.text, report.line
    cuts = [(t.char_start, t.char_end) for t in line.timexes]
    if report.noun or report.clause is None:
        start, end = _noun_phrase(line, report)
        return noun_title(text, start, end, cuts)
    return title_of(text, report.clause, line.base, (line.opening, report.end), cuts, _subject_name(page, report, speaker))


def _subject_name(page: Page, report: Report, speaker: str | None) -> str | None:
    """A name in place of "he", "it" or "the minister" where the article has one; None where the subject's own words will do."""
    clause = report.clause
    if clause is None or clause.subject_start < 0:
        return None
    start, end = report.line.base + clause.subject_start, report.line.base + clause.subject_end
    inside = [m for m in report.line.mentions if start <= m.char_start < end]
    vague = [m for m in inside if m.resolved_by in ("pronoun", "role") and m.char_end - m.char_start >= end - start - 4]
    if vague:
        return page.name_of(vague[0].actor_id)
    words = page.article.text[start:end]
    return page.name_of(speaker) if speaker and words.lower() in ("he", "she", "it", "they", "i", "we") else None


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
