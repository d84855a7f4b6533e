"""Whether an expression points to the past or the future, by the verb of its clause."""

from __future__ import annotations

import re

from pipeline.clauses import Clause, clause_at, find_clauses
from pipeline.timex.grammar import Hit
from pipeline.timex.meaning import is_weekday
from pipeline.timex.notices import direction_without_verb

BOUNDS = {"since": "since", "until": "until", "till": "until", "through": "until", "by": "by", "before": "before", "after": "after"}
SCHEDULING = frozenset("schedule slate plan".split())  # their own tense is that of the planning
POSSESSIVE = ("'s", "’s")  # "Wednesday's ruling" has a time of its own, not that of the clause
PLANNING = frozenset("plan expect promise vow agree intend hope decide prepare schedule resolve choose pledge undertake arrange".split())
ASKING = PLANNING | frozenset("ask order urge tell vote require invite".split())  # whose infinitive lies ahead of them
AHEAD = frozenset("possible likely unlikely due expected scheduled planned set ready".split())  # what "is" so lies ahead
TIMETABLED = frozenset(  # in the present tense, what a timetable says
    "arrive begin start open reopen end close leave return expire resume meet vote visit retire hold sing play perform host"
    " depart run travel go take gather launch appear attend testify air premiere conclude face tour compete".split()
)
LASTING = frozenset(  # what is so, thought or said in the present tense, whatever day stands with it
    "be have do say know think believe want need remain seem appear contain include mean show tell add note claim hope expect see call report suggest"
    " indicate argue insist like own hold stand lie sit live date focus centre center depend rely base".split()
)
DECIDING = ASKING - PLANNING | frozenset("agree decide promise vow resolve choose pledge undertake arrange".split())  # done on a day of their own
APPOINTED = TIMETABLED - frozenset("close end leave retire expire conclude".split())  # what one is told to do on a day of its own
TOLD_TO = re.compile(r"\bto (\w+)")
EXPECTING = frozenset("expect forecast predict foresee anticipate".split())  # what they told of may be over or not
PUTTING_OFF = frozenset("put postpone delay defer adjourn suspend shelve extend reschedule push move ban".split())
DAYS_AHEAD = re.compile(r" on (?:[A-Z]\w+day,? (?:and |or )?)*")  # between "is" and a day
DELIVERED = ("delivery", "contract", "contracts", "futures")  # "crude for May delivery": the time is not that of the verb
REPORTING = (" said", " told", " announced", " reported")  # "said Friday it would": the day is that of the saying
PROSPECT = re.compile(r"\b(?:set|due|expected|scheduled|slated|likely|poised) to \w+(?: \w+)? $")  # right before a date, with or without "is"


def direction_of(sentence: str, start: int, end: int, tokens: tuple[str, ...], hit: Hit) -> str | None:
    """The direction of an expression: that of its clause, where it is an adverbial of it."""
    direction = direction_at(sentence, start)
    if sentence[end : end + 2] in POSSESSIVE and not _is_ahead_of_will(sentence, start):
        direction = None
    if direction == "past" and tokens[hit.end : hit.end + 1] and tokens[hit.end] in DELIVERED:
        return None
    before = tokens[max(0, hit.first - 1)].lower()
    if direction is None and is_weekday(hit.meaning) and before == "from":
        return "future"  # "open from Monday"
    if direction == "future" and is_weekday(hit.meaning) and before not in BOUNDS and _is_of_decision(sentence, start):
        return "past"
    if hit.first < 2 or open_end(tokens, hit.first) != "until":
        return direction
    return "future" if direction != "past" or is_weekday(hit.meaning) or _is_put_off(sentence, start) else None


def _is_ahead_of_will(sentence: str, offset: int) -> bool:
    """Whether what has a time of its own lies ahead all the same: "will miss Sunday's match"."""
    clause = clause_at(sentence, offset)
    return clause is not None and clause.kind in ("main", "coordinate") and sentence.startswith("will ", clause.verb_start)


def open_end(tokens: tuple[str, ...], first: int) -> str | None:
    """The open end that the words before a token make of what begins there."""
    if first > 2 and tokens[first - 1] == "least":
        first -= 2  # "until at least"
    return BOUNDS.get(tokens[first - 1].lower()) if first else None


def _is_put_off(sentence: str, offset: int) -> bool:
    """Whether the verb moves the end of something, which then lies ahead of it: "shelved until May"."""
    clause = clause_at(sentence, offset)
    return clause is not None and clause.lemma in PUTTING_OFF


