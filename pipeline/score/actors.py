"""Judges mentions and who is said to speak against annotated articles."""

from __future__ import annotations

import re
from typing import Any

from pipeline.model import Actor, Article, Attribution, Mention, Source
from pipeline.run import run
from pipeline.score.measure import line_of
from pipeline.seeds import read_seeds
from pipeline.tables import to_records, to_table

UNJUDGED = ("role", "pronoun", "demonym")  # ways to mean someone that are no names


def score_actors(gold: list[tuple[str, Any]]) -> str:
    """Mentions by exact span and kind; attributions by sentence and speaker."""
    sources = [Source(str(n), text, published=g.get("published"), published_basis="user" if g.get("published") else None) for n, (text, g) in enumerate(gold)]
    tables = run(to_table(sources, Source), read_seeds())
    articles = {a.name: a.article_id for a in to_records(tables.relation.articles, Article)}
    names = {a.actor_id: a.name for a in to_records(tables.relation.actors, Actor)}
    mentions, said = to_records(tables.telling.mentions, Mention), to_records(tables.telling.attributions, Attribution)
    counts = [[0, 0, 0], [0, 0, 0]]
    for n, (_, wanted) in enumerate(gold):
        mine = [m for m in mentions if m.article_id == articles[str(n)] and m.function not in ("furniture", "source") and m.resolved_by not in UNJUDGED]
        spoken = [a for a in said if a.article_id == articles[str(n)]]
        for total, part in zip(counts, (_mentions(mine, wanted), _speech(spoken, names, wanted)), strict=True):
            total[:] = [a + b for a, b in zip(total, part, strict=True)]
    return "\n".join([line_of("mentions", *counts[0]), line_of("attribution", *counts[1])])


def _mentions(found: list[Mention], gold: Any) -> tuple[int, int, int]:
    """Right, given, wanted; optional names count neither way."""
    wanted = {(m["start"], m["end"], m["kind"]): m.get("optional", False) for m in gold.get("mentions", [])}
    optional = {key[:2] for key, is_optional in wanted.items() if is_optional}
    given = {(m.char_start, m.char_end, m.kind) for m in found if (m.char_start, m.char_end) not in optional}
    must = {key for key, is_optional in wanted.items() if not is_optional}
    return len(given & must), len(given), len(must)


def _speech(found: list[Attribution], names: dict[str, str], gold: Any) -> tuple[int, int, int]:
    """A sentence is right when what is said in it has its speaker."""
    wanted, right = gold.get("attributions", []), 0
    for sentence in wanted:
        spoken = [a for a in found if a.char_start < sentence["end"] and sentence["start"] < max(a.char_end, a.cue_end)]
        right += any(same_name(names.get(a.speaker_id, ""), sentence["speaker"] or "") for a in spoken)
    placed = sum(any(a.char_start < s["end"] and s["start"] < max(a.char_end, a.cue_end) for s in wanted) for a in found)
    return right, right + len(found) - placed + (len(wanted) - right if placed >= len(wanted) else max(0, placed - right)), len(wanted)


def same_name(one: str, two: str) -> bool:
    """Whether the words of one name are among those of the other."""
    a, b = (set(re.findall(r"\w+", n.casefold())) for n in (one, two))
    return bool(a and b) and (a <= b or b <= a)
