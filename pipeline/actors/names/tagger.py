"""Persons, organisations and places by a trained linear-chain CRF; running needs numpy alone.

The weights (tagger.npz) are made by training/train_tagger.py. The weights of a word, for its own tag and for the tags
around it, are added up once and kept; a batch of sentences is then a few additions of arrays and one Viterbi search.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.actors.gazetteer import Gazetteer, Match
from pipeline.actors.names.features import PAD, features, first_word, known_as, spans_of

WEIGHTS = Path(__file__).parent.with_name("tagger.npz")
LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
KINDS = {"PER": "person", "ORG": "organisation", "LOC": "location"}
OFFSETS = (-2, -1, 0, 1, 2)  # of the tag that a word speaks for, from the word
FIRST = 3  # stands for offset 0 at the start of a sentence
MARGIN = 2  # padding between sentences, in words
PADDING = (PAD,) * MARGIN
NEVER = -1e4  # weight of a tag that cannot follow another
CACHED_WORDS = 200_000

KIND_OF = tuple(KINDS.get(label[2:], "") for label in LABELS)
BEGINS = np.array([label[0] == "B" for label in LABELS])
INSIDE = np.array([label[0] == "I" for label in LABELS])

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Labels = npt.NDArray[np.int8]


class Tagged(NamedTuple):
    """A name in a sentence, as tokens."""

    first: int
    last: int  # excluded
    kind: str


class Tagger:
    """Weights, and what they come to for each word met so far."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        with np.load(WEIGHTS) as stored:
            self._rows = {name: i for i, name in enumerate(stored["names"].tobytes().decode("utf-8").split("\n"), 1)}
            weights = stored["weights"].astype(np.float32) * stored["scale"]
            self._moves: Floats = forbid(stored["moves"])
        none = np.zeros_like(weights[:1])
        self._weights: Floats = np.concatenate([none, weights]).transpose(1, 0, 2).copy()  # slots x features x labels
        self._gazetteer = gazetteer
        self._forget()

    def _forget(self) -> None:
        self._ids: dict[str, int] = {}
        self._vectors: Floats = np.zeros((len(self._weights), 1024, len(LABELS)), np.float32)  # slots x words x labels
        self._learn([PAD])

    def _learn(self, words: Sequence[str]) -> None:
        """Adds up the weights of words that were not met before."""
        rows: list[int] = []
        starts: list[int] = []
        for word in words:
            starts.append(len(rows))
            rows += [self._rows.get(f, 0) for f in features(word, known_as(word, self._gazetteer))]
        known = len(self._ids)
        while known + len(words) > self._vectors.shape[1]:
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)], axis=1)
        self._vectors[:, known : known + len(words)] = np.add.reduceat(self._weights.take(rows, 1), starts, axis=1)
        self._ids.update((word, known + i) for i, word in enumerate(words))

    def tag(self, sentences: Sequence[Sequence[str]], known: Sequence[Sequence[Match]]) -> list[list[Tagged]]:
        """The names of each sentence, given as words with plain apostrophes and what the gazetteer has of them.

        No sentence may be empty.
        """
        if not sentences:
            return []
        starts, ids = self._lay_out(sentences)
        scores = self._vectors[MARGIN].take(ids, 0)
        for slot, offset in enumerate(OFFSETS):
            if offset:
                here, there = slice(max(-offset, 0), len(ids) - max(offset, 0)), slice(max(offset, 0), len(ids) + min(offset, 0))
                scores[there] += self._vectors[slot].take(ids[here], 0)
        leading = starts + np.fromiter(map(first_word, sentences), np.int64, len(starts))
        scores[leading] += self._vectors[FIRST + MARGIN].take(ids[leading], 0)
        self._add_known(known, starts, scores)
        lengths = np.fromiter(map(len, sentences), np.int64, len(sentences))
        return spans(search(scores, starts, lengths, self._moves), starts)

    def _lay_out(self, sentences: Sequence[Sequence[str]]) -> tuple[Ints, Ints]:
        """Where each sentence starts in one long row of words with padding, and the number of each word of it."""
        if len(self._ids) > CACHED_WORDS:
            self._forget()
        row: list[str] = [PAD] * MARGIN
        starts: list[int] = []
        for words in sentences:
            starts.append(len(row))
            row += words
            row += PADDING
        unknown = set(row).difference(self._ids)
        if unknown:
            self._learn(sorted(unknown))
        return np.array(starts), np.fromiter(map(self._ids.__getitem__, row), np.int64, len(row))

    def _add_known(self, known: Sequence[Sequence[Match]], starts: Ints, scores: Floats) -> None:
        """What known names of several words add to the scores of the words in and around them."""
        marked = [(start + at, self._rows.get(f, 0)) for start, found in zip(starts.tolist(), known, strict=True) if found for at, f in spans_of(found)]
        if marked:
            at, rows = (np.fromiter(column, np.int64, len(marked)) for column in zip(*marked, strict=True))
            for slot, offset in enumerate(OFFSETS):
                scores[at + offset] += self._weights[slot].take(rows, 0)


