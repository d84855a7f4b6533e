"""Teams that go by the name of their town, told by what stands beside the name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.actors.sentence import Found

PLAYERS = frozenset(
    "captain skipper coach goalkeeper keeper striker midfielder defender winger forward centre-back full-back fly-half scrum-half prop flanker"
    " batsman bowler pitcher quarterback playmaker fans supporters".split()
)
LEADING = frozenset("head assistant interim caretaker team club".split())  # before them
DASHES = frozenset("-–")


def find_teams(rows: Iterable[tuple[Sequence[str], Sequence[Found]]]) -> set[str]:
    """Names, of places by themselves, that stand before their players or on a side of a score: "the Varden captain", "Varden 2-1 Holm"."""
    return {one.name for words, found in rows for one in _teams(words, [f for f in found if f.kind == "location" and f.how == "tagged"])}


def _teams(words: Sequence[str], places: Sequence[Found]) -> Iterator[Found]:
    for at, one in enumerate(places):
        after = words[one.last : one.last + 3]
        beside = [w for w in after[:2] if w not in LEADING][:1]
        if beside and beside[0] in PLAYERS:
            yield one
        elif len(after) == 3 and after[0].isdigit() and after[1] in DASHES and after[2].isdigit():
            yield one
            yield from (other for other in places[at + 1 : at + 2] if other.first == one.last + 3)
