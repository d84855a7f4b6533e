"""New articles: pasted, or dropped as files or a folder."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import streamlit as st

from dashboard import queries, session
from dashboard.marked import element
from dashboard.words import number
from pipeline import cluster
from pipeline.errors import PipelineError
from pipeline.query import ANYTHING

FOLDER = "added"  # in which files stand while they are read; their names begin with it
NAME_ROOM = 60  # characters of a title that name a pasted article


def main() -> None:
    session.other_page("add")
    st.html(
        element("h1", "Add articles", "headline")
        + element("p", "They stay on this computer. Their events join the timeline; the corrections you made are kept.", "quiet")
    )
    paste, files, folder = st.tabs(["Paste text", "Files", "Folder"])
    with paste:
        _draw_paste()
    with files:
        _draw_files("Drop files here", "files", accept_multiple_files=True)
    with folder:
        _draw_files("Choose a folder", "folder", accept_multiple_files="directory")
    _draw_report()


def _draw_paste() -> None:
    with st.form("paste", border=False):
        text = st.text_area("Text of the article", height=220, placeholder="Paste the whole article here, with its headline and dateline if it has them.")
        left, middle, right = st.columns(3)
        title = left.text_input("Title", placeholder="Optional")
        source = middle.text_input("Outlet", placeholder="Optional")
        published: Any = right.date_input(
            "Published", value=None, min_value=date(1, 1, 1), max_value=date(9999, 12, 31), format="YYYY-MM-DD", help="Leave empty when you do not know."
        )
        if not st.form_submit_button("Read this article", type="primary", icon=":material/play_arrow:"):
            return
    if not text.strip():
        st.warning("Paste the text of an article first.", icon=":material/edit_note:")
        return
    first_line = (title or text.strip().splitlines()[0])[:NAME_ROOM]
    row = {
        "id": first_line,
        "text": text,
        "title": title or None,
        "source": source or None,
        "published": published.isoformat() if published else None,
    }
    with _kept({"pasted.jsonl": json.dumps(row, ensure_ascii=False).encode()}) as paths:
        _build(paths)


def _draw_files(label: str, key: str, **options: Any) -> None:
    st.html(element("p", "Text, HTML, PDF, Word, CSV, feeds, zip or JSON lines. Each file is read by itself: a broken one does not stop the rest.", "quiet"))
    uploads = st.file_uploader(label, key=f"add.{key}", **options)
    found = uploads if isinstance(uploads, list) else [uploads] if uploads else []
    if st.button("Read them", key=f"add.{key}.go", type="primary", disabled=not found, icon=":material/play_arrow:"):
        with _kept({u.name: u.getvalue() for u in found}) as paths:
            _build(paths)


@contextmanager
def _kept(files: dict[str, bytes]) -> Iterator[list[Path]]:
    """The files in a folder of their own, while they are read. No name leaves it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / FOLDER
        for name, data in files.items():
            parts = [p for p in PurePosixPath(name.replace("\\", "/")).parts if p not in ("/", "..", ".")]
            path = root.joinpath(*parts or ["unnamed.txt"])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        yield [root]


def _build(paths: Sequence[Path]) -> None:
    con, _ = session.open_tables()
    before = queries.count_events(con, ANYTHING)
    bar = st.progress(0.0, "Reading…")

    def show(done: int, total: int) -> None:
        bar.progress(done / max(1, total), f"{done:,} of {total:,} articles read")

    try:
        report = cluster.build(
            paths,
            session.data_folder(),
            add=True,
            on_progress=show,
        )
        st.session_state["add.report"] = (before, [str(e).removeprefix(f"{FOLDER}/") for e in report.errors])
    except PipelineError as error:
        st.session_state["add.report"] = (before, str(error).splitlines())
    st.rerun()


def _draw_report() -> None:
    """What the last addition changed, and what could not be read."""
    if "add.report" not in st.session_state:
        return
    before, errors = st.session_state["add.report"]
    con, _ = session.open_tables()
    now = queries.count_events(con, ANYTHING)
    articles, events = now.all_articles - before.all_articles, now.all_events - before.all_events
    if articles or events:
        st.success(f"{number(articles, 'article')} added, {number(events, 'event')} more on the timeline.", icon=":material/task_alt:")
    elif not errors:
        st.info("These articles were there already. Nothing has changed.", icon=":material/done_all:")
    if now.undated_articles > before.undated_articles:
        st.warning(f"{number(now.undated_articles - before.undated_articles, 'new article')} could not be dated.", icon=":material/event_busy:")
    if errors:
        st.error(f"{number(len(errors), 'file')} could not be read. The rest was.", icon=":material/error:")
        for error in errors[:50]:
            st.text(error)
    with st.container(horizontal=True):
        st.page_link("dashboard/pages/explore.py", label="See the timeline", icon=":material/timeline:")
        st.page_link("dashboard/pages/review.py", label="Review what is uncertain", icon=":material/rule:")


main()
