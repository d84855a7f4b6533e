"""Page furniture: every rule takes its examples, and leaves its rejects."""

from __future__ import annotations

import pytest

from pipeline.furniture import find_furniture, furniture_of
from pipeline.furniture.rules import INSIDE, LINES, STARTS, Rule
from pipeline.model import Article, Furniture, Source
from pipeline.tables import to_records, to_table
from pipeline.text import enter_articles, split_sentences

ALL = [("line", r) for r in LINES] + [("start", r) for r in STARTS] + [("inside", r) for r in INSIDE]


def furniture(text: str) -> list[tuple[str, str]]:
    articles = enter_articles(to_table([Source("a", text)], Source))
    (article,) = to_records(articles, Article)
    return [(f.kind, f.text) for f in furniture_of(article)]


def covered(where: str, rule: Rule, line: str) -> str | None:
    if rule.needs and not any(n in line for n in rule.needs):
        return None
    match = {"line": rule.pattern.fullmatch, "start": rule.pattern.match, "inside": rule.pattern.search}[where](line)
    return match[0].strip() if match else None


@pytest.mark.parametrize(("where", "rule"), ALL, ids=[f"{w}-{r.name}" for w, r in ALL])
def test_a_rule_covers_its_examples_and_leaves_its_rejects(where: str, rule: Rule) -> None:
    assert rule.examples and rule.rejects
    for line, wanted in rule.examples.items():
        assert covered(where, rule, line) == wanted.strip()
    for line in rule.rejects:
        assert covered(where, rule, line) is None, line


def test_a_dateline_gives_its_agency_and_its_place() -> None:
    articles = enter_articles(to_table([Source("a", "NEW YORK, May 3 (Reuters) - Rain fell on the town.")], Source))
    (piece,) = to_records(find_furniture(articles, split_sentences(articles)), Furniture)
    assert (piece.kind, piece.source, piece.place) == ("dateline", "Reuters", "New York")


def test_a_tweet_covers_its_body_and_its_signature() -> None:
    text = "It rained in Oslo.\nThe town is wet pic.twitter.com/x1\n— Ana (@ana1) November 2, 2022\nMore rain fell."
    assert ("tweet", "The town is wet pic.twitter.com/x1\n— Ana (@ana1) November 2, 2022") in furniture(text)
    assert len(furniture(text)) == 1


def test_a_tweet_on_one_line_is_one_piece() -> None:
    assert furniture("It rained.\nThe town is wet. — Ana (@ana1) 2 November 2022\nMore fell.")[0][1].startswith("The town")


def test_title_and_deck_above_the_story_are_headlines_and_the_story_is_not() -> None:
    text = "All news\n\nRain falls on Oslo\n\nRoads closed in the south\n\nOSLO, May 3. /TASS/. Rain fell on the town. It was wet."
    assert furniture(text) == [
        ("navigation", "All news"), ("headline", "Rain falls on Oslo"), ("headline", "Roads closed in the south"), ("dateline", "OSLO, May 3. /TASS/."),
    ]  # fmt: skip


def test_a_text_of_one_line_has_no_headline() -> None:
    assert furniture("Rain falls on Oslo") == []


def test_a_sentence_that_speaks_of_a_date_is_no_dated_line() -> None:
    assert furniture("The treaty was signed on 3 May 2021. It was raining.") == []
