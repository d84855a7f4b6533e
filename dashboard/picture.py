"""A Plotly figure as a picture: drawn by a browser in a process of its own, which is ended when it takes too long.

python -m dashboard.picture png < figure.json > figure.png
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import plotly.graph_objects as go

ROOT = Path(__file__).parent.parent
LIMIT = 60  # seconds; a picture takes 4 to 6 on two cores
WIDTH = 1600  # pixels
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def find_browser() -> str | None:
    asked = os.environ.get("BROWSER_PATH")
    return asked or next((found for found in map(shutil.which, BROWSERS) if found), None)


def draw(figure: go.Figure, form: str, *, limit: float = LIMIT) -> bytes:
    """The figure as "png", "svg" or "html". Raises OSError that says what is missing or that it took too long."""
    if form == "html":
        return str(figure.to_html(include_plotlyjs=True)).encode()
    browser = find_browser()
    if browser is None:
        raise FileNotFoundError("A picture is drawn by Chromium or Chrome, and neither is installed on the computer that runs Dateline.")
    command = [sys.executable, "-m", "dashboard.picture", form]
    pipe, env = subprocess.PIPE, {**os.environ, "BROWSER_PATH": browser}
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True, cwd=ROOT, env=env) as child:
        try:
            drawn, complaint = child.communicate(figure.to_json().encode(), timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)  # with the browser that it started
            raise TimeoutError(f"The picture was not ready after {limit:.0f} seconds. The page (HTML) needs no browser to be made.") from None
    if child.returncode or not drawn:
        raise ChildProcessError(complaint.decode(errors="replace").strip()[-400:] or "The browser drew nothing.")
    return bytes(drawn)


def _draw_here(form: str) -> None:
    """In the process of its own."""
    import kaleido  # type: ignore[import-untyped]  # slow to import, and not needed for anything else

    figure = json.load(sys.stdin)
    size = {"format": form, "width": WIDTH, "height": figure["layout"].get("height", 900), "scale": 2 if form == "png" else 1}
    sys.stdout.buffer.write(kaleido.calc_fig_sync(figure, opts=size))


if __name__ == "__main__":
    _draw_here(sys.argv[1])
