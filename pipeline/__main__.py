"""The command line: python -m pipeline COMMAND."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb

from pipeline.annotate import annotate_stream, annotate_together
from pipeline.arguments import filters_of, make_parser
from pipeline.cluster import build
from pipeline.engine import collect_seldom
from pipeline.errors import InputError, PipelineError, StoreError
from pipeline.explain import explain
from pipeline.export.formats import FORMATS
from pipeline.query import connect
from pipeline.score import score
from pipeline.seeds import ARTICLES, read_seeds
from pipeline.store import current

BROKEN_PIPE = 141  # what a shell reports for a program that lost its reader
INTERRUPTED = 130
NOISY = ("trafilatura", "pypdf", "distributed", "charset_normalizer")  # they log what the errors here say better


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 all went well, 1 something could not be read or written, 2 wrong usage."""
    options = make_parser({"build": _build, "annotate": _annotate, "explain": _explain, "export": _export, "score": _score}).parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    for library in NOISY:
        logging.getLogger(library).setLevel(logging.CRITICAL)
    try:
        status = command(options)
        sys.stdout.flush()
        return status
    except PipelineError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the flush at exit must not fail again
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


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
    counts = ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((report.n_articles, "article"), (report.n_events, "event")))
    print(f"{counts}, build {report.build_id} in {options.data}", file=sys.stderr)
    return 1 if report.errors else 0


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {total} articles", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _annotate(options: argparse.Namespace) -> int:
    answer_all = annotate_together if options.together else annotate_stream
    failures = 0
    for answer in answer_all(sys.stdin.buffer, read_seeds()):
        failures += "error" in answer
        print(json.dumps(answer), flush=True)
    return 1 if failures else 0


def _explain(options: argparse.Namespace) -> int:
    for line in explain(_connect(options.data), options.wanted):
        print(line)
    return 0


def _export(options: argparse.Namespace) -> int:
    write = FORMATS[options.format]
    con = _connect(options.data)
    if not options.output:
        write(con, filters_of(options), sys.stdout.buffer)
        return 0
    try:
        with options.output.open("wb") as stream:
            write(con, filters_of(options), stream)
    except OSError as error:
        raise StoreError(f"{options.output}: cannot be written ({error.strerror})") from error
    return 0


def _score(options: argparse.Namespace) -> int:
    if not options.gold.is_dir():
        raise InputError(f"{options.gold}: no such folder; wanted one of annotated articles")
    print(score(options.gold))
    return 0


def _connect(data: Path) -> duckdb.DuckDBPyConnection:
    """The current tables. StoreError when there are none yet."""
    generation = current(data)
    if not generation:
        raise StoreError(f"{data}: no tables there; wanted those of `python -m pipeline build`, or another folder with --data")
    return connect(generation)


if __name__ == "__main__":
    collect_seldom()
    sys.exit(main())
