"""A clause with its date, trigger and actors -> what it reports."""

from __future__ import annotations

import pandas as pd

from pipeline.model import Candidate, CandidateActor, Trigger
from pipeline.tables import stage, to_table


@stage(Candidate, CandidateActor)
def find_candidates(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    furniture: pd.DataFrame,
    timexes: pd.DataFrame,
    mentions: pd.DataFrame,
    attributions: pd.DataFrame,
    triggers: tuple[Trigger, ...],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stage. Clauses with timexes, mentions and attributions in; what each reports, and who is in it, out."""
    return to_table((), Candidate), to_table((), CandidateActor)
