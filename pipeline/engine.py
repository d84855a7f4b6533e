"""Where jobs run: in this process, on a pool of processes, or on a Dask cluster. The results lie on disk."""

from __future__ import annotations

import atexit
import gc
import itertools
import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, NamedTuple, Protocol

from pipeline.errors import StoreError

AHEAD = 2  # jobs handed out for each worker; more would only wait in memory
FAILURES_ALLOWED = 5  # workers that may die under one job, as Dask counts them
RECORDS_BETWEEN_COLLECTIONS = 100_000  # records hold no cycles: a tenth of the time would go into looking for some


def collect_seldom() -> None:
    """For processes that do nothing else than work on articles."""
    gc.freeze()
    atexit.register(gc.unfreeze)  # libraries in C++ take what is still frozen at the end for a leak, and say so
    gc.set_threshold(RECORDS_BETWEEN_COLLECTIONS)


class Job(NamedTuple):
    """A function that a worker can import, and its arguments; it returns how many articles it did."""

    function: Callable[..., int]
    arguments: tuple[Any, ...]


class Engine(Protocol):
    def __call__(self, jobs: Iterable[Job]) -> Iterator[int]: ...


def in_process(jobs: Iterable[Job]) -> Iterator[int]:
    for job in jobs:
        yield job.function(*job.arguments)


def on_pool(workers: int) -> Engine:
    """As many processes, started afresh: a fork would copy the threads of a server that builds."""

    def run(jobs: Iterable[Job]) -> Iterator[int]:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), collect_seldom) as pool:
            try:
                yield from _windowed(lambda job: pool.submit(job.function, *job.arguments), iter(jobs), workers)
            except BrokenProcessPool as error:
                raise StoreError(f"a worker process was ended from outside ({error}); run the same build again: what is done is kept") from error

    return run


def _windowed(submit: Callable[[Job], Future[int]], jobs: Iterator[Job], workers: int) -> Iterator[int]:
    """Results as they come, with never more than a few jobs handed out."""
    running = {submit(job) for job in itertools.islice(jobs, AHEAD * workers)}
    while running:
        done, running = wait(running, return_when=FIRST_COMPLETED)
        running |= {submit(job) for job in itertools.islice(jobs, len(done))}
        yield from (future.result() for future in done)


def on_dask(address: str) -> Engine:
    """A Dask cluster whose workers see the same data folder. StoreError when it cannot be had."""

    def run(jobs: Iterable[Job]) -> Iterator[int]:
        with _client(address) as client:
            waiting = iter(jobs)
            workers = max(1, len(client.scheduler_info()["workers"]))
            first = [_submit(client, job) for job in itertools.islice(waiting, AHEAD * workers)]
            futures: Any = _completed(client, first) if first else ()
            for future in futures:
                futures.update([_submit(client, job) for job in itertools.islice(waiting, 1)])
                yield future.result()

    return run


def _submit(client: Any, job: Job) -> Any:
    return client.submit(job.function, *job.arguments, pure=False, retries=FAILURES_ALLOWED)


def _completed(client: Any, futures: list[Any]) -> Any:
    from distributed import as_completed  # only a cluster needs it

    return as_completed(futures, loop=client.loop)  # type: ignore[no-untyped-call]


def _client(address: str) -> Any:
    try:
        from distributed import Client  # only a cluster needs it
    except ImportError as error:
        raise StoreError("--scheduler: Dask is not installed; wanted the packages of requirements-cluster.txt") from error
    try:
        return Client(address, timeout="10s", set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise StoreError(f"--scheduler {address}: no Dask scheduler answers there ({error}); wanted an address as tcp://host:8786") from error


def engine_for(workers: int, scheduler: str | None) -> Engine:
    if scheduler:
        return on_dask(scheduler)
    return on_pool(workers) if workers > 1 else in_process
