"""The records: one class is one table, one instance one row, one field one column.

Spans are code points of the article's text, end excluded. Days are `date`, both ends of a range included.
Columns of the tables that users see are those of the published layout; a field may be added, never renamed.
Several values in one cell (aliases, flags) are joined with "; ".
"""

from __future__ import annotations

from pipeline.model.actors import (
    Actor,
    ActorRole,
    Attribution,
    Bearer,
    Identity,
    Mention,
    Name,
    NameRole,
)
from pipeline.model.articles import (
    Alternative,
    Article,
    DatingEvidence,
    Expression,
    Furniture,
    Sentence,
    Source,
    Timex,
    read_candidates,
)
from pipeline.model.events import (
    Candidate,
    CandidateActor,
    Contradiction,
    Event,
    EventActor,
    EventForward,
    EventLink,
    Evidence,
)
from pipeline.model.seeds import (
    Kind,
    NamedDay,
    SeedActor,
    Trigger,
    WorldFact,
)
from pipeline.model.words import (
    ACTOR_KINDS,
    DATE_BASES,
    EVENT_TYPES,
    FLAGS,
    FUNCTIONS,
    JOINT,
    PUBLISHED_BASES,
    RESOLVED_BY,
    STATUSES,
)

__all__ = [
    "ACTOR_KINDS",
    "DATE_BASES",
    "EVENT_TYPES",
    "FLAGS",
    "FUNCTIONS",
    "JOINT",
    "PUBLISHED_BASES",
    "RESOLVED_BY",
    "STATUSES",
    "Actor",
    "ActorRole",
    "Alternative",
    "Article",
    "Attribution",
    "Bearer",
    "Candidate",
    "CandidateActor",
    "Contradiction",
    "DatingEvidence",
    "Event",
    "EventActor",
    "EventForward",
    "EventLink",
    "Evidence",
    "Expression",
    "Furniture",
    "Identity",
    "Kind",
    "Mention",
    "Name",
    "NameRole",
    "NamedDay",
    "SeedActor",
    "Sentence",
    "Source",
    "Timex",
    "Trigger",
    "WorldFact",
    "read_candidates",
]
