"""CSV and TSV tables: an article a row, the columns known by their usual names."""

from __future__ import annotations

import csv
import io
import logging
from collections.abc import Iterator
from typing import BinaryIO

from pipeline.errors import InputError
from pipeline.ingest.limits import MAX_FILE, MAX_TEXT, read_all
from pipeline.ingest.published import read_metadata
from pipeline.ingest.text import decode
from pipeline.model import Source

COLUMNS = {
    "id": ("id", "name", "article_id", "article"),
    "text": ("text", "body", "content", "article_text", "fulltext", "full_text"),
    "title": ("title", "headline"),
    "source": ("source", "outlet", "publisher", "publication", "media"),
    "url": ("url", "link", "address"),
    "published": ("published", "date", "published_at", "publication_date", "pubdate", "pub_date", "published_date", "publish_date"),
}
DELIMITERS = ",;\t|"

logger = logging.getLogger(__name__)


def read_table(stream: BinaryIO, name: str) -> Iterator[Source | InputError]:
    """An article a row. A date that is none, or could be two, is left out and logged."""
    text = decode(read_all(stream, MAX_FILE), name)
    csv.field_size_limit(MAX_TEXT)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        header = [cell.strip().lower() for cell in next(rows, [])]
        places = {field: next((header.index(n) for n in names if n in header), None) for field, names in COLUMNS.items()}
        if places["text"] is None:
            raise InputError(f"columns {', '.join(header)}; wanted one called {' or '.join(COLUMNS['text'])}")
        for row in rows:
            yield _source(row, places, f"{name}:{rows.line_num}")
    except csv.Error as error:
        yield InputError(f"{name}:{rows.line_num}: {error}; wanted a CSV table")


def _delimiter(text: str) -> str:
    """The one that cuts the first line into most cells."""
    first = text.split("\n", 1)[0]
    return max(DELIMITERS, key=lambda d: (first.count(d), -DELIMITERS.index(d)))


def _source(row: list[str], places: dict[str, int | None], place: str) -> Source:
    def cell(field: str) -> str | None:
        at = places[field]
        return row[at].strip() or None if at is not None and at < len(row) else None

    written = cell("published")
    published = read_metadata(written) if written else None
    if written and not published:
        logger.warning("%s: published is %r; read as not known, since a day as 2021-10-27 was wanted", place, written[:60])
    at = places["text"] or 0
    return Source(
        name=cell("id") or place,
        text=row[at] if at < len(row) else "",
        title=cell("title"),
        source=cell("source"),
        url=cell("url"),
        published=published,
        published_basis="metadata" if published else None,
        published_text=f"column: {written}" if published else None,
    )
