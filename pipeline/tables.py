"""Records in, DataFrames out and back: the only place that chooses pandas dtypes."""

from __future__ import annotations

import dataclasses
import functools
import logging
import weakref
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any, ParamSpec, TypeVar, get_type_hints

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

P = ParamSpec("P")
R = TypeVar("R")

logger = logging.getLogger(__name__)

Pieces = Callable[[], Iterator[pd.DataFrame]]  # a table of a whole corpus, some articles at a time, gone through as often as wanted

ARROW_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: pa.date32()}

EPOCH = date(1970, 1, 1).toordinal()  # the day from which Arrow counts
REMEMBERED_ROWS = 50_000  # a frame with more is of a whole corpus, whose records would only fill memory
_known: dict[tuple[int, type], list[Any]] = {}  # (id of a frame that lives, class of its records) -> the records


@functools.cache
def schema_of(record: type) -> pa.Schema:
    """Arrow schema of a record class: field order, types, and which may be empty."""
    hints = get_type_hints(record)
    return pa.schema([_field(f.name, hints[f.name]) for f in dataclasses.fields(record)])


def _field(name: str, hint: Any) -> pa.Field:
    kinds = [k for k in getattr(hint, "__args__", (hint,)) if k is not type(None)]
    return pa.field(name, ARROW_TYPES[kinds[0]], nullable=hint not in ARROW_TYPES)


def from_arrow(table: pa.Table) -> pd.DataFrame:
    return pd.DataFrame({name: pd.arrays.ArrowExtensionArray(column) for name, column in zip(table.column_names, table.columns, strict=True)}, copy=False)


def to_table(rows: Iterable[Any], record: type) -> pd.DataFrame:
    """A frame with the columns of `record`, one row an instance."""
    schema = schema_of(record)
    cells = list(zip(*map(attrgetter(*schema.names), rows), strict=True)) or [()] * len(schema)
    columns = [pa.array(column, type=f.type) for column, f in zip(cells, schema, strict=True)]
    return from_arrow(pa.Table.from_arrays(columns, schema=schema))


def from_rows(rows: Iterable[tuple[Any, ...]], record: type) -> pd.DataFrame:
    """As `to_table`, of plain tuples in the order of the record's fields: made in a third of the time of frozen records."""
    schema = schema_of(record)
    cells = list(zip(*rows, strict=True)) or [()] * len(schema)
    columns = [pa.array(column, type=f.type) for column, f in zip(cells, schema, strict=True)]
    return from_arrow(pa.Table.from_arrays(columns, schema=schema))


def in_one(frame: pd.DataFrame) -> Pieces:
    return lambda: iter((frame,))


def sorted_rows(frame: pd.DataFrame, columns: list[str]) -> np.ndarray[Any, Any]:
    """Positions of the rows in the order of these columns; of equal rows the earlier first."""
    table = pa.table({name: pa.array(frame[name], from_pandas=True) for name in columns})
    return np.asarray(pc.sort_indices(table, sort_keys=[(name, "ascending") for name in columns]).to_numpy().astype(np.int64))


def ordinals(days: pd.Series) -> np.ndarray[Any, Any]:
    """Days as ordinals, 0 where there is none.

    >>> ordinals(pd.Series([date(1970, 1, 2), None]))
    array([719164,      0])
    """
    counted = pa.array(days, type=pa.date32(), from_pandas=True).cast(pa.int32())
    return np.asarray(counted.fill_null(-EPOCH).to_numpy().astype(np.int64) + EPOCH)


def remembered(function: Callable[P, R]) -> Callable[P, R]:
    """For what several stages make of the same frames: made once, and kept as long as all these frames live."""
    known: dict[tuple[int, ...], R] = {}

    @functools.wraps(function)
    def look_up(*args: P.args, **kwargs: P.kwargs) -> R:
        key = tuple(map(id, args))
        if key not in known:
            known[key] = function(*args, **kwargs)
            for frame in args:
                weakref.finalize(frame, known.pop, key, None).atexit = False
        return known[key]

    return look_up


def to_arrow(frame: pd.DataFrame, record: type) -> pa.Table:
    """Inverse of `from_arrow`, with the types of `record`. A column that is missing raises KeyError."""
    schema = schema_of(record)
    return pa.Table.from_arrays([pa.array(frame[f.name], type=f.type, from_pandas=True) for f in schema], schema=schema)


def to_records(frame: pd.DataFrame, record: type) -> list[Any]:
    """The rows as instances of `record`; empty cells are None. Other columns are left aside.

    Stages ask for the same records one after another: those of a batch are made once and kept as long as its frame lives.
    """
    if len(frame) > REMEMBERED_ROWS:
        return _read(frame, record)
    key = (id(frame), record)
    if key not in _known:
        _known[key] = _read(frame, record)
        weakref.finalize(frame, _known.pop, key, None).atexit = False
    return _known[key].copy()


def _read(frame: pd.DataFrame, record: type) -> list[Any]:
    """Filled slot by slot, column by column: calling a frozen class would take more than twice as long."""
    rows: list[Any] = [object.__new__(record) for _ in range(len(frame))]
    for field in schema_of(record):
        cells = _cells(pa.array(frame[field.name], from_pandas=True))
        deque(map(getattr(record, field.name).__set__, rows, cells), maxlen=0)
    return rows


def _cells(column: pa.Array) -> list[Any]:
    if column.null_count and pa.types.is_primitive(column.type):
        return list(column.to_pylist())
    return list(column.to_numpy(zero_copy_only=False).tolist())


def with_column(frame: pd.DataFrame, record: type, name: str, cells: list[Any]) -> pd.DataFrame:
    """The frame with other cells in one column of `record`."""
    column = pa.array(cells, type=schema_of(record).field(name).type)
    return frame.assign(**{name: pd.arrays.ArrowExtensionArray(pa.chunked_array([column]))})


def concat(frames: Iterable[pd.DataFrame], record: type) -> pd.DataFrame:
    """Frames of one record below each other; none at all give the empty frame."""
    frames = list(frames)
    return pd.concat(frames, ignore_index=True) if frames else to_table((), record)


def stage(*records: type) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A pipeline stage: checks that each frame returned has the columns of its record, and logs one line."""

    def wrap(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            result = function(*args, **kwargs)
            frames = result if isinstance(result, tuple) else (result,)
            for frame, record in zip(frames, records, strict=True):
                _check(frame, record, function.__name__)
            logger.info("%s: %s", function.__name__, ", ".join(f"{len(f)} {r.__name__}" for f, r in zip(frames, records, strict=True)))
            return result

        return run

    return wrap


def _check(frame: Any, record: type, place: str) -> None:
    wanted = schema_of(record).names
    if list(frame.columns) != wanted:
        raise TypeError(f"{place}: columns {list(frame.columns)}; {record.__name__} has {wanted}")
