"""The articles in seeds/ end to end: what must hold of any article, held against real ones."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline import store
from pipeline.cluster import build
from pipeline.edtf import read_edtf
from pipeline.model import (
    EVENT_TYPES,
    FLAGS,
    FUNCTIONS,
    JOINT,
    RESOLVED_BY,
    STATUSES,
    Actor,
    Alternative,
    Article,
    DatingEvidence,
    Event,
    EventActor,
    Evidence,
    Mention,
    Sentence,
    Timex,
)
from pipeline.seeds import ARTICLES
from pipeline.tables import to_records

ROOT = Path(__file__).resolve().parent.parent
GUARDED_BUILD = """
import pathlib, sys
from pipeline.__main__ import main
asked = []
def guard(frame, event, called):
    if event == "c_call" and called.__name__ in ("now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime"):
        if pathlib.PurePath(frame.f_code.co_filename).parent.name in names:
            asked.append(f"{frame.f_code.co_filename}:{frame.f_lineno} {called.__name__}")
names = {p.name for p in pathlib.Path("pipeline").rglob("*") if p.is_dir()} | {"pipeline"}
sys.setprofile(guard)
status = main(["build", "--data", sys.argv[1]])
sys.setprofile(None)
sys.exit("; ".join(asked) or status)
"""  # every call into the interpreter's own clocks from the pipeline is seen, also by way of a variable


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    build([ARTICLES], folder)
    return folder


def rows(data: Path, name: str, record: type) -> list[Any]:
    generation = store.current(data)
    assert generation
    return to_records(store.read_table(generation.path, name, record), record)


def texts(data: Path) -> dict[str, str]:
    return {a.article_id: a.text for a in rows(data, "articles", Article)}


@pytest.mark.parametrize(("name", "record"), [("sentences", Sentence), ("timexes", Timex), ("mentions", Mention)])
def test_every_span_holds_exactly_its_words(data: Path, name: str, record: type) -> None:
    known, found = texts(data), rows(data, name, record)
    assert found
    assert [r for r in found if known[r.article_id][r.char_start : r.char_end] != r.text] == []


def test_the_proof_of_a_publication_date_stands_in_the_text(data: Path) -> None:
    known = texts(data)
    proofs = [p for p in rows(data, "dating_evidence", DatingEvidence) if p.char_start is not None]
    assert proofs
    for proof in proofs:
        words = known[proof.article_id][proof.char_start : proof.char_end]
        first, last = proof.text.split(" … ")[0], proof.text.split(" … ")[-1]  # of two words far apart only these are told
        assert words.startswith(first) and words.endswith(last), proof


def days_of(row: Any) -> Iterator[date]:
    return (d for d in (row.date_start, row.best_day, row.date_end) if d)


def test_days_stand_in_order_and_the_written_form_means_the_same(data: Path) -> None:
    for row in [*rows(data, "timexes", Timex), *rows(data, "events", Event)]:
        assert list(days_of(row)) == sorted(days_of(row))
        days = read_edtf(row.edtf) if row.edtf and ".." not in row.edtf else None
        if days and row.date_start and row.date_end:
            assert days.start <= row.date_end and row.date_start <= days.last, row


def test_a_date_without_days_says_why_and_one_with_days_names_its_rule_and_anchor(data: Path) -> None:
    for timex in rows(data, "timexes", Timex):
        assert timex.rule and (timex.date_start or timex.date_end or timex.reason), timex
        assert timex.anchor or not timex.date_start, timex


def test_a_conflict_keeps_at_least_two_ranked_alternatives_inside_its_days(data: Path) -> None:
    conflicts = [t for t in rows(data, "timexes", Timex) if t.conflict]
    assert conflicts
    for timex in conflicts:
        others = [a for a in rows(data, "alternatives", Alternative) if a.timex_id == timex.timex_id]
        assert [a.rank for a in others] == list(range(1, len(others) + 1)) and len(others) >= 2
        assert all(timex.date_start is None or timex.date_start <= a.date_start <= a.date_end <= timex.date_end for a in others)


def test_no_article_is_dated_by_the_clock_and_bounds_hold_the_day(data: Path) -> None:
    for article in rows(data, "articles", Article):
        years = set(re.findall(r"\b(?:19|20)\d\d\b", article.text))
        if article.published:
            assert article.published_basis
            assert article.published[:4] in years or any(p.article_id == article.article_id for p in rows(data, "dating_evidence", DatingEvidence))
        if article.published and article.published_earliest and article.published_latest:
            assert article.published_earliest <= article.published_latest


def test_values_come_from_the_closed_lists(data: Path) -> None:
    assert {e.event_type for e in rows(data, "events", Event)} <= set(EVENT_TYPES)
    assert {e.status for e in rows(data, "events", Event)} <= set(STATUSES)
    assert {m.function for m in rows(data, "mentions", Mention)} <= set(FUNCTIONS)
    assert {m.resolved_by for m in rows(data, "mentions", Mention)} <= set(RESOLVED_BY)
    flags = {f for name, record in (("events", Event), ("timexes", Timex)) for r in rows(data, name, record) for f in r.flags.split(JOINT) if f}
    assert flags <= set(FLAGS)


def test_keys_are_unique_and_every_reference_leads_somewhere(data: Path) -> None:
    events, actors = ([r for r in rows(data, n, t)] for n, t in (("events", Event), ("actors", Actor)))
    ids, people = [e.event_id for e in events], [a.actor_id for a in actors]
    assert len(ids) == len(set(ids)) > 0 and len(people) == len(set(people)) > 0
    evidence = rows(data, "evidence", Evidence)
    assert {e.event_id for e in evidence} == set(ids)
    assert {e.timex_id for e in evidence if e.timex_id} <= {t.timex_id for t in rows(data, "timexes", Timex)}
    members = rows(data, "event_actors", EventActor)
    assert {m.event_id for m in members} <= set(ids) and {m.actor_id for m in members} <= set(people)
    assert {e.speaker_id for e in events if e.speaker_id} <= set(people)


def test_events_count_the_articles_that_tell_them(data: Path) -> None:
    evidence = rows(data, "evidence", Evidence)
    for event in rows(data, "events", Event):
        articles = {e.article_id for e in evidence if e.event_id == event.event_id}
        assert event.n_articles == len(articles) >= event.n_independent >= 1


def test_what_two_articles_tell_is_one_event_and_each_of_its_sources_counts_once(data: Path) -> None:
    told_twice = [e for e in rows(data, "events", Event) if e.n_articles > 1]
    counted = {(e.event_type, e.date_start.isoformat()): (e.n_articles, e.n_outlets, e.n_independent) for e in told_twice}
    assert counted == {("CONSULT", "2024-07-19"): (2, 1, 1), ("ASSAULT", "2021-08-15"): (2, 2, 2)}
    assert len(told_twice) == len(counted)


def bytes_of(data: Path) -> dict[str, bytes]:
    generation = store.current(data)
    assert generation
    return {str(f.relative_to(generation.path)): f.read_bytes() for f in generation.path.rglob("*.parquet")}


def test_a_build_twice_gives_the_same_name_and_bytes(data: Path, tmp_path: Path) -> None:
    report = build(sorted(ARTICLES.glob("*.txt"), reverse=True), tmp_path)
    generation = store.current(data)
    assert generation and generation.build_id == report.build_id
    assert bytes_of(tmp_path) == bytes_of(data)


@pytest.mark.long
def test_a_build_asks_no_clock_and_knows_neither_zone_nor_hash_seed(data: Path, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONHASHSEED": "2031", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    command = [sys.executable, "-c", GUARDED_BUILD, str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert bytes_of(tmp_path) == bytes_of(data)
