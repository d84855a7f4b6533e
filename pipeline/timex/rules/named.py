"""Named days: holidays and days that history has named, from seeds/named_days.csv."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from datetime import date, timedelta

from pipeline.interval import DAY, Interval, Unit, one_day
from pipeline.model import JOINT, NamedDay
from pipeline.text import tokenize
from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import Meaning, Named, Recurrence, Shift, Within
from pipeline.timex.rules.absolute import is_conjunction, year
from pipeline.timex.words import number, singular

TAIL = "(?:(?:{COMMA}|,? of| in)? (?P<year>{YEAR}))?"
LEAD = "(?:(?P<which>every|each|last|this|next|the following|the previous|that) (?:year {S} )?)?"
BESIDE = "(?:(?:the|(?P<count>{NUM}|a)) (?P<unit>{UNIT}|{UNITS}) (?P<side>before|after) )?"
PLAIN = re.compile(r"[a-z' -]+")


def rules_of(named_days: Iterable[NamedDay]) -> tuple[Rule, ...]:
    """One rule for all rows of the seeds: each of their names is an alternative of words."""
    ways = {_key(name): day.rule for day in named_days for name in day.names.split(JOINT)}
    names = sorted((n.strip().lower() for day in named_days for n in day.names.split(JOINT)), key=lambda n: (-len(n.split()), n))
    if not names:
        return ()
    pattern = words(f"{BESIDE}{LEAD}(?:the )?(?P<name>{'|'.join(map(_spell, names))}){TAIL}")
    return (Rule(name="named.day", pattern=pattern, meaning=lambda m: _named(m, ways.get(_key(m.raw("name")))), examples={}),)


def _key(name: str) -> str:
    """A name without its spaces and marks.

    >>> _key("New Year's Eve")
    'newyearseve'
    """
    return re.sub(r"[^a-z0-9/]", "", name.lower())


def _spell(name: str) -> str:
    """The words of a name as a pattern; figures by their shape, which `_named` checks."""
    shapes = {"/": "{SLASH}", "'s": "{S}", "'": "{APOS}", ".": "(?:{DOT})?"}
    return " ".join(shapes.get(word, "{DAYNUM}" if word.isdigit() else word) for word in tokenize(name).words)


def _named(found: Found, rule: str | None) -> Meaning | None:
    first = found.raw("name")[0]
    if rule is None or not (first.isdigit() or first.isupper()):
        return None
    if found.get("which") in ("every", "each"):
        return Recurrence(f"XXXX-{rule[:5]}" if re.match(r"\d\d-\d\d$", rule) else "P1Y")
    if found.get("which") == "that" and is_conjunction(found):
        return None
    named = Named(rule, year(found.get("year")), _which(found.get("which")))
    if not found.get("side"):
        return named
    return Within(Shift(number(found.get("count") or "a"), Unit(singular(found["unit"])), -1 if found["side"] == "before" else 1), named)


def _which(words: str | None) -> str | None:
    """last, this, next, following, previous or that."""
    return words.split()[0 if words.startswith(("last", "this", "next")) else -1] if words else None


def day_of(rule: str, of: int) -> Interval | None:
    """The days that a rule of the seeds gives in a year; None when it gives none.

    `MM-DD`; `MM-Wn` + weekday (`11-4-3`: the fourth Thursday of November, `05-last-0`); `easter+N`; `YYYY-MM-DD` one
    day of history; `islamic:NAME`, `hindu:NAME`, `persian:NAME` from the `holidays` library.

    >>> day_of("11-4-3", 2023), day_of("easter-2", 2024).start
    (Interval(start=datetime.date(2023, 11, 23), end=datetime.date(2023, 11, 24)), datetime.date(2024, 3, 29))
    """
    if re.fullmatch(r"\d{4}-\d\d-\d\d", rule):
        return one_day(date.fromisoformat(rule))
    if rule.startswith("easter"):
        from dateutil.easter import easter

        return one_day(easter(of) + timedelta(days=int(rule[6:] or 0))) if of >= 1583 else None
    if ":" in rule:
        country, name = rule.split(":")
        return _from_library(country, name, of)
    month, *rest = rule.split("-")
    if len(rest) == 1:
        return one_day(date(of, int(month), int(rest[0])))
    return one_day(_nth_weekday(of, int(month), rest[0], int(rest[1])))


def _nth_weekday(year: int, month: int, which: str, weekday: int) -> date:
    if which == "last":
        last = date(year + month // 12, month % 12 + 1, 1) - DAY
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (int(which) - 1))


def _from_library(country: str, name: str, of: int) -> Interval | None:
    """The first day that the holidays of a country call by `name`."""
    import holidays

    if not 1948 <= of <= 2077:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # that a calendar is reckoned beyond its tables
        known = holidays.country_holidays(country, years=of, language="en_US")
    days = sorted(d for d, n in known.items() if name.lower() in n.lower())
    return one_day(days[0]) if days else None