def forbid(moves: Floats) -> Floats:
    """Weights of moves between labels, with what BIO forbids: an inside without its own begin."""
    moves = moves.copy()
    for after, label in enumerate(LABELS):
        if label[0] == "I":
            for before, other in enumerate(LABELS):
                if other[2:] != label[2:]:
                    moves[before, after] = NEVER
    return moves


def search(scores: Floats, starts: Ints, lengths: Ints, moves: Floats) -> Labels:
    """The best labels of each sentence in the long row (Viterbi), all sentences at a time, the longest first.

    Padding is no name.
    """
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    begin = np.array([NEVER if label[0] == "I" else 0.0 for label in LABELS], np.float32)
    best = (scores[starts] + begin).T.copy()
    ends = np.zeros(len(starts), np.int64)
    back = []
    alive = len(starts)
    for at in range(1, int(lengths[0])):
        still = int(np.searchsorted(-lengths, -at, side="left"))
        ends[still:alive] = best[:, still:alive].argmax(0)
        best, came = _step(best[:, :still], moves)
        best += scores[starts[:still] + at].T
        back.append(came)
        alive = still
    ends[:alive] = best.argmax(0)
    labels = np.zeros(len(scores), np.int8)
    _trace(ends, back, starts, lengths, labels)
    return labels


def _step(best: Floats, moves: Floats) -> tuple[Floats, Any]:
    """Best score of each label of the next words, and the label that it comes from."""
    top = best[0] + moves[0][:, None]
    came = np.zeros(top.shape, np.int8)
    for before in range(1, len(LABELS)):
        score = best[before] + moves[before][:, None]
        better = score > top
        np.copyto(top, score, where=better)
        np.copyto(came, before, where=better)
    return top, came


def _trace(ends: Ints, back: Sequence[Any], starts: Ints, lengths: Ints, labels: Labels) -> None:
    """Writes the labels from the last word of each sentence back to its first."""
    current = ends
    for at in range(len(back), -1, -1):
        alive = int(np.searchsorted(-lengths, -at, side="left"))
        labels[starts[:alive] + at] = current[:alive]
        if at:
            current[:alive] = back[at - 1][current[:alive], np.arange(alive)]


def spans(labels: Labels, starts: Ints) -> list[list[Tagged]]:
    """The names of each sentence, from the labels of the long row.

    >>> row = np.array([0, 0, 1, 2, 0, 0, 0, 5, 5, 0, 0], np.int8)
    >>> [[(t.first, t.last, t.kind) for t in found] for found in spans(row, np.array([1, 7]))]
    [[(1, 3, 'person')], [(0, 1, 'location'), (1, 2, 'location')]]
    """
    begins = np.flatnonzero(BEGINS[labels])
    others = np.flatnonzero(~INSIDE[labels])
    ends = others[np.searchsorted(others, begins, side="right")]
    owners = np.searchsorted(starts, begins, side="right") - 1
    found: list[list[Tagged]] = [[] for _ in starts]
    offsets = starts[owners]
    for owner, first, last, label in zip(owners.tolist(), (begins - offsets).tolist(), (ends - offsets).tolist(), labels[begins].tolist(), strict=True):
        found[owner].append(Tagged(first, last, KIND_OF[label]))
    return found


@functools.lru_cache(maxsize=4)
def load_tagger(gazetteer: Gazetteer) -> Tagger:
    return Tagger(gazetteer)
