"""Whether a form like "meets" or "meet" is a finite verb where it stands: most of them are nouns too."""

from __future__ import annotations

import re

from pipeline.clauses.words import OFTEN_NOUNS, SMALL, lemma_of

PLANNING = frozenset(
    "plan intend expect aim hope seek promise vow pledge agree prepare want decide threaten offer refuse decline need propose schedule undertake"
    " commit opt arrange".split()
)  # fmt: skip
NEVER_NOUNS = frozenset("meet convene gather depart arrive".split())
PLURALS = frozenset("people men women children police".split())
RUNNING = frozenset("end start open close run".split())  # of what lasts: "the vote ends on 3 May"
TAIL = re.compile(r"(?:p|T(?=d))d?[nX0]{1,3}$")  # "in the old town", before a verb


def is_present(words: tuple[str, ...], letters: str, i: int) -> bool:
    """Whether a form like "meets" or "meet" is a finite verb here."""
    if letters[i] == "V" and (i == 0 or letters[i - 1] not in "hwnXSR"):
        return False
    before, after = letters[i - 1 : i], letters[i + 1 : i + 2] or "."
    if before == "R" and i > 1:
        before = letters[i - 2]
    often_noun = lemma_of(words[i].lower()) in OFTEN_NOUNS
    if words[i][0].isupper() and (i == 0 or before != "X" or any(w.islower() and len(w) > SMALL for w in words)):
        return False
    if letters[i] == "V":
        return i > 0 and _present_plural(words, letters, i, before, after, often_noun)
    if letters[i - 1] in "nXS" and letters[i + 1 : i + 3] in ("p0", "pX") and lemma_of(words[i].lower()) in RUNNING:
        return True
    if often_noun and after == "T" and before == "n":
        return not words[i - 1].endswith("s") and lemma_of(words[i].lower()) in PLANNING
    if often_noun:
        return (i > 0 and before in "Xhw)" and after in "dXTht0") or (i > 0 and before in "hw")
    return i > 0 and (before in 'nXhw),ct"' or (before in "VS" and lemma_of(words[i - 1].lower()) in OFTEN_NOUNS)) and after not in "o"


def _present_plural(words: tuple[str, ...], letters: str, i: int, before: str, after: str, often_noun: bool) -> bool:
    if before in "hw":
        return True
    if before not in "nXS" or not often_noun:
        return before in "XS" or (before == "n" and (_is_plural(words[i - 1]) or _is_plural(words[_head_before(letters, i)])))
    return words[i - 1].endswith("s") and not words[i - 1].endswith("ss") and after in "dXTht"


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith("ss")) or word in PLURALS


def _head_before(letters: str, i: int) -> int:
    """The noun that a prepositional phrase before a verb belongs to, or the word before the verb: "Ferries to the island (run)"."""
    phrase = TAIL.search(letters, 0, i)
    return phrase.start() - 1 if phrase and phrase.start() else i - 1


def is_plural_verb(words: tuple[str, ...], letters: str, i: int) -> bool:
    wide = ("d", "X", "0", "h", "p", "R") if words[i] in NEVER_NOUNS else ("d", "X", "0", "h")
    return words[i].islower() and (letters[i - 1] == "X" or words[i - 1].endswith("s")) and letters[i + 1 : i + 2] in wide
