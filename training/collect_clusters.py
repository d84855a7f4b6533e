"""Writes pipeline/actors/clusters.npz: words that are used alike, as the paths that lead to them in a tree of Brown clusters.

    python -m training.collect_clusters

The clusters are those of spacy-lookups-data, a number a word, whose lowest bit is the first turn of its path from the
root. A word with capitals has an entry of its own only where it is used otherwise than the same word without them.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from importlib.resources import files

import numpy as np

from pipeline.actors.names.features import CLUSTERS

PATHS = "data/en_lexeme_cluster.json.gz"
WORD = re.compile(r"[a-z][a-z.'-]*", re.IGNORECASE | re.ASCII)


def collect() -> dict[str, int]:
    """The path of each word; 0 stands for words that have none there."""
    told: Mapping[str, int] = json.loads(gzip.decompress(files("spacy_lookups_data").joinpath(PATHS).read_bytes()))
    paths = {word: path for word, path in told.items() if path and WORD.fullmatch(word)}
    small = {word.lower(): paths.get(word.lower(), path) for word, path in sorted(paths.items())}
    return small | {word: path for word, path in paths.items() if small[word.lower()] != path}


def main() -> None:
    paths = sorted(collect().items())
    words = np.frombuffer("\n".join(word for word, _ in paths).encode("ascii"), np.uint8)
    np.savez_compressed(CLUSTERS, words=words, paths=np.array([path for _, path in paths], np.uint32))
    print(f"{len(paths):,} words, {CLUSTERS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
