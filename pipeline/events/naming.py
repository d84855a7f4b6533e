"""Names an event: the clause's own words, with names in place of pronouns."""

from __future__ import annotations

import re

from pipeline.clauses import Clause, find_clauses
from pipeline.clauses.groups import SAYING
from pipeline.clauses.present import PLANNING
from pipeline.clauses.words import letter_of
from pipeline.events.page import Line, Page
from pipeline.events.reports import Report
from pipeline.events.titles import PLURAL, noun_title, tidy, title_of, without
from pipeline.model import Attribution, Sentence, Timex

ONE = ("he", "she", "it")  # pronouns that a name may stand for without a change of the verb
MANY = ("they", "we", "i", "you")
SPEAKING = ("i", "we")
CLOSING = re.compile(r'(?<=[\w.,!?…])["”]')
ALONE = 3  # words after a verb of saying; with fewer it does not tell what was said
DAYS = re.compile(r"\w+day\b")
BARE = re.compile(r"[A-Z0-9]")  # "May", "2015": with a word before it that describes, part of a name
STOPS = frozenset(
    "at in on of to for during after before with by from and or that which following since until a an the this these its his her their into".split()
)
ENDS = frozenset(', ; : . ( ) " “ ” that which who said says was were is are had has have will and but after before'.split())


def name_event(page: Page, report: Report, speaker: str | None, said: Attribution | None) -> str:
    text, line, clause = page.article.text, report.line, report.clause
    cuts = [(t.char_start, t.char_end) for t in line.timexes if _stands_alone(line, t)]
    title = ""
    if report.noun or clause is None:
        start, end = _noun_phrase(line, report)
        title = noun_title(text, start, end, cuts)
        if clause is None or (" " in title and clause.lemma not in PLANNING):
            return title
    bounds = (line.opening, min(report.end, line.base + clause.end) if report.noun else report.end)
    named = _of_clause(page, report, clause, speaker, said, cuts, bounds)
    return f"{title}: {named}" if title and title.lower() not in named.lower() else named


def _of_clause(
    page: Page, report: Report, clause: Clause, speaker: str | None, said: Attribution | None, cuts: list[tuple[int, int]], bounds: tuple[int, int]
) -> str:  # fmt: skip
    text, line = page.article.text, report.line
    said_apart = _said_apart(line, clause, said, cuts) if report.event_type == "STATEMENT" else ""
    if said_apart:
        subject = page.name_of(speaker) if speaker and _quote_ends(line, clause) else _subject_name(page, report, clause, speaker)
        told = title_of(text, clause, line.base, (line.opening, _end_of_verb(line, clause)), cuts, subject)
        return tidy(f"{told}: {said_apart}")
    if clause.kind == "infinitive" and report.outer is not None:  # "threatened to strike": the verb of planning with what is planned
        clause = report.outer
    title = title_of(text, clause, line.base, bounds, cuts, _subject_name(page, report, clause, speaker))
    own = _words_of_subject(line.sentence, clause).lower()
    return f"{page.name_of(speaker)}: {title}" if own in SPEAKING and speaker and page.name_of(speaker) else title


def _quote_ends(line: Line, clause: Clause) -> bool:
    """Whether a quotation ends between what was taken for the subject and the verb: the subject stands in what is said."""
    return 0 <= clause.subject_start < clause.verb_start and bool(CLOSING.search(line.sentence.text[clause.subject_end : clause.verb_start]))


def _stands_alone(line: Line, timex: Timex) -> bool:
    """Whether a date expression may leave the title: not "the 2015 accord", "the driest July", "Monday's talks", "a deadline of 3 May"."""
    tokens = line.tokens
    first, last = line.token_at(timex.char_start), line.token_at(timex.char_end)
    after = tokens.words[last] if last < len(tokens.words) and tokens.starts[last] + line.base >= timex.char_end else ""
    if after in ("'s", "’s", "'", "’") or not first:
        return after not in ("'s", "’s")
    before = tokens.words[first - 1]
    kind = letter_of(before)
    number = line.owner[first]
    told_after = number >= 0 and line.base + line.clauses[number].main_end <= timex.char_start
    if before.lower() == "of" or (kind in "ps" and letter_of(after or ".") == "n" and told_after):
        return False
    return not (kind in "do" or (kind == "n" and BARE.match(timex.text) and (letter_of(after or ".") not in "p," or not DAYS.match(timex.text))))


def _end_of_verb(line: Line, clause: Clause) -> int:
    """The end of a verb of saying, with the one who is told: "told reporters"."""
    end = clause.main_end
    if clause.lemma != "tell" or clause.subject_start > clause.verb_start:
        return line.base + end
    number = line.span_tokens(0, end)[1]
    while number < len(line.tokens.words) and letter_of(line.tokens.words[number]) in "dnXo" and line.tokens.starts[number] < clause.end:
        end, number = line.tokens.ends[number], number + 1
    return line.base + end


