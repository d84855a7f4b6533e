"""Candidates -> evidence (same event or not) -> events."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from pipeline.events.board import Board, Group, Key
from pipeline.events.building import build_tables
from pipeline.events.claims import RAREST, SLICE, Array, Cast, Claim, claims_by_day
from pipeline.events.likeness import ENOUGH, NEAR_DAYS, SAID, Link, apart, families_of, link_of
from pipeline.model import Contradiction, Event, EventActor, EventLink, Evidence
from pipeline.tables import concat, from_arrow, sorted_rows, stage, to_arrow
from pipeline.text import digest

OTHER_ACTS = 2  # acts of a claim, besides its own, under which it is looked up
REPRESENTATIVES = 6  # claims of a group that a new one is compared with
FIRST_TOLD = "tells of it first"


@stage(Evidence)
def link_candidates(candidates: pd.DataFrame, candidate_actors: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Stage, over the whole corpus. Candidates in; which event each belongs to, and why, out. Scopes never mix."""
    cast = Cast(candidates, candidate_actors)
    linking = Linking(len(candidates), cast)
    for claim in claims_by_day(candidates, cast):
        linking.take(claim)
    return _evidence(candidates, linking, articles)


class Linking:
    """One pass over claims in the order of their days."""

    def __init__(self, size: int, cast: Cast) -> None:
        self.root = np.arange(size, dtype=np.int64)
        self.scores = np.ones(size)
        self.reasons = np.zeros(size, np.int32)  # numbers in `reason_codes`
        self.reason_codes = {FIRST_TOLD: 0}
        self._cast = cast
        self._board = Board()

    def take(self, claim: Claim) -> None:
        """Puts a claim to the group that it agrees with best, or makes a new one."""
        self._board.turn_to(claim)
        rare = self._rarest(claim)
        keys, who = _keys(claim, rare), _who(claim, rare)
        found = self._fitting(claim, [*keys, *(("who", a) if claim.event_type == "OTHER" else ("who", a, "OTHER") for a in who)])
        group = found[0][0] if found else Group(claim.number, claim.last)
        for other, link in found:
            if other is group or (claim.event_type not in SAID and other.shown is not group.shown and not _groups_clash(group, other)):
                self._join(claim, other, link)
                group.take_over(other)
        group.last = max(group.last, claim.last)
        if len(group.shown) < REPRESENTATIVES:
            group.shown.append(claim)
        self._board.put(group, claim, [*keys, *(("who", a) for a in who), *(("who", a, "OTHER") for a in who if claim.event_type == "OTHER")])

    def _join(self, claim: Claim, group: Group, link: Link) -> None:
        mine, other = self.find(claim.number), self.find(group.root)
        if mine != other:
            self.root[max(mine, other)] = min(mine, other)
        if not self.reasons[claim.number]:
            self.reasons[claim.number] = self.reason_codes.setdefault(link.reason, len(self.reason_codes))
            self.scores[claim.number] = min(1.0, link.score)

    def find(self, number: int) -> int:
        root = self.root
        while (above := int(root[number])) != number:
            root[number] = root[above]
            number = int(root[number])
        return number

    def _rarest(self, claim: Claim) -> list[int]:
        frequency = self._cast.frequency
        return sorted(claim.known, key=lambda a: (frequency[a], a))[:RAREST] if len(claim.known) > 1 else list(claim.known)

    def _fitting(self, claim: Claim, keys: list[Key]) -> list[tuple[Group, Link]]:
        """The groups that the claim agrees with, the best first."""
        found: list[tuple[Group, Link]] = []
        for group in self._board.meeting(claim, keys):
            links = [link for other in group.shown if (link := link_of(claim, other)) is not None and link.score >= ENOUGH]
            if links and not _clashes(claim, group):
                found.append((group, max(links)))
        return sorted(found, key=lambda pair: (-pair[1].score, pair[0].root)) if len(found) > 1 else found


def _keys(claim: Claim, rare: list[int]) -> list[Key]:
    """Where claims of the same event must meet: an actor with the class or the act; the words' hash, as the first, for copies."""
    keys: list[Key] = [("text", claim.content)]
    for actor in rare:
        keys += (("type", claim.event_type, actor), ("act", claim.act, actor))
    families = families_of(claim.act)
    keys += [("story", act, code) for code in claim.near for act in families]
    acts = {family for act in (claim.act, *sorted(claim.acts)[:OTHER_ACTS]) for family in families_of(act)}
    keys += [("days", act, claim.first, claim.last) for act in sorted(acts)]
    if claim.speaker:
        keys.append(("speaker", claim.speaker))
    if not rare and not claim.near:
        keys.append(("act", claim.act))
    return keys


def _who(claim: Claim, rare: list[int]) -> list[int]:
    """Under whom a claim may meet one of another class and act: one of the two is of no class then."""
    return [actor for actor in rare if actor not in claim.places] if claim.precision == "day" else []


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


def _told_order(candidates: pd.DataFrame, articles: pd.DataFrame, roots: Array) -> Array:
    """Rows by event, in it by publication, then text: the first is the one that names it."""
    published = articles.published.fillna("9999").set_axis(pd.Index(articles.article_id))
    days = candidates.article_id.map(published).fillna("9999")
    told = candidates[["content_id", "candidate_id"]].assign(root=roots, day=days)
    return sorted_rows(told, ["root", "day", "content_id", "candidate_id"])


def _named(candidates: pd.DataFrame, order: Array, roots: Array) -> Iterator[tuple[Array, list[str]]]:
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


def _joined(told: pd.DataFrame, part: Array, ids: list[str], linking: Linking) -> pd.DataFrame:
    """Rows of candidates as evidence for their events."""
    known = list(linking.reason_codes)
    reasons = [known[code] for code in linking.reasons[part].tolist()]
    return from_arrow(to_arrow(told.assign(event_id=ids, link_reason=reasons, link_score=linking.scores[part]), Evidence))


@stage(Event, EventActor, Contradiction, EventLink)
def build_events(
    candidates: pd.DataFrame, candidate_actors: pd.DataFrame, evidence: pd.DataFrame, articles: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Stage, over the whole corpus. Evidence in; one event a group, with its actors, contradictions and links, out."""
    return build_tables(candidates, candidate_actors, evidence, articles.assign(text=""))
