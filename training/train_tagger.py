"""Trains the tagger and writes pipeline/actors/tagger.npz.

    python -m training.train_tagger FOLDER

FOLDER holds train_*.tsv (a token and its BIO tag a line). A linear-chain CRF, fitted by L-BFGS with python-crfsuite
(MIT); the weights are kept as whole numbers of one byte. The same files give the same weights.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
import pycrfsuite

from pipeline.actors.document import words_of
from pipeline.actors.features import PAD, features, first_word, known_as, spans_of
from pipeline.actors.gazetteer import Gazetteer, load_gazetteer
from pipeline.actors.tagger import FIRST, LABELS, OFFSETS, WEIGHTS
from pipeline.seeds import read_seeds
from training.corpus import join, read_tagged, retokenize
from training.wires import wires

NEAR = ("w=", "k=", "s=", "l=", "g=", "e3=", "m")  # features that also speak for the tags beside their word
FAR = ("w=", "k=", "g=")  # for those two words away
AT_FIRST = ("w=", "k=", "s=", "l=")  # and for a word at the start of its sentence
REPEATS = {"train_politics": 3}  # a small corpus of the kind of text that the tagger is for
L1, L2 = 0.5, 0.01  # found on four fifths of the development files
ITERATIONS = 130
LEAST = 0.02  # weights below are left out


class Reach:
    """Which features of a word speak for the tag `offset` words away."""

    def __init__(self) -> None:
        near, far = re.compile("|".join(NEAR)), re.compile("|".join(FAR))
        self.patterns = {-2: far, -1: near, 0: re.compile(""), 1: near, 2: far, FIRST: re.compile("|".join(AT_FIRST))}

    def names(self, found: Sequence[str], offset: int) -> list[str]:
        pattern = self.patterns[offset]
        return [f"{offset}|{f}" for f in found if f == "w=<s>" or pattern.match(f)]


def observations(words: Sequence[str], gazetteer: Gazetteer, reach: Reach) -> list[list[str]]:
    """Features of each tag: those of its own word and of the words around it, named by their offset."""
    own = [features(w, known_as(w, gazetteer)) for w in words]
    for at, feature in spans_of(gazetteer.find(words)):
        own[at].append(feature)
    pad = features(PAD, "")
    padded = [pad, pad, *own, pad, pad]
    rows = []
    for at in range(len(words)):
        rows.append([n for offset in OFFSETS for n in reach.names(padded[at + 2 - offset], offset)])
    rows[first_word(words)] += reach.names(own[first_word(words)], FIRST)
    return rows


def examples(folder: Path, gazetteer: Gazetteer) -> Iterator[tuple[list[str], list[str]]]:
    """Words, as the pipeline gives them to the tagger, and tags of every sentence of the training files and of the wires."""
    paths = [p for p in sorted(folder.glob("train_*.tsv")) for _ in range(REPEATS.get(p.stem, 1))]
    for sentence in chain((join(s) for p in paths for s in read_tagged(p)), wires()):
        yield words_of(sentence.text, gazetteer), retokenize(sentence)


def fit(folder: Path, model: Path) -> None:
    gazetteer, reach = load_gazetteer(read_seeds().actors), Reach()
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for words, tags in examples(folder, gazetteer):
        trainer.append(pycrfsuite.ItemSequence(observations(words, gazetteer, reach)), tags)
    trainer.set_params({"c1": L1, "c2": L2, "max_iterations": ITERATIONS, "feature.possible_transitions": True})
    trainer.train(str(model))


def pack(model: Path) -> None:
    """Weights by feature, offset and label as int8, with the one scale that turns them back."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    info = tagger.info()
    kept = {key: w for key, w in info.state_features.items() if abs(w) >= LEAST}
    rows = {name: i for i, name in enumerate(sorted({key.split("|", 1)[1] for key, _ in kept}))}
    weights = np.zeros((len(rows), len(OFFSETS) + 1, len(LABELS)), np.float32)
    for (key, label), weight in kept.items():
        offset, name = key.split("|", 1)
        weights[rows[name], int(offset) - OFFSETS[0], LABELS.index(label)] = weight
    scale = np.abs(weights).max() / 127
    moves = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (before, after), weight in info.transitions.items():
        moves[LABELS.index(before), LABELS.index(after)] = weight
    names = np.frombuffer("\n".join(rows).encode("utf-8"), np.uint8)
    np.savez_compressed(WEIGHTS, names=names, weights=np.rint(weights / scale).astype(np.int8), scale=np.float32(scale), moves=moves)
    print(f"{len(rows):,} features, {len(kept):,} weights, {WEIGHTS.stat().st_size:,} bytes")


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        model = Path(scratch) / "model"
        fit(folder, model)
        pack(model)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
