"""The closed lists of words that cells may hold."""

from __future__ import annotations

JOINT = "; "  # between the values of a cell that lists several

ACTOR_KINDS = ("person", "organisation", "location")
FUNCTIONS = ("actor", "recipient", "speaker", "mentioned", "source", "furniture")
RESOLVED_BY = ("exact", "tagged", "surname", "acronym", "alias", "demonym", "role", "pronoun")
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATEMENT", "OTHER",
)  # fmt: skip
STATUSES = ("happened", "ongoing", "planned", "postponed", "cancelled", "denied", "claimed", "hypothetical")
FLAGS = (
    "conflict", "invalid", "day_month_order", "fiscal", "approximate", "open_start", "open_end", "furniture", "foreign",
)  # fmt: skip
DATE_BASES = ("explicit", "relative", "publication")
PUBLISHED_BASES = ("user", "metadata", "dateline", "dated_line", "embed", "weekday", "text", "facts", "corpus")
