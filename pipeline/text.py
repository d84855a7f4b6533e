"""Articles -> paragraphs, sentences and tokens, with exact character offsets."""

from __future__ import annotations

import functools
import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

import pandas as pd

from pipeline.model import Article, Sentence, Source
from pipeline.tables import stage, to_records, to_table

Row = TypeVar("Row")
FIRST, LAST = attrgetter("char_start"), attrgetter("char_end")
CACHED_SENTENCES = 16_384  # several batches of articles; a sentence is tokenised once by all who ask
CACHED_CHUNKS = 65_536
CACHED_TEXTS = 512  # a batch

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    rf"|(?:{MONTHS})(?=[-‐‑]\d)"  # 14 August-24 August
    r"|[^\W\d]\w*(?:[-‐‑'’](?!s\b)\w+)*"  # Al-Qaeda, O'Neill, but not the 's of Russia's
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![\w])"  # 1,984  10:30  20th  1990s
    r"|\w+(?:[-‐‑'’](?!s\b)\w+)*"  # 5-year
    r"|['’]s\b"
    r"|\.{3}|[^\w\s]"
)
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen sen rep gov lt col capt sgt maj adm cmdr rev hon st messrs mt ft bros dept"
    " univ assn jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun approx est"
    " ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo".split()
)
OFTEN_LAST = frozenset("co inc corp ltd jr sr etc a.m p.m u.s u.k u.n e.u d.c u.s.a".split())  # these end sentences too
STARTERS = frozenset(
    "the a an it he she they we i you this that these those there his her its their our my in on at but and or so yet as if for from by with when while"
    " after before since under during although though because however meanwhile some many most several no not one two all another both each what who how"
    " why where according officials police".split()
)  # a capital on one of these means that a sentence begins
NUMBERED = frozenset("no nos fig vol pp".split())  # short for a word only before a number
BREAK = re.compile(r"""[.!?…]+["”’')\]]*(?=\s)|[:;](?=\s*\n)""")
OPENERS = "\"“‘'([«—–-*•"
LANGUAGE_SAMPLE = 600  # code points that are enough to tell a language
ENOUGH_WORDS = 8
SMALL_ENGLISH = frozenset("the of and to in a is was for on that with by at from".split())
SMALL_SHARE = 0.12  # English news has 0.3 to 0.4
SURE = 0.9
WORD = re.compile(r"[\w’'-]+")
LINE = re.compile(r"\S(?:.*\S)?")
WRAPPED = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")  # a paragraph over several lines
LINE_START = re.compile(r"\n[ \t]*(\S)")
LINE_BREAK = re.compile(r"\S[ \t]*\n[ \t]*(\S)")
INITIALS = re.compile(r"(?:[a-z]\.)*[a-z]")
LAST_WORD = re.compile(r"[\w.]*$")
NUMBERED_DAY = re.compile(  # after the stop of "21. August 2015"
    r"(?:Jan(?:uar)?|Feb(?:ruar)?|M[äa]rz|April|Mai|Juni|Juli|August|Sept(?:ember)?|Oktober|November|Dezember)\.? (?:19|20)\d\d\b"
)
LOOK = 40  # code points to either side of a stop that can tell whether a sentence ends
LONGEST = 2_000  # code points of a sentence; what is longer is a table or a list
WRAPPED_FROM = 4  # lines; a text of fewer is never taken for hard-wrapped


class Tokens(NamedTuple):
    """Words of a sentence with their offsets in it."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    low: tuple[str, ...]  # the words in small letters


class _Pieces(dict[str, list[tuple[str, int, int]]]):
    """The tokens of what stands between two blanks, with their offsets in it."""

    def __missing__(self, chunk: str) -> list[tuple[str, int, int]]:
        if len(self) >= CACHED_CHUNKS:
            self.clear()
        self[chunk] = pieces = [(m[0], *m.span()) for m in TOKEN.finditer(chunk)]
        return pieces


PIECES = _Pieces()


@functools.lru_cache(maxsize=CACHED_SENTENCES)
def tokenize(sentence: str) -> Tokens:
    """
    >>> tokenize("Russia's U.S. envoy").words
    ('Russia', "'s", 'U.S.', 'envoy')
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for chunk in sentence.split(" "):  # no token has a blank in it, so that each chunk is read once for all sentences
        if chunk.isalpha():
            words.append(chunk)
            starts.append(at)
            ends.append(at + len(chunk))
        else:
            for word, first, last in PIECES[chunk]:
                words.append(word)
                starts.append(at + first)
                ends.append(at + last)
        at += len(chunk) + 1
    return Tokens(tuple(words), tuple(starts), tuple(ends), tuple(map(str.lower, words)))


def overlapping(rows: Sequence[Row], start: int, end: int) -> Sequence[Row]:
    """Those that share code points with a span, of rows in the order of the text that do not overlap each other."""
    if not rows:
        return rows
    first = bisect_right(rows, start, key=LAST)
    return rows[first : bisect_left(rows, end, first, key=FIRST)]


