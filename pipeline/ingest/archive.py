"""Zip archives: every file in them as if it lay in a folder. Nothing is unpacked to disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from pipeline.errors import InputError
from pipeline.ingest.formats import is_hidden, read_stream
from pipeline.ingest.limits import check_archive, is_locked
from pipeline.model import Source


def read_zip(stream: BinaryIO, name: str) -> Iterator[Source | InputError]:
    try:
        with zipfile.ZipFile(stream) as archive:
            check_archive(archive)
            for member in sorted(archive.infolist(), key=lambda m: m.filename):
                if not member.is_dir() and not is_hidden(member.filename):
                    yield from _member(archive, member, f"{name}/{member.filename}")
    except InputError as error:
        yield InputError(f"{name}: {error}")
    except (zipfile.BadZipFile, OSError) as error:
        yield InputError(f"{name}: no readable zip archive ({error}); wanted one of articles")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Iterator[Source | InputError]:
    if is_locked(member):
        yield InputError(f"{name}: locked with a password; wanted one that opens without")
        return
    try:
        with archive.open(member) as stream:
            yield from read_stream(cast(BinaryIO, stream), name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        yield InputError(f"{name}: damaged in the archive ({error}); wanted a whole file")
