"""The flat events table as CSV for spreadsheets, and as Parquet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, BinaryIO

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.query import Filters, flat_events

# A spreadsheet runs a cell that begins with one of these; an apostrophe before it makes it text. Cells that begin so
# already get one more, and reading back takes one away.
DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
NEUTRALISED = re.compile(r"'+[=+\-@\t\r]")


def write_csv(con: duckdb.DuckDBPyConnection, filters: Filters, stream: BinaryIO) -> None:
    stream.write(csv_bytes(flat_events(con, filters)))


def csv_bytes(events: pd.DataFrame) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need to read it as such; no cell can run as a formula."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(events.columns)
    rows.writerows(_rows(events))
    return text.getvalue().encode("utf-8-sig")


def _rows(events: pd.DataFrame) -> Iterator[list[str]]:
    columns = [pa.array(events[c], from_pandas=True).to_pylist() for c in events.columns]
    return ([neutralise(_cell(value)) for value in row] for row in zip(*columns, strict=True))


def _cell(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def neutralise(cell: str) -> str:
    """
    >>> neutralise("=1+1"), neutralise("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{cell}" if DANGEROUS.match(cell) else cell


def read_csv(data: bytes) -> list[dict[str, str]]:
    """What `csv_bytes` wrote: one row an event, every cell as it was before it was neutralised."""
    rows: Iterable[dict[str, str]] = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{column: cell[1:] if NEUTRALISED.match(cell) else cell for column, cell in row.items()} for row in rows]


def write_parquet(con: duckdb.DuckDBPyConnection, filters: Filters, stream: BinaryIO) -> None:
    pq.write_table(pa.Table.from_pandas(flat_events(con, filters), preserve_index=False).replace_schema_metadata(), stream, compression="zstd")
