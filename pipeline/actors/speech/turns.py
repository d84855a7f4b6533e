"""Interviews: whose words follow a label, "SOTO: ...", or a question that stands as a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.actors.lexicon import HONORIFICS
from pipeline.actors.speech.told import Told

FEWEST = 2  # turns, or questions, that make a text an interview
LABEL = 5  # words of the longest label
FIRST_PERSON = frozenset("i we my our me us i'm we're i've we've".split())
SECOND_PERSON = frozenset("you your you're you've".split())
LONGEST_QUESTION = 3  # sentences
ANSWERER = "a"  # in "Q: ... A: ..."


def find_turns(lines: Sequence[Told]) -> dict[str, str]:
    """sentence_id -> actor_id of whose turn it is, "" in the turn of who asks; empty for a text that is no interview."""
    return _labelled(lines) or _questioned(lines)


def _labelled(lines: Sequence[Told]) -> dict[str, str]:
    labels = {line.sentence.sentence_id: label for line in lines if (label := _label(line))}
    if len(labels) < FEWEST:
        return {}
    called, times = _called(lines), Counter(labels.values())
    speakers = {key: called.get(label, "" if times[label] >= FEWEST else None) for key, label in labels.items()}
    if sum(map(bool, speakers.values())) < FEWEST:
        return {}
    turns: dict[str, str] = {}
    speaker: str | None = None
    paragraph = -1
    for line in lines:
        key = line.sentence.sentence_id
        if key in speakers or line.sentence.paragraph != paragraph:
            paragraph, speaker = line.sentence.paragraph, speakers.get(key)
        if speaker is not None:
            turns[key] = speaker
    return turns


def _label(line: Told) -> str:
    """What stands before the colon that opens a line, in small letters: "soto", "ana soto", "q"; empty for none."""
    low = line.grid.low
    if ":" not in low[: LABEL + 1]:
        return ""
    colon = low.index(":")
    own = [w for w in line.grid.tokens.words[:colon] if w.lower() not in HONORIFICS and w != "."]
    if not own or not all(w[0].isupper() and w.isalpha() for w in own) or any(line.quoted[: colon + 2]):
        return ""
    return " ".join(own).lower()


def _called(lines: Sequence[Told]) -> dict[str, str]:
    """The persons of an article by whatever may label their turns: full name, its last words, initials; what two may bear labels none."""
    people = [m for line in lines for m in line.mentions if m.kind == "person" and m.resolved_by not in ("role", "pronoun")]
    called: dict[str, set[str]] = {ANSWERER: {people[0].actor_id}} if people else {}
    for words in sorted({tuple(m.text.lower().split()) for m in people}, key=lambda words: (-len(words), words)):
        if " ".join(words) not in called:  # else the end of a longer name
            bearers = {m.actor_id for m in people if tuple(m.text.lower().split()) == words}
            for label in _labels(words):
                called.setdefault(label, set()).update(bearers)
    return {label: next(iter(bearers)) for label, bearers in called.items() if len(bearers) == 1}


def _labels(words: Sequence[str]) -> list[str]:
    """
    >>> _labels(("ana", "soto"))
    ['ana soto', 'soto', 'as']
    """
    tails = [" ".join(words[k:]) for k in range(len(words))]
    return [*tails, "".join(word[0] for word in words)] if len(words) > 1 else tails


def _questioned(lines: Sequence[Told]) -> dict[str, str]:
    """The answers to questions that are paragraphs of their own: of the person whom the text introduces before the first."""
    if sum(line.grid.low[-1:] == ("?",) for line in lines) < FEWEST:
        return {}
    paragraphs = [list(group) for _, group in groupby(lines, key=lambda line: line.sentence.paragraph)]
    asked = [n for n, paragraph in enumerate(paragraphs) if _is_question(paragraph)]
    if len(asked) < FEWEST:
        return {}
    people = (m.actor_id for p in paragraphs[: asked[0]] for line in p for m in line.mentions if m.kind == "person")
    speaker = next(people, None)
    answers = [line for n in _answers(paragraphs, asked, speaker) for line in paragraphs[n]]
    if speaker is None or not any(w in FIRST_PERSON for line in answers for w in line.grid.low):
        return {}
    return {line.sentence.sentence_id: speaker for line in answers}


def _is_question(paragraph: Sequence[Told]) -> bool:
    """A paragraph that ends with a question, or tells the other something: "You played in Oslo."; it has no word of the one who answers."""
    if len(paragraph) > LONGEST_QUESTION or any(line.quotes for line in paragraph) or _is_own(paragraph):
        return False
    return paragraph[-1].grid.low[-1:] == ("?",) or any(not SECOND_PERSON.isdisjoint(line.grid.low) for line in paragraph)


def _is_own(paragraph: Sequence[Told]) -> bool:
    """Whether someone speaks of themselves outside quotes."""
    return any(w in FIRST_PERSON and not quoted for line in paragraph for w, quoted in zip(line.grid.low, line.quoted, strict=True))


def _answers(paragraphs: Sequence[list[Told]], asked: Sequence[int], speaker: str | None) -> Iterator[int]:
    """The paragraphs between questions, and the one after the last, but those that are told of the speaker."""
    for number, question in enumerate(asked):
        end = asked[number + 1] if number + 1 < len(asked) else question + 2
        for n in range(question + 1, min(end, len(paragraphs))):
            if _is_own(paragraphs[n]) or not _is_told_of(paragraphs[n], speaker, first=n == question + 1):
                yield n


def _is_told_of(paragraph: Sequence[Told], speaker: str | None, *, first: bool) -> bool:
    if any(line.quotes or any(m.actor_id == speaker for m in line.mentions) for line in paragraph):
        return True
    return not first and paragraph[0].grid.low[:1] in (("she",), ("he",))