@stage(Article)
def enter_articles(sources: pd.DataFrame, scope: str | None = "") -> pd.DataFrame:
    """Stage. Sources in, one undated row per article out; a date that was given stays with its basis.

    `scope` None makes each article its own scope: nothing is learned from the others.
    """
    return to_table((_enter(s, scope) for s in to_records(sources, Source)), Article)


def _enter(source: Source, scope: str | None) -> Article:
    article_id = article_id_of(source)
    return Article(
        article_id=article_id, text_hash=digest(source.text), name=source.name, title=source.title, source=source.source, url=source.url,
        language=language_of(source.text), text=source.text, published=source.published, published_earliest=None, published_latest=None,
        published_precision=None, published_basis=source.published_basis, published_confidence=0.0,
        published_text=source.published_text, scope=article_id if scope is None else scope,
    )  # fmt: skip


def language_of(text: str) -> str:
    """ISO 639-1 code. English unless few of its smallest words occur and a model of 97 languages is sure of another.

    >>> language_of("Der Minister sagte am Freitag, dass die Verhandlungen in der kommenden Woche beginnen.")
    'de'
    """
    words = re.findall(r"\w+", text[:LANGUAGE_SAMPLE].lower())
    if len(words) < ENOUGH_WORDS or sum(w in SMALL_ENGLISH for w in words) >= SMALL_SHARE * len(words):
        return "en"
    language, probability = _identifier().classify(text[:LANGUAGE_SAMPLE])
    return str(language) if probability > SURE else "en"


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # half a second, and English alone never needs it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def article_id_of(source: Source) -> str:
    """The same for the same text under the same address; a copy elsewhere is another article."""
    return digest(source.text, source.url or source.name)


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits made of the parts: an id that follows from content alone."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@stage(Sentence)
def split_sentences(articles: pd.DataFrame) -> pd.DataFrame:
    """Stage. Articles in, one row per sentence out, in the order of the text; a paragraph never shares one."""
    return to_table((s for a in to_records(articles, Article) for s in _sentences(a)), Sentence)


def _sentences(article: Any) -> Iterator[Sentence]:
    position, text, article_id = 0, article.text, article.article_id
    for number, (start, end) in enumerate(paragraphs(text)):
        for first, last in sentence_spans(text, start, end):
            yield Sentence(f"{article_id}:{position}", article_id, position, number, first, last, text[first:last])
            position += 1


@functools.lru_cache(maxsize=CACHED_TEXTS)
def paragraphs(text: str) -> Sequence[tuple[int, int]]:
    """Spans between blank lines; every line is one, unless the text is hard-wrapped."""
    if is_wrapped(text):
        return [(block.start(), block.start() + len(block[0].rstrip())) for block in WRAPPED.finditer(text)]
    return [block.span() for block in LINE.finditer(text)]


def is_wrapped(text: str) -> bool:
    """Whether lines are broken at a width: single line breaks before a small letter are common."""
    if not any(map(str.islower, LINE_START.findall(text))):  # as quick as finding line breaks
        return False
    breaks = LINE_BREAK.findall(text)
    return len(breaks) >= WRAPPED_FROM and sum(c.islower() for c in breaks) > 0.2 * len(breaks)


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of one paragraph."""
    first = start
    for stop in BREAK.finditer(text, start, end):
        if _ends_here(text, first, stop, end):
            yield from _in_lengths(text, first, stop.end())
            first = _skip_space(text, stop.end(), end)
    if first < end:
        yield from _in_lengths(text, first, end)


def _in_lengths(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The sentence, or the pieces at blanks of one that is too long to be prose."""
    while last - first > LONGEST:
        blank = text.rfind(" ", first + LONGEST // 2, first + LONGEST)
        end = blank if blank > 0 else first + LONGEST
        yield first, end
        first = _skip_space(text, end, last)
    yield first, last


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends_here(text: str, first: int, stop: re.Match[str], end: int) -> bool:
    after = _skip_space(text, stop.end(), end)
    if after >= end:
        return False
    opening = WORD.match(text[after : after + LOOK].lstrip(OPENERS))
    following = opening[0] if opening else ""
    if following[:1].islower():
        return False
    if stop[0] != ".":
        return True
    if text[stop.start() - 1].isdigit() and NUMBERED_DAY.match(text, after):
        return False
    word = LAST_WORD.search(text[max(first, stop.start() - LOOK) : stop.start()])
    return not _is_abbreviation(word[0] if word else "", following)


def _is_abbreviation(word: str, following: str) -> bool:
    """Whether the full stop after `word` belongs to it, so that `following` goes on with the sentence."""
    low = word.lower()
    if low == "vs":
        return True
    if low in OFTEN_LAST:
        return following.lower() not in STARTERS
    if low in NUMBERED:
        return following[:1].isdigit()
    if low in ABBREVIATIONS and word[0].isupper():
        return True
    return word != "I" and INITIALS.fullmatch(low) is not None
