"""Files and folders -> sources, and a reason for each that gave nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.errors import InputError
from pipeline.ingest.archive import read_zip
from pipeline.ingest.formats import ARCHIVE, KNOWN, is_hidden, read_stream, suffix_of
from pipeline.model import Source


def read_paths(paths: Iterable[Path]) -> Iterator[Source | InputError]:
    """Every article of files and folders, and an InputError for each place that has none where one was wanted."""
    for path in paths:
        if path.is_dir():
            yield from _read_folder(path)
        elif path.exists():
            yield from read_file(path, f"{path.resolve().parent.name}/{path.name}")
        else:
            yield InputError(f"{path}: no such file or folder; wanted articles ({KNOWN})")


def _read_folder(folder: Path) -> Iterator[Source | InputError]:
    """Articles are named from the folder on, so that a name says nothing about the machine."""
    files = {f: f.relative_to(folder).as_posix() for f in sorted(folder.rglob("*")) if f.is_file()}
    files = {file: name for file, name in files.items() if not is_hidden(name)}
    if not files:
        yield InputError(f"{folder}: a folder without articles; wanted files ({KNOWN})")
    for file, name in files.items():
        yield from read_file(file, f"{folder.resolve().name}/{name}")


def read_file(path: Path, name: str) -> Iterator[Source | InputError]:
    """The articles of one file under `name`."""
    try:
        with path.open("rb") as stream:
            yield from read_zip(stream, name) if suffix_of(name) == ARCHIVE else read_stream(stream, name)
    except OSError as error:
        yield InputError(f"{path}: {error.strerror or error}; wanted a file that can be read")
