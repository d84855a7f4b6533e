"""Candidates -> evidence (same event or not) -> events."""

from __future__ import annotations

import pandas as pd

from pipeline.model import Contradiction, Event, EventActor, EventLink, Evidence
from pipeline.tables import stage, to_table


@stage(Evidence)
def link_candidates(candidates: pd.DataFrame, candidate_actors: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Stage, over the whole corpus. Candidates in; which event each belongs to, and why, out. Scopes never mix."""
    return to_table((), Evidence)


@stage(Event, EventActor, Contradiction, EventLink)
def build_events(
    candidates: pd.DataFrame, candidate_actors: pd.DataFrame, evidence: pd.DataFrame, articles: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Stage, over the whole corpus. Evidence in; one event a group, with its actors, contradictions and links, out."""
    return to_table((), Event), to_table((), EventActor), to_table((), Contradiction), to_table((), EventLink)
