"""Annotated news in TimeML, and the TempEval-3 measures of what a tagger makes of it."""

from __future__ import annotations

import xml.parsers.expat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple


class Span(NamedTuple):
    """A date expression: code points of the text, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(slots=True)
class Document:
    name: str
    text: str = ""
    published: str = ""  # the day of the creation time
    spans: list[Span] = field(default_factory=list)


class Score(NamedTuple):
    """F1, each between 0 and 1."""

    strict: float
    relaxed: float
    type: float
    value: float


def read_folder(folder: Path) -> list[Document]:
    """All .tml files below `folder`, in the order of their paths."""
    return [read_file(path) for path in sorted(folder.rglob("*.tml"))]


def read_file(path: Path) -> Document:
    """The characters of <TEXT>, with entities resolved, and the TIMEX3 inside it."""
    document = Document(path.stem)
    reader = _Reader(document)
    reader.parser.Parse(path.read_bytes(), True)
    document.text = "".join(reader.pieces)
    document.spans = [_trimmed(s, document.text) for s in document.spans]
    document.spans = sorted(s for s in document.spans if s.start < s.end)
    return document


class _Reader:
    """State of one parse."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.pieces: list[str] = []
        self.length = 0
        self.inside: list[str] = []
        self.open: list[tuple[int, Mapping[str, str]]] = []
        self.parser = xml.parsers.expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.inside.append(name)
        if name != "TIMEX3":
            return
        if attributes.get("functionInDocument") == "CREATION_TIME" or "DCT" in self.inside:
            self.document.published = self.document.published or attributes.get("value", "")[:10]
            attributes = {}
        self.open.append((self.length, attributes))

    def end(self, name: str) -> None:
        if name == "TIMEX3":
            start, attributes = self.open.pop()
            if attributes and "TEXT" in self.inside:
                self.document.spans.append(Span(start, self.length, attributes.get("type", ""), attributes.get("value", "")))
        self.inside.pop()

    def characters(self, data: str) -> None:
        if "TEXT" in self.inside:
            self.pieces.append(data)
            self.length += len(data)


def _trimmed(span: Span, text: str) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return span._replace(start=start, end=max(start, span.start + len(words.rstrip())))


def score(documents: Iterable[Document], found: Mapping[str, list[Span]]) -> Score:
    """Micro averages over the documents, as TempEval-3 takes them."""
    gold_count = found_count = exact = matched = types = values = 0
    for document in documents:
        spans = sorted(set(found.get(document.name, [])))
        pairs = _pairs(document.spans, spans)
        gold_count += len(document.spans)
        found_count += len(spans)
        matched += len(pairs)
        exact += sum((g.start, g.end) == (f.start, f.end) for g, f in pairs)
        types += sum(g.type == f.type for g, f in pairs)
        values += sum(g.value == f.value for g, f in pairs)
    total = max(1, gold_count + found_count)
    return Score(2 * exact / total, 2 * matched / total, 2 * types / total, 2 * values / total)


def _pairs(gold: list[Span], found: list[Span]) -> list[tuple[Span, Span]]:
    """One to one: equal spans first, then the largest overlaps."""
    shared = [
        ((g.start, g.end) != (f.start, f.end), -(min(g.end, f.end) - max(g.start, f.start)), g.start, f.start, i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if min(g.end, f.end) > max(g.start, f.start)
    ]
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for *_, i, j in sorted(shared):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs
