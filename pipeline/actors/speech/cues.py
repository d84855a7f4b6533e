"""The words of a sentence that tell who says it: verbs with their subjects, "according to", headlines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.actors.grid import POSSESSIVES, Grid
from pipeline.actors.speech.noun_phrases import PUNCTUATION, is_governed, names_by, names_in, past_name, phrase_end, skip_adverbs, skip_time
from pipeline.actors.speech.subjects import INCLUDING, Subject, find_subject, same_as_before
from pipeline.actors.speech.tells import OPINIONATED, QUOTING, SAYINGS, is_quoting, tells, voices
from pipeline.actors.speech.verbs import LIGHT, PLAIN, SHOWN, SPEECH_FORMS
from pipeline.actors.vocabulary import ARTICLES, DETERMINERS, PREPOSITIONS

BE = frozenset("is are was were be been being am".split())
HAVE = frozenset("has have had having".split())
DO = frozenset("do does did".split())
FINDING = frozenset("find show determine".split())  # studies, courts and inquiries say so; a person only comes to know
STANCES = frozenset("dispute deny expect think believe agree accept rule".split())
WITHHELD = frozenset("say comment confirm elaborate disclose specify".split())
BLOCKING = frozenset("to will would could may might should must can cannot not n't never nor did does do if shall".split())
NO_SUBJECT = BLOCKING | (PREPOSITIONS - {"as"}) | frozenset({*DETERMINERS, *ARTICLES})  # a verb right after these tells nothing
VIEWS = frozenset("view opinion words judgment judgement estimation telling".split())  # "in her view", "in the words of X"
RELAYS = frozenset(("citing", "quoting"))
REPORTED = frozenset("say add observe note state warn argue claim insist accuse tell explain vow promise announce declare describe call urge".split())
PASSING = 3  # tokens of the shortest clause before ", saying that"
CUE_WORDS = frozenset(SPEECH_FORMS.keys() | LIGHT | SHOWN | OPINIONATED.keys() | VIEWS | RELAYS | QUOTING | {"according"})


class Cue(NamedTuple):
    """Words that tell. `speakers` are indices of mentions; empty when the words name nobody."""

    first: int  # token, of the subject or of the phrase
    verb: int  # token
    speakers: tuple[int, ...]
    document: bool  # a document speaks that names no owner here
    embedded: bool  # in a clause below the main one
    trailing: bool  # what is said comes before


def find_cues(grid: Grid, quoted: Sequence[bool]) -> list[Cue]:
    """Cues in the order of their verbs. `quoted` marks the tokens inside quotation marks."""
    found: list[Cue] = []
    speaks = True in quoted
    if not speaks and CUE_WORDS.isdisjoint(grid.low):
        return found
    for i, word in enumerate(grid.low):
        if grid.at[i] >= 0 or quoted[i] or not (word in CUE_WORDS or (speaks and voices(grid, i, quoted))):
            continue
        cue = _phrase_cue(grid, i, word) if word == "according" or word in VIEWS or word in RELAYS else _verb_cue(grid, i, quoted, found)
        if cue:
            found.append(cue)
    return found


def opening_cue(grid: Grid, quoted: Sequence[bool]) -> Cue | None:
    """ "X was in the yard: "..."": a quote after a colon is of whom the words before it are about."""
    colon = next((t for t in range(1, len(quoted) - 1) if grid.low[t] == ":" and quoted[t + 1] and not quoted[t]), None)
    if colon is None:
        return None
    before = [m for m in dict.fromkeys(grid.at[:colon]) if m >= 0 and grid.names[m].kind != "location" and not is_governed(grid, grid.firsts[m])]
    people = [m for m in before if grid.names[m].kind == "person"]
    if not people and grid.low[0] in ("she", "he", "they"):
        return None
    speaker = grid.at[colon - 1] if grid.at[colon - 1] in people else (people or before or [-1])[0]
    return Cue(0, colon, (speaker,), False, False, False) if speaker >= 0 else None


def _verb_cue(grid: Grid, i: int, quoted: Sequence[bool], found: Sequence[Cue]) -> Cue | None:
    low = grid.low
    if not tells(grid, i, quoted):
        return None
    before = _before_not(low, i, skip_time(low, i - 1))
    if is_quoting(low, i):
        return _told_by(grid, i, skip_adverbs(low, before, BE), quoted, found) if low[before] in BE else _quoted_by(grid, i)
    passive = _is_passive(low, before)
    if low[i].endswith("ing"):
        return _told_by(grid, i, before, quoted, found) if passive else _going_on(grid, i, before, found)
    if passive or low[i + 1 : i + 2] == ("by",):
        agent = _by_agent(grid, i)
        if agent or passive:
            return agent
    return _told_by(grid, i, before, quoted, found)


def _told_by(grid: Grid, i: int, before: int, quoted: Sequence[bool], found: Sequence[Cue]) -> Cue | None:
    """What the subject of a verb tells; `before` is the token before the verb group."""
    low = grid.low
    if before >= 0 and low[before] in NO_SUBJECT:
        return None
    subject = find_subject(grid, i, skip_adverbs(low, before, HAVE | BE), quoted, _so_far(found))
    if subject is None or (low[i] in PLAIN and low[i - 1] not in ("not", "to") and not _is_plural_subject(grid, subject, before)):
        return None
    if SPEECH_FORMS.get(low[i]) in FINDING and any(grid.names[m].kind == "person" for m in subject.speakers):
        return None
    return Cue(subject.first, i, subject.speakers, subject.document, subject.embedded, _is_trailing(grid, i, subject))


def _quoted_by(grid: Grid, i: int) -> Cue | None:
    """ "X quoted Y as saying": Y speaks."""
    end = next(k for k in range(i + 1, len(grid.low)) if grid.low[k] in SAYINGS)
    speakers = names_in(grid, i + 1, end - (grid.low[end - 1] == "as"))
    return Cue(i, i, speakers, False, False, i > 2) if speakers else None


def _before_not(low: Sequence[str], i: int, before: int) -> int:
    """The token before "used to" and "went on to", and before "does not" where not to do so tells what someone thinks: "does not dispute that"."""
    pair = low[max(0, before - 1) : before + 1]
    if low[before] == "would" and low[i] == "say" and low[i + 1 : i + 2] == ("only",):
        return before - 1
    if pair == ("on", "to") and before > 1 and low[before - 2] in ("went", "goes"):
        return skip_adverbs(low, before - 3)
    if pair == ("used", "to") or (len(pair) == 2 and pair[1] == "not" and _is_told_by_not(pair[0], low[i])):
        return skip_adverbs(low, before - 2)
    if low[before] == "to" and before > 2 and (taken := low[before - 3 : before].count("to")) and low[before - 2 - taken] in ("took", "takes"):
        return skip_adverbs(low, before - 3 - taken)  # "took to Facebook to say"
    return before


def _is_told_by_not(auxiliary: str, verb: str) -> bool:
    """Whether not to do so tells something: "does not dispute", "would not say"."""
    return (auxiliary in DO and verb in STANCES) or (auxiliary in ("would", "could") and verb in WITHHELD)


def _so_far(found: Sequence[Cue]) -> Subject | None:
    return Subject(found[-1].first, found[-1].speakers, False, found[-1].embedded, False) if found else None


def _is_passive(low: Sequence[str], before: int) -> bool:
    return before >= 0 and low[before] in BE and not any(w in OPINIONATED for w in low[before + 1 : before + 4])


def _is_plural_subject(grid: Grid, subject: Subject, before: int) -> bool:
    """ "Officials say", "the Greens claim": the bare form is a verb after these and a noun elsewhere."""
    if not subject.speakers or before < 0:
        return False
    if grid.low[before] == "," and grid.low[subject.first - 1] in INCLUDING:
        return True
    return not grid.names[grid.at[before]].demonym if grid.at[before] >= 0 else grid.low[before].endswith("s") or grid.low[before] in ("who", "police")


def _by_agent(grid: Grid, i: int) -> Cue | None:
    """ "Announced by X", and of documents "highlighted in X's plan"."""
    low = grid.low
    for k in range(i + 1, min(i + 6, len(low))):
        if low[k] == "by":
            end = phrase_end(grid, k + 1)
            speakers = names_in(grid, k + 1, end)
            return Cue(i, i, speakers, False, False, True) if speakers else None
        if low[k] == "in" and k == i + 1:
            end = phrase_end(grid, k + 1)
            owner = next((t for t in range(k + 1, end) if grid.at[t] >= 0), None)
            owned = owner is not None and low[past_name(grid, owner)] in POSSESSIVES if owner is not None and past_name(grid, owner) < len(low) else False
            return Cue(i, i, (grid.at[owner],), False, False, True) if owned and owner is not None else None
        if low[k] in PUNCTUATION:
            return None
    return None


def _going_on(grid: Grid, i: int, before: int, found: Sequence[Cue]) -> Cue | None:
    """ "..., adding that": the speaker so far; "with its minister stating": the words before."""
    if before >= 0 and grid.at[before] >= 0 and any(w == "with" for w in grid.low[max(0, before - 8) : before]):
        return Cue(before, i, (grid.at[before],), False, True, False)
    if i > 0 and grid.low[before] in PUNCTUATION | {"and"}:
        if found and found[-1].speakers:
            return found[-1]._replace(verb=i, trailing=False)
        return _told_in_passing(grid, i) if not found and grid.low[before] == "," and before > PASSING else None
    return None


def _told_in_passing(grid: Grid, i: int) -> Cue | None:
    """ "X left the room, saying that": the subject of the sentence, which a place is only where it comes first."""
    subject = same_as_before(grid, None) if SPEECH_FORMS.get(grid.low[i]) in REPORTED else None
    if subject is None or subject.first > i or is_governed(grid, subject.first):
        return None
    name = subject.speakers[0]
    after = grid.low[grid.lasts[name] : grid.lasts[name] + 1]
    if after in ((",",), ("'s",)) or (subject.first > 1 and grid.names[name].kind == "location"):
        return None
    return Cue(subject.first, i, subject.speakers, False, False, False)


def _is_trailing(grid: Grid, verb: int, subject: Subject) -> bool:
    """Whether what is said stands before: "..., X said on Monday."."""
    return subject.inverted or (
        subject.first > 1 and not any(w in ("that", ":", "“", '"') for w in grid.low[verb + 1 : verb + 8]) and _left_is_content(grid, subject.first)
    )


def _left_is_content(grid: Grid, first: int) -> bool:
    return grid.low[first - 1] in (",", "”", '"') and first > 4


def _phrase_cue(grid: Grid, i: int, word: str) -> Cue | None:
    """ "According to X", "in X's view", "in the words of X", "citing X"."""
    if word in RELAYS:
        return _relayed(grid, i)
    speakers = _according(grid, i) if word == "according" else _whose_view(grid, i)
    return Cue(i, i, speakers, False, False, i > 0) if speakers else None


def _according(grid: Grid, i: int) -> tuple[int, ...]:
    if grid.low[i + 1 : i + 2] != ("to",):
        return ()
    end = phrase_end(grid, i + 2)
    return names_in(grid, i + 2, end) or names_by(grid, end)


def _whose_view(grid: Grid, i: int) -> tuple[int, ...]:
    low = grid.low
    if low[max(0, i - 2) : i] == ("in", "the") and low[i + 1 : i + 2] == ("of",):
        return names_in(grid, i + 2, phrase_end(grid, i + 2))
    owner = i - 1 - (i > 1 and low[i - 1] in POSSESSIVES)
    if owner < 1 or grid.at[owner] < 0:
        return ()
    first = grid.firsts[grid.at[owner]]
    return (grid.at[owner],) if "in" in low[max(0, first - 2) : first] else ()


def _relayed(grid: Grid, i: int) -> Cue | None:
    """Whom a report cites: a person, or a body named right after."""
    end = phrase_end(grid, i + 1)
    speakers = names_in(grid, i + 1, end)
    named = [grid.names[m] for m in speakers]
    if not named or (named[0].kind != "person" and (named[0].kind == "location" or grid.firsts[speakers[0]] > i + 2)):
        return None
    owned = grid.low[grid.lasts[speakers[0]] : grid.lasts[speakers[0]] + 1]
    return None if owned and owned[0] in POSSESSIVES else Cue(i, i, speakers, False, False, True)
