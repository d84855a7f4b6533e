"""The log of corrections: it only grows, forgets nothing, and refuses what is none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import corrections
from pipeline.corrections import Correction
from pipeline.errors import InputError, StoreError

PLACE = {"text_hash": "0123456789abcdef", "article": "a.txt", "quote": "Friday", "char_start": 7}


def hide(number: int) -> Correction:
    return Correction("hide_event", "0123456789abcdef", "a.txt", "a clause", number)


def standing(data: Path) -> list[Correction]:
    return [e.correction for e in corrections.active(data)]


def test_a_folder_without_a_log_has_no_history(tmp_path: Path) -> None:
    assert corrections.history(tmp_path) == corrections.orphans(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_what_is_undone_stays_in_the_history(tmp_path: Path) -> None:
    number = corrections.add(tmp_path, hide(1))
    corrections.undo(tmp_path, number)
    assert standing(tmp_path) == []
    assert [(e.correction.kind, e.active) for e in corrections.history(tmp_path)] == [("hide_event", False), ("undo", True)]


def test_undoing_an_undo_brings_the_correction_back(tmp_path: Path) -> None:
    number = corrections.add(tmp_path, hide(1))
    corrections.undo(tmp_path, corrections.undo(tmp_path, number))
    assert standing(tmp_path) == [hide(1)]


def test_nothing_can_be_undone_twice_or_when_it_is_not_there(tmp_path: Path) -> None:
    number = corrections.add(tmp_path, hide(1))
    corrections.undo(tmp_path, number)
    for wrong in (number, number + 100):
        with pytest.raises(InputError):
            corrections.undo(tmp_path, wrong)


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (Correction("improve", **PLACE), "use one of"),
        (Correction("set_published", PLACE["text_hash"], values={"published": "soon"}), "wanted a day"),
        (Correction("set_published", PLACE["text_hash"]), "published"),
        (Correction("set_published", values={"published": "2021"}), "text_hash"),
        (Correction("reject_date", PLACE["text_hash"]), "quote"),
        (Correction("set_date", **PLACE, values={"date_start": "2021-02-30", "date_end": "2021-03-01"}), "date_start"),
        (Correction("choose_alternative", **PLACE, values={"rank": 0}), "rank"),
        (Correction("set_field", **PLACE, values={"field": "status", "value": "done"}), "happened"),
        (Correction("set_field", **PLACE, values={"field": "colour", "value": "red"}), "title"),
        (Correction("merge_events", **PLACE, values={"others": [{"quote": "x"}]}), "places"),
        (Correction("rename_actor", values={"actor": "Bo", "kind": "robot", "name": "Bob"}), "person"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.kind,
)
def test_what_is_no_correction_is_refused_with_what_was_wanted(correction: Correction, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=said):
        corrections.add(tmp_path, correction)
    assert corrections.history(tmp_path) == []


def test_a_log_that_is_exported_and_imported_says_the_same_and_twice_adds_nothing(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for number in range(3):
        corrections.add(here, hide(number))
    corrections.undo(here, 2)
    corrections.add(there, hide(9))
    lines = corrections.export_log(here)
    assert (corrections.import_log(there, lines), corrections.import_log(there, lines)) == (4, 0)
    assert standing(there) == [hide(9), hide(0), hide(2)]


def test_a_broken_line_imports_nothing(tmp_path: Path) -> None:
    corrections.add(tmp_path / "here", hide(1))
    with pytest.raises(InputError, match="line 2"):
        corrections.import_log(tmp_path / "there", corrections.export_log(tmp_path / "here") + b"{}\n")
    assert corrections.history(tmp_path / "there") == []


def test_a_log_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "corrections.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match=r"corrections\.sqlite"):
        corrections.history(tmp_path)


WRITER = """
import sys
from pathlib import Path
from pipeline import corrections
for number in range(25):
    corrections.add(Path(sys.argv[1]), corrections.Correction("hide_event", sys.argv[2], None, "a clause", number))
"""


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name]) for name in ("one", "two")]
    assert [w.wait() for w in writers] == [0, 0]
    assert len(corrections.active(tmp_path)) == 50


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 30))))
def test_what_stands_is_what_was_added_and_not_undone(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[bool, int]]) -> None:
    data = tmp_path_factory.mktemp("log")
    wanted: dict[int, Correction] = {}
    for is_undo, number in steps:
        if is_undo and wanted:
            gone = sorted(wanted)[number % len(wanted)]
            corrections.undo(data, gone)
            del wanted[gone]
        elif not is_undo:
            wanted[corrections.add(data, hide(number))] = hide(number)
    found: Any = {e.id: e.correction for e in corrections.active(data)}
    assert found == wanted
