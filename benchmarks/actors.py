"""Names against annotated sentences: exact-span F1 by kind for each part of the way, and tokens a second.

    python -m benchmarks.actors FOLDER [--fifth]

FOLDER holds dev_*.tsv (a token, a tab, its BIO tag; a blank line between sentences). Ten sentences make an article. A
name counts when its characters are exactly those of an annotated one and its kind agrees; demonyms are no names.
`--fifth` takes every fifth article alone (kept back when rules were written), else all.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pipeline.actors.gazetteer import Gazetteer, load_gazetteer
from pipeline.actors.names.article import Row, settle
from pipeline.actors.names.document import words_of
from pipeline.actors.names.sentence import Found, join_names
from pipeline.actors.names.tagger import Tagger
from pipeline.engine import collect_seldom
from pipeline.seeds import read_seeds
from pipeline.text import tokenize
from training.corpus import Plain, join, read_tagged

SENTENCES = 10  # an article
KINDS = {"PER": "person", "ORG": "organisation", "LOC": "location"}
LEAST_TOKENS = 300_000  # of the speed test; the sentences are repeated until there are so many

Article = list[Plain]
Names = list[list[Found]]  # of each sentence


class Way(NamedTuple):
    """A way to find names, by which parts of the whole it uses."""

    label: str
    gazetteer: bool
    tagger: bool
    document: bool


WAYS = (
    Way("gazetteer alone", True, False, False),
    Way("tagger alone", False, True, False),
    Way("both", True, True, False),
    Way("both, with document pass", True, True, True),
)


def articles(path: Path, *, fifth: bool) -> list[Article]:
    sentences = map(join, read_tagged(path))
    every = list(iter(lambda: list(islice(sentences, SENTENCES)), []))
    return every[4::5] if fifth else every


def find(batch: Sequence[Article], way: Way, gazetteer: Gazetteer, tagger: Tagger) -> Iterator[Names]:
    texts = [words_of(s.text, gazetteer) for article in batch for s in article]
    matches = [gazetteer.find(words) for words in texts]
    tagged = tagger.tag(texts, matches) if way.tagger else [[] for _ in texts]
    rows = iter(Row(w, join_names(w, m if way.gazetteer else [], t)) for w, m, t in zip(texts, matches, tagged, strict=True))
    for article in batch:
        mine = list(islice(rows, len(article)))
        yield settle(mine) if way.document else [row.found for row in mine]


def spans(sentence: Plain, found: Sequence[Found]) -> set[tuple[int, int, str]]:
    tokens = tokenize(sentence.text)
    return {(tokens.starts[f.first], tokens.ends[f.last - 1], f.kind) for f in found if f.how != "demonym"}


def score(batch: Sequence[Article], answers: Iterator[Names]) -> dict[str, float]:
    """F1 of each kind and of all, in percent."""
    right, given, wanted = Counter[str](), Counter[str](), Counter[str]()
    for article, answer in zip(batch, answers, strict=True):
        for sentence, found in zip(article, answer, strict=True):
            gold = {(start, end, KINDS[kind]) for start, end, kind in sentence.spans}
            mine = spans(sentence, found)
            for counter, names in ((right, gold & mine), (given, mine), (wanted, gold)):
                counter.update(kind for _, _, kind in names)
    f1 = {kind: 200 * right[kind] / max(1, given[kind] + wanted[kind]) for kind in KINDS.values()}
    return f1 | {"all": 200 * right.total() / max(1, given.total() + wanted.total())}


def measure(label: str, run: Callable[[], object], tokens: int) -> None:
    start = time.process_time()
    run()
    print(f"{label:<40}{tokens / (time.process_time() - start):>12,.0f} tokens a second and core")


def speed(batch: Sequence[Article], gazetteer: Gazetteer) -> None:
    texts = [s.text for article in batch for s in article]
    words = [words_of(t, gazetteer) for t in texts]
    once = sum(map(len, words))
    times = 1 + LEAST_TOKENS // once
    words *= times
    tagger = Tagger(gazetteer)
    print(f"{once:,} tokens, {len({w for s in words for w in s}):,} different words; {times} times")

    def tag(sentences: list[list[str]]) -> object:
        return tagger.tag(sentences, [gazetteer.find(w) for w in sentences])

    measure("gazetteer and tagger, every word new", lambda: tag(words[: len(texts)]), once)
    measure("gazetteer and tagger, cold", lambda: Tagger(gazetteer).tag(words, [gazetteer.find(w) for w in words]), once * times)
    measure("gazetteer and tagger, warm", lambda: tag(words), once * times)
    matches = [gazetteer.find(w) for w in words]
    tagged = tagger.tag(words, matches)
    rows = [Row(*row) for row in zip(words, map(join_names, words, matches, tagged), strict=True)]
    measure("joining both", lambda: list(map(join_names, words, matches, tagged)), once * times)
    measure("document pass", lambda: [settle(rows[i : i + SENTENCES]) for i in range(0, len(rows), SENTENCES)], once * times)


def main() -> None:
    collect_seldom()  # as every command of the pipeline does
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fifth", action="store_true")
    options = parser.parse_args()
    gazetteer = load_gazetteer(read_seeds().actors)
    tagger = Tagger(gazetteer)
    for path in sorted(options.folder.glob("dev_*.tsv")):
        batch = articles(path, fifth=options.fifth)
        print(f"\n{path.stem}: {len(batch)} articles\n{'F1':<28}" + "".join(f"{kind:>14}" for kind in (*KINDS.values(), "all")))
        for way in WAYS:
            f1 = score(batch, find(batch, way, gazetteer, tagger))
            print(f"{way.label:<28}" + "".join(f"{value:>14.1f}" for value in f1.values()))
    print()
    speed([a for path in sorted(options.folder.glob("dev_*.tsv")) for a in articles(path, fifth=False)], gazetteer)


if __name__ == "__main__":
    main()
