"""Precision and recall against articles that a person has annotated.

`score(folder)` reads every kind of gold that it finds below the folder, so that users can add their own:

- texts with marked dates: `NAME.txt` whose first line is `# given 2023-11-09` (the publication date is told) or
  `# infer 2021-06-04 day` (it is to be found; also `month`, `year`; `# infer none` when the text does not decide). Dates
  are marked `[[words|first day|last day]]`, and `[[words|decoy]]`, `|unresolved`, `|duration` or `|set` where there are no days.
- names and speech: `NAME.txt` with `NAME.json`: `mentions` (start, end, kind, optional), `attributions` (start, end, speaker).
- stories: a folder with `gold.json`: `articles`, `events`, `clusters` (events that are one event).

Offsets are code points of the text file, end excluded.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.score.actors import score_actors
from pipeline.score.dates import is_marked, score_dates
from pipeline.score.stories import score_stories


def score(folder: Path) -> str:
    """A report in lines of text. InputError when the folder holds no gold."""
    stories = sorted(folder.rglob("gold.json"))
    held = {path.parent for path in stories}
    texts = [p for p in sorted(folder.rglob("*.txt")) if p.parent not in held]
    marked = [p for p in texts if is_marked(_text(p))]
    annotated = [p for p in texts if p.with_suffix(".json").is_file()]
    parts = [
        score_dates([(p.stem, _text(p)) for p in marked]) if marked else "",
        score_actors([(_text(p), _read(p.with_suffix(".json"))) for p in annotated]) if annotated else "",
        score_stories([(_read(p), {f.name: _text(f) for f in sorted(p.parent.glob("*.txt"))}) for p in stories]) if stories else "",
    ]
    if not any(parts):
        raise InputError(f"{folder}: no gold; wanted texts with marked dates, texts with annotations in JSON, or stories with a gold.json")
    return "\n".join(filter(None, parts))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _read(path: Path) -> Any:
    try:
        return json.loads(_text(path))
    except ValueError as error:
        raise InputError(f"{path}: {error}; JSON was wanted") from error
