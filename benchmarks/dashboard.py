"""How quick the dashboard is in real Chromium, at 1,000, 100,000 and 1,000,000 made-up events.

    python -m benchmarks.dashboard [1000 100000 1000000]

Medians of five; the zoom is the longest frame in twenty turns of the wheel. The server runs on this machine, beside the browser.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.synthetic import make_generation

TIMES = 5
ROOT = Path(__file__).resolve().parent.parent
ZOOM = """async () => {
  const root = document.querySelectorAll('*');
  let frames = [], last = performance.now(), on = true;
  const tick = (t) => { frames.push(t - last); last = t; if (on) requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
  await new Promise((r) => setTimeout(r, 1600));
  on = false;
  return Math.max(...frames.slice(2));
}"""


class Figures(NamedTuple):
    events: int
    first_page: float  # s, server cold
    page: float  # s, server warm, in a browser that has never been there: nothing of it is cached
    reload: float  # s, the same in a browser that has
    filter: float  # ms
    detail: float  # ms
    zoom: float  # ms
    payload: float  # MB
    csv: float  # s
    memory: float  # MB of the server
    memory_after: float  # MB, with the CSV file that waits there to be fetched again


def measure(count: int, browser: Browser) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        make_generation(count, Path(folder))
        port, server = serve(Path(folder))
        try:
            return _measure(count, browser, f"http://localhost:{port}/", server.pid)
        finally:
            server.terminate()
            server.wait(20)


def serve(data: Path) -> tuple[int, subprocess.Popen[bytes]]:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "DATELINE_DATA": str(data)}, **quiet)  # type: ignore[call-overload]
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=2):
                break
        except OSError:
            time.sleep(0.2)
    return port, server


def _measure(count: int, browser: Browser, url: str, pid: int) -> Figures:
    first_page = _timed(lambda: _open(browser, url).context.close())
    pages = [_timed(lambda: _open(browser, url).context.close()) for _ in range(TIMES)]
    received: list[bytes] = []
    page = browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True).new_page()
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: received.append(bytes(data))))
    _load(page, url)
    reloads = [_timed(lambda: _load(page, url)) for _ in range(TIMES)]
    payload = max(len(data) for data in received if b"dateline_timeline" in data) / 1e6
    zoom = statistics.median(_zoom(page) for _ in range(3))
    page.get_by_role("button", name="Show all", exact=True).click()
    page.wait_for_timeout(1500)
    filters = [_filter(page, k) for k in range(TIMES)]
    details = [_detail(page, k) for k in range(TIMES)]
    page.goto(url)
    _drawn(page)
    memory = memory_of(pid)
    csv = _timed(lambda: _download(page))
    page.context.close()
    middle = statistics.median
    return Figures(count, first_page, middle(pages), middle(reloads), middle(filters), middle(details), zoom, payload, csv, memory, memory_of(pid))


def _timed(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _open(browser: Browser, url: str) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True).new_page()
    _load(page, url)
    return page


def _load(page: Page, url: str) -> None:
    page.set_default_timeout(120_000)
    page.goto(url)
    _drawn(page)


def _drawn(page: Page) -> None:
    page.wait_for_selector('.timeline[data-draw]:not([data-draw=""])')


def _filter(page: Page, k: int) -> float:
    """From the click on a type to another count."""
    before = page.locator("h1.headline").get_attribute("data-count")
    name = re.compile(f"^{('Meeting', 'Statement', 'Attack', 'Accusation', 'Agreement')[k % 5]}.* [0-9,]+$")
    box = page.get_by_test_id("stSidebar").get_by_role("checkbox", name=name)
    page.wait_for_timeout(800)
    began = time.perf_counter()
    box.click()
    page.wait_for_function("(b) => document.querySelector('h1.headline').dataset.count !== b", arg=before)
    return (time.perf_counter() - began) * 1000


def _detail(page: Page, k: int) -> float:
    """From the click on a row of the table to its card."""
    page.wait_for_timeout(1200)
    row = page.locator(".rows tbody tr").nth(k)
    event, cell = row.get_attribute("data-event"), row.locator("td.when")
    cell.scroll_into_view_if_needed()
    began = time.perf_counter()
    cell.click()
    page.wait_for_selector(f'.card[data-event="{event}"]')
    return (time.perf_counter() - began) * 1000


def _zoom(page: Page) -> float:
    box = page.locator(".timeline .lanes").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 60)
    page.evaluate("(code) => { window.longest = eval(code)(); }", f"({ZOOM})")
    for k in range(20):
        page.mouse.wheel(0, -60 if k < 10 else 60)
        page.wait_for_timeout(50)
    return float(page.evaluate("async () => await window.longest"))


def _download(page: Page) -> None:
    with page.expect_download(timeout=120_000) as download:
        page.get_by_test_id("stDownloadButton").get_by_role("button").first.click()
    download.value.path()


def memory_of(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1000
    return 0.0


if __name__ == "__main__":
    counts = [int(a) for a in sys.argv[1:]] or [1_000, 100_000, 1_000_000]
    found = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
    heads = ("events", "cold s", "page s", "again s", "filter ms", "detail ms", "zoom ms", "payload MB", "csv s", "server MB", "with csv")
    print(" ".join(f"{h:>10}" for h in heads))
    with sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        for number in counts:
            found_here = measure(number, chromium)
            print(" ".join(f"{v:>10,.{0 if v >= 10 else 2}f}" for v in found_here), flush=True)
        chromium.close()
