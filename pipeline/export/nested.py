"""Everything about the events as one JSON object: articles, events with all their evidence, actors, contradictions."""

from __future__ import annotations

import io
import json
from collections import defaultdict
from datetime import date
from typing import Any, BinaryIO

import duckdb

from pipeline.model import JOINT
from pipeline.query import Filters, flat_sql, where

LISTS = ("actors", "organisations", "countries", "places", "flags")

EVIDENCE = """
SELECT v.event_id, a.name AS article, v.char_start, v.char_end, substring(a.text, v.char_start + 1, v.char_end - v.char_start) AS text,
    v.link_reason, v.link_score
FROM evidence v JOIN papers USING (article_id) JOIN articles a USING (article_id)
WHERE v.event_id IN (SELECT event_id FROM events e WHERE {where}) ORDER BY v.event_id, papers.p, v.char_start, v.char_end
"""
ALTERNATIVES = """
SELECT DISTINCT v.event_id, l.rank, l.date_start, l.date_end, l.reason, l.probability
FROM evidence v JOIN alternatives l USING (timex_id)
WHERE v.event_id IN (SELECT event_id FROM events e WHERE {where}) ORDER BY ALL
"""
CONTRADICTIONS = """
SELECT c.event_id, c.field, c.value, a.name AS article FROM disputes c JOIN articles a USING (article_id)
WHERE c.event_id IN (SELECT event_id FROM events e WHERE {where}) ORDER BY ALL
"""
ACTORS = """
SELECT p.* EXCLUDE (a) FROM people p WHERE p.a IN (SELECT a FROM links JOIN events e USING (n) WHERE {where}) ORDER BY p.name, p.actor_id
"""
ARTICLES = """
SELECT name AS article, * EXCLUDE (name, text, scope) FROM articles
WHERE article_id IN (SELECT article_id FROM told JOIN papers USING (p) JOIN events e USING (n) WHERE {where}) OR {all} ORDER BY name, article_id
"""


def write_json(con: duckdb.DuckDBPyConnection, filters: Filters, stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", write_through=True)
    json.dump(nested(con, filters), text, ensure_ascii=False, indent=1)
    text.write("\n")
    text.detach()


def nested(con: duckdb.DuckDBPyConnection, filters: Filters) -> dict[str, list[dict[str, Any]]]:
    """The events that pass `filters`, and the articles, actors and contradictions that belong to them.

    With no filter at all every article is there, also one that reports nothing.
    """
    condition, parameters = where(filters)

    def ask(sql: str) -> list[dict[str, Any]]:
        return rows(con, sql.format(where=condition, all=condition == "true"), parameters)

    return {
        "articles": ask(ARTICLES),
        "events": _events(rows(con, *flat_sql(filters)), ask(EVIDENCE), ask(ALTERNATIVES)),
        "actors": [a | {"aliases": _list(a["aliases"])} for a in ask(ACTORS)],
        "contradictions": ask(CONTRADICTIONS),
    }


def rows(con: duckdb.DuckDBPyConnection, sql: str, parameters: list[Any]) -> list[dict[str, Any]]:
    """Rows as JSON takes them: days in ISO form."""
    found = con.execute(sql, parameters)
    names = [column[0] for column in found.description or ()]
    return [{n: v.isoformat() if isinstance(v, date) else v for n, v in zip(names, row, strict=True)} for row in found.fetchall()]


def _events(flat: list[dict[str, Any]], evidence: list[dict[str, Any]], alternatives: list[dict[str, Any]]) -> list[dict[str, Any]]:
    words, days = _by_event(evidence), _by_event(alternatives)
    return [e | {name: _list(e[name]) for name in LISTS} | {"evidence": words[e["event_id"]], "alternatives": days[e["event_id"]]} for e in flat]


def _by_event(found: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in found:
        groups[row.pop("event_id")].append(row)
    return groups


def _list(cell: str | None) -> list[str]:
    return cell.split(JOINT) if cell else []
