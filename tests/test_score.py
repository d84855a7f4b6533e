"""The report on a folder of gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.score import score
from pipeline.score.dates import read_marked


def test_marked_dates_are_scored(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("# given 2024-06-12\nThe bridge fell on [[Monday|2024-06-10|2024-06-10]].", encoding="utf-8")
    assert "recall 1/1 = 100.0%" in score(tmp_path)


def test_marks_are_taken_out_of_the_text() -> None:
    source, marks, truth = read_marked("a", "# infer 2024-06 month\nIt fell in [[June|2024-06-01|2024-06-30]], he said.")
    assert (source.text, source.text[marks[0].start : marks[0].end], truth) == ("It fell in June, he said.", "June", "2024-06")


def test_stories_are_scored(tmp_path: Path) -> None:
    text = "Police arrested forty miners in Lima on 3 June 2024."
    event = {
        "id": "e1", "article": "a", "start": 0, "end": len(text), "date_start": "2024-06-03", "date_end": "2024-06-03", "event_type": "COERCE",
        "status": "happened", "speaker": None, "optional": False, "accept": {},
    }  # fmt: skip
    article = {"id": "a", "file": "a.txt", "title": "Lima", "source": "Post", "published": "2024-06-05"}
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "story" / "gold.json").write_text(json.dumps({"articles": [article], "events": [event], "clusters": []}), encoding="utf-8")
    report = score(tmp_path)
    assert "events: precision 1/1 = 100.0%, recall 1/1 = 100.0%" in report


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold"):
        score(tmp_path)
