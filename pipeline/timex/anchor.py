"""The day from which an expression is read: the publication day, or a date that the text told before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.interval import Interval, Precision


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text gave before."""

    days: Interval
    precision: Precision


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is read from; None is unknown."""

    speech: date | None  # the DCT
    told: Told | None = None  # the last date told
    near: Told | None = None  # a day in the same sentence
    quarter: Interval | None = None  # the last quarter told
    narrative: bool = False  # the text is history: years come from the dates told before, not from the DCT
    ancient: int | None = None  # the year before Christ of which a story last told
    southern: bool = False  # seasons of the southern hemisphere
    day_first: bool | None = None  # of 05/07/2024; None: nothing decides

    @property
    def here(self) -> date | None:
        """The day from which a month or weekday is sought."""
        if self.narrative and self.told:
            return self.told.days.start
        return self.speech
