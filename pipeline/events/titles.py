"""The title of an event, made of the words of its clause: short, who did what, nothing left hanging."""

from __future__ import annotations

import functools
import re

from pipeline.clauses import Clause, lemma_of
from pipeline.clauses.groups import INTRANSITIVE
from pipeline.clauses.words import PAST_ONLY, PAST_OR_PARTICIPLE, letter_of

LIMIT = 110  # characters
BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
LINKS = re.compile(r"\s*\b(?:pic\.twitter\.com|https?://|www\.)\S*")
HANGING_WORDS = (
    "on in at by for of to from with during after before since until and or but that which who whose when where while as the a an its his her their"
    " over into near between against about early late mid last this next earlier later than according were was is are had has have shortly just soon some even"
)
HANGING = re.compile(rf"(?:[\s,;:—–-]|\b(?:{HANGING_WORDS.replace(' ', '|')})\b)+$", re.IGNORECASE)
HANGS = frozenset(HANGING_WORDS.split())
PARTICLES = frozenset("in on over against".split())  # right after a verb they belong to it: "sworn in", "voted against"
SOURCE = re.compile(r"(?<=\w),? according to\b.*$")  # who says so stands in a column of its own
DURATION_END = re.compile(r"(?:days?|weeks?|months?|years?|hours?|minutes?) (?:before|after|earlier|later)$")
JOINING = re.compile(r"\s*(?:and|or|to|until|,)?\s*(?:in |on )?")  # between two dates
SEQUEL = re.compile(r"\s*(?:after|before)\b")
MEASURE = re.compile(r",?\s+(?:(?:\d+|an?|a few|several|two|three|four|five|six) )?(?:minute|hour|day|week|month|year)s?\s*$")  # "three days" after it
VERBLESS = re.compile(r" that(?: (?:the|a|its|their|[A-Z]\S*)){1,3}(?: [a-z]+)?$")  # a content whose verb stands elsewhere
CLOCK = re.compile(r"\s*(?:local time|GMT|BST|EST|CET)\b")
SECOND_ING = re.compile(r"\b(and|or) (\w{2,}ing)(?= (?:the|a|an|\d+|[A-Z]\w*|at least|more|its|his|her|their)\b)")
PLURAL = re.compile(r"(?<![sui])s$|\b(?:people|men|women|children|police)$|\band\b")
LEADING = re.compile(
    r"(?:[\s,;:.—–-]+|(?:and|but|or|that|also|however|meanwhile|additionally|moreover|furthermore|nevertheless|of course)\b[\s,]*)+", re.IGNORECASE
)
DANGLING_PREPOSITION = re.compile(
    r"\s*\b(?:on|in|at|by|of|since|until|during|from|for|over|before|after|dated)\s*(?:the\s+|early\s+|late\s+|mid-?)?$", re.IGNORECASE
)
LINK_MARKS = ("pic.", "http", "www.")
SPACED_MARKS = (" ,", " .", " ;", " :")
ARTICLE = re.compile(r"(?:the|a|an|this|these|that|its|his|her|their)\s+", re.IGNORECASE)
LONGEST_LEAD = 40  # code points before a date in which the preposition that leads to it stands
COMMAS = re.compile(r",(?:\s*,)+")
STOP = re.compile(r"[,;:](?=\s)|\s(?:with|during|after|before|while|as|in|at|for|from|according|including|which|who|and|to)\s")
DOUBT = re.compile(r"\b(?:allegedly|reportedly|apparently|supposedly|purportedly|never|nearly|almost)\s+$")  # without it the title says more
QUOTES = '"“”„«»'


OBJECT = re.compile(r"\s+(?:the|a|an|his|her|its|their|this|these|\d|[A-Z])")


def title_of(text: str, clause: Clause, base: int, bounds: tuple[int, int], cuts: list[tuple[int, int]], subject: str | None) -> str:
    """Subject and predicate of a clause.

    `base` is the offset of the sentence in the article, `text` the article; `bounds` where its story begins and the title ends; `cuts` are
    the spans of date expressions, which stand in a column of their own; `subject` replaces a pronoun.
    """
    if clause.subject_start >= 0 and subject is None:
        subject = without(text, max(base + clause.subject_start, bounds[0]), base + clause.subject_end, cuts)
    doubt = DOUBT.search(text, base + clause.subject_end, base + clause.verb_start) if 0 <= clause.subject_end < clause.verb_start else None
    predicate = without(text, doubt.start() if doubt else base + clause.verb_start, bounds[1], cuts)
    if SEQUEL.match(text, bounds[1]):
        predicate = MEASURE.sub("", predicate)
    inverted = clause.subject_start > clause.verb_start
    if inverted:
        predicate = text[base + clause.verb_start : base + clause.verb_end]
    if clause.kind == "participial":
        predicate = _finite(clause, subject or "", predicate)
    elif clause.head_start >= 0 and clause.lemma not in INTRANSITIVE:
        verb = text[base + clause.verb_start : base + clause.verb_end]
        rest = predicate[len(verb) :]
        predicate = predicate if OBJECT.match(rest) else f"{verb} {text[base + clause.head_start : base + clause.head_end]}{rest}"
    return tidy(f"{subject or ''} {predicate}")


