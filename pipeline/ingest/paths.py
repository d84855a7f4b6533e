"""Files and folders -> sources: one reader a format, and a reason for each file that gave nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import InputError
from pipeline.ingest.jsonl import read_jsonl
from pipeline.ingest.text import read_text
from pipeline.model import Source

Reader = Callable[[BinaryIO, str], Iterator[Source | InputError]]
READERS: dict[str, Reader] = {
    "": read_text,
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}
KNOWN = " ".join(suffix for suffix in READERS if suffix)


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
    files = sorted(f for f in folder.rglob("*") if f.is_file() and not _is_hidden(f.relative_to(folder)))
    if not files:
        yield InputError(f"{folder}: a folder without articles; wanted files ({KNOWN})")
    for file in files:
        yield from read_file(file, f"{folder.resolve().name}/{file.relative_to(folder).as_posix()}")


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def read_file(path: Path, name: str) -> Iterator[Source | InputError]:
    """The articles of one file under `name`."""
    try:
        with path.open("rb") as stream:
            yield from read_stream(stream, name)
    except OSError as error:
        yield InputError(f"{path}: {error.strerror or error}; wanted a file that can be read")


def read_stream(stream: BinaryIO, name: str) -> Iterator[Source | InputError]:
    """The articles in `stream`; the end of `name` tells the format."""
    reader = READERS.get(_suffix(name))
    if reader is None:
        yield InputError(f"{name}: files of this kind are not read; wanted one of {KNOWN}")
        return
    try:
        empty = True
        for found in reader(stream, name):
            empty = False
            yield _with_words(found)
        if empty:
            yield InputError(f"{name}: empty; wanted at least one article")
    except InputError as error:
        yield InputError(f"{name}: {error}")


def _with_words(found: Source | InputError) -> Source | InputError:
    if isinstance(found, Source) and not found.text.strip():
        return InputError(f"{found.name}: empty; wanted the words of an article")
    return found


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()
