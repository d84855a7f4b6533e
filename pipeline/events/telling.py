"""The reports of an article -> candidates: who speaks, who takes part, which days an undated one has."""

from __future__ import annotations

import re

from pipeline.events.between import Told, blaming, counting, linked, unique
from pipeline.events.classes import ARMY, MARCHING, SPEECH, Lexicon
from pipeline.events.days import Days, implied, of_publication, until
from pipeline.events.naming import name_event, subject_before
from pipeline.events.page import Line, Page, lines
from pipeline.events.reports import Report, reports_of
from pipeline.events.standing import may_stand_undated, stands_undated, worth_telling
from pipeline.events.voices import unheard
from pipeline.events.words import content_of
from pipeline.model import Attribution, Candidate, CandidateActor, Mention
from pipeline.text import digest

RANKS = ("speaker", "actor", "recipient", "mentioned", "source")
CONTEXT = 4  # sentences in which "the attack" still means the one told before
OCCASION = 12  # sentences in which a speaker is still taken to speak on the same occasion
LONG = 31  # days; a longer time is no occasion
ADDING = re.compile(r"(?:and|but|while)\b")
DEFINITE = re.compile(r"^(?:the|this|that|these|those|its|their)\s+(?:[\w-]+\s+){0,2}?[\w-]+$", re.IGNORECASE)


def tell_page(page: Page, lexicon: Lexicon) -> list[Told]:
    """The candidates of an article, in the order of its text."""
    told: list[Told] = []
    spoke: set[str] = set()
    read = list(lines(page, lexicon))
    for line in read:
        reports = worth_telling(line, [_by_army(page, _by_labour(page, r)) for r in reports_of(line, lexicon)])
        for report in reports:
            if report.days is None and not may_stand_undated(report):
                continue
            speaker, said = _speaker(line, report)
            if report.days is None and not stands_undated(line, report, speaker, said, spoke):
                continue
            told.append(_tell(page, lexicon, report, speaker, said, _days(page, report, speaker, told)))
            if report.event_type in SPEECH and speaker:
                spoke.add(speaker)
        counting(told, line, lexicon)
    published = of_publication(page.article)
    told += [_tell(page, lexicon, report, said.speaker_id, said, published) for report, said in unheard(read, {t.candidate.speaker_id for t in told})]
    return blaming(linked(unique(sorted(told, key=lambda t: t.report.line.sentence.position))))


def _by_labour(page: Page, report: Report) -> Report:
    """A "strike" in an article about work is no attack, though its own sentence does not say so."""
    if report.sense.trigger in ("strike", "strikes") and report.sense.noun and page.is_about_work:
        report.sense = report.sense._replace(event_type="PROTEST", act="walkout")
        report.event_type = "PROTEST"
    return report


def _by_army(page: Page, report: Report) -> Report:
    """ "It marched in" is no protest where "it" is the army."""
    clause, line = report.clause, report.line
    if clause is None or clause.lemma not in MARCHING or report.noun or clause.subject_start < 0:
        return report
    subject = line.sentence.text[clause.subject_start : clause.subject_end].lower()
    before = subject_before(page, line, plural=subject == "they") if subject in ("it", "they") else None
    if before and not ARMY.isdisjoint(page.article.text[slice(*before)].lower().split()):
        report.sense = report.sense._replace(event_type="MOBILIZE", act="deploy")
        report.event_type = "MOBILIZE"
    return report


def _speaker(line: Line, report: Report) -> tuple[str | None, Attribution | None]:
    """Who speaks, and the attribution that says so."""
    clause = report.clause
    if clause is None:
        return None, None
    verb = (line.base + clause.verb_start, line.base + clause.verb_end)
    own = next((a for a in line.attributions if a.cue_start < verb[1] and verb[0] < a.cue_end), None)
    if report.noun or (clause.kind in ("participial", "relative", "adverbial") and report.event_type not in SPEECH):
        above = _above(line, report, verb)
        return (above.speaker_id if above and report.outer is not None else None), above
    above = own or _above(line, report, verb)
    return (above.speaker_id if above else None), above


def _above(line: Line, report: Report, verb: tuple[int, int]) -> Attribution | None:
    """The attribution whose words hold the verb of the report. What "and X announced" adds says nothing of what stands before."""
    for said in line.attributions:
        if said.char_start <= verb[0] < said.char_end and not (said.cue_start < verb[1] and verb[0] < said.cue_end):
            number = line.clause_number_at(said.cue_start) if line.base <= said.cue_start < line.sentence.char_end else -1
            cue = line.clauses[number] if number >= 0 else None
            if cue is None or said.cue_start < verb[0] or not ADDING.match(line.sentence.text, cue.start):
                return said
    return None


