"""Two hundred random corrections: replayed, undone, written by two at once, and through a build that is killed."""

from __future__ import annotations

import itertools
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline import corrections
from pipeline.cluster import apply_corrections, build
from pipeline.corrections import Correction
from pipeline.model import Actor, Article, Evidence, Timex
from tests.test_corrections import build_articles, rows, tables

pytestmark = pytest.mark.long
EDITS = 200


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_articles(tmp_path_factory.mktemp("many"))


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "copy")
    return tmp_path / "copy"


def edits(root: Path, seed: int) -> Iterator[Correction]:
    """Corrections of every kind at random places, without end."""
    choose = random.Random(seed)
    articles = {a.article_id: a for a in rows(root, "articles", Article)}
    timexes, pieces, people = (rows(root, n, r) for n, r in (("timexes", Timex), ("evidence", Evidence), ("actors", Actor)))

    def place(row: Any) -> tuple[str, str, str, int]:
        article = articles[row.article_id]
        return article.text_hash, article.name, article.text[row.char_start : row.char_end], row.char_start

    def other() -> list[dict[str, Any]]:
        return [dict(zip(("text_hash", "article", "quote", "char_start"), place(choose.choice(pieces)), strict=True))]

    days = [{"date_start": f"2020-0{m}-01", "date_end": f"2020-0{m}-09"} for m in range(1, 9)]
    of_dates = [("reject_date", dict), ("set_date", lambda: choose.choice(days)), ("choose_alternative", lambda: {"rank": choose.randint(1, 2)})]
    fields = [("status", "denied"), ("status", "planned"), ("event_type", "AID"), ("title", "Another title"), ("speaker", "Norway")]
    of_events = [
        ("hide_event", dict), ("split_event", dict), ("set_field", lambda: dict(zip(("field", "value"), choose.choice(fields), strict=True))),
        ("merge_events", lambda: {"others": other()}),
        ("add_event", lambda: {"title": "Added", "event_type": "AID", "status": "happened", "actors": ["Kenya"], **choose.choice(days)}),
    ]  # fmt: skip
    of_actors = [
        ("rename_actor", lambda: {"name": f"Name {choose.randint(1, 5)}"}), ("merge_actors", lambda: {"into": choose.choice(people).name}),
        ("add_alias", lambda: {"alias": f"Alias {choose.randint(1, 5)}"}), ("hide_actor", dict),
        ("split_actor", lambda: {"alias": choose.choice(people).name, "name": "Somebody else"}),
    ]  # fmt: skip
    while True:
        if choose.random() < 0.1:
            article = choose.choice(list(articles.values()))
            yield Correction("set_published", article.text_hash, article.name, values={"published": choose.choice(["2021-03-04", "2021-06", "2023"])})
        elif choose.random() < 0.3:
            kind, values = choose.choice(of_actors)
            who = choose.choice(people)
            yield Correction(kind, values={"actor": who.name, "kind": who.kind, **values()})
        else:
            row = choose.choice([choose.choice(timexes), choose.choice(pieces)])
            kind, values = choose.choice(of_dates if isinstance(row, Timex) else of_events)
            yield Correction(kind, *place(row), values())


def write(root: Path, seed: int, *, count: int = EDITS, undoing: float = 0.0) -> None:
    choose = random.Random(seed)
    for correction in itertools.islice(edits(root, seed), count):
        corrections.add(root / "data", correction)
        if choose.random() < undoing:
            corrections.undo(root / "data", choose.choice(corrections.active(root / "data")).id)


@pytest.mark.parametrize("seed", range(2))
def test_a_rebuild_and_a_replay_give_the_same_tables_and_undoing_all_the_machines(root: Path, tmp_path: Path, seed: int) -> None:
    before = tables(root)
    write(root, seed, undoing=0.2)
    apply_corrections(root / "data")
    corrected = tables(root)
    assert corrected != before
    corrections.import_log(tmp_path / "data", corrections.export_log(root / "data"))
    build([root / "news"], tmp_path / "data")
    assert tables(tmp_path) == corrected
    standing = corrections.active(root / "data")
    for entry in random.Random(seed).sample(standing, len(standing)):
        corrections.undo(root / "data", entry.id)
    apply_corrections(root / "data")
    assert tables(root) == before


DASHBOARD = """
import sys
from pathlib import Path
from pipeline.cluster import apply_corrections
from tests.test_corrections_many import write
write(Path(sys.argv[1]), int(sys.argv[2]), count=int(sys.argv[3]))
apply_corrections(Path(sys.argv[1]) / "data")
"""


def test_two_dashboards_that_write_at_once_lose_nothing(root: Path, tmp_path: Path) -> None:
    wanted = [c for seed in (1, 2) for c in itertools.islice(edits(root, seed), EDITS // 2)]
    dashboards = [subprocess.Popen([sys.executable, "-c", DASHBOARD, str(root), str(seed), str(EDITS // 2)]) for seed in (1, 2)]
    assert [d.wait() for d in dashboards] == [0, 0]
    said = [e.correction for e in corrections.active(root / "data")]
    assert len(said) == len(wanted) and all(c in said for c in wanted)
    apply_corrections(root / "data")
    corrections.import_log(tmp_path / "data", corrections.export_log(root / "data"))
    build([root / "news"], tmp_path / "data")
    assert tables(tmp_path) == tables(root)


BUILD = "import sys; from pathlib import Path; from pipeline.cluster import apply_corrections; apply_corrections(Path(sys.argv[1]))"


def test_a_build_that_is_killed_loses_no_correction(root: Path, tmp_path: Path) -> None:
    write(root, 7)
    shutil.copytree(root, tmp_path / "whole")
    start = time.monotonic()
    subprocess.run([sys.executable, "-c", BUILD, str(tmp_path / "whole" / "data")], check=True)
    lasts = time.monotonic() - start
    for share in (0.4, 0.6, 0.8, 0.9):
        killed = subprocess.Popen([sys.executable, "-c", BUILD, str(root / "data")])
        time.sleep(share * lasts)
        killed.kill()
        killed.wait()
        assert len(corrections.active(root / "data")) == EDITS
        assert rows(root, "articles", Article)
    apply_corrections(root / "data")
    assert tables(root) == tables(tmp_path / "whole")
