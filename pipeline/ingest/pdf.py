"""PDF files with a text layer."""

from __future__ import annotations

import io
import struct
import time
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import pypdf
from pypdf.errors import PyPdfError

from pipeline.errors import InputError
from pipeline.ingest.limits import MAX_FILE, MAX_PAGES, MAX_SECONDS, MAX_TEXT, read_all
from pipeline.model import Source

# What the library lets through from broken files beside its own errors.
BROKEN = (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, NotImplementedError, OSError, struct.error, zlib.error)


def read_pdf(stream: BinaryIO, name: str) -> Iterator[Source]:
    data = read_all(stream, MAX_FILE)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        _check(reader)
        text = "\n\n".join(_pages(reader))
        title = reader.metadata.title if reader.metadata else None
    except BROKEN as error:
        raise InputError(f"no readable PDF ({error}); wanted one with a text layer") from error
    if not text.strip():
        raise InputError("a PDF without a text layer, perhaps a scan; wanted one whose words can be copied")
    yield Source(name=name, text=text, title=str(title).strip() or None if title else None)


def _check(reader: pypdf.PdfReader) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError("a PDF with a password; wanted one that opens without")
    if len(reader.pages) > MAX_PAGES:
        raise InputError(f"{len(reader.pages)} pages; at most {MAX_PAGES} were wanted")


def _pages(reader: pypdf.PdfReader) -> Iterator[str]:
    """The text of each page. InputError when it is too much, or takes too long, which only a hostile file does."""
    begun, length = time.monotonic(), 0
    for page in reader.pages:
        text = page.extract_text()
        length += len(text)
        if length > MAX_TEXT or time.monotonic() - begun > MAX_SECONDS:
            raise InputError(f"more than {MAX_TEXT:,} characters or {MAX_SECONDS:.0f} seconds of work; an article was wanted")
        yield text
