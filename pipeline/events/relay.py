"""Articles told after another source: "according to the Coast Agency", "the agency adds", in paragraph after paragraph."""

from __future__ import annotations

import re
from collections import Counter

AGENCIES = frozenset(
    "reuters ap afp tass itar-tass dpa efe ansa xinhua interfax sputnik upi kyodo yonhap bernama pti ani anadolu irna isna tasnim kcna ria bloomberg".split()
)
HEADS = frozenset(
    "press news newswire wire newsline times post herald tribune gazette journal telegraph observer chronicle courier bulletin dispatch monitor radio"
    " television tv broadcasting today daily weekly online".split()
)  # last words of the names of outlets
NOT_NAMED = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december"
    " the on in a according citing but and".split()
)  # words with a capital that do not begin a name
OUTLET = re.compile(r"[^a-z0-9]+")
LEAST = 0.6  # share of the paragraphs that cite a source, from which on the whole article is taken to be told after it
LEAST_AFTER_LEAD = 0.5  # the same where the first does
PARAGRAPH = 40  # code points of the shortest that tells something
CARRIERS = ("agency", "paper", "daily", "station", "broadcaster", "magazine", "wire", "outlet", "channel", "It quote", "It cite")
CARRIER = r"(?:agency|newspaper|paper|daily|station|broadcaster|magazine|newswire|wire|outlet|channel)"
MARKS = tuple(
    sorted({word.capitalize() for word in HEADS} | {word.upper() if len(word) < 5 else word.capitalize() for word in AGENCIES} | {"Agency", "Service"})
)
TELLS = r"(?:has\s+|also\s+|had\s+|first\s+)?(?:says?|said|reports?|reported|adds?|added|quotes?|quoted|cites?|cited|writes?|wrote|notes?|noted|learned)\b"
AFTER = r"(?:according to|citing|quoting|told|(?:reported|quoted|cited|carried|published) by|interview with)\s+"
NAME = r"(?:[A-Z][\w.’'-]*\s+){0,4}[A-Z][\w-]*"
NAMED = re.compile(
    rf"{AFTER}(?:the\s+)?(?:(?:state|news|wire|local|daily|weekly|newspaper|broadcaster|agency|station|radio)\s+){{0,3}}(?P<after>{NAME})"
    rf"|(?P<before>{NAME})(?:\s+(?:news\s+)?agency)?,?\s+{TELLS}"
)
AGAIN = re.compile(
    rf"\b[Tt]he\s+(?:(?:state|news|wire|press)\s+)?{CARRIER}\s+{TELLS}|{AFTER}the\s+(?:news\s+)?{CARRIER}\b|\b[Ii]t\s+(?:quoted|quotes|cited|cites)\b"
)


def outlet_key(name: str) -> str:
    """An outlet's name as it is compared: "The Daily Post" and "Daily Post" are one."""
    return OUTLET.sub(" ", name.lower().removeprefix("the ")).strip()


def relayed_from(text: str, own: str | None) -> str | None:
    """The one outlet after which most paragraphs of an article are told, if it is another than the article's `own`.

    >>> relayed_from("A dam broke at Orm, the Coast Press reports.\\n\\nNobody was hurt, the agency says, and 40 goats swam.", "Radio Orm")
    'Coast Press'
    """
    paragraphs = [p for p in text.split("\n") if len(p) >= PARAGRAPH]
    if not any(mark in text for mark in MARKS) or sum(_may_cite(p) for p in paragraphs) < LEAST_AFTER_LEAD * len(paragraphs):
        return None
    named = Counter(name for m in NAMED.finditer(text) if (name := _outlet(m["after"] or m["before"])) and outlet_key(name) != outlet_key(own or ""))
    if not named:
        return None
    source = min(named, key=lambda name: (-named[name], name))
    citing = [_cites(p, source) for p in paragraphs]
    leads = citing[:1] == [True]
    return source if any(citing) and sum(citing) >= (LEAST_AFTER_LEAD if leads else LEAST) * len(paragraphs) else None


def _may_cite(paragraph: str) -> bool:
    """Whether a word that naming an outlet takes is in a paragraph: a look that costs little."""
    return any(word in paragraph for word in CARRIERS) or any(mark in paragraph for mark in MARKS)


def _cites(paragraph: str, source: str) -> bool:
    return AGAIN.search(paragraph) is not None or any(_outlet(m["after"] or m["before"]) == source for m in NAMED.finditer(paragraph))


def _outlet(words: str) -> str | None:
    """The outlet that some words with capitals name, or None."""
    name = words.split()
    while name and name[0].lower() in NOT_NAMED:
        name.pop(0)
    return " ".join(name) if name and _is_outlet([word.lower() for word in name]) else None


def _is_outlet(name: list[str]) -> bool:
    """
    >>> _is_outlet(["coast", "news", "agency"]), _is_outlet(["anadolu", "agency"]), _is_outlet(["food", "agency"])
    (True, True, False)
    """
    if name[-1] in ("agency", "service"):
        return len(name) > 1 and (name[-2] in ("news", "press", "wire") or name[0] in AGENCIES)
    return (len(name) > 1 and name[-1] in HEADS) or " ".join(name) in AGENCIES
