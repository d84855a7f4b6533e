"""Gazetteer and tagger put together. The tags are given, so that nothing here depends on the weights."""

from __future__ import annotations

import pytest

from pipeline.actors.gazetteer import load_gazetteer
from pipeline.actors.names.sentence import join_names
from pipeline.actors.names.tagger import Tagged
from pipeline.seeds import read_seeds

GAZETTEER = load_gazetteer(read_seeds().actors)


def joined(text: str, *tags: Tagged) -> list[tuple[str, str, str]]:
    words = text.split(" ")
    return [(" ".join(words[f.first : f.last]), f.kind, f.how) for f in join_names(words, GAZETTEER.find(words), tags)]


@pytest.mark.parametrize(
    ("text", "tag", "wanted"),
    [
        ("the African Union met", Tagged(1, 2, "location"), [("African Union", "organisation", "exact")]),
        ("the Dutch left", Tagged(1, 2, "organisation"), [("Dutch", "location", "demonym")]),
        ("officials in the city of Accra have met again", Tagged(5, 6, "organisation"), [("Accra", "location", "exact")]),
        ("Accra 3 Lagos 1", Tagged(0, 1, "organisation"), [("Accra", "organisation", "tagged"), ("Lagos", "location", "exact")]),
        ("a Peru -led force", Tagged(1, 2, "location"), [("Peru", "location", "exact")]),
        ("a United Nations-backed force", Tagged(1, 2, "organisation"), []),
        ("the Wexham Police said so", Tagged(1, 2, "location"), [("Wexham Police", "organisation", "tagged")]),
        ("then Police Scotland said so", Tagged(2, 3, "location"), [("Police Scotland", "organisation", "tagged")]),
        ("the Ministry of Ponds said so", Tagged(3, 4, "location"), [("Ministry of Ponds", "organisation", "tagged")]),
        ("they flew home in an old Boeing 737 of the army", Tagged(6, 7, "organisation"), []),
    ],
    ids=[
        "a longer known name",
        "a demonym",
        "a city",
        "a team",
        "a stray hyphen",
        "half an adjective",
        "a place and its police",
        "the police of a country",
        "a ministry",
        "an aeroplane",
    ],
)
def test_what_is_known_and_what_is_read_become_one_list(text: str, tag: Tagged, wanted: list[tuple[str, str, str]]) -> None:
    assert joined(text, tag) == wanted
