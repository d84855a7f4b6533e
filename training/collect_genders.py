"""Writes pipeline/actors/given.npz: given names that only women or only men bear in the lists of Faker (MIT).

    python -m training.collect_genders

A name that any locale has for both is left out. The same version of Faker gives the same file.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from pipeline.actors.roles.genders import GIVEN, key_of
from training.collect_names import LATIN, people


def usable(names: Iterable[str]) -> set[str]:
    """Single given names in Latin letters, as they are looked up."""
    return {key_of(n) for n in names if LATIN.fullmatch(n) and " " not in n and len(n) > 1}


def main() -> None:
    female, male = usable(people(part="first_names_female")), usable(people(part="first_names_male"))
    lists = {"f": sorted(female - male), "m": sorted(male - female)}
    np.savez_compressed(GIVEN, **{sex: np.frombuffer("\n".join(names).encode("utf-8"), np.uint8) for sex, names in lists.items()})


if __name__ == "__main__":
    main()
