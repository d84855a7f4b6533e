"""The command line: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.synthetic import make_generation
from pipeline.__main__ import main
from pipeline.export.flat import read_csv


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    make_generation(120, folder)
    return folder


def run(*arguments: str | Path) -> int:
    return main([str(a) for a in arguments])


@pytest.mark.parametrize("command", ["build", "annotate", "explain", "export", "score"])
def test_every_command_teaches_itself_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(command, "--help")
    assert end.value.code == 0
    assert f"python -m pipeline {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["export", "--format", "csv", "--from", "soon"], ["export", "--format", "csv", "--certainty", "2"], ["build", "--workers", "0"], ["sing"], []],
    ids=["day", "share", "workers", "command", "nothing"],
)
def test_wrong_usage_is_status_two_and_says_what_was_wanted(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(*arguments)
    assert end.value.code == 2
    assert "error:" in capsys.readouterr().err


def test_tables_that_are_not_there_are_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "--format", "csv", "--data", tmp_path) == 1
    assert "python -m pipeline build" in capsys.readouterr().err


def test_an_export_goes_to_a_file_and_filters_narrow_it(data: Path, tmp_path: Path) -> None:
    whole, part = tmp_path / "whole.csv", tmp_path / "part.csv"
    assert run("export", "--format", "csv", "--data", data, "-o", whole) == 0
    assert run("export", "--format", "csv", "--data", data, "--type", "accuse", "--from", "2018-01-01", "-o", part) == 0
    rows = read_csv(part.read_bytes())
    assert 0 < len(rows) < len(read_csv(whole.read_bytes()))
    assert all(r["event_type"] == "ACCUSE" and r["date_end"] >= "2018" for r in rows)


def test_a_file_that_cannot_be_written_is_named(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "--format", "csv", "--data", data, "-o", tmp_path / "no" / "such.csv") == 1
    assert "such.csv" in capsys.readouterr().err


def test_explain_shows_words_rule_anchor_and_reason_of_an_event(data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run("export", "--format", "json", "--data", data, "-o", tmp_path / "all.json")
    event = next(e for e in json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["events"] if e["alternatives"])
    assert run("explain", event["event_id"], "--data", data) == 0
    said = capsys.readouterr().out
    for words in (event["title"], event["evidence"][0]["text"], event["date_text"], "rule absolute.made_up", "read from the text", "alternative 1"):
        assert words in said


def test_explain_shows_the_proof_of_a_publication_date(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "a0000001", "--data", data) == 0
    assert "published" in (said := capsys.readouterr().out) and "dateline: “" in said


@pytest.mark.parametrize("wanted", ["nothing-like-it", ".txt"], ids=["unknown", "many"])
def test_explain_asks_for_one(data: Path, wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", wanted, "--data", data) == 1
    assert "wanted the id of one event" in capsys.readouterr().err


def test_build_names_what_it_could_not_read_and_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.txt").write_text("The council met on 3 May 2021.", encoding="utf-8")
    assert run("build", tmp_path / "good.txt", tmp_path / "missing", "--data", tmp_path / "data") == 1
    said = capsys.readouterr().err
    assert "missing: no such file" in said and "1 article," in said


def test_score_reads_annotated_articles_and_asks_for_a_folder_of_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("# given 2021-05-06\nThe council met on [[3 May 2021|2021-05-03|2021-05-03]].\n", encoding="utf-8")
    assert run("score", tmp_path) == 0
    assert "1/1" in capsys.readouterr().out
    assert run("score", tmp_path / "missing") == 1
    assert "wanted" in capsys.readouterr().err