def _finite(clause: Clause, subject: str, predicate: str) -> str:
    """The predicate of a participle as a verb that stands by itself: "killing two" -> "killed two", "held in Oslo" -> "was held in Oslo"."""
    if clause.passive and subject and clause.lemma not in INTRANSITIVE:
        return f"{'were' if PLURAL.search(subject.strip()) else 'was'} {predicate}"
    if clause.verb.endswith("ing") and predicate.startswith(clause.verb):
        rest = SECOND_ING.sub(lambda m: f"{m[1]} {past_of(lemma_of(m[2]))}", predicate[len(clause.verb) :])
        return past_of(clause.lemma) + rest
    return predicate


@functools.cache
def past_of(lemma: str) -> str:
    """
    >>> [past_of(v) for v in ("flee", "seize", "carry", "attack")]
    ['fled', 'seized', 'carried', 'attacked']
    """
    irregular = next((past for past, verb in {**PAST_ONLY, **PAST_OR_PARTICIPLE}.items() if verb == lemma), None)
    if irregular:
        return irregular
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + ("d" if lemma.endswith("e") else "ed")


def without(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> str:
    """The text of a span without the date expressions in it, nor the prepositions that led to them."""
    pieces: list[str] = []
    at = start
    for first, last in sorted(cuts):
        if at <= first < end:
            between = text[at:first]
            pieces.append("" if pieces and JOINING.fullmatch(between) else _without_preposition(between.rstrip(" ,")))
            clock = CLOCK.match(text, last)
            at = min(clock.end() if clock else last, end)
    return "".join([*pieces, text[at:end]]) if pieces else text[at:end]


def _without_preposition(words: str) -> str:
    found = DANGLING_PREPOSITION.search(words, max(0, len(words) - LONGEST_LEAD))
    return words[: found.start()].rstrip() if found else words


def tidy(words: str) -> str:
    """One line without brackets, links and stray marks, cut at a phrase when it is too long.

    >>> tidy("the minister (55) said that, on")
    'The minister said'
    """
    line = BRACKETS.sub("", words) if "(" in words or "[" in words else words
    line = LINKS.sub("", line) if any(mark in line for mark in LINK_MARKS) else line
    for mark in QUOTES:
        line = line.replace(mark, "")
    line = " ".join(line.split())
    for mark in SPACED_MARKS:
        line = line.replace(mark, mark[1])
    line = COMMAS.sub(",", line) if ",," in line else line
    line = SOURCE.sub("", line) if " according to" in line else line
    line = VERBLESS.sub("", line) if " that " in line else line
    leading = LEADING.match(line)
    line = line[leading.end() :].strip() if leading else line
    if len(line) > LIMIT:
        line = _shorten(line)
    line = _without_hanging(line.rstrip(" .!?…"))
    return line[:1].upper() + line[1:]


def _without_hanging(line: str) -> str:
    """Without the prepositions, articles and the like at its end."""
    while line := line.rstrip(" ,;:—–-"):
        before, _, last = line.rpartition(" ")
        if not last.isalnum():
            return HANGING.sub("", line).strip()
        if last.lower() not in HANGS or _belongs(before, last) or DURATION_END.search(line):
            return line
        line = before
    return line


def _belongs(before: str, last: str) -> bool:
    """Whether a particle at the end belongs to the verb before it: "was sworn in"."""
    return last in PARTICLES and letter_of(before.rpartition(" ")[2] or "a") in "PQLGV"


def _shorten(line: str) -> str:
    """The longest beginning under the limit that ends before a comma or a preposition."""
    stops = [m.start() for m in STOP.finditer(line)]
    fitting = [s for s in stops if 45 <= s <= LIMIT]
    return line[: fitting[-1]] if fitting else line[:LIMIT].rsplit(" ", 1)[0]


def noun_title(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> str:
    """The title of a nominal event: its noun phrase without article and date."""
    phrase = without(text, start, end, cuts).strip()
    article = ARTICLE.match(phrase)
    return tidy(phrase[article.end() :] if article else phrase)
