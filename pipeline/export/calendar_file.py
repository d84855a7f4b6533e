"""iCalendar (RFC 5545): an all-day entry for each event with days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, BinaryIO

import duckdb

from pipeline.export.nested import rows
from pipeline.query import Filters, flat_sql

LINE = 75  # octets, after which a line goes on in the next one behind a space
MADE = "19700101T000000Z"  # the standard wants a time of making; a real one would make no two files alike


def write_ics(con: duckdb.DuckDBPyConnection, filters: Filters, stream: BinaryIO) -> None:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Events//EN"]
    for event in rows(con, *flat_sql(filters)):
        if event["date_start"] and event["date_end"]:
            lines += _entry(event)
    lines.append("END:VCALENDAR")
    stream.write(b"".join(_folded(line) for line in lines))


def _entry(event: dict[str, Any]) -> Iterator[str]:
    after = date.fromisoformat(event["date_end"])
    after += timedelta(days=1) if after < date.max else timedelta()
    yield from ("BEGIN:VEVENT", f"UID:{event['event_id']}@dateline", f"DTSTAMP:{MADE}")
    yield f"DTSTART;VALUE=DATE:{event['date_start'].replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{after.isoformat().replace('-', '')}"
    yield f"SUMMARY:{_escaped(event['title'])}"
    yield f"DESCRIPTION:{_escaped(_description(event))}"
    yield from (f"CATEGORIES:{event['event_type']}", f"STATUS:{_status(event['status'])}", "TRANSP:TRANSPARENT", "END:VEVENT")


def _description(event: dict[str, Any]) -> str:
    said = f"{event['speaker']} " if event["speaker"] else ""
    return f"{event['quote'] or event['title']}\n{said}[{event['status']}; {event['edtf']}; {event['article']}]"


def _status(status: str) -> str:
    return {"cancelled": "CANCELLED", "denied": "CANCELLED", "happened": "CONFIRMED", "ongoing": "CONFIRMED"}.get(status, "TENTATIVE")


def _escaped(text: str) -> str:
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(plain, written)
    return "".join(c for c in text if c >= " " or c == "\t")


def _folded(line: str) -> bytes:
    """The line in pieces of LINE octets; no character is cut."""
    pieces = [b""]
    for character in line:
        octets = character.encode()
        if len(pieces[-1]) + len(octets) > LINE:
            pieces.append(b" ")
        pieces[-1] += octets
    return b"\r\n".join(pieces) + b"\r\n"
