"""Interviews."""

from __future__ import annotations

from tests.actors_setting import told


def test_an_interview_gives_each_turn_to_its_speaker() -> None:
    text = "[P:Soto|Ana Soto]: Trains stop. My aunt said so.\nQ: Why?\n[P:Vos|Jan Vos]: Rain.\n[P:Soto|Ana Soto]: Snow."
    assert [name for name, *_ in told(text).said()] == ["Ana Soto", "Ana Soto", "Jan Vos", "Ana Soto"]


def test_one_line_with_a_colon_makes_no_interview() -> None:
    assert len(told("[P:Soto|Ana Soto]: trains stop\nThe weather was fine. It rained.").said()) == 1
