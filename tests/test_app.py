"""Every page of the dashboard, run by Streamlit without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from benchmarks.synthetic import make_generation
from pipeline.query import Filters

APP = str(Path(__file__).resolve().parent.parent / "app.py")
PAGES = ("actors", "article", "review", "add", "export", "about")


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("data")
    make_generation(120, data)
    return data


@pytest.fixture
def app(made_up: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("DATELINE_DATA", str(made_up))
    return AppTest.from_file(APP, default_timeout=90)


def run(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception, app.exception[0].value
    return app


def html(app: AppTest) -> str:
    return "\n".join(str(getattr(node, "proto", "")) for node in app.get("html"))


def headline(app: AppTest) -> int:
    found = html(app)
    return int(found.split('data-count=\\"', 1)[1].split('\\"', 1)[0])


def sent(app: AppTest, component: str) -> dict[str, Any]:
    """What a component of our own is sent."""
    found = [json.loads(n.proto.json) for n in app.get("bidi_component") if n.proto.component_name == f"dateline_{component}"]
    return dict(found[0])


def test_explore_shows_every_event_and_its_filters(app: AppTest) -> None:
    run(app)
    assert headline(app) == 120
    assert {"Organisation", "Actor", "Country", "Outlet", "Article"} <= {f["label"] for f in sent(app, "choices")["facets"]}
    assert "Worth settling" in html(app)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_draws_without_an_error(app: AppTest, page: str) -> None:
    run(app)
    app.switch_page(f"dashboard/pages/{page}.py")
    run(app)
    assert html(app) or app.tabs


def test_an_organisation_leaves_as_many_events_as_the_sidebar_says(app: AppTest) -> None:
    run(app)
    name, _, count = next(f for f in sent(app, "choices")["facets"] if f["name"] == "org")["values"][0]
    app.session_state["filters"] = Filters(organisations=(name,))
    run(app)
    assert headline(app) == count < 120
    assert sent(app, "choices")["params"] == {"org": [name]}


def test_a_link_brings_back_filters_lanes_and_the_open_event(app: AppTest) -> None:
    app.query_params["type"] = ["CONSULT", "STATEMENT"]
    app.query_params["lanes"] = ["country"]
    app.query_params["event"] = ["e0000007"]
    run(app)
    assert 0 < headline(app) < 120
    assert ["country", "By country", True] in sent(app, "timeline")["looks"]["by"]
    assert "Why this date" in html(app)


def test_filters_that_nothing_passes_say_which_to_let_go(app: AppTest) -> None:
    app.query_params["q"] = ["nowordlikethis"]
    run(app)
    assert "No event passes all of these filters" in html(app)
    next(b for b in app.button if b.label.startswith("Without the search words")).click()
    run(app)
    assert headline(app) == 120


def test_a_search_finds_words_of_events_and_names(app: AppTest) -> None:
    run(app)
    app.session_state["filters"] = Filters(text="accused")
    run(app)
    assert 0 < headline(app) < 120


def test_an_event_that_is_gone_is_said_so(app: AppTest) -> None:
    app.query_params["event"] = ["no-such-event"]
    run(app)
    assert "no longer in the table" in app.info[0].value


def test_certainty_and_dispute_filters_narrow(app: AppTest) -> None:
    app.query_params["certainty"] = ["0.8"]
    app.query_params["conflicts"] = ["yes"]
    run(app)
    assert 0 < headline(app) < 30


def test_one_actor_has_a_profile_and_two_are_compared(app: AppTest) -> None:
    run(app)
    app.switch_page("dashboard/pages/actors.py")
    run(app)
    names = app.multiselect(key="actors.chosen").options
    app.multiselect(key="actors.chosen").set_value(names[:1])
    run(app)
    assert "Roles over time" in html(app)
    app.multiselect(key="actors.chosen").set_value(names[:2])
    run(app)
    assert any(b.label.endswith("in which both take part") for b in app.button)


def test_damaged_tables_are_an_error_with_a_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "CURRENT").write_text("gone", encoding="utf-8")
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path))
    app = run(AppTest.from_file(APP, default_timeout=90))
    assert "could not be read" in app.error[0].value
    assert any("pipeline build" in c.value for c in app.code)


def test_hostile_words_are_escaped_in_the_card(app: AppTest, made_up: Path, monkeypatch: Any, tmp_path: Path) -> None:
    from pipeline.query import connect_folder

    folder = tmp_path / "generations" / "hostile"
    folder.mkdir(parents=True)
    source = next((made_up / "generations").iterdir())
    con = connect_folder(source)
    for file in source.glob("*.parquet"):
        hostile = "REPLACE ('<img src=x onerror=alert(1)> **bold** $x$' AS title)" if file.stem == "events" else ""
        con.execute(f"COPY (SELECT * {hostile} FROM read_parquet('{file}')) TO '{folder / file.name}' (FORMAT parquet)")
    (tmp_path / "CURRENT").write_text("hostile", encoding="utf-8")
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path))
    app.query_params["event"] = ["e0000003"]
    run(app)
    assert "&lt;img src=x" in html(app)
    assert "<img src=x" not in html(app)


def test_the_timeline_can_be_a_chart(app: AppTest) -> None:
    app.session_state["as_chart"] = True
    run(app)
    assert app.get("plotly_chart")
    next(b for b in app.button if b.label == "As a timeline").click()
    run(app)
    assert sent(app, "timeline")["marks"]
