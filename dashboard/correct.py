"""Forms that correct the table. Each change goes into the log, and the tables follow at once."""

from __future__ import annotations

from dashboard.detail import EventDetail
from dashboard.people import Profile


def draw_event_form(detail: EventDetail) -> None:
    """Drawn when there is a log to write to."""


def draw_actor_form(profile: Profile, names: list[str]) -> None:
    """Drawn when there is a log to write to."""
