"""Names of things, which look like those of actors: ships, storms, works, prizes, laws, products."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.actors.lexicon import EVENT_ENDS, ORGANISATION_HEADS, POSTNOMINALS, SHIPS, WORKS

THING = "thing"  # the kind of a name that is no actor's
STORMS = frozenset("hurricane typhoon cyclone storm operation flight".split())  # whose names are those of people, places and airlines
SHIP_SIGNS = frozenset("MV MS SS MT MY HMS HMCS HMAS HNLMS USS USNS RMS RV FV".split())  # before the name of a ship
LEADING_SIGNS = frozenset("MV HMS HMCS HMAS USS RMS Hurricane Typhoon Cyclone Storm".split())  # with which no name of an actor begins
STRENGTHS = frozenset(("Super", "Tropical"))  # before "Typhoon" and the like
PRIZES = frozenset("prize award medal trophy".split())
KINDS = frozenset("drug vaccine chatbot bacterium species comet asteroid horse podcast drama bestseller sailboat supertanker catamaran".split())
BEFORE = STORMS | SHIPS | WORKS | PRIZES | KINDS  # nouns before the name of a thing, unless they are a part of it
SIGNS = BEFORE | {word.capitalize() for word in BEFORE} | SHIP_SIGNS  # of which a sentence that names a thing has one
CARRIERS = frozenset(("aircraft", "bulk"))  # before "carrier" where it is a ship
GOVERNING = frozenset("of in In on On for with from".split())  # of "in his memoir, NAME": the name is another's
OF_SHIPS = frozenset("crew hull cargo deck wreck wreckage sinking bow stern".split())  # before "of the NAME"
BRAND = re.compile(r"[A-Z][a-z]+[A-Z]\w*")
VERSION = re.compile(r"\d{1,3}")
MODEL = re.compile(r"[A-Z]{1,2}-?\d{1,3}")  # after the name of a brand
OPENING, CLOSING = frozenset('"“‘'), frozenset('"”’')
PEOPLE_WITH_ARTICLE = frozenset("lama khan pope king queen prince princess emperor sultan imam ayatollah prophet".split())
ROYAL = frozenset("queen king princess prince empress lady lord".split())  # with an article, before the name of a ship
EXPLAINED = 6  # words after a name in which it is explained
EXPLAINING = BEFORE | frozenset(
    "story play aircraft boat carrier jet helicopter drone missile tram train locomotive chatbot virus disease telescope planet software sculpture series"
    " comedy".split()
)
DETERMINERS = frozenset("a an the his her their its".split())
AFTER_THINGS = frozenset("of by about for , . ; ) is was were has had will would can could and in on off at from to with that which last then once".split())
SAILING = {"ran": "aground", "set": "sail", "sank": "", "capsized": "", "docked": "", "berthed": "", "sailed": ""}  # verb -> the word it needs
LOADED = frozenset("loaded laden carrying".split())  # after "the SHIP" or "the SHIP was"
ARTS = frozenset("starred stars starring directed directing wrote penned composed painted".split())  # before the name of a work, "The ..."
WINNING = frozenset("won wins win winning lifted retained clinched awarded".split())  # before "the PRIZE"
MOVING = frozenset("fell rose closed edged slipped gained climbed dropped added lost jumped ended sank".split())  # after the name of an index
MEASURES = frozenset("% percent per points".split())
STARTING = frozenset("begins began starts started kicks".split())  # after the name of an event
HONOURS = frozenset("Order Medal Battle Siege Treaty Massacre".split())  # before "of NAME"
LAWS = frozenset("code directive statute regulation ordinance amendment charter bill law protocol agreement resolution pact convention".split())
ENDS = (
    EVENT_ENDS
    | LAWS
    | frozenset(  # last words of the names of events, prizes, laws
        "goblet bowl regatta biennale expo telescope summit strategy plan doctrine constitution declaration age era crisis niño niña framework deal".split()
    )
)
ILLS = frozenset("disease syndrome virus fever".split())
PRODUCTS = frozenset(
    "booster capsule module variant tank tanks phone phones missile missiles rifle rifles helicopter helicopters jets satellite rocket rockets".split()
)
SMALL = frozenset("a an the of in on at to and for from with by".split())  # words of a title that have no capital
LONGEST_TITLE = 7  # words


def is_thing(words: Sequence[str], first: int, last: int, kind: str) -> bool:
    """Whether a name that nobody knows is a thing's, by its own words and those beside it.

    >>> words = "the Dorabella ran aground".split()
    >>> is_thing(words, 1, 2, "organisation"), is_thing("Dorabella ran away".split(), 0, 1, "person")
    (True, False)
    """
    if is_told_thing(words, first) or is_title(words, first, last) or is_explained_thing(words, last) or _is_of_form(words, first, last):
        return True
    if kind == "person" and is_no_person(words, first, last):
        return True
    return last < len(words) and words[last - 1].lower() not in ORGANISATION_HEADS and _does_as_things(words, first, last, kind)


def is_told_thing(words: Sequence[str], first: int) -> bool:
    """Whether the words before a name tell that it is a thing's: "the ferry NAME", "HMS NAME", "the album, NAME".

    >>> is_told_thing("the ferry Dorabella sank".split(), 2), is_told_thing("the skipper Dorabella sank".split(), 2)
    (True, False)
    >>> is_told_thing("HMS Dorabella sank".split(), 0), is_told_thing("the ferry Queen of Malta".split(), 4)
    (True, True)
    >>> is_told_thing("aboard the Dorabella".split(), 2), is_told_thing("the crew of the Dorabella".split(), 4)
    (True, True)
    """
    if words[first] in LEADING_SIGNS or words[first] in BEFORE or (words[first] in STRENGTHS and "".join(words[first + 1 : first + 2]) in LEADING_SIGNS):
        return True
    while first > 1 and (words[first - 1] == "of" or words[first - 1].istitle()) and words[first - 1].lower() not in BEFORE and words[first - 1] != "The":
        first -= 1
    if not first:
        return False
    noun = words[first - 1]
    if noun.lower() in BEFORE or noun in SHIP_SIGNS or noun in ("code-named", "codenamed") or noun.endswith(("-flagged", "-metre", "-meter")):
        return True
    if noun == "carrier":
        return first > 1 and words[first - 2] in CARRIERS
    if noun == "," and first > 1:
        return words[first - 2] in WORKS | SHIPS and GOVERNING.isdisjoint(words[max(0, first - 6) : first - 2])
    return first > 1 and _is_article_of_thing(words, first)


def _is_article_of_thing(words: Sequence[str], first: int) -> bool:
    """Whether "the" or "The" before a name is that of a ship or a work: "aboard the", "the tanker, the", "starred in The"."""
    article, before = words[first - 1], words[first - 2]
    if article == "The":
        return (
            before in ARTS or before in BEFORE or (first > 2 and (words[first - 3] in ARTS if before == "in" else before == "," and words[first - 3] in WORKS))
        )
    if article != "the":
        return False
    if before == "aboard" or (before == "," and first > 2 and words[first - 3] in SHIPS):
        return True
    return before == "of" and first > 2 and (words[first - 3] in OF_SHIPS or words[first - 3] in HONOURS)


def is_explained_thing(words: Sequence[str], last: int) -> bool:
    """Whether the words after a name go on as of a thing: "NAME, the story of ...", "NAME, a ferry that ...".

    >>> is_explained_thing("Winter Road , her first novel , sold".split(), 2), is_explained_thing("Al Holm , the film editor , left".split(), 2)
    (True, False)
    """
    if words[last : last + 1] != [","]:
        return False
    for at in range(last + 2, min(last + EXPLAINED, len(words))):
        if words[at] in EXPLAINING:
            return words[last + 1].lower() in DETERMINERS and (at + 1 == len(words) or words[at + 1] in AFTER_THINGS or words[at + 1].endswith(("ed", "set")))
        if not words[at].isalpha():
            break
    return False


def is_title(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a name is, or is in, what stands in quotation marks as titles do, and is no nickname.

    >>> is_title("her “ Winter Road ” sold".split(), 2, 4), is_title("Ed “ Big Joe ” Lund".split(), 2, 4)
    (True, False)
    >>> is_title("his “ Winter in Oslo ” sold".split(), 4, 5), is_title("he said “ Oslo is cold ”".split(), 3, 4)
    (True, False)
    """
    if OPENING.isdisjoint(words):
        return False
    opened, closed = first - 1, last
    while opened >= 0 and first - opened < LONGEST_TITLE and words[opened] not in OPENING:
        opened -= 1
    if opened < 0 or words[opened] not in OPENING:
        return False
    while closed < len(words) and closed - opened <= LONGEST_TITLE and words[closed] not in CLOSING:
        closed += 1
    inside = words[opened + 1 : closed]
    if closed == len(words) or words[closed] not in CLOSING or len(inside) < 2 or not all(w[0].isupper() or w in SMALL for w in inside):
        return False
    beside = (*words[max(opened - 1, 0) : opened], *words[closed + 1 : closed + 2])
    return not any(word[0].isupper() for word in beside)


