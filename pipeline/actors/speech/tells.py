"""Whether a verb tells that something was said, by itself, by the words after it or by the quote beside it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.actors.grid import Grid
from pipeline.actors.lexicon import CALENDAR
from pipeline.actors.speech.noun_phrases import ADVERBS, LINKS, QUOTES, SPANS, names_in, phrase_end
from pipeline.actors.speech.subjects import INVERTIBLE
from pipeline.actors.speech.verbs import DOCUMENTS, FEELINGS, LIGHT, NEEDS, SHOWN, SPEECH_FORMS, WITH_NOUN, WITH_SHOWN
from pipeline.actors.vocabulary import PREPOSITIONS

OPINIONATED = {"vocal": ("about", "in"), "adamant": ("that", "about"), "critical": ("of",), "outspoken": ("about", "in"), "insistent": ("that",)}
QUOTING = frozenset("quoted quotes cited cites reported".split())
SAYINGS = frozenset("saying telling stating writing adding warning".split())  # after "quoted X as"
AS_SAYING = 16  # words after "quoted" in which "as saying" stands
QUOTED_WORDS = 4  # fewer words between marks are a term, not speech
BESIDE_QUOTE = 6  # tokens between a verb and the quote it tells, with its subject
LONG_NAME = 8  # tokens of a subject with its comma
REACH = 5  # words after a verb that make it one of telling
FIGURE_REACH = 12  # words after "put" in which the figure stands: "put the number of those saved at ninety"; of "wrote to X that"
NOT_CALLED = frozenset("off police ambulance meeting session election elections vote strike referendum roll witness doctor".split())  # what one calls in
ENDING = frozenset("at in on from with by during after".split())  # open the rest of a sentence whose content stands before
CLOSING = frozenset(", ? ! . …".split())  # stand beside the mark at the end of a quote
VOICED = frozenset("went began wept sang spat shot hit burst".split())  # past forms without -ed that may tell of a voice
ASIDES = (("though",), ("however",), ("too",), ("meanwhile",), ("instead",))
MINDS = frozenset("thinks believes fears reckons".split())
WHERE = frozenset("to in on for with before".split())  # after a verb, of whom or where something is told: "wrote in a paper that"
FOUND = frozenset("find hold show put order decide".split())  # verbs that have other things in a place too
EVERYONE = frozenset("everyone anyone everybody anybody people residents whoever".split())
BEFORE_STATES = frozenset("member members founding participating signatory observer neighbouring neighboring gulf arab baltic federal".split())


def tells(grid: Grid, i: int, quoted: Sequence[bool]) -> bool:
    """Whether the verb at token `i`, with the words about it, tells something."""
    word, near = grid.low[i], grid.low[i + 1 : i + 1 + REACH]
    if (near and near[0] in ("nothing", "little")) or (word == "states" and i and grid.low[i - 1] in BEFORE_STATES):
        return False
    if is_quoting(grid.low, i):
        return True
    if word in OPINIONATED:
        return near[:1] != () and near[0] in OPINIONATED[word]
    if (word in LIGHT and not WITH_NOUN.isdisjoint(near)) or (word in SHOWN and not WITH_SHOWN.isdisjoint(near)):
        return True
    lemma = SPEECH_FORMS.get(word)
    if lemma is None:
        return voices(grid, i, quoted)
    return _has_its_words(grid, i, lemma) or _is_beside_words(grid, i, quoted) or (lemma in INVERTIBLE and _opens_subject(grid, i))


def is_quoting(low: Sequence[str], i: int) -> bool:
    """Whether a verb gives another's words: "quoted X as saying", "cited the mayor, X, as telling reporters".

    >>> is_quoting("it cited the mayor as saying so".split(), 1), is_quoting("it cited the mayor".split(), 1)
    (True, False)
    """
    if low[i] not in QUOTING:
        return False
    near = low[i + 1 : i + AS_SAYING]
    return any(w in SAYINGS and (k == 0 or near[k - 1] == "as") for k, w in enumerate(near))


def voices(grid: Grid, i: int, quoted: Sequence[bool]) -> bool:
    """Any verb tells that stands with its subject right beside a quote: ' "...," she fumed', ' "...," grinned X', 'X shrugged: "..."'."""
    low = grid.low
    if not (low[i].endswith(("ed", "s")) or low[i] in VOICED) or not i or sum(quoted) < QUOTED_WORDS:
        return False
    if grid.at[i - 1] < 0:
        return _closes_quote(low, i)
    before = grid.firsts[grid.at[i - 1]] - 1
    opens = (low[i + 1 : i + 2] in ((":",), (",",)) and any(quoted[i + 2 : i + 3])) or (low[i + 1 : i + 2] == ("that",) and any(quoted[i + 2 : i + 5]))
    return opens or (before >= 0 and quoted[before]) or (before >= 1 and _closes_quote(low, before + 1))


def _closes_quote(low: Sequence[str], i: int) -> bool:
    """Whether a quote that is a sentence ends right before token `i`."""
    pair = low[max(0, i - 2) : i]
    return len(pair) == 2 and not QUOTES.isdisjoint(pair) and not CLOSING.isdisjoint(pair)


def _has_its_words(grid: Grid, i: int, lemma: str) -> bool:
    near = grid.low[i + 1 : i + 1 + REACH]
    if "interview" in near[:3] or (near[:1] == ("in",) and not DOCUMENTS.isdisjoint(near)):
        return True  # "wrote in a note"
    if grid.low[i] in MINDS:
        return near[:1] != ("about",)
    if lemma in ("put", "call", "ask") and (told := _has_own_words(grid, i, lemma, near)) is not None:
        return told
    if lemma in ("express", "voice", "share"):
        return any(w in FEELINGS for w in near)
    return lemma not in NEEDS or _has_needed(grid, i, lemma, near)


def _has_own_words(grid: Grid, i: int, lemma: str, near: tuple[str, ...]) -> bool | None:
    """What the words after these verbs tell; None where they leave it open."""
    if lemma == "put":
        return _puts_figure(grid.low[i + 1 : i + 1 + FIGURE_REACH])
    if lemma == "call":
        return None if NOT_CALLED.isdisjoint(near) else False
    if near == (".",) or grid.low[i] == "asking":
        return True  # "Ana Soto asked."
    if i and grid.low[i - 1] in ("has", "have", "had"):
        return not EVERYONE.isdisjoint(near[:1]) or (near[:1] == ("for",) and grid.low[i - 1] != "had")
    return None


def _has_needed(grid: Grid, i: int, lemma: str, near: tuple[str, ...]) -> bool:
    after = _without_time(grid.low[i + 1 : i + 3 + REACH])
    where = not WHERE.isdisjoint(near[:1]) and lemma not in FOUND and "that" in NEEDS[lemma] and "that" in grid.low[i : i + FIGURE_REACH]
    return (
        where
        or (grid.low[i] == "written" and near[:1] == ("to",))
        or any(w in NEEDS[lemma] for w in after[:2])
        or (after[:1] == (",",) and "," in NEEDS[lemma])
    )


def _puts_figure(after: tuple[str, ...]) -> bool:
    at = after.index("at") if "at" in after else len(after)
    return bool(after[at + 1 : at + 2]) and not after[at + 1].startswith(("the", "risk", "a"))


def _without_time(after: tuple[str, ...]) -> tuple[str, ...]:
    """Words after a verb without the day or adverb that they begin with: "on Monday that" -> "that"."""
    k = 0
    while k < len(after) and (after[k] in ADVERBS or after[k] in CALENDAR or after[k] in SPANS or _opens_time(after, k)):
        k += 1
    return after[k + 3 :] if after[k : k + 1] == (",",) and after[k + 1 : k + 2] in ASIDES and after[k + 2 : k + 3] == (",",) else after[k:]


def _opens_time(after: tuple[str, ...], k: int) -> bool:
    following = after[k + 1] if k + 1 < len(after) else ""
    return (after[k] in ("on", "in", "last", "late", "early") and following in CALENDAR) or (after[k] in ("this", "last", "next") and following in SPANS)


def _is_beside_words(grid: Grid, i: int, quoted: Sequence[bool]) -> bool:
    """Whether a quote stands right by the verb, or what is said stands before: "..., she agreed.", "..., he ruled in Busan."."""
    low = grid.low
    if sum(quoted) >= QUOTED_WORDS and any(quoted[max(0, i - BESIDE_QUOTE) : i + BESIDE_QUOTE]):
        return True
    if "," not in low[max(0, i - LONG_NAME) : i]:
        return False
    return low[i + 1 : i + 2] in ((".",), (",",), ()) or (low[i + 1] in ENDING and _ends_content(grid, i))


def _ends_content(grid: Grid, i: int) -> bool:
    """Whether a name, and no more than its title, stands between a clause with its comma and the verb."""
    low = grid.low
    comma = max(k for k in range(i) if low[k] == ",")
    return comma >= BESIDE_QUOTE // 2 and grid.at[i - 1] >= 0 and low[0] not in PREPOSITIONS | LINKS and low[comma + 1] not in LINKS and "," not in low[:comma]


def _opens_subject(grid: Grid, i: int) -> bool:
    """Whether the speaker follows the verb, after what is said: "..., cautioned Ana Soto of the bank."."""
    if not i or grid.low[i - 1] != "," or grid.low[i].endswith("ing"):
        return False
    end = phrase_end(grid, i + 1)
    return end < i + 2 * REACH and any(grid.names[m].kind == "person" for m in names_in(grid, i + 1, end))
