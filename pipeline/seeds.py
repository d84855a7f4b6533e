"""Reads and checks the tables in seeds/: open lists that people keep by hand."""

from __future__ import annotations

import csv
import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import SeedError
from pipeline.model import ACTOR_KINDS, EVENT_TYPES, Kind, NamedDay, SeedActor, Trigger, WorldFact

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
ARTICLES = SEEDS / "articles"

ALLOWED: dict[type, dict[str, tuple[str, ...]]] = {
    SeedActor: {"kind": ACTOR_KINDS},
    WorldFact: {"kind": ("office", "landmark", "lasting", "planned", "existence", "birth")},
    Trigger: {"pos": ("verb", "noun"), "event_type": EVENT_TYPES},
}


@dataclass(frozen=True, slots=True)
class Seeds:
    actors: tuple[SeedActor, ...]
    triggers: tuple[Trigger, ...]
    kinds: tuple[Kind, ...]
    named_days: tuple[NamedDay, ...]
    world_facts: tuple[WorldFact, ...]


def read_seeds(folder: Path = SEEDS) -> Seeds:
    """All tables of `folder`. SeedError names the file, the line, what was found and what was wanted."""
    return Seeds(
        actors=read_seed_table(folder / "actors.csv", SeedActor),
        triggers=read_seed_table(folder / "triggers.csv", Trigger),
        kinds=read_seed_table(folder / "kinds.csv", Kind),
        named_days=read_seed_table(folder / "named_days.csv", NamedDay),
        world_facts=read_seed_table(folder / "world_facts.csv", WorldFact),
    )


def read_seed_table(path: Path, record: type) -> tuple[Any, ...]:
    """The rows of one CSV, as `record`; the header must be its fields, in order."""
    wanted = [f.name for f in dataclasses.fields(record)]
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            rows = csv.reader(handle)
            header = next(rows, [])
            if header != wanted:
                raise SeedError(f"{path}:1: columns {header}; wanted {wanted}")
            return tuple(_read_row(path, rows.line_num, row, record, wanted) for row in rows)
    except (OSError, UnicodeDecodeError) as error:
        raise SeedError(f"{path}: {error}; a UTF-8 CSV with the columns {wanted} was wanted") from error


def _read_row(path: Path, line: int, row: list[str], record: type, wanted: list[str]) -> Any:
    if len(row) != len(wanted):
        raise SeedError(f"{path}:{line}: {len(row)} cells; wanted {len(wanted)}: {', '.join(wanted)}")
    cells = dict(zip(wanted, row, strict=True))
    for column, allowed in ALLOWED.get(record, {}).items():
        if cells[column] not in allowed:
            raise SeedError(f"{path}:{line}: {column} {cells[column]!r}; use one of {', '.join(allowed)}")
    return record(**cells)
