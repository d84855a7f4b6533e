"""The flat events table as CSV for spreadsheets, and as Parquet."""

from __future__ import annotations

import codecs
import csv
import io
import re
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO

import duckdb
import pyarrow.parquet as pq

from pipeline.query import Filters, flat_parts

CHUNK = 1 << 20  # bytes
# A spreadsheet runs a cell that begins with one of these; an apostrophe before it makes it text. Cells that begin so
# already get one more, and reading back takes one away.
NEUTRALISED = re.compile(r"'+[=+\-@\t\r]")
BEGINS_SO = r"""{0}[1] IN ('=', '+', '-', '@', chr(9), chr(13), '''') AND regexp_matches({0}, '^''*[=+\-@\t\r]')"""
NEUTRAL = f"CASE WHEN {BEGINS_SO} THEN '''' || {{0}} ELSE {{0}} END AS {{0}}"


def write_csv(con: duckdb.DuckDBPyConnection, filters: Filters, stream: BinaryIO) -> None:
    """UTF-8 with a byte order mark, which spreadsheets need to read it as such; no cell can run as a formula."""
    stream.write(codecs.BOM_UTF8)
    with tempfile.TemporaryDirectory() as folder:
        for k, (sql, params) in enumerate(flat_parts(con, filters)):
            path = Path(folder) / "part.csv"
            copy_cells(con, sql, params, path, header=k == 0)
            with path.open("rb") as part:
                shutil.copyfileobj(part, stream, CHUNK)


def copy_cells(con: duckdb.DuckDBPyConnection, sql: str, params: list[Any], path: Path, *, header: bool) -> None:
    """The rows of `sql` as a CSV file, neutralised and written by the database: on all cores, and other threads go on."""
    found = con.sql(sql, params=params)
    columns = zip(found.columns, map(str, found.types), strict=True)
    cells = [NEUTRAL.format(f'"{name}"') if kind == "VARCHAR" else f'"{name}"' for name, kind in columns]
    con.sql(f"SELECT {', '.join(cells)} FROM ({sql})", params=params).write_csv(str(path), header=header)


def read_csv(data: bytes) -> list[dict[str, str]]:
    """What `write_csv` wrote: one row an event, every cell as it was before it was neutralised."""
    rows: Iterable[dict[str, str]] = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{column: cell[1:] if NEUTRALISED.match(cell) else cell for column, cell in row.items()} for row in rows]


def write_parquet(con: duckdb.DuckDBPyConnection, filters: Filters, stream: BinaryIO) -> None:
    with ExitStack() as opened:
        file: pq.ParquetWriter | None = None
        for sql, params in flat_parts(con, filters):
            rows = con.sql(sql, params=params).to_arrow_table()
            file = file or opened.enter_context(pq.ParquetWriter(stream, rows.schema, compression="zstd"))
            file.write_table(rows)