def _is_of_form(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a name has the form of a thing's: "the Harbour Code", "Lund disease", "a Vane 407", "Order of Vane"."""
    after = words[last] if last < len(words) else ""
    if (last - first > 1 and words[last - 1].lower() in ENDS and words[first].lower() not in ORGANISATION_HEADS) or (
        after[:1].isupper() and after.lower() in ENDS
    ):
        return True
    if last - first == 1 and words[first] in POSTNOMINALS:
        return True
    if words[first - 1 : first] == ["("] and after.islower() and words[last + 1 : last + 2] == [")"]:
        return True  # a species, after its common name
    if after in ILLS or (after == "'s" and words[last + 1 : last + 2] in (["disease"], ["syndrome"])):
        return True
    if first > 1 and words[first - 1] == "of" and words[first - 2] in HONOURS:
        return True
    if after.isdigit():
        return _is_model(words, first, last)
    if last - first > 1 and MODEL.fullmatch(words[last - 1]):
        return True
    numbered = last - first > 1 and VERSION.fullmatch(words[last - 1]) is not None
    return numbered and (is_version(words, last - 1) or (first > 0 and words[first - 1] in ("a", "an")))


def _is_model(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the number after a name is that of a model: "a Vane 407", "Vane 2 tanks"."""
    if VERSION.fullmatch(words[last]) is None:
        return False
    return (first > 0 and words[first - 1] in ("a", "an", "named", "called")) or "".join(words[last + 1 : last + 2]) in PRODUCTS | SHIPS


def is_version(words: Sequence[str], at: int) -> bool:
    """Whether a number follows a word that is written as brands alone are.

    >>> is_version(["SnapLock", "3"], 1), is_version(["Channel", "4"], 1)
    (True, False)
    """
    return at > 0 and VERSION.fullmatch(words[at]) is not None and BRAND.fullmatch(words[at - 1]) is not None


def _does_as_things(words: Sequence[str], first: int, last: int, kind: str) -> bool:
    """Whether a name does, or one does with it, what is done by and with things alone: "NAME ran aground", "won the NAME"."""
    after, then = words[last], words[last + 1] if last + 1 < len(words) else ""
    article = first > 0 and words[first - 1] in ("the", "The")
    if after in SAILING and (then == SAILING[after] if SAILING[after] else article):
        return True
    if kind == "location" or not article:
        return False
    if (then if after in ("was", ",") else after) in LOADED and "out" not in words[last : last + 4]:
        return True
    if after in MOVING and any(word in MEASURES or word.endswith("%") for word in words[last:]):
        return True
    return (first > 1 and words[first - 2] in WINNING) or after in STARTING


def is_no_person(words: Sequence[str], first: int, last: int) -> bool:
    """Whether what looks like a person's name has an article, as no person's has.

    >>> is_no_person("the Anna Maersk was late".split(), 1, 3), is_no_person("the Anna Maersk family left".split(), 1, 3)
    (True, False)
    >>> is_no_person("the Anna Maersk pulled it off".split(), 1, 3)
    True
    """
    if first > 1 and words[first - 1].lower() in ROYAL and words[first - 2].lower() == "the":
        return True
    if not first or words[first - 1].lower() != "the" or words[last - 1].lower() in PEOPLE_WITH_ARTICLE:
        return False
    return last - first > 1 and (last == len(words) or words[last] in AFTER_THINGS or (words[last].islower() and words[last].endswith("ed")))


def named_things(sentences: Iterable[Sequence[str]]) -> frozenset[str]:
    """The names that stand behind "ferry", "Hurricane" or "film" in an article, which it may write without that word later."""
    return frozenset(name for words in sentences if not SIGNS.isdisjoint(words) for name in _named_in(words))


def _named_in(words: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(words):
        if word.lower() in BEFORE or word in SHIP_SIGNS:
            last = at + 1
            while last < len(words) and words[last].istitle():
                last += 1
            if last > at + 1:
                yield " ".join(words[at + 1 : last])
