"""Names of things, which look like those of actors: ships, storms, works, prizes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.actors.lexicon import SHIPS, WORKS

STORMS = frozenset("hurricane typhoon cyclone storm operation flight".split())  # whose names are those of people, places and airlines
SHIP_SIGNS = frozenset("MV MS SS MT MY HMS HMCS HMAS HNLMS USS USNS RMS RV FV".split())  # before the name of a ship
LEADING_SIGNS = frozenset("MV HMS HMCS HMAS USS RMS Hurricane Typhoon Cyclone Storm".split())  # with which no name of an actor begins
PRIZES = frozenset("prize award medal trophy".split())
BEFORE = STORMS | SHIPS | WORKS | PRIZES  # nouns before the name of a thing, unless they are a part of it
BRAND = re.compile(r"[A-Z][a-z]+[A-Z]\w*")
VERSION = re.compile(r"\d{1,3}")
OPENING, CLOSING = frozenset('"“‘'), frozenset('"”’')
PEOPLE_WITH_ARTICLE = frozenset("lama khan pope king queen prince princess emperor sultan imam ayatollah prophet".split())
ROYAL = frozenset("queen king princess prince empress lady lord".split())  # with an article, before the name of a ship
EXPLAINED = 6  # words after a name in which it is explained
EXPLAINING = SHIPS | WORKS | {"story", "play", "aircraft", "boat", "storm"}
TELLING = BEFORE | {word.capitalize() for word in BEFORE} | SHIP_SIGNS | EXPLAINING  # of which a sentence that names a thing has one
DETERMINERS = frozenset("a an the his her their its".split())
AFTER_THINGS = frozenset("of by about for , . ; ) is was were has had will would can could and in on off at from to with that which".split())


def is_told_thing(words: Sequence[str], first: int) -> bool:
    """Whether the word before a name tells that it is a thing's: "the ferry NAME", "HMS NAME".

    >>> is_told_thing("the ferry Dorabella sank".split(), 2), is_told_thing("the skipper Dorabella sank".split(), 2)
    (True, False)
    >>> is_told_thing("HMS Dorabella sank".split(), 0), is_told_thing("the ferry Queen of Malta".split(), 4)
    (True, True)
    """
    if words[first] in LEADING_SIGNS:
        return True
    while first > 1 and (words[first - 1] == "of" or words[first - 1].istitle()) and words[first - 1].lower() not in BEFORE:
        first -= 1
    return first > 0 and (words[first - 1].lower() in BEFORE or words[first - 1] in SHIP_SIGNS)


def is_explained_thing(words: Sequence[str], last: int) -> bool:
    """Whether the words after a name go on as of a thing: "NAME, the story of ...", "NAME, a ferry that ...".

    >>> is_explained_thing("Winter Road , her first novel , sold".split(), 2), is_explained_thing("Al Holm , the film editor , left".split(), 2)
    (True, False)
    """
    if words[last : last + 1] != [","]:
        return False
    for at in range(last + 2, min(last + EXPLAINED, len(words))):
        if words[at] in EXPLAINING:
            return words[last + 1].lower() in DETERMINERS and (at + 1 == len(words) or words[at + 1] in AFTER_THINGS)
        if not words[at].isalpha():
            break
    return False


def is_version(words: Sequence[str], at: int) -> bool:
    """Whether a number follows a word that is written as brands alone are.

    >>> is_version(["SnapLock", "3"], 1), is_version(["Channel", "4"], 1)
    (True, False)
    """
    return at > 0 and VERSION.fullmatch(words[at]) is not None and BRAND.fullmatch(words[at - 1]) is not None


def is_title(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a name of several words stands in quotation marks of its own, as titles do, and is no nickname.

    >>> is_title("her “ Winter Road ” sold".split(), 2, 4), is_title("Ed “ Big Joe ” Lund".split(), 2, 4)
    (True, False)
    """
    if last - first < 2 or first < 1 or last >= len(words) or words[first - 1] not in OPENING or words[last] not in CLOSING:
        return False
    beside = (*words[max(first - 2, 0) : first - 1], *words[last + 1 : last + 2])
    return not any(word[0].isupper() for word in beside)


def is_no_person(words: Sequence[str], first: int, last: int) -> bool:
    """Whether what looks like a person's name has an article, as no person's has.

    >>> is_no_person("the Anna Maersk was late".split(), 1, 3), is_no_person("the Anna Maersk family left".split(), 1, 3)
    (True, False)
    """
    if first > 1 and words[first - 1].lower() in ROYAL and words[first - 2].lower() == "the":
        return True
    if not first or words[first - 1].lower() != "the" or words[last - 1].lower() in PEOPLE_WITH_ARTICLE:
        return False
    return last - first > 1 and (last == len(words) or words[last] in AFTER_THINGS)


def named_things(sentences: Iterable[Sequence[str]]) -> frozenset[str]:
    """The names of ships, storms and works of an article, which it may write without their noun later."""
    return frozenset(name for words in sentences if not TELLING.isdisjoint(words) for name in _named_in(words))


def _named_in(words: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(words):
        if word == "," and is_explained_thing(words, at):
            first = at
            while first and words[first - 1].istitle():
                first -= 1
            yield " ".join(words[first:at]).removeprefix("The ")
        if word.lower() in BEFORE or word in SHIP_SIGNS:
            last = at + 1
            while last < len(words) and words[last].istitle():
                last += 1
            if last > at + 1:
                yield " ".join(words[at + 1 : last])
