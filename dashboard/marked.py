"""Texts of others as HTML: escaped, with the spans that matter marked. Nothing in them is ever read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlsplit

LINE_END = re.compile(r"\s*\n\s*")


class Mark(NamedTuple):
    """A span of a text, in its code points, end excluded."""

    start: int
    end: int
    kind: str  # date, actor, event, furniture, chosen, proof
    note: str = ""


def paint(text: str, marks: Iterable[Mark], *, offset: int = 0) -> str:
    """`text` as HTML with its marks, which may overlap. `offset` is where `text` begins in the article.

    >>> paint("a <b> c", [Mark(2, 5, "date", "a note")])
    'a <mark class="date" title="a note">&lt;b&gt;</mark> c'
    """
    moved = [m._replace(start=max(0, m.start - offset), end=min(len(text), m.end - offset)) for m in marks]
    inside = [m for m in moved if m.start < m.end]
    cuts = sorted({0, len(text), *(m.start for m in inside), *(m.end for m in inside)})
    opening = sorted(inside, key=lambda m: m.start)
    return "".join(_segment(text[a:b], [m for m in opening if m.start <= a and b <= m.end]) for a, b in pairwise(cuts))


def _segment(text: str, marks: Sequence[Mark]) -> str:
    if not marks:
        return escape(text, quote=False)
    kinds = " ".join(dict.fromkeys(m.kind for m in marks))
    notes = "; ".join(dict.fromkeys(m.note for m in marks if m.note))
    title = f' title="{escape(notes)}"' if notes else ""
    return f'<mark class="{kinds}"{title}>{escape(text, quote=False)}</mark>'


def in_paragraphs(painted: str) -> str:
    """Painted text with room between its lines, each of which is a paragraph in most articles.

    >>> in_paragraphs("One.\\n\\nTwo.")
    'One.<span class="gap"></span>Two.'
    """
    return LINE_END.sub('<span class="gap"></span>', painted)


def safe_link(url: str | None, words: str) -> str:
    """A link when `url` is http(s), else the words alone.

    >>> safe_link("javascript:alert(1)", "here")
    'here'
    """
    if url and urlsplit(url).scheme in ("http", "https"):
        return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer nofollow">{escape(words, quote=False)}</a>'
    return escape(words, quote=False)


def element(tag: str, text: str, kind: str = "") -> str:
    """One escaped HTML element.

    >>> element("p", "1 < 2", "note")
    '<p class="note">1 &lt; 2</p>'
    """
    name = f' class="{kind}"' if kind else ""
    return f"<{tag}{name}>{escape(text, quote=False)}</{tag}>"
