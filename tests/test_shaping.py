"""What the tagger read becomes names. The tags are given, so that nothing here depends on the weights."""

from __future__ import annotations

import pytest

from pipeline.actors.gazetteer import load_gazetteer
from pipeline.actors.names.shaping import shape_tags
from pipeline.actors.names.tagger import Tagged
from pipeline.seeds import read_seeds

GAZETTEER = load_gazetteer(read_seeds().actors)


def shaped(text: str, *tags: tuple[str, str]) -> list[tuple[str, str]]:
    """Names of a sentence of which the tagger read (words, kind)."""
    words = text.split(" ")
    tagged = []
    for name, kind in tags:
        parts = name.split(" ")
        first = next(i for i in range(len(words)) if words[i : i + len(parts)] == parts)
        tagged.append(Tagged(first, first + len(parts), kind))
    return [(" ".join(words[t.first : t.last]), t.kind) for t in shape_tags(words, GAZETTEER.find(words), tagged)]


@pytest.mark.parametrize(
    ("text", "tag", "wanted"),
    [
        ("on Vane Radio Tuesday .", ("Vane Radio Tuesday", "organisation"), [("Vane Radio", "organisation")]),
        ("eastern Kenya is calm", ("eastern Kenya", "location"), [("Kenya", "location")]),
        ("U.S. Agriculture Secretary Ann", ("U.S. Agriculture", "organisation"), [("U.S.", "location")]),
        ("Chad and Niger met", ("Chad and Niger", "organisation"), [("Chad", "location"), ("Niger", "location")]),
        ("Vane Shipping of Lagos", ("Vane Shipping of Lagos", "organisation"), [("Vane Shipping", "organisation"), ("Lagos", "location")]),
        ("EU Commissioner Ann Holm", ("EU Commissioner Ann Holm", "organisation"), [("EU", "organisation"), ("Ann Holm", "person")]),
        ("the Red Party and Blue Party won", ("Red Party and Blue Party", "organisation"), [("Red Party", "organisation"), ("Blue Party", "organisation")]),
        ("the Holm Fund and Vane Court met", ("Holm Fund and Vane Court", "organisation"), [("Holm Fund", "organisation"), ("Vane Court", "organisation")]),
        ("the School of Art and Law Board met", ("School of Art and Law Board", "organisation"), [("School of Art and Law Board", "organisation")]),
        ("the old Holm Empire fell", ("Holm Empire", "organisation"), [("Holm Empire", "location")]),
        ("the Dane Ole Hansen won", ("Dane Ole Hansen", "organisation"), [("Ole Hansen", "person")]),
        ("Ole Hansen of Fjordwatch said", ("Ole Hansen of Fjordwatch", "organisation"), [("Ole Hansen", "person"), ("Fjordwatch", "organisation")]),
        ("Dr Vane of Fjord Police left", ("Dr Vane of Fjord Police", "organisation"), [("Vane", "person"), ("Fjord Police", "organisation")]),
        ("Lady Vane and Lord Holm left", ("Vane and Lord Holm", "organisation"), [("Vane", "person"), ("Holm", "person")]),
        ("Varden Town have sold him", ("Varden Town", "location"), [("Varden Town", "organisation")]),
        ("said Xol Vane , 68 , a cook", ("Xol Vane", "organisation"), [("Xol Vane", "person")]),
        ("the Red Party Ann Holm won", ("Red Party Ann Holm", "organisation"), [("Red Party", "organisation"), ("Ann Holm", "person")]),
        ("Kenya 's Harvest Board met", ("Kenya 's Harvest Board", "organisation"), [("Kenya", "location"), ("Harvest Board", "organisation")]),
        ("Detective Sergeant Ann Holm left", ("Detective Sergeant Ann Holm", "person"), [("Ann Holm", "person")]),
        ("proud mother-of-two Ann Holm won", ("proud mother-of-two Ann Holm", "person"), [("Ann Holm", "person")]),
        ("Alhaji Xol Vane , 68 , left", ("Alhaji Xol Vane", "organisation"), [("Xol Vane", "person")]),
        ("on Jan 24", ("Jan 24", "person"), []),
        ("it is in Hindi", ("Hindi", "location"), []),
        ("a Catholic school", ("Catholic", "organisation"), []),
    ],
    ids=[
        "a weekday", "a direction", "a portfolio", "two countries", "from where a firm is", "a body and its head", "two parties", "two bodies",
        "one body with two subjects", "a realm", "a demonym",
        "someone of a body",
        "a rank, a name and a body", "two people with titles", "a club called by a place", "an age tells a person",
        "a party and its candidate", "a place and its board", "two ranks", "a parent",
        "a title before who is told late to be a person", "a day", "a language", "a belief",
    ],
)  # fmt: skip
def test_a_tag_is_cut_to_the_names_in_it(text: str, tag: tuple[str, str], wanted: list[tuple[str, str]]) -> None:
    assert shaped(text, tag) == wanted


