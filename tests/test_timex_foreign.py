"""Dates in other languages: whole days, months and simple relatives."""

from __future__ import annotations

import pytest

from pipeline.interval import Unit
from pipeline.text import language_of
from pipeline.timex.foreign import find_foreign
from pipeline.timex.meaning import Date, Meaning, Shift

TEXTS = {
    "de": "Der Minister sagte gestern in Berlin, dass die Gespräche am 3. Oktober 2023 begonnen haben und vor 3 Wochen endeten.",
    "fr": "Le ministre a déclaré hier à Paris que les discussions avaient commencé le 3 octobre 2023 et qu'elles avaient fini il y a 3 semaines.",
    "es": "El ministro dijo ayer en Madrid que las conversaciones comenzaron el 3 de octubre de 2023 y terminaron hace 3 semanas.",
    "ru": "Министр заявил вчера в Москве, что переговоры начались 3 октября 2023 года и закончились 3 недели назад.",
    "fa": "وزیر دیروز در تهران گفت که گفتگوها در 3 اکتبر 2023 آغاز شد و 3 هفته پیش پایان یافت.",
}
WANTED: set[Meaning] = {Shift(1, Unit.DAY, -1), Date(2023, 10, 3), Shift(3, Unit.WEEK, -1)}


@pytest.mark.parametrize("language", TEXTS)
def test_days_and_relatives_are_read(language: str) -> None:
    assert language_of(TEXTS[language]) == language
    assert {x.meaning for x in find_foreign(TEXTS[language], language)} == WANTED


def test_an_english_text_needs_no_model() -> None:
    assert language_of("The minister said in the capital that the talks had begun on the third of the month.") == "en"


def test_numbers_beside_other_words_are_no_dates() -> None:
    assert list(find_foreign("Im Saal waren 30 Stühle, 12 Tische und 2000 Menschen.", "de")) == []
