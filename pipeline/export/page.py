"""One HTML page that stands alone: the events in the order of their days, with the words that gave them."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any, BinaryIO

import duckdb

from pipeline.export.nested import nested
from pipeline.query import Filters

HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Events</title><style>
:root { color-scheme: light dark; } body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
li { margin: 0 0 1.5rem; } time { font-weight: 600; } blockquote { margin: .3rem 0 0; padding-left: .8rem; border-left: 3px solid #8888; }
small { opacity: .75; } ol { list-style: none; padding: 0; }
</style></head><body><h1>Events</h1><ol>
"""
TAIL = "</ol></body></html>\n"


def write_html(con: duckdb.DuckDBPyConnection, filters: Filters, stream: BinaryIO) -> None:
    stream.write(HEAD.encode())
    for event in nested(con, filters)["events"]:
        stream.write("".join(_item(event)).encode("utf-8", "replace"))
    stream.write(TAIL.encode())


def _item(event: dict[str, Any]) -> Iterator[str]:
    """Everything from the articles is escaped; the page holds no script and loads nothing."""
    yield f'<li id="{html.escape(event["event_id"])}"><time>{_days(event)}</time> {html.escape(event["title"])}<br>'
    told = f"{event['event_type']}, {event['status']}, {event['n_independent']} independent sources"
    yield f"<small>{html.escape(told)}{_people(event)}</small>"
    for piece in event["evidence"]:
        place = f"{piece['article']} [{piece['char_start']}:{piece['char_end']}]"
        yield f"<blockquote>{html.escape(piece['text'])}<br><small>{html.escape(place)}</small></blockquote>"
    yield "</li>\n"


def _people(event: dict[str, Any]) -> str:
    return f"<br>{html.escape('; '.join(event['actors']))}" if event["actors"] else ""


def _days(event: dict[str, Any]) -> str:
    first, last = event["date_start"], event["date_end"]
    if not first and not last:
        return "undated"
    return html.escape(first if first == last else f"{first or '…'} – {last or '…'}")
