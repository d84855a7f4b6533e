"""Who said it, directly or not, via whom; and what each mention does in its clause."""

from __future__ import annotations

import pandas as pd

from pipeline.model import Attribution, Mention
from pipeline.tables import stage, to_table


@stage(Attribution, Mention)
def attribute(sentences: pd.DataFrame, furniture: pd.DataFrame, mentions: pd.DataFrame, actors: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stage. Mentions in; who says which words, and the mentions with their functions, out."""
    return to_table((), Attribution), mentions
