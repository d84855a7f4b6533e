"""What holds for every meaning, every day and every text."""

from __future__ import annotations

import random
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.garbled import PIECES, garbled
from pipeline.edtf import edtf_of, read_edtf, timex_value
from pipeline.interval import Precision, Unit, unit_around
from pipeline.seeds import read_seeds
from pipeline.text import sentence_spans, tokenize
from pipeline.timex.meaning import Bound, Clock, Date, DayPart, Duration, Era, Meaning, Part, Range, Relative, Season, Section, Shift, read, write
from pipeline.timex.resolve import resolve
from pipeline.timex.rules import grammar

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2900, 12, 31))
UNITS = st.sampled_from(list(Unit))
WRITTEN_UNITS = st.sampled_from([Unit.DAY, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.DECADE, Unit.CENTURY])
DIRECTIONS = st.sampled_from([None, "past", "future"])
MAYBE = st.none() | st.integers(1, 12)
PLAIN: st.SearchStrategy[Meaning] = st.one_of(
    st.builds(Date, st.none() | st.integers(1, 2500), st.integers(1, 12), st.none() | st.integers(1, 31), st.none() | st.integers(0, 6)),
    st.builds(Date, weekday=st.integers(0, 6), which=st.sampled_from([None, "last", "this", "next", "coming"])),
    st.builds(Relative, st.sampled_from(["last", "this", "next", "previous", "following", "that", "the"]), UNITS, st.integers(1, 3)),
    st.builds(Shift, st.none() | st.integers(0, 400), UNITS, st.sampled_from([-1, 1]), st.sampled_from(["speech", "told", "quarter"])),
    st.builds(Season, st.sampled_from(["SP", "SU", "FA", "WI"]), st.none() | st.integers(1, 2500), st.sampled_from([None, "last", "next"])),
    st.builds(Section, st.sampled_from([Unit.QUARTER, Unit.HALF]), st.integers(1, 2)),
    st.builds(Era, st.just(Unit.DECADE), st.integers(2, 250).map(lambda n: n * 10)),
    st.builds(Duration, st.none() | st.integers(0, 50), st.sampled_from(["D", "W", "M", "Y", "DE", "TH"]), st.sampled_from([None, "past", "future"])),
)
MEANINGS = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.builds(Part, st.sampled_from(["START", "MID", "END", "EARLY", "LATE"]), inner),
        st.builds(DayPart, st.sampled_from(["MO", "NI"]), inner),
        st.builds(Clock, st.integers(0, 24), MAYBE, st.none(), st.none(), inner),
        st.builds(Bound, st.sampled_from(["since", "until", "by", "before", "after"]), inner),
        st.builds(Range, inner, inner),
    ),
    max_leaves=3,
)
MANY = 100_000
RULES = grammar(read_seeds().named_days)


@given(MEANINGS)
def test_the_written_form_of_a_meaning_reads_back(meaning: Meaning) -> None:
    assert read(write(meaning)) == meaning


@given(MEANINGS, DAYS, DIRECTIONS)
def test_every_meaning_resolves_to_days_or_a_reason(meaning: Meaning, dct: date, direction: str | None) -> None:
    found = resolve(meaning, dct, direction)
    assert (found.days is None) == (found.reason is not None)
    if found.days is not None:
        assert found.days.start <= found.days.last


@given(MEANINGS, DIRECTIONS)
def test_nothing_is_invented_without_an_anchor(meaning: Meaning, direction: str | None) -> None:
    first, second = resolve(meaning, None, direction), resolve(meaning, date(2020, 2, 29), direction)
    assert first.days is None or first.days == second.days


@given(DAYS, WRITTEN_UNITS)
def test_edtf_reads_back_to_the_same_days(day: date, unit: Unit) -> None:
    days = unit_around(day, unit)
    assert read_edtf(edtf_of(days, Precision(str(unit)))) == days


@settings(max_examples=25, deadline=None)  # the library takes its time
@given(MEANINGS, DAYS)
def test_the_edtf_library_reads_every_edtf(meaning: Meaning, dct: date) -> None:
    found = resolve(meaning, dct, None)
    if found.edtf:
        assert parse_edtf(found.edtf) is not None


@given(DAYS)
def test_a_week_has_its_iso_number(day: date) -> None:
    year, week, _ = day.isocalendar()
    assert timex_value(unit_around(day, Unit.WEEK), Precision.WEEK) == f"{year:04}-W{week:02}"


def check(text: str) -> None:
    """Every hit lies inside its sentence, in order, and resolves."""
    for start, end in sentence_spans(text, 0, len(text)):
        tokens = tokenize(text[start:end])
        at = 0
        for hit in RULES.find(tokens.words):
            assert at <= hit.first < hit.end <= len(tokens.words)
            at = hit.end
            found = resolve(read(write(hit.meaning)), date(2024, 3, 13), None)
            assert found.days is None or found.days.start <= found.days.last


def test_garbled_texts_are_read_without_an_error() -> None:
    source = random.Random(7)
    for _ in range(1_000):
        check(garbled(source))


@pytest.mark.long
def test_a_hundred_thousand_garbled_texts_are_read_without_an_error() -> None:
    source = random.Random(11)
    for _ in range(MANY):
        check(garbled(source))


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_said_over_and_over_is_read_without_an_error(piece: str) -> None:
    check(piece * 1_000)
