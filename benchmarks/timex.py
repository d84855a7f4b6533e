"""Dates against other taggers, in one run: `python -m benchmarks.timex GOLD_DIR ...` prints the README's table.

GOLD_DIR holds TimeML (.tml) with TIMEX3 and a creation time. The peers are in benchmarks/requirements.txt; one that is
not installed is left out, and said so. They give datetimes, no TIMEX3: the words decide its unit (a year alone is a
year), the last of several readings that is not in the future is theirs, and prepositions around it do not count.
"""

from __future__ import annotations

import argparse
import importlib
import re
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.timeml import Document, Span, read_folder, score
from pipeline.model import Furniture, Source, Timex
from pipeline.seeds import read_seeds
from pipeline.tables import to_records, to_table
from pipeline.text import enter_articles, paragraphs, sentence_spans, split_sentences, tokenize
from pipeline.timex.rules import grammar
from pipeline.timex.tag import find_expressions, resolve_expressions

Tagger = Callable[[Document], list[Span]]
LEADING = re.compile(r"^(?:(?:on|in|at|by|of|from|to|until|since|for|about|before|after|through|during|and)\s+)+(?=\S)", re.IGNORECASE)
TRAILING = re.compile(r"(?:[\s,.]+(?:on|in|at|by|of|from|to|the|a|an|and|for)?)+$", re.IGNORECASE)
YEAR = re.compile(r"(?:in )?[12]\d{3}")
MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:,? [12]\d{3})?", re.IGNORECASE)
UNIT_FORMS = {"week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}
CLOCK = re.compile(r"\d:\d\d|\b[ap]\.?m\b|\bnoon\b|\bmidnight\b", re.IGNORECASE)


def ours(documents: Sequence[Document]) -> tuple[dict[str, list[Span]], float]:
    """Spans by document, and the seconds of both stages together, sentences included."""
    seeds = read_seeds()
    grammar(seeds.named_days)
    began = time.process_time()
    articles = enter_articles(to_table([Source(d.name, d.text, published=d.published or None) for d in documents], Source), None)
    sentences = split_sentences(articles)
    expressions = find_expressions(sentences, to_table((), Furniture), seeds.named_days)
    timexes, _ = resolve_expressions(expressions, articles, sentences)
    seconds = time.process_time() - began
    names = dict(zip(articles.article_id, articles.name, strict=True))
    found: dict[str, list[Span]] = {}
    for timex in to_records(timexes, Timex):
        found.setdefault(names[timex.article_id], []).append(Span(timex.char_start, timex.char_end, timex.type, timex.value))
    return found, seconds


def recognition_speed(documents: Sequence[Document]) -> float:
    """MB of text a second and core in which dates are found, from tokens that the other stages need too."""
    rules = grammar(read_seeds().named_days)
    texts = [d.text[a:b] for d in documents for p in paragraphs(d.text) for a, b in sentence_spans(d.text, *p)]
    tokens = [tokenize(text).words for text in texts]
    for words in tokens:
        rules.find(words)  # the first run fills the caches
    began = time.process_time()
    for words in tokens:
        rules.find(words)
    return sum(map(len, texts)) / 1e6 / (time.process_time() - began)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the prepositions that lead it and the small words that trail it, and with the whole of its last word."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    lead, trail = LEADING.match(text[start:end]), TRAILING.search(text, start, end)
    return start + (lead.end() if lead else 0), trail.start() if trail else end


def span_of(text: str, start: int, end: int, when: datetime | None) -> Span:
    """A peer's answer as TIMEX3."""
    start, end = trimmed(text, start, end)
    words = text[start:end]
    if words.lower() == "now":
        return Span(start, end, "DATE", "PRESENT_REF")
    if when is None:
        return Span(start, start + len(words), "DATE", "")
    kind, form = "DATE", "%Y-%m-%d"
    if YEAR.fullmatch(words):
        form = "%Y"
    elif MONTH.fullmatch(words):
        form = "%Y-%m"
    elif CLOCK.search(words):
        kind, form = "TIME", "%Y-%m-%dT%H:%M"
    else:
        form = next((f for unit, f in UNIT_FORMS.items() if unit in words.lower()), form)
    return Span(start, start + len(words), kind, when.strftime(form))


def base_of(document: Document) -> datetime:
    return datetime.strptime((document.published + "-01-01")[:10], "%Y-%m-%d")  # noqa: DTZ007


def dateparser_search() -> Tagger:
    search = importlib.import_module("dateparser.search").search_dates

    def tag(document: Document) -> list[Span]:
        settings = {"RELATIVE_BASE": base_of(document)}
        spans: list[Span] = []
        for first, last in paragraphs(document.text):
            at = first
            for words, when in search(document.text[first:last], languages=["en"], settings=settings) or []:
                start = document.text.find(words, at, last)
                if start >= 0:
                    spans.append(span_of(document.text, start, start + len(words), when))
                    at = start + len(words)
        return spans

    return tag


def parsedatetime_nlp() -> Tagger:
    calendar = importlib.import_module("parsedatetime").Calendar()

    def tag(document: Document) -> list[Span]:
        spans = []
        for first, last in paragraphs(document.text):
            for when, _, start, end, _ in calendar.nlp(document.text[first:last], sourceTime=base_of(document).timetuple()) or ():
                spans.append(span_of(document.text, first + start, first + end, when))
        return spans

    return tag


def datefinder_find() -> Tagger:
    find = importlib.import_module("datefinder").find_dates

    def tag(document: Document) -> list[Span]:
        return [span_of(document.text, start, end, when) for when, (start, end) in find(document.text, index=True, base_date=base_of(document))]

    return tag


def recognizers_text() -> Tagger:
    suite = importlib.import_module("recognizers_date_time")

    def tag(document: Document) -> list[Span]:
        spans = []
        for first, last in paragraphs(document.text):
            found = suite.recognize_datetime(document.text[first:last], suite.Culture.English, reference=base_of(document))
            spans += [_recognised(r, document, first) for r in found]
        return spans

    return tag


def _recognised(result: Any, document: Document, first: int) -> Span:
    """Its `timex` is the value; where that leaves the year or the week open, the last reading that is not in the future."""
    readings = (result.resolution or {}).get("values") or [{}]
    past = [r for r in readings if (r.get("value") or r.get("start") or "")[:10] <= document.published]
    reading = past[-1] if past else readings[0]
    kind, timex = result.type_name.rsplit(".", 1)[-1], reading.get("timex", "")
    when = reading.get("value") or reading.get("start") or ""
    start, end = trimmed(document.text, first + result.start, first + result.end + 1)
    if kind in ("duration", "set"):
        return Span(start, end, kind.upper(), timex)
    if timex.startswith("("):
        return Span(start, end, *_ranged(timex, when))
    if "X" not in timex or timex.endswith("_REF"):
        return Span(start, end, "TIME" if "T" in timex[:-4] else "DATE", timex)
    time_of_day = timex.partition("T")[2]
    day = when[: 4 + 3 * timex.count("-")] if "W" not in timex else when[:10]
    return Span(start, end, "TIME" if time_of_day else "DATE", f"{day}T{time_of_day}" if time_of_day else day)


def _ranged(timex: str, when: str) -> tuple[str, str]:
    """Type and value of "(first,last,length)": a calendar unit where it is one, else its length."""
    first, _, length = timex.strip("()").split(",")
    start = datetime.strptime(first[:10], "%Y-%m-%d") if first[:1].isdigit() else datetime.strptime(when[:10], "%Y-%m-%d")  # noqa: DTZ007
    if start.day == 1 and length == "P3M" and start.month % 3 == 1:
        return "DATE", f"{start.year}-Q{start.month // 3 + 1}"
    form = {"P1Y": "%Y", "P1M": "%Y-%m", "P1W": "%G-W%V", "P10Y": "%Y"}.get(length)
    if form is None or (length == "P10Y" and start.year % 10):
        return "DURATION", length
    return "DATE", start.strftime(form)[: 3 if length == "P10Y" else None]


PEERS: dict[str, Callable[[], Tagger]] = {
    "dateparser.search": dateparser_search, "parsedatetime": parsedatetime_nlp, "datefinder": datefinder_find, "recognizers-text": recognizers_text,
}  # fmt: skip


FIRST_PEER = next(iter(PEERS))


def run_peer(make: Callable[[], Tagger], documents: Sequence[Document]) -> tuple[dict[str, list[Span]], float]:
    tagger = make()
    tagger(documents[0])
    began = time.process_time()
    found = {d.name: tagger(d) for d in documents}
    return found, time.process_time() - began


def row(name: str, documents: Sequence[Document], found: dict[str, list[Span]], seconds: float) -> str:
    figures = score(documents, found)
    speed = f"{len(documents) / seconds:.0f} | {megabytes(documents) / seconds:.3f}"
    return f"| {name} | " + " | ".join(f"{100 * f:.1f}" for f in figures) + f" | {speed} |"


def megabytes(documents: Sequence[Document]) -> float:
    return sum(len(d.text) for d in documents) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    documents = [d for folder in parser.parse_args().gold for d in read_folder(folder)]
    print(f"{len(documents)} documents, {sum(len(d.spans) for d in documents)} expressions; F1, publication date given\n")
    print("| tagger | strict | relaxed | type | value | articles/s | MB/s |\n| --- | --- | --- | --- | --- | --- | --- |")
    print(row("Dateline", documents, *ours(documents)), flush=True)
    seconds: dict[str, float] = {}
    for name, make in PEERS.items():
        try:
            found, seconds[name] = run_peer(make, documents)
            print(row(name, documents, found, seconds[name]), flush=True)
        except ImportError as error:
            print(f"{name} is left out: {error}")
    alone = recognition_speed(documents)
    print(f"\nDates alone, tokens given: {alone:.1f} MB of text a second and core" + _times(alone, megabytes(documents), seconds))


def _times(alone: float, size: float, seconds: dict[str, float]) -> str:
    """How many times as fast as dateparser.search, in the same run."""
    return f", {alone * seconds[FIRST_PEER] / size:.0f} times {FIRST_PEER}." if FIRST_PEER in seconds else "."


if __name__ == "__main__":
    main()
