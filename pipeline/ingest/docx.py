"""Word files. The dates in their properties are those of the file and not of the publication: they are left aside."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import docx
import lxml.etree
from docx.opc.exceptions import OpcError
from docx.table import Table

from pipeline.errors import InputError
from pipeline.ingest.limits import MAX_FILE, MAX_TEXT, check_archive, is_locked, read_all
from pipeline.model import Source

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OpcError, lxml.etree.LxmlError, KeyError, ValueError, AttributeError, OSError, NotImplementedError)


def read_docx(stream: BinaryIO, name: str) -> Iterator[Source]:
    data = read_all(stream, MAX_FILE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_archive(archive)
            if any(map(is_locked, archive.infolist())):
                raise InputError("locked with a password; wanted one that opens without")
        document = docx.Document(io.BytesIO(data))
        text = "\n".join(line for block in document.iter_inner_content() for line in _lines(block))
        title = document.core_properties.title
    except BROKEN as error:
        raise InputError(f"no readable Word file ({error}); wanted a .docx") from error
    if len(text) > MAX_TEXT:
        raise InputError(f"{len(text):,} characters; at most {MAX_TEXT:,} were wanted")
    yield Source(name=name, text=text, title=title or None)


def _lines(block: object) -> Iterator[str]:
    """A paragraph is a line; of a table every row."""
    if isinstance(block, Table):
        yield from (" ".join(cell.text for cell in row.cells) for row in block.rows)
    else:
        yield str(getattr(block, "text", ""))
