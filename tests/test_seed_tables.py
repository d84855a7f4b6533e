"""The tables in seeds/ keep their own rules, and say where they are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import SeedError
from pipeline.model import Trigger
from pipeline.seeds import read_seed_table, read_seeds


def test_the_shipped_seeds_can_be_read() -> None:
    assert read_seeds().actors is not None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param("lemma,pos\n", r":1: columns", id="a column is missing"),
        pytest.param("lemma,pos,event_type,act\nmeet,verb\n", r":2: 2 cells; wanted 4", id="a cell is missing"),
        pytest.param("lemma,pos,event_type,act\nmeet,verb,MEETING,\n", r":2: event_type 'MEETING'; use one of AGREE", id="an unknown type"),
        pytest.param("", r":1: columns \[\]", id="an empty file"),
    ],
)
def test_a_broken_seed_file_names_the_line_and_what_was_wanted(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "triggers.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SeedError, match=told):
        read_seed_table(path, Trigger)


def test_a_missing_seed_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match=r"triggers\.csv"):
        read_seed_table(tmp_path / "triggers.csv", Trigger)
