"""What a file may ask of the reader."""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from pipeline.errors import InputError

MAX_TEXT = 4 * 2**20  # bytes of one article; a thousand times a usual one
MAX_FILE = 64 * 2**20  # bytes of a file that wraps its text in a format
MAX_PAGES = 2_000
MAX_SECONDS = 60.0  # for one document, checked between pages
MAX_MEMBERS = 100_000  # files in an archive
MAX_UNPACKED = 4 * 2**30  # bytes of all files of an archive
ENCRYPTED = 0x1  # bit of a member's flags
MAX_RATIO = 200  # unpacked to packed; text packs about 4 to 1, a bomb 1000 to 1


def read_all(stream: BinaryIO, limit: int) -> bytes:
    """The whole of `stream`. InputError when it is longer than `limit` bytes."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(f"longer than {limit:,} bytes; at most that was wanted")
    return data


def check_archive(archive: zipfile.ZipFile) -> None:
    """InputError for an archive that would unpack to more than is reasonable."""
    members = archive.infolist()
    unpacked, packed = sum(m.file_size for m in members), sum(m.compress_size for m in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED:
        raise InputError(f"{len(members):,} files of {unpacked:,} bytes; at most {MAX_MEMBERS:,} of {MAX_UNPACKED:,} were wanted")
    if unpacked > MAX_RATIO * max(packed, 1):
        raise InputError(f"unpacks to {unpacked // max(packed, 1)} times its size; at most {MAX_RATIO} times was wanted")


def is_locked(member: zipfile.ZipInfo) -> bool:
    """Whether a file of an archive opens with a password only."""
    return bool(member.flag_bits & ENCRYPTED)
