"""The timeline as a figure: no bar hides another, and a picture that does not come is told in words."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from dashboard import picture
from dashboard.timeline_figure import place_bars, timeline_figure


def rows(*days: tuple[date, date]) -> pd.DataFrame:
    lines = [
        {"lane": "Harbour union", "event_id": str(k), "title": "<b>Talks</b>", "event_type": "CONSULT", "status": "planned", "precision": "day",
         "conflict": k == 1, "date_start": first, "date_end": last} for k, (first, last) in enumerate(days)
    ]  # fmt: skip
    return pd.DataFrame(lines)


def test_bars_of_one_row_do_not_touch() -> None:
    days = [(date(2024, 3, d), date(2024, 3, d + n)) for d, n in ((1, 5), (2, 0), (4, 9), (7, 1), (20, 0))]
    bars, _ = place_bars(rows(*days), timedelta(days=3))
    assert len(bars) == len(days)
    assert all(a.row != b.row or a.last < b.first or b.last < a.first for a in bars for b in bars if a is not b)


def test_a_short_event_is_wide_enough_to_see() -> None:
    (bar,), _ = place_bars(rows((date(2024, 3, 1), date(2024, 3, 1))), timedelta(days=10))
    assert bar.last - bar.first == timedelta(days=10)


def test_titles_are_shown_as_text() -> None:
    figure = timeline_figure(rows((date(2024, 3, 1), date(2024, 3, 2))), dark=False)
    assert figure.data[0].hovertext[0].startswith("&lt;b&gt;Talks")


def test_a_picture_has_the_titles_that_fit_before_the_next_bar() -> None:
    starts = (date(2024, 3, 1), date(2024, 3, 6), date(2024, 3, 28))
    days = rows(*[(day, day) for day in starts]).assign(title="The harbour union met the minister")
    (titles,) = [t for t in timeline_figure(days, dark=False, width=1600).data if t.type == "scatter" and t.mode == "text" and "▲" not in t.text]
    assert len(titles.text[0]) < len(titles.text[1]) == len("The harbour union met the minister")


def test_what_is_only_planned_is_an_outline_and_a_dispute_has_its_sign() -> None:
    days = rows(*[(date(2024, 3, 1), date(2024, 3, 2))] * 3).assign(status=["happened", "planned", "denied"])
    figure = timeline_figure(days, dark=False)
    bars = figure.data[0]
    filled = dict(zip(bars.customdata, bars.marker.color, strict=True))
    assert filled["0"] != filled["1"] == filled["2"] == "#FFFFFF"
    assert {"planned", "denied or cancelled", "disputed date"} <= {trace.name for trace in figure.data}


def test_a_computer_without_a_browser_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "find_browser", lambda: None)
    with pytest.raises(OSError, match="Chromium"):
        picture.draw(timeline_figure(rows((date(2024, 3, 1), date(2024, 3, 2))), dark=False), "png")
