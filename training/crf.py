"""A linear-chain CRF in numpy, for words whose features are the same wherever they stand.

Because a word has one row of features, a batch is scored by a product of its different words and the weights, and a
few additions. It is fitted by AdaGrad with an L1 penalty; features are left out at random, so that none is leant on alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from pipeline.actors.names.tagger import LABELS, MARGIN, OFFSETS, forbid

Floats = npt.NDArray[np.floating[Any]]
Ints = npt.NDArray[np.int64]
SLOTS = len(OFFSETS) + 1  # the last one is of a word at the start of its sentence
TINY = 1e-8


class Corpus(NamedTuple):
    """All sentences in one long row, with padding between them."""

    words: Ints  # rows of the matrix of features
    labels: Ints
    starts: Ints
    lengths: Ints
    leading: Ints  # the word of each sentence whose capital says little


class Batch(NamedTuple):
    """Some of the sentences, the longest first."""

    places: Ints  # of their words in the row of the corpus
    starts: Ints  # of the sentences in `places`
    lengths: Ints
    leading: Ints  # in `places`


class Settings(NamedTuple):
    epochs: int
    batch: int  # sentences
    rate: float  # of learning
    l1: float
    averaged: float  # share of the epochs after which weights are averaged
    seed: int


class Weights(NamedTuple):
    words: Floats  # features x (slots of labels)
    moves: Floats


def fit(corpus: Corpus, features: sparse.csr_matrix, allowed: Floats, left_out: Floats, how: Settings) -> Weights:
    """Weights of each feature; `allowed` is 1 where a feature may have one, `left_out` how often it is left out."""
    random = np.random.default_rng(how.seed)
    weights = Weights(np.zeros((features.shape[1], SLOTS * len(LABELS)), np.float32), np.zeros((len(LABELS), len(LABELS)), np.float32))
    squares, sums, count = [np.full_like(w, TINY) for w in weights], [w.astype(np.float64) for w in weights], 0
    for epoch in range(how.epochs):
        rate = how.rate * min(1.0, 2 * (1 - epoch / how.epochs) + 0.02)
        for batch in _batches(corpus, how.batch, random):
            slopes = slope(weights, corpus, batch, thinned(features, left_out, random), allowed)
            for weight, square, gradient in zip(weights, squares, slopes, strict=True):
                _step(weight, square, gradient / len(batch.starts), rate, how.l1 / len(corpus.starts))
            if epoch >= how.averaged * how.epochs:
                count += 1
                for total, weight in zip(sums, weights, strict=True):
                    total += weight
    return Weights(*((total / count).astype(np.float32) for total in sums))


def _step(weight: Floats, square: Floats, gradient: Floats, rate: float, l1: float) -> None:
    """One step of AdaGrad, in place."""
    square += gradient * gradient
    step = rate / np.sqrt(square)
    weight -= step * gradient
    moved = square > TINY
    weight[moved] = (np.sign(weight) * np.maximum(np.abs(weight) - step * l1, 0))[moved]


def _batches(corpus: Corpus, size: int, random: np.random.Generator) -> Iterator[Batch]:
    order = random.permutation(len(corpus.starts))
    for at in range(0, len(order), size):
        chosen = order[at : at + size]
        yield make_batch(corpus, chosen[np.argsort(-corpus.lengths[chosen], kind="stable")])


def make_batch(corpus: Corpus, chosen: Ints) -> Batch:
    lengths = corpus.lengths[chosen]
    starts = np.cumsum(lengths) - lengths
    places = np.arange(lengths.sum()) + np.repeat(corpus.starts[chosen] - starts, lengths)
    return Batch(places, starts, lengths, starts + corpus.leading[chosen])


def thinned(features: sparse.csr_matrix, left_out: Floats, random: np.random.Generator) -> sparse.csr_matrix:
    """The features with some of them left out, and the others made up for it."""
    rates = left_out[features.indices]
    kept = (random.random(len(rates)) >= rates) / (1 - rates)
    return sparse.csr_matrix((kept.astype(np.float32), features.indices, features.indptr), shape=features.shape)


def slope(weights: Weights, corpus: Corpus, batch: Batch, features: sparse.csr_matrix, allowed: Floats) -> Weights:
    """The gradient of the negative log-likelihood of the batch."""
    spoken = [corpus.words[batch.places - offset] for offset in OFFSETS]
    words, rows = np.unique(np.concatenate([*spoken, spoken[MARGIN][batch.leading]]), return_inverse=True)
    ends = np.cumsum([len(s) for s in spoken])
    parts = np.split(rows, ends)
    mine = features[words]
    vectors = (mine @ weights.words).reshape(len(words), SLOTS, len(LABELS))
    scores = sum(vectors[part, slot] for slot, part in enumerate(parts[:-1]))
    scores[batch.leading] += vectors[parts[-1], SLOTS - 1]
    shares, moves = expected(scores.astype(np.float64), batch, weights.moves.astype(np.float64))
    labels = corpus.labels[batch.places]
    shares[np.arange(len(labels)), labels] -= 1
    inner = np.setdiff1d(np.arange(len(labels)), batch.starts, assume_unique=True)
    np.subtract.at(moves, (labels[inner - 1], labels[inner]), 1)
    errors = [*([shares] * len(OFFSETS)), shares[batch.leading]]
    vectors = np.stack([_gather(part, error, len(words)) for part, error in zip(parts, errors, strict=True)], axis=1)
    return Weights((mine.T @ vectors.reshape(len(words), -1).astype(np.float32)) * allowed, moves.astype(np.float32))


def _gather(rows: Ints, errors: Floats, count: int) -> Floats:
    """The sum of the errors of each row."""
    places = np.arange(len(rows))
    gathered: Floats = sparse.csr_matrix((np.ones(len(rows)), (rows, places)), shape=(count, len(rows))) @ errors
    return gathered


def expected(scores: Floats, batch: Batch, moves: Floats) -> tuple[Floats, Floats]:
    """How likely each label is at each place, and how often each label is expected after each other."""
    emitted = np.exp(scores - scores.max(1, keepdims=True))
    moving = np.exp(forbid(moves))
    alive = [int(np.searchsorted(-batch.lengths, -at, side="left")) for at in range(int(batch.lengths[0]))]
    forward, scale = _forward(emitted, moving, batch.starts, alive)
    likely, after = np.zeros_like(emitted), np.zeros_like(moving)
    behind = np.ones((0, len(LABELS)))
    for at in range(len(alive) - 1, -1, -1):
        here, ahead = batch.starts[: alive[at]] + at, batch.starts[: len(behind)] + at + 1
        coming = emitted[ahead] * behind / scale[ahead] if len(behind) else behind
        after += moving * (forward[here[: len(behind)]].T @ coming)
        behind = np.concatenate([coming @ moving.T, np.ones((alive[at] - len(behind), len(LABELS)))])
        likely[here] = forward[here] * behind
    return likely, after


def _forward(emitted: Floats, moving: Floats, starts: Ints, alive: list[int]) -> tuple[Floats, Floats]:
    """The share of each label at each place given the words up to it, and what the shares were divided by."""
    forward, scale = np.zeros_like(emitted), np.ones((len(emitted), 1))
    begins = np.array([label[0] != "I" for label in LABELS], float)
    for at, count in enumerate(alive):
        here = starts[:count] + at
        share = emitted[here] * (begins if at == 0 else forward[here - 1] @ moving)
        scale[here] = share.sum(1, keepdims=True)
        forward[here] = share / scale[here]
    return forward, scale
