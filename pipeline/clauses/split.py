"""Verb groups -> the stretches of the sentence that they govern, each with its subject."""

from __future__ import annotations

from pipeline.clauses.groups import SAYING, Group, Part
from pipeline.clauses.words import PREPOSITIONS_TOO

HARD = '";'
INNER = ("relative", "participial")  # kinds that interrupt another clause


def split_parts(words: tuple[str, ...], letters: str, groups: list[Group]) -> list[Part]:
    """One part a verb group, in order. A relative or participial part lies inside the one that it interrupts."""
    parts: list[Part] = []
    for number, group in enumerate(groups):
        before = groups[number - 1].end if number else 0
        start, kind = _opening(words, letters, before, group)
        parts.append(Part(group, start, len(letters), kind, group.tense, group.modality))
    _resume(letters, parts)
    for number in range(len(parts)):
        _find_subject(words, letters, parts, number)
        _inherit(parts, number)
    _close(parts, len(letters))
    return parts


def _opening(words: tuple[str, ...], letters: str, before: int, group: Group) -> tuple[int, str]:
    """Where the clause of `group` begins, after the verb group that ends at `before`; and its kind."""
    if group.kind == "infinitive":
        return group.start, "infinitive"
    if group.kind in ("participle", "ing"):
        return _participial_opening(words, letters, before, group), "participial"
    marker = _marker(words, letters, before, group.start)
    if marker >= 0:
        relative = letters[marker] == "w" or (letters[marker] == "t" and marker + 1 == group.start)
        kind = "relative" if relative else "complement" if letters[marker] == "t" else "adverbial"
        return (marker - 1 if marker > before and letters[marker - 1] == "p" and relative else marker), kind
    return _plain_opening(words, letters, before, group.start)


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
    for k in range(verb - 1, before - 1, -1):
        letter = letters[k]
        if letter in HARD:
            return -1
        if letter == "w" or (letter == "t" and _is_complementizer(letters, k, before, verb)):
            return k
        if letter == "s" and _opens_clause(words, letters, k, verb):
            return k
    return -1


def _is_complementizer(letters: str, k: int, before: int, verb: int) -> bool:
    """ "that" that opens a clause, not "that day"."""
    return k == before or k + 1 == verb or (letters[k - 1 : k] in tuple("nVX,QRLchS0") and letters[k + 1 : k + 2] != ".")


def _opens_clause(words: tuple[str, ...], letters: str, k: int, verb: int) -> bool:
    """Whether a subordinator has the verb under it: "after the talks, he left" has not."""
    between = letters[k + 1 : verb]
    if words[k].lower() in PREPOSITIONS_TOO:
        if words[k].lower() == "as" and (letters[k - 1 : k] in ("Q", "L") or between[:1] not in tuple("hd")):
            return False
        return ("," not in between and bool(between)) or not between
    return between.count(",") != 1 or between.endswith(",")


def _plain_opening(words: tuple[str, ...], letters: str, before: int, verb: int) -> tuple[int, str]:
    """Without a marker: after the last quotation mark, semicolon, comma or coordinator; else right after a verb of saying."""
    if before == 0:
        hard = _last_of(HARD, letters, 0, verb)
        return (0, "main") if hard <= 0 or hard < verb - 12 else (hard + 1, "main")
    hard = _last_of(HARD, letters, before, verb)
    low = max(before, hard + 1)
    soft = letters.rfind(",", low, verb)
    joint = _joint(letters, max(low, soft), verb)
    if joint >= 0:
        return joint, "coordinate"
    if soft >= 0:
        return _with_introduction(letters, low, soft), "coordinate" if letters[soft + 1 : soft + 2] == "c" else "main"
    if hard >= 0:
        return hard + 1, "main"
    return before, "complement"


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
    """Moves the opening left over a short introduction: ", and on 7 May, the rebels ..." opens at "and"."""
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


def _find_subject(words: tuple[str, ...], letters: str, parts: list[Part], number: int) -> None:
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


def _inherit(parts: list[Part], number: int) -> None:
    """Participles take the tense of the verb they lean on; "would" under a past verb is what was planned then."""
    part = parts[number]
    outer = parts[number - 1] if number else (parts[number + 1] if len(parts) > 1 else part)
    if part.group.kind == "ing":
        part.tense = outer.group.tense
        part.modality = outer.group.modality if outer is not part else part.modality
    if part.group.modality == "conditional" and part.kind == "complement" and outer.group.lemma in SAYING:
        part.modality = "planned"
