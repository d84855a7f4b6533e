"""Every format that events can be taken away in."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import BinaryIO

import duckdb

from pipeline.export.calendar_file import write_ics
from pipeline.export.flat import write_csv, write_parquet
from pipeline.export.graph import write_graphml
from pipeline.export.nested import write_json
from pipeline.export.page import write_html
from pipeline.export.timelinejs import write_timelinejs
from pipeline.export.timeml import write_timeml
from pipeline.query import Filters, session

Writer = Callable[[duckdb.DuckDBPyConnection, Filters, BinaryIO], None]
FORMATS: dict[str, Writer] = {
    "csv": write_csv,
    "json": write_json,
    "parquet": write_parquet,
    "ics": write_ics,
    "timelinejs": write_timelinejs,
    "graphml": write_graphml,
    "timeml": write_timeml,  # a zip archive, a file an article
    "html": write_html,
}


def export_bytes(con: duckdb.DuckDBPyConnection, name: str, filters: Filters) -> bytes:
    """One of FORMATS as a whole, over a connection of its own: for a thread that is not the one of `con`."""
    with tempfile.TemporaryFile() as file:  # grown in memory it would be there twice
        FORMATS[name](session(con), filters, file)
        file.seek(0)
        return file.read()
