"""World facts in an article: office-holders, landmarks and bodies that bound the days on which it can have been written."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.clauses import clause_at
from pipeline.dating.clue import Clue, Page, Span, Spot
from pipeline.dating.news import news_clues
from pipeline.edtf import read_edtf
from pipeline.model import JOINT, WorldFact
from pipeline.text import Tokens, tokenize
from pipeline.timex.meaning import Date

IN_OFFICE, OUT_OF_OFFICE, LANDMARK, EXISTENCE, GONE = 0.94, 0.9, 0.965, 0.95, 0.6  # how often such words are true
FRESH_LANDMARK, FRESH_OFFICE, FRESH_EXISTENCE, FRESH_SAME_DAY = 0.75, 0.93, 0.97, 0.2  # how fast a mention goes stale, a year
LONGEST_TITLE = 6  # words
FORMER = frozenset("former ex then late onetime one-time ousted deposed past".split())
LESSER = frozenset("vice deputy assistant under acting interim designate".split())
ISO_DAY = 10  # characters
CHANGES = re.compile(r"\b(?:die[sd]?|death|resign\w*|step\w* down|quit\w*|oust\w*|appoint\w*|elect\w*|sworn|inaugurat\w*|succeed\w*|replac\w*|took office)\b")
BEFORE_OFFICE = timedelta(days=120)  # from an election to the first day in office


@dataclass(frozen=True, slots=True)
class Term:
    """A world fact with its days read."""

    fact: WorldFact
    first: date | None
    last: date | None
    titles: tuple[tuple[str, ...], ...]  # in small letters


@dataclass(frozen=True, slots=True)
class Words:
    """A way to write a fact, with all the facts that are written so."""

    tokens: tuple[str, ...]
    full: bool  # the first and longest name of the fact
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Where an article speaks of a fact."""

    first: int  # tokens of the sentence
    end: int
    terms: tuple[Term, ...]
    state: str  # holder, former, elect, landmark, existence


Index = dict[str, tuple[Words, ...]]


@functools.lru_cache(maxsize=4)
def index_of(facts: tuple[WorldFact, ...]) -> Index:
    """First word -> the ways to write a fact that begin with it, longest first."""
    found: dict[tuple[str, ...], list[tuple[bool, Term]]] = {}
    for fact in facts:
        term = Term(fact, _edge(fact.first_day, last=False), _edge(fact.last_day, last=True), tuple(map(_folded, filter(None, fact.titles.split(JOINT)))))
        for number, words in enumerate(filter(None, fact.words.split(JOINT))):
            found.setdefault(tokenize(words).words, []).append((number == 0, term))
    by_first: dict[str, list[Words]] = {}
    for tokens, terms in found.items():
        by_first.setdefault(tokens[0], []).append(Words(tokens, any(full for full, _ in terms), tuple(t for _, t in terms)))
    return {first: tuple(sorted(ways, key=lambda w: (-len(w.tokens), w.tokens))) for first, ways in by_first.items()}


def _edge(written: str, *, last: bool) -> date | None:
    days = read_edtf(written) if written else None
    return None if days is None else days.last if last else days.start


def _folded(words: str) -> tuple[str, ...]:
    return tuple(w.lower() for w in tokenize(words).words)


def fact_clues(page: Page, index: Index) -> Iterator[Clue]:
    """Each fact once, at its first mention; a full name says whose surname it is."""
    seen: set[tuple[str, str]] = set()
    for start, sentence in page.sentences:
        tokens = tokenize(sentence)
        for match in matches(tokens, index):
            key = (match.state, tokens.words[match.end - 1])
            if key not in seen:
                seen.add(key)
                yield from _clues_of(match, tokens, start, sentence, [s for s in page.spots if s.sentence_start == start])


def matches(tokens: Tokens, index: Index) -> Iterator[Match]:
    """Where a sentence speaks of facts; longest first, never overlapping."""
    words, free = tokens.words, 0
    for at, word in enumerate(words):
        ways = index.get(word)
        if ways is None or at < free:
            continue
        found = next(filter(None, (_match(words, at, way) for way in ways)), None)
        if found:
            free = found.end
            yield found


def _match(words: tuple[str, ...], at: int, way: Words) -> Match | None:
    end = at + len(way.tokens)
    if words[at:end] != way.tokens:
        return None
    if way.terms[0].fact.kind != "office":
        return Match(at, end, way.terms, way.terms[0].fact.kind)
    if not way.full and _goes_on(words, end):
        return None
    return _holder(words, at, end, way)


def _goes_on(words: tuple[str, ...], end: int) -> bool:
    """Whether a surname is only the beginning of a longer name."""
    return end < len(words) and words[end][0].isupper() and words[end].isalpha()


