"""Who said it, directly or not, via whom; and what each mention does in its clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby, zip_longest
from operator import attrgetter

import pandas as pd

from pipeline.actors.speech.channels import carries, carries_again, find_outlets, is_told, is_told_paper, speaks_of_itself
from pipeline.actors.speech.cues import RELAYS, Cue, find_cues, opening_cue
from pipeline.actors.speech.functions import functions_in
from pipeline.actors.speech.quotes import find_quotes
from pipeline.actors.speech.subjects import same_as_before
from pipeline.actors.speech.told import Told, closes_quote, goes_on, is_mostly_quoted, lay_told, quote_text
from pipeline.actors.speech.turns import find_turns
from pipeline.actors.speech.verbs import SPEECH_FORMS
from pipeline.model import Actor, Attribution, Furniture, Mention, Sentence
from pipeline.tables import stage, to_records, to_table, with_column
from pipeline.text import overlapping

SILENT = frozenset(("tweet", "link", "navigation"))  # furniture whose sentences say nothing of the story
PLACE = attrgetter("article_id", "char_start", "char_end")
HEADLINES = 3  # sentences at the top that may be headlines
LINGERS = 2  # sentences that a speaker stays the one of an unattributed quote
RELAYING = frozenset("report say find note quote cite write announce tell add state".split())


@stage(Attribution, Mention)
def attribute(sentences: pd.DataFrame, furniture: pd.DataFrame, mentions: pd.DataFrame, actors: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stage. Mentions in; who says which words, and the mentions with their functions, out."""
    cast = {a.actor_id: a for a in to_records(actors, Actor)}
    rows: list[Mention] = to_records(mentions, Mention)
    found: list[Attribution] = []
    functions: dict[tuple[str, int, int], str] = {}
    for told in _articles(to_records(sentences, Sentence), rows, to_records(furniture, Furniture)):
        listener = Listener(cast)
        found += listener.hear(told)
        functions |= listener.functions
    given = [m.function if m.function == "furniture" else functions.get(PLACE(m), m.function) for m in rows]
    return to_table(found, Attribution), with_column(mentions, Mention, "function", given)


def _articles(sentences: list[Sentence], mentions: list[Mention], furniture: list[Furniture]) -> Iterator[list[Told]]:
    held: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        held[mention.sentence_id].append(mention)
    silent: defaultdict[str, list[Furniture]] = defaultdict(list)
    for piece in furniture:
        silent[piece.article_id].append(piece)
    articles: defaultdict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        articles[sentence.article_id].append(sentence)
    for article_id, own in articles.items():
        if any(held.get(s.sentence_id) for s in own):
            spoken = [s for s in own if not _is_silent(s, silent[article_id])]
            quotes = find_quotes(spoken)
            yield [lay_told(s, held[s.sentence_id], quotes) for s in spoken]


def _is_silent(sentence: Sentence, furniture: list[Furniture]) -> bool:
    return any(f.kind in SILENT for f in overlapping(furniture, sentence.char_start, sentence.char_end))


