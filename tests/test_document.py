"""Names within one article. The sentences are invented."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.actors.names.document import find_names
from pipeline.furniture import find_furniture
from pipeline.model import Furniture, Name, Source
from pipeline.seeds import read_seeds
from pipeline.tables import to_records, to_table
from pipeline.text import enter_articles, split_sentences

ACTORS = read_seeds().actors


def names_of(text: str, *pieces: tuple[str, str, str | None]) -> list[Any]:
    """Names of an article; `pieces` are (words, kind, source) of page furniture in it."""
    articles = enter_articles(to_table([Source("a", text)], Source), None)
    sentences = split_sentences(articles)
    article_id = articles["article_id"][0]
    at = [(text.index(words), words, kind, source) for words, kind, source in pieces]
    given = to_table((Furniture(article_id, i, i + len(w), w, k, s, None) for i, w, k, s in at), Furniture)
    furniture = given if pieces else find_furniture(articles, sentences)
    return to_records(find_names(sentences, furniture, ACTORS), Name)


def brief(text: str) -> list[tuple[str, str, str]]:
    return [(n.text, n.kind, n.name) for n in names_of(text) if n.resolved_by != "demonym"]


def test_offsets_are_those_of_the_words() -> None:
    text = "In Peru the mood is calm.\n\nIn “Bolivia” it is not, say the Peruvians."
    assert [(text[n.char_start : n.char_end], n.text) for n in names_of(text)] == [(n.text, n.text) for n in names_of(text)]
    assert [n.name for n in names_of(text)] == ["Peru", "Bolivia", "Peru"]


def test_neither_article_nor_possessive_belongs_to_a_name() -> None:
    assert brief("The Taliban's envoy left for the Netherlands.") == [("Taliban", "organisation", "Taliban"), ("Netherlands", "location", "Netherlands")]


def test_a_demonym_is_told_as_one_and_names_its_country() -> None:
    (name,) = names_of("He met a Danish officer.")
    assert (name.text, name.name, name.kind, name.resolved_by) == ("Danish", "Denmark", "location", "demonym")


def test_a_surname_is_the_person_named_in_full() -> None:
    assert brief("Maria Fernandez spoke first. Then Fernandez left.")[-1] == ("Fernandez", "person", "Maria Fernandez")


@pytest.mark.parametrize("word", ["March", "Friday", "September", "May"])
def test_months_and_weekdays_are_no_names(word: str) -> None:
    assert brief(f"They met in {word} to talk about {word}.") == []


def test_names_in_furniture_are_given_as_such_and_the_outlet_is_not() -> None:
    found = names_of("OSLO, 3 May / TASS /. Norway agreed.", ("OSLO, 3 May / TASS /.", "dateline", "TASS"))
    assert [(n.text, n.furniture) for n in found if n.text == "Norway"] == [("Norway", None)]
    assert not [n for n in found if n.text == "TASS"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He lost the 2011 Ghana parliamentary election.", []),
        ("She kept Ghana in the election.", ["Ghana"]),
        ("They signed the Lisbon Treaty in Lisbon.", ["Lisbon"]),
        ("She won the Sakharov Prize.", []),
    ],
    ids=["a vote with its year", "a place beside a vote", "a treaty", "a prize"],
)
def test_what_names_an_event_names_no_actor(text: str, wanted: list[str]) -> None:
    assert [n for n, _, _ in brief(text)] == wanted


def test_a_body_takes_the_name_after_its_of() -> None:
    assert brief("Staff of the Ministry of Health met.") == [("Ministry of Health", "organisation", "Ministry of Health")]


def test_a_role_before_a_body_is_not_its_name() -> None:
    assert brief("The Secretary-General of the African Union spoke.") == [("African Union", "organisation", "African Union")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The World Kite Council (WKC) met. The WKC agreed.", "World Kite Council"),
        ("The WKC (World Kite Council) met. The WKC agreed.", "World Kite Council"),
        ("The WKC met. Later the World Kite Council (WKC) agreed.", "World Kite Council"),
    ],
    ids=["long form first", "acronym first", "used before it is defined"],
)
def test_an_acronym_that_the_article_defines_stands_for_the_body(text: str, wanted: str) -> None:
    assert {(name, kind) for word, kind, name in brief(text) if word == "WKC"} == {(wanted, "organisation")}


def test_a_surname_before_the_full_name_is_the_same_person() -> None:
    assert brief("Tomasevic denied it. Goran Tomasevic left.")[0] == ("Tomasevic", "person", "Goran Tomasevic")


def test_a_given_name_alone_is_the_one_person_who_bears_it() -> None:
    assert brief("Goran Tomasevic left. Then Goran wept.")[-1] == ("Goran", "person", "Goran Tomasevic")
    assert brief("Goran Tomasevic met Goran Petrovic. Then Goran wept.")[-1] == ("Goran", "person", "Goran")


def test_a_surname_of_two_people_stays_open() -> None:
    assert brief("Ana Petrovic and Ivan Petrovic met. Petrovic left.")[-1] == ("Petrovic", "person", "Petrovic")


def test_particles_belong_to_the_surname() -> None:
    assert brief("Greta von Halden spoke. Then von Halden left.")[-1] == ("von Halden", "person", "Greta von Halden")


def test_whoever_has_a_title_is_a_person_and_the_title_is_not_the_name() -> None:
    assert brief("They asked Mr. Azarov and Sheikh Karimu.") == [("Azarov", "person", "Azarov"), ("Karimu", "person", "Karimu")]


def test_members_of_a_body_are_not_its_name() -> None:
    assert brief("Hezbollah fighters fled.") == [("Hezbollah", "organisation", "Hezbollah")]


def test_a_short_form_is_the_one_body_that_ends_with_it() -> None:
    assert brief("The Malian Electoral Commission met. The Electoral Commission voted.")[-1][2] == "Malian Electoral Commission"


def test_capitals_are_read_as_a_sentence() -> None:
    assert [(n, k) for n, k, _ in brief("FLOODS HIT KENYA AND UGANDA AS UN WARNS")] == [
        ("KENYA", "location"), ("UGANDA", "location"), ("UN", "organisation"),
    ]  # fmt: skip


def test_half_of_an_adjective_is_no_name() -> None:
    assert brief("A U.S.-led force left.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Danish Fisheries Minister Marie Olsen left.", [("Marie Olsen", "person")]),
        ("The newspaper asked librarian Anna Schmidt.", [("Anna Schmidt", "person")]),
        ("The newspaper Correio do Porto asked librarian Anna Schmidt.", [("Correio do Porto", "organisation"), ("Anna Schmidt", "person")]),
        ("Jordan Miller went to Jordan.", [("Jordan Miller", "person"), ("Jordan", "location")]),
        ("They asked J.R. Miller.", [("J.R. Miller", "person")]),
        ("They met at Lake Tarnovo.", [("Lake Tarnovo", "location")]),
        ("The UN Secretary-General left.", [("UN", "organisation")]),
        ("She won the Tarnovo Cup.", []),
        ("The mood is better since Christmas.", []),
        ("They fled Hurricane Maria.", []),
        ("They sell the SnapLock 3 in four shops.", []),
    ],
    ids=[
        "a portfolio",
        "a trade",
        "a newspaper",
        "a given name that is a country",
        "initials",
        "a lake",
        "an office",
        "a cup",
        "a holiday",
        "a storm",
        "a product",
    ],
)
def test_words_tell_the_kind_of_a_name(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(word, kind) for word, kind, _ in brief(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Storm Elvira hit Galway. Elvira broke trees.", [("Galway", "location")]),
        ("They asked Anna Miller KC.", [("Anna Miller", "person")]),
        ("Varden Town have sold Anna Schmidt.", [("Varden Town", "organisation"), ("Anna Schmidt", "person")]),
        ("The newspaper asked dancer Xilka Schmidt.", [("Xilka Schmidt", "person")]),
    ],
    ids=["a storm has a name like a person", "letters after a name", "a club called by a place", "a trade before an unknown name"],
)
def test_words_tell_where_a_name_ends_and_what_it_is(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(word, kind) for word, kind, _ in brief(text)] == wanted


def test_an_acronym_without_definition_is_the_one_body_with_its_initials() -> None:
    assert brief("The Tarnovo Fishing Union met. Later the TFU agreed.")[-1] == ("TFU", "organisation", "Tarnovo Fishing Union")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("LAGOS 2004-03-02", [("LAGOS", "location")]),
        ("Sofia Kostova scored twice as Chelsea beat Arsenal 2-1.", [("Sofia Kostova", "person"), ("Chelsea", "organisation"), ("Arsenal", "organisation")]),
        ("Kenya 2 Uganda 1", [("Kenya", "location"), ("Uganda", "location")]),
    ],
    ids=["a dateline", "clubs", "national teams are their countries"],
)
def test_lines_of_a_wire_are_read(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(word, kind) for word, kind, _ in brief(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Varden Seed Trust has met. The plan of the Trust was clear.", ("Trust", "organisation", "Varden Seed Trust")),
        ("The Institute of Kites has met. The plan of the Institute was clear.", ("Institute", "organisation", "Institute of Kites")),
        ("They work for Velmora Shipping. The boats of Velmora are old.", ("Velmora", "organisation", "Velmora Shipping")),
        ("The Movement for Kites (MfK) has won. The MfK was glad.", ("MfK", "organisation", "Movement for Kites")),
    ],
    ids=["its last word", "the word before 'of'", "the first word of a firm", "initials that are no acronym"],
)
def test_a_body_goes_by_a_short_form_later(text: str, wanted: tuple[str, str, str]) -> None:
    assert brief(text)[-1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "They were aboard the ferry Dorabella Star when it sank.",
        "The MV Dorabella sank off the coast. Nobody aboard the Dorabella was hurt.",
        "He wrote “Winter Road” in a week.",
        "She wrote the novel Winter Road in a week.",
        "She wrote Winter Road, a novel of the sea, in a week.",
        "The Dorabella Star ran aground. The owners of Dorabella Star paid.",
    ],
    ids=["a ship", "a ship without its sign later", "a title in quotation marks", "a novel", "a title that is explained", "a ship without its verb later"],
)
def test_ships_and_works_are_no_actors(text: str) -> None:
    assert brief(text) == []


def test_everyday_words_of_a_headline_are_no_names() -> None:
    assert [n for n, _, _ in brief("Council Votes To Keep Old Bridge In Oslo\n\nIt was close.")] == ["Oslo"]


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("The prices will rise, he told Skogposten on Monday.", "Skogposten"),
        ("The prices rise, said the newspaper Skogposten.", "Skogposten"),
        ("The prices rise, the Skogposten newspaper has reported.", "Skogposten"),
        ("The prices rise, said the broadcaster XKQ.", "XKQ"),
    ],
)
def test_a_paper_is_one_where_it_is_told_or_called_so(text: str, paper: str) -> None:
    assert brief(text) == [(paper, "organisation", paper)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Veldane Containers sold two plants. Veldane said on Monday that it would sell more.", ("Veldane", "organisation", "Veldane Containers")),
        ("He holds a stake in Veldane. Veldane Containers sold two plants.", ("Veldane", "organisation", "Veldane Containers")),
        ("The Orrisay Trust met on Friday. Seals live near Orrisay, and people like them.", ("Orrisay", "location", "Orrisay")),
        ("Ruth Talbrook spoke. Talbrook Rural Accounting closed. Mrs Talbrook wept.", ("Talbrook", "person", "Ruth Talbrook")),
    ],
    ids=["the first word of a company", "a stake in it", "an island that has a trust", "a founder who gave it the surname"],
)
def test_a_body_goes_by_the_first_word_of_its_name_when_the_word_is_nobodys_else(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in brief(text)


def test_a_town_whose_captain_is_told_of_is_a_team_wherever_it_is_named() -> None:
    found = brief("Varden beat Holmwick on Saturday. The Varden captain, Ole Hansen, said he was happy.")
    assert [kind for _, kind, name in found if name == "Varden"] == ["organisation", "organisation"]


def test_a_country_whose_captain_is_told_of_is_the_country() -> None:
    assert brief("The Ghana captain said he was happy.") == [("Ghana", "location", "Ghana")]


def test_a_name_with_a_chief_executive_is_a_firms_wherever_it_stands() -> None:
    found = brief("Zelmor left Peru in March. Zelmor's chief executive, Ole Hansen, said he was happy.")
    assert [kind for _, kind, name in found if name == "Zelmor"] == ["organisation", "organisation"]


def test_a_name_with_an_initial_is_the_person_whose_name_the_article_spells_out() -> None:
    found = brief("Dilwan Hansen took nine wickets. Hansen, who is 27, was glad. It was left to D. Hansen to bowl.")
    assert [name for _, kind, name in found if kind == "person"] == ["Dilwan Hansen"] * 3


def test_a_given_name_that_the_article_knows_belongs_to_the_name_behind_it() -> None:
    found = brief("Jerrolf Hansen and Camillo Hansen own two ferries. The brothers fell out. Mr Jerrolf Hansen said it was sad.")
    assert [name for _, kind, name in found if kind == "person"] == ["Jerrolf Hansen", "Camillo Hansen", "Jerrolf Hansen"]
