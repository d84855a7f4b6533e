"""Web pages: the article without what stands around it, and what the page says about itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import lxml.etree
import lxml.html
import trafilatura

from pipeline.errors import InputError
from pipeline.ingest.limits import MAX_FILE, read_all
from pipeline.ingest.published import read_metadata
from pipeline.ingest.text import decode
from pipeline.model import Source

META = "//meta[@property='{0}' or @name='{0}' or @itemprop='{0}']/@content"
DATE_NAMES = (  # first those that can only mean the publication
    "article:published_time", "datePublished", "og:article:published_time", "sailthru.date", "parsely-pub-date", "dc.date.issued",
    "DC.date.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "article.published", "date",
)  # fmt: skip
TIMES = "//article//time[@pubdate or @itemprop='datePublished']/@datetime | //time[@pubdate or @itemprop='datePublished']/@datetime"
FIRST_TIME = "(//article//header//time/@datetime | //article//time/@datetime)[1]"
DEEPEST = 50  # levels of JSON-LD that are looked into


def read_html(stream: BinaryIO, name: str) -> Iterator[Source]:
    yield page(decode(read_all(stream, MAX_FILE), name), name)


def page(html: str, name: str) -> Source:
    """The article of a page. InputError when it has no words."""
    try:
        root = lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8", no_network=True))
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(f"no HTML page ({error}); wanted one with the words of an article") from error
    published, said = _published(root)
    return Source(
        name=name,
        text=_words(root),
        title=_first(root, META.format("og:title"), "//h1//text()", "//title//text()"),
        source=_first(root, META.format("og:site_name"), META.format("publisher")),
        url=_link(_first(root, "//link[@rel='canonical']/@href", META.format("og:url"))),
        published=published,
        published_basis="metadata" if published else None,
        published_text=said,
    )


def plain_text(html: str) -> str:
    """The words of a piece of HTML, a paragraph a line; what is no markup stays as it is."""
    if "<" not in html:
        return html
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for block in root.iter("p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"):
        block.tail = "\n" + (block.tail or "")
    return "\n".join(line for line in (" ".join(row.split()) for row in root.text_content().split("\n")) if line)


def _words(root: Any) -> str:
    """The article itself; on a page too short to tell it apart, all paragraphs."""
    found = trafilatura.extract(
        lxml.html.tostring(root, encoding="unicode"), output_format="txt", include_comments=False, include_tables=True, with_metadata=False
    )
    paragraphs = (" ".join(p.text_content().split()) for p in root.iter("h1", "h2", "p"))
    return found or "\n".join(p for p in paragraphs if p)


def _first(root: Any, *paths: str) -> str | None:
    """The first words found on the first path that has any."""
    for path in paths:
        for found in root.xpath(path):
            if words := " ".join(str(found).split()):
                return words
    return None


def _link(found: str | None) -> str | None:
    return found if found and found.startswith(("http://", "https://")) else None


def _published(root: Any) -> tuple[str | None, str | None]:
    """The day that the page gives for its publication, and the words of the page that do."""
    for place, written in _dates(root):
        if day := read_metadata(written):
            return day, f"{place}: {written.strip()}"
    return None, None


def _dates(root: Any) -> Iterator[tuple[str, str]]:
    for script in root.xpath("//script[@type='application/ld+json']/text()"):
        yield from (("JSON-LD datePublished", found) for found in _json_dates(script))
    for name in DATE_NAMES:
        yield from ((f"meta {name}", str(found)) for found in root.xpath(META.format(name)))
    for path in (TIMES, FIRST_TIME):
        yield from (("time", str(found)) for found in root.xpath(path))


def _json_dates(script: str) -> Iterator[str]:
    try:
        yield from _values(json.loads(script), "datePublished", DEEPEST)
    except (ValueError, RecursionError):
        return  # scripts of pages are often broken; other metadata may not be


def _values(found: Any, key: str, depth: int) -> Iterator[str]:
    """Strings under `key` at any level, the outermost first."""
    if isinstance(found, dict) and isinstance(found.get(key), str):
        yield found[key]
    if depth and isinstance(found, (dict, list)):
        for inner in found.values() if isinstance(found, dict) else found:
            yield from _values(inner, key, depth - 1)
