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
         "date_start": first, "date_end": last} for k, (first, last) in enumerate(days)
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


def test_a_computer_without_a_browser_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "find_browser", lambda: None)
    with pytest.raises(OSError, match="Chromium"):
        picture.draw(timeline_figure(rows((date(2024, 3, 1), date(2024, 3, 2))), dark=False), "png")
