"""All rules, in the order in which equals are tried."""

from __future__ import annotations

import functools

from pipeline.model import NamedDay
from pipeline.timex.grammar import Grammar, Rule
from pipeline.timex.rules import (
    absolute,
    blockers,
    counted,
    durations,
    histories,
    named,
    numeric,
    periods,
    quarters,
    ranges,
    relative,
    sets,
    shifts,
    told,
    vague,
    years,
)

TABLES = (
    blockers.RULES,
    ranges.RULES,
    counted.RULES,
    relative.RULES,
    shifts.RULES,
    quarters.RULES,
    periods.RULES,
    numeric.RULES,
    told.RULES,
    absolute.RULES,
    years.RULES,
    durations.RULES,
    sets.RULES,
    vague.RULES,
    histories.RULES,
)


def all_rules(named_days: tuple[NamedDay, ...] = ()) -> tuple[Rule, ...]:
    return named.rules_of(named_days) + tuple(r for table in TABLES for r in table)


@functools.lru_cache(maxsize=4)
def grammar(named_days: tuple[NamedDay, ...] = ()) -> Grammar:
    """The compiled grammar; a process needs one."""
    return Grammar(all_rules(named_days))
