"""Verb groups -> the stretches of the sentence that they govern, each with its subject."""

from __future__ import annotations

import re

from pipeline.clauses.groups import SAYING, Group
from pipeline.clauses.subjects import Part, find_subject
from pipeline.clauses.words import PREPOSITIONS_TOO, lemma_of

NO_ONE = frozenset("no none nobody neither".split())
SAID_WHEN = re.compile(r"p[X0]{1,3}(?=[hd])")  # "said on Monday it would close": the day belongs to the saying
HARD = '";'
APPOSITION = re.compile(r"(?:,c?|c)[dnXoVG]+,[dnXoVGp]+,$")  # ", the mayor, Anna Berg, " before a verb of saying
TIMES = frozenset(
    "day night morning evening afternoon week weekend month year time summer autumn winter spring january february march april may june july august"
    " september october november december".split()
)  # "that day" says when


def split_parts(words: tuple[str, ...], letters: str, groups: list[Group]) -> list[Part]:
    """One part a verb group, in order. A relative or participial part lies inside the one that it interrupts."""
    parts: list[Part] = []
    for number, group in enumerate(groups):
        before = groups[number - 1].end if number else 0
        start, kind = _opening(words, letters, before, group, speaks=number > 0 and groups[number - 1].lemma in SAYING)
        parts.append(Part(group, start, len(letters), kind, group.tense, group.modality))
    _resume(letters, parts)
    for number in range(len(parts)):
        find_subject(words, letters, parts, number)
        _inherit(parts, number)
        part = parts[number]
        part.group.negated |= part.subject_end > part.subject_start and words[part.subject_start].lower() in NO_ONE
    _close(parts, len(letters))
    return parts


def _opening(words: tuple[str, ...], letters: str, before: int, group: Group, *, speaks: bool) -> tuple[int, str]:
    """Where the clause of `group` begins, after the verb group, one of saying or not, that ends at `before`; and its kind."""
    if group.kind == "infinitive":
        return group.start, "infinitive"
    if group.kind in ("participle", "ing"):
        return _participial_opening(words, letters, before, group), "participial"
    marker = _marker(words, letters, before, group.start)
    if marker >= 0:
        relative = letters[marker] == "w" or (letters[marker] == "t" and marker + 1 == group.start)
        kind = "relative" if relative else "complement" if letters[marker] == "t" else "adverbial"
        return (marker - 1 if marker > before and letters[marker - 1] == "p" and relative else marker), kind
    return _plain_opening(words, letters, before, group.start, speaks=speaks)


def _participial_opening(words: tuple[str, ...], letters: str, before: int, group: Group) -> int:
    at = group.start
    while at > before and letters[at - 1] in "RN":
        at -= 1
    if at > before and letters[at - 1] == "s":
        return at - 1
    if group.kind == "ing" and at > before and letters[at - 1] not in ",;":
        with_ = next((k for k in range(at - 1, max(before, at - 9) - 1, -1) if words[k].lower() == "with"), at)
        return with_
    return at


def _marker(words: tuple[str, ...], letters: str, before: int, verb: int) -> int:
    """Position of the subordinator, relative or "that" that opens the clause of the verb; -1 where there is none."""
    for k in range(_before_quoted(letters, verb) - 1, before - 1, -1):
        letter = letters[k]
        if letter in HARD:
            return -1
        if letter == "w" or (letter == "t" and _is_complementizer(words, letters, k, before, verb)):
            return k
        if letter == "s" and _opens_clause(words, letters, k, verb):
            return k
    return -1


def _before_quoted(letters: str, verb: int) -> int:
    """The verb, or the mark that opens a quotation right before it: "the move “would help”"."""
    return verb - 1 if letters[verb - 1 : verb] == '"' and letters[verb - 2 : verb - 1] not in (",", ".", "") else verb


def _is_complementizer(words: tuple[str, ...], letters: str, k: int, before: int, verb: int) -> bool:
    """ "that" that opens a clause, not "that day"."""
    if words[k + 1 : k + 2] and (words[k + 1].lower() in TIMES or words[k - 1].lower() == "but"):
        return False
    return k == before or k + 1 == verb or (letters[k - 1 : k] in tuple("nVX,QRLchS0") and letters[k + 1 : k + 2] != ".")


def _opens_clause(words: tuple[str, ...], letters: str, k: int, verb: int) -> bool:
    """Whether a subordinator has the verb under it: "after the talks, he left" has not."""
    between = letters[k + 1 : verb]
    if words[k].lower() in PREPOSITIONS_TOO:
        if words[k].lower() == "as" and (letters[k - 1 : k] in ("Q", "L") or between[:1] not in tuple("hd")):
            return False
        return ("," not in between and between.rstrip("RN")[-1:] not in ("c", "")) or not between
    return between.count(",") != 1 or between.endswith(",")


