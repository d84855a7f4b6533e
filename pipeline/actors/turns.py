"""Interviews: paragraphs that begin with the name of who speaks and a colon."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.actors.told import Told

FEWEST = 2  # paragraphs opened by names that make a text an interview


def find_turns(lines: Sequence[Told]) -> dict[str, str]:
    """sentence_id -> actor_id of whose turn it is; empty for a text that is no interview."""
    if sum(_opener(line) is not None for line in lines) < FEWEST:
        return {}
    turns: dict[str, str] = {}
    speaker: str | None = None
    paragraph = -1
    for line in lines:
        if line.sentence.paragraph != paragraph:
            paragraph = line.sentence.paragraph
            speaker = _opener(line)
        if speaker:
            turns[line.sentence.sentence_id] = speaker
    return turns


def _opener(line: Told) -> str | None:
    """The person or body whose name and a colon open the line."""
    grid = line.grid
    if not grid.at or grid.at[0] != 0 or grid.names[0].kind == "location" or grid.low[grid.lasts[0] : grid.lasts[0] + 1] != (":",):
        return None
    return line.mentions[0].actor_id
