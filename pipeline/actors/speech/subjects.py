"""Who does the telling: the subject of a verb, before it or after it, read without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.actors.grid import Grid, head_of
from pipeline.actors.lexicon import HONORIFICS, POSTNOMINALS
from pipeline.actors.speech.noun_phrases import LINKS, PUNCTUATION, QUOTES, is_governed, names_by, names_in, past_name, phrase_end, skip_adverbs
from pipeline.actors.speech.verbs import DOCUMENTS, GROUPS, PRIVATE, SPEECH_FORMS
from pipeline.actors.vocabulary import DETERMINERS, PREPOSITIONS

INVERTIBLE = frozenset(
    "say add note warn write ask explain conclude reply insist claim argue continue declare announce stress recall report state tweet quip remark comment"
    " complain joke read reveal tell think believe caution concede predict forecast estimate counter retort respond answer reckon maintain contend lament"
    " admit acknowledge confirm promise suggest agree hope fear mutter sigh observe opine venture enquire inquire protest object muse recount marvel scoff"
    " sneer shout exclaim yell whisper enthuse fume affirm assert calculate boast".split()
)
BESIDE = frozenset(
    "who which whose whom however meanwhile too also though in on at during speaking citing quoting for then now one a an the of from with by after".split()
)


ISSUED = frozenset("made issued released published posted signed sent read written".split())  # of documents, before whose they are
CONDITIONS = frozenset("if unless until once".split())  # what is told after these has not been said


TITLED = 4  # words of a title without an article, with the comma before
INCLUDING = frozenset(("including", "like", "among"))  # "critics, including NAME, say"
WHO = frozenset(("who", "which", "whose"))


class Subject(NamedTuple):
    first: int
    speakers: tuple[int, ...]
    document: bool
    embedded: bool
    inverted: bool


def find_subject(grid: Grid, verb: int, j: int, quoted: Sequence[bool], before: Subject | None) -> Subject | None:
    """The subject of a telling verb; `j` is the last token before the verb group."""
    low = grid.low
    if j < 0:
        return None
    if low[j] in QUOTES or quoted[j]:
        return _inverted(grid, verb)
    if low[j] in (",", ")", "—", "–"):
        opening = _opening(grid, j, quoted)
        if opening is None:
            return _inverted(grid, verb) if low[j - 1] in QUOTES or SPEECH_FORMS.get(low[verb]) in INVERTIBLE else None
        if low[opening + 1] in INCLUDING:
            return Subject(opening + 2, speakers, False, False, False) if (speakers := names_in(grid, opening + 2, j)) else None
        if low[opening - 1] in DOCUMENTS and "by" in low[opening:j]:
            return Subject(opening - 1, speakers, False, False, False) if (speakers := names_by(grid, low.index("by", opening))) else None
        j = _before_apposition(grid, opening, quoted)
        antecedent = _antecedent(grid, j)
        if antecedent is not None:
            return Subject(antecedent, (grid.at[antecedent],), False, False, False)
    return _main_subject(grid, j, quoted, before)


def _main_subject(grid: Grid, j: int, quoted: Sequence[bool], before: Subject | None) -> Subject | None:
    low = grid.low
    j -= j > 0 and grid.at[j - 1] >= 0 and grid.tokens.words[j] in POSTNOMINALS
    if j >= 0 and low[j] in ("and", "but", "then", "or"):
        return same_as_before(grid, before)
    if j >= 0 and low[j] in ("who", "which", "that"):
        back = j - 1 - (low[j - 1] == ",")
        return Subject(back, (grid.at[back],), False, True, False) if back >= 0 and grid.at[back] >= 0 else None
    return _noun_phrase(grid, j, quoted)


def _before_apposition(grid: Grid, opening: int, quoted: Sequence[bool]) -> int:
    """The last token of the name itself, before one or two appositions, or of the name that stands between the commas."""
    j = skip_adverbs(grid.low, opening - 1)
    if j == opening - 1 and grid.at[j] < 0 and grid.low[opening] == ",":
        again = _opening(grid, opening, quoted)
        return j if again is None else skip_adverbs(grid.low, again - 1)
    return j


def _antecedent(grid: Grid, j: int) -> int | None:
    """Of "NAME, who trains OTHER, her rival," the token of NAME, where `j` is the one of OTHER."""
    low = grid.low
    for k in range(j, 1, -1):
        if low[k] in (",", "(", ")") or (grid.at[k] == grid.at[j] and low[k - 1] in WHO):
            return None
        if low[k] in WHO:
            return k - 2 if low[k - 1] == "," and grid.at[k - 2] >= 0 else None
    return None


def _is_titled_person(grid: Grid, first: int, last: int) -> bool:
    """Whether nothing but a person with a title stands between two commas: "a lawyer, Chief Ana Soto, said"."""
    index = grid.at[last - 1]
    if index < 0 or grid.names[index].kind != "person" or not 0 < grid.firsts[index] - first < TITLED:
        return False
    return all(word[0].isupper() or word == "." for word in grid.tokens.words[first : grid.firsts[index]])


def same_as_before(grid: Grid, before: Subject | None) -> Subject | None:
    """ "X met Y and said": the subject of the sentence."""
    if before and before.speakers:
        return before
    first = next((t for t, m in enumerate(grid.at) if m >= 0 and not _is_deep(grid, t) and not _is_dateline(grid, m)), None)
    return None if first is None else Subject(first, (grid.at[first],), False, False, False)


def _is_deep(grid: Grid, t: int) -> bool:
    """Whether a name, perhaps after an adjective, is governed: "growers of lower Chile"."""
    return is_governed(grid, t) or (t > 1 and grid.at[t - 1] < 0 and grid.low[t - 1].isalpha() and grid.low[t - 2] in PREPOSITIONS)


def _is_dateline(grid: Grid, index: int) -> bool:
    after = grid.low[grid.lasts[index] : grid.lasts[index] + 1]
    return grid.firsts[index] == 0 and grid.names[index].kind == "location" and after in ((":",), ("—",), ("–",), ("-",), ("(",))


def _opening(grid: Grid, j: int, quoted: Sequence[bool]) -> int | None:
    """The comma or bracket that opens what `j` closes: ", who leads it," after a name."""
    low = grid.low
    for k in range(j - 1, max(-1, j - 30), -1):
        if quoted[k] or low[k] in QUOTES:
            return None
        if low[k] == ("(" if low[j] == ")" else low[j]):
            name = k + 1 + (low[k + 1] == "the")
            if (
                grid.at[name] >= 0
                and k > 0
                and past_name(grid, name) == j
                and low[k - 1].isalpha()
                and (grid.at[k - 1] < 0 or (low[j] == "," and is_governed(grid, k - 1)))
            ):
                return j
            if low[k - 1].isalpha() and _is_titled_person(grid, k + 1, j):
                return j
            if low[k + 1] in INCLUDING:
                return k
            beside = (
                low[k + 1] in BESIDE
                or any(head_of(w) for w in low[k + 1 : k + TITLED])
                or low[k + 1].isdigit()
                or low[k + 1].endswith(("ing", "ly", "ed"))
                or low[j] == ")"
                or grid.at[k + 1] >= 0
            )
            named = any(grid.at[t] >= 0 for t in range(max(0, k - 3), k)) or low[k - 1] in GROUPS or low[k - 1] in DOCUMENTS or low[k + 1] in WHO
            return k if beside and named else None
    return None


def _inverted(grid: Grid, verb: int) -> Subject | None:
    """The subject after the verb: "..., said X"."""
    low = grid.low
    if low[verb + 1 : verb + 2] in (("that",), (":",)):
        return None
    end = phrase_end(grid, verb + 1)
    speakers = names_in(grid, verb + 1, end)
    if not speakers and not DOCUMENTS.isdisjoint(low[verb + 1 : end]):
        speakers = names_by(grid, end)
    if not speakers and low[end - 1] in GROUPS:
        speakers = _served(grid, end, len(low) - 1)
    if not speakers and low[end : end + 1] == (",",) and end + 1 < len(low) and grid.at[end + 1] >= 0 and grid.names[grid.at[end + 1]].kind == "person":
        speakers = (grid.at[end + 1],)  # "..., said his aunt, X"
    return Subject(verb, speakers, False, False, True) if speakers else None


def _noun_phrase(grid: Grid, j: int, quoted: Sequence[bool]) -> Subject | None:
    """The subject that ends at token `j`."""
    low = grid.low
    first = j
    while first >= 0 and not _is_boundary(grid, first, quoted):
        first -= 1
    embedded = first > 0 and low[first] in LINKS
    if first >= 0 and low[first] in CONDITIONS and grid.at[first] < 0:
        return None
    first += 1
    if first > j:
        return None
    begin = _start_of_list(grid, first)
    if low[first] in PREPOSITIONS and grid.at[first] < 0:
        begin = next((t for t in range(j, first, -1) if _starts_after_adjunct(grid, t)), j)
    cut = next((t for t in range(begin + 1, j + 1) if low[t] in PREPOSITIONS and grid.at[t] < 0), j + 1)
    titled = _titled(grid, begin, cut, j)
    if titled is not None:
        return Subject(begin, (titled,), False, embedded, False)
    found = _headed(grid, begin, cut, j, embedded)
    if found is None and first > 1 and low[first - 1] == "and" and grid.at[first - 2] >= 0:
        return _noun_phrase(grid, first - 2, quoted)  # "NAME and a neighbour"
    return found


def _start_of_list(grid: Grid, first: int) -> int:
    """Where "NAME, NAME and NAME" begins, when the last two begin at `first`."""
    at = grid.at
    begin = first
    if at[first] < 0 or grid.low[grid.lasts[at[first]] : grid.lasts[at[first]] + 1] != ("and",):
        return first
    while begin > 1 and grid.low[begin - 1] == "," and at[begin - 2] >= 0:
        begin = grid.firsts[at[begin - 2]]
    return first if begin and is_governed(grid, begin) else begin


def _titled(grid: Grid, begin: int, cut: int, j: int) -> int | None:
    """The person after a title that has a preposition: "the envoy to Chile Ana Soto", not "the sister of singer Ana Soto"."""
    if not any(head_of(w) for w in grid.low[begin:cut]):
        return None
    for index in dict.fromkeys(m for m in grid.at[cut + 1 : j + 1] if m >= 0 and grid.names[m].kind == "person"):
        before, after = grid.firsts[index] - 1, grid.lasts[index]
        plain = grid.low[before].isalpha() and grid.low[before] not in PREPOSITIONS | DETERMINERS | HONORIFICS | {"and"}
        if before > cut and plain and (grid.at[before] >= 0 or head_of(grid.low[before]) is None) and (after > j or grid.low[after] in PREPOSITIONS):
            return index
    return None


def _is_boundary(grid: Grid, t: int, quoted: Sequence[bool]) -> bool:
    low = grid.low
    if grid.at[t] >= 0:
        return False
    if quoted[t] or low[t] in PUNCTUATION or low[t] in LINKS:
        return True
    return low[t] == "and" and not (0 < t < len(low) - 1 and grid.at[t - 1] >= 0 and (grid.at[t + 1] >= 0 or grid.at[min(t + 2, len(low) - 1)] >= 0))


def _starts_after_adjunct(grid: Grid, t: int) -> bool:
    """A name or determiner not governed by a preposition: where the subject begins after "On Monday"."""
    if grid.at[t] >= 0:
        return grid.at[t - 1] != grid.at[t] and grid.low[t - 1] not in PREPOSITIONS | DETERMINERS
    return grid.low[t] in DETERMINERS and grid.low[t - 1] not in PREPOSITIONS


def _headed(grid: Grid, begin: int, cut: int, j: int, embedded: bool) -> Subject | None:
    low = grid.low
    last = cut - 1
    if grid.at[last] >= 0:
        alone = grid.names[grid.at[last]].demonym and not low[last].endswith("s")  # "the Swede" is a person, not Sweden
        return Subject(begin, () if alone else _names_in_list(grid, begin, cut), False, embedded, False)
    inside = [m for m in dict.fromkeys(grid.at[begin:cut]) if m >= 0]
    if low[last] in DOCUMENTS or (low[last] in ISSUED and not DOCUMENTS.isdisjoint(low[begin:last])):
        owner = tuple(inside[-1:]) or _names_in_list(grid, cut + 1, j + 1)
        return Subject(begin, owner, not owner, embedded, False)
    if low[last] in GROUPS:
        owners = [m for m in inside if not (grid.names[m].demonym and low[last] in PRIVATE)]  # "the French company" is not France
        told = _held(grid, owners) or _served(grid, cut, j)
        return Subject(begin, told, False, embedded, False) if told else None
    return None


def _served(grid: Grid, cut: int, j: int) -> tuple[int, ...]:
    """The body right after "of" or "for": of "a spokesman for the bank"."""
    if cut > j or grid.low[cut] not in ("of", "for", "from", "at"):
        return ()
    first = next((t for t in range(cut + 1, min(cut + 4, j + 1)) if grid.at[t] >= 0), None)
    if first is None or grid.names[grid.at[first]].kind == "person":
        return ()
    return _names_in_list(grid, first, phrase_end(grid, first)) if first == cut + 1 or grid.low[cut + 1] in DETERMINERS else ()


def _held(grid: Grid, inside: list[int]) -> tuple[int, ...]:
    """Oslo and the Rail Union of "Oslo and Rail Union envoys"; of "Chilean mining ministry" Chile."""
    return tuple(inside) if len(inside) < 3 else tuple(inside[-1:])


def _names_in_list(grid: Grid, first: int, last: int) -> tuple[int, ...]:
    """All names joined by "and" at the end of a noun phrase; before a person stands a title."""
    inside = list(dict.fromkeys(m for m in grid.at[first:last] if m >= 0))
    kept = inside[-1:]
    for one, other in zip(reversed(inside[:-1]), reversed(inside), strict=False):
        gap = grid.text[grid.names[one].end : grid.names[other].start].strip()
        if gap not in ("and", ",", "and the", "and its"):
            break
        kept.insert(0, one)
    return tuple(kept)
