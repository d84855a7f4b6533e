"""Why a cell says what it says, as text: the words, the rule, the anchor, the evidence and the alternatives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb

from pipeline.errors import InputError
from pipeline.model import read_candidates

CANDIDATES = 6  # days and years of an article, that are told
SHORTEST_ID = 4  # characters of an id that are taken for it, when no other begins so
Row = dict[str, Any]

EVENT = "SELECT e.*, p.name AS speaker FROM events e LEFT JOIN people p ON e.speaker_id = p.actor_id WHERE event_id = ?"
CAST = "SELECT p.name, p.kind, l.acts FROM links l JOIN people p USING (a) JOIN events e USING (n) WHERE e.event_id = ? ORDER BY p.kind, p.name"
EVIDENCE = """
SELECT v.*, a.name AS article, a.source, a.published, a.published_basis,
    substring(a.text, v.char_start + 1, v.char_end - v.char_start) AS words
FROM evidence v JOIN papers USING (article_id) JOIN articles a USING (article_id) WHERE v.event_id = ? ORDER BY papers.p, v.char_start
"""
CONTRADICTIONS = "SELECT c.*, a.name AS article FROM disputes c JOIN articles a USING (article_id) WHERE event_id = ? ORDER BY ALL"
LINKS = "SELECT l.kind, l.other_id, e.title FROM event_links l JOIN events e ON l.other_id = e.event_id WHERE l.event_id = ? ORDER BY ALL"
TIMEXES = "SELECT * FROM timexes WHERE article_id = ? ORDER BY char_start"
TIMEX = "SELECT * FROM timexes WHERE timex_id = ?"
ALTERNATIVES = "SELECT * FROM alternatives WHERE timex_id = ? ORDER BY rank"
PROOF = "SELECT * FROM dating_evidence WHERE article_id = ? ORDER BY abs(weight) DESC, char_start NULLS FIRST, says"
TOLD = "SELECT DISTINCT e.event_id, e.title, e.n FROM evidence v JOIN events e USING (event_id) WHERE v.article_id = ? ORDER BY e.n"


def explain(con: duckdb.DuckDBPyConnection, wanted: str) -> Iterator[str]:
    """Lines about one event or one article. InputError when nothing goes by that id or name, or several do."""
    event_id = _event_id(con, wanted)
    if event_id:
        return _event(con, event_id)
    found = _rows(con, "SELECT * FROM articles WHERE name = $1 OR article_id = $1 OR url = $1 ORDER BY article_id", wanted)
    if not found:
        found = _rows(con, "SELECT * FROM articles WHERE contains(name, $1) ORDER BY name", wanted)
    if len(found) != 1:
        names = ", ".join(a["name"] for a in found[:5])
        raise InputError(f"{wanted}: {len(found) or 'no event and no'} articles go by that ({names or 'none'}); wanted the id of one event or the name of one")
    return _article(con, found[0])


def _event_id(con: duckdb.DuckDBPyConnection, wanted: str) -> str | None:
    """The event that goes by `wanted`, by the beginning of its id or by one that it had before."""
    sql = """SELECT event_id AS id FROM events WHERE event_id = $1 OR (starts_with(event_id, $1) AND length($1) >= $2)
             UNION SELECT new_id FROM event_forwards WHERE old_id = $1"""
    found = _rows(con, sql, wanted, SHORTEST_ID)
    return found[0]["id"] if len(found) == 1 else None


def _rows(con: duckdb.DuckDBPyConnection, sql: str, *parameters: Any) -> list[Row]:
    result = con.execute(sql, list(parameters))
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _event(con: duckdb.DuckDBPyConnection, event_id: str) -> Iterator[str]:
    event = _rows(con, EVENT, event_id)[0]
    yield f"event {event_id}: {event['title']}"
    yield f"  days        {_days(event)} ({event['date_basis']}), EDTF {event['edtf'] or 'none'}, confidence {event['confidence']:.2f}"
    yield f"  kind        {event['event_type']}, {event['status']}{', needs review' if event['needs_review'] else ''}"
    if event["speaker"]:
        yield f"  said by     {event['speaker']} ({event['speech']}){_via(event)}"
    for member in _rows(con, CAST, event_id):
        yield f"  {member['kind']:<12}{member['name']}{' (takes part)' if member['acts'] else ''}"
    yield f"  told by     {event['n_articles']} articles of {event['n_outlets']} outlets, {event['n_independent']} independent"
    for piece in _rows(con, EVIDENCE, event_id):
        yield from _piece(con, piece)
    for row in _rows(con, CONTRADICTIONS, event_id):
        yield f"  contradicted: {row['field']} is {row['value']} in {row['article']}"
    for row in _rows(con, LINKS, event_id):
        yield f"  {row['kind']} {row['other_id']}: {row['title']}"


def _via(event: Row) -> str:
    return f", as reported by {event['reported_via']}" if event["reported_via"] else ""


def _piece(con: duckdb.DuckDBPyConnection, piece: Row) -> Iterator[str]:
    yield f"\n  {piece['article']} [{piece['char_start']}:{piece['char_end']}], published {piece['published'] or 'on an unknown day'}"
    yield f"    “{piece['words']}”"
    yield f"    belongs here: {piece['link_reason']} (score {piece['link_score']:.2f})"
    timexes = _rows(con, TIMEX, piece["timex_id"]) if piece["timex_id"] else []
    if not timexes:
        yield f"    no date words; dated by the publication ({piece['published_basis'] or 'unknown'})"
    for timex in timexes:
        yield from (f"    {line}" for line in _timex(con, timex))


def _timex(con: duckdb.DuckDBPyConnection, timex: Row) -> Iterator[str]:
    yield f"“{timex['text']}” [{timex['char_start']}:{timex['char_end']}] -> {_days(timex)}; TIMEX3 {timex['type']} {timex['value']}"
    anchor = f", read from {timex['anchor']}" if timex["anchor"] else ""
    flags = f", flags {timex['flags']}" if timex["flags"] else ""
    yield f"  rule {timex['rule']}{anchor}, confidence {timex['confidence']:.2f}{flags}"
    if timex["reason"]:
        yield f"  no days: {timex['reason']}"
    for other in _rows(con, ALTERNATIVES, timex["timex_id"]):
        yield f"  alternative {other['rank']}: {_days(other)} ({other['reason']}, {other['probability']:.0%})"


def _days(row: Row) -> str:
    first, last = row["date_start"], row["date_end"]
    if not first and not last:
        return "no days"
    span = f"{first}" if first == last else f"{first or 'open'} to {last or 'open'}"
    best = row.get("best_day")
    return f"{span}, best {best}" if best and first != last else span


def _article(con: duckdb.DuckDBPyConnection, article: Row) -> Iterator[str]:
    yield f"article {article['name']} ({article['article_id']})"
    yield from (f"  {field:<12}{article[field]}" for field in ("title", "source", "url", "language") if article[field])
    yield f"  published   {article['published'] or 'unknown'}{_known(article)}"
    candidates = read_candidates(article["published_candidates"] or "")
    if len(candidates) > 1:
        yield "  candidates  " + ", ".join(f"{when} {share:.0%}" for when, share in candidates[:CANDIDATES])
    for proof in _rows(con, PROOF, article["article_id"]):
        where = f" [{proof['char_start']}:{proof['char_end']}]" if proof["char_start"] is not None else ""
        yield f"    {proof['kind']}: “{proof['text']}”{where} {proof['says']} (weight {proof['weight']:.1f})"
    yield "\n  dates"
    for timex in _rows(con, TIMEXES, article["article_id"]):
        yield from (f"    {line}" for line in _timex(con, timex))
    yield "\n  events"
    yield from (f"    {event['event_id']}  {event['title']}" for event in _rows(con, TOLD, article["article_id"]))


def _known(article: Row) -> str:
    """How the date is known, or between which days it must lie."""
    if article["published"]:
        return f" ({article['published_basis']}, confidence {article['published_confidence']:.2f})"
    first, last = article["published_earliest"], article["published_latest"]
    return f" (between {first or 'any day'} and {last or 'any day'})" if first or last else ""
