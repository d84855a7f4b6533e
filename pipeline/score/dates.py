"""Judges days and publication dates against texts with marked dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pipeline.model import Article, Source, Timex
from pipeline.run import run
from pipeline.score.measure import line_of, ratio
from pipeline.seeds import read_seeds
from pipeline.tables import to_records, to_table

MARK = re.compile(r"\[\[(?P<words>[^\[\]|]+)(?P<rest>(?:\|[^\[\]|]*)+)\]\]")
FIRST_LINE = re.compile(r"# (?P<kind>given|infer) (?P<day>\S+)(?: (?P<unit>\w+))?[^\n]*\n")
LENGTHS = {"day": 10, "month": 7, "year": 4}
SIMILAR = 0.3  # intersection over union that is asked of days marked with ~


@dataclass(frozen=True, slots=True)
class Marked:
    """A date that a person marked; `first` is None where there are to be no days."""

    start: int
    end: int
    first: date | None
    last: date | None
    optional: bool
    roughly: bool
    decoy: bool


def is_marked(text: str) -> bool:
    return FIRST_LINE.match(text) is not None


def score_dates(texts: list[tuple[str, str]]) -> str:
    """Days right, found and false; publication dates that were to be found."""
    read = [read_marked(name, text) for name, text in texts]
    tables = run(to_table((source for source, _, _ in read), Source), read_seeds(), scope=None)
    articles = {a.name: a for a in to_records(tables.relation.articles, Article)}
    timexes: dict[str, list[Timex]] = {}
    for timex in to_records(tables.telling.timexes, Timex):
        timexes.setdefault(timex.article_id, []).append(timex)
    right = guessed = wanted = 0
    for source, marks, _ in read:
        counts = _judge(marks, timexes.get(articles[source.name].article_id, []))
        right, guessed, wanted = right + counts[0], guessed + counts[1], wanted + counts[2]
    hidden = [(articles[source.name].published, truth) for source, _, truth in read if truth is not None]
    found = sum((given or "") == truth for given, truth in hidden)
    return "\n".join([line_of("dates", right, guessed, wanted), f"publication dates: {ratio(found, len(hidden))}"])


def read_marked(name: str, text: str) -> tuple[Source, list[Marked], str | None]:
    """The article without its marks, the marks, and the publication date to be found: "" when the text does not decide it, None when told."""
    head = FIRST_LINE.match(text)
    assert head
    pieces, marks, at, length = [], [], head.end(), 0
    for mark in MARK.finditer(text, head.end()):
        pieces.append(text[at : mark.start()] + mark["words"])
        start = length + mark.start() - at
        length, at = start + len(mark["words"]), mark.end()
        marks.append(_mark(start, length, mark["rest"].split("|")[1:]))
    plain = "".join([*pieces, text[at:]])
    given = head["day"] if head["kind"] == "given" else None
    truth = None if given else "" if head["day"] == "none" else head["day"][: LENGTHS.get(head["unit"] or "day", 10)]
    return Source(name, plain, published=given, published_basis="user" if given else None), marks, truth


def _mark(start: int, end: int, rest: list[str]) -> Marked:
    days = [date.fromisoformat(r) for r in rest if re.fullmatch(r"\d{4}-\d\d-\d\d", r)]
    first, last = (days[0], days[-1]) if days else (None, None)
    return Marked(start, end, first, last, "opt" in rest, "~" in rest, "decoy" in rest)


def _judge(marks: list[Marked], found: list[Timex]) -> tuple[int, int, int]:
    """Right days, days given, days wanted. An optional date counts only when it is given."""
    dated = [t for t in found if t.date_start or t.date_end or t.best_day]
    right = 0
    given = len(dated)
    for mark in marks:
        near = [t for t in dated if t.char_start < mark.end and mark.start < t.char_end]
        if mark.first and any(_agree(mark, t) for t in near):
            right += 1
    missed_optional = sum(m.optional and m.first is not None and not any(t.char_start < m.end and m.start < t.char_end for t in dated) for m in marks)
    return right, given, sum(m.first is not None for m in marks) - missed_optional


def _agree(mark: Marked, timex: Timex) -> bool:
    if not (mark.first and mark.last):
        return False
    if mark.first == mark.last == timex.best_day:
        return True
    if not (timex.date_start and timex.date_end):
        return False
    if not mark.roughly:
        return (timex.date_start, timex.date_end) == (mark.first, mark.last)
    shared = (min(mark.last, timex.date_end) - max(mark.first, timex.date_start)).days + 1
    return shared / ((max(mark.last, timex.date_end) - min(mark.first, timex.date_start)).days + 1) >= SIMILAR