def _holder(words: tuple[str, ...], at: int, end: int, way: Words) -> Match | None:
    for skipped in (0, 1) if way.full and at and words[at - 1] == "," else (0,):
        title = _title_before(words, at - skipped, way.terms)
        if title:
            length, terms, state = title
            return Match(at - skipped - length, end, terms, state)
    return None


def _title_before(words: tuple[str, ...], at: int, terms: tuple[Term, ...]) -> tuple[int, tuple[Term, ...], str] | None:
    """Length of the longest title that ends at `at`, the terms that have it, and what is said of the holder."""
    before = [w.lower() for w in words[max(0, at - LONGEST_TITLE) : at]]
    if not before:
        return None
    before[-1], state = _elect(before[-1])
    for length in range(len(before), 0, -1):
        head, mark = _marked(before[-length])
        title = (head, *before[len(before) - length + 1 :])
        having = tuple(t for t in terms if title in t.titles)
        if having:
            return _checked(before[: len(before) - length], words, at - length, length, having, mark or state)
    return None


def _checked(
    before: list[str], words: tuple[str, ...], start: int, length: int, having: tuple[Term, ...], mark: str
) -> tuple[int, tuple[Term, ...], str] | None:
    """No title of a deputy, and none of an office that the facts do not have ("Harvard President ...")."""
    if before and before[-1] in LESSER:
        return None
    if before and (before[-1] in FORMER or "former" in before[-2:]):
        return length, having, "former"
    if length == 1 and start > 1 and words[start - 1][0].isupper() and words[start - 1].isalpha() and words[start][0].isupper():
        return None
    return length, having, mark or "holder"


def _elect(word: str) -> tuple[str, str]:
    return (word.removesuffix("-elect"), "elect") if word.endswith("-elect") else (word, "")


def _marked(word: str) -> tuple[str, str]:
    """
    >>> _marked("then-president")
    ('president', 'former')
    """
    head, dash, rest = word.partition("-")
    return (rest, "former") if dash and head in FORMER else (word, "")


def _clues_of(match: Match, tokens: Tokens, start: int, sentence: str, spots: list[Spot]) -> Iterator[Clue]:
    first, last = tokens.starts[match.first], tokens.ends[match.end - 1]
    clue = Clue("", "", 0.0, start + first, start + last, sentence[first:last])
    yield from _same_day(match, clue, spots)
    days = sorted({d for t in match.terms for d in _news_days(t) if d})
    if days and (match.state == "landmark" or CHANGES.search(sentence)):
        yield from news_clues(clue, days, sentence, first, spots)
    if match.state in ("landmark", "existence"):
        yield from _lasting(match, clue, sentence, first)
    else:
        yield _office(match, clue, looks_back=any(s.days is not None and s.expression.direction == "past" for s in spots))


def _news_days(term: Term) -> tuple[date | None, ...]:
    """The days that are news: of a landmark its own, of an office both ends; only where they are known to the day."""
    exact = (term.first if len(term.fact.first_day) == ISO_DAY else None, term.last if len(term.fact.last_day) == ISO_DAY else None)
    return exact if term.fact.kind == "office" else exact[:1] if term.fact.kind == "landmark" else ()


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


def _lasting(match: Match, clue: Clue, sentence: str, at: int) -> Iterator[Clue]:
    firsts = [t.first for t in match.terms if t.first]
    if not firsts or _is_ahead(sentence, at):
        return
    term = match.terms[0]
    weight, fresh = (LANDMARK, FRESH_LANDMARK) if match.state == "landmark" else (EXISTENCE, FRESH_EXISTENCE)
    says = f"{term.fact.says}: not before {min(firsts)}"
    yield replace(clue, kind=match.state, says=says, weight=weight, spans=((min(firsts), None),), fresh=fresh)
    lasts = [t.last for t in match.terms]
    if match.state == "existence" and None not in lasts:
        last = max(d for d in lasts if d)
        yield replace(clue, kind="existence", says=f"{term.fact.says}: likely not after {last}", weight=GONE, spans=((None, last),))


def _is_ahead(sentence: str, at: int) -> bool:
    clause = clause_at(sentence, at)
    return clause is not None and (clause.tense == "future" or clause.modality != "fact")


def _office(match: Match, clue: Clue, *, looks_back: bool) -> Clue:
    """The spans in which the words fit. With a year of the past in the sentence the holder may be one of that time."""
    spans = tuple(sorted({(t.first, t.last) for t in match.terms}, key=lambda s: (s[0] or date.min, s[1] or date.max)))
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
