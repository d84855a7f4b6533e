"""The end of a file's name -> its reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from pipeline.errors import InputError
from pipeline.ingest.docx import read_docx
from pipeline.ingest.feed import read_feed
from pipeline.ingest.html import read_html
from pipeline.ingest.jsonl import read_jsonl
from pipeline.ingest.pdf import read_pdf
from pipeline.ingest.spreadsheet import read_table
from pipeline.ingest.text import read_text
from pipeline.model import Source

Reader = Callable[[BinaryIO, str], Iterator[Source] | Iterator[Source | InputError]]
READERS: dict[str, Reader] = {
    "": read_text,
    **dict.fromkeys((".txt", ".text", ".md"), read_text),
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_html),
    ".pdf": read_pdf,
    ".docx": read_docx,
    **dict.fromkeys((".csv", ".tsv"), read_table),
    **dict.fromkeys((".rss", ".atom", ".xml"), read_feed),
    **dict.fromkeys((".jsonl", ".ndjson"), read_jsonl),
}
ARCHIVE = ".zip"
KNOWN = " ".join([*(suffix for suffix in READERS if suffix), ARCHIVE])


def read_stream(stream: BinaryIO, name: str) -> Iterator[Source | InputError]:
    """The articles in `stream`; the end of `name` tells the format."""
    reader = READERS.get(suffix_of(name))
    if reader is None:
        yield InputError(f"{name}: files of this kind are not read here; wanted one of {KNOWN}")
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


def suffix_of(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def is_hidden(name: str) -> bool:
    """Files that systems keep for themselves."""
    return any(part.startswith((".", "__MACOSX")) and part != ".." for part in PurePosixPath(name).parts)
