"""Mentions: names, and the role phrases and pronouns that stand for someone named; unresolved where not exactly one fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import pandas as pd

from pipeline.actors.reader import Reader
from pipeline.actors.scene import Line, lay_lines
from pipeline.model import Actor, Identity, Mention, Name, NameRole, Sentence
from pipeline.tables import stage, to_records, to_table
from pipeline.text import digest


@stage(Mention)
def find_mentions(
    sentences: pd.DataFrame, furniture: pd.DataFrame, names: pd.DataFrame, roles: pd.DataFrame, identities: pd.DataFrame, actors: pd.DataFrame
) -> pd.DataFrame:
    """Stage. Names with their identities in; every mention (names, role phrases, pronouns) with its actor out."""
    rows: list[Name] = to_records(names, Name)
    ids = {(i.article_id, i.name, i.kind): i.actor_id for i in to_records(identities, Identity)}
    cast = {a.actor_id: a for a in to_records(actors, Actor)}
    held: defaultdict[str, list[NameRole]] = defaultdict(list)
    for role in to_records(roles, NameRole):
        held[role.article_id].append(role)
    lines = lay_lines(to_records(sentences, Sentence), rows)
    found = [m for article, own in lines.items() for m in _mentions(own, held[article], ids, cast)]
    found += [_in_furniture(n, ids) for n in rows if n.furniture is not None]
    return to_table(sorted(found, key=lambda m: (m.article_id, m.char_start, m.char_end, m.resolved_by)), Mention)


def _in_furniture(name: Name, ids: Mapping[tuple[str, str, str], str]) -> Mention:
    actor_id = ids.get((name.article_id, name.name, name.kind)) or digest("furniture", name.kind, name.name)
    return Mention(
        name.article_id, name.sentence_id, name.char_start, name.char_end, name.text, name.kind, actor_id, "furniture", name.resolved_by, name.confidence
    )


def _mentions(lines: list[Line], roles: list[NameRole], ids: Mapping[tuple[str, str, str], str], cast: Mapping[str, Actor]) -> Iterator[Mention]:
    if not any(line.spans for line in lines):
        return
    reader = Reader(lines, roles, ids, cast)
    for line in lines:
        at, sentence = line.sentence.char_start, line.sentence
        for f in reader.read(line):
            yield Mention(
                sentence.article_id, sentence.sentence_id, at + f.start, at + f.end, sentence.text[f.start : f.end], f.kind, f.actor_id,
                "mentioned", f.resolved_by, f.confidence,
            )  # fmt: skip
