"""Where sentences speak of world facts: an office beside its holder, a landmark, a body; looked up by the first word."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.edtf import read_edtf
from pipeline.model import JOINT, WorldFact
from pipeline.text import Tokens, tokenize

LONGEST_TITLE = 8  # words
FORMER = frozenset("former ex then late onetime one-time ousted deposed past erstwhile".split())
LESSER = frozenset("vice deputy assistant under acting interim designate associate".split())
ALONE = frozenset("president premier chancellor king queen emperor pope taoiseach".split())  # titles of one word that a bare surname may follow
GOVERNMENTS = {"administration": ("president",), "government": ("prime", "premier", "chancellor"), "cabinet": ("prime", "premier", "chancellor")}
BESIDE, OR = " & ", "|"  # "Alder Bank & failed|closed": both in one sentence, the second written either way
WINDOW = 20  # words within which they stand
INTRODUCED = 4  # words between a name and the title in apposition: "Ana Alder, the Freedonian defence minister"
INTRODUCING = frozenset(("the", "'s", ",", "its", "their"))


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
    beside: tuple[tuple[tuple[str, ...], ...], ...]  # of each further part the ways to write it
    full: bool  # the first name of the fact, or another of several words
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Where an article speaks of a fact."""

    first: int  # tokens of the sentence
    end: int
    terms: tuple[Term, ...]
    state: str  # holder, former, elect, else the kind of the fact
    verb: int | None = None  # the token of the last further part: what happened


Title = tuple[int, tuple[Term, ...], str]  # its length, the terms that have it, what is said of the holder
Index = dict[str, dict[str, tuple[Words, ...]]]  # first word -> second word, "" where there is none -> ways


@functools.lru_cache(maxsize=4)
def index_of(facts: tuple[WorldFact, ...]) -> Index:
    """The ways to write a fact by their first and second words, longest first."""
    found: dict[str, list[tuple[bool, Term]]] = {}
    for fact in facts:
        if fact.kind == "birth":
            continue
        term = Term(fact, _edge(fact.first_day, last=False), _edge(fact.last_day, last=True), tuple(map(_folded, filter(None, fact.titles.split(JOINT)))))
        for number, words in enumerate(filter(None, fact.words.split(JOINT))):
            found.setdefault(words, []).append((not number or (" " in words and words[0].isupper()), term))
    index: dict[str, dict[str, list[Words]]] = {}
    for written, terms in found.items():
        tokens, *beside = (tuple(tokenize(way).words for way in part.split(OR)) for part in written.split(BESIDE))
        way = Words(tokens[0], tuple(beside), any(full for full, _ in terms), tuple(t for _, t in terms))
        index.setdefault(way.tokens[0], {}).setdefault("".join(way.tokens[1:2]), []).append(way)
    return {first: {second: tuple(sorted(ways, key=_longest)) for second, ways in of.items()} for first, of in index.items()}


def _longest(way: Words) -> tuple[int, int, tuple[str, ...]]:
    return -len(way.beside), -len(way.tokens), way.tokens


def _edge(written: str, *, last: bool) -> date | None:
    days = read_edtf(written) if written else None
    return None if days is None else days.last if last else days.start


def _folded(words: str) -> tuple[str, ...]:
    return tuple(w.lower() for w in tokenize(words).words)


def matches(tokens: Tokens, index: Index) -> Iterator[Match]:
    """Where a sentence speaks of facts; longest first, never overlapping."""
    words, free = tokens.words, 0
    for at, word in enumerate(words):
        seconds = index.get(word)
        if seconds is None or at < free:
            continue
        found = next(filter(None, (_match(words, at, way) for way in _ways(words, at, seconds))), None)
        if found:
            free = found.end
            yield found


def _ways(words: tuple[str, ...], at: int, seconds: dict[str, tuple[Words, ...]]) -> tuple[Words, ...]:
    """The ways that may begin at `at`; an initial between two names is passed over."""
    second = words[at + 1] if at + 1 < len(words) else ""
    behind = words[at + 3] if len(second) == 1 and words[at + 2 : at + 3] == (".",) and at + 3 < len(words) else ""
    return seconds.get(second, ()) + (seconds.get(behind, ()) if behind else ()) + (seconds.get("", ()) if second else ())


def _match(words: tuple[str, ...], at: int, way: Words) -> Match | None:
    end = _end_of(words, at, way.tokens)
    if end is None:
        return None
    if way.terms[0].fact.kind != "office":
        beside = [_place(words, at, end, ways) for ways in way.beside]
        return None if None in beside else Match(at, end, way.terms, way.terms[0].fact.kind, beside[-1] if beside else None)
    if not way.full and _goes_on(words, end):
        return None
    return _holder(words, at, end, way)


