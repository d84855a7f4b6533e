"""A sentence -> what it reports: which of its clauses and nouns are events, and which days each is dated with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.clauses import Clause
from pipeline.clauses.present import PLANNING
from pipeline.events.classes import DEADLY, SPEECH, Lexicon, Sense, heads, sense_of, status_of
from pipeline.events.days import Days, finest, implied, is_after_publication, of_publication, of_timex, until
from pipeline.events.fitting import fitting
from pipeline.events.nouns import NounDate, lead_of, noun_of
from pipeline.events.page import Line
from pipeline.events.stretch import PAST_PLANS, announced_days, clause_days, listed, moves, span
from pipeline.model import Timex

SAYING_NOUNS = frozenset("SUPPORT REQUEST STATEMENT ACCUSE REJECT THREATEN OTHER YIELD COERCE SANCTION".split())
PERFORMED = frozenset({"AGREE", "YIELD"})  # what those who do it make known on the same day
ASIDES = frozenset("relative adverbial participial infinitive".split())
WHEN = re.compile(r",\s+when\b")
COMPARED = re.compile(r"\b(?:first|second|third|\w{3,}est|most \w+)\b[^,.;:]{0,40}\bsince\s+(?:the\s+)?$")  # what it is measured by is not its day
UNDER = {"REJECT": "denied", "REQUEST": "hypothetical", "THREATEN": "hypothetical"}  # what the object of such a verb is: "ruled out a vote in May"
ERA = 732  # days
STATES = frozenset("be have remain seem include mean contain consist belong exist stay depend".split())


@dataclass(slots=True)
class Report:
    """One event as one sentence tells it. Offsets are of the article."""

    line: Line
    clause: Clause | None  # None for a headline without a verb
    sense: Sense
    event_type: str
    status: str
    days: Days | None  # None: dated by its context or the publication
    start: int
    end: int
    noun: bool  # told by a noun, not by the verb
    earlier: str = ""
    topic: str = ""
    outer: Clause | None = None


def reports_of(line: Line, lexicon: Lexicon) -> list[Report]:
    """Every event of a sentence, dated ones first by clause; those without a date of their own have `days` None."""
    if not line.clauses:
        return list(_of_headline(line))
    if not line.timexes:
        return _undated(line, lexicon)
    dated = _dated_clauses(line)
    found: list[Report] = []
    for number, clause in enumerate(line.clauses):
        if number and any(_is_of_date(line, number, t) for t in line.timexes):
            continue
        sense = _sense(line, number, lexicon)
        found += _of_clause(line, number, clause, sense, dated.get(number, []), dated, lexicon)
    return _absorbed(found)


def _undated(line: Line, lexicon: Lexicon) -> list[Report]:
    """The events of a sentence without a date; states, asides and verbs of no class are none then: see `tell_page`."""
    found = []
    for number, clause in enumerate(line.clauses):
        if clause.lemma in STATES or clause.kind in ASIDES:
            continue
        sense = _sense(line, number, lexicon)
        if sense is not None and (sense.event_type != "OTHER" or line.is_lead):
            found.append(_report(line, number, clause, sense, None, *span(line, clause)))
            found[-1].topic = _topic(line, number, sense, lexicon)
    return found


def _absorbed(found: list[Report]) -> list[Report]:
    """Two coordinated verbs of one class under one date are one event, "five were killed and two hurt on Monday"; and so
    are deaths and what caused them, "five died when the roof fell in"."""
    kept: list[Report] = []
    for report in found:
        before = kept[-1] if kept else None
        if before and (_goes_on(before, report) or _is_outcome(before, report)):
            before.days, before.end = before.days or report.days, max(before.end, report.end)
            if before.sense.act == "die":
                before.sense, before.event_type = report.sense, report.event_type
        else:
            kept.append(report)
    return kept


def _goes_on(before: Report, report: Report) -> bool:
    if before.noun or report.noun or report.clause is None or report.clause.kind != "coordinate" or before.event_type != report.event_type:
        return False
    return (before.days is None) != (report.days is None) and before.event_type not in SPEECH and before.sense.act == report.sense.act


def _is_outcome(before: Report, report: Report) -> bool:
    """Whether one of two reports that lie side by side tells of deaths and the other what they came from, on the same days."""
    if before.noun or report.noun or report.clause is None or report.clause.kind not in ("adverbial", "participial", "coordinate"):
        return False
    acts = {before.sense.act, report.sense.act}
    if "die" not in acts or not (acts == {"die"} or acts & DEADLY):
        return False
    return before.days is None or report.days is None or (before.days.start, before.days.end) == (report.days.start, report.days.end)


def _of_headline(line: Line) -> Iterator[Report]:
    """A line without a verb reports what its noun says, when it has a date."""
    nouns = heads(line.nouns, 0, len(line.tokens.words)) if line.timexes else []
    if nouns and nouns[0].event_type not in ("STATEMENT", "SUPPORT"):
        days = finest([of_timex(t) for t in line.timexes])
        yield Report(line, None, nouns[0], nouns[0].event_type, "happened", days, line.base, line.sentence.char_end, noun=True)


def _sense(line: Line, number: int, lexicon: Lexicon) -> Sense | None:
    if number not in line.senses:
        line.senses[number] = _read_sense(line, number, lexicon)
    return line.senses[number]


def _read_sense(line: Line, number: int, lexicon: Lexicon) -> Sense | None:
    clause = line.clauses[number]
    first, last = line.span_tokens(clause.start, clause.end)
    inner = next((c for c in line.clauses if clause.main_end < c.start < clause.end), None)
    stop = line.span_tokens(clause.start, inner.start)[1] if inner and inner.kind != "infinitive" else last
    if clause.lemma in PLANNING and number + 1 < len(line.clauses) and line.clauses[number + 1].kind == "infinitive":
        stop = line.span_tokens(clause.start, line.clauses[number + 1].end)[1]
    subject = line.span_tokens(clause.subject_start, clause.subject_end) if clause.subject_start >= 0 else (first, first)
    return fitting(line, clause, sense_of(lexicon, line.tokens, line.nouns, clause, first, stop, subject))


def _dated_clauses(line: Line) -> dict[int, list[Timex]]:
    """The date expressions of each clause, by its number."""
    found: dict[int, list[Timex]] = {}
    for timex in line.timexes:
        number = _clause_of(line, timex)
        if COMPARED.search(line.page.article.text[line.base : timex.char_start]) and not WHEN.match(line.page.article.text, timex.char_end):
            continue
        found.setdefault(number if number >= 0 else 0, []).append(timex)
    return found


def _clause_of(line: Line, timex: Timex) -> int:
    """The number of the clause that a date expression stands in: the next one where "when" follows, the one before where
    a word of the date was taken for a verb."""
    number = line.clause_number_at(timex.char_start)
    if 0 <= number + 1 < len(line.clauses) and WHEN.match(line.page.article.text, timex.char_end):
        return number + 1
    return number - 1 if number > 0 and _is_of_date(line, number, timex) else number


def _is_of_date(line: Line, number: int, timex: Timex) -> bool:
    return timex.char_start <= line.base + line.clauses[number].main_start < timex.char_end


def _of_clause(
    line: Line, number: int, clause: Clause, sense: Sense | None, own: list[Timex], dated: dict[int, list[Timex]], lexicon: Lexicon
) -> Iterator[Report]:  # fmt: skip
    speaks = sense is None or sense.event_type in SPEECH | {"SUPPORT"}
    nouns = {t.timex_id: n for t in own if (n := noun_of(line, clause, t, speaks=speaks))}
    of_verb = [t for t in own if t.timex_id not in nouns or not nouns[t.timex_id].only]
    for timex in own:
        noun = nouns.get(timex.timex_id)
        if noun and (noun.only or _happens_too(fitting(line, clause, noun.sense) or noun.sense, sense)):
            yield _noun_report(line, clause, noun.sense, of_timex(timex), sense)
    days, earlier = clause_days(line, number, clause, of_verb, dated)
    if days is None and sense and sense.event_type in PERFORMED:
        days = announced_days(line, number, clause, dated)
    if not _reports(line, clause, sense, days):
        return
    sense = sense or Sense(clause.lemma, "OTHER", clause.lemma, line.token_at(line.base + clause.main_start), noun=False)
    for piece, (start, end) in listed(line, clause, of_verb, days):
        report = _report(line, number, clause, sense, piece, start, end)
        report.earlier, report.topic = earlier, _topic(line, number, sense, lexicon)
        yield report
    yield from _occasions(line, clause, sense, days, nouns)


def _happens_too(noun: Sense, verb: Sense | None) -> bool:
    """Whether a noun that shares the date of its verb is an event beside it; what is only spoken of is none."""
    if verb is None:
        return noun.event_type != "OTHER"
    return noun.event_type not in ("OTHER", verb.event_type) and not (verb.event_type in SPEECH and noun.start > verb.start)


def _noun_report(line: Line, clause: Clause, sense: Sense, days: Days, verb: Sense | None = None) -> Report:
    sense = fitting(line, clause, sense) or sense
    status = "planned" if clause.modality == "planned" or is_after_publication(line.page.article, days.end or days.start) else "happened"
    if status == "planned" and verb is not None and verb.event_type in UNDER and sense.start > verb.start:
        status = UNDER[verb.event_type]
    start, end = span(line, clause)
    return Report(line, clause, sense, sense.event_type, status, days, start, end, noun=True, outer=_outer(line, line.clauses.index(clause)))


def _before(line: Line, days: Days) -> Days:
    """Until the days after which something comes, and not beyond the publication."""
    return until(of_publication(line.page.article) if is_after_publication(line.page.article, days.end) else days)


def _reports(line: Line, clause: Clause, sense: Sense | None, days: Days | None) -> bool:
    """Whether the clause tells of something that happens, and not of a state."""
    if clause.kind == "relative" and clause.subject_start < 0:
        return False
    if clause.lemma in PAST_PLANS and clause.kind in ("participial", "relative") and any(moves(line, c) for c in line.clauses):
        return False
    if sense is None:
        return days is not None and clause.lemma not in STATES and clause.kind != "infinitive" and not _is_era(days)
    if clause.lemma in STATES and not sense.noun and " " not in sense.trigger:
        return False
    return clause.lemma not in STATES or days is not None


def _is_era(days: Days) -> bool:
    """A time too long for something to happen in."""
    return days.start is not None and days.end is not None and (days.end - days.start).days > ERA


def _report(line: Line, number: int, clause: Clause, sense: Sense, days: Days | None, start: int, end: int) -> Report:
    outer = _outer(line, number)
    words = frozenset(line.tokens.low[slice(*line.span_tokens(clause.start, clause.end))])
    status = status_of(clause, sense.event_type, words, outer)
    if status == "happened" and clause.lemma in PLANNING and sense.trigger.split(" ")[0] != clause.lemma and sense.event_type not in SPEECH:
        status = "planned"
    if status == "happened" and days and is_after_publication(line.page.article, days.start):
        status = "planned"
    return Report(line, clause, sense, sense.event_type, status, days, start, end, noun=False, outer=outer)


def _outer(line: Line, number: int) -> Clause | None:
    """The clause that tells this one: the one before a complement."""
    if line.clauses[number].kind not in ("complement", "infinitive"):
        return None
    return next((c for c in reversed(line.clauses[:number]) if c.kind not in ("relative", "participial") or number == 1), None)


def _topic(line: Line, number: int, sense: Sense, lexicon: Lexicon) -> str:
    """What a statement, plan or denial is about: the act of its content."""
    if sense.event_type not in SPEECH and sense.trigger not in ("announce", "plan"):
        return ""
    following = [s for n in range(number + 1, min(number + 3, len(line.clauses))) if (s := _sense(line, n, lexicon)) and s.event_type not in SPEECH]
    if following:
        return following[0].act
    first, last = line.span_tokens(line.clauses[number].main_end, line.clauses[number].end)
    low = line.tokens.low
    for at in range(first, last):
        found = line.nouns.get(at) or lexicon.verb(low, at, low[at])
        if found and found.event_type not in SPEECH | {"SUPPORT"}:
            return found.act
    return ""


def _occasions(line: Line, clause: Clause, sense: Sense, days: Days | None, nouns: dict[str, NounDate]) -> Iterator[Report]:
    """The meeting at which something was said on a day took place on that day; a withdrawal "after" which something
    happened was over by then."""
    if days is None or (
        nouns and all(n.sense.event_type != sense.event_type for n in nouns.values()) and any(n.sense.event_type == "CONSULT" for n in nouns.values())
    ):
        return
    if not line.nouns:
        return
    first, last = line.span_tokens(clause.start, clause.end)
    seen = {sense.event_type}
    for noun in heads(line.nouns, first, last):
        lead = lead_of(line, noun.start, first)
        if noun.event_type in seen or lead is None:
            continue
        if lead in ("after", "following") and noun.event_type not in SAYING_NOUNS:
            yield _noun_report(line, clause, noun, _before(line, days))
        elif noun.event_type == "CONSULT" and sense.event_type in SPEECH and lead in ("at", "during", "in", "of", "to"):
            yield _noun_report(line, clause, noun, implied(days))
        else:
            continue
        seen.add(noun.event_type)
