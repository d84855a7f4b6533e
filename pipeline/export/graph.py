"""GraphML: who appears in events with whom, for network programs."""

from __future__ import annotations

import re
from typing import Any, BinaryIO

import duckdb
import networkx as nx

from pipeline.export.nested import rows
from pipeline.query import Filters, where

NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ACTORS = """
SELECT p.actor_id, p.name, p.kind, p.subkind, p.country, count(DISTINCT e.n) AS events
FROM links l JOIN people p USING (a) JOIN events e USING (n) WHERE {where} GROUP BY ALL ORDER BY p.actor_id
"""
TOGETHER = """
SELECT one.actor_id AS source, other.actor_id AS target, count(DISTINCT e.n) AS weight, min(e.date_start) AS first, max(e.date_end) AS last
FROM links x JOIN links y ON x.n = y.n JOIN people one ON one.a = x.a JOIN people other ON other.a = y.a JOIN events e ON e.n = x.n
WHERE one.actor_id < other.actor_id AND ({where}) GROUP BY ALL ORDER BY source, target
"""


def write_graphml(con: duckdb.DuckDBPyConnection, filters: Filters, stream: BinaryIO) -> None:
    condition, parameters = where(filters)
    graph = nx.Graph()
    for actor in rows(con, ACTORS.format(where=condition), parameters):
        graph.add_node(actor.pop("actor_id"), **_known(actor))
    for pair in rows(con, TOGETHER.format(where=condition), parameters):
        graph.add_edge(pair.pop("source"), pair.pop("target"), **_known(pair))
    nx.write_graphml(graph, stream)


def _known(row: dict[str, Any]) -> dict[str, Any]:
    """GraphML has no empty values, and XML no control characters."""
    return {name: NO_XML.sub("", value) if isinstance(value, str) else value for name, value in row.items() if value is not None}
