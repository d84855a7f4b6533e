"""Names within one article: gazetteer, tagger, and what the article says about its own names."""

from __future__ import annotations

import pandas as pd

from pipeline.model import Name, SeedActor
from pipeline.tables import stage, to_table


@stage(Name)
def find_names(sentences: pd.DataFrame, furniture: pd.DataFrame, seed_actors: tuple[SeedActor, ...]) -> pd.DataFrame:
    """Stage. Sentences in, one row per name out, with the fullest name that its article has for it."""
    return to_table((), Name)
