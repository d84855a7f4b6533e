"""The days and the words of a clause: which dates are its own, which it shares, and how far its part of the sentence goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.clauses import Clause
from pipeline.clauses.groups import SAYING
from pipeline.edtf import read_edtf
from pipeline.events.classes import CANCELLING, POSTPONING
from pipeline.events.days import Days, finest, implied, is_after_publication, of_timex, since, until, written_span
from pipeline.events.page import Line
from pipeline.interval import Interval
from pipeline.model import Timex

VOICING = SAYING | frozenset("voice express raise issue urge call ask discuss remain regard".split())
PAST_PLANS = frozenset("schedule slate plan expect set intend due".split())
THEMSELVES = frozenset("they it he she we".split())
PRECISION_OF = {4: "year", 7: "month", 10: "day"}  # by the length of the written form
SEPARATE = re.compile(r"\s*(?:,|and|,\s*and|or|then|, then)\s+(?:again |later |then )?(?:on |in |at )?$", re.IGNORECASE)


def clause_days(line: Line, number: int, clause: Clause, own: list[Timex], dated: dict[int, list[Timex]]) -> tuple[Days | None, str]:
    """Days of a clause: its own, those of the clause that it leans on, or None. With the days that it was moved from."""
    if own:
        days = [of_timex(t) for t in own]
        if moves(line, clause):
            days = [part for d in days for part in _from_and_to(line, d)]
            new = _moved_to(line, days)
            old = [d for d in [*days, *_planned_before(line, number, dated)] if d is not new and d.start and d.end]
            return new, written_span(old[0]) if old else ""
        return finest(days), ""
    due = _planned_before(line, number, dated) if moves(line, clause) else []
    if due:
        return due[0], ""
    return _borrowed(line, number, clause, dated), ""


def moves(line: Line, clause: Clause) -> bool:
    if clause.lemma == "call":
        return "off" in line.tokens.low[line.token_at(line.base + clause.main_end) :][:3]
    return clause.lemma in POSTPONING or clause.lemma in CANCELLING or clause.lemma in ("move", "push", "put", "shift")


def _from_and_to(line: Line, days: Days) -> list[Days]:
    """Of "from 3 May to 5 June" the two times: no span, where something is moved."""
    ends = [(written, read_edtf(written)) for written in (days.edtf or "").split("/")]
    if len(ends) < 2 or any(len(written) not in PRECISION_OF for written, _ in ends) or not line.page.article.text[: days.at].lower().endswith("from "):
        return [days]
    known = [_end(days, written, part) for written, part in ends if part is not None]
    return known if len(known) == len(ends) else [days]


def _end(days: Days, written: str, part: Interval) -> Days:
    best = part.start if part.start == part.last else None
    return days._replace(start=part.start, end=part.last, best=best, precision=PRECISION_OF[len(written)], edtf=written)


def _moved_to(line: Line, days: list[Days]) -> Days:
    """Of several days the one after "to" or "until": the day that is now due."""
    text = line.page.article.text
    return next((d for d in days if re.search(r"\b(?:to|until|till|for)\s+(?:the\s+)?$", text[max(0, d.at - 12) : d.at])), days[-1])


def _planned_before(line: Line, number: int, dated: dict[int, list[Timex]]) -> list[Days]:
    """Days of clauses of the sentence that say when it was first to be ("initially slated for 2023")."""
    return [of_timex(t) for n, ts in dated.items() if n != number and n >= 0 and line.clauses[n].lemma in PAST_PLANS for t in ts]


def _borrowed(line: Line, number: int, clause: Clause, dated: dict[int, list[Timex]]) -> Days | None:
    """Days from a clause beside: "after" and "since" one open the time, a participle shares that of its verb."""
    if not dated:
        return None
    for other in (number + 1, number - 1):
        if 0 <= other < len(line.clauses) and dated.get(other) and dated[other][0].char_start >= line.base + line.clauses[other].start:
            found = _lent(line, clause, line.clauses[other], finest([of_timex(t) for t in dated[other]]), after=other > number)
            if found is not None:
                return found[0]
    return None


def _lent(line: Line, clause: Clause, other: Clause, days: Days, *, after: bool) -> tuple[Days | None] | None:
    """What the days of a clause beside say of those of a clause; None where they say nothing."""
    past = clause.tense != "future"
    marker = line.sentence.text[other.start :].split(" ", 1)[0].lower()
    if marker in ("after", "since"):
        return (None,) if past and is_after_publication(line.page.article, days.start) else (since(days, line.page.article, past=past),)
    if marker == "before":
        return (until(days),)
    told_with = marker in ("when", "as", "while") and after and other.kind == "adverbial"
    leaning = not after and clause.kind == "participial" and other.kind != "relative" and other.lemma not in VOICING
    return (implied(days),) if told_with or leaning or _is_shared(clause, other, after=after) else None


def announced_days(line: Line, number: int, clause: Clause, dated: dict[int, list[Timex]]) -> Days | None:
    """Those of the day on which it is said: "they said on Monday that they had come to terms"."""
    subject = line.sentence.text[clause.subject_start : clause.subject_end].lower()
    if clause.kind != "complement" or clause.tense != "past" or clause.negated or subject not in THEMSELVES or not dated.get(number - 1):
        return None
    return implied(finest([of_timex(t) for t in dated[number - 1]])) if line.clauses[number - 1].lemma in SAYING else None


def _is_shared(clause: Clause, other: Clause, *, after: bool) -> bool:
    """Whether two verbs have one subject and so one date: "overturned and caught fire on Monday"."""
    joined = other if after else clause
    same = (clause.subject_start, clause.subject_end) == (other.subject_start, other.subject_end)
    return joined.kind == "coordinate" and same and clause.tense == other.tense == "past" and clause.modality == other.modality == "fact"


def listed(line: Line, clause: Clause, own: list[Timex], days: Days | None) -> Iterator[tuple[Days | None, tuple[int, int]]]:
    """One clause may list several days ("on 3 May in Lagos and on 5 May in Abuja"): each with its own part of the words."""
    start, end = span(line, clause)
    if len(own) < 2:
        yield days, (start, end)
        return
    text = line.page.article.text
    cuts = [t for before, t in pairwise(own) if SEPARATE.search(text[before.char_end : t.char_start]) and _disjoint(before, t)]
    if not cuts or moves(line, clause):
        yield days, (start, end)
        return
    edges = [start, *(_opening(text, t.char_start) for t in cuts), end]
    for number, (first, last) in enumerate(pairwise(edges)):
        inside = [of_timex(t) for t in own if first <= t.char_start < last]
        if inside:
            yield finest(inside), (first if number else start, last)


def _disjoint(one: Timex, two: Timex) -> bool:
    if not (one.date_start and one.date_end and two.date_start and two.date_end):
        return False
    return one.date_end < two.date_start or two.date_end < one.date_start


def _opening(text: str, at: int) -> int:
    """Where the part of a list begins that holds the date at `at`: at its "and" or comma."""
    before = re.search(r"(?:,|\band\b|\bor\b|\bthen\b)[^,]{0,14}$", text[max(0, at - 24) : at])
    return max(0, at - 24) + before.start() if before else at


def span(line: Line, clause: Clause) -> tuple[int, int]:
    """The clause in the article, with what is said where it is a verb of saying, without blanks at its ends."""
    start, end = max(line.base + clause.start, line.opening), line.base + clause.end
    for other in line.clauses:
        if other.start >= clause.end and other.kind in ("complement", "infinitive") and line.base + other.start <= end + 1:
            end = line.base + other.end
    text = line.page.article.text
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
