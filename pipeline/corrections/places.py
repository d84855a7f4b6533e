"""Where the words of a correction stand now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from pipeline.model import Article


class Place(NamedTuple):
    article_id: str
    start: int
    end: int


class Finder:
    """Finds the words of corrections in a corpus whose files may have changed a little since."""

    def __init__(self, articles: Iterable[Article], text_of: Callable[[str], str]) -> None:
        self._by_text: dict[str, list[str]] = {}
        self._by_name: dict[str, list[str]] = {}
        self._text_of = text_of
        for article in articles:
            self._by_text.setdefault(article.text_hash, []).append(article.article_id)
            self._by_name.setdefault(article.name, []).append(article.article_id)

    def places(self, text_hash: str | None, article: str | None, quote: str | None, char_start: int | None) -> list[Place]:
        """One place in each copy of the text. When no text is the same: where the article of that name has the words,
        nearest to where they stood. None when they are gone."""
        same = self._by_text.get(text_hash or "", [])
        if char_start is None or not quote:
            return [Place(a, 0, 0) for a in same or self._by_name.get(article or "", [])]
        if same:
            return [Place(a, char_start, char_start + len(quote)) for a in same]
        found = (_nearest(a, self._text_of(a), quote, char_start) for a in self._by_name.get(article or "", []))
        return [place for place in found if place]


def _nearest(article_id: str, text: str, quote: str, char_start: int) -> Place | None:
    starts = [m.start() for m in re.finditer(re.escape(quote), text)]
    if not starts:
        return None
    start = min(starts, key=lambda s: (abs(s - char_start), s))
    return Place(article_id, start, start + len(quote))


def best_overlap(rows: Iterable[Any], place: Place) -> Any | None:
    """The row about most of the words at `place`; None when none is about any of them."""
    near = [(_overlap(r, place), -abs(r.char_end - r.char_start), r) for r in rows if r.article_id == place.article_id]
    best = max(near, key=lambda found: found[:2], default=(0, 0, None))
    return best[2] if best[0] else None


def _overlap(row: Any, place: Place) -> int:
    first, last = max(row.char_start, place.start), min(row.char_end, place.end)
    return int(max(0, last - first))
