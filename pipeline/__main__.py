"""The command line: python -m pipeline COMMAND."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable

from pipeline.annotate import annotate_stream, annotate_together
from pipeline.errors import PipelineError
from pipeline.seeds import read_seeds

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
    return parser


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


if __name__ == "__main__":
    sys.exit(main())
