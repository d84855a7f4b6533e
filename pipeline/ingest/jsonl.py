"""JSON lines: one article a line, with the fields of `annotate`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from pipeline.errors import InputError
from pipeline.ingest.published import read_published
from pipeline.model import Source

MAX_LINE = 4 * 2**20  # bytes; a thousand times a usual article
JSON_WORDS = {dict: "an object", list: "a list", int: "a number", float: "a number", bool: "true or false", type(None): "null", str: "a string"}
HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # JSON can escape one half of a pair; no file can hold it


def read_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | InputError]]:
    """Numbered lines without the empty ones; a longer line than MAX_LINE is an error and never held whole."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            size = len(line) + _skip_line(stream, line)
            yield number, InputError(f"the line has {size:,} bytes; at most {MAX_LINE:,} were wanted")
        elif line.strip():
            yield number, line


def _skip_line(stream: BinaryIO, line: bytes) -> int:
    """Bytes left out up to the end of a line of which `line` is the beginning."""
    size = 0
    while not line.endswith(b"\n") and (line := stream.readline(MAX_LINE)):
        size += len(line)
    return size


def read_object(line: bytes) -> dict[str, Any]:
    """The JSON object of one line. InputError says what stands there instead."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start + 1} is not UTF-8; wanted a JSON object in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"broken JSON ({error}); wanted one JSON object a line") from error
    if not isinstance(row, dict):
        raise InputError(f"found {JSON_WORDS[type(row)]}; wanted an object with id and text")
    return row


def read_source(row: dict[str, Any], name: str | None = None) -> Source:
    """The article of one object. `name` stands in for a missing id; without one the id is wanted."""
    published = read_published(row.get("published"))
    identity = _string(row, "id", "a name") or name
    if not identity:
        raise InputError("id is missing or empty; wanted a name as a string")
    text = _string(row, "text", "the words of the article")
    if text is None:
        raise InputError("text is missing; wanted the words of the article as a string")
    return Source(
        name=identity,
        text=text,
        title=_string(row, "title", "words") or None,
        source=_string(row, "source", "an outlet") or None,
        url=_string(row, "url", "an address") or None,
        published=published,
        published_basis="user" if published else None,
    )


def _string(row: dict[str, Any], field: str, wanted: str) -> str | None:
    value = row.get(field)
    if value is not None and not isinstance(value, str):
        raise InputError(f"{field} is {JSON_WORDS[type(value)]}; wanted {wanted} as a string")
    return None if value is None else HALF_CHARACTER.sub("\ufffd", value)


def read_jsonl(stream: BinaryIO, name: str) -> Iterator[Source | InputError]:
    """An article a line; a broken one is reported with its number and the rest goes on."""
    for number, line in read_lines(stream):
        place = f"{name}:{number}"
        try:
            if isinstance(line, InputError):
                raise line
            yield read_source(read_object(line), place)
        except InputError as error:
            yield InputError(f"{place}: {error}")
