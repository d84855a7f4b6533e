"""Whether 05/07/2024 begins with its day: from the dates of the article, the address of its page, or its outlet."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from pipeline.dating.clue import Page, Spot
from pipeline.timex.meaning import Date, Numeric
from pipeline.timex.reading import day_first
from pipeline.timex.resolve import resolve

DAY_FIRST_DOMAINS = frozenset(
    "uk ie au nz za in pk bd lk ng ke gh sg my hk de fr it es pt nl be at ch se no dk fi pl cz sk hu ro bg gr tr ru ua br ar mx eu".split()
)
MONTH_FIRST_DOMAINS = frozenset("us gov mil edu".split())
MONTH_FIRST = re.compile(
    r"\b(?:AP|Associated Press|UPI|Wall Street Journal|New York Times|Washington Post|Los Angeles Times|Chicago Tribune|Boston Globe|USA Today|"
    r"Miami Herald|CNN|NBC|ABC News|CBS|Fox News|NPR|PRNewswire|Business Wire|Voice of America|VOA)\b"
)
DAY_FIRST = re.compile(
    r"\b(?:BBC|The Guardian|The Times of London|The Independent|Daily Telegraph|Financial Times|AFP|Agence France-Presse|dpa|DPA|PTI|IANS|ANI|"
    r"Press Trust of India|The Hindu|Times of India|Irish Times|Sydney Morning Herald|AAP|Press Association|TASS|Interfax|Dawn|Straits Times)\b"
)
HEAD = 600  # code points of an article in which its outlet is named


def in_order(page: Page) -> Page:
    """The page with its numeric dates read, where something decides; else they stay two days."""
    if not any(isinstance(s.plain, Numeric) for s in page.spots):
        return page
    own = day_first([s.expression for s in page.spots])
    first = own if own is not None else _of_outlet(page)
    return page if first is None else page._replace(spots=tuple(_settled(s, first) for s in page.spots))


def _settled(spot: Spot, begins_with_day: bool) -> Spot:
    plain = spot.plain
    if not isinstance(plain, Numeric):
        return spot
    month, day = (plain.second, plain.first) if begins_with_day else (plain.first, plain.second)
    meaning = Date(plain.year, month, day)
    return spot._replace(plain=meaning, days=resolve(meaning, None).days)


def _of_outlet(page: Page) -> bool | None:
    """None where no outlet is known, or those of both kinds are named."""
    domain = (urlsplit(page.url).hostname or "").rsplit(".", 1)[-1] if page.url else ""
    if domain in DAY_FIRST_DOMAINS or domain in MONTH_FIRST_DOMAINS:
        return domain in DAY_FIRST_DOMAINS
    head = " ".join([page.text[:HEAD], *(f.source or "" for f in page.furniture)])
    day, month = DAY_FIRST.search(head) is not None, MONTH_FIRST.search(head) is not None
    return None if day == month else day
