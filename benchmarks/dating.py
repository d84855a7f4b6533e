"""Publication dates found in TimeML texts: `python -m benchmarks.dating FOLDER ...`

Each article is given as text alone, then with its date written above it, then with all the lines of its own head (number,
day, slug, headline); the dates of the gold are never shown otherwise.
Counts answers to the year and to the day, bounds of at most two years that hold the truth, and how sure answers were.
"""

from __future__ import annotations

import argparse
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from pipeline.dating.solve import date_articles
from pipeline.events.sources import credit_articles
from pipeline.furniture import find_furniture
from pipeline.model import Article, Source
from pipeline.seeds import Seeds, read_seeds
from pipeline.tables import to_records, to_table
from pipeline.text import enter_articles, split_sentences
from pipeline.timex.tag import find_expressions

TWO_YEARS = 731  # days
STEPS = (0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
DTD = re.compile(r"<!DOCTYPE[^>]*>")


class Gold(NamedTuple):
    name: str
    text: str
    whole: str  # with the lines above the text
    published: date


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    gold = [g for folder in parser.parse_args().folders for path in sorted(folder.rglob("*.tml")) if (g := read_gold(path))]
    seeds = read_seeds()
    print(f"{len(gold)} articles")
    report("text alone", gold, dated([Source(g.name, g.text) for g in gold], seeds))
    report("with its date above", gold, dated([Source(g.name, f"{g.published:%B} {g.published.day}, {g.published.year}\n\n{g.text}") for g in gold], seeds))
    report("with its own head", gold, dated([Source(g.name, g.whole) for g in gold], seeds))


def read_gold(path: Path) -> Gold | None:
    """Text and creation day of a TimeML file; None where it gives no day."""
    root = ET.fromstring(DTD.sub("", path.read_text(encoding="utf-8")))
    created = next((t.get("value", "") for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"), "")
    body = root.find(".//TEXT")
    try:
        return None if body is None else Gold(path.stem, "".join(body.itertext()), "".join(root.itertext()).strip(), date.fromisoformat(created[:10]))
    except ValueError:
        return None


def dated(sources: Sequence[Source], seeds: Seeds) -> dict[str, Article]:
    articles = enter_articles(to_table(sources, Source), None)
    sentences = split_sentences(articles)
    furniture = find_furniture(articles, sentences)
    expressions = find_expressions(sentences, furniture, seeds.named_days)
    articles, _ = date_articles(credit_articles(articles, furniture), sentences, furniture, expressions, seeds.world_facts)
    return {a.name: a for a in to_records(articles, Article)}


def report(what: str, gold: Sequence[Gold], found: dict[str, Article]) -> None:
    """Shares of all articles, and of the answers given."""
    pairs = [(g, found[g.name]) for g in gold]
    years = [(g, a) for g, a in pairs if a.published]
    days = [(g, a) for g, a in years if a.published and len(a.published) == len("2000-01-01")]
    bounds = [(g, a) for g, a in pairs if not a.published and _narrow(a)]
    print(f"{what}:")
    print(f"  year given {share(len(years), len(pairs))}, right {share(sum(_right(g, a, 4) for g, a in years), len(years))}")
    print(f"  day given {share(len(days), len(pairs))}, right {share(sum(_right(g, a, 10) for g, a in days), len(days))}")
    print(f"  else bounds within two years {share(len(bounds), len(pairs))}, right {share(sum(_held(g, a) for g, a in bounds), len(bounds))}")
    print(f"  answers and bounds right of all {share(sum(_right(g, a, 4) for g, a in years) + sum(_held(g, a) for g, a in bounds), len(pairs))}")
    calibration(years)
    for g, a in [p for p in years if not _right(*p, 4)] + [p for p in bounds if not _held(*p)]:
        print(f"    wrong: {g.name} {g.published} got {a.published or f'{a.published_earliest} to {a.published_latest}'} ({a.published_confidence})")


def calibration(answers: Iterable[tuple[Gold, Article]]) -> None:
    rows = list(answers)
    for low, high in pairwise(STEPS):
        of_step = [_right(g, a, len(a.published or "")) for g, a in rows if low <= a.published_confidence < high]
        print(f"  confidence {low:.2f} to {min(high, 1.0):.2f}: right {share(sum(of_step), len(of_step))}")


def _right(gold: Gold, article: Article, length: int) -> bool:
    return str(gold.published)[:length] == (article.published or "")[:length]


def _narrow(article: Article) -> bool:
    first, last = article.published_earliest, article.published_latest
    return first is not None and last is not None and (last - first).days <= TWO_YEARS


def _held(gold: Gold, article: Article) -> bool:
    first, last = article.published_earliest, article.published_latest
    return first is not None and last is not None and first <= gold.published <= last


def share(part: int, whole: int) -> str:
    return f"{part} of {whole}" + (f" ({100 * part / whole:.1f}%)" if whole else "")


if __name__ == "__main__":
    main()
