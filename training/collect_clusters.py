"""Writes pipeline/actors/clusters.npz: words that the training texts use alike, by the words beside them.

    python -m training.collect_clusters FOLDER

Each word is told by how much more often than by chance others stand one or two places from it (positive pointwise mutual
information), brought to a few dimensions, and put with its likes (spherical k-means). Tags are not looked at.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.linalg import svds

from pipeline.actors.features import CLUSTERS
from pipeline.text import tokenize
from training.corpus import join, read_tagged

Floats = npt.NDArray[np.floating[Any]]
SIZES = {"coarse": 64, "fine": 400}
LEAST = 4  # times that a word is met
CONTEXT = 2000  # commonest words that tell of those beside them
OFFSETS = (-2, -1, 1, 2)
SMOOTHING = 0.75  # of the counts of contexts, after Levy, Goldberg and Dagan 2015
DIMENSIONS, ROUNDS, SEED = 60, 20, 0


def neighbours(sentences: Sequence[Sequence[str]], words: Sequence[str], context: Sequence[str]) -> sparse.csr_matrix:
    """How often each context word stands at each offset from each word."""
    rows, columns = ({w: i for i, w in enumerate(listed)} for listed in (words, context))
    counts: Counter[tuple[int, int]] = Counter()
    for sentence in sentences:
        for at, word in enumerate(sentence):
            for slot, offset in enumerate(OFFSETS):
                if word in rows and 0 <= at + offset < len(sentence) and (beside := sentence[at + offset]) in columns:
                    counts[rows[word], slot * len(context) + columns[beside]] += 1
    places = np.array(sorted(counts)).T
    return sparse.csr_matrix(([float(counts[r, c]) for r, c in places.T.tolist()], places), shape=(len(words), len(OFFSETS) * len(context)))


def surprise(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    """Positive pointwise mutual information of words and contexts."""
    cells = counts.tocoo()
    of_words, of_contexts = counts.sum(1).A1, counts.sum(0).A1 ** SMOOTHING
    chance = of_words[cells.row] * of_contexts[cells.col] / of_contexts.sum()
    return sparse.csr_matrix((np.maximum(np.log(cells.data / chance), 0), (cells.row, cells.col)), shape=counts.shape)


def lengthwise(vectors: Floats) -> Floats:
    scaled: Floats = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    return scaled


def cluster(vectors: Floats, weights: Floats, count: int) -> npt.NDArray[np.int64]:
    """The number of the cluster of each vector."""
    centres = vectors[np.random.default_rng(SEED).choice(len(vectors), count, replace=False, p=weights / weights.sum())]
    for _ in range(ROUNDS):
        mine = (vectors @ centres.T).argmax(1)
        sums = sparse.csr_matrix((np.ones(len(mine)), (mine, np.arange(len(mine)))), shape=(count, len(mine))) @ vectors
        centres = np.where(np.bincount(mine, minlength=count)[:, None] > 0, lengthwise(sums), centres)
    return (vectors @ centres.T).argmax(1)


def read(folder: Path) -> Iterable[list[str]]:
    for path in sorted(folder.glob("train_*.tsv")):
        for sentence in read_tagged(path):
            yield ["<s>", *(w.lower() for w in tokenize(join(sentence).text).words), "<s>"]


def main(folder: Path) -> None:
    sentences = list(read(folder))
    seen = Counter(w for sentence in sentences for w in sentence)
    common = sorted(seen, key=lambda w: (-seen[w], w))
    words = sorted(w for w in common if seen[w] >= LEAST and w != "<s>")
    counts = neighbours(sentences, words, common[:CONTEXT])
    left, strength, _ = svds(surprise(counts), k=DIMENSIONS, random_state=SEED)
    vectors = lengthwise(left * np.sqrt(strength))
    numbers: dict[str, Any] = {size: cluster(vectors, counts.sum(1).A1 + 1, count).astype(np.uint16) for size, count in SIZES.items()}
    np.savez_compressed(CLUSTERS, words=np.frombuffer("\n".join(words).encode("utf-8"), np.uint8), **numbers)
    print(f"{len(words):,} words, {CLUSTERS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
