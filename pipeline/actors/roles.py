"""Roles and affiliations of names, and whom role phrases and pronouns mean."""

from __future__ import annotations

import pandas as pd

from pipeline.model import Mention, NameRole
from pipeline.tables import stage, to_table


@stage(NameRole)
def find_roles(sentences: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """Stage. Names in, one row per role that an article states of one of its names out."""
    return to_table((), NameRole)


@stage(Mention)
def find_mentions(
    sentences: pd.DataFrame, furniture: pd.DataFrame, names: pd.DataFrame, roles: pd.DataFrame, identities: pd.DataFrame, actors: pd.DataFrame
) -> pd.DataFrame:
    """Stage. Names with their identities in; every mention (names, role phrases, pronouns) with its actor out."""
    return to_table((), Mention)