def _plain_opening(words: tuple[str, ...], letters: str, before: int, verb: int, *, speaks: bool) -> tuple[int, str]:
    """Without a marker: after the last quotation mark, semicolon, comma or coordinator; else right after a verb of saying."""
    verb = _before_quoted(letters, verb)
    if before == 0:
        hard = _last_of(HARD, letters, 0, verb)
        return (0, "main") if hard <= 0 or hard < verb - 12 else (hard + 1, "main")
    hard = _last_of(HARD, letters, before, verb)
    low = max(before, hard + 1)
    soft = letters.rfind(",", low, verb)
    joint = _joint(letters, max(low, soft), verb)
    if joint >= 0:
        return joint, "coordinate"
    if soft == verb - 1 and (apposition := APPOSITION.search(letters, low, verb)):
        return apposition.start() + (apposition[0][0] == ","), "coordinate" if "c" in apposition[0][:2] else "main"
    if soft >= 0:
        return _with_introduction(letters, low, soft), "coordinate" if letters[soft + 1 : soft + 2] == "c" else "main"
    if hard >= 0:
        return hard + 1, "main"
    return _unmarked(words, letters, before, verb, speaks=speaks)


def _unmarked(words: tuple[str, ...], letters: str, before: int, verb: int, *, speaks: bool) -> tuple[int, str]:
    """Where nothing marks the clause: at a pronoun right after a noun ("the crew it had carried"), else after the verb of saying."""
    last = len(letters[:verb].rstrip("RN")) - 1
    if not speaks and last > before and letters[last] == "h" and letters[last - 1] in "nX":
        return last, "relative"
    if speaks and (led := SAID_WHEN.match(letters, before, verb)):
        return led.end(), "complement"
    said = max((k for k in range(before, verb) if letters[k] == "G" and lemma_of(words[k].lower()) in SAYING), default=before - 1)
    return said + 1, "complement"  # "issued a note Friday saying the bridge will open": what follows "saying"


def _joint(letters: str, low: int, verb: int) -> int:
    """The coordinator that opens the clause: the last one before the verb, unless it only joins two names of its subject."""
    last = letters.rfind("c", low, verb)
    if last > low + 1 and letters[low] == ",":  # ", Russia and Iran agreed": joins two names after the comma
        return -1
    return last


def _last_of(wanted: str, letters: str, start: int, stop: int) -> int:
    """The last place of one of the letters in a stretch; -1 where there is none."""
    last = -1
    for letter in wanted:
        last = max(last, letters.rfind(letter, start, stop))
    return last


def _with_introduction(letters: str, low: int, comma: int) -> int:
    """Moves the opening left over a short introduction: ", and on 2 June, the miners ..." opens at "and"."""
    start = max(_last_of(",c", letters, low, comma), low - 1)
    chunk = letters[start + 1 : comma]
    if start >= low and 0 < len(chunk) <= 7 and chunk[0] in "psR":
        return start if letters[start] == "c" else start + 1
    return comma + 1


def _resume(letters: str, parts: list[Part]) -> None:
    """A main verb after a relative or participial clause takes up the words before it: its clause begins there."""
    for number in range(1, len(parts)):
        inner, part = parts[number - 1], parts[number]
        first = number - 1
        while first > 0 and parts[first].kind in ("complement", "infinitive", "coordinate") and parts[first - 1].kind in ("relative", "participial"):
            first -= 1
            inner = parts[first]
        if inner.kind not in ("relative", "participial") or part.kind not in ("main", "coordinate", "complement"):
            continue
        gap = letters[part.start : part.group.start].strip("RN,")
        bare = not gap and letters[part.start : part.start + 1] != "c"
        taken = any(p.start <= inner.start < p.group.start or p.group.start < inner.start for p in parts[:first] if p.kind != "relative")
        outer = parts[first - 1].group.end if first else 0
        if bare or (not taken and part.kind == "complement"):
            part.start, part.kind = _head_start(letters, outer, inner.start), "main"


def _head_start(letters: str, low: int, inner: int) -> int:
    """Where the clause begins whose subject stands before a relative clause."""
    if low == 0:
        return 0
    at = max(_last_of(',;"ct', letters, low, inner - 1), low - 1)
    return at if at >= low and letters[at] in "ct" else at + 1


def _close(parts: list[Part], length: int) -> None:
    """A part ends where the next one opens that does not lie inside it; the first begins with the sentence."""
    for number, part in enumerate(parts):
        for later in parts[number + 1 :]:
            if later.start <= part.start:
                part.end = min(part.end, _end_before(parts, number))
                break
            if later.start > part.group.end - 1:
                part.end = later.start
                break
    if parts and all(p.start > 0 for p in parts):
        outer = min(parts, key=lambda p: p.start if p.kind not in ("relative", "participial") else length)
        outer.start = 0


def _end_before(parts: list[Part], number: int) -> int:
    """The end of an inner part whose outer verb comes next: at the verb group of the outer one."""
    return parts[number + 1].group.start if number + 1 < len(parts) else parts[number].end


def _inherit(parts: list[Part], number: int) -> None:
    """Participles take the tense of the verb they lean on; "would" under a past verb is what was planned then."""
    part = parts[number]
    outer = parts[number - 1] if number else (parts[number + 1] if len(parts) > 1 else part)
    if part.group.kind == "ing":
        part.tense = outer.group.tense
        part.modality = outer.group.modality if outer is not part else part.modality
    if part.group.modality == "conditional" and part.kind == "complement" and outer.group.lemma in SAYING:
        part.modality = "planned"
