"""Bodies that the words of their name tell, whatever the tagger read of them: "Wexham Police", "Ministry of Ponds"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from pipeline.actors.gazetteer import names
from pipeline.actors.lexicon import CALENDAR
from pipeline.actors.names.tagger import Tagged

LAST = frozenset(  # words that end the name of a body when they have a capital
    "Police Constabulary Council Ministry Department Agency Commission Committee Authority Association Federation Confederation Institute University"
    " College Academy Foundation Society Trust Bank Museum Party Parliament Assembly Senate Tribunal Bureau Board Alliance Coalition Orchestra Forum"
    " Corporation Company Inc Ltd Plc PLC GmbH AG AB Bakery Brewery Airlines Airways Guild Institution Secretariat Inspectorate Consortium".split()
)
FIRST = frozenset(  # words that begin it, before "of" or "for"
    "Ministry University Institute Department Bank Academy Association Federation Society Friends Museum College Council Office Bureau Chamber Opera"
    " Institution Foundation Centre Center School Faculty Board Committee Commission Union League House".split()
)
NATIONAL = frozenset(("Police", "Transport", "Historic", "Sport", "Statistics", "Network", "Parks", "Tourism", "Creative", "Immigration"))  # before a country
FIRMS = frozenset(  # nouns that explain a name before them as a body's
    "company firm bank airline band charity newspaper agency union club university carrier retailer start-up startup broadcaster party regulator watchdog"
    " group chain institute museum orchestra theatre subsidiary".split()
)
SETTLEMENTS = frozenset("town village city suburb island port hamlet resort settlement".split())  # and as a place's
EXPLAINING = FIRMS | SETTLEMENTS
TELLING = LAST | FIRST | NATIONAL
BEFORE_PAPERS = frozenset("told newspaper magazine tabloid broadcaster daily weekly".split())
AFTER_PAPERS = frozenset(
    ", . : that in on by at during after a the he she it they via from over for last this earlier reported said wrote quoted has had printed".split()
)
HEARING = LAST | FIRST | frozenset("Congress Commons Lords Mr Mrs Ms Dr Sir Mum Dad God".split()) - {"Press"}
DETERMINERS = frozenset("a an the its his her their".split())
AFTER_NOUN = frozenset(", . that which of in on near behind with founded based and".split())
EXPLAINED = 6  # words after a name in which it is explained
LONGEST = 6  # words before the last
LEAST_SURE = 3  # words of a name whose kind the tagger is not asked about again


def with_bodies(words: Sequence[str], tagged: Sequence[Tagged]) -> list[Tagged]:
    """The tagger's names; those inside a longer body, and no person's, become that body.

    >>> with_bodies("the Wexham Police said".split(), [Tagged(1, 2, "location")])
    [Tagged(first=1, last=3, kind='organisation')]
    >>> with_bodies("for Velmora , a firm in Oslo".split(), [Tagged(5, 6, "location")])
    [Tagged(first=1, last=2, kind='organisation'), Tagged(first=5, last=6, kind='location')]
    """
    tagged = list(tagged if EXPLAINING.isdisjoint(words) else _with_explained(words, tagged))
    if not BEFORE_PAPERS.isdisjoint(words):
        tagged = _with_papers(words, tagged)
    if TELLING.isdisjoint(words):
        return tagged
    found = [_national(words, tag) for tag in tagged]
    for first, last in sorted(_bodies(words)):
        inside = [t for t in found if t.first < last and first < t.last]
        if all(t.kind != "person" and first <= t.first and t.last <= last for t in inside) and not any(_is_body(t, first, last) for t in inside):
            found = sorted([*(t for t in found if t not in inside), Tagged(first, last, "organisation")])
    return found


def _with_papers(words: Sequence[str], tagged: list[Tagged]) -> list[Tagged]:
    """The tagger's names, and the papers that it read no name in: "told Fjordposten that", "the newspaper Fjord".

    >>> _with_papers("He told Fjordposten that".split(), []), _with_papers("He told MPs that".split(), [])
    ([Tagged(first=2, last=3, kind='organisation')], [])
    """
    taken = {i for tag in tagged for i in range(tag.first, tag.last)}
    for at, word in enumerate(words):
        first = at + 1 + (word == "told" and words[at + 1 : at + 2] in (["the"], ["The"]))
        last = first
        while last < len(words) and last - first < LEAST_SURE and (words[last].istitle() or words[last].isupper()) and last not in taken:
            last += 1
        if word == "newspaper" and last == first:
            first, last = _before_newspaper(words, at, taken)
        if word in BEFORE_PAPERS and last > first and last not in taken and _may_be_paper(words, first, last):
            tagged = sorted([*tagged, Tagged(first, last, "organisation")])
            taken |= set(range(first, last))
    return tagged


def _before_newspaper(words: Sequence[str], at: int, taken: Set[int]) -> tuple[int, int]:
    """The words in capitals between "the" and "newspaper"."""
    first = at
    while first and words[first - 1].istitle() and first - 1 not in taken and at - first < LEAST_SURE:
        first -= 1
    return (first, at) if first and words[first - 1] == "the" else (at, at)


def _may_be_paper(words: Sequence[str], first: int, last: int) -> bool:
    """Whether words in capitals are no people, relatives or days, and no body that only hears."""
    word = words[first]
    if last - first == 1 and (word.endswith("ans") or word.lower() in CALENDAR or word.lower() in names("common")):
        return False
    if words[last - 1] in names("surname") or words[last - 1] in names("given"):
        return False
    return HEARING.isdisjoint(words[first:last]) and (last == len(words) or words[last] in AFTER_PAPERS or words[last] == "newspaper")


def _with_explained(words: Sequence[str], tagged: Sequence[Tagged]) -> Iterator[Tagged]:
    """The tagger's names, and with their kind those that the words behind them explain: "NAME, the firm that ..."."""
    told = {one.first: one for at, word in enumerate(words) if word == "," and at and (one := _explained(words, at))}
    rest = [t for t in tagged if not any(one.first < t.last and t.first < one.last for one in told.values() if t.last - t.first < LEAST_SURE)]
    taken = {i for t in rest for i in range(t.first, t.last)}
    yield from sorted([*rest, *(one for one in told.values() if taken.isdisjoint(range(one.first, one.last)))])


