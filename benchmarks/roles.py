"""Roles and affiliations against annotated articles: python -m benchmarks.roles FOLDER

FOLDER holds NN-name.txt with NN-name.json beside it; "roles" lists {actor, role, affiliation, country}. A role is right when
its actor is and its words are those of the gold, or all in it, or hold all of it; an affiliation when it names the gold body or
a body or state of the gold country, and, where the gold has none, when there is none or the country's alone. Heads that differ
in gender alone are one ("chairwoman", "chair"). Gold tells one role of each person, and a text often more, so that precision is
also given for what the gold judges, and affiliations also by person: whether the person is told to be of the gold body in whatever
role, or of none where the gold has none. Every miss is listed with SHOW=1.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.actors.vocabulary import NEUTRAL
from pipeline.model import Actor, ActorRole, Article, Source
from pipeline.run import outline, read_batch, relate
from pipeline.seeds import read_seeds
from pipeline.tables import to_records, to_table

SMALL = frozenset("the a an of for and former then ex".split())


def words(text: str) -> frozenset[str]:
    return frozenset(NEUTRAL.get(w, w) for w in re.findall(r"\w+", text.casefold())) - SMALL


def is_same(one: str, other: str) -> bool:
    a, b = words(one), words(other)
    return bool(a and b) and (a <= b or b <= a)


def is_name_of(name: str, actor: dict[str, Any]) -> bool:
    return any(is_same(name, n) for n in (actor["name"], *actor["aliases"], actor["acronym"]) if n)


Row = tuple[str, ActorRole, str | None]  # name of the actor, role, country of the affiliation


def load(folder: Path) -> tuple[pd.DataFrame, dict[str, dict[str, Any]]]:
    gold = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))}
    texts = {k: (folder / f"{k}.txt").read_bytes().decode("utf-8") for k in gold}
    return to_table([Source(k, t, published=gold[k]["published"], published_basis="user") for k, t in texts.items()], Source), gold


def predicted(sources: pd.DataFrame) -> tuple[dict[str, list[Row]], list[Row]]:
    """Article -> its roles, and everyone with an affiliation as a role without words."""
    seeds = read_seeds()
    relation = relate(outline(read_batch(sources, seeds)), seeds)
    actors = {a.actor_id: a for a in to_records(relation.actors, Actor)}
    countries = {a.name: a.country for a in actors.values()}
    names = {a.article_id: a.name for a in to_records(relation.articles, Article)}
    found: dict[str, list[Row]] = {}
    for role in to_records(relation.actor_roles, ActorRole):
        row = (actors[role.actor_id].name, role, countries.get(role.affiliation or ""))
        found.setdefault(names[role.article_id], []).append(row)
    held = [(a.name, ActorRole(a.actor_id, "", a.affiliation, "", 0, 0), countries.get(a.affiliation)) for a in actors.values() if a.affiliation]
    return found, held


def is_right(row: Row, gold: dict[str, Any], actors: list[dict[str, Any]]) -> bool:
    known = next((a for a in actors if a["name"] == gold["actor"]), None)
    return known is not None and is_name_of(row[0], known) and is_same(row[1].role, gold["role"])


def is_judged(row: Row, gold: dict[str, Any], actors: list[dict[str, Any]]) -> bool:
    """Whether the gold tells a role of that person at all; it tells one each, of those who have one."""
    known = next((a for a in actors if a["name"] == gold["actor"]), None)
    return known is not None and is_name_of(row[0], known)


def is_held_right(row: Row, gold: dict[str, Any], actors: list[dict[str, Any]]) -> bool:
    if not gold["affiliation"]:
        return row[1].affiliation is None or (row[2] is not None and row[2] == gold["country"])
    body = next((a for a in actors if a["name"] == gold["affiliation"]), None)
    named = bool(row[1].affiliation and gold["affiliation"]) and is_same(str(row[1].affiliation), gold["affiliation"])
    return named or (body is not None and is_name_of(row[1].affiliation or "", body)) or (gold["country"] is not None and row[2] == gold["country"])


def is_person_right(rows: list[Row], gold: dict[str, Any], actors: list[dict[str, Any]]) -> bool:
    """Whether the person is of the gold body by any of the rows, or by none of them of any where the gold has none."""
    own = [r for r in rows if is_judged(r, gold, actors)]
    if gold["affiliation"]:
        return any(is_held_right(r, gold, actors) for r in own)
    return all(r[1].affiliation is None or (r[2] is not None and r[2] == gold["country"]) for r in own)


def main(folder: Path) -> None:
    sources, golds = load(folder)
    found, everyone = predicted(sources)
    counts = dict.fromkeys(("found", "judged", "right", "gold", "hit", "held", "person"), 0)
    for article, gold in golds.items():
        rows = found.get(article, [])
        right = [r for r in rows if any(is_right(r, g, gold["actors"]) for g in gold["roles"])]
        counts["found"] += len(rows)
        counts["judged"] += sum(any(is_judged(r, g, gold["actors"]) for g in gold["roles"]) for r in rows)
        counts["right"] += len(right)
        counts["gold"] += len(gold["roles"])
        for g in gold["roles"]:
            fitting = [r for r in rows if is_right(r, g, gold["actors"])]
            held = any(is_held_right(r, g, gold["actors"]) for r in fitting)
            counts["hit"] += bool(fitting)
            counts["held"] += held
            of_person = is_person_right([*rows, *everyone], g, gold["actors"])
            counts["person"] += of_person
            if os.environ.get("SHOW") and not (held and of_person):
                print("  ", article, "wanted" if not of_person else "role only", g, "found", [(r[0], r[1].role, r[1].affiliation) for r in fitting])
        for r in rows:
            if os.environ.get("SHOW") and r not in right:
                print("  ", article, "false:", r[0], "|", r[1].role, "|", r[1].affiliation)
    judged = f"of the {counts['judged']} of people with a role in the gold {counts['right'] / max(1, counts['judged']):.3f}"
    print(f"roles: precision {counts['right'] / max(1, counts['found']):.3f} ({counts['right']}/{counts['found']}; {judged}), ", end="")
    print(f"recall {counts['hit'] / max(1, counts['gold']):.3f} ({counts['hit']}/{counts['gold']}); ", end="")
    print(f"with the right affiliation {counts['held'] / max(1, counts['gold']):.3f} ({counts['held']}/{counts['gold']}), ", end="")
    print(f"by person {counts['person'] / max(1, counts['gold']):.3f} ({counts['person']}/{counts['gold']})")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
