"""Lines to train on that are drawn from patterns."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from pipeline.actors.names.tagger import LABELS, forbid
from training.corpus import Plain, join, retokenize
from training.wires import COPIES, PATTERNS, wires


def test_the_same_lines_are_drawn_each_time_and_their_spans_are_names() -> None:
    lines = list(wires())
    assert lines == list(wires())
    assert len(lines) == COPIES * len(PATTERNS)
    assert all(line.text[start:end].strip() == line.text[start:end] != "" for line in lines for start, end, _ in line.spans)


def test_tagged_tokens_become_a_sentence_with_spans() -> None:
    sentence = join([("Vera", "B-PER"), ("Lund", "I-PER"), ("'s", "O"), ("boat", "O"), ("(", "O"), ("UNESCO", "B-ORG"), (")", "O"), (".", "O")])
    assert sentence == Plain("Vera Lund's boat (UNESCO).", ((0, 9, "PER"), (18, 24, "ORG")))
    assert retokenize(sentence) == ["B-PER", "I-PER", "O", "O", "O", "B-ORG", "O", "O"]


def test_the_slope_of_the_tagger_is_that_of_its_likelihood() -> None:
    pytest.importorskip("scipy")
    from training.crf import Batch, expected

    random = np.random.default_rng(5)
    lengths = np.array([3, 2])
    batch = Batch(np.arange(5), np.array([0, 3]), lengths, np.array([0, 3]))
    scores, moves = random.normal(size=(5, len(LABELS))), random.normal(size=(len(LABELS), len(LABELS)))
    likely, after = expected(scores, batch, moves)
    allowed = forbid(moves.astype(np.float32))
    rows = [r for r in itertools.product(range(len(LABELS)), repeat=2) if LABELS[r[0]][0] != "I"]
    weights = np.exp([scores[3, a] + scores[4, b] + float(allowed[a, b]) for a, b in rows])
    second = [weights[[b == label for _, b in rows]].sum() / weights.sum() for label in range(len(LABELS))]
    assert np.allclose(likely[4], second)
    assert np.allclose(likely.sum(1), 1)
    assert np.isclose(after.sum(), (lengths - 1).sum())
