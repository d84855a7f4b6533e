"""World facts in an article: office-holders, landmarks and bodies that bound the days on which it can have been written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pipeline.clauses import clause_at
from pipeline.dating.clue import Clue, Page, Span, Spot
from pipeline.dating.matching import Index, Match, Term, matches
from pipeline.dating.news import news_clues
from pipeline.dating.since import counted_clues
from pipeline.dating.told import is_news
from pipeline.text import Tokens, tokenize
from pipeline.timex.meaning import Date

IN_OFFICE, OUT_OF_OFFICE, LANDMARK, EXISTENCE, GONE, GONE_IN_NEWS = 0.94, 0.9, 0.965, 0.95, 0.6, 0.88  # how often such words are true
FRESH_LANDMARK, FRESH_OFFICE, FRESH_EXISTENCE, FRESH_SAME_DAY = 0.75, 0.93, 0.97, 0.2  # how fast a mention goes stale, a year
ISO_DAY = 10  # characters
CHANGES = re.compile(r"\b(?:die[sd]?|death|resign\w*|step\w* down|quit\w*|oust\w*|appoint\w*|elect\w*|sworn|inaugurat\w*|succeed\w*|replac\w*|took office)\b")
LASTING = ("landmark", "lasting", "existence")
LEAVING, NO_DAYS = timedelta(days=60), timedelta(0)  # for which one who leaves an office is still told with it
BEFORE_OFFICE = timedelta(days=120)  # from an election to the first day in office


def fact_clues(page: Page, index: Index) -> Iterator[Clue]:
    """Each fact once, at its first mention; a full name says whose surname it is."""
    seen: set[tuple[str, str]] = set()
    for start, sentence in page.sentences:
        tokens = tokenize(sentence)
        for match in matches(tokens, index):
            key = (match.state, tokens.words[match.end - 1])
            if key not in seen:
                seen.add(key)
                yield from _clues_of(match, tokens, start, sentence, page)


def _clues_of(match: Match, tokens: Tokens, start: int, sentence: str, page: Page) -> Iterator[Clue]:
    first, last = tokens.starts[match.first], tokens.ends[match.end - 1]
    spots = [s for s in page.spots if s.sentence_start == start]
    looks_back = any(s.days is not None and s.expression.direction == "past" for s in spots)
    clue = Clue("", "", 0.0, start + first, start + last, sentence[first:last])
    yield from _same_day(match, clue, spots)
    days = sorted({d for t in match.terms for d in _news_days(t) if d})
    if days and (match.state in ("landmark", "planned") or CHANGES.search(sentence)):
        verb = first if match.verb is None else tokens.starts[match.verb]
        yield from news_clues(clue, days, sentence, (first, verb), page)
    if days and match.state in ("landmark", "planned"):
        yield from counted_clues(clue, days[0], sentence, first, page)
    if match.state in LASTING:
        yield from _lasting(match, clue, sentence, first, gone=GONE if looks_back or not is_news(page) else GONE_IN_NEWS)
    elif match.state != "planned":
        yield _office(match, clue, looks_back=looks_back, leaving=LEAVING if CHANGES.search(sentence) else NO_DAYS)


def _news_days(term: Term) -> tuple[date | None, ...]:
    """The days that are news: of a landmark its own, of an office both ends; only where they are known to the day."""
    exact = (term.first if len(term.fact.first_day) == ISO_DAY else None, term.last if len(term.fact.last_day) == ISO_DAY else None)
    return exact if term.fact.kind == "office" else exact[:1] if term.fact.kind in ("landmark", "planned") else ()


def _same_day(match: Match, clue: Clue, spots: list[Spot]) -> Iterator[Clue]:
    """ "On August 15 ..." beside a fact that began or ended on an August 15: that year's, and told within a year of it."""
    for spot in spots:
        plain = spot.plain
        if not (isinstance(plain, Date) and plain.month and plain.day and plain.year is None and spot.expression.direction == "past"):
            continue
        for day in sorted({d for t in match.terms for d in (t.first, t.last) if d and (d.month, d.day) == (plain.month, plain.day)}):
            says = f"“{spot.expression.text}” beside “{clue.text}” is {day}; told without its year, so written within a year of it"
            span = (day, day + timedelta(days=365))
            yield replace(clue, kind="same_day", says=says, weight=0.95, spans=(span,), fresh=FRESH_SAME_DAY)


def _lasting(match: Match, clue: Clue, sentence: str, at: int, *, gone: float) -> Iterator[Clue]:
    firsts = [t.first for t in match.terms if t.first]
    if not firsts or _is_ahead(sentence, at):
        return
    term = match.terms[0]
    weight, fresh = (LANDMARK, FRESH_LANDMARK) if match.state != "existence" else (EXISTENCE, FRESH_EXISTENCE)
    says = f"{term.fact.says}: not before {min(firsts)}"
    yield replace(clue, kind="existence" if match.state == "existence" else "landmark", says=says, weight=weight, spans=((min(firsts), None),), fresh=fresh)
    lasts = [t.last for t in match.terms]
    if match.state == "existence" and None not in lasts:
        last = max(d for d in lasts if d)
        yield replace(clue, kind="existence", says=f"{term.fact.says}: likely not after {last}", weight=gone, spans=((None, last),))


def _is_ahead(sentence: str, at: int) -> bool:
    clause = clause_at(sentence, at)
    return clause is not None and (clause.tense == "future" or clause.modality != "fact")


def _office(match: Match, clue: Clue, *, looks_back: bool, leaving: timedelta) -> Clue:
    """The spans in which the words fit. With a year of the past in the sentence the holder may be one of that time."""
    spans = tuple(sorted({(t.first, t.last and t.last + leaving) for t in match.terms}, key=lambda s: (s[0] or date.min, s[1] or date.max)))
    firsts = [s[0] for s in spans if s[0]]
    lasts = [s[1] for s in spans if s[1]]
    says = match.terms[0].fact.says
    fresh = FRESH_OFFICE if firsts else None
    if match.state == "elect":
        ahead: tuple[Span, ...] = tuple((f - BEFORE_OFFICE, f) for f in firsts)
        return replace(clue, kind="office", says=f"{says}; elected and not yet in office", weight=IN_OFFICE, spans=ahead)
    if match.state == "former" and lasts:
        return replace(
            clue, kind="office", says=f"{says}; no longer in office, so after {min(lasts)}", weight=OUT_OF_OFFICE, spans=((min(lasts), None),), fresh=fresh
        )
    if looks_back or match.state == "former":
        open_spans = ((min(firsts), None),) if firsts else ()
        return replace(clue, kind="office", says=f"{says}: not before {min(firsts, default=None)}", weight=IN_OFFICE, spans=open_spans, fresh=fresh)
    return replace(clue, kind="office", says=f"{says}: in office {_told(spans)}", weight=IN_OFFICE, spans=spans, fresh=fresh)


def _told(spans: tuple[Span, ...]) -> str:
    return " or ".join(f"{a or '...'} to {b or 'now'}" if b else f"since {a}" for a, b in spans)
