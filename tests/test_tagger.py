"""The trained tagger. The sentences are invented."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from pipeline.actors.gazetteer import load_gazetteer
from pipeline.actors.names.casing import in_capitals, recase
from pipeline.actors.names.tagger import LABELS, forbid, load_tagger, search
from pipeline.seeds import read_seeds
from pipeline.text import tokenize

GAZETTEER = load_gazetteer(read_seeds().actors)


def tag(*texts: str) -> list[list[tuple[str, str]]]:
    sentences = [list(tokenize(t).words) for t in texts]
    tagged = load_tagger(GAZETTEER).tag(sentences, [GAZETTEER.find(words) for words in sentences])
    return [[(" ".join(words[t.first : t.last]), t.kind) for t in found] for words, found in zip(sentences, tagged, strict=True)]


def test_names_that_no_list_has_are_read_from_their_sentence() -> None:
    assert tag("The minister, Joruk Brandelow, flew to Vostrelia on Monday.") == [[("Joruk Brandelow", "person"), ("Vostrelia", "location")]]


def test_a_sentence_is_tagged_alike_alone_and_in_any_company() -> None:
    texts = ["Ana Souza lives in Lisbon.", "Nothing happened.", "The Red Cross and Oxfam left Mali, said Peter Brown of Oxfam."]
    alone = [tag(t)[0] for t in texts]
    assert tag(*texts) == alone
    assert tag(*reversed(texts)) == alone[::-1]


def test_the_search_finds_the_best_row_of_labels() -> None:
    random = np.random.default_rng(7)
    moves = forbid(random.normal(size=(len(LABELS), len(LABELS))).astype(np.float32))
    scores = random.normal(size=(4, len(LABELS))).astype(np.float32)

    def worth(row: tuple[int, ...]) -> float:
        steps = sum(moves[a, b] for a, b in itertools.pairwise(row))
        return float(sum(scores[i, label] for i, label in enumerate(row)) + steps)

    rows = [r for r in itertools.product(range(len(LABELS)), repeat=4) if LABELS[r[0]][0] != "I"]
    assert search(scores, np.array([0]), np.array([4]), moves).tolist() == list(max(rows, key=worth))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("EU MINISTERS MEET IN LISBON", "EU ministers meet in Lisbon"),
        ("FLOODS HIT SOUTH-EAST KENYA", "floods hit South-East Kenya"),
    ],
    ids=["an acronym stays", "a hyphen"],
)
def test_capitals_are_given_back_their_letters(text: str, wanted: str) -> None:
    words = tokenize(text).words
    assert in_capitals(words)
    assert recase(words, GAZETTEER) == wanted.split()
