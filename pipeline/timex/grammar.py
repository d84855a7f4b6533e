"""Rules over token classes, and the matches of all of them in a sentence: leftmost, longest, without overlap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from pipeline.timex.lexer import FIRST_CHAR, classes
from pipeline.timex.meaning import Meaning
from pipeline.timex.words import SHAPES

LOOK_AROUND = regex.compile(r"\(\?<?[=!](?:[^()]|(?P<nested>\((?:[^()]|(?&nested))*\)))*\)")  # partial matching does not know them

UNKNOWN = SHAPES["OTHER"] + SHAPES["CAPITAL"] + SHAPES["PLURAL"]  # words that no rule names


class Found:
    """The words that a rule matched; `found["name"]` are those of a group, in lower case."""

    __slots__ = ("_match", "tokens")

    def __init__(self, match: re.Match[str], tokens: tuple[str, ...]) -> None:
        self._match = match
        self.tokens = tokens

    def __getitem__(self, group: str) -> str:
        return self.raw(group).lower()

    def get(self, group: str) -> str | None:
        """The words of a group, or None when it matched nothing."""
        return self[group] if group in self._match.re.groupindex and self._match.start(group) >= 0 else None

    def raw(self, group: str | int = 0) -> str:
        """The words of a group as they are written."""
        return " ".join(self.tokens[self._match.start(group) : self._match.end(group)])

    def span(self) -> tuple[int, int]:
        """Tokens of the expression: those of the group `span`, else all."""
        inner = self._match.span("span") if "span" in self._match.re.groupindex else (-1, -1)
        return inner if inner[0] >= 0 else self._match.span()

    def before(self) -> str:
        """The token before the match, in lower case; empty at the start."""
        start = self.span()[0]
        return self.tokens[start - 1].lower() if start else ""

    def follows_a_name(self) -> bool:
        """Whether the token before the match begins with a capital."""
        start = self.span()[0]
        return start > 0 and self.tokens[start - 1][0].isupper()

    def after(self) -> str:
        """The token after the match, in lower case; empty at the end."""
        return self.after_raw().lower()

    def after_raw(self) -> str:
        """The token after the match as it is written; empty at the end."""
        end = self.span()[1]
        return self.tokens[end] if end < len(self.tokens) else ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the grammar. A builder that returns None declines; a rule without one blocks its words."""

    name: str
    pattern: re.Pattern[str]
    meaning: Callable[[Found], Meaning | None] | None
    examples: Mapping[str, str] = field(default_factory=dict)  # words -> days, as EDTF or TIMEX3, read on 2024-03-13
    rejects: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A rule that matched, with the tokens of its expression."""

    first: int
    end: int
    rule: str
    meaning: Meaning


class Grammar:
    """All rules, indexed by the two class characters with which a match may begin."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._partial = [regex.compile(LOOK_AROUND.sub("", r.pattern.pattern)) for r in self.rules]
        self._by_pair: dict[str, tuple[Rule, ...]] = {}
        used = {c for r in self.rules for c in r.pattern.pattern if c.isalpha() or ord(c) >= FIRST_CHAR}
        self._by_first = {c: [i for i, p in enumerate(self._partial) if p.match(c, partial=True)] for c in used | set(UNKNOWN)}
        starts = sorted(c for c in used if self._by_first[c])
        weak = [c for c in starts if not any(self._may_start(c + other) for other in UNKNOWN)]  # "the" before a word of no class
        strong = [c for c in starts if c not in weak]
        self._starts = re.compile(f"[{re.escape(''.join(strong))}]|[{re.escape(''.join(weak))}](?=[^{re.escape(UNKNOWN)}])")

    def _may_start(self, chars: str) -> tuple[Rule, ...]:
        return tuple(self.rules[i] for i in self._by_first[chars[0]] if self._partial[i].match(chars, partial=True))

    def find(self, tokens: tuple[str, ...]) -> list[Hit]:
        """The date expressions of a sentence, in its order."""
        line = classes(tokens)
        hits: list[Hit] = []
        at = 0
        for start in self._starts.finditer(line):
            place = start.start()
            if place < at:
                continue
            pair = line[place : place + 2]
            rules = self._by_pair.get(pair)
            if rules is None:
                rules = self._by_pair[pair] = self._may_start(pair)
            if rules:
                at = self._longest(rules, line, tokens, place, hits)
        return hits

    def _longest(self, rules: tuple[Rule, ...], line: str, tokens: tuple[str, ...], place: int, hits: list[Hit]) -> int:
        """The end of the longest match at `place` (which goes to `hits`), or `place` when there is none."""
        matches = [(m.end(), r, m) for r in rules if (m := r.pattern.match(line, place)) and m.end() > place]
        for end, rule, match in sorted(matches, key=lambda m: -m[0]):
            if rule.meaning is None:
                return end
            found = Found(match, tokens)
            meaning = rule.meaning(found)
            if meaning is not None:
                first, end = found.span()
                hits.append(Hit(first, end, rule.name, meaning))
                return end
        return place
