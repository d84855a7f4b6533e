"""Interviews."""

from __future__ import annotations

from tests.actors_setting import told


def test_an_interview_gives_each_turn_to_its_speaker() -> None:
    text = "[P:Soto|Ana Soto]: Trains stop. My aunt said so.\nQ: Why?\n[P:Vos|Jan Vos]: Rain.\n[P:Soto|Ana Soto]: Snow."
    assert [name for name, *_ in told(text).said()] == ["Ana Soto", "Ana Soto", "Jan Vos", "Ana Soto"]


def test_one_line_with_a_colon_makes_no_interview() -> None:
    assert len(told("[P:Soto|Ana Soto]: trains stop\nThe weather was fine. It rained.").said()) == 1


def test_a_label_in_capitals_is_the_surname_of_someone_in_the_article() -> None:
    text = "[P:Ana Soto] runs trams.\nPRESS: Why?\nSOTO: Because they roll. We like it.\nPRESS: And [P:Jan Vos]?\nSOTO: He walks."
    assert [name for name, *_ in told(text).said()] == ["Ana Soto"] * 3


def test_who_asks_in_an_interview_says_nothing_for_others() -> None:
    text = "[P:Ana Soto] runs trams.\nQ: [P:Jan Vos] says that you lie. Do you?\nA: No.\nQ: Never?\nA: I sing."
    assert [name for name, *_ in told(text).said()] == ["Ana Soto"] * 2


def test_questions_that_stand_alone_are_answered_by_whom_the_text_introduces() -> None:
    text = "[P:Ana Soto] runs trams in [L:Oslo].\nWhy trams?\nI like rails.\nThe bank paid.\nAnd buses?\nWe sold them.\nThe depot is red."
    assert [name for name, *_ in told(text).said()] == ["Ana Soto"] * 3


def test_questions_in_a_story_make_no_interview() -> None:
    assert told("[P:Ana Soto] runs trams.\nWhy trams?\nThe city is flat.\nAnd buses?\nThe city has none.").said() == []


def test_a_label_may_have_a_title_and_two_surnames() -> None:
    text = (
        "[P:Ana Soto Vega] runs trams.\nQuestion: Why?\nMrs. [P:Soto Vega|Ana Soto Vega]: They roll.\nQuestion: Ever?\nMrs. [P:Soto Vega|Ana Soto Vega]: Yes."
    )
    assert [name for name, *_ in told(text).said()] == ["Ana Soto Vega"] * 2


def test_a_question_may_have_a_sentence_before_it_or_be_none() -> None:
    text = "[P:Ana Soto] runs trams.\nYou were rich. Why trams?\nRails last.\nYou hate buses.\nI do.\nShe laughs.\nAnd [P:Jan Vos]?\nI like him."
    assert [name for name, *_ in told(text).said()] == ["Ana Soto"] * 3
