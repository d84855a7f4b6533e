"""Take the events away: every format, of everything or of what Explore shows, with a look at it first."""

from __future__ import annotations

import duckdb
import streamlit as st

from dashboard import queries, session
from dashboard.marked import element
from dashboard.pictures import draw_pictures
from dashboard.words import number
from pipeline.export.formats import FORMATS, export_bytes
from pipeline.query import ANYTHING, Filters, flat_sql, narrow

ABOUT = {
    "csv": ("Spreadsheet (CSV)", "One row for each event. Opens in Excel, LibreOffice, Google Sheets.", "text/csv", "csv"),
    "json": ("Data with all evidence (JSON)", "Articles, events with every passage, actors, contradictions.", "application/json", "json"),
    "parquet": ("Columns for analysis (Parquet)", "For pandas, R, DuckDB.", "application/vnd.apache.parquet", "parquet"),
    "ics": ("Calendar (ICS)", "One entry for each event. Opens in any calendar.", "text/calendar", "ics"),
    "timelinejs": ("TimelineJS", "For publishing as a story on the web.", "application/json", "json"),
    "graphml": ("Network (GraphML)", "Who appears with whom. Opens in Gephi.", "application/xml", "graphml"),
    "timeml": ("Marked-up texts (TimeML)", "The articles with their dates marked, for language research.", "application/xml", "xml"),
    "html": ("Page to print (HTML)", "A chronology to read, print and send.", "text/html", "html"),
}
PREVIEW_EVENTS = 200  # above them no preview of formats that are written whole
PREVIEW_CHARS = 3_000
PREVIEW_ROWS = 20


def main() -> None:
    con, _ = session.open_tables()
    session.other_page("export")
    st.html(element("h1", "Export", "headline"))
    filters = st.session_state.get("filters", ANYTHING)
    if narrow(filters) and not st.toggle("Only the events that Explore shows", value=True, key="export.filtered"):
        filters = ANYTHING
    count = queries.count_events(con, filters).events
    if not count:
        st.info("There is no event to export. Change the filters on Explore, or add articles.", icon=":material/inbox:")
        return
    formats = [f for f in ABOUT if f in FORMATS]
    left, right = st.columns([1, 1.9], gap="large")
    with left:
        chosen = st.radio("Format", formats, format_func=lambda f: ABOUT[f][0], captions=[ABOUT[f][1] for f in formats], key="export.format")
    with right:
        _draw_download(con, chosen, filters, count)
        _preview(con, chosen, filters, count)
    draw_pictures(con, filters)


def _draw_download(con: duckdb.DuckDBPyConnection, chosen: str, filters: Filters, count: int) -> None:
    _, _, mime, suffix = ABOUT[chosen]
    st.download_button(
        f"Download {number(count, 'event')}",
        lambda: export_bytes(con, chosen, filters),
        f"dateline-events.{suffix}",
        mime,
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )


def _preview(con: duckdb.DuckDBPyConnection, name: str, filters: Filters, count: int) -> None:
    st.html(element("h2", "Preview", "part"))
    if name in ("csv", "parquet"):
        sql, params = flat_sql(filters)
        rows = queries.frame(con, f"SELECT * FROM ({sql}) LIMIT {PREVIEW_ROWS}", params)
        st.dataframe(rows.astype("string").fillna(""), hide_index=True, alt="The first events as they stand in the file")
    elif count <= PREVIEW_EVENTS:
        st.code(export_bytes(con, name, filters).decode("utf-8")[:PREVIEW_CHARS], language=None, wrap_lines=True)
    else:
        st.html(element("p", f"The preview shows up to {PREVIEW_EVENTS} events. Narrow the filters on Explore to see one.", "quiet"))


main()