def _explained(words: Sequence[str], comma: int) -> Tagged | None:
    first = comma
    while first and words[first - 1].istitle() and comma - first < LEAST_SURE:
        first -= 1
    if first == comma or words[comma + 1 : comma + 2] == [] or words[comma + 1] not in DETERMINERS:
        return None
    for at in range(comma + 2, min(comma + 1 + EXPLAINED, len(words) - 1)):
        if words[at] in EXPLAINING and words[at + 1] in AFTER_NOUN:
            return Tagged(first, comma, "organisation" if words[at] in FIRMS else "location")
        if not words[at].replace("-", "").isalpha():
            break
    return None


def _national(words: Sequence[str], tag: Tagged) -> Tagged:
    """The whole name of "Police Scotland"."""
    if tag.kind == "location" and tag.first and words[tag.first - 1] in NATIONAL:
        return Tagged(tag.first - 1, tag.last, "organisation")
    return tag


def _is_body(tag: Tagged, first: int, last: int) -> bool:
    """Whether the tagger has the body already, perhaps without the words that lead to it."""
    return tag.kind == "organisation" and tag.last == last and tag.first - first < 2


def _bodies(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    for at, word in enumerate(words):
        if word in LAST:
            first = _start(words, at)
            if first < at:
                yield first, at + 1
        if word in FIRST and words[at + 1 : at + 2] in (["of"], ["for"]):
            last = _end(words, at + 2 + (words[at + 2 : at + 3] == ["the"]))
            if last:
                yield at, last


def _start(words: Sequence[str], head: int) -> int:
    """Where the capitals before the head begin."""
    first = head
    while first and head - first < LONGEST and words[first - 1][0].isupper() and words[first - 1].isalpha() and words[first - 1] not in LAST:
        first -= 1
    return first + (words[first] in ("The", "A", "An"))


def _end(words: Sequence[str], first: int) -> int:
    """Where the capitals after "of" end; 0 where there are none."""
    last = first
    while last < len(words) and words[last][0].isupper() and words[last].isalpha():
        last += 1
    return last if last > first else 0