def test_a_party_has_the_people_before_it_in_its_name() -> None:
    assert shaped("the Danish Harvest Party won", ("Harvest Party", "organisation")) == [("Danish Harvest Party", "organisation")]


def test_a_body_and_what_it_is_of_are_one() -> None:
    assert shaped("the Harvest Board of Kenya met", ("Harvest Board", "organisation"), ("Kenya", "location")) == [("Harvest Board of Kenya", "organisation")]


@pytest.mark.parametrize(
    ("text", "tag", "wanted"),
    [
        ("he told Fjordposten so", ("Fjordposten", "person"), "organisation"),
        ("he told The Salt Ledger so", ("Salt Ledger", "location"), "organisation"),
        ("citing the Varna news agency", ("Varna", "location"), "location"),
        ("citing the Fjordo news agency", ("Fjordo", "person"), "organisation"),
        ("she spoke on Radio Salt Bay", ("Radio Salt Bay", "location"), "organisation"),
        ("he told Hansen so", ("Hansen", "person"), "person"),
        ("he told Ben Post so", ("Ben Post", "person"), "person"),
        ("he told Kenya so", ("Kenya", "location"), "location"),
    ],
)
def test_a_paper_is_known_by_where_it_stands_and_what_it_is_called(text: str, tag: tuple[str, str], wanted: str) -> None:
    assert shaped(text, tag) == [(tag[0], wanted)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Varden Pearl ran aground", "Varden Pearl"),
        ("sailors aboard the Varden Pearl", "Varden Pearl"),
        ("the wreck of the Varden Pearl", "Varden Pearl"),
        ("the Malta-flagged Varden Pearl", "Varden Pearl"),
        ("the tanker , the Varden Pearl , left", "Varden Pearl"),
        ("the Varden Pearl , a tanker last seen off Oslo", "Varden Pearl"),
        ("the aircraft carrier Varden Pearl", "Varden Pearl"),
        ("she starred in The Varden Pearl with him", "Varden Pearl"),
        ("her third album , Varden Pearl , is out", "Varden Pearl"),
        ("they won the Varden Shield again", "Varden Shield"),
        ("the Varden Levy Directive passed", "Varden Levy Directive"),
        ("the Varden Ride begins on Friday", "Varden Ride"),
        ("a Varden 407 crashed", "Varden"),
        ("ten Varden 2 tanks", "Varden"),
        ("the Order of the Varden Lion", "Varden Lion"),
        ("her novel , The Varden Pearl , sold", "Varden Pearl"),
        ("the yacht Varden Pearl", "yacht Varden Pearl"),
        ("Super Typhoon Varden hit", "Super Typhoon Varden"),
        ("code-named Varden Pearl", "Varden Pearl"),
        ("the Varden S24 phone", "Varden S24"),
        ("Weedy grass ( Vardena minor ) grows", "Vardena"),
        ("the Varden Salt Summit is over", "Varden Salt Summit"),
        ("the Varden fell 2 percent", "Varden"),
    ],
)
def test_a_thing_is_known_by_what_is_said_of_it(text: str, name: str) -> None:
    assert shaped(text, (name, "organisation")) == [(name, "thing")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Varden Pearl Company sank money in it", "Varden Pearl Company"),
        ("the Varden Council was carrying out works", "Varden Council"),
        ("they won the Varden Pearl League", "Varden Pearl League"),
        ("the carrier Varden Pearl sells tickets", "Varden Pearl"),
        ("the owner of the yacht , Ann Varden , left", "Ann Varden"),
        ("In his memoir , Varden Pearl , a clerk , lied", "Varden Pearl"),
        ("the Varden Storm Centre said", "Varden Storm Centre"),
        ("the Foundation for Varden Law paid", "Foundation for Varden Law"),
        ("he called it “ Varden Pearl Again and nothing else ”", "Varden Pearl"),
    ],
)
def test_a_body_is_no_thing(text: str, name: str) -> None:
    assert [kind for _, kind in shaped(text, (name, "organisation"))] != ["thing"]
