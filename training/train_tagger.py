"""Trains the tagger and writes pipeline/actors/tagger.npz.

    python -m training.train_tagger FOLDER

FOLDER holds train_*.tsv (a token and its BIO tag a line). A linear-chain CRF (training/crf.py), whose weights are kept
as whole numbers of one byte. The same files give the same weights.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy import sparse

from pipeline.actors.gazetteer import Gazetteer, load_gazetteer
from pipeline.actors.names.document import words_of
from pipeline.actors.names.features import PAD, features, first_word, known_as, spans_of
from pipeline.actors.names.tagger import FIRST, LABELS, MARGIN, OFFSETS, WEIGHTS
from pipeline.seeds import read_seeds
from training.corpus import join, read_tagged, retokenize
from training.crf import SLOTS, Corpus, Settings, Weights, fit
from training.wires import wires

NEAR = ("w=", "k=", "s=", "l=", "g=", "e2=", "e3=", "p3=", "x=", "h=", "b", "m")  # features that also speak for the tags beside their word
FAR = ("w=", "k=", "s=", "l=", "g=", "b")  # for those two words away
AT_FIRST = ("w=", "k=", "s=", "l=")  # and for a word at the start of its sentence
REACHES = {-2: FAR, -1: NEAR, 0: ("",), 1: NEAR, 2: FAR, FIRST: AT_FIRST}
REPEATS = {"train_politics": 3}  # a small corpus of the kind of text that the tagger is for
WORDS_LEFT_OUT, LEFT_OUT = 0.4, 0.2  # how often a batch does not see the word itself, and any other feature
HOW = Settings(epochs=15, batch=1500, rate=0.1, l1=1.0, averaged=0.6, seed=1)  # found by leaving out two of the training texts
EAGER = 0.4  # taken from the weight of no name for words that look like one: the training texts leave more names untagged than are none
EVERYDAY = frozenset(("low", "cal", "hon", "evt", "rol", "who"))  # lists of words that look like names only where a capital is due
LEAST = 0.02  # weights below are left out
Row = tuple[str, str]  # a word, and what it is in a known name of several words


class Learned(NamedTuple):
    """Every different word, told by its features."""

    names: list[str]  # of the features
    matrix: sparse.csr_matrix  # words x features


def examples(folder: Path, gazetteer: Gazetteer) -> Iterator[tuple[list[str], list[str]]]:
    """Words, as the pipeline gives them to the tagger, and tags of every sentence of the training files and of the wires."""
    paths = [p for p in sorted(folder.glob("train_*.tsv")) for _ in range(REPEATS.get(p.stem, 1))]
    for sentence in chain((join(s) for p in paths for s in read_tagged(p)), wires()):
        yield words_of(sentence.text, gazetteer), retokenize(sentence)


def lay_out(sentences: Sequence[tuple[list[str], list[str]]], gazetteer: Gazetteer) -> tuple[Corpus, list[Row]]:
    """The sentences in one row, and the different words in them."""
    known: dict[Row, int] = {(PAD, ""): 0}
    words, labels, starts = [0] * MARGIN, [0] * MARGIN, []
    for tokens, tags in sentences:
        marks = dict(spans_of(gazetteer.find(tokens)))
        starts.append(len(words))
        words += [known.setdefault((w, marks.get(at, "")), len(known)) for at, w in enumerate(tokens)] + [0] * MARGIN
        labels += [LABELS.index(tag) for tag in tags] + [0] * MARGIN
    lengths, leading = [len(tokens) for tokens, _ in sentences], [first_word(tokens) for tokens, _ in sentences]
    return Corpus(*map(np.array, (words, labels, starts, lengths, leading))), list(known)


def look_at(words: Sequence[Row], gazetteer: Gazetteer) -> Learned:
    names: dict[str, int] = {}
    cells = [
        (row, names.setdefault(feature, len(names)))
        for row, (word, mark) in enumerate(words)
        for feature in dict.fromkeys([*features(word, known_as(word, gazetteer)), *filter(None, [mark])])
    ]
    rows, columns = zip(*cells, strict=True)
    return Learned(list(names), sparse.csr_matrix((np.ones(len(cells), np.float32), (rows, columns)), shape=(len(words), len(names))))


def reach(name: str) -> list[bool]:
    """For which of the tags around its word a feature has weights."""
    return [name == "w=<s>" or name.startswith(REACHES[offset]) for offset in (*OFFSETS, FIRST)]


def train(folder: Path) -> tuple[list[str], Weights]:
    gazetteer = load_gazetteer(read_seeds().actors)
    corpus, words = lay_out(list(examples(folder, gazetteer)), gazetteer)
    learned = look_at(words, gazetteer)
    allowed = np.repeat(np.array([reach(n) for n in learned.names], np.float32), len(LABELS), axis=1)
    left_out = [0.0 if n == "w=<s>" or n[0] == "m" else WORDS_LEFT_OUT if n.startswith("w=") else LEFT_OUT for n in learned.names]
    return learned.names, fit(corpus, learned.matrix, allowed, np.array(left_out), HOW)


def pack(names: Sequence[str], fitted: Weights) -> None:
    """Weights by feature, offset and label as int8, with the one scale that turns them back."""
    kept = sorted(((n, row) for n, row in zip(names, fitted.words, strict=True) if np.abs(row).max() >= LEAST), key=lambda pair: pair[0])
    weights = np.array([row for _, row in kept]).reshape(len(kept), SLOTS, len(LABELS))
    weights[[n.startswith("k=X") and EVERYDAY.isdisjoint(n.split("/")[1].split("+")) for n, _ in kept], MARGIN, 0] -= EAGER
    weights[np.abs(weights) < LEAST] = 0
    scale = np.abs(weights).max() / 127
    text = np.frombuffer("\n".join(name for name, _ in kept).encode("utf-8"), np.uint8)
    np.savez_compressed(WEIGHTS, names=text, weights=np.rint(weights / scale).astype(np.int8), scale=np.float32(scale), moves=fitted.moves)
    print(f"{len(kept):,} features, {np.count_nonzero(weights):,} weights, {WEIGHTS.stat().st_size:,} bytes")


def main(folder: Path) -> None:
    pack(*train(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
