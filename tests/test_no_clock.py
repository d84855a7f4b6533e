"""The same answer on any day and in any time zone: nothing that decides a result reads the clock."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DECIDING = ("dating", "timex", "events", "actors", "clauses", "furniture", "ingest")
CLOCKS = {"today", "now", "utcnow", "localtime", "gmtime", "getmtime", "getctime", "st_mtime", "st_ctime", "fromtimestamp"}
ZONES = ("Pacific/Kiritimati", "Pacific/Pago_Pago")
LINES = "".join(
    json.dumps({"id": str(n), "text": text}) + "\n"
    for n, text in enumerate(("OSLO, October 3, 2018 (Reuters) - Norway opened a port on Wednesday.", "The minister spoke on Friday, July 20."))
)


def deciding() -> list[Path]:
    return sorted(p for room in DECIDING for p in [*(ROOT / "pipeline" / room).rglob("*.py"), *(ROOT / "pipeline").glob(f"{room}.py")])


@pytest.mark.parametrize("path", deciding(), ids=lambda p: str(p.relative_to(ROOT / "pipeline")))
def test_no_stage_reads_the_clock_or_the_time_of_a_file(path: Path) -> None:
    used = {n.attr for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Attribute)}
    assert not used & CLOCKS


@pytest.mark.long
def test_the_time_zone_of_the_machine_changes_nothing() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-m", "pipeline", "annotate"], input=LINES, capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ | {"TZ": zone}
        ).stdout
        for zone in ZONES
    ]
    assert runs[0] == runs[1] and runs[0].count("\n") == LINES.count("\n")
