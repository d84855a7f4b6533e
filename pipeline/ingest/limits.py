"""What a file may ask of the reader."""

from __future__ import annotations

from typing import BinaryIO

from pipeline.errors import InputError

MAX_TEXT = 4 * 2**20  # bytes of one article; a thousand times a usual one
MAX_FILE = 64 * 2**20  # bytes of a file that wraps its text in a format


def read_all(stream: BinaryIO, limit: int) -> bytes:
    """The whole of `stream`. InputError when it is longer than `limit` bytes."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(f"longer than {limit:,} bytes; at most that was wanted")
    return data
