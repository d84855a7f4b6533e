"""Correcting on screen: every field of an event, splitting one, adding one that was overlooked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipeline import corrections
from pipeline.cluster import build
from pipeline.corrections import Correction

APP = str(Path(__file__).parent.parent / "app.py")
ONE = "VARNA, June 12, 2024. Guards searched the port of Varna on Sunday. Drones struck the oil depot of Varna on Monday, killing four workers."
TWO = "VARNA, June 12, 2024. Guards searched the port of Varna on Sunday. Seven workers were killed when drones struck the oil depot of Varna on Monday."


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    (tmp_path / "news").mkdir()
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / "news" / name).write_text(text, encoding="utf-8")
    build([tmp_path / "news"], tmp_path / "data")
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    return AppTest.from_file(APP, default_timeout=30)


def page(app: AppTest, name: str) -> AppTest:
    app.run()
    app.switch_page(f"dashboard/pages/{name}.py")
    app.run()
    assert not app.exception, app.exception
    return app


def said() -> list[Correction]:
    return [e.correction for e in corrections.active(Path(os.environ["DATELINE_DATA"]))]


def test_every_field_of_a_disputed_event_can_be_corrected_in_the_queue(app: AppTest) -> None:
    page(app, "review")
    next(t for t in app.text_input if t.label == "What happened").set_value("Drones set a depot on fire")
    next(s for s in app.selectbox if s.label == "Type").set_value("COERCE")
    next(s for s in app.selectbox if s.label == "Did it happen?").set_value("claimed")
    next(b for b in app.button if b.label == "Save").click()
    app.run()
    assert {(c.values["field"], c.values["value"]) for c in said()} >= {
        ("title", "Drones set a depot on fire"),
        ("event_type", "COERCE"),
        ("status", "claimed"),
    }


def test_a_passage_of_another_event_can_be_split_off(app: AppTest) -> None:
    page(app, "review")
    app.selectbox(key="correct.passage").set_value(1)
    app.run()
    app.button(key="correct.split").click()
    app.run()
    assert [c.kind for c in said()] == ["split_event"]


def test_an_event_that_was_overlooked_can_be_added(app: AppTest) -> None:
    page(app, "article")
    app.text_area[0].set_value("Guards searched the port")
    next(t for t in app.text_input if t.label == "What happened").set_value("Search in the port")
    next(d for d in app.date_input if d.label == "First day").set_value("2024-06-09")
    next(b for b in app.button if b.label == "Add the event").click()
    app.run()
    assert [(c.kind, c.quote, c.values["date_end"]) for c in said()] == [("add_event", "Guards searched the port", "2024-06-09")]


def test_words_that_are_not_in_the_article_add_nothing(app: AppTest) -> None:
    page(app, "article")
    app.text_area[0].set_value("Nobody wrote this")
    next(b for b in app.button if b.label == "Add the event").click()
    app.run()
    assert said() == []
    assert "do not stand in the article" in app.warning[0].value
