"""Plain text, whatever its encoding."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import BinaryIO

from charset_normalizer import from_bytes

from pipeline.errors import InputError
from pipeline.ingest.limits import MAX_TEXT, read_all
from pipeline.model import Source

BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # characters that no text holds
WESTERN = "windows-1252"  # what most files that are not UTF-8 turn out to be
WESTERN_SHARE = 0.15  # of bytes above ASCII: with more, the letters themselves are of another script

logger = logging.getLogger(__name__)


def read_text(stream: BinaryIO, name: str) -> Iterator[Source]:
    yield Source(name=name, text=decode(read_all(stream, MAX_TEXT), name))


def decode(data: bytes, name: str) -> str:
    """The characters of `data`; a guess about its encoding is logged. InputError for what is no text."""
    encoding = BYTE_ORDER_MARKS.get(data[:2]) or BYTE_ORDER_MARKS.get(data[:3]) or "utf-8"
    if encoding != "utf-16" and CONTROL.search(data):
        raise InputError(f"a binary file (byte {CONTROL.search(data).start() + 1}); wanted text")  # type: ignore[union-attr]
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        guess = _guess(data)
        logger.warning("%s: not UTF-8; read as %s", name, guess)
        return data.decode(guess, errors="replace")


def _guess(data: bytes) -> str:
    if sum(byte > 127 for byte in data) < WESTERN_SHARE * len(data):
        return WESTERN
    best = from_bytes(data).best()
    return best.encoding if best else WESTERN
