"""The stream of `annotate`: order, pauses, bad lines."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import Any

import pytest

from pipeline.annotate import annotate_stream, annotate_together
from pipeline.ingest.jsonl import MAX_LINE
from pipeline.seeds import read_seeds

SEEDS = read_seeds()


def lines(*rows: dict[str, Any] | str) -> io.BytesIO:
    return io.BytesIO("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows).encode())


def article(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "text": f"The committee of {name} met on 3 May 2021 in the old town hall.", **more}


def stream(*rows: dict[str, Any] | str) -> list[dict[str, Any]]:
    return list(annotate_stream(lines(*rows), SEEDS))


def test_answers_come_in_the_order_of_the_lines() -> None:
    names = [f"a{i}" for i in range(450)]
    assert [a["id"] for a in stream(*map(article, names))] == names


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("{broken", "broken JSON", id="broken JSON"),
        pytest.param("[1]", "found a list", id="no object"),
        pytest.param("[" * 100_000, "broken JSON", id="nested without end"),
        pytest.param({"text": "words"}, "id is missing", id="no id"),
        pytest.param({"id": "a"}, "text is missing", id="no text"),
        pytest.param({"id": "a", "text": ["words"]}, "text is a list", id="text of another type"),
        pytest.param({"id": 7, "text": "words"}, "id is a number", id="id of another type"),
        pytest.param(article("a", published="yesterday"), "published is 'yesterday'", id="published in words"),
        pytest.param(article("a", published="2021-02-30"), "published is '2021-02-30'", id="no such day"),
        pytest.param(article("a", published="2021-10-27T99:00"), "published is '2021-10-27T99:00'", id="no such hour"),
        pytest.param(article("a", published=2021), "published is 2021", id="published as a number"),
        pytest.param(article("a", text="x" * MAX_LINE), "at most 4,194,304", id="endless line"),
    ],
)
def test_a_bad_line_is_an_error_that_names_what_was_wanted_and_the_rest_goes_on(line: dict[str, Any] | str, said: str) -> None:
    before, bad, after = stream(article("before"), line, article("after"))
    assert (before["id"], after["id"]) == ("before", "after")
    assert "events" in before and "events" in after
    assert bad["error"].startswith("line 2: ") and said in bad["error"] and "wanted" in bad["error"]


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2021-10-27", "2021-10-27"),
        ("2021-06", "2021-06"),
        ("2021", "2021"),
        ("2021-10-27T23:30:00-05:00", "2021-10-27"),
        ("2021-10-27T00:30:00+03:00", "2021-10-27"),
        ("2021-10-27T23:30:00.123Z", "2021-10-27"),
        ("2021-10-27 23:30", "2021-10-27"),
    ],
)
def test_published_is_the_day_in_the_zone_of_the_timestamp(given: str, read: str) -> None:
    assert stream(article("a", published=given))[0]["published"]["date"] == read


def test_the_same_article_under_two_dates_is_answered_under_each() -> None:
    days = ["2021-05-05", "2022-05-05", "2021-05-05"]
    for together in (annotate_stream, annotate_together):
        found = together(lines(*(article("a", published=d) for d in days)), SEEDS)
        assert [a["published"]["date"] for a in found] == days


def test_half_a_character_is_replaced_and_offsets_stay() -> None:
    line = '{"id": "a", "text": "Signed \\ud83d on 3 May 2021 by all."}'
    for timex in stream(line)[0]["timexes"]:
        assert "Signed \ufffd on 3 May 2021 by all."[timex["start"] : timex["end"]] == timex["text"]


def test_a_pipe_that_pauses_is_answered_at_once() -> None:
    command = [sys.executable, "-m", "pipeline", "annotate"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin and process.stdout
        for name in ("first", "second"):
            process.stdin.write(json.dumps(article(name)).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name  # while stdin is still open
        process.stdin.close()
    assert process.returncode == 0


def test_a_bad_line_makes_the_exit_status_one() -> None:
    command = [sys.executable, "-m", "pipeline", "annotate"]
    run = subprocess.run(command, input=b"{broken\n", capture_output=True, check=False)
    assert (run.returncode, json.loads(run.stdout)["id"]) == (1, None)


def test_a_reader_that_leaves_ends_the_stream_quietly() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    run = subprocess.run(
        [sys.executable, "-m", "pipeline", "annotate"], input=json.dumps(article("a")).encode(), stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)
    assert b"Traceback" not in run.stderr