class Listener:
    """Hears the sentences of one article in order and remembers who spoke last."""

    def __init__(self, cast: Mapping[str, Actor]) -> None:
        self.cast = cast
        self.last: tuple[str, int] | None = None  # speaker and position of the sentence
        self.waiting: list[Told] = []  # quotes whose speaker may still come
        self.outlets: frozenset[str] = frozenset()
        self.outlet: str | None = None  # the one last named
        self.functions: dict[tuple[str, int, int], str] = {}

    def hear(self, lines: list[Told]) -> list[Attribution]:
        found: list[Attribution] = []
        turns = find_turns(lines)
        self.outlets = find_outlets(lines, self.cast)
        for _, paragraph in groupby(lines, key=lambda line: line.sentence.paragraph):
            told: list[Attribution] = []
            for line, following in zip_longest(own := list(paragraph), own[1:]):
                for index, function in functions_in(line.grid):
                    self._give(line.mentions[index], function)
                speaker = turns.get(line.sentence.sentence_id)
                told += self._sentence(line, following) if speaker is None else [self._carried(line, speaker)] if speaker else []
            found += _through_one(told)
        return sorted(found, key=lambda a: (a.char_start, a.char_end, a.cue_start, a.speaker_id))

    def _sentence(self, line: Told, following: Told | None) -> list[Attribution]:
        """Who speaks in a sentence; with it the quotes before that waited for their speaker."""
        cues = find_cues(line.grid, line.quoted) or self._headline(line) or _opened(line)
        via = self._via(line, cues)
        rows = list(self._line(line, cues, via)) if cues else []
        if rows:
            rows += self._settle(line, rows[0].speaker_id) if line.quotes or closes_quote(line) else []
            self.last = (rows[0].speaker_id, line.sentence.position)
        elif is_mostly_quoted(line):
            if goes_on(line) or (following is not None and closes_quote(following)) or self._is_silent_for_long(line):
                self.waiting.append(line)
                return []
            return self._quote_alone(line)
        elif quote_text(line):
            self.last = None  # someone speaks whom nothing names
        elif following is not None and is_mostly_quoted(following) and (subject := self._subject(line)):
            self.last = (subject, line.sentence.position)  # "X shook her head. "...""
        self.waiting = []
        return rows

    def _subject(self, line: Told) -> str | None:
        """The person whom a sentence without a quote is about."""
        found = same_as_before(line.grid, None)
        mention = line.mentions[found.speakers[0]] if found else None
        return mention.actor_id if mention and mention.kind == "person" and self.functions.get(PLACE(mention)) == "actor" else None

    def _settle(self, line: Told, speaker: str) -> list[Attribution]:
        settled = [self._carried(w, speaker) for w in self.waiting if w.sentence.paragraph == line.sentence.paragraph]
        self.waiting = []
        return settled

    def _is_silent_for_long(self, line: Told) -> bool:
        return self.last is None or line.sentence.position - self.last[1] > LINGERS

    def _quote_alone(self, line: Told) -> list[Attribution]:
        """A quote without a word of who says it, of the speaker so far."""
        speaker = self.last[0] if self.last else ""
        self.last = (speaker, line.sentence.position)
        return [*self._settle(line, speaker), self._carried(line, speaker)]

    def _carried(self, line: Told, speaker: str) -> Attribution:
        s = line.sentence
        return Attribution(s.article_id, s.char_start, s.char_end, s.char_start, s.char_start, "", speaker, "direct", None, quote_text(line))

    def _line(self, line: Told, cues: list[Cue], via: str | None) -> Iterator[Attribution]:
        heard: set[tuple[str, int]] = set()
        spoken = [(cue, speakers) for cue in cues if (speakers := self._speakers(line, cue))]
        if len(spoken) > 1:
            spoken = [(cue, speakers) for cue, speakers in spoken if line.grid.low[cue.verb] not in RELAYS]  # whoever cites another speaks
        for cue, speakers in spoken:
            start, end = _span(line, cue, [c for c, s in spoken if s != speakers])
            for speaker in speakers:
                if (speaker, start) not in heard:
                    heard.add((speaker, start))
                    yield self._row(line, cue, speaker, start, end, via)

    def _speakers(self, line: Told, cue: Cue) -> list[str]:
        """Ids of those who speak; agencies that only carry the news do not."""
        if cue.document:
            return [self.last[0]] if self.last else []
        chosen = [line.mentions[m] for m in cue.speakers if not self._is_channel(line, cue, m)]
        for mention in chosen:
            self._give(mention, "speaker")
        return [m.actor_id for m in chosen]

    def _is_channel(self, line: Told, cue: Cue, index: int) -> bool:
        lemma = SPEECH_FORMS.get(line.grid.low[cue.verb])
        return (lemma is None or lemma in RELAYING) and self._is_outlet(line, index) and not (lemma and speaks_of_itself(line.grid, cue.verb))

    def _is_outlet(self, line: Told, index: int) -> bool:
        return line.mentions[index].actor_id in self.outlets

    def _carry(self, mention: Mention) -> None:
        """Whoever carries words is their source, whatever else it does in the clause."""
        self.functions[PLACE(mention)] = "source"

    def _give(self, mention: Mention, function: str) -> None:
        self.functions.setdefault(PLACE(mention), function)

    def _via(self, line: Told, cues: list[Cue]) -> str | None:
        """The agency or outlet that carries the words."""
        channel: str | None = None
        for cue in cues:
            for index in cue.speakers:
                if self._is_channel(line, cue, index):
                    self._carry(line.mentions[index])
                    channel = channel or line.mentions[index].actor_id
        for index, mention in enumerate(line.mentions):
            if (self._is_outlet(line, index) and carries(line.grid, index)) or is_told_paper(line.grid, index, self.cast.get(mention.actor_id)):
                self._carry(mention)
                channel = mention.actor_id if channel is None or is_told(line.grid, index) else channel
        if channel is None and self.outlet and carries_again(line.grid):
            channel = self.outlet
        self.outlet = channel or next((m.actor_id for m in line.mentions if m.actor_id in self.outlets), self.outlet)
        return self.cast[channel].name if channel else None

    def _headline(self, line: Told) -> list[Cue]:
        """ "X: ..." and "... — X" at the top of an article."""
        grid = line.grid
        if line.sentence.position >= HEADLINES or not grid.low or grid.low[-1] in (".", "!"):
            return []
        colon = next((t for t, w in enumerate(grid.low[:8]) if w == ":"), None)
        if colon and grid.at[colon - 1] >= 0 and colon + 1 < len(grid.low) and grid.names[grid.at[colon - 1]].kind != "location":
            return [Cue(0, colon, (grid.at[colon - 1],), False, False, False)]
        if grid.at[-1] >= 0:
            first = next(t for t, m in enumerate(grid.at) if m == grid.at[-1])
            dash = next((t for t in range(first - 1, max(-1, first - 6), -1) if grid.low[t] in ("—", "–", "-")), None)
            return [Cue(dash, dash, (grid.at[-1],), False, False, True)] if dash else []
        return []

    def _row(self, line: Told, cue: Cue, speaker: str, start: int, end: int, via: str | None) -> Attribution:
        at, tokens = line.sentence.char_start, line.grid.tokens
        return Attribution(
            article_id=line.sentence.article_id, char_start=at + start, char_end=at + end, cue_start=at + tokens.starts[cue.verb],
            cue_end=at + tokens.ends[cue.verb], cue=tokens.words[cue.verb], speaker_id=speaker,
            speech="direct" if quote_text(line) or (line.quotes and self.waiting) else "indirect", reported_via=via, quote=quote_text(line),
        )  # fmt: skip


def _through_one(told: list[Attribution]) -> list[Attribution]:
    """What someone says in a paragraph in which an outlet carries the same speaker's words, it carries too."""
    carriers = {a.speaker_id: a.reported_via for a in reversed(told) if a.reported_via}
    return [replace(a, reported_via=carriers.get(a.speaker_id)) if a.reported_via is None and a.speech == "direct" else a for a in told] if carriers else told


def _opened(line: Told) -> list[Cue]:
    cue = opening_cue(line.grid, line.quoted) if quote_text(line) else None
    return [cue] if cue else []


def _span(line: Told, cue: Cue, others: list[Cue]) -> tuple[int, int]:
    """Code points of the sentence that a cue tells: all of it, or its own part where others speak too."""
    tokens = line.grid.tokens
    first, last = 0, len(line.sentence.text)
    if cue.embedded and not cue.trailing:
        first = tokens.starts[cue.first]
    later = [c for c in others if c.first > cue.verb and not c.trailing]
    if later:
        last = tokens.ends[min(c.first for c in later) - 1]
    if others and not cue.trailing and any(c.verb < cue.first for c in others):
        first = tokens.starts[cue.first]
    return first, last
