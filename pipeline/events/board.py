"""Where claims of one event meet: the groups of the last days, by what their claims are looked up under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.events.claims import Claim
from pipeline.events.likeness import NEAR_DAYS, SELDOM

NEAREST = 40  # groups under one key and day with which a claim is compared, the latest first
LASTING = 0  # the day under which groups of several days are kept
DAYS_APART = frozenset({"text", "act", "story", "speaker"})  # under these, reports may meet that give an event different days
Key = tuple[Any, ...]
When = int | str


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


class Board:
    """Groups by day and key. Claims come by their first day, so that those of days gone by are let go: memory stays bounded."""

    def __init__(self) -> None:
        self._days: dict[When, dict[Key, dict[Group, None]]] = {LASTING: {}}
        self._scope: str | None = None
        self._today: When = LASTING

    def turn_to(self, claim: Claim) -> None:
        """Lets go of the days that the claim, and all that come after it, are too far from."""
        today = _when(claim)
        if claim.scope != self._scope:
            self._days = {LASTING: {}}
        elif today != self._today:
            near = range(claim.first - NEAR_DAYS, claim.first) if claim.first else ()
            lasting = _alive(self._days[LASTING], claim.first) if claim.first else self._days[LASTING]
            self._days = {day: groups for day, groups in self._days.items() if day in near} | {LASTING: lasting}
        self._scope, self._today = claim.scope, today

    def put(self, group: Group, claim: Claim, keys: list[Key]) -> None:
        """Makes a group known under the keys of its newest claim."""
        day = self._days.setdefault(_when(claim), {}) if group.last == claim.first else self._days[LASTING]
        for key in keys:
            day.setdefault(key, {})[group] = None
        if not claim.first:  # copies of an undated text
            self._days[LASTING].setdefault(keys[0], {})[group] = None

    def meeting(self, claim: Claim, keys: list[Key]) -> Iterable[Group]:
        """The groups that the claim may belong to, each once."""
        found: dict[Group, None] = {}
        for known, wanted in self._places(claim, keys):
            for key in wanted:
                if groups := known.get(key):
                    found |= groups if len(groups) <= NEAREST else dict.fromkeys([*groups][-NEAREST:])
        return found

    def _places(self, claim: Claim, keys: list[Key]) -> Iterator[tuple[dict[Key, dict[Group, None]], list[Key]]]:
        """Where to look: under every key on the claim's own day, under those of the act also on the days before."""
        for when in (_when(claim), LASTING):
            if known := self._days.get(when):
                yield known, keys
        for day in range(claim.first - NEAR_DAYS, claim.first) if claim.first else ():
            if known := self._days.get(day):
                yield known, [key for key in keys if key[0] in DAYS_APART]
                if claim.act in SELDOM and claim.precision == "day":
                    yield known, [("days", claim.act, day, day)]


def _when(claim: Claim) -> When:
    """The first day; claims without one are only compared within their article."""
    return claim.first or claim.article


def _alive(lasting: dict[Key, dict[Group, None]], day: int) -> dict[Key, dict[Group, None]]:
    """Without the groups that were over some days before."""
    kept = ((key, {g: None for g in groups if g.last >= day - NEAR_DAYS}) for key, groups in lasting.items())
    return {key: groups for key, groups in kept if groups}
