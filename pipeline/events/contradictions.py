"""Where reports of one event disagree: days, numbers, who did it, whether it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.model import Candidate, CandidateActor, Contradiction

DOERS = ("ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE")
OPPOSED = ({"happened", "denied"}, {"claimed", "denied"}, {"happened", "cancelled"}, {"happened", "postponed"}, {"planned", "cancelled"}, {"ongoing", "denied"})
Told = tuple[Candidate, tuple[CandidateActor, ...]]


def contradictions_of(event_id: str, told: Iterable[Told]) -> list[Contradiction]:
    """One row for each value of each field on which the reports disagree, with the article that has it."""
    pieces = list(told)
    if len(pieces) == 1 and not pieces[0][0].earlier:
        return []
    found = [*_days(event_id, pieces), *_numbers(event_id, pieces), *_statuses(event_id, pieces), *_doers(event_id, pieces)]
    return list(dict.fromkeys(found))


def _days(event_id: str, pieces: list[Told]) -> Iterator[Contradiction]:
    """Days that exclude each other, and those that an event was moved from."""
    dated = [(c, c.date_start, c.date_end) for c, _ in pieces if c.date_start and c.date_end and c.date_basis != "publication"]
    latest = max((start for _, start, _ in dated), default=date.max)
    earliest = min((end for _, _, end in dated), default=date.min)
    for one, start, end in dated:
        if end < latest or earliest < start:
            yield Contradiction(event_id, "date", _written(one), one.article_id)
    for one, _, _ in dated:
        if one.earlier:
            yield Contradiction(event_id, "date", f"{one.earlier.replace('/', ' to ')} (first planned)", one.article_id)
            yield Contradiction(event_id, "date", _written(one), one.article_id)


def _written(c: Candidate) -> str:
    first, last = str(c.date_start), str(c.date_end)
    days = first if first == last else f"{first} to {last}"
    return f"{days} ({c.date_text})" if c.date_text else days


def _numbers(event_id: str, pieces: list[Told]) -> Iterator[Contradiction]:
    """Different counts of the same: killed, wounded, arrested, or things of one name."""
    values: dict[str, dict[str, list[str]]] = {}
    for candidate, _ in pieces:
        for pair in filter(None, candidate.numbers.split("; ")):
            key, _, value = pair.partition("=")
            values.setdefault(key, {}).setdefault(value, []).append(candidate.article_id)
    for key, counts in sorted(values.items()):
        articles = {a for group in counts.values() for a in group}
        if len(counts) > 1 and len(articles) > 1:
            yield from (
                Contradiction(event_id, "number", f"{value} ({key})", article) for value, group in sorted(counts.items()) for article in sorted(set(group))
            )


def _statuses(event_id: str, pieces: list[Told]) -> Iterator[Contradiction]:
    told = {c.status for c, _ in pieces}
    if any(pair <= told for pair in OPPOSED):
        yield from (Contradiction(event_id, "status", c.status, c.article_id) for c, _ in pieces)


def _doers(event_id: str, pieces: list[Told]) -> Iterator[Contradiction]:
    """Different doers of one deed: no article names both."""
    by_article: dict[str, set[str]] = {}
    for candidate, actors in pieces:
        if candidate.event_type in DOERS:
            doers = {a.actor_id for a in actors if a.function == "actor" and a.kind != "location"}
            by_article.setdefault(candidate.article_id, set()).update(doers)
    named = {article: doers for article, doers in by_article.items() if doers}
    common = set.intersection(*named.values()) if named else set()
    if len(named) > 1 and not common and not any(one & two for a, one in named.items() for b, two in named.items() if a < b):
        yield from (Contradiction(event_id, "actor", actor, article) for article, doers in sorted(named.items()) for actor in sorted(doers))
