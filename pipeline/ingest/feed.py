"""RSS and Atom feeds: an article an entry."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import feedparser

from pipeline.errors import InputError
from pipeline.ingest.html import plain_text
from pipeline.ingest.limits import MAX_FILE, read_all
from pipeline.ingest.published import read_metadata
from pipeline.model import Source

ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)


def read_feed(stream: BinaryIO, name: str) -> Iterator[Source | InputError]:
    data = read_all(stream, MAX_FILE)
    if ENTITY.search(data):
        raise InputError("XML that defines entities; wanted a feed without")
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version"):
        raise InputError("XML that is no feed; wanted RSS or Atom")
    for number, entry in enumerate(feed.get("entries", []), 1):
        yield _source(entry, feed.feed.get("title"), f"{name}:{number}")


def _source(entry: Any, outlet: str | None, place: str) -> Source:
    written = entry.get("published") or ""
    published = read_metadata(written)
    body = entry.content[0].value if entry.get("content") else entry.get("summary", "")
    link = entry.get("link")
    return Source(
        name=entry.get("id") or link or place,
        text=plain_text(body),
        title=plain_text(entry.get("title", "")) or None,
        source=(entry.get("source") or {}).get("title") or outlet or None,
        url=link if link and link.startswith(("http://", "https://")) else None,
        published=published,
        published_basis="metadata" if published else None,
        published_text=f"feed: {written}" if published else None,
    )
