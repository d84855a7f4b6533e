"""What the grammar does not cover: whole dates and simple relatives in other languages, through dateparser.

A span is offered to dateparser only where its shape is that of a date; what is unclear is left alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from pipeline.interval import Unit
from pipeline.timex.meaning import Date, Meaning, Shift

LANGUAGES = ("de", "fr", "es", "ru", "fa", "it", "pt", "nl", "pl", "uk", "tr", "ar")
READ_FROM = datetime(2001, 5, 17)  # noqa: DTZ001 - a fixed day, of which no part is kept: it never shows in a result

ABSOLUTE = re.compile(r"(?<!\w)(\d{1,2})(?:\.|er|-го|º|°)?\s+(?:de\s+|του\s+)?([^\W\d_]{3,12})\.?(?:,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d))?(?!\w)")
MONTH_YEAR = re.compile(r"(?<!\w)([^\W\d_]{3,12})\s+(?:de\s+|del\s+)?(\d{4})(?!\w)")
AGO = {
    "de": r"vor (\d{1,3}) \w+", "fr": r"il y a (\d{1,3}) \w+", "es": r"hace (\d{1,3}) \w+", "ru": r"(\d{1,3}) \w+ назад", "fa": r"(\d{1,3}) \w+ پیش",
    "it": r"(\d{1,3}) \w+ fa", "pt": r"há (\d{1,3}) \w+",
}  # fmt: skip
DAYS = {
    "de": "gestern heute vorgestern", "fr": "hier aujourd'hui avant-hier demain", "es": "ayer hoy anteayer", "ru": "вчера сегодня позавчера завтра",
    "fa": "دیروز امروز فردا", "it": "ieri oggi domani", "pt": "ontem hoje", "nl": "gisteren vandaag", "pl": "wczoraj dzisiaj jutro", "uk": "вчора сьогодні",
}  # fmt: skip


LABELS = {
    "de": "Veröffentlicht|Aktualisiert|Stand|Erschienen|Datum", "fr": "Publié|Mis à jour|Paru|Le", "es": "Publicado|Actualizado|Fecha",
    "it": "Pubblicato|Aggiornato",
    "pt": "Publicado em|Atualizado", "nl": "Gepubliceerd|Bijgewerkt", "pl": "Opublikowano|Data publikacji", "ru": "Опубликовано|Обновлено", "tr": "Yayınlanma",
}  # fmt: skip
LABEL = re.compile("|".join(rf"(?P<{language}>(?:{words})\b)" for language, words in LABELS.items()))


class Foreign(NamedTuple):
    """A date in another language; offsets are code points of the sentence."""

    start: int
    end: int
    rule: str
    meaning: Meaning


def line_language(line: str) -> str | None:
    """The language of a label that says when a page came out.

    >>> line_language("Publié le 3 mars 2019"), line_language("Published 3 March 2019")
    ('fr', None)
    """
    label = LABEL.match(line)
    return label.lastgroup if label else None


def find_foreign(sentence: str, language: str) -> Iterator[Foreign]:
    """Dates of a sentence in the order of the text, without overlap."""
    if language not in LANGUAGES:
        return
    at = 0
    for found in sorted(_candidates(sentence, language)):
        if found.start >= at:
            yield found
            at = found.end


def _candidates(sentence: str, language: str) -> Iterator[Foreign]:
    for match in ABSOLUTE.finditer(sentence):
        date = _parse(match[0], language, ("day", "month", "year") if match[3] else ("day", "month"))
        if date:
            yield Foreign(match.start(), match.end(), "foreign.day", Date(date.year if match[3] else None, date.month, date.day))
    for match in MONTH_YEAR.finditer(sentence):
        date = _parse(match[0], language, ("month", "year"))
        if date:
            yield Foreign(match.start(), match.end(), "foreign.month", Date(date.year, date.month))
    yield from _relatives(sentence, language)


def _relatives(sentence: str, language: str) -> Iterator[Foreign]:
    names = "|".join(map(re.escape, DAYS.get(language, "").split()))
    for match in re.finditer(rf"(?<![\w-])(?:{names})(?![\w-])", sentence, re.IGNORECASE) if names else ():
        date = _parse(match[0], language, ())
        if date:
            away = (date.date() - READ_FROM.date()).days
            yield Foreign(match.start(), match.end(), "foreign.relative", Shift(abs(away), Unit.DAY, -1 if away < 0 else 1))
    for match in re.finditer(rf"(?<!\w){AGO[language]}", sentence, re.IGNORECASE) if language in AGO else ():
        unit = _unit_of(match[0], int(match[1]), language)
        if unit:
            yield Foreign(match.start(), match.end(), "foreign.relative", Shift(int(match[1]), unit, -1))


def _unit_of(text: str, count: int, language: str) -> Unit | None:
    """The unit of "vor 3 Wochen", by how far back it leads."""
    date = _parse(text, language, ())
    if date is None or not count:
        return None
    days = (READ_FROM.date() - date.date()).days
    each = days / count
    return next((u for u, (low, high) in UNIT_DAYS.items() if low <= each <= high), None)


UNIT_DAYS = {Unit.DAY: (1, 1), Unit.WEEK: (7, 7), Unit.MONTH: (28, 31), Unit.YEAR: (365, 366)}


@functools.lru_cache(maxsize=4096)
def _parse(text: str, language: str, parts: tuple[str, ...]) -> datetime | None:
    import dateparser  # slow to load, and of no use to English texts

    parser = "absolute-time" if parts else "relative-time"
    settings = {"RELATIVE_BASE": READ_FROM, "REQUIRE_PARTS": list(parts), "PREFER_DATES_FROM": "past", "PARSERS": [parser]}
    found: datetime | None = dateparser.parse(text, languages=[language], settings=settings)
    return found
