"""The list of triggers."""

from __future__ import annotations

from pipeline.model import EVENT_TYPES
from pipeline.seeds import read_seeds


def test_every_class_has_verbs_and_nouns_and_no_trigger_stands_twice() -> None:
    triggers = read_seeds().triggers
    assert len(triggers) >= 600
    assert {(t.event_type, t.pos) for t in triggers} == {(c, p) for c in EVENT_TYPES for p in ("verb", "noun")}
    assert len({(t.lemma, t.pos) for t in triggers}) == len(triggers)
