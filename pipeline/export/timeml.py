"""TimeML: each article as an XML file with its TIMEX3 marks, all in one zip archive."""

from __future__ import annotations

import zipfile
from typing import Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr

import duckdb

from pipeline.export.graph import NO_XML
from pipeline.export.nested import rows
from pipeline.query import Filters, where

ARTICLES = """
SELECT article_id, name, title, text, published FROM articles
WHERE {all} OR article_id IN (SELECT article_id FROM told JOIN papers USING (p) JOIN events e USING (n) WHERE {where}) ORDER BY name, article_id
"""
TIMEXES = "SELECT * FROM timexes WHERE article_id = ? ORDER BY char_start, char_end DESC"


def write_timeml(con: duckdb.DuckDBPyConnection, filters: Filters, stream: BinaryIO) -> None:
    condition, parameters = where(filters)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for article in rows(con, ARTICLES.format(where=condition, all=condition == "true"), parameters):
            member = zipfile.ZipInfo(f"{article['article_id']}.tml")  # without a time of its own
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, document(article, rows(con, TIMEXES, [article["article_id"]])))


def document(article: dict[str, Any], timexes: list[dict[str, Any]]) -> str:
    """One TimeML file; the text between its marks is that of the article."""
    published = article["published"]
    created = f'<TIMEX3 tid="t0" type="DATE" value={quoteattr(published)} functionInDocument="CREATION_TIME">{published}</TIMEX3>' if published else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"<DOCID>{_plain(article['name'])}</DOCID>\n<DCT>{created}</DCT>\n<TITLE>{_plain(article['title'] or '')}</TITLE>\n"
        f"<TEXT>{_marked(article['text'], timexes)}</TEXT>\n</TimeML>\n"
    )


def _marked(text: str, timexes: list[dict[str, Any]]) -> str:
    parts, at = [], 0
    for number, timex in enumerate(timexes, 1):
        if timex["char_start"] >= at:  # a mark inside another cannot be nested in the inline form
            words = _plain(text[timex["char_start"] : timex["char_end"]])
            parts += [_plain(text[at : timex["char_start"]]), f"<TIMEX3 {_attributes(number, timex)}>{words}</TIMEX3>"]
            at = timex["char_end"]
    return "".join([*parts, _plain(text[at:])])


def _attributes(number: int, timex: dict[str, Any]) -> str:
    named = {"tid": f"t{number}", "type": timex["type"], "value": timex["value"], "mod": timex["mod"]}
    return " ".join(f"{name}={quoteattr(_plain_value(value))}" for name, value in named.items() if value)


def _plain(text: str) -> str:
    return escape(NO_XML.sub("\ufffd", text), {"\r": "&#13;"})


def _plain_value(value: str) -> str:
    return NO_XML.sub("\ufffd", value)
