"""JSON for TimelineJS. An event known to the year has no month there, and one without days is left out."""

from __future__ import annotations

import html
import json
from typing import Any, BinaryIO

import duckdb

from pipeline.export.nested import rows
from pipeline.query import Filters, flat_sql

PARTS = ("year", "month", "day")
KNOWN = {"year": 1, "decade": 1, "century": 1, "month": 2, "quarter": 2, "season": 2, "half": 2}  # parts of a date that are meant


def write_timelinejs(con: duckdb.DuckDBPyConnection, filters: Filters, stream: BinaryIO) -> None:
    events = [_slide(e) for e in rows(con, *flat_sql(filters)) if e["date_start"]]
    stream.write(json.dumps({"events": events}, ensure_ascii=False, indent=1).encode() + b"\n")


def _slide(event: dict[str, Any]) -> dict[str, Any]:
    slide = {
        "unique_id": event["event_id"],
        "start_date": _date(event["date_start"], event["precision"]),
        "text": {"headline": html.escape(event["title"]), "text": _words(event)},
        "group": event["event_type"],
    }
    if event["date_end"] and event["date_end"] != event["date_start"]:
        slide["end_date"] = _date(event["date_end"], event["precision"])
    return slide


def _date(day: str, precision: str | None) -> dict[str, int]:
    return {part: int(number) for part, number in list(zip(PARTS, day.split("-"), strict=True))[: KNOWN.get(precision or "", 3)]}


def _words(event: dict[str, Any]) -> str:
    """Shown as HTML by TimelineJS; everything from the articles is escaped."""
    said = f"<p>{html.escape(event['speaker'])}</p>" if event["speaker"] else ""
    source = html.escape(f"{event['article']}, {event['status']}, {event['edtf'] or ''}")
    return f"<p>{html.escape(event['quote'] or event['date_text'] or '')}</p>{said}<p><small>{source}</small></p>"
