"""A running dashboard, and what a user's hands do on it in real Chromium. A busy machine is slow, not wrong: all waits are long."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60_000  # milliseconds
expect.set_options(timeout=PATIENCE)


@contextmanager
def serving(data: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "DATELINE_DATA": str(data)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://localhost:{port}/_stcore/health")
        yield f"http://localhost:{port}/"
    finally:
        _stop(server)


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        server.kill()


def _wait_for(url: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    raise TimeoutError(url)


@contextmanager
def opened(browser: Browser, width: int = 1440, height: int = 1000, **options: Any) -> Iterator[Page]:
    """A page of a browser that nobody has used, patient."""
    context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True, **options)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def settle(page: Page) -> None:
    """Waits until the page has done what it was asked."""
    page.wait_for_timeout(250)
    page.wait_for_function(
        """() => !document.querySelector('[data-testid="stApp"]')?.matches('[data-test-script-state="running"]')
                 && !document.querySelector('[data-testid="stSkeleton"]')"""
    )
    page.wait_for_timeout(150)


def quiet(page: Page) -> None:
    """Waits until nothing on the page moves: a fading element has no contrast of its own."""
    page.wait_for_function("() => document.getAnimations().every((a) => a.playState !== 'running' || a.effect.getTiming().iterations === Infinity)")


def visit(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_selector("h1.headline, [data-testid=stSelectbox]")
    settle(page)


def fits(page: Page) -> bool:
    """Whether nothing makes the page wider than its window."""
    return bool(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth + 1"))


def count(page: Page) -> int:
    return int(page.locator("h1.headline").get_attribute("data-count") or "-1")


def seen(page: Page) -> list[str]:
    return page.locator(".timeline .seen li").all_text_contents()


def choose(page: Page, label: str, words: str) -> None:
    """Takes the first value that is offered for `words` in a box that holds several."""
    box = page.get_by_role("combobox", name=re.compile(label))
    box.click()
    box.type(words)
    page.get_by_role("option").filter(has_text=words).first.click()
    page.keyboard.press("Escape")
    settle(page)


def narrow(page: Page, facet: str, words: str) -> int:
    """Ticks a value in the sidebar; the number of events then."""
    before = str(count(page))
    section = page.locator(".choices details").filter(has=page.get_by_text(facet, exact=True))
    section.get_by_role("button", name=re.compile("^Show")).click()
    section.get_by_role("checkbox", name=re.compile(words)).first.click()
    expect(page.locator("h1.headline")).not_to_have_attribute("data-count", before)
    settle(page)
    return count(page)


def open_mark(page: Page, place: int = 0) -> None:
    page.wait_for_selector('.timeline[data-ready]:not([data-ready=""])')
    mark = page.locator(".timeline .seen li").nth(place)
    x, y = (float(mark.get_attribute(f"data-{axis}") or 0) for axis in "xy")
    page.locator(".timeline .lanes").click(position={"x": x, "y": y})
    page.wait_for_selector(".card h3")
    page.wait_for_url(re.compile("event="))
    settle(page)
