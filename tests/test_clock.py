"""Nothing that decides a result reads the wall clock."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = "pipeline/clock.py"
READS = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "st_mtime", "st_ctime", "st_mtime_ns", "getmtime", "getctime"}
OF = {"datetime", "date", "time", "dt", "os", "path", "Timestamp", "pd"}  # whose methods of these names are clocks
FILES = sorted(f for top in ("pipeline", "dashboard") for f in (ROOT / top).rglob("*.py"))


def clocks(path: Path) -> list[str]:
    """Places in a file that read the time of day, or of a file."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in READS:
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if owner in OF or node.attr.startswith("st_"):
                found.append(f"{path.name}:{node.lineno}: {owner}.{node.attr}")
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            found += [f"{path.name}:{node.lineno}: time.{a.name}" for a in node.names if a.name in READS]
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_only_the_stamp_of_a_correction_reads_the_clock(path: Path) -> None:
    assert clocks(path) == [] or path.relative_to(ROOT).as_posix() == ALLOWED


def test_the_guard_sees_a_clock() -> None:
    assert clocks(ROOT / ALLOWED)
