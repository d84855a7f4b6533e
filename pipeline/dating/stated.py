"""Dates that stand around a story: metadata, address, dateline, dated line, embedded tweet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pipeline.dating.beside import lag_in_days
from pipeline.dating.clue import Clue, Page, Pin, Spot, clue_at, is_line, line_around
from pipeline.timex.meaning import Date, Meaning, Numeric

# Probabilities that an article came out 0, 1, 2 ... days after the date; measured on wire stories, and judged for the rest.
DATELINE = (0.86, 0.1, 0.01)
DATED_LINE = (0.95, 0.01)
UPDATED_LINE = (0.45, 0.02)
FOOT_LINE = (0.9, 0.02)
TWEET = (0.5, 0.25, 0.05, 0.02, 0.02, 0.01, 0.01)
SAME_DAY = (0.8, 0.08, 0.02, 0.01)  # of a post, where the story tells of "today"
POSTED = (0.93, 0.01)
ADDRESS = (0.93, 0.04)

UPDATED = re.compile(
    r"\b(?:load[- ]date|loaded|indexed|downloaded|printed|captured|crawled|"
    r"updated?|modified|changed|amended|corrected|edited|revised|accessed|retrieved|archived)\b",
    re.I,
)
FIRST_OUT = re.compile(r"\b(?:published|posted|issued|released|publication|filed|date|sent)\b", re.I)
PATH_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/\-_.]|$)")
PATH_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d\d)/")
ADDRESS_IN_TEXT = re.compile(r"(?:https?://|www\.)\S+")
FILE_NAME = re.compile(r"(?:.*/)?(\d{4})-(\d\d)-(\d\d)(?:\.\w{1,5})?")
ONE_OFF = timedelta(days=3)  # to either side, within which the weekday named lies
POSTING = re.compile(r"\b(?:tweet\w*|posted|posts?|wrote|writes|Twitter|Facebook|Telegram|Instagram|Mastodon)\b")
BEFORE_POST = 200  # code points
STAMPED = (0.86, 0.04)  # of the day in the number of a story: some are numbered for another day than they are dated
STAMP = re.compile(
    r"(?<![\w.,$€£-])(?:[A-Z]{2,6}[-_]?)?(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\d,]|\.\d{1,2}\b)"
    r"|(?<![\w.-])[A-Za-z]{2,6}(?P<short>\d\d)(?P<month2>0[1-9]|1[0-2])(?P<day2>0[1-9]|[12]\d|3[01])[-.]\d{3,}"
)
PIVOT = 50  # two-digit years from 50 on are of the twentieth century
EDGE = 500  # code points at the start and end of a text where its own address may stand
HEAD_SHARE = 0.5  # a dated line further down is one of the foot


def stated_clues(page: Page) -> Iterator[Clue]:
    """All dates around the story."""
    yield from _of_file_name(page.name)
    if page.url:
        yield from _of_address(page.url, None)
    yield from _of_addresses(page)
    yield from _of_stamps(page)
    for spot in page.spots:
        if spot.expression.furniture == "dateline":
            yield from _pinned(spot, "dateline", "the dateline is of {}", DATELINE)
    yield from _of_tweets(page, [s for s in page.spots if s.expression.furniture == "tweet"])
    yield from _of_dated_lines(page)
    yield from _of_mastheads(page)


def _of_mastheads(page: Page) -> Iterator[Clue]:
    """A line with little but a date at the top or the foot, where no other line is known to date the page."""
    for spot in page.spots:
        at = spot.expression.char_start
        if (at < EDGE or at > len(page.text) - EDGE) and spot.days is not None and is_line(spot):
            yield from _of_line(page, spot, line_around(spot)[0])


def _of_tweets(page: Page, spots: list[Spot]) -> Iterator[Clue]:
    """The last of the posts stands near the publication; the others only before it."""
    latest = max((s.days.start for s in spots if s.days), default=None)
    lags = SAME_DAY if any(s.told and lag_in_days(s.plain) == 0 for s in page.spots) else TWEET
    for spot in spots:
        if (lag := _posted(page, spot)) is not None and spot.days:
            says = "a post embedded in the article is of {}, by the story " + {0: "today", 1: "yesterday"}.get(lag, f"{lag} days ago")
            yield from (replace(c, pin=c.pin._replace(first_lag=lag)) for c in _pinned(spot, "embed", says, POSTED) if c.pin)
        elif spot.days and latest and spot.days.start < latest:
            clue = clue_at(spot, "embed", f"a post embedded in the article is of {spot.expression.text}", 0.97)
            yield replace(clue, spans=((spot.days.start, None),))
        else:
            yield from _pinned(spot, "embed", "a post embedded in the article is of {}", lags)


def _of_file_name(name: str) -> Iterator[Clue]:
    """
    >>> [c.pin.day for c in _of_file_name("in/2021-05-03.txt")], list(_of_file_name("notes-2021-05-03b.txt"))
    ([3], [])
    """
    found = FILE_NAME.fullmatch(name)
    day = day_of(*map(int, found.groups())) if found else None
    if day:
        yield _on(day, Clue("file_name", f"the file is named {day}", 0.9, text=name), ADDRESS)


def _of_addresses(page: Page) -> Iterator[Clue]:
    if "://" not in page.text and "www." not in page.text:
        return
    for found in ADDRESS_IN_TEXT.finditer(page.text):
        if found.end() <= EDGE or found.start() >= len(page.text) - EDGE:
            yield from _of_address(found[0], found.start())


def _of_stamps(page: Page) -> Iterator[Clue]:
    """The day inside the number that a wire or an archive gave the story: "ABC20180103.0720", "WSJ891102-0167".

    >>> page = Page("XYZ20180103.0720 NEWS STORY", "", None, (), (), ())
    >>> [(c.pin.year, c.pin.month, c.pin.day, c.text) for c in _of_stamps(page)]
    [(2018, 1, 3, 'XYZ20180103')]
    """
    for found in STAMP.finditer(page.text, 0, EDGE):
        year = int(found["year"] or found["short"])
        year += 0 if found["year"] else 1900 if year >= PIVOT else 2000
        day = day_of(year, int(found["month"] or found["month2"]), int(found["day"] or found["day2"]))
        if day:
            clue = Clue("dated_line", f"the number of the story carries {day}", 0.9, found.start(), found.end(), found[0])
            yield replace(_on(day, clue, STAMPED), spans=((day - ONE_OFF, None),))
            return


def _of_address(url: str, start: int | None) -> Iterator[Clue]:
    """
    >>> [(c.pin.year, c.pin.month, c.pin.day) for c in _of_address("https://example.org/news/2021/05/03/rain", None)]
    [(2021, 5, 3)]
    """
    found = PATH_DAY.search(url)
    day = day_of(*map(int, found.groups())) if found else None
    if found and day:
        yield _on(day, _address_clue(url, start, found), ADDRESS)
        return
    found = PATH_MONTH.search(url)
    month = day_of(int(found[1]), int(found[2]), 1) if found else None
    if found and month:
        yield replace(_address_clue(url, start, found), spans=((month, month + timedelta(days=30)),))


def _address_clue(url: str, start: int | None, found: re.Match[str]) -> Clue:
    says = f"the address of the page carries {found[0].strip('/')}"
    return Clue("url", says, 0.92, start, None if start is None else start + len(url), url)


def _posted(page: Page, post: Spot) -> int | None:
    """Days from a post to the story, where the words right before it tell: "she wrote yesterday"."""
    piece = next((f for f in page.furniture if f.char_start <= post.expression.char_start < f.char_end), None)
    if piece is None:
        return None
    near = (s for s in page.spots if piece.char_start - BEFORE_POST <= s.expression.char_start < post.expression.char_start)
    lags = [lag for s in near if not s.expression.quoted and POSTING.search(s.sentence) and (lag := lag_in_days(s.plain)) is not None]
    return lags[-1] if lags else None


def _of_dated_lines(page: Page) -> Iterator[Clue]:
    """A line that is nothing but a date, above or below the story; "updated" says less than "published"."""
    lines = {f.char_start: f for f in page.furniture if f.kind == "dated_line"}
    for spot in page.spots:
        if spot.expression.furniture != "dated_line":
            continue
        line = next(f.text for f in lines.values() if f.char_start <= spot.expression.char_start < f.char_end)
        yield from _of_line(page, spot, line[: max(0, line.find(spot.expression.text))])


def _of_line(page: Page, spot: Spot, before: str) -> Iterator[Clue]:
    """The last label before the date tells what it dates."""
    if UPDATED.search(before) and _last(UPDATED, before) >= _last(FIRST_OUT, before):
        yield from (replace(c, spans=((None, last),)) for c in _pinned(spot, "dated_line", "updated on {}", UPDATED_LINE) if (last := _day(c)))
    elif spot.expression.char_start < len(page.text) * HEAD_SHARE or FIRST_OUT.search(before):
        yield from _pinned(spot, "dated_line", "a line above the story gives {}", DATED_LINE)
    else:
        yield from _pinned(spot, "dated_line", "a line below the story gives {}", FOOT_LINE)


def _last(label: re.Pattern[str], before: str) -> int:
    """Where the last such label before a date ends; -1 where there is none."""
    return max((m.end() for m in label.finditer(before)), default=-1)


def _day(clue: Clue) -> date | None:
    return day_of(clue.pin.year, clue.pin.month, clue.pin.day) if clue.pin and clue.pin.year else None


def _pinned(spot: Spot, kind: str, says: str, lags: tuple[float, ...]) -> Iterator[Clue]:
    """The date of a spot as a pin; a month alone bounds the publication, and 05/07/2024 may be either day."""
    weight = min(0.95, sum(lags))
    clue = clue_at(spot, kind, says.format(f"“{spot.expression.text}”"), weight)
    for number, (year, month, day, weekday) in enumerate(readings := list(_readings(spot.plain))):
        share = tuple(lag / len(readings) for lag in lags)
        if year is None:
            yield replace(clue, pin=Pin(month, day, share, None, weekday))
        elif (when := day_of(year, month, day)) is not None and weekday not in (None, when.weekday()):
            yield _contradicted(clue, when)
        elif when is not None:
            made = _on(when, clue, share, weekday)
            yield made if len(readings) == 1 else replace(made, spans=(), says=f"{made.says}, which may be {when}", weight=weight / (1 + number))
    if isinstance(spot.plain, Date) and spot.plain.year and spot.plain.month and not spot.plain.day and spot.days:
        yield replace(clue, spans=((spot.days.start, spot.days.last),))


def _contradicted(clue: Clue, day: date) -> Clue:
    """A full date whose weekday is another: either may be wrong, and the days around it remain."""
    says = f"{clue.says}, but {day} was a {day:%A}: conflict, one of the two is wrong"
    return replace(clue, says=says, weight=0.9, spans=((day - ONE_OFF, day + ONE_OFF),))


def _readings(meaning: Meaning) -> Iterator[tuple[int | None, int, int, int | None]]:
    if isinstance(meaning, Date) and meaning.month and meaning.day:
        yield meaning.year, meaning.month, meaning.day, meaning.weekday
    if isinstance(meaning, Numeric):
        yield meaning.year, meaning.second, meaning.first, None
        if meaning.first != meaning.second:
            yield meaning.year, meaning.first, meaning.second, None


def _on(day: date, clue: Clue, lags: tuple[float, ...], weekday: int | None = None) -> Clue:
    """A clue for a day of a known year."""
    return replace(clue, pin=Pin(day.month, day.day, lags, day.year, weekday), spans=((day, None),))


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
