"""A clause with its date, trigger and actors -> what it reports."""

from __future__ import annotations

import pandas as pd

from pipeline.events.classes import lexicon_of
from pipeline.events.page import pages
from pipeline.events.telling import tell_page
from pipeline.model import Article, Attribution, Candidate, CandidateActor, Furniture, Kind, Mention, Sentence, Timex, Trigger
from pipeline.tables import stage, to_records, to_table


@stage(Candidate, CandidateActor)
def find_candidates(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    furniture: pd.DataFrame,
    timexes: pd.DataFrame,
    mentions: pd.DataFrame,
    attributions: pd.DataFrame,
    triggers: tuple[Trigger, ...],
    kinds: tuple[Kind, ...],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stage. Clauses with timexes, mentions and attributions in; what each reports, and who is in it, out."""
    lexicon = lexicon_of(triggers, kinds)
    found = pages(
        to_records(articles, Article), to_records(sentences, Sentence), to_records(furniture, Furniture), to_records(timexes, Timex),
        to_records(mentions, Mention), to_records(attributions, Attribution),
    )  # fmt: skip
    told = [one for page in found for one in tell_page(page, lexicon)]
    return to_table((t.candidate for t in told), Candidate), to_table((a for t in told for a in t.actors), CandidateActor)
