"""Everything that is known about one event or one article, as plain dictionaries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from dashboard.queries import Row as Row
from dashboard.queries import number_of, rows
from pipeline.model import Alternative


@dataclass(frozen=True, slots=True)
class EventDetail:
    event: Row
    cast: list[Row]  # name, kind, function, role
    evidence: list[Row]  # article, sentence and the date words of each clause that reports it
    alternatives: list[Row]  # days the date words may mean, best first
    contradictions: list[Row]
    links: list[Row]  # kind, event_id, title


# Tables are asked with lists of ids, {articles} and {timexes}: Parquet skips what cannot hold them, which it does not for a join.
# The evidence of the event is read once, into `chosen`.
CHOSEN = "CREATE OR REPLACE TEMP TABLE chosen AS SELECT * FROM evidence WHERE event_id = ?"
EVENT = """
SELECT e.*, speaker.name AS speaker, (SELECT any_value(role) FROM actor_roles r WHERE r.actor_id = e.speaker_id AND r.article_id IN {articles}) AS speaker_role
FROM events e LEFT JOIN people speaker ON e.speaker_id = speaker.actor_id WHERE e.n = {n}
"""
CAST = """
SELECT p.name, p.kind, p.subkind, min(m.function) AS function
FROM (SELECT a FROM links WHERE n = {n}) JOIN people p USING (a)
LEFT JOIN (SELECT m.actor_id, m.function FROM mentions m JOIN chosen v ON m.article_id = v.article_id
    WHERE m.article_id IN {articles} AND m.char_start >= v.char_start AND m.char_end <= v.char_end) m USING (actor_id)
GROUP BY ALL ORDER BY p.name
"""
EVIDENCE = """
SELECT v.article_id, v.char_start, v.char_end, v.link_reason, papers.p, papers.name AS article, papers.title AS article_title, papers.source, papers.url,
    papers.published, papers.published_basis, min(s.char_start) AS from_char, string_agg(s.text, ' ' ORDER BY s.char_start) AS sentence,
    any_value(a.text) AS article_text, any_value(a.text_hash) AS text_hash, max(s.char_end) AS to_char,
    any_value(t.timex_id) AS timex_id, any_value(t.text) AS date_words, any_value(t.char_start) AS date_from, any_value(t.char_end) AS date_to,
    any_value(t.rule) AS rule, any_value(t.anchor) AS anchor, any_value(t.value) AS value, any_value(t.edtf) AS edtf, any_value(t.reason) AS reason
FROM chosen v JOIN (SELECT * FROM papers WHERE article_id IN {articles}) papers USING (article_id)
JOIN (SELECT article_id, text, text_hash FROM articles WHERE article_id IN {articles}) a ON a.article_id = v.article_id
LEFT JOIN (SELECT * FROM sentences WHERE article_id IN {articles}) s
    ON s.article_id = v.article_id AND s.char_start < v.char_end AND s.char_end > v.char_start
LEFT JOIN (SELECT * FROM timexes WHERE timex_id IN {timexes}) t ON t.timex_id = v.timex_id
GROUP BY v.article_id, v.char_start, v.char_end, v.link_reason, papers.p, article, article_title, papers.source, papers.url,
    papers.published, papers.published_basis
ORDER BY any_value(t.timex_id) IS NULL, papers.p, v.char_start
"""
ALTERNATIVES = """
SELECT DISTINCT rank, date_start, date_end, reason, probability FROM alternatives WHERE timex_id IN {timexes} ORDER BY rank, date_start
"""
CONTRADICTIONS = """
SELECT field, value, string_agg(DISTINCT coalesce(source, name), ', ') AS sources
FROM disputes JOIN papers USING (article_id) WHERE event_id = ? GROUP BY field, value ORDER BY field, value
"""
LINKS = """
SELECT kind, other_id AS event_id, title FROM event_links l JOIN events e ON e.event_id = l.other_id WHERE l.event_id = ?
UNION SELECT 'from ' || kind, l.event_id, title FROM event_links l JOIN events e ON e.event_id = l.event_id WHERE l.other_id = ? ORDER BY 1, 2
"""


def find_event(con: duckdb.DuckDBPyConnection, event_id: str) -> EventDetail | None:
    """None when there is no such event, also under the name that a merge gave it."""
    moved = rows(con, "SELECT new_id FROM event_forwards WHERE old_id = ?", [event_id])
    event_id = moved[0]["new_id"] if moved else event_id
    n = number_of(con, event_id)
    if n is None:
        return None
    con.execute(CHOSEN, [event_id])
    told = rows(con, "SELECT article_id, timex_id FROM chosen")
    ids = {"articles": _listed(r["article_id"] for r in told), "timexes": _listed(r["timex_id"] for r in told), "n": n}
    event, cast, evidence, alternatives = (rows(con, sql.format(**ids)) for sql in (EVENT, CAST, EVIDENCE, ALTERNATIVES))
    return EventDetail(event[0], cast, evidence, alternatives, rows(con, CONTRADICTIONS, [event_id]), rows(con, LINKS, [event_id] * 2))


def _listed(ids: Iterable[str | None]) -> str:
    """
    >>> _listed(["b", None, "it's"]), _listed([])
    ("('b', 'it''s')", '(NULL)')
    """
    quoted = ["'" + i.replace("'", "''") + "'" for i in sorted({i for i in ids if i})]
    return f"({', '.join(quoted) or 'NULL'})"


@dataclass(frozen=True, slots=True)
class ArticleDetail:
    article: Row
    timexes: list[Row]
    mentions: list[Row]
    events: list[Row]  # with the span of their clause
    furniture: list[Row]
    proof: list[Row]  # dating evidence, strongest first
    alternatives: dict[str, list[Alternative]]


def find_article(con: duckdb.DuckDBPyConnection, article_id: str) -> ArticleDetail | None:
    found = rows(con, "SELECT a.*, papers.title AS heading FROM articles a JOIN papers USING (article_id) WHERE article_id = ?", [article_id])
    if not found:
        return None
    of = [article_id]
    alternatives: dict[str, list[Alternative]] = {}
    for r in rows(con, "SELECT a.* FROM alternatives a JOIN timexes t USING (timex_id) WHERE t.article_id = ? ORDER BY timex_id, rank", of):
        alternatives.setdefault(r["timex_id"], []).append(Alternative(**r))
    return ArticleDetail(
        found[0],
        rows(con, "SELECT * FROM timexes WHERE article_id = ? ORDER BY char_start", of),
        rows(con, "SELECT m.*, p.name FROM mentions m JOIN people p USING (actor_id) WHERE article_id = ? ORDER BY char_start", of),
        rows(con, "SELECT e.*, v.char_start, v.char_end FROM evidence v JOIN events e USING (event_id) WHERE article_id = ? ORDER BY v.char_start", of),
        rows(con, "SELECT * FROM furniture WHERE article_id = ? ORDER BY char_start", of),
        rows(con, "SELECT * FROM dating_evidence WHERE article_id = ? ORDER BY weight DESC, char_start", of),
        alternatives,
    )


def list_articles(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """Every article with how many events it tells, undated ones first."""
    return rows(
        con,
        "SELECT article_id, name, title, source, published, (SELECT count(*) FROM told WHERE told.p = papers.p) AS events"
        " FROM papers ORDER BY published IS NOT NULL, published, name",
    )
