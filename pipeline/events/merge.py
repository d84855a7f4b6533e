"""Candidates -> evidence (same event or not) -> events."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from pipeline.events.building import build_tables
from pipeline.events.claims import SLICE, Cast, Claim, claims_by_day
from pipeline.events.likeness import ENOUGH, NEAR_DAYS, SAID, SELDOM, Link, apart, families_of, link_of
from pipeline.model import Article, Contradiction, Event, EventActor, EventLink, Evidence
from pipeline.tables import concat, from_arrow, stage, to_arrow, to_records
from pipeline.text import digest

NEAREST = 40  # groups under one key with which a claim is compared, the latest first
OTHER_ACTS = 2  # acts of a claim, besides its own, under which it is looked up
RAREST = 4  # actors of a claim under which it is looked up
REPRESENTATIVES = 6  # claims of a group that a new one is compared with
FIRST_TOLD = "tells of it first"


@dataclass(slots=True, eq=False)
class Group:
    """Claims of one event, as far as they have come by."""

    root: int
    last: int  # the latest of their days
    shown: list[Claim] = field(default_factory=list)

    def take_over(self, other: Group) -> None:
        """Makes the two one: what is shown of either is shown of both."""
        if other is not self:
            self.shown += other.shown
            other.shown = self.shown
            self.last = other.last = max(self.last, other.last)


@stage(Evidence)
def link_candidates(candidates: pd.DataFrame, candidate_actors: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Stage, over the whole corpus. Candidates in; which event each belongs to, and why, out. Scopes never mix."""
    cast = Cast(candidates, candidate_actors)
    linking = Linking(len(candidates), cast)
    for claim in claims_by_day(candidates, cast):
        linking.take(claim)
    return _evidence(candidates, linking, articles)


class Linking:
    """One pass over claims in the order of their days. Groups whose days are over are forgotten: memory stays bounded."""

    def __init__(self, size: int, cast: Cast) -> None:
        self.root = np.arange(size, dtype=np.int64)
        self.scores = np.ones(size)
        self.reasons: dict[int, str] = {}
        self._cast = cast
        self._open: dict[tuple[Any, ...], list[Group]] = defaultdict(list)
        self._scope: str | None = None
        self._taken = 0
        self._near: dict[str, list[int]] = {}

    def take(self, claim: Claim) -> None:
        """Puts a claim to the group that it agrees with best, or makes a new one."""
        if claim.scope != self._scope:
            self._open.clear()
            self._scope = claim.scope
        self._taken += 1
        if self._taken % SLICE == 0:
            self._forget(claim.first)
        keys = self._keys(claim)
        found = self._fitting(claim, [*keys, *_days_before(claim)])
        group = found[0][0] if found else Group(claim.number, claim.last)
        for other, link in found:
            if other is group or (claim.event_type not in SAID and other.shown is not group.shown and not _groups_clash(group, other)):
                self._join(claim, other, link)
                group.take_over(other)
        group.last = max(group.last, claim.last)
        if len(group.shown) < REPRESENTATIVES:
            group.shown.append(claim)
        for key in keys:
            known = self._open[key]
            if group not in known:
                known.append(group)

    def _forget(self, day: int) -> None:
        """Lets go of the groups whose days are over."""
        alive = ((key, [g for g in known if g.last >= day - NEAR_DAYS]) for key, known in self._open.items())
        self._open = defaultdict(list, {key: groups for key, groups in alive if groups})

    def _join(self, claim: Claim, group: Group, link: Link) -> None:
        mine, other = self.find(claim.number), self.find(group.root)
        if mine != other:
            self.root[max(mine, other)] = min(mine, other)
        if claim.number not in self.reasons:
            self.reasons[claim.number] = sys.intern(link.reason)
            self.scores[claim.number] = min(1.0, link.score)

    def find(self, number: int) -> int:
        while self.root[number] != number:
            self.root[number] = self.root[self.root[number]]
            number = int(self.root[number])
        return number

    def _keys(self, claim: Claim) -> list[tuple[Any, ...]]:
        """Where claims of the same event must meet: an actor with the class or the act; the words' hash for copies."""
        rare = sorted(claim.actors, key=lambda a: (self._cast.frequency[a], a))[:RAREST]
        near = self._near_of(claim)
        keys: list[tuple[Any, ...]] = [("text", claim.content)]
        keys += [(kind, value, actor) for actor in rare for kind, value in (("type", claim.event_type), ("act", claim.act))]
        keys += [("story", act, actor) for actor in near for act in families_of(claim.act)]
        acts = {family for act in (claim.act, *sorted(claim.acts)[:OTHER_ACTS]) for family in families_of(act)}
        keys += [("days", act, claim.first, claim.last) for act in sorted(acts)]
        keys += [("who", actor, claim.first) for actor in rare if actor not in claim.places and claim.precision == "day"]
        if claim.speaker:
            keys.append(("speaker", claim.speaker))
        if not rare and not near:
            keys.append(("act", claim.act))
        return keys

    def _near_of(self, claim: Claim) -> list[int]:
        """The rarest actors and words of the claim's article."""
        known = self._near.get(claim.article)
        if known is None:
            actors = sorted((a for a in claim.around if a >= 0), key=lambda a: (self._cast.frequency[a], a))[:RAREST]
            known = self._near[claim.article] = actors + sorted(a for a in claim.around if a < 0)[:RAREST]
        return known

    def _fitting(self, claim: Claim, keys: Iterable[tuple[Any, ...]]) -> list[tuple[Group, Link]]:
        """The groups that the claim agrees with, the best first."""
        found: list[tuple[Group, Link]] = []
        seen: set[Group] = set()
        for key in keys:
            for group in self._alive(key, claim.first) if key in self._open else ():
                if group in seen:
                    continue
                seen.add(group)
                links = [link for other in group.shown if (link := link_of(claim, other)) is not None and link.score >= ENOUGH]
                if links and not _clashes(claim, group):
                    found.append((group, max(links)))
        return sorted(found, key=lambda pair: (-pair[1].score, pair[0].root))

    def _alive(self, key: tuple[Any, ...], day: int) -> list[Group]:
        """The groups under a key that may still hold the day; the others are dropped."""
        known = self._open[key]
        if not known:
            return []
        if len(known) > NEAREST or known[0].last < day - NEAR_DAYS:
            self._open[key] = known = [g for g in known if g.last >= day - NEAR_DAYS][-4 * NEAREST :]
        return known[-NEAREST:]


