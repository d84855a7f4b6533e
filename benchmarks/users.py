"""Ten people at once on one dashboard: how long each waits for a count, whether anyone sees another's, whether memory stays flat.

    python -m benchmarks.users [EVENTS 100000] [USERS 10] [INTERACTIONS 500]

Each user is a session of its own that speaks to the server as the browser does, so that no browser takes the processor
away. A user looks at a view for three seconds, then at another of their own; what the server shows is compared with a count
asked of the tables directly.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from benchmarks.dashboard import memory_of, serve
from benchmarks.synthetic import make_generation
from dashboard.queries import ask
from dashboard.url import from_params
from pipeline.query import connect_folder, where

PAUSE = 3.0  # seconds that a user looks at a view
PATIENCE = 60  # seconds
COUNT = re.compile(r'data-count="(\d+)"')
Params = dict[str, list[str]]


@dataclass(slots=True)
class Diary:
    """What all users saw."""

    waits: list[float] = field(default_factory=list)  # seconds from a choice to its count
    wrong: list[str] = field(default_factory=list)
    memory: list[tuple[int, float]] = field(default_factory=list)  # after how many interactions, MB
    lock: threading.Lock = field(default_factory=threading.Lock)


def make_views(folder: Path, users: int) -> list[list[tuple[Params, int]]]:
    """For each user some views that no other has, with the number of events in them."""
    con = connect_folder(folder)
    actors = [name for (name,) in ask(con, "SELECT name FROM people JOIN links USING (a) GROUP BY name ORDER BY count(*) DESC, name LIMIT ?", [3 * users])]
    types = [t for (t,) in ask(con, "SELECT DISTINCT event_type FROM events ORDER BY ALL")]
    views = []
    for k in range(users):
        own: list[Params] = [{"actor": [name]} for name in actors[k::users]]
        own += [{"type": [types[k % len(types)]], "certainty": [f"{0.5 + k / 100}"]}, {"q": [actors[k].split()[0]], "type": [types[-1 - k % len(types)]]}]
        views.append([(params, _count(con, params)) for params in own])
    return views


def _count(con: object, params: Params) -> int:
    sql, values = where(from_params(params)[0])
    return int(ask(con, f"SELECT count(*) FROM events e WHERE {sql}", values)[0][0])  # type: ignore[arg-type]


def look(socket: ClientConnection, params: Params) -> Iterator[tuple[float, int | None]]:
    """Asks for a view: seconds and the count when it comes, then the end of the answer."""
    message = BackMsg()
    message.rerun_script.query_string = urlencode(params, doseq=True)
    began = time.perf_counter()
    socket.send(message.SerializeToString())
    while True:
        answer = ForwardMsg.FromString(bytes(socket.recv(timeout=PATIENCE)))  # type: ignore[arg-type]
        if answer.WhichOneof("type") == "script_finished":
            yield time.perf_counter() - began, None
            return
        found = COUNT.search(answer.delta.new_element.html.body) if answer.WhichOneof("type") == "delta" else None
        if found:
            yield time.perf_counter() - began, int(found[1])


def use(port: int, pid: int, views: list[tuple[Params, int]], times: int, diary: Diary, seed: int) -> None:
    """One user: opens the page, then goes from view to view."""
    choose = random.Random(seed)
    with connect(f"ws://localhost:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
        list(look(socket, {}))
        for _ in range(times):
            time.sleep(PAUSE * choose.uniform(0.5, 1.5))
            params, expected = choose.choice(views)
            shown = list(look(socket, params))
            counts = [(wait, count) for wait, count in shown if count is not None]
            with diary.lock:
                diary.waits.append(counts[0][0] if counts else PATIENCE)
                if [count for _, count in counts] != [expected]:
                    diary.wrong.append(f"{params}: {counts} instead of {expected}")
                if len(diary.waits) % 100 == 0:
                    diary.memory.append((len(diary.waits), memory_of(pid)))


def main(events: int = 100_000, users: int = 10, interactions: int = 500) -> None:
    with tempfile.TemporaryDirectory() as data:
        views, diary = make_views(make_generation(events, Path(data)), users), Diary()
        port, server = serve(Path(data))
        try:
            with ThreadPoolExecutor(users) as crowd:
                for done in [crowd.submit(use, port, server.pid, own, interactions // users, diary, k) for k, own in enumerate(views)]:
                    done.result()
        finally:
            server.terminate()
            server.wait(20)
    ordered = sorted(diary.waits)
    print(f"{users} users, {events:,} events, {len(ordered)} choices")
    late = ordered[int(len(ordered) * 0.95) - 1]
    print(f"choice to count: median {statistics.median(ordered):.2f} s, 95 of 100 within {late:.2f} s, longest {ordered[-1]:.2f} s")
    print(f"counts that were not the user's own: {len(diary.wrong)}", *diary.wrong[:5], sep="\n  ")
    print("memory of the server:", ", ".join(f"{mb:.0f} MB after {n}" for n, mb in diary.memory))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
