"""The subject of a clause: the noun phrase before its verb, after it, or of the clause that it leans on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.clauses.groups import Group

INNER = ("relative", "participial")  # kinds that interrupt another clause
QUANTITIES = frozenset({("at", "least"), ("at", "most"), ("up", "to"), ("close", "to")})
ROUNDING = frozenset("over about around under nearly almost roughly approximately".split())
NUMBERS = frozenset("half two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty dozens hundreds thousands".split())
INVERTING = frozenset(
    "say add tell ask reply warn explain write continue insist argue conclude note recall announce declare report joke quip remark laugh".split()
)  # verbs before which their subject may stand after what is said
BREAK = re.compile(r"(?<=[nXV0S])d")  # a determiner right after a noun begins another noun phrase
OPENING = frozenset("the a an this that these those his her its their our my your every".split())  # "two other men" goes on
TITLED = re.compile(r"[dnVGR]{0,4}X[Xo]*")  # "said lead author Anna Berg"


@dataclass(slots=True)
class Part:
    """A clause in token positions, end excluded."""

    group: Group
    start: int
    end: int
    kind: str
    tense: str
    modality: str
    subject_start: int = 0
    subject_end: int = 0
    head_start: int = 0  # of a relative clause: the noun phrase that it says something of
    head_end: int = 0


def find_subject(words: tuple[str, ...], letters: str, parts: list[Part], number: int) -> None:
    """Sets the subject of a part, and what a relative one is about."""
    part = parts[number]
    if part.kind in ("participial", "infinitive"):
        part.subject_start, part.subject_end = _subject_of_nonfinite(words, letters, parts, number)
        return
    inside = [p.start for p in parts[:number] if part.start < p.start and p.kind in INNER]
    stop = min(inside) if inside else part.group.start
    part.subject_start, part.subject_end = _noun_phrase(words, letters, part.start, stop)
    if part.kind == "relative":
        part.head_start, part.head_end = _noun_before(words, letters, part.start, whole=letters[part.start - 1 : part.start] == ",")
    if part.subject_end == part.subject_start:
        part.subject_start, part.subject_end = _subject_elsewhere(words, letters, parts, number)


def _subject_of_nonfinite(words: tuple[str, ...], letters: str, parts: list[Part], number: int) -> tuple[int, int]:
    part = parts[number]
    if part.kind == "infinitive":
        return _subject_of_infinitive(letters, parts, number)
    if part.start != part.group.start and letters[part.start] not in "RNs":
        return _before_adverbs(letters, part.start + 1, part.group.start)
    return _noun_before(words, letters, part.start, whole=False) if part.group.kind == "participle" else _subject_of_outer(parts, number)


def _subject_elsewhere(words: tuple[str, ...], letters: str, parts: list[Part], number: int) -> tuple[int, int]:
    """The subject of a verb that has none before it in its clause."""
    part = parts[number]
    if part.kind == "relative":
        return part.head_start, part.head_end
    quoted = part.group.start > 0 and letters[part.group.start - 1] == '"'  # whatever verb may follow what is said: "grinned the keeper"
    if (quoted or part.group.lemma in INVERTING) and part.kind != "coordinate" and (after := _inverted(words, letters, part.group.end)):
        return part.group.end, after
    before = parts[number - 1] if number else part
    if part.kind == "coordinate" and before.kind == "relative" and letters[part.start - 1] != ",":
        return before.subject_start, before.subject_end
    return _subject_of_outer(parts, number)


def _before_adverbs(letters: str, start: int, stop: int) -> tuple[int, int]:
    while stop > start and letters[stop - 1] in "RN":
        stop -= 1
    return start, stop


def _inverted(words: tuple[str, ...], letters: str, start: int) -> int:
    """End of the names right after a verb of saying ("noted the minister"); 0 where there are none."""
    at = start
    while at < len(letters) and (letters[at] in "dXno" or (letters[at - 1 : at + 1] == "X." and len(words[at - 1]) == 1)):
        at += 1
    if at > start and letters[start] in "dX" and at - start <= 8:
        return at
    titled = TITLED.match(letters, start)
    return titled.end() if titled else 0


def _subject_of_infinitive(letters: str, parts: list[Part], number: int) -> tuple[int, int]:
    """Who is to do it: the object of the verb before ("expects prices to fall"), else its subject ("plans to fall")."""
    start, stop = parts[number - 1].group.end if number else 0, parts[number].group.start
    if start < stop and all(c in "dnXo0VGS" for c in letters[start:stop]):
        return start, stop
    return _subject_of_outer(parts, number)


def _noun_phrase(words: tuple[str, ...], letters: str, start: int, stop: int) -> tuple[int, int]:
    """The subject in a stretch before its verb: without conjunctions, introductions and appositions."""
    while stop > start and letters[stop - 1] in 'RN";(':
        stop -= 1
    closed = stop > start and letters[stop - 1] == ","
    stop -= closed
    start = _after_conjunctions(words, letters, max(start, letters.rfind(";", start, stop) + 1), stop)
    if stop > start and letters[stop - 1] == "h" and letters[stop - 2 : stop - 1] != "c":
        return stop - 1, stop
    if start < stop and letters[start] in "pT" and not _is_quantity(words, letters, start):
        return _after_introduction(words, letters, start, stop)
    if letters.find(",", start, stop) < 0:
        return _last_phrase(words, letters, start, stop)
    chunks = _chunks(letters, start, stop)
    if len(chunks) < 2 or ("c" in letters[chunks[-1][0] : chunks[-1][1]] and not closed):
        return start, stop
    return chunks[0] if closed else chunks[-1]


def _after_conjunctions(words: tuple[str, ...], letters: str, start: int, stop: int) -> int:
    """Where the stretch begins without conjunctions, adverbs and introductions that a comma closes."""
    while start < stop and letters[start] in 'cstRwN,"pT)' and not _is_quantity(words, letters, start):
        comma = _comma_after(letters, start, stop)
        if letters[start] in "pT" and comma < 0:
            break
        start = comma + 1 if letters[start] in "psT" and comma >= 0 else start + 1
    return start


def _is_quantity(words: tuple[str, ...], letters: str, k: int) -> bool:
    """Whether "at least", "up to", "over" begin a number here: the noun phrase begins with them."""
    word, after = words[k].lower(), words[k + 1].lower() if k + 1 < len(words) else ""
    return (word, after) in QUANTITIES or (word in ROUNDING and (letters[k + 1 : k + 2] == "0" or after.partition("-")[0] in NUMBERS))


def _last_phrase(words: tuple[str, ...], letters: str, start: int, stop: int) -> tuple[int, int]:
    """The last of noun phrases side by side ("last week the army")."""
    breaks = [m.start() for m in BREAK.finditer(letters, start + 1, stop) if words[m.start()].lower() in OPENING]
    return (breaks[-1], stop) if breaks else (start, stop)


def _comma_after(letters: str, start: int, stop: int) -> int:
    return letters.find(",", start, stop)


def _after_introduction(words: tuple[str, ...], letters: str, start: int, stop: int) -> tuple[int, int]:
    """ "In July Russia", "By the end of the week the army": the noun phrase after a prepositional phrase without a comma."""
    first, _ = _last_phrase(words, letters, start, stop)
    if first > start:
        return first, stop
    at = start + 1
    while at < stop and letters[at] in "d0":
        at += 1
    at += letters[at - 1] != "0"
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


def _noun_before(words: tuple[str, ...], letters: str, end: int, *, whole: bool) -> tuple[int, int]:
    """The noun phrase that ends before `end`; with `whole` also what it is of ("the tour of Peru, which")."""
    while end > 0 and letters[end - 1] in ",pRN(":
        end -= 1
    start = end
    while start > 0 and letters[start - 1] in "Xn0oGVSd)" and end - start < 10:
        start -= 1
        if letters[start] == "d" and letters[start - 1 : start] != "d":
            break
    if whole and start > 1 and words[start - 1] == "of" and letters[start - 2] in "nXVS" and start < end:
        return _noun_before(words, letters, start - 1, whole=True)[0], end
    return start, end


def _subject_of_outer(parts: list[Part], number: int) -> tuple[int, int]:
    """The subject of the clause before: for coordinated verbs, participles and infinitives."""
    for part in reversed(parts[:number]):
        if part.subject_end > part.subject_start and part.kind not in ("relative",):
            return part.subject_start, part.subject_end
    return 0, 0
