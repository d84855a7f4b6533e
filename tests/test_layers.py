"""Imports go down: the table of who may import whom, held against the code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

BASE = {"model", "errors"}
MAY_IMPORT: dict[str, set[str]] = {
    "app": {"dashboard"},
    "dashboard": {
        "run", "store", "query", "ingest", "corrections", "export", "cluster", "explain", "seeds", "model", "interval", "edtf", "errors", "tables",
    },
    "__main__": {
        "run", "annotate", "arguments", "engine", "store", "query", "ingest", "corrections", "export", "cluster", "explain", "score", "seeds", "errors",
        "tables", "model",
    },
    "arguments": {"query", "export", "store"} | BASE,
    "annotate": {"run", "answer", "ingest", "text", "seeds", "tables"} | BASE,
    "answer": {"run", "tables"} | BASE,
    "cluster": {"run", "corpus", "shards", "engine", "generation", "store", "ingest", "corrections", "seeds", "text", "tables"} | BASE,
    "generation": {"run", "shards", "store", "corrections", "text", "tables"} | BASE,
    "shards": {"run", "store", "seeds", "tables"} | BASE,
    "corpus": {"text", "tables"} | BASE,
    "engine": {"errors"},
    "run": {"events", "dating", "actors", "timex", "furniture", "clauses", "text", "seeds", "tables"} | BASE,
    "corrections": {"clock", "interval", "text", "tables", "edtf"} | BASE,
    "clock": set(),
    "store": {"tables", "edtf"} | BASE,
    "query": {"store", "tables", "edtf"} | BASE,
    "export": {"query", "store", "tables", "edtf"} | BASE,
    "events": {"clauses", "text", "tables", "interval", "edtf", "seeds"} | BASE,
    "dating": {"timex", "clauses", "text", "tables", "interval", "edtf", "seeds"} | BASE,
    "explain": {"run", "store", "query", "tables", "edtf"} | BASE,
    "score": {"run", "store", "tables", "edtf", "seeds"} | BASE,
    "timex": {"clauses", "tables", "text", "interval", "edtf", "seeds"} | BASE,
    "actors": {"clauses", "tables", "text", "interval", "edtf", "seeds"} | BASE,
    "clauses": {"text", "tables"} | BASE,
    "ingest": {"tables"} | BASE,
    "furniture": {"tables", "text"} | BASE,
    "text": {"tables"} | BASE,
    "seeds": {"tables"} | BASE,
    "tables": BASE,
    "model": {"interval", "errors"},
    "edtf": {"interval", "errors"},
    "interval": set(),
    "errors": set(),
    "__init__": {"run", "model", "errors", "seeds", "tables"},
}  # fmt: skip
INSIDE_ACTORS: dict[str, set[str]] = {"names": set(), "speech": set(), "roles": {"speech"}}  # and what lies beside these folders, which imports none of them
INSIDE_TIMEX = {
    "meaning": {"words"}, "words": set(), "lexer": {"words"}, "grammar": {"lexer", "meaning", "words"}, "rules": {"meaning", "words", "lexer", "grammar"},
    "foreign": {"meaning"},
    "notices": set(), "joining": {"grammar", "meaning"}, "hemisphere": set(), "direction": {"meaning", "grammar", "notices"},
    "anchor": {"meaning"}, "resolution": set(), "beside": {"anchor"},
    "calendar": {"meaning", "anchor", "beside", "resolution"},
    "periods": {"meaning", "anchor", "beside", "calendar", "resolution"}, "lengths": {"meaning", "anchor", "resolution"},
    "resolve": {"meaning", "anchor", "rules", "resolution", "beside", "calendar", "lengths", "periods"},
    "passage": {"meaning", "beside"}, "reading": {"meaning", "anchor", "hemisphere", "passage", "resolution", "resolve"},
    "tag": {"meaning", "words", "grammar", "rules", "foreign", "direction", "joining", "notices", "passage", "resolve", "resolution", "reading"},
}  # fmt: skip


def modules() -> list[Path]:
    return sorted(p for top in ("pipeline", "dashboard") for p in (ROOT / top).rglob("*.py")) + [p for p in [ROOT / "app.py"] if p.exists()]


def room(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "pipeline" else parts[0]


def imported(path: Path) -> set[tuple[str, ...]]:
    """Dotted names of the project's own modules that a file imports."""
    found: set[tuple[str, ...]] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            names = [f"{node.module}.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        else:
            continue
        found |= {tuple(n.split(".")) for n in names if n.split(".")[0] in ("pipeline", "dashboard", "app")}
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_only_go_down(path: Path) -> None:
    here = room(path)
    assert here in MAY_IMPORT, f"{here} has no row in the table"
    used = {n[1] if n[0] == "pipeline" and len(n) > 1 else n[0] for n in imported(path)} - {here, "pipeline", "PipelineError"}
    assert used <= MAY_IMPORT[here], f"{path.name} imports {sorted(used - MAY_IMPORT[here])}"


@pytest.mark.parametrize("path", sorted((ROOT / "pipeline" / "actors").rglob("*.py")), ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_names_speech_and_roles_know_only_what_is_below_them(path: Path) -> None:
    here = path.parent.name
    used = {n[2] for n in imported(path) if n[:2] == ("pipeline", "actors") and len(n) > 2 and n[2] in INSIDE_ACTORS} - {here}
    assert used <= INSIDE_ACTORS.get(here, set()), f"{path.name} imports {sorted(used)}"


@pytest.mark.parametrize("path", sorted((ROOT / "pipeline" / "timex").rglob("*.py")), ids=lambda p: p.stem)
def test_a_rule_never_sees_the_anchor_and_resolve_never_sees_text(path: Path) -> None:
    parts = path.relative_to(ROOT / "pipeline" / "timex").with_suffix("").parts
    if parts[0] == "__init__":
        return
    used = {n[2] for n in imported(path) if n[:2] == ("pipeline", "timex") and len(n) > 2} - {parts[0]}
    assert used <= INSIDE_TIMEX[parts[0]], f"{path.name} imports {sorted(used - INSIDE_TIMEX[parts[0]])}"
