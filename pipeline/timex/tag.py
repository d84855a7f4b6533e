"""The two stages of temporal tagging: words -> meanings, and meanings + publication date -> days."""

from __future__ import annotations

import pandas as pd

from pipeline.model import Alternative, Expression, NamedDay, Timex
from pipeline.tables import stage, to_table


@stage(Expression)
def find_expressions(sentences: pd.DataFrame, furniture: pd.DataFrame, named_days: tuple[NamedDay, ...]) -> pd.DataFrame:
    """Stage. Sentences in, one row per date expression out; what it means, no day yet."""
    return to_table((), Expression)


@stage(Timex, Alternative)
def resolve_expressions(expressions: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stage. Expressions and dated articles in; one timex an expression, and the alternatives of conflicts, out."""
    return to_table((), Timex), to_table((), Alternative)
