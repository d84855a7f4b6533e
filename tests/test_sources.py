"""Outlets, agencies and copies."""

from __future__ import annotations

import pytest

from pipeline.events.relay import outlet_key, relayed_from
from pipeline.events.sources import COPY, likeness, sketch_of
from tests.stories import told

TEXT = " ".join(f"word{n} follows word{n + 1} in a long and quite particular report number {n * 7}" for n in range(40))


def test_a_copy_with_another_ending_is_known() -> None:
    assert likeness(sketch_of(TEXT), sketch_of(TEXT + " One more sentence was added by the editor of the paper.")) >= COPY


def test_another_text_is_no_copy() -> None:
    other = " ".join(f"line {n} tells of something else entirely, item {n * 13} of the list" for n in range(40))
    assert likeness(sketch_of(TEXT), sketch_of(other)) < COPY


def test_a_short_text_has_no_sketch_and_is_like_nothing() -> None:
    assert sketch_of("two words") == "" and likeness("", "") == 0.0


def test_the_article_of_an_outlets_name_does_not_count() -> None:
    assert outlet_key("The Varna Post") == outlet_key("Varna Post")


RELAYED = [
    (
        "the agency in each paragraph",
        "A dam broke at Orm on Monday, the Coast Press reports.\n\nNobody was hurt, according to the agency, and forty goats swam."
        "\n\nThe dam was built in 1961. It quoted an engineer who had warned the town.",
        "Coast Press",
    ),
    ("a name in each paragraph", "Reuters reported that a dam broke at Orm.\n\nNobody was hurt, an engineer told Reuters on Monday night.", "Reuters"),
    ("a brief that cites", "A dam broke at Orm on Monday night, citing the daily Orm Courier.", "Orm Courier"),
    ("its own words", "A dam broke at Orm, Radio Orm reports from the valley itself.\n\nNobody was hurt, Radio Orm has learned.", None),
    (
        "one remark among others",
        "A dam broke at Orm on Monday, the mayor said.\n\nHe told Reuters that nobody was hurt.\n\nForty goats swam to the mill there.",
        None,
    ),
    ("an agency that is no outlet", "The Dam Agency said on Monday that nobody was hurt.\n\nThe agency said that forty goats swam to the mill.", None),
    ("who speaks is no outlet", "The Orm Council said on Monday that a dam broke.\n\nThe council said that forty goats swam to the mill.", None),
]


@pytest.mark.parametrize(("text", "source"), [r[1:] for r in RELAYED], ids=[r[0] for r in RELAYED])
def test_an_article_told_after_another_source_is_of_that_source(text: str, source: str | None) -> None:
    assert relayed_from(text, "Radio Orm") == source


def test_words_that_an_agency_carries_are_of_one_source_wherever_they_stand() -> None:
    lead = "The army shelled the port of Odesa on Monday, Reuters reported.\n\nThe harbour master closed the gates for a week and sent the ships away."
    first = ("Rain fell. " + lead, "2024-06-12")
    second = ("It was late in the evening of a long day. " + lead.replace("for a week", "at noon, to the anger of the fishermen,"), "2024-06-12")
    third = ("The army shelled the port of Odesa on Monday, and our reporter counted nine holes in the roof of the mill.", "2024-06-12")
    found = told(first, second, third).events
    assert [(e.n_articles, e.n_independent) for e in found if e.event_type == "ASSAULT"] == [(3, 2)]
