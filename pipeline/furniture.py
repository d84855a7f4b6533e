"""Page furniture: bylines, datelines, tweets, "Read more". Found and kept as hints, never events or actors."""

from __future__ import annotations

import pandas as pd

from pipeline.model import Furniture
from pipeline.tables import stage, to_table


@stage(Furniture)
def find_furniture(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Stage. Articles and their sentences in, one row per piece of furniture out."""
    return to_table((), Furniture)
