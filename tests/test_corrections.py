"""Corrections on the tables: they show, they survive rebuilds and edits, and undone they leave no trace."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline import corrections, store
from pipeline.cluster import apply_corrections, build
from pipeline.corrections import Correction
from pipeline.model import Actor, Article, Event, EventActor, EventForward, Evidence, Mention, Timex
from pipeline.tables import to_records

ARTICLES = {
    "north.txt": (
        "LISBON, March 4, 2021. The Portuguese government signed an agreement with Norway on March 2, 2021. "
        "On Friday, March 5, 2021, the police in Oslo arrested three men. Norway's prime minister Erna Solberg said the men were armed.\n"
    ),
    "south.txt": (
        "Officials in Nairobi met diplomats from Norway on 10 June 2021. Kenya sent 200 soldiers to the border on 12 June 2021. "
        "Kenya sent 200 more soldiers to the border on 20 July 2021.\n"
    ),
    "undated.txt": "Parliament in Nairobi voted on the new law on Tuesday. The vote was postponed last month.\n",
}


def build_articles(root: Path) -> Path:
    """The tables of ARTICLES, in a folder of their own."""
    (root / "news").mkdir()
    for name, text in ARTICLES.items():
        (root / "news" / name).write_text(text, encoding="utf-8")
    build([root / "news"], root / "data")
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_articles(tmp_path_factory.mktemp("built"))


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "copy")
    return tmp_path / "copy"


def rows(root: Path, name: str, record: type) -> list[Any]:
    generation = store.current(root / "data")
    assert generation
    return to_records(store.read_table(generation.path, name, record), record)


def tables(root: Path) -> dict[str, bytes]:
    generation = store.current(root / "data")
    assert generation
    return {f.name: f.read_bytes() for f in generation.path.rglob("*.parquet") if f.name != "event_forwards.parquet"}


def at(root: Path, name: str, quote: str, kind: str, **values: Any) -> Correction:
    """A correction about the words `quote` of an article."""
    article = next(a for a in rows(root, "articles", Article) if a.name == f"news/{name}")
    return Correction(kind, article.text_hash, article.name, quote, article.text.index(quote), values)


def correct(root: Path, *said: Correction) -> list[int]:
    numbers = [corrections.add(root / "data", c) for c in said]
    apply_corrections(root / "data")
    assert corrections.orphans(root / "data") == []
    return numbers


def event_at(root: Path, name: str, quote: str) -> Event:
    """The event whose evidence holds the words."""
    article = next(a for a in rows(root, "articles", Article) if a.name == f"news/{name}")
    where = article.text.index(quote)
    piece = next(e for e in rows(root, "evidence", Evidence) if e.article_id == article.article_id and e.char_start <= where < e.char_end)
    event: Event = next(e for e in rows(root, "events", Event) if e.event_id == piece.event_id)
    return event


def timex_at(root: Path, words: str) -> Timex:
    timex: Timex = next(t for t in rows(root, "timexes", Timex) if t.text == words)
    return timex


def actor(root: Path, name: str) -> Actor | None:
    return next((a for a in rows(root, "actors", Actor) if a.name == name), None)


def test_a_date_that_a_user_sets_shows_in_the_timex_and_its_event(root: Path) -> None:
    correct(root, at(root, "south.txt", "12 June 2021", "set_date", date_start="2021-06-14", date_end="2021-06-14"))
    timex, event = timex_at(root, "12 June 2021"), event_at(root, "south.txt", "sent 200 soldiers")
    assert (str(timex.date_start), timex.edtf, timex.confidence) == ("2021-06-14", "2021-06-14", 1.0)
    assert str(event.date_start) == str(event.date_end) == "2021-06-14"


def test_a_date_that_a_user_rejects_has_no_days_and_says_why(root: Path) -> None:
    correct(root, at(root, "south.txt", "12 June 2021", "reject_date"))
    assert timex_at(root, "12 June 2021").date_start is None
    assert "user" in str(timex_at(root, "12 June 2021").reason)
    assert event_at(root, "south.txt", "sent 200 soldiers").date_start is None


def test_a_publication_date_that_a_user_sets_dates_what_hangs_on_it_and_undoing_takes_it_back(root: Path) -> None:
    before = tables(root)
    (number,) = correct(root, at(root, "undated.txt", "Parliament", "set_published", published="2023-03-09"))
    article = next(a for a in rows(root, "articles", Article) if a.name == "news/undated.txt")
    assert (article.published, article.published_basis) == ("2023-03-09", "user")
    assert str(timex_at(root, "Tuesday").date_start) == "2023-03-07"
    corrections.undo(root / "data", number)
    apply_corrections(root / "data")
    assert tables(root) == before


@pytest.mark.parametrize(("field", "value"), [("event_type", "AID"), ("status", "planned"), ("title", "Soldiers on the way")])
def test_what_a_user_says_of_an_event_shows(root: Path, field: str, value: str) -> None:
    correct(root, at(root, "south.txt", "Kenya sent 200 soldiers to the border", "set_field", field=field, value=value))
    assert getattr(event_at(root, "south.txt", "sent 200 soldiers"), field) == value


def test_events_that_a_user_merges_are_one_and_the_old_name_leads_to_it(root: Path) -> None:
    one, other = (event_at(root, "south.txt", words).event_id for words in ("sent 200 soldiers", "sent 200 more"))
    assert one != other
    place = at(root, "south.txt", "Kenya sent 200 more soldiers to the border", "hide_event")
    others = [{"text_hash": place.text_hash, "article": place.article, "quote": place.quote, "char_start": place.char_start}]
    correct(root, at(root, "south.txt", "Kenya sent 200 soldiers to the border", "merge_events", others=others))
    assert event_at(root, "south.txt", "sent 200 soldiers").event_id == event_at(root, "south.txt", "sent 200 more").event_id == one
    assert (other, one) in [(f.old_id, f.new_id) for f in rows(root, "event_forwards", EventForward)]


def test_a_merged_event_can_be_split_again(root: Path) -> None:
    test_events_that_a_user_merges_are_one_and_the_old_name_leads_to_it(root)
    correct(root, at(root, "south.txt", "Kenya sent 200 more soldiers to the border", "split_event"))
    assert event_at(root, "south.txt", "sent 200 soldiers").event_id != event_at(root, "south.txt", "sent 200 more").event_id


def test_an_event_that_a_user_hides_is_nowhere(root: Path) -> None:
    gone = event_at(root, "south.txt", "sent 200 soldiers").event_id
    correct(root, at(root, "south.txt", "Kenya sent 200 soldiers to the border", "hide_event"))
    for name, record in (("events", Event), ("evidence", Evidence), ("event_actors", EventActor)):
        assert gone not in {r.event_id for r in rows(root, name, record)}


def test_an_event_that_a_user_adds_stands_alone_with_its_words_and_actors(root: Path) -> None:
    values = {"title": "Law put off", "date_start": "2021-05-01", "date_end": "2021-05-31", "event_type": "OTHER", "status": "postponed", "actors": ["Kenya"]}
    correct(root, at(root, "undated.txt", "The vote was postponed", "add_event", **values))
    event = next(e for e in rows(root, "events", Event) if e.title == "Law put off")
    assert (event.edtf, event.precision, event.status) == ("2021-05", "month", "postponed")
    kenya = actor(root, "Kenya")
    assert kenya and kenya.actor_id in {m.actor_id for m in rows(root, "event_actors", EventActor) if m.event_id == event.event_id}


def test_actors_can_be_renamed_merged_and_hidden(root: Path) -> None:
    kenya, norway = actor(root, "Kenya"), actor(root, "Norway")
    assert kenya and norway
    correct(
        root,
        Correction("rename_actor", values={"actor": "Kenya", "kind": "location", "name": "Republic of Kenya"}),
        Correction("add_alias", values={"actor": "Norway", "kind": "location", "alias": "Kingdom of Norway"}),
    )
    renamed, with_alias = actor(root, "Republic of Kenya"), actor(root, "Norway")
    assert renamed and "Kenya" in renamed.aliases.split("; ")
    assert with_alias and "Kingdom of Norway" in with_alias.aliases.split("; ")
    correct(root, Correction("merge_actors", values={"actor": "Republic of Kenya", "kind": "location", "into": "Norway"}))
    assert actor(root, "Republic of Kenya") is None
    assert {m.actor_id for m in rows(root, "mentions", Mention) if m.text == "Kenya"} == {norway.actor_id}
    correct(root, Correction("hide_actor", values={"actor": "Norway", "kind": "location"}))
    assert norway.actor_id not in {m.actor_id for m in rows(root, "mentions", Mention)} | {m.actor_id for m in rows(root, "event_actors", EventActor)}


def test_who_was_taken_for_one_actor_can_be_two(root: Path) -> None:
    values = {"actor": "Kenya", "kind": "location", "alias": "Kenya", "name": "Kenya (the ship)"}
    correct(root, Correction("split_actor", values=values))
    ship = actor(root, "Kenya (the ship)")
    assert ship and ship.actor_id in {m.actor_id for m in rows(root, "mentions", Mention) if m.text == "Kenya"}


def test_corrections_survive_an_edit_of_the_file_and_those_that_lost_their_words_are_listed(root: Path) -> None:
    correct(
        root,
        at(root, "south.txt", "12 June 2021", "set_date", date_start="2021-06-14", date_end="2021-06-14"),
        at(root, "south.txt", "20 July 2021", "reject_date"),
    )
    file = root / "news" / "south.txt"
    file.write_text("Our own report. " + ARTICLES["south.txt"].replace("20 July", "21 July"), encoding="utf-8")
    build([root / "news"], root / "data")
    assert str(timex_at(root, "12 June 2021").date_start) == "2021-06-14"
    assert [e.correction.quote for e in corrections.orphans(root / "data")] == ["20 July 2021"]


def test_the_order_of_builds_and_corrections_changes_no_byte(root: Path, tmp_path: Path) -> None:
    correct(root, at(root, "north.txt", "March 2, 2021", "set_date", date_start="2021-03-01", date_end="2021-03-01"))
    corrections.import_log(tmp_path / "data", corrections.export_log(root / "data"))
    build([root / "news"], tmp_path / "data")
    assert tables(tmp_path) == tables(root)
