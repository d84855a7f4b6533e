"""Every example that a rule carries, read on Wednesday 2024-03-13."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.text import tokenize
from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import classes
from pipeline.timex.meaning import Meaning
from pipeline.timex.resolve import resolve
from pipeline.timex.rules import all_rules

READ_ON = date(2024, 3, 13)
RULES = all_rules()
DATING = [r for r in RULES if r.meaning is not None]


def meaning_of(rule: Rule, text: str) -> Meaning | None:
    """What the rule alone makes of the whole text."""
    tokens = tokenize(text).words
    match = rule.pattern.match(classes(tokens))
    if match is None or rule.meaning is None:
        return None
    found = Found(match, tokens)
    return rule.meaning(found) if match.end() == len(tokens) else None


@pytest.mark.parametrize(
    ("rule", "text", "wanted"), [(r, t, w) for r in DATING for t, w in r.examples.items()], ids=lambda x: x if isinstance(x, str) else x.name
)
def test_a_rule_reads_its_examples(rule: Rule, text: str, wanted: str) -> None:
    meaning = meaning_of(rule, text)
    assert meaning is not None, f"{rule.name} does not match {text!r}"
    got = resolve(meaning, READ_ON, "past")
    assert wanted in (got.value, got.edtf, (got.edtf or "").replace("~", ""))


@pytest.mark.parametrize(("rule", "text"), [(r, t) for r in RULES for t in r.rejects], ids=lambda x: x if isinstance(x, str) else x.name)
def test_a_rule_leaves_what_it_rejects(rule: Rule, text: str) -> None:
    tokens = tokenize(text).words
    match = rule.pattern.match(classes(tokens))
    assert match is None or match.end() < len(tokens) or (rule.meaning is not None and rule.meaning(Found(match, tokens)) is None)


def test_every_rule_that_dates_has_an_example() -> None:
    assert [r.name for r in DATING if not r.examples] == []


def test_rule_names_are_unique() -> None:
    names = [r.name for r in RULES]
    assert sorted(names) == sorted(set(names))
