"""Roles that the words around tell."""

from __future__ import annotations

import pytest

from tests.actors_setting import told

ROLES = [
    ("its", "The [O:Arab Rail Union] met. [P:Ana Soto], its treasurer, left.", ("Ana Soto", "treasurer", "Arab Rail Union")),
    ("the only body so far", "The [O:Arab Rail Union] met. Director general [P:Ana Soto] left.", ("Ana Soto", "Director general", "Arab Rail Union")),
    ("told later", "[P:Ana Soto] of [O:Harbour Bank] said prices rose. The economist left.", ("Ana Soto", "economist", "Harbour Bank")),
]


@pytest.mark.parametrize(("text", "wanted"), [r[1:] for r in ROLES], ids=[r[0] for r in ROLES])
def test_a_role_takes_its_body_or_holder_from_the_words_before(text: str, wanted: tuple[str, str, str]) -> None:
    assert [(r.name, r.role, r.affiliation) for r in told(text).roles] == [wanted]


def test_of_two_bodies_none_is_guessed() -> None:
    setting = told("The [O:Arab Rail Union] met the [O:Harbour Bank]. Director general [P:Ana Soto] left.")
    assert [r.affiliation for r in setting.roles] == [None]


def test_words_for_anybody_are_no_role() -> None:
    assert told("[P:Ana Soto] said prices rose. The official left.").roles == []
