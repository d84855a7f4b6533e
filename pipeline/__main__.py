"""The command line: python -m pipeline COMMAND."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from pipeline.annotate import annotate_stream, annotate_together
from pipeline.cluster import build
from pipeline.errors import PipelineError
from pipeline.seeds import ARTICLES, read_seeds
from pipeline.store import DATA

BROKEN_PIPE = 141  # what a shell reports for a program that lost its reader
INTERRUPTED = 130

ABOUT = """Articles in, a table of dated events out; every date, actor and event can be traced to the words that gave it."""
ANNOTATE = """
reads one JSON object a line on standard input and writes one a line on standard output, in the same order:

  echo '{"id": "a1", "text": "Talks opened on 3 May.", "published": "2024-05-06"}' | python -m pipeline annotate

in:   id, text; and if known: published (a day, 2021-06, 2021, a timestamp or null), title, source, url
out:  id, published, timexes, mentions, events; offsets count the characters of text, the end is excluded

A line that cannot be read gives {"id", "error"}; the rest goes on, and the exit status is 1 at the end.
"""


BUILD = """
makes the tables anew from files and folders; without PATH from the articles in seeds/:

  python -m pipeline build my-articles/ more.jsonl
  python -m pipeline build --add today.jsonl          the corpus, and these
  python -m pipeline build --remove my-articles/3.txt the corpus without this one
  python -m pipeline build big/ --workers 8           on eight processes of this machine
  python -m pipeline build big/ --scheduler tcp://host:8786   on a Dask cluster that sees the same --data folder

JSON lines have the fields of `annotate`; there id (else file and line) is what exports call the article. Only what
changed is worked out again. A file that cannot be read is named on standard error, the rest goes on, and the exit
status is 1 at the end. A build that is cut short leaves the tables as they were; run it again and it goes on.
"""


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 all was read, 1 something could not be, 2 the command itself is wrong."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except PipelineError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the flush at exit must not fail again
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipeline", description=ABOUT)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    annotate = _add(commands, "annotate", _annotate, "JSON lines of articles in, annotations out", ANNOTATE)
    annotate.add_argument("--together", action="store_true", help="read all first and let the articles inform each other, as build does")
    build = _add(commands, "build", _build, "articles in, a new generation of tables out", BUILD)
    build.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="file or folder of articles")
    build.add_argument("--add", action="store_true", help="keep the corpus and add the PATHs")
    build.add_argument("--remove", action="append", default=[], metavar="ARTICLE", help="keep the corpus without this article (name or id)")
    build.add_argument("--workers", type=_count, default=1, metavar="N", help="processes (default 1)")
    build.add_argument("--scheduler", metavar="ADDRESS", help="Dask scheduler, instead of processes of this machine")
    _add_data(build)
    return parser


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help=f"folder of the tables (default {DATA}/)")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r}; wanted a number from 1")
    return int(text)


def _add(commands: argparse._SubParsersAction, name: str, command: Callable, about: str, more: str) -> argparse.ArgumentParser:  # type: ignore[type-arg]
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=about, description=about + "." + more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.set_defaults(command=command)
    return parser


def _annotate(options: argparse.Namespace) -> int:
    answer_all = annotate_together if options.together else annotate_stream
    failures = 0
    for answer in answer_all(sys.stdin.buffer, read_seeds()):
        failures += "error" in answer
        print(json.dumps(answer), flush=True)
    return 1 if failures else 0


def _build(options: argparse.Namespace) -> int:
    changing = options.add or options.remove
    report = build(
        options.paths or ([] if changing else [ARTICLES]),
        options.data,
        add=options.add,
        remove=options.remove,
        workers=options.workers,
        scheduler=options.scheduler,
        on_progress=_show_progress,
    )
    for error in report.errors:
        print(f"error: {error}", file=sys.stderr)
    print(f"{report.n_articles} articles, {report.n_events} events, build {report.build_id} in {options.data}", file=sys.stderr)
    return 1 if report.errors else 0


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {total} articles", end="\n" if done == total else "", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
