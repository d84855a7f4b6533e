"""What the commands are called with, and the help that teaches them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.export.formats import FORMATS
from pipeline.model import EVENT_TYPES, STATUSES
from pipeline.query import Filters
from pipeline.store import DATA

Command = Callable[[argparse.Namespace], int]

ABOUT = "Articles in, a table of dated events out; every date, actor and event can be traced to the words that gave it."
EXAMPLES = """
first steps:
  python -m pipeline build                                  the articles in seeds/
  python -m pipeline build my-articles/                     your own: text, JSON lines
  python -m pipeline export --format csv -o events.csv      the events, for a spreadsheet
  python -m pipeline explain EVENT_ID                       why an event says what it says

exit status: 0 all went well, 1 something could not be read or written (standard error says what), 2 wrong usage
"""
ANNOTATE = """
reads one JSON object a line on standard input and writes one a line on standard output, in the same order:

  echo '{"id": "a1", "text": "Talks opened on 3 May.", "published": "2024-05-06"}' | python -m pipeline annotate

in:   id, text; and if known: published (a day, 2021-06, 2021, a timestamp or null), title, source, url
out:  id, published, timexes, mentions, events; offsets count the characters of text, the end is excluded. An event has
      a row for each passage that tells of it, all with its event_id; where its speaker only goes on, "continued" is true

A line that cannot be read gives {"id", "error"}; the rest goes on, and the exit status is 1 at the end.
"""
BUILD = """
makes the tables anew from files and folders; without PATH from the articles in seeds/:

  python -m pipeline build my-articles/ more.jsonl
  python -m pipeline build --add today.jsonl                     the corpus, and these
  python -m pipeline build --remove my-articles/3.txt            the corpus without this one
  python -m pipeline build big/ --workers 8                      on eight processes of this machine
  python -m pipeline build big/ --scheduler tcp://host:8786      on a Dask cluster that sees the same --data folder

JSON lines have the fields of `annotate`; there id (else file and line) is what exports call the article. Only what
changed is worked out again. A file that cannot be read is named on standard error, the rest goes on, and the exit
status is 1 at the end. A build that is cut short leaves the tables as they were; run it again and it goes on.
"""
EXPLAIN = """
tells where an event or an article has its dates from: the words, the rule that read them, the day they were read
from, the alternatives, and why each sentence belongs to the event:

  python -m pipeline explain 3f2a            an event, by the beginning of its id
  python -m pipeline explain articles/a.txt  an article, by its name or a part of it
"""
EXPORT = """
writes the events that pass the filters; values of one filter are alternatives, different filters narrow each other:

  python -m pipeline export --format csv -o events.csv
  python -m pipeline export --format json --actor "Example Party" --from 2021-01-01 --to 2021-12-31 -o part.json
  python -m pipeline export --format csv --status planned --status postponed | head
"""
SCORE = """
compares the program's answers with articles that were annotated by hand, and prints precision and recall:

  python -m pipeline score my-gold/

The folder may hold texts with marked dates ([[3 May 2021|2021-05-03|2021-05-03]] in a .txt whose first line is
"# given 2021-05-06" or "# infer 2021-05-06 day"), texts with names and speakers in a .json beside them, and stories
with a gold.json. CONTRIBUTING.md shows each, under "Add gold of your own".
"""


def make_parser(commands: dict[str, Command]) -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` of its result is the function to call."""
    parser = argparse.ArgumentParser(prog="python -m pipeline", description=ABOUT, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
    adder = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def add(name: str, about: str, more: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = adder.add_parser(
            name, help=about, description=f"{about}.\n{more}", formatter_class=argparse.RawDescriptionHelpFormatter
        )
        added.set_defaults(command=commands[name])
        return added

    _for_build(add("build", "articles in, a new generation of tables out", BUILD))
    _for_annotate(add("annotate", "JSON lines of articles in, annotations out", ANNOTATE))
    _for_explain(add("explain", "why an event or an article says what it says", EXPLAIN))
    _for_export(add("export", "the events in a format for other programs", EXPORT))
    add("score", "precision and recall against annotated articles", SCORE).add_argument("gold", type=Path, metavar="GOLD_DIR")
    return parser


def _for_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="file or folder of articles")
    parser.add_argument("--add", action="store_true", help="keep the corpus and add the PATHs")
    parser.add_argument("--remove", action="append", default=[], metavar="ARTICLE", help="keep the corpus without this article (name or id)")
    parser.add_argument("--workers", type=_count, default=1, metavar="N", help="processes (default 1)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="Dask scheduler, instead of processes of this machine")
    _add_data(parser)


def _for_annotate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--together", action="store_true", help="read all first and let the articles inform each other, as build does")


def _for_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wanted", metavar="EVENT_ID|ARTICLE", help="id of an event, or name or id of an article")
    _add_data(parser)


def _for_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS, required=True)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write (default standard output)")
    _add_data(parser)
    filters = parser.add_argument_group("filters")
    filters.add_argument("--text", default="", help="every word stands in the title, quote, date words or an actor")
    for option, dest, about in (
        ("--actor", "actors", "who acts, is acted on or speaks"),
        ("--organisation", "organisations", "an organisation that is named"),
        ("--country", "countries", "name or ISO 3166 code"),
        ("--article", "articles", "name or id of an article"),
        ("--outlet", "outlets", "who published it"),
        ("--precision", "precisions", "day, week, month, quarter, season, half, year, decade, century, interval"),
    ):
        filters.add_argument(option, dest=dest, action="append", default=[], metavar="NAME", help=about)
    filters.add_argument("--type", dest="types", action="append", default=[], type=str.upper, choices=EVENT_TYPES, metavar="TYPE", help=", ".join(EVENT_TYPES))
    filters.add_argument("--status", dest="statuses", action="append", default=[], choices=STATUSES, metavar="STATUS", help=", ".join(STATUSES))
    filters.add_argument("--together", action="store_true", help="all --actor in one event, instead of any of them")
    filters.add_argument("--from", dest="date_from", type=_day, metavar="DAY", help="not before this day (2021-10-27)")
    filters.add_argument("--to", dest="date_to", type=_day, metavar="DAY", help="not after this day")
    filters.add_argument("--must", action="store_true", help="lies inside these days for certain; otherwise it may")
    filters.add_argument("--certainty", type=_share, default=0.0, metavar="SHARE", help="least confidence, from 0 to 1")
    filters.add_argument("--conflicts", action="store_true", help="only events whose date or details are contradicted")
    filters.add_argument("--dated", dest="reported", action="store_false", help="without events that only the publication dates")


def filters_of(options: argparse.Namespace) -> Filters:
    """The filters that an `export` was called with."""
    values: dict[str, Any] = {name: getattr(options, name) for name in Filters.__dataclass_fields__}
    values |= {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return Filters(**values)


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help=f"folder of the tables (default {DATA}/)")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r}; wanted a number from 1")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r}; wanted a day as 2021-10-27") from error


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r}; wanted a number from 0 to 1")
    return share
