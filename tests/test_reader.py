"""Whom words mean while an article is read in order."""

from __future__ import annotations

from tests.actors_setting import told


def test_it_that_speaks_is_the_body_the_sentence_is_about() -> None:
    assert ("it", "Harbour Bank") in told("The [O:Harbour Bank] will keep the coins, it said.").references()


def test_a_national_alone_is_a_person_and_not_the_country() -> None:
    setting = told("Norwegian minister [P:Jan Vos] met the press. Prices rose, the Norwegian said.")
    assert [name for name, *_ in setting.said()] == ["Jan Vos"]


def test_a_role_told_of_one_of_two_people_is_nobodys() -> None:
    assert told("[P:Ana Soto] met [P:Jan Vos]. The economist left.").roles == []