def _days_before(claim: Claim) -> list[tuple[Any, ...]]:
    """Under which keys reports may stand that give an event a day shortly before the claim's."""
    if claim.act not in SELDOM or claim.precision != "day":
        return []
    return [("days", claim.act, claim.first - gap, claim.first - gap) for gap in range(1, NEAR_DAYS + 1)]


def _clashes(claim: Claim, group: Group) -> bool:
    """Whether the group holds another day than the claim's, or its sentence tells of the group's event in another clause."""
    if any(_other_day(claim, c) for c in group.shown):
        return True
    return any(
        c.article == claim.article and c.char_start < claim.char_end and claim.char_start < c.char_end and c.number != claim.number and c.act != claim.act
        for c in group.shown
    )


def _groups_clash(one: Group, two: Group) -> bool:
    mine, yours = ([c for c in group.shown if not c.ghost] for group in (one, two))
    return any(_clashes(claim, two) or any(apart(claim, other) for other in yours) for claim in mine)


def _other_day(one: Claim, two: Claim) -> bool:
    """Whether two claims that each name a day name days too far apart, or are told of as two by one article."""
    if {one.precision, two.precision} != {"day"} or "publication" in (one.basis, two.basis) or one.ghost or two.ghost:
        return False
    return max(one.first, two.first) - min(one.last, two.last) > (NEAR_DAYS if one.article != two.article else 0)


def _evidence(candidates: pd.DataFrame, linking: Linking, articles: pd.DataFrame) -> pd.DataFrame:
    """One row a candidate. An event is named after the words of its earliest report."""
    roots = np.fromiter((linking.find(n) for n in range(len(candidates))), dtype=np.int64, count=len(candidates))
    order = _told_order(candidates, articles, roots)
    told = candidates[["article_id", "char_start", "char_end", "timex_id", "candidate_id"]]
    frames = [_joined(told.iloc[part], part, ids, linking) for part, ids in _named(candidates, order, roots)]
    return concat(frames, Evidence)


def _told_order(candidates: pd.DataFrame, articles: pd.DataFrame, roots: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Rows by event, in it by publication, then text: the first is the one that names it."""
    published = dict(zip(articles.article_id.to_numpy().tolist(), articles.published.fillna("9999").to_numpy().tolist(), strict=True))
    days = [published.get(article, "9999") for article in candidates.article_id.to_numpy().tolist()]
    contents, ids = candidates.content_id.to_numpy().tolist(), candidates.candidate_id.to_numpy().tolist()
    keys = list(zip(roots.tolist(), days, contents, ids, strict=True))
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), np.int64)


def _named(candidates: pd.DataFrame, order: np.ndarray[Any, Any], roots: np.ndarray[Any, Any]) -> Iterator[tuple[np.ndarray[Any, Any], list[str]]]:
    """Slices of rows with the event id of each."""
    current, event_id = -1, ""
    for at in range(0, len(order), SLICE):
        part = order[at : at + SLICE]
        contents, scopes = candidates.content_id.iloc[part].to_numpy().tolist(), candidates.scope.iloc[part].to_numpy().tolist()
        ids = []
        for root, content, scope in zip(roots[part].tolist(), contents, scopes, strict=True):
            if root != current:
                current, event_id = root, digest("event", scope, content)
            ids.append(event_id)
        yield part, ids


def _joined(told: pd.DataFrame, part: np.ndarray[Any, Any], ids: list[str], linking: Linking) -> pd.DataFrame:
    """Rows of candidates as evidence for their events."""
    reasons = [linking.reasons.get(number, FIRST_TOLD) for number in part.tolist()]
    return from_arrow(to_arrow(told.assign(event_id=ids, link_reason=reasons, link_score=linking.scores[part]), Evidence))


@stage(Event, EventActor, Contradiction, EventLink)
def build_events(
    candidates: pd.DataFrame, candidate_actors: pd.DataFrame, evidence: pd.DataFrame, articles: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Stage, over the whole corpus. Evidence in; one event a group, with its actors, contradictions and links, out."""
    known = {a.article_id: a for a in to_records(articles.assign(text=""), Article)}
    return build_tables(candidates, candidate_actors, evidence, known)
