"""Builds: the same bytes however they are made, and nothing lost when they are cut short."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline import corpus, store
from pipeline.cluster import build
from pipeline.errors import InputError, StoreError
from pipeline.model import Article, DatingEvidence, Source
from pipeline.run import run
from pipeline.seeds import ARTICLES, read_seeds
from pipeline.tables import concat, to_records

SEED_FILES = sorted(ARTICLES.glob("*.txt"))


def contents(data: Path) -> dict[str, bytes]:
    """Every table of the current generation."""
    generation = store.current(data)
    assert generation
    return {str(f.relative_to(generation.path)): f.read_bytes() for f in sorted(generation.path.rglob("*.parquet"))}


def lasting(data: Path) -> dict[str, bytes]:
    """The tables that do not tell how the generation came about: all but the ids that went."""
    return {name: content for name, content in contents(data).items() if "event_forwards" not in name}


def names(data: Path) -> list[str]:
    generation = store.current(data)
    assert generation
    return [a.name for a in to_records(store.read_table(generation.path, "articles", Article), Article)]


def write_articles(path: Path, count: int) -> Path:
    rows = ({"id": f"n{i:04}", "text": f"Minister {i} met the council of town {i} on {i % 28 + 1} May 2021."} for i in range(count))
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def seeds_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("seeds")
    build([ARTICLES], data)
    return data


def test_the_order_of_the_files_changes_no_byte(seeds_built: Path, tmp_path: Path) -> None:
    build(SEED_FILES[::-1], tmp_path)
    assert lasting(tmp_path) == lasting(seeds_built)


def test_two_workers_give_the_bytes_of_one(seeds_built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "SHARD", 2)
    one, two = tmp_path / "one", tmp_path / "two"
    build(SEED_FILES, one)
    build(SEED_FILES[::-1], two, workers=2)
    assert len(list((one / "shards").iterdir())) > 1
    assert contents(two) == contents(one)
    assert sorted(names(two)) == sorted(names(seeds_built))


def test_shards_built_apart_tell_what_one_run_over_all_articles_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "SHARD", 1)
    build([ARTICLES], tmp_path)
    generation = store.current(tmp_path)
    assert generation
    sources = store.read_table(generation.path, store.SOURCES, Source)
    told = run(sources, read_seeds())
    proof = concat([told.reading.dating_evidence, told.relation.dating_evidence], DatingEvidence)
    for name, frame in (told.relation._asdict() | told.telling._asdict() | told.merging._asdict() | {"dating_evidence": proof}).items():
        record = store.TABLES[name]
        assert set(to_records(store.read_table(generation.path, name, record), record)) == set(to_records(frame, record)), name


@pytest.mark.cluster
def test_a_dask_cluster_gives_the_bytes_of_one_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import LocalCluster

    monkeypatch.setattr(corpus, "SHARD", 2)
    build(SEED_FILES, tmp_path / "one")
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:  # type: ignore[no-untyped-call]
        build(SEED_FILES, tmp_path / "dask", scheduler=cluster.scheduler_address)
    assert contents(tmp_path / "dask") == contents(tmp_path / "one")


def test_articles_added_one_by_one_give_the_bytes_of_all_at_once(seeds_built: Path, tmp_path: Path) -> None:
    build(SEED_FILES[3:], tmp_path)
    for file in SEED_FILES[:3]:
        build([file], tmp_path, add=True)
    assert lasting(tmp_path) == lasting(seeds_built)


def test_an_article_that_is_removed_is_gone_and_the_others_stay(tmp_path: Path) -> None:
    build([ARTICLES], tmp_path)
    gone = f"articles/{SEED_FILES[0].name}"
    assert build([], tmp_path, remove=[gone]).n_articles == len(SEED_FILES) - 1
    assert gone not in names(tmp_path)


def test_an_unknown_article_to_remove_is_named(tmp_path: Path) -> None:
    build([ARTICLES], tmp_path)
    (error,) = build([], tmp_path, remove=["nobody.txt"]).errors
    assert "nobody.txt" in str(error)


def test_a_file_that_changed_takes_the_place_of_its_older_self(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    for words in ("The court ruled on 3 May 2021.", "The court ruled on 4 May 2021."):
        file.write_text(words, encoding="utf-8")
        assert build([file], tmp_path / "data", add=True).n_articles == 1


def test_copies_under_two_names_are_two_articles_and_the_same_one_twice_is_one(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "Same words."}, {"id": "b", "text": "Same words."}, {"id": "a", "text": "Same words."}]
    file = tmp_path / "copies.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert build([file], tmp_path / "data").n_articles == 2


def test_a_rebuild_works_out_only_the_shard_that_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "SHARD", 20)
    build([write_articles(tmp_path / "n.jsonl", 100)], tmp_path / "data")
    made = {f: f.stat().st_mtime_ns for f in (tmp_path / "data" / "shards").glob("*/reading/sentences.parquet")}
    extra = tmp_path / "extra.jsonl"
    extra.write_text(json.dumps({"id": "extra", "text": "One article more."}), encoding="utf-8")
    build([extra], tmp_path / "data", add=True)
    kept = [f for f, stamp in made.items() if f.exists() and f.stat().st_mtime_ns == stamp]
    assert len(made) > 4 and len(kept) == len(made) - 1


def test_progress_counts_articles_up_to_all_of_them(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    build([ARTICLES], tmp_path, on_progress=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen) and seen[-1] == (len(SEED_FILES), len(SEED_FILES))


def test_when_nothing_can_be_read_the_tables_stay(tmp_path: Path) -> None:
    build([ARTICLES], tmp_path)
    before = contents(tmp_path)
    with pytest.raises(InputError, match="nowhere"):
        build([tmp_path / "nowhere"], tmp_path)
    assert contents(tmp_path) == before


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder", encoding="utf-8")
    with pytest.raises(StoreError, match=r"taken.*cannot be written"):
        build([ARTICLES], tmp_path / "taken")


def test_no_scheduler_at_the_address_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no-scheme"):
        build([ARTICLES], tmp_path, scheduler="no-scheme://127.0.0.1:1")


def test_damaged_tables_are_made_again(tmp_path: Path) -> None:
    build([ARTICLES], tmp_path)
    before = contents(tmp_path)
    generation = store.current(tmp_path)
    assert generation
    shutil.rmtree(generation.path)
    with pytest.raises(StoreError, match="build again"):
        store.current(tmp_path)
    build([ARTICLES], tmp_path)
    assert contents(tmp_path) == before


@pytest.mark.long
def test_a_build_killed_at_any_moment_leaves_readable_tables_and_a_rerun_ends_it(tmp_path: Path) -> None:
    data, file = tmp_path / "data", write_articles(tmp_path / "n.jsonl", 3_000)
    build([ARTICLES], data)
    command = [sys.executable, "-m", "pipeline", "build", str(file), "--data", str(data)]
    for tenths in range(5, 30, 4):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(tenths / 10)
        process.send_signal(signal.SIGKILL)
        process.wait()
        generation = store.current(data)
        assert generation
        for name, record in {**store.TABLES, store.SOURCES: Source}.items():
            store.read_table(generation.path, name, record)
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    build([file], tmp_path / "fresh")
    assert lasting(data) == lasting(tmp_path / "fresh")
