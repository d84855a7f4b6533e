"""What waits for a decision, and how many events it would settle."""

from __future__ import annotations

import duckdb

from dashboard.queries import Row, rows

ROOM = 100  # of each kind that are listed; `waiting` says how many there are

UNDATED = """
SELECT 'undated' AS kind, article_id, NULL::VARCHAR AS event_id, any_value(papers.title) AS title, NULL::VARCHAR AS words, count(DISTINCT n) AS fixes,
    count(*) OVER () AS waiting
FROM told JOIN papers USING (p) WHERE published IS NULL OR published_basis IS NULL GROUP BY article_id ORDER BY fixes DESC, article_id LIMIT ?
"""
# A decision is about the words that date an event: those of its first passage that has some. Events may share them.
DISPUTED = """
WITH dated AS (
    SELECT n, min_by(coalesce(timex_id, event_id), (timex_id IS NULL, p, char_start)) AS about
    FROM evidence JOIN events USING (event_id) JOIN papers USING (article_id) WHERE conflict GROUP BY n),
decisions AS (SELECT about, min(n) AS n, count(*) AS fixes FROM dated GROUP BY about)
SELECT 'conflict' AS kind, NULL::VARCHAR AS article_id, event_id, title, date_text AS words, fixes, count(*) OVER () AS waiting
FROM decisions JOIN events USING (n) ORDER BY fixes DESC, n_articles DESC, n LIMIT ?
"""
DISAGREEING = """
SELECT 'contradiction' AS kind, NULL::VARCHAR AS article_id, event_id, title, NULL::VARCHAR AS words, 1 AS fixes, count(*) OVER () AS waiting
FROM events WHERE NOT conflict AND event_id IN (SELECT event_id FROM contradictions) ORDER BY n_articles DESC, n LIMIT ?
"""
# Events without a day wait for the day of their article.
DOUBTFUL = """
SELECT 'doubtful' AS kind, NULL::VARCHAR AS article_id, event_id, title, NULL::VARCHAR AS words, 1 AS fixes, count(*) OVER () AS waiting
FROM events WHERE (needs_review OR confidence < 0.5) AND day_from IS NOT NULL AND NOT conflict AND event_id NOT IN (SELECT event_id FROM contradictions)
ORDER BY confidence, n LIMIT ?
"""


def to_settle(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """Articles without a day and disputed dates, the one whose decision settles most events first."""
    found = [r for sql in (UNDATED, DISPUTED) for r in rows(con, sql, [ROOM])]
    return sorted(found, key=lambda r: -int(r["fixes"]))


def to_review(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """The queue: what is to be settled first, then what sources disagree on, then what is doubtful."""
    return [*to_settle(con), *(r for sql in (DISAGREEING, DOUBTFUL) for r in rows(con, sql, [ROOM]))]
