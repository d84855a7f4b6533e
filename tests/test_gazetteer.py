"""What is known before any article is read."""

from __future__ import annotations

import pytest

from pipeline.actors.gazetteer import load_gazetteer
from pipeline.seeds import read_seeds
from pipeline.text import tokenize

SEEDS = read_seeds()


def known(text: str) -> list[tuple[str, str, str]]:
    words = tokenize(text).words
    return [(" ".join(words[m.first : m.last]), m.entry.name, m.entry.how) for m in load_gazetteer(SEEDS.actors).find(words) if m.entry.sure]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("envoys of the European Union met", ("European Union", "European Union", "exact")),
        ("envoys of the EU met", ("EU", "European Union", "acronym")),
        ("the Chilean coast", ("Chilean", "Chile", "demonym")),
        ("al-Qaida said", ("al-Qaida", "Al-Qaeda", "alias")),
        ("Kenya’s coast", ("Kenya", "Kenya", "exact")),
    ],
    ids=["a name", "an acronym", "a demonym", "another spelling", "a typographic possessive"],
)
def test_a_known_name_is_found_as_it_is_written(text: str, wanted: tuple[str, str, str]) -> None:
    assert known(text) == [wanted]


def test_the_longest_name_wins() -> None:
    assert [name for _, name, _ in known("the UN Security Council")] == ["United Nations Security Council"]


def test_words_written_small_are_no_names() -> None:
    assert known("they turkey the georgia chad") == []


def test_every_country_has_a_code_and_most_have_demonyms() -> None:
    states = [a for a in SEEDS.actors if a.subkind == "state"]
    assert len(states) >= 193
    assert all(len(a.country) == 3 for a in states)
    assert all(a.demonyms for a in states if a.name not in ("Dominica", "Vatican City"))


def test_organisations_have_subkinds_and_no_name_twice() -> None:
    organisations = [a for a in SEEDS.actors if a.kind == "organisation"]
    assert len(organisations) >= 300
    assert all(a.subkind for a in SEEDS.actors)
    assert len({a.name for a in SEEDS.actors}) == len(SEEDS.actors)
