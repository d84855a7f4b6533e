"""Files of every format become articles; a broken one is named with the reason, and the rest is read."""

from __future__ import annotations

import io
import json
import logging
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.ingest import limits
from pipeline.ingest.formats import READERS, read_stream
from pipeline.ingest.html import plain_text
from pipeline.ingest.paths import read_paths
from pipeline.ingest.published import read_metadata
from pipeline.model import Source

STORY = "The harbour council voted on Tuesday to rebuild the old northern pier. Work begins in the spring, the mayor said after the session."
PAGE = f"""<html><head><title>Pier to rise again | Harbour Post</title><meta property="og:site_name" content="Harbour Post">
<meta property="og:title" content="Pier to rise again"><link rel="canonical" href="https://example.org/pier">{{meta}}</head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Pier to rise again</h1>{{inside}}
<p>{STORY}</p><p>{STORY.replace("northern", "southern")}</p></article><footer>All rights reserved</footer></body></html>"""


def read(name: str, data: bytes) -> list[Source | InputError]:
    return list(read_stream(io.BytesIO(data), name))


def one(name: str, data: bytes) -> Source:
    (source,) = read(name, data)
    assert isinstance(source, Source), source
    return source


def error(name: str, data: bytes) -> str:
    (found,) = read(name, data)
    assert isinstance(found, InputError)
    return str(found)


def pdf(words: str) -> bytes:
    """A page with one line of text."""
    stream = f"BT /F1 12 Tf 40 700 Td ({words}) Tj ET".encode()
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Root 1 0 R /Size 6 >>\nstartxref\n%d\n%%%%EOF" % (table, len(data))