def _said_apart(line: Line, clause: Clause, said: Attribution | None, cuts: list[tuple[int, int]]) -> str:
    """What is said where it stands before the verb of saying or after a colon; empty where the clause itself goes on to tell it."""
    if not (clause.lemma in SAYING or (said and said.speech == "direct")) or clause.passive or clause.kind not in ("main", "coordinate"):
        return ""
    text, start, end = line.page.article.text, line.base + clause.start, line.base + clause.end
    inverted = clause.subject_start > clause.verb_start
    rest = without(text, line.base + max(clause.main_end, clause.subject_end if inverted else 0), end, cuts)
    goes_on = any(c.kind in ("complement", "infinitive") and 0 <= c.start - clause.end <= 1 for c in line.clauses)
    quoted = said is not None and said.speech == "direct" and not any(mark in rest for mark in '"“”:')
    if goes_on or (len(re.findall(r"\w+", rest)) >= ALONE and not quoted and not inverted):
        return ""
    if said is None:
        return without(text, line.opening, start, cuts) if start - line.opening > ALONE and text[start - 2 : start] in (", ", '" ', "” ") else ""
    before = without(text, max(said.char_start, line.opening), start, cuts) if said.char_start < start else ""
    if said.speech == "direct" and (closing := list(CLOSING.finditer(before))):
        before = before[: closing[-1].start()]
    around = before if re.search(r"\w", before) else without(text, end, said.char_end, cuts)
    return around if re.search(r"\w", around) or said.speech != "direct" else said.quote or ""


def _words_of_subject(sentence: Sentence, clause: Clause) -> str:
    return sentence.text[clause.subject_start : clause.subject_end] if clause.subject_start >= 0 else ""


def _subject_name(page: Page, report: Report, clause: Clause, speaker: str | None) -> str | None:
    """A name in place of "he", "it" or "the minister" where the article has one; None where the subject's own words will do."""
    if clause.subject_start < 0:
        return None
    start, end = report.line.base + clause.subject_start, report.line.base + clause.subject_end
    inside = [m for m in report.line.mentions if start <= m.char_start < end]
    vague = [m for m in inside if m.resolved_by in ("pronoun", "role") and m.char_end - m.char_start >= end - start - 4]
    words = page.article.text[start:end].lower()
    actor = vague[0].actor_id if vague and words not in MANY and (vague[0].kind == "person" or words in ONE) else speaker if words in ONE else None
    before = _antecedent(page, report.line, clause, plural=words == "they") if words in ("it", "they") else None
    if before:
        first, last = before
        if not any(first <= m.char_start < last and (m.actor_id == actor or m.kind == "person") for m in page.mentions):
            return page.article.text[first:last]
    return page.name_of(actor) if actor else None


def _antecedent(page: Page, line: Line, clause: Clause, *, plural: bool) -> tuple[int, int] | None:
    """What "it" or "they" may stand for: the subject of the verb of saying above it, or of the sentence before."""
    number = line.clauses.index(clause)
    if number == 0:
        return subject_before(page, line, plural=plural)
    above = line.clauses[number - 1]
    words = _words_of_subject(line.sentence, above)
    if clause.kind != "complement" or above.lemma not in SAYING or not words or bool(PLURAL.search(words)) != plural:
        return None
    return line.base + above.subject_start, line.base + above.subject_end


def subject_before(page: Page, line: Line, *, plural: bool) -> tuple[int, int] | None:
    """The subject of the sentence before, in the article, that "it" or "they" may stand for; None where its number does not fit."""
    at = next((k for k, s in enumerate(page.sentences) if s.sentence_id == line.sentence.sentence_id), 0)
    if not at:
        return None
    sentence = page.sentences[at - 1]
    for clause in find_clauses(sentence.text):
        words = _words_of_subject(sentence, clause)
        if clause.kind in ("main", "complement") and words and letter_of(words.split(" ")[-1]) != "h" and bool(PLURAL.search(words)) == plural:
            return sentence.char_start + clause.subject_start, sentence.char_start + clause.subject_end
    return None


def _noun_phrase(line: Line, report: Report) -> tuple[int, int]:
    """The noun with what stands before it and what it is of, in the article."""
    tokens, at = line.tokens, report.sense.start
    first = at
    while first > 0 and (tokens.words[first - 1][0].isalnum() or tokens.words[first - 1] in "'’s-") and tokens.words[first - 1].lower() not in STOPS:
        first -= 1
    last = at + 1
    verb = line.token_at(line.base + report.clause.verb_start) if report.clause else -1
    while last < len(tokens.words) and tokens.words[last].lower() not in ENDS and line.owner[last] == line.owner[at] and last - at < 14 and last != verb:
        last += 1
    return line.base + tokens.starts[first], line.base + tokens.ends[last - 1]
