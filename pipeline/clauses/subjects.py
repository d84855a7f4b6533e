"""The subject of a clause: the noun phrase before its verb, after it, or of the clause that it leans on."""

from __future__ import annotations

from pipeline.clauses.groups import SAYING, Part

INNER = ("relative", "participial")  # kinds that interrupt another clause


def find_subject(words: tuple[str, ...], letters: str, parts: list[Part], number: int) -> None:
    part = parts[number]
    if part.kind == "participial" and (part.start == part.group.start or letters[part.start] in "RNs"):
        part.subject_start, part.subject_end = _noun_before(letters, part.start) if part.group.kind == "participle" else _subject_of_outer(parts, number)
        return
    if part.kind == "participial":
        part.subject_start, part.subject_end = _before_adverbs(letters, part.start + 1, part.group.start)
        return
    if part.kind == "infinitive":
        part.subject_start, part.subject_end = _subject_of_outer(parts, number)
        return
    inside = [p.start for p in parts[:number] if part.start < p.start and p.kind in INNER]
    stop = min(inside) if inside else part.group.start
    part.subject_start, part.subject_end = _noun_phrase(words, letters, part.start, stop)
    if part.subject_end > part.subject_start:
        return
    if part.kind == "relative":
        part.subject_start, part.subject_end = _noun_before(letters, part.start)
    elif part.group.lemma in SAYING and (after := _inverted(letters, part.group.end)):
        part.subject_start, part.subject_end = part.group.end, after
    else:
        part.subject_start, part.subject_end = _subject_of_outer(parts, number)


def _before_adverbs(letters: str, start: int, stop: int) -> tuple[int, int]:
    while stop > start and letters[stop - 1] in "RN":
        stop -= 1
    return start, stop


def _inverted(letters: str, start: int) -> int:
    """End of the names right after a verb of saying ("noted the minister"); 0 where there are none."""
    at = start
    while at < len(letters) and letters[at] in "dXno":
        at += 1
    return at if at > start and letters[start] in "dX" and at - start <= 8 else 0


def _noun_phrase(words: tuple[str, ...], letters: str, start: int, stop: int) -> tuple[int, int]:
    """The subject in a stretch before its verb: without conjunctions, introductions and appositions."""
    while stop > start and letters[stop - 1] in 'RN";(':
        stop -= 1
    closed = stop > start and letters[stop - 1] == ","
    stop -= closed
    colon = letters.rfind(";", start, stop)
    start = max(start, colon + 1)
    while (
        start < stop
        and letters[start] in 'cstRwN,"pT)'
        and letters[start : start + 2] != "p0"
        and not (letters[start] in "pT" and _comma_after(letters, start, stop) < 0)
    ):
        start = _comma_after(letters, start, stop) + 1 if letters[start] in "psT" and _comma_after(letters, start, stop) >= 0 else start + 1
    if start < stop and letters[start] in "pT" and letters[start + 1 : start + 2] != "0":
        return _after_introduction(letters, start, stop)
    if letters.find(",", start, stop) < 0:
        return start, stop
    chunks = _chunks(letters, start, stop)
    if len(chunks) < 2 or ("c" in letters[chunks[-1][0] : chunks[-1][1]] and not closed):
        return start, stop
    return chunks[0] if closed else chunks[-1]


def _comma_after(letters: str, start: int, stop: int) -> int:
    return letters.find(",", start, stop)


def _after_introduction(letters: str, start: int, stop: int) -> tuple[int, int]:
    """ "In July Russia": the noun phrase after a short prepositional phrase without a comma."""
    at = start + 1
    while at < stop and letters[at] in "d0":
        at += 1
    at += 1
    while at < stop and letters[at] in "0":
        at += 1
    return (at, stop) if at < stop and letters[at] in "dXhn" else (0, 0)


def _chunks(letters: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Stretches between commas; brackets stay whole."""
    found, depth, first = [], 0, start
    for k in range(start, stop):
        depth += (letters[k] == "(") - (letters[k] == ")")
        if letters[k] == "," and depth <= 0:
            found.append((first, k))
            first = k + 1
    return [*found, (first, stop)]


def _noun_before(letters: str, end: int) -> tuple[int, int]:
    """The noun phrase that ends before `end`."""
    while end > 0 and letters[end - 1] in ",pRN(":
        end -= 1
    start = end
    while start > 0 and letters[start - 1] in "Xn0oGVS)" and end - start < 10:
        start -= 1
    if start > 0 and letters[start - 1] == "d":
        start -= 1
    return start, end


def _subject_of_outer(parts: list[Part], number: int) -> tuple[int, int]:
    """The subject of the clause before: for coordinated verbs, participles and infinitives."""
    for part in reversed(parts[:number]):
        if part.subject_end > part.subject_start and part.kind not in ("relative",):
            return part.subject_start, part.subject_end
    return 0, 0