def word(*paragraphs: str) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def archive(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return file.getvalue()


def feed(items: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>{items}</channel></rss>'.encode()


def test_text_is_kept_to_the_last_character() -> None:
    text = "First line\r\n\r\n  second “line”\t\n"
    assert one("a.txt", text.encode()).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252", "latin-1"])
def test_other_encodings_are_read_too(encoding: str, caplog: pytest.LogCaptureFixture) -> None:
    text = (
        "Près de l’église, la mairie a décidé : les travaux de l'été commenceront à Noël."
        if encoding != "latin-1"
        else "Le café est fermé à midi, où êtes-vous allé ?"
    )
    with caplog.at_level(logging.WARNING):
        assert one("a.txt", text.encode(encoding)).text == text
    assert ("not UTF-8" in caplog.text) == (encoding in ("windows-1252", "latin-1"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.txt", b"\x7fELF\x02\x01\x00\x00" * 9, "binary"),
        ("a.txt", b"x" * (limits.MAX_TEXT + 1), "4,194,304"),
        ("a.png", b"\x89PNG", "not read"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", b"{broken\n", "broken JSON"),
        ("a.jsonl", b'{"id": "a", "text": "' + b"x" * limits.MAX_TEXT + b'"}\n', "4,194,304"),
        ("a.html", b"", "no HTML"),
        ("a.html", b"<html><body></body></html>", "empty"),
        ("a.pdf", b"", "no readable PDF"),
        ("a.pdf", b"%PDF-1.4 and then nothing", "no readable PDF"),
        ("a.pdf", pdf(""), "text layer"),
        ("a.docx", b"PK\x03\x04 cut off", "no readable Word"),
        ("a.docx", archive({"x": b"y"}), "no readable Word"),
        ("a.csv", b"colour,shape\nred,round\n", "wanted one called text"),
        ("a.xml", b"<letter>hello</letter>", "no feed"),
        ("a.rss", b'<!DOCTYPE x [<!ENTITY a "b">]>' + feed(""), "entities"),
        ("a.rss", feed(""), "empty"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_gives_nothing_is_named_with_what_was_wanted(name: str, data: bytes, said: str) -> None:
    message = error(name, data)
    assert message.startswith(name) and said in message and "wanted" in message


def test_a_broken_line_is_named_by_its_number_and_the_others_are_read() -> None:
    lines = [json.dumps({"id": n, "text": STORY}) for n in "abc"]
    lines[1] = "{broken"
    first, broken, last = read("more.jsonl", "\n".join(lines).encode())
    assert isinstance(first, Source) and isinstance(last, Source) and (first.name, last.name) == ("a", "c")
    assert str(broken).startswith("more.jsonl:2: ")


def test_lines_without_an_id_go_by_file_and_line() -> None:
    assert one("more.jsonl", json.dumps({"text": STORY}).encode()).name == "more.jsonl:1"


def test_a_page_gives_its_article_and_what_it_says_about_itself() -> None:
    source = one("pier.html", PAGE.format(meta="", inside="").encode())
    assert STORY in source.text and "Sport" not in source.text and "rights" not in source.text
    assert (source.title, source.source, source.url) == ("Pier to rise again", "Harbour Post", "https://example.org/pier")
    assert source.published is None


@pytest.mark.parametrize(
    ("meta", "inside", "place"),
    [
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2021-10-27T23:30:00-05:00"}]}</script>', "", "JSON-LD datePublished"),
        ('<meta property="article:published_time" content="2021-10-27T08:00:00Z">', "", "meta article:published_time"),
        ('<meta name="date" content="October 27, 2021">', "", "meta date"),
        ("", '<time datetime="2021-10-27">yesterday</time>', "time"),
        ('<script type="application/ld+json">{broken</script><meta name="pubdate" content="Wed, 27 Oct 2021 08:00:00 GMT">', "", "meta pubdate"),
    ],
    ids=lambda value: value[:40] or "none",
)
def test_the_publication_date_of_a_page_comes_with_its_proof(meta: str, inside: str, place: str) -> None:
    source = one("pier.html", PAGE.format(meta=meta, inside=inside).encode())
    assert (source.published, source.published_basis) == ("2021-10-27", "metadata")
    assert source.published_text and source.published_text.startswith(place)


@pytest.mark.parametrize("value", ["yesterday", "Tuesday", "10:30", "27 October", "05/07/2021", "2021-13-45", "not a date", "now", "2 days ago", ""])
def test_metadata_that_name_no_certain_day_date_nothing(value: str) -> None:
    assert read_metadata(value) is None


def test_a_pdf_gives_its_text_layer() -> None:
    assert one("a.pdf", pdf("The pier opens on 3 May 2021.")).text.strip() == "The pier opens on 3 May 2021."


def test_a_word_file_gives_its_paragraphs_and_its_own_dates_are_not_believed() -> None:
    source = one("a.docx", word("The pier opens.", "Work began in spring."))
    assert (source.text, source.published) == ("The pier opens.\nWork began in spring.", None)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_gives_an_article_a_row(delimiter: str) -> None:
    rows = [["Headline", "Body", "Outlet", "Date"], ["Pier", '"' + STORY + '"', "Post", "27 October 2021"], ["Dock", "Words.", "Post", "soon"]]
    dated, undated = read("a.csv", "\n".join(delimiter.join(r) for r in rows).encode())
    assert isinstance(dated, Source) and isinstance(undated, Source)
    assert (dated.text, dated.title, dated.source, dated.published) == (STORY, "Pier", "Post", "2021-10-27")
    assert (undated.published, undated.name) == (None, "a.csv:3")


def test_a_feed_gives_an_article_an_entry_on_the_day_of_its_own_zone() -> None:
    item = f"""<item><title>Pier</title><link>https://example.org/1</link><guid>g1</guid><pubDate>Wed, 27 Oct 2021 23:30:00 -0500</pubDate>
    <description><![CDATA[<p>{STORY}</p><p>More.</p>]]></description></item>"""
    source = one("news.rss", feed(item))
    assert (source.name, source.url, source.source, source.published) == ("g1", "https://example.org/1", "Harbour Post", "2021-10-27")
    assert source.text == f"{STORY}\nMore."


def test_an_archive_is_read_like_a_folder_and_broken_files_in_it_are_named(tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    file.write_bytes(archive({"a/one.txt": STORY.encode(), "two.txt": b"\x00", "../up.txt": b"Words.", ".hidden": b"x", "in.zip": b"PK"}))
    found = list(read_paths([file]))
    assert len([s for s in found if isinstance(s, Source)]) == 2
    assert {str(e).split(":")[0].rsplit("/", 1)[-1] for e in found if isinstance(e, InputError)} == {"two.txt", "in.zip"}


def test_an_archive_that_would_burst_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bomb.zip"
    file.write_bytes(archive({"zeros.txt": b"0" * 20_000_000}))
    (found,) = read_paths([file])
    assert isinstance(found, InputError) and "times its size" in str(found)


def test_a_folder_without_articles_a_missing_and_an_unreadable_place_are_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    found = [str(e) for e in read_paths([tmp_path / "empty", tmp_path / "missing", tmp_path / "loop"])]
    assert ["without articles" in found[0], "no such file" in found[1], "loop" in found[2]] == [True] * 3


def test_a_folder_reads_the_good_beside_the_bad_and_names_files_from_the_folder_on(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "good.txt").write_text(STORY, encoding="utf-8")
    (folder / "bad.pdf").write_bytes(b"nothing")
    bad, good = read_paths([folder])
    assert isinstance(good, Source) and good.name == "news/deep/good.txt"
    assert str(bad).startswith("news/bad.pdf: ")


def test_a_locked_word_file_is_told_as_one() -> None:
    data = bytearray(word("Words."))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "locked with a password" in str(next(iter(read_stream(io.BytesIO(bytes(data)), "a.docx"))))


def broken_by(damage: Callable[[bytes], bytes]) -> list[tuple[str, bytes]]:
    whole = {"a.pdf": pdf("Words here."), "a.docx": word("Words."), "a.rss": feed("<item><title>x</title></item>"), "a.html": PAGE.encode()}
    return [(name, damage(data)) for name, data in whole.items()]


@pytest.mark.long
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_to_a_file_breaks_the_reader(data: st.DataObject) -> None:
    at, new = data.draw(st.floats(0, 1)), data.draw(st.binary(max_size=6))
    for name, damaged in broken_by(lambda d: d[: int(at * len(d))] + new + d[int(at * len(d)) + len(new) :]):
        assert all(isinstance(found, Source | InputError) for found in read_stream(io.BytesIO(damaged), name))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(sorted(READERS)))
def test_any_bytes_in_any_format_are_an_article_or_a_reason(data: bytes, suffix: str) -> None:
    assert all(isinstance(found, Source | InputError) for found in read_stream(io.BytesIO(data), f"x{suffix}"))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="<>/!-&; apbr\n'\"", max_size=60))
def test_pieces_of_markup_become_text_whatever_they_are(piece: str) -> None:
    assert isinstance(plain_text(piece), str)
