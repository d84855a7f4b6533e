"""The two stages of temporal tagging: words -> meanings, and meanings + publication date -> days."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from pipeline.clauses import Clause, clause_at, find_clauses
from pipeline.model import JOINT, Alternative, Article, Expression, Furniture, NamedDay, Sentence, Timex
from pipeline.tables import stage, to_records, to_table
from pipeline.text import language_of, overlapping, tokenize
from pipeline.timex.foreign import Foreign, find_foreign
from pipeline.timex.grammar import Grammar, Hit
from pipeline.timex.meaning import Bound, Duration, Meaning, Range, Recurrence, Vague, is_weekday, read, write
from pipeline.timex.reading import Reader, is_narrative
from pipeline.timex.resolution import Resolution
from pipeline.timex.rules import grammar, histories

NEUTRAL = ("numeric.iso_day", "numeric.slashed", "numeric.dashed", "numeric.dotted")
PROBED = 6  # sentences that tell the language of an article
UNSURE = 0.8  # how far dates in other languages are trusted
BOUNDS = {"since": "since", "until": "until", "till": "until", "through": "until", "by": "by", "before": "before", "after": "after"}
SCHEDULING = frozenset("schedule slate plan".split())  # their own tense is that of the planning
POSSESSIVE = ("'s", "’s")  # "Wednesday's ruling" has a time of its own, not that of the clause
PLANNING = frozenset("plan expect promise vow agree intend hope decide prepare schedule".split())
ASKING = PLANNING | frozenset("ask order urge tell vote require invite".split())  # whose infinitive lies ahead of them
AHEAD = frozenset("possible likely unlikely due expected scheduled planned set ready".split())  # what "is" so lies ahead
TIMETABLED = frozenset(  # in the present tense, what a timetable says
    "arrive begin start open reopen end close leave return expire resume meet vote visit retire hold sing play perform host"
    " depart run travel go take gather launch".split()
)
LASTING = frozenset(  # what is so, thought or said in the present tense, whatever day stands with it
    "be have do say know think believe want need remain seem appear contain include mean show tell add note claim hope expect see call report suggest"
    " indicate argue insist like own hold stand lie sit live date focus centre center depend rely base".split()
)
PUTTING_OFF = frozenset("put postpone delay defer adjourn suspend shelve extend reschedule push move ban".split())
DELIVERED = ("delivery", "contract", "contracts", "futures")  # "crude for May delivery": the time is not that of the verb
REPORTING = (" said", " told", " announced", " reported")  # "said Friday it would": the day is that of the saying
JOINING = re.compile(r"\s*(?:[-‐‑–—]|\b(?:to|and|through|until)\b(?: the\b)?)\s*")
QUOTES = re.compile('["“”]')
UNBOUND = (Duration, Recurrence, Vague)


@stage(Expression)
def find_expressions(sentences: pd.DataFrame, furniture: pd.DataFrame, named_days: tuple[NamedDay, ...]) -> pd.DataFrame:
    """Stage. Sentences in, one row per date expression out; what it means, no day yet."""
    rules = grammar(named_days)
    pieces: dict[str, list[Furniture]] = {}
    for piece in to_records(furniture, Furniture):
        pieces.setdefault(piece.article_id, []).append(piece)
    found = (x for _, group in itertools.groupby(to_records(sentences, Sentence), key=lambda s: s.article_id) for x in _in_article(group, rules, pieces))
    return to_table(found, Expression)


def _in_article(sentences: Iterable[Sentence], rules: Grammar, pieces: dict[str, list[Furniture]]) -> list[Expression]:
    sentences = list(sentences)
    language = language_of(" ".join(s.text for s in sentences[:PROBED]))
    if language != "en":
        return [x for s in sentences for x in _in_foreign(s, language, rules, pieces)]
    found = [x for _, group in itertools.groupby(sentences, key=lambda s: s.paragraph) for x in _in_paragraph(list(group), rules, pieces)]
    if not any("Range(" in x.meaning or x.rule.startswith(histories.PREFIX) for x in found):
        return found
    if not is_narrative([read(x.meaning) for x in found], None):
        return [x for x in found if not x.rule.startswith(histories.PREFIX)]
    return [half for x in found for half in _halves(x)]


def _in_foreign(sentence: Sentence, language: str, rules: Grammar, pieces: dict[str, list[Furniture]]) -> Iterator[Expression]:
    """Dates in another language, and those in figures alone, which are the same in all."""
    tokens = tokenize(sentence.text)
    foreign = list(find_foreign(sentence.text, language))
    figures = (Foreign(tokens.starts[h.first], tokens.ends[h.end - 1], h.rule, h.meaning) for h in rules.find(tokens.words) if h.rule in NEUTRAL)
    for found in sorted([*foreign, *(f for f in figures if not any(f.start < x.end and x.start < f.end for x in foreign))]):
        start, end = sentence.char_start + found.start, sentence.char_start + found.end
        yield Expression(
            timex_id=f"{sentence.article_id}:{start}", article_id=sentence.article_id, sentence_id=sentence.sentence_id, char_start=start, char_end=end,
            text=sentence.text[found.start : found.end], rule=found.rule, meaning=write(found.meaning), direction=None, quoted=False,
            furniture=_furniture_at(pieces.get(sentence.article_id, ()), start),
        )  # fmt: skip


def _halves(expression: Expression) -> Iterator[Expression]:
    """Both ends of a range, each as a date of its own: so histories name the years of their chapters (TIMEX2, "ranges")."""
    meaning = read(expression.meaning)
    inner = meaning.of if isinstance(meaning, Bound) else meaning
    join = JOINING.search(expression.text) if isinstance(inner, Range) else None
    if join is None or not isinstance(inner, Range):
        yield expression
        return
    start = expression.char_start
    for part, first, end in ((inner.first, 0, join.start()), (inner.last, join.end(), len(expression.text))):
        yield dataclasses.replace(
            expression, timex_id=f"{expression.article_id}:{start + first}", char_start=start + first, char_end=start + end,
            text=expression.text[first:end], meaning=write(part),
        )  # fmt: skip


def _in_paragraph(sentences: list[Sentence], rules: Grammar, pieces: dict[str, list[Furniture]]) -> Iterator[Expression]:
    opened = False  # a quotation may run over several sentences of its paragraph
    for sentence in sentences:
        tokens = tokenize(sentence.text)
        for hit in rules.find(tokens.words):
            start, end = tokens.starts[hit.first], tokens.ends[hit.end - 1]
            direction = _direction(sentence.text, start, end, tokens.words, hit)
            if hit.rule == "vague.soon" and direction == "past":
                continue  # "they soon gave up": no future
            yield Expression(
                timex_id=f"{sentence.article_id}:{sentence.char_start + start}", article_id=sentence.article_id, sentence_id=sentence.sentence_id,
                char_start=sentence.char_start + start, char_end=sentence.char_start + end, text=sentence.text[start:end], rule=hit.rule,
                meaning=write(bounded(hit, tokens.words)), direction=direction,
                quoted=_inside_quotes(sentence.text, start, opened),
                furniture=_furniture_at(pieces.get(sentence.article_id, ()), sentence.char_start + start),
            )  # fmt: skip
        opened = _inside_quotes(sentence.text, len(sentence.text), opened)


def _direction(sentence: str, start: int, end: int, tokens: tuple[str, ...], hit: Hit) -> str | None:
    """The direction of an expression: that of its clause, where it is an adverbial of it."""
    direction = direction_at(sentence, start) if sentence[end : end + 2] not in POSSESSIVE else None
    if direction == "past" and tokens[hit.end : hit.end + 1] and tokens[hit.end] in DELIVERED:
        return None
    if hit.first < 2 or _bound(tokens, hit.first) != "until":
        return direction
    return "future" if direction != "past" or is_weekday(hit.meaning) or _is_put_off(sentence, start) else None


def _is_put_off(sentence: str, offset: int) -> bool:
    """Whether the verb moves the end of something, which then lies ahead of it: "shelved until May"."""
    clause = clause_at(sentence, offset)
    return clause is not None and clause.lemma in PUTTING_OFF


def bounded(hit: Hit, tokens: tuple[str, ...]) -> Meaning:
    """The meaning, as the end of an open range when "since", "until" or the like stands before it."""
    kind = _bound(tokens, hit.first)
    return Bound(kind, hit.meaning) if kind and not isinstance(hit.meaning, UNBOUND) else hit.meaning


def _bound(tokens: tuple[str, ...], first: int) -> str | None:
    """The open end that the words before a token make of what begins there."""
    if first > 2 and tokens[first - 1] == "least":
        first -= 2  # "until at least"
    return BOUNDS.get(tokens[first - 1].lower()) if first else None


def direction_at(sentence: str, offset: int) -> str | None:
    """Past or future, as the clause around an expression has it; None when no verb tells."""
    clause = clause_at(sentence, offset)
    if clause is None:
        return None
    if clause.lemma in SCHEDULING and clause.kind != "participial" and offset > clause.verb_start:
        return "future"
    if clause.tense == "present" and not clause.negated and _is_timetabled(sentence, offset, clause):
        return "future"
    if clause.kind == "infinitive":
        return _as_planned(sentence, clause)
    if clause.kind == "participial" and "," in sentence[clause.verb_end : offset]:
        return None
    if clause.tense == "present" and clause.kind != "participial" and _looks_ahead(sentence, offset, clause):
        return "future"
    if clause.tense == "past" or sentence.startswith("had ", clause.verb_start) or sentence[:offset].rstrip().endswith(REPORTING):
        return "past"
    return "future" if clause.tense == "future" or clause.modality == "planned" else None


def _looks_ahead(sentence: str, offset: int, clause: Clause) -> bool:
    """Whether the present tense speaks of what is to come: "the board plans to", "gusts are likely on Sunday"."""
    return clause.lemma in PLANNING or (clause.lemma == "be" and not AHEAD.isdisjoint(sentence[clause.verb_start : offset].split()))


def _is_timetabled(sentence: str, offset: int, clause: Clause) -> bool:
    """Whether the present tense tells what is to come: "schools break up on Thursday"."""
    acts = clause.lemma not in LASTING and clause.kind != "participial" and offset > clause.verb_end
    return clause.lemma in TIMETABLED or (acts and sentence.endswith("on ", 0, offset))


def _as_planned(sentence: str, clause: Clause) -> str | None:
    """The direction in an infinitive: that of a plan, unless the plan itself is past ("it had been due to end Friday")."""
    before = [c for c in find_clauses(sentence) if c.verb_start < clause.verb_start]
    if not before or before[-1].tense != "past":
        return "future"
    governing = sentence[before[-1].verb_start : before[-1].verb_end]
    return "future" if before[-1].lemma in ASKING and "had" not in governing.split() else None


def _inside_quotes(text: str, end: int, opened: bool) -> bool:
    """Whether the place `end` is quoted, when the sentence begins inside a quotation or not."""
    for char in QUOTES.findall(text, 0, end) if '"' in text or "“" in text or "”" in text else ():
        if char == "“":
            opened = True
        elif char == "”":
            opened = False
        elif char == '"':
            opened = not opened
    return opened


def _furniture_at(pieces: Sequence[Furniture], offset: int) -> str | None:
    return next((p.kind for p in overlapping(pieces, offset, offset + 1)), None)


@stage(Timex, Alternative)
def resolve_expressions(expressions: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stage. Expressions and dated articles in; one timex an expression, and the alternatives of conflicts, out."""
    of: dict[str, list[Expression]] = {}
    for expression in to_records(expressions, Expression):
        of.setdefault(expression.article_id, []).append(expression)
    timexes: list[Timex] = []
    alternatives: list[Alternative] = []
    for article in to_records(articles, Article):
        for expression, resolution in Reader(article, of.get(article.article_id, [])).read():
            timexes.append(_timex(expression, resolution))
            alternatives += [
                Alternative(expression.timex_id, rank, c.days.start, c.days.last, c.reason, c.probability)
                for rank, c in enumerate(resolution.choices, 1)
            ]  # fmt: skip
    return to_table(timexes, Timex), to_table(alternatives, Alternative)


def _timex(expression: Expression, resolution: Resolution) -> Timex:
    days = resolution.days
    foreign = expression.rule.startswith("foreign.")
    flags = (*resolution.flags, *(("furniture",) if expression.furniture else ()), *(("foreign",) if foreign else ()))
    return Timex(
        timex_id=expression.timex_id, article_id=expression.article_id, char_start=expression.char_start, char_end=expression.char_end,
        text=expression.text, type=resolution.type, value=resolution.value, mod=resolution.mod, edtf=resolution.edtf,
        date_start=days.start if days else None, date_end=days.last if days else None, best_day=resolution.best_day,
        precision=resolution.precision and str(resolution.precision), rule=expression.rule, anchor=resolution.anchor,
        confidence=resolution.confidence * (UNSURE if foreign else 1), conflict="conflict" in flags, reason=resolution.reason, flags=JOINT.join(flags),
    )  # fmt: skip
