"""Bodies told by the words beside a name that the tagger took for a person's or a place's: firms, and teams that go by their town."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.actors.gazetteer import names
from pipeline.actors.names.sentence import Found
from pipeline.actors.vocabulary import BODY_WORDS

PLAYERS = frozenset(
    "captain skipper coach goalkeeper keeper striker midfielder defender winger forward centre-back full-back fly-half scrum-half prop flanker"
    " batsman bowler pitcher quarterback playmaker fans supporters".split()
)
LEADING = frozenset("head assistant interim caretaker team club".split())  # before them
DASHES = frozenset("-–")
OWNED = frozenset(
    "shareholders shares profit profits revenue revenues subsidiary creditors ceo cfo earnings turnover shareholding".split()
)  # what only firms have
OFFICES = frozenset(
    (("chief", "executive"), ("chief", "financial"), ("chief", "operating"), ("managing", "director"), ("share", "price"), ("parent", "company"))
)
HELD = frozenset("stake shares shareholders shareholder subsidiary shareholding creditors".split())  # "in" or "of" a firm
CALLED = BODY_WORDS | frozenset(
    "carrier insurer builder maker seller supplier operator brewer miner startup consultancy brokerage utility packer supervisor".split()
)
DETERMINERS = frozenset("a an the its their".split())
LONGEST = 5  # words of an apposition with its article


def find_bodies(rows: Iterable[tuple[Sequence[str], Sequence[Found]]]) -> set[str]:
    """Names that stand beside what only bodies have: "Vane's shareholders", "the insurer Vane", "Varden 2-1 Holm"."""
    return {one.name for words, found in rows for one in _told(words, [f for f in found if f.how == "tagged" and f.kind != "organisation"])}


def _told(words: Sequence[str], doubtful: Sequence[Found]) -> Iterator[Found]:
    for at, one in enumerate(doubtful):
        if one.kind == "location" and is_side(words, one.last):
            yield one
            yield from (other for other in doubtful[at + 1 : at + 2] if other.first == one.last + 3 and other.kind == "location")
        elif words[one.first] not in names("given") and (owns(words, one.last) or is_owned(words, one.first) or is_called(words, one.first, one.last)):
            yield one


def is_side(words: Sequence[str], end: int) -> bool:
    """Whether the place that ends there plays: its players, or a score, come next.

    >>> is_side("the Varden head coach left".split(), 2), is_side("Varden 2 - 1 Holm".split(), 1), is_side("Varden left".split(), 1)
    (True, True, False)
    """
    after = words[end : end + 3]
    beside = [w for w in after[:2] if w not in LEADING][:1]
    if beside and beside[0] in PLAYERS:
        return True
    return len(after) == 3 and after[0].isdigit() and after[1] in DASHES and after[2].isdigit()


def owns(words: Sequence[str], end: int) -> bool:
    """
    >>> owns("Vane 's new chief executive left".split(), 1), owns("Vane 's wife left".split(), 1)
    (True, False)
    """
    if words[end : end + 1] not in (["'s"], ["'"]):
        return False
    near = [w.lower() for w in words[end + 1 : end + 4]]
    return not OWNED.isdisjoint(near) or not OFFICES.isdisjoint(pairwise(near))


def is_owned(words: Sequence[str], first: int) -> bool:
    """
    >>> is_owned("a stake in Vane".split(), 3), is_owned("chief executive of Vane".split(), 3), is_owned("a house in Vane".split(), 3)
    (True, True, False)
    """
    if first < 2 or words[first - 1] not in ("in", "of"):
        return False
    return words[first - 2].lower() in HELD or (words[first - 1] == "of" and tuple(w.lower() for w in words[max(first - 3, 0) : first - 1]) in OFFICES)


def is_called(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a word for a body stands right before the name, or behind it between commas.

    >>> is_called("the insurer Vane left".split(), 2, 3), is_called("Vane , a small insurer in Oslo , left".split(), 0, 1)
    (True, True)
    >>> is_called("Vane , a nurse , left".split(), 0, 1), is_called("at the bank Vane wept".split(), 3, 4)
    (False, True)
    """
    if first and words[first - 1] in CALLED and not DETERMINERS.isdisjoint(words[max(first - 4, 0) : first - 1]):
        return True
    if words[last : last + 1] != [","] or "".join(words[last + 1 : last + 2]) not in DETERMINERS:
        return False
    for word in words[last + 2 : last + 1 + LONGEST]:
        if word in CALLED:
            return True
        if not word.islower():
            return False
    return False
