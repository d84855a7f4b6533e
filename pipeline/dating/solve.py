"""Evidence -> the publication day, its bounds and its confidence, or nothing."""

from __future__ import annotations

import pandas as pd

from pipeline.model import Article, DatingEvidence, WorldFact
from pipeline.tables import stage, to_table


@stage(Article, DatingEvidence)
def date_articles(
    articles: pd.DataFrame, sentences: pd.DataFrame, furniture: pd.DataFrame, expressions: pd.DataFrame, facts: tuple[WorldFact, ...]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stage. Articles in; the same articles dated by themselves, and the evidence for it, out."""
    return articles, to_table((), DatingEvidence)