def _days(page: Page, report: Report, speaker: str | None, told: list[Told]) -> Days:
    """The days of a report: its own; those of what it goes on about; else the publication."""
    if report.days is not None:
        return report.days
    published = of_publication(page.article)
    clause = report.clause
    before = _antecedent(report, speaker, told) if clause is not None and clause.tense != "future" else None
    if before is not None:
        return implied(before)
    if clause is not None and clause.kind == "complement" and clause.tense == "past" and report.event_type not in SPEECH:
        return until(published)
    return published


def _antecedent(report: Report, speaker: str | None, told: list[Told]) -> Days | None:
    """The days of the event told before that "the attack" means, or of the occasion on which its speaker spoke."""
    at = report.line.sentence.position
    for earlier in reversed(told):
        days, gap = earlier.report.days, at - earlier.report.line.sentence.position
        if gap > OCCASION:
            return None
        if days is None or days.start is None or days.end is None or (days.end - days.start).days > LONG:
            continue
        if gap <= CONTEXT and _means(report, earlier):
            return days
        said = earlier.candidate.event_type in ("STATEMENT", "REQUEST") and earlier.candidate.speaker_id == speaker
        if speaker and said and 0 < gap <= OCCASION and report.event_type == "STATEMENT":
            return days
    return None


def _means(report: Report, earlier: Told) -> bool:
    clause = report.clause
    if clause is None or clause.subject_start < 0:
        return False
    subject = report.line.sentence.text[clause.subject_start : clause.subject_end]
    return bool(DEFINITE.match(subject)) and earlier.candidate.act == report.sense.act and earlier.candidate.event_type == report.event_type


def _mentions(line: Line, report: Report) -> list[Mention]:
    """Mentions in the words of a report, and in its subject."""
    subject = (line.base + report.clause.subject_start, line.base + report.clause.subject_end) if report.clause and report.clause.subject_start >= 0 else (0, 0)
    return [m for m in line.mentions if m.function != "furniture" and (report.start <= m.char_start < report.end or subject[0] <= m.char_start < subject[1])]


def _tell(page: Page, lexicon: Lexicon, report: Report, speaker: str | None, said: Attribution | None, days: Days) -> Told:
    line = report.line
    span = page.article.text[report.start : report.end]
    trigger = line.tokens.words[report.sense.start]
    content = digest(page.article.text_hash, str(report.start), span, trigger, report.event_type, str(report.sense.start), str(days.at), str(report.noun))
    candidate_id = digest(page.article.article_id, content)
    direct = said if said and said.cue_end and report.event_type == "STATEMENT" else None
    said_of = content_of(line, report.start, report.end, lexicon)
    candidate = Candidate(
        candidate_id=candidate_id, scope=page.article.scope, article_id=page.article.article_id, char_start=report.start, char_end=report.end,
        timex_id=days.timex_id, title=name_event(page, report, speaker, said), date_start=days.start, date_end=days.end, best_day=days.best,
        precision=days.precision, edtf=days.edtf, date_basis=days.basis, date_text=days.text, event_type=report.event_type, trigger=report.sense.trigger,
        status=report.status, speaker_id=speaker, speech=said.speech if said and speaker else None, reported_via=_carrier(line, said),
        quote=direct.quote if direct else None, confidence=_confidence(report, days), conflict=days.conflict, flags=days.flags, content_id=content,
        words=said_of.words, act=report.sense.act, acts=said_of.acts, topic=report.topic, numbers=said_of.numbers, earlier=report.earlier,
    )  # fmt: skip
    return Told(candidate, _actors(candidate_id, _mentions(line, report), speaker), report)


def _carrier(line: Line, said: Attribution | None) -> str | None:
    """The outlet that carries what is said, or tells what happened."""
    if said and said.reported_via:
        return said.reported_via
    return next((line.page.name_of(m.actor_id) for m in line.mentions if m.function == "source"), None)


def _confidence(report: Report, days: Days) -> float:
    known = 0.95 if report.event_type != "OTHER" else 0.75
    return round(known * days.confidence * (0.9 if report.noun else 1.0), 3)


def _actors(candidate_id: str, mentions: list[Mention], speaker: str | None) -> list[CandidateActor]:
    """Each actor once, in the function that matters most."""
    best: dict[str, tuple[int, str]] = {}
    for m in mentions:
        function = "speaker" if m.actor_id == speaker else "mentioned" if m.function == "speaker" else m.function
        rank = RANKS.index(function) if function in RANKS else len(RANKS)
        if m.actor_id not in best or rank < best[m.actor_id][0]:
            best[m.actor_id] = (rank, m.kind)
    if speaker and speaker not in best:
        best[speaker] = (0, "")
    return [CandidateActor(candidate_id, actor, RANKS[rank] if rank < len(RANKS) else "mentioned", kind) for actor, (rank, kind) in sorted(best.items())]
