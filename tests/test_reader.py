"""Whom words mean while an article is read in order."""

from __future__ import annotations

import pytest

from tests.actors_setting import told


def test_it_that_speaks_is_the_body_the_sentence_is_about() -> None:
    assert ("it", "Harbour Bank") in told("The [O:Harbour Bank] will keep the coins, it said.").references()


def test_a_national_alone_is_a_person_and_not_the_country() -> None:
    setting = told("Norwegian minister [P:Jan Vos] met the press. Prices rose, the Norwegian said.")
    assert [name for name, *_ in setting.said()] == ["Jan Vos"]


def test_a_role_told_of_one_of_two_people_is_nobodys() -> None:
    assert told("[P:Ana Soto] met [P:Jan Vos]. The economist left.").roles == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We lost," said [P:Ana Soto], head of the [O:Harbour Bank].', ("We", "Harbour Bank")),
        ('[P:Ana Soto], head of the [O:Harbour Bank], wept. "It rained. We lost."', ("We", "Harbour Bank")),
        ("The [O:Harbour Bank] said on Monday it would close.", ("it", "Harbour Bank")),
    ],
    ids=["named after the quote", "named before the quote", "it after a day"],
)
def test_we_and_it_are_the_body_that_speaks(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in told(text).references()


@pytest.mark.parametrize(
    "text",
    [
        '"We lost," said [P:Ana Soto].',
        "We lost, and [P:Ana Soto], head of the [O:Harbour Bank], wept.",
        '"We lost," said [P:Ana Soto] of the [O:Harbour Bank] and [P:Jan Vos] of the [O:Gull Club].',
    ],
    ids=["of no body", "the writer's", "two speak"],
)
def test_we_of_no_one_body_stays_open(text: str) -> None:
    assert "We" not in [words for words, _ in told(text).references()]


def test_a_later_role_is_of_the_one_just_named_with_such_a_role() -> None:
    setting = told("[P:Jan Vos] left. Trains stopped. Professor [P:Ana Soto] came. The Norwegian physicist wept.")
    assert ("The Norwegian physicist", "Ana Soto") in setting.references()
