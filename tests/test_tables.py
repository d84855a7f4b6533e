"""Records to frames and back, and what a stage promises."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from pipeline.model import Alternative, Source, Timex
from pipeline.tables import concat, stage, to_arrow, to_records, to_table, with_column

UNRESOLVED = Timex(
    "t1", "a1", 3, 9, "Friday", "DATE", "XXXX-WXX-5", None, None, None, None, None, None, "relative.weekday", None, 0.5, False, "no publication date", ""
)  # fmt: skip


def test_records_come_back_as_they_were() -> None:
    rows = [UNRESOLVED, Timex(*[*UNRESOLVED_CELLS[:9], date(2024, 7, 19), date(2024, 7, 20), date(2024, 7, 19), *UNRESOLVED_CELLS[12:]])]
    assert to_records(to_table(rows, Timex), Timex) == rows


UNRESOLVED_CELLS = [getattr(UNRESOLVED, f) for f in Timex.__dataclass_fields__]


def test_an_empty_table_has_its_columns_and_types() -> None:
    empty, full = to_table((), Timex), to_table([UNRESOLVED], Timex)
    assert list(empty.columns) == list(full.columns)
    assert (empty.dtypes == full.dtypes).all()
    assert len(concat([], Timex)) == 0


def test_one_column_is_written_anew_and_keeps_its_type() -> None:
    frame = to_table([UNRESOLVED, UNRESOLVED], Timex)
    again = with_column(frame, Timex, "reason", [None, "no verb"])
    assert [t.reason for t in to_records(again, Timex)] == [None, "no verb"]
    assert list(again.dtypes) == list(frame.dtypes)
    assert list(frame["reason"]) == ["no publication date"] * 2


def test_days_reach_arrow_as_days() -> None:
    row = Alternative("t1", 1, date(1, 1, 1), date(9999, 12, 31), "the weekday is right", 0.8)
    assert to_arrow(to_table([row], Alternative), Alternative).to_pylist()[0]["date_end"] == date(9999, 12, 31)


def test_a_stage_refuses_a_frame_with_other_columns() -> None:
    @stage(Source)
    def forget_a_column() -> pd.DataFrame:
        return to_table((), Source).drop(columns="url")

    with pytest.raises(TypeError, match="forget_a_column"):
        forget_a_column()
