"""Roles that the words around tell."""

from __future__ import annotations

import pytest

from tests.actors_setting import told

ROLES = [
    ("its", "The [O:Arab Rail Union] met. [P:Ana Soto], its treasurer, left.", ("Ana Soto", "treasurer", "Arab Rail Union")),
    ("the only body so far", "The [O:Arab Rail Union] met. Director general [P:Ana Soto] left.", ("Ana Soto", "Director general", "Arab Rail Union")),
    ("told later", "[P:Ana Soto] of [O:Harbour Bank] said prices rose. The economist left.", ("Ana Soto", "economist", "Harbour Bank")),
    ("told later with a country", "The [O:Gulls] sacked [P:Jan Vos]. The Norwegian coach wept.", ("Jan Vos", "coach", "Norway")),
    ("told before the name", "The [O:Harbour Bank] lost its treasurer. [P:Ana Soto] was ill.", ("Ana Soto", "treasurer", "Harbour Bank")),
    ("the board is the one named so", "The [O:Rail Board] met. [P:Ana Soto], head of the board, left.", ("Ana Soto", "head of the board", "Rail Board")),
    ("his deputy", "[O:Harbour Bank] chairman [P:Jan Vos] left. His deputy, [P:Ana Soto], stays.", ("Ana Soto", "deputy", "Harbour Bank")),
    ("a name's deputy", "[O:Harbour Bank] chairman [P:Jan Vos] met [P:Jan Vos]'s deputy, [P:Ana Soto].", ("Ana Soto", "deputy", "Harbour Bank")),
    ("a counterpart", "Norwegian Energy Minister [P:Kari Lund] met her Chilean counterpart, [P:Jan Vos].", ("Jan Vos", "Energy Minister", "Chile")),
    ("a predecessor", "[P:Jan Vos] resigned as head of [O:Gull Air]. His predecessor, [P:Ana Soto], wept.", ("Ana Soto", "former head", "Gull Air")),
    ("a successor", "[P:Ana Soto], head of [O:Gull Air], left. It elected [P:Jan Vos] as her successor.", ("Jan Vos", "incoming head", "Gull Air")),
    ("a seat", "The [O:Molde District Court] met. Nobody spoke. Judge [P:Ana Soto] wept.", ("Ana Soto", "Judge", "Molde District Court")),
    ("told with 'said' before it", '[P:Ana Soto] of [O:Harbour Bank] sat. "Yes," said the economist.', ("Ana Soto", "economist", "Harbour Bank")),
    ("a pronoun leads", "[P:Ana Soto] left. She runs the [O:Harbour Bank].", ("Ana Soto", "head", "Harbour Bank")),
    ("a body of a person without a role", "[P:Ana Soto] of the aid group [O:Open Water] left.", ("Ana Soto", "", "Open Water")),
    ("a body in brackets", "[P:Ana Soto] ([O:Gull Party]) left.", ("Ana Soto", "", "Gull Party")),
    ("the state of its bodies", "Norwegian police left. Health minister [P:Ana Soto] left.", ("Ana Soto", "Health minister", "Norway")),
    ("the only country", "[L:Chile] voted. Prime Minister [P:Ana Soto] left.", ("Ana Soto", "Prime Minister", "Chile")),
    ("the only town", "[L:Molde] flooded. Mayor [P:Jan Vos] left.", ("Jan Vos", "Mayor", "Molde")),
]


@pytest.mark.parametrize(("text", "wanted"), [r[1:] for r in ROLES], ids=[r[0] for r in ROLES])
def test_a_role_takes_its_body_or_holder_from_the_words_before(text: str, wanted: tuple[str, str, str]) -> None:
    assert [(r.name, r.role, r.affiliation) for r in told(text).roles][-1] == wanted


def test_of_two_bodies_none_is_guessed() -> None:
    setting = told("The [O:Arab Rail Union] met the [O:Harbour Bank]. Director general [P:Ana Soto] left.")
    assert [r.affiliation for r in setting.roles] == [None]


@pytest.mark.parametrize(
    "text",
    ["[L:Chile] and [L:Norway] voted. President [P:Ana Soto] left.", "The [O:Harbour Bank] met. [P:Ana Soto], a director on the other side, left."],
    ids=["of two countries", "of whom is told in words that are not read"],
)
def test_a_holder_that_the_words_leave_open_stays_open(text: str) -> None:
    assert [r.affiliation for r in told(text).roles] == [None]


def test_someone_known_before_does_not_take_a_role_told_later() -> None:
    setting = told("[P:Jan Vos] scored. The head of the [O:Arab Rail Union] left. [P:Jan Vos] wept.")
    assert setting.roles == []


@pytest.mark.parametrize(
    "text",
    [
        "[P:Ana Soto] sat. A midwife came. [P:Jan Vos], a baker, left. The midwife wept.",
        "[P:Ana Soto] was hit by a van. Nobody spoke. Trains stopped. The driver fled.",
    ],
    ids=["someone without a name has it", "whoever drives is not named"],
)
def test_a_later_role_of_somebody_else_is_not_given_to_the_only_one_without(text: str) -> None:
    assert "Ana Soto" not in [r.name for r in told(text).roles]


def test_an_outlet_to_which_something_was_told_holds_no_roles() -> None:
    setting = told("She told the [O:Harbour Bank]. Director [P:Ana Soto] left.")
    assert [r.affiliation for r in setting.roles] == [None]


def test_words_for_anybody_are_no_role() -> None:
    assert told("[P:Ana Soto] said prices rose. The official left.").roles == []
