"""Forms that correct the table. Each change goes into the log, and the tables follow at once."""

from __future__ import annotations

from dashboard.detail import EventDetail


def draw_event_form(detail: EventDetail) -> None:
    """Drawn when there is a log to write to."""
