"""The wall clock. Only the stamp of a correction reads it; nothing that decides a result may."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp() -> str:
    """This moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
