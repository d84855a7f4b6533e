"""Whole sentences: what is a date in them, what it comes to, and what is none."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.model import Furniture, Source, Timex
from pipeline.seeds import read_seeds
from pipeline.tables import to_records, to_table
from pipeline.text import enter_articles, split_sentences
from pipeline.timex.tag import find_expressions, resolve_expressions

CORPUS = Path(__file__).parent / "corpus"


def rows(name: str) -> list[dict[str, str]]:
    with (CORPUS / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


DATES, NONE = rows("timexes.csv"), rows("not_timexes.csv")


def tag(text: str, published: str | None) -> list[Timex]:
    """The timexes of one article."""
    articles = enter_articles(to_table([Source("a", text, published=published)], Source), None)
    sentences = split_sentences(articles)
    expressions = find_expressions(sentences, to_table((), Furniture), read_seeds().named_days)
    timexes, _ = resolve_expressions(expressions, articles, sentences)
    return list(to_records(timexes, Timex))


@pytest.fixture(scope="module")
def tagged() -> dict[tuple[str, str], list[Timex]]:
    """Every text of the corpus, in one batch."""
    texts = sorted({(r["text"], r["published"]) for r in DATES})
    sources = to_table([Source(str(i), text, published=day) for i, (text, day) in enumerate(texts)], Source)
    articles = enter_articles(sources, None)
    sentences = split_sentences(articles)
    expressions = find_expressions(sentences, to_table((), Furniture), read_seeds().named_days)
    of = {a.article_id: texts[int(a.name)] for a in articles.itertuples()}
    found: dict[tuple[str, str], list[Timex]] = {}
    for timex in to_records(resolve_expressions(expressions, articles, sentences)[0], Timex):
        found.setdefault(of[timex.article_id], []).append(timex)
    return found


@pytest.mark.parametrize("row", DATES, ids=lambda r: f"{r['topic']}: {r['words']}")
def test_a_date_is_found_and_read(row: dict[str, str], tagged: dict[tuple[str, str], list[Timex]]) -> None:
    found = {t.char_start: t for t in tagged.get((row["text"], row["published"]), [])}
    timex = found.get(int(row["char_start"]))
    assert timex is not None, f"nothing found at {row['words']!r}"
    days = [str(d) if d else "" for d in (timex.date_start, timex.date_end)]
    assert (timex.text, timex.value, *days) == (row["words"], row["value"], row["date_start"], row["date_end"])


def test_what_only_looks_like_a_date_is_left_alone() -> None:
    sources = to_table([Source(str(i), r["text"]) for i, r in enumerate(NONE)], Source)
    articles = enter_articles(sources, None)
    names = {a.article_id: int(a.name) for a in articles.itertuples()}
    expressions = find_expressions(split_sentences(articles), to_table((), Furniture), read_seeds().named_days)
    taken = []
    for x in expressions.itertuples():
        row = NONE[names[x.article_id]]
        start = int(row["char_start"])
        if x.char_start < start + len(row["words"]) and start < x.char_end:
            taken.append((row["text"], x.text, x.rule))
    assert taken == []


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(DATES) >= 400
    assert len(NONE) >= 150


def test_a_weekday_that_contradicts_its_day_keeps_both_readings() -> None:
    (timex,) = tag("The court met on Thursday, October 3.", "2025-10-06")
    assert (timex.edtf, str(timex.date_start), str(timex.date_end)) == ("[2025-10-02,2025-10-03]", "2025-10-02", "2025-10-03")
    assert timex.conflict


def test_a_day_that_no_calendar_has_is_invalid() -> None:
    (timex,) = tag("The lease ended on 29 February 2023.", "2023-06-01")
    assert (timex.date_start, timex.flags, timex.value) == (None, "invalid", "2023-02-29")


def test_without_a_publication_date_a_weekday_has_no_day() -> None:
    (timex,) = tag("The envoy left on Friday.", None)
    assert (timex.value, timex.date_start, timex.reason) == ("XXXX-WXX-5", None, "the publication date is not known")


def test_a_date_that_is_the_same_on_every_admissible_day_is_resolved() -> None:
    (timex,) = tag("The law was passed last year.", "2021-06")
    assert (timex.value, str(timex.date_start)) == ("2020", "2020-01-01")
    (timex,) = tag("The envoy left on Friday.", "2021-06")
    assert timex.date_start is None


def test_an_ambiguous_numeric_date_follows_the_others_of_its_article() -> None:
    undecided = tag("It was signed on 05/07/2024.", "2024-08-01")
    assert (str(undecided[0].date_start), undecided[0].flags) == ("2024-07-05", "day_month_order")
    decided = tag("It was drafted on 04/28/2024. It was signed on 05/07/2024.", "2024-08-01")
    assert (str(decided[1].date_start), decided[1].flags) == ("2024-05-07", "")


HISTORY = "In 1642 the valley took up arms. In 1643 and 1644 it starved. By 1645 it was silent. In 1646 the abbot came back."


def test_a_history_marks_what_points_back_without_a_day() -> None:
    found = {t.text: t.value for t in tag(f"{HISTORY} A former page opened the gate at night.", "2024-03-13")}
    assert (found["former"], found["night"]) == ("PAST_REF", "XXXX-XX-XXTNI")


def test_a_history_reads_its_units_from_the_date_told_last() -> None:
    found = {t.text: t.value for t in tag(f"{HISTORY} The next year he died. His heir would rule until 1690. On 3 May the bells were cast.", "2024-03-13")}
    assert (found["The next year"], found["3 May"]) == ("1647", "1647-05-03")
