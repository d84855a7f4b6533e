"""Every format that events can be taken away in."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

import duckdb

from pipeline.export.flat import write_csv, write_parquet
from pipeline.export.nested import write_json
from pipeline.query import Filters

Writer = Callable[[duckdb.DuckDBPyConnection, Filters, BinaryIO], None]
FORMATS: dict[str, Writer] = {
    "csv": write_csv,
    "json": write_json,
    "parquet": write_parquet,
}