def direction_at(sentence: str, offset: int) -> str | None:
    """Past or future, as the clause around an expression has it; None when no verb tells."""
    clause = _clause_around(sentence, offset)
    if clause is not None and PROSPECT.search(sentence, clause.start, offset):
        return "past" if sentence.startswith("had ", clause.verb_start) else "future"
    if clause is None or (clause.subject_start < 0 and clause.kind == "main" and sentence[clause.verb_start : clause.verb_end].lower() == clause.lemma):
        return direction_without_verb(sentence)
    return _past_asking(sentence, offset, clause) if clause.tense == "past" and clause.lemma in ASKING | EXPECTING else _by_tense(sentence, offset, clause)


def _by_tense(sentence: str, offset: int, clause: Clause) -> str | None:
    if clause.lemma in SCHEDULING and clause.kind != "participial" and offset > clause.verb_start and not sentence.startswith("as ", clause.start):
        return "future"
    if clause.tense == "present" and (_is_timetabled(sentence, offset, clause) or _looks_ahead(sentence, offset, clause)):
        return "future"
    if clause.kind == "infinitive":
        return _as_planned(sentence, clause)
    if clause.tense == "past" or sentence.startswith("had ", clause.verb_start) or sentence[:offset].rstrip().endswith(REPORTING):
        return "past"
    return "future" if clause.tense == "future" or clause.modality == "planned" else None


def _clause_around(sentence: str, offset: int) -> Clause | None:
    """The clause of an expression; what stands after a participle and a comma belongs to the clause before that."""
    clause = clause_at(sentence, offset)
    if clause is None or clause.kind != "participial" or "," not in sentence[clause.verb_end : offset]:
        return clause
    before = [c for c in find_clauses(sentence) if c.verb_start < clause.verb_start and c.kind != "participial"]
    return before[-1] if before else None


def _looks_ahead(sentence: str, offset: int, clause: Clause) -> bool:
    """Whether the present tense speaks of what is to come: "the guild plans to", "gusts are likely on Sunday"."""
    if clause.kind in ("participial", "infinitive"):
        return False
    if clause.lemma == "be" and clause.subject_start <= offset < clause.subject_end:
        return True  # "Sunday is the last day"
    if clause.lemma == "be" and sentence[clause.verb_end : offset].split() in (["in"], ["only", "in"], ["just", "in"]):
        return True  # "the vote is in ten weeks"
    if clause.lemma == "be" and DAYS_AHEAD.fullmatch(sentence, clause.verb_end, offset):
        return True  # "the rounds are on Tuesday and Thursday"
    return clause.lemma in PLANNING or (clause.lemma == "be" and not AHEAD.isdisjoint(sentence[clause.verb_start : offset].split()))


def _is_timetabled(sentence: str, offset: int, clause: Clause) -> bool:
    """Whether the present tense tells what is to come: "the ferry sails on Thursday"."""
    acts = clause.lemma not in LASTING and clause.kind != "participial" and offset > clause.verb_end
    return not clause.negated and (clause.lemma in TIMETABLED or (acts and sentence.endswith("on ", 0, offset)))


def _past_asking(sentence: str, offset: int, clause: Clause) -> str | None:
    """What was expected may be over or not; what was asked for has a day of its own: "told to appear on Thursday"."""
    if clause.lemma in EXPECTING and offset > clause.verb_end:
        return None
    told = TOLD_TO.search(sentence, clause.verb_end, offset)
    ahead = told and (told[1] in APPOINTED or clause.lemma == "invite")
    return "future" if clause.lemma in ASKING and ahead else _by_tense(sentence, offset, clause)


def _is_of_decision(sentence: str, offset: int) -> bool:
    """Whether a day after an infinitive is that of the decision: "agreed to buy a rival on Monday", but not "agreed to meet on Monday"."""
    clause = clause_at(sentence, offset)
    if clause is None or clause.kind != "infinitive" or clause.lemma in APPOINTED:
        return False
    before = [c for c in find_clauses(sentence) if c.verb_start < clause.verb_start]
    return bool(before) and before[-1].tense == "past" and before[-1].lemma in DECIDING


def _as_planned(sentence: str, clause: Clause) -> str | None:
    """The direction in an infinitive: that of a plan, unless the plan itself is past ("it had been due to end Friday")."""
    before = [c for c in find_clauses(sentence) if c.verb_start < clause.verb_start]
    if not before or before[-1].tense != "past":
        return "future"
    governing = sentence[before[-1].verb_start : before[-1].verb_end]
    return "future" if before[-1].lemma in ASKING and "had" not in governing.split() else None
