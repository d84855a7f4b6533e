"""Mentions: names, and the role phrases and pronouns that stand for someone named; unresolved where not exactly one fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import itemgetter

import pandas as pd

from pipeline.actors.roles.reader import Reader
from pipeline.actors.roles.scene import Line, read_lines
from pipeline.model import Actor, Identity, Mention, Name, NameRole
from pipeline.tables import from_rows, stage, to_records
from pipeline.text import digest

Row = tuple[str, str, int, int, str, str, str, str, str, float]  # the cells of a Mention


@stage(Mention)
def find_mentions(
    sentences: pd.DataFrame, furniture: pd.DataFrame, names: pd.DataFrame, roles: pd.DataFrame, identities: pd.DataFrame, actors: pd.DataFrame
) -> pd.DataFrame:
    """Stage. Names with their identities in; every mention (names, role phrases, pronouns) with its actor out."""
    ids = {(i.article_id, i.name, i.kind): i.actor_id for i in to_records(identities, Identity)}
    cast = {a.actor_id: a for a in to_records(actors, Actor)}
    held: defaultdict[str, list[NameRole]] = defaultdict(list)
    for role in to_records(roles, NameRole):
        held[role.article_id].append(role)
    found: list[Row] = []
    for article, own in read_lines(sentences, names).items():
        found += _mentions(own, held[article], ids, cast)
    of_the_page: list[Name] = to_records(names[names["furniture"].notna()], Name)
    found += [_in_furniture(n, ids) for n in of_the_page]
    return from_rows(sorted(found, key=itemgetter(0, 2, 3, 8)), Mention)  # by article, place, and how it was resolved


def _in_furniture(name: Name, ids: Mapping[tuple[str, str, str], str]) -> Row:
    actor_id = ids.get((name.article_id, name.name, name.kind)) or digest("furniture", name.kind, name.name)
    place = (name.article_id, name.sentence_id, name.char_start, name.char_end)
    return *place, name.text, name.kind, actor_id, "furniture", name.resolved_by, name.confidence


def _mentions(lines: list[Line], roles: list[NameRole], ids: Mapping[tuple[str, str, str], str], cast: Mapping[str, Actor]) -> Iterator[Row]:
    if not any(line.spans for line in lines):
        return
    reader = Reader(lines, roles, ids, cast)
    for line in lines:
        article_id, sentence_id = line.sentence.article_id, line.sentence.sentence_id
        at, text = line.sentence.char_start, line.sentence.text
        for start, end, actor_id, kind, how, confidence in reader.read(line):
            yield article_id, sentence_id, at + start, at + end, text[start:end], kind, actor_id, "mentioned", how, confidence