def _end_of(words: tuple[str, ...], at: int, tokens: tuple[str, ...]) -> int | None:
    """Where words that begin at `at` end, also with an initial within the name: "Ana B. Alder"."""
    end = at + len(tokens)
    if words[at:end] == tokens:
        return end
    if len(tokens) > 1 and words[at + 2 : at + 3] == (".",) and len(words[at + 1]) == 1 and words[at + 3 : end + 2] == tokens[1:]:
        return end + 2
    return None


def _place(words: tuple[str, ...], at: int, end: int, ways: tuple[tuple[str, ...], ...]) -> int | None:
    """Where a further part stands near, in one of its ways: behind the first part, else before it."""
    near = [*range(end, min(len(words), end + WINDOW)), *range(max(0, at - WINDOW), at)]
    return next((i for i in near for way in ways if words[i] == way[0] and words[i : i + len(way)] == way), None)


def _goes_on(words: tuple[str, ...], end: int) -> bool:
    """Whether a surname is only the beginning of a longer name."""
    return end < len(words) and words[end][0].isupper() and words[end].isalpha()


def _holder(words: tuple[str, ...], at: int, end: int, way: Words) -> Match | None:
    for skipped in (0, 1) if way.full and at and words[at - 1] == "," else (0,):
        title = _title_before(words, at - skipped, way)
        if title:
            length, terms, state = title
            return Match(at - skipped - length, end, terms, state)
    governing = _governing(words, at, end, way)
    if governing:
        return Match(at, end, governing, "holder")
    return _title_behind(words, at, end, way) if way.full and words[end : end + 1] == (",",) else None


def _governing(words: tuple[str, ...], at: int, end: int, way: Words) -> tuple[Term, ...]:
    """The terms of "the Alder administration", "Mrs. Birch's government"; none where it is a former one."""
    behind = words[end + 1 : end + 2] if words[end : end + 1] == ("'s",) else words[end : end + 1]
    heads = GOVERNMENTS.get(behind[0], ()) if behind and at and words[at - 1].lower() not in FORMER else ()
    return tuple(t for t in way.terms if any(title[0] in heads for title in t.titles)) if heads else ()


def _title_before(words: tuple[str, ...], at: int, way: Words) -> Title | None:
    """The longest title that ends at `at`."""
    before = [w.lower() for w in words[max(0, at - LONGEST_TITLE) : at]]
    if not before:
        return None
    before[-1], state = _elect(before[-1])
    for length in range(len(before), 0, -1):
        head, mark = _marked(before[-length])
        title = (head, *before[len(before) - length + 1 :])
        having = _having(way, title)
        if having:
            return _checked(before[: len(before) - length], words, at - length, way, (length, having, mark or state))
    return None


def _having(way: Words, title: tuple[str, ...]) -> tuple[Term, ...]:
    """The terms with that title; a bare surname wants one that says enough."""
    if len(title) == 1 and not way.full and title[0] not in ALONE:
        return ()
    return tuple(t for t in way.terms if title in t.titles)


def _checked(before: list[str], words: tuple[str, ...], start: int, way: Words, title: Title) -> Title | None:
    """No title of a deputy, and none of an office that the facts do not have ("Harvard President ...")."""
    length, having, mark = title
    if before and before[-1] in LESSER:
        return None
    if before and (before[-1] in FORMER or "former" in before[-2:]):
        return length, having, "former"
    named = start > 1 and words[start - 1][0].isupper() and words[start - 1].isalpha() and words[start][0].isupper()
    if length == 1 and named and not way.full:
        return None
    return length, having, mark or "holder"


def _title_behind(words: tuple[str, ...], at: int, end: int, way: Words) -> Match | None:
    """A title in apposition: "Ana Alder, the Freedonian defence minister"."""
    behind = tuple(w.lower() for w in words[end + 1 : end + 1 + INTRODUCED + LONGEST_TITLE])
    for skipped in range(min(INTRODUCED, len(behind))):
        for length in range(min(LONGEST_TITLE, len(behind) - skipped), 0, -1):
            having = _having(way, behind[skipped : skipped + length])
            if having and not LESSER.intersection(behind[:skipped]):
                state = "former" if FORMER.intersection(behind[:skipped]) else "holder"
                return Match(at, end, having, state)
        word = words[end + 1 + skipped]
        if not (word[0].isupper() or word[0].isdigit() or word in INTRODUCING or word in FORMER):
            return None
    return None


def _elect(word: str) -> tuple[str, str]:
    return (word.removesuffix("-elect"), "elect") if word.endswith("-elect") else (word, "")


def _marked(word: str) -> tuple[str, str]:
    """
    >>> _marked("then-president")
    ('president', 'former')
    """
    head, dash, rest = word.partition("-")
    return (rest, "former") if dash and head in FORMER else (word, "")
