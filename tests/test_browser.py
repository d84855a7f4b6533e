"""The journeys of a user, in real Chromium against the running dashboard."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api")
from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import Browser, Page, expect, sync_playwright  # noqa: E402

from pipeline.cluster import build  # noqa: E402
from pipeline.export.flat import read_csv  # noqa: E402
from pipeline.query import connect  # noqa: E402
from pipeline.seeds import ARTICLES  # noqa: E402
from pipeline.store import current  # noqa: E402
from tests.browsing import PATIENCE, choose, count, fits, narrow, open_mark, opened, quiet, seen, serving, settle, visit  # noqa: E402

pytestmark = pytest.mark.browser
PAGES = ("", "actors", "article", "review", "add", "export", "about")
STATES = ("?q=nowordlikethis&type=ASSAULT", "actors?name=Taliban", "actors?name=Taliban&name=Russia")
HOSTILE = "<img src=x onerror=window.hit=1> [x](javascript:window.hit=1) $\\frac{1}{2}$ **bold** :red[x] \u202eabc 🗓️ " + "w" * 10_000


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("built")
    build([ARTICLES], data)
    return data


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    with serving(built) as url:
        yield url


@pytest.fixture(scope="session")
def disputed(built: Path) -> str:
    """An event whose date is disputed."""
    generation = current(built)
    assert generation
    ((event,),) = connect(generation).execute("SELECT event_id FROM events WHERE conflict ORDER BY n LIMIT 1").fetchall()
    return str(event)


@pytest.fixture
def own_address(built: Path, tmp_path: Path) -> Iterator[str]:
    """A dashboard on a copy of the data, which may be changed."""
    with serving(Path(shutil.copytree(built, tmp_path / "data"))) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
    with sync_playwright() as p:
        opened = p.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with opened(browser) as fresh:
        yield fresh


def test_an_organisation_is_found_opened_downloaded_and_its_link_shows_the_same(page: Page, address: str) -> None:
    visit(page, address)
    every, all_marks = count(page), seen(page)
    some = narrow(page, "Organisation", "Collective Security")
    assert 0 < some < every
    expect(page.locator(".timeline .seen li")).not_to_have_count(len(all_marks))
    open_mark(page)
    title = page.locator(".card h3").inner_text()
    with page.expect_download() as download:
        page.get_by_test_id("stDownloadButton").get_by_role("button").first.click()
    rows = read_csv(Path(download.value.path()).read_bytes())
    assert len(rows) == some
    assert all("Collective Security" in r["organisations"] for r in rows)
    assert title in {r["title"] for r in rows}
    page.reload()
    page.wait_for_selector(".card h3")
    settle(page)
    assert count(page) == some
    assert page.locator(".card h3").inner_text() == title


def test_a_disputed_date_is_settled_with_one_key(page: Page, own_address: str) -> None:
    visit(page, own_address + "review")
    page.get_by_role("button", name=re.compile("^Disputed date")).click()
    settle(page)
    place = page.locator("p.item", has_text=" of ").first
    before = place.inner_text()
    page.get_by_role("button", name=re.compile("^It is [0-9]")).first.wait_for()
    page.keyboard.press("1")
    expect(page.get_by_text("Date settled").first).to_be_visible()
    expect(place).not_to_have_text(before)


def test_dating_an_article_shows_what_changes_and_the_timeline_follows(page: Page, own_address: str) -> None:
    visit(page, own_address)
    before = page.locator("h1.headline small").inner_text()
    page.get_by_role("link", name="Article").click()
    settle(page)
    page.get_by_role("combobox", name="Article").click()
    page.get_by_role("option", name=re.compile("Undated")).first.click()
    settle(page)
    page.get_by_test_id("stDateInput").get_by_role("spinbutton").first.click()
    page.keyboard.type("20230401")
    page.keyboard.press("Escape")
    page.locator("h1.headline").click()
    settle(page)
    page.get_by_role("button", name="Save 1 April 2023").click()
    expect(page.get_by_text("Publication date set").first).to_be_visible()
    page.get_by_role("link", name="Explore").click()
    page.wait_for_selector("h1.headline[data-count]")
    expect(page.locator("h1.headline small")).not_to_have_text(before)


def test_an_actor_is_renamed_and_the_name_taken_back(page: Page, own_address: str) -> None:
    visit(page, own_address + "actors?name=Taliban")
    page.get_by_text("Correct this actor").click()
    name = page.get_by_role("textbox", name="Name")
    name.fill("Taleban movement")
    name.press("Enter")
    settle(page)
    page.get_by_role("button", name="Rename").click()
    expect(page.get_by_text("Actor renamed").first).to_be_visible()
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text("Taken back").first).to_be_visible()
    visit(page, own_address + "actors?name=Taliban")
    expect(page.locator("h2.part", has_text="Taliban").first).to_be_visible()


def test_files_are_added_and_a_broken_one_is_named(page: Page, own_address: str, tmp_path: Path) -> None:
    good, broken = tmp_path / "good.txt", tmp_path / "broken.txt"
    good.write_text("LISBON, March 3, 2023. The harbour union signed an agreement with the ministry on Thursday.\n", encoding="utf-8")
    broken.write_bytes(b"\x00\x01\x02\xff" * 400)
    visit(page, own_address)
    before = count(page)
    visit(page, own_address + "add")
    page.get_by_role("tab", name="Files").click()
    page.locator("input[type=file]").first.set_input_files([good, broken])
    page.get_by_role("button", name="Read them").first.click()
    expect(page.get_by_text(re.compile("1 article added"))).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text(re.compile("broken.txt: "))).to_be_visible()
    visit(page, own_address)
    assert count(page) >= before


def test_a_link_shows_somebody_else_the_same(page: Page, address: str, browser: Browser) -> None:
    visit(page, address + "?type=STATEMENT&lanes=article&certainty=0.5")
    open_mark(page)
    with opened(browser) as other:
        visit(other, page.url)
        expect(other.locator(".card h3")).to_have_text(page.locator(".card h3").inner_text())
        assert count(other) == count(page)


def test_two_actors_are_compared_and_lead_to_their_events(page: Page, address: str) -> None:
    visit(page, address + "actors")
    choose(page, "Look at one actor", "Taliban")
    choose(page, "Look at one actor", "Collective Security Treaty")
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    page.get_by_role("button", name="in which both take part").click()
    page.wait_for_selector("h1.headline")
    page.wait_for_url(re.compile(r"actor=.*together=yes|together=yes.*actor="))


def test_the_keyboard_alone_leads_from_the_start_to_an_event(page: Page, address: str) -> None:
    visit(page, address)
    page.wait_for_selector('.timeline[data-ready]:not([data-ready=""])')
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement?.shadowRoot?.activeElement?.matches('.stage')"):
            break
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".timeline .live")).not_to_be_empty()
    page.keyboard.press("Enter")
    page.wait_for_selector(".card h3")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_and_no_state_has_a_serious_barrier(browser: Browser, address: str, disputed: str, scheme: str) -> None:
    found = {}
    with opened(browser, color_scheme=scheme) as page:
        for path in (*PAGES, *STATES, f"?event={disputed}"):
            visit(page, address + path)
            quiet(page)
            results = Axe().run(page).response["violations"]
            grave = {v["id"]: v["nodes"][0]["target"] for v in results if v["impact"] in ("serious", "critical")}
            if grave:
                found[path or "explore"] = grave
    assert not found


@pytest.mark.parametrize(("width", "ratio"), [(390, 2), (720, 2)], ids=["a phone", "twice as large on a wide screen"])
def test_narrow_windows_have_no_sideways_scroll_and_all_controls(browser: Browser, address: str, width: int, ratio: int) -> None:
    with opened(browser, width, 500, device_scale_factor=ratio) as page:
        for path in (*PAGES, *STATES):
            visit(page, address + path)
            assert fits(page), path
        visit(page, address)
        open_mark(page)
        page.get_by_role("button", name="Close").click()
        expect(page.locator(".card")).to_have_count(0)
        page.get_by_test_id("stExpandSidebarButton").click()
        expect(page.locator(".choices").get_by_role("checkbox").first).to_be_in_viewport()


def test_the_timeline_is_taken_away_as_a_drawing(page: Page, address: str) -> None:
    visit(page, address + "export")
    page.get_by_text("Drawing to edit (SVG)").click()
    settle(page)
    page.get_by_role("button", name="Make the picture").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the picture").click()
    assert Path(download.value.path()).read_text(encoding="utf-8").startswith("<svg")


def test_the_timeline_is_also_a_chart_whose_bars_open_events(page: Page, address: str) -> None:
    visit(page, address)
    page.get_by_role("button", name="As a chart").click()
    expect(page.locator(".js-plotly-plot .bars path").first).to_be_visible()
    page.get_by_role("button", name="As a timeline").click()
    page.wait_for_selector('.timeline[data-ready]:not([data-ready=""])')


def test_a_bar_of_the_actors_page_leads_to_the_events_it_counts(page: Page, address: str) -> None:
    visit(page, address + "actors")
    chart = page.locator(".js-plotly-plot").first
    expect(chart.locator(".bars path").first).to_be_visible()
    counted = {int(words) for words in chart.locator(".bartext").all_text_contents()}
    chart.locator(".bars path").last.click(force=True)  # Plotly lays a sheet over its marks, which takes the clicks
    page.wait_for_url(re.compile("actor="))
    page.wait_for_selector("h1.headline[data-count]")
    settle(page)
    assert count(page) == max(counted)


def test_a_passage_is_in_view_when_the_article_opens_at_it(page: Page, address: str, disputed: str) -> None:
    visit(page, f"{address}?event={disputed}")
    page.get_by_role("link", name="Read it in the article").first.click()
    expect(page.locator("mark.proof").first).to_be_in_viewport()


def test_a_dark_page_is_printed_dark_on_light_without_what_only_a_screen_needs(browser: Browser, address: str) -> None:
    with opened(browser, color_scheme="dark") as page:
        visit(page, address)
        page.emulate_media(media="print")
        expect(page.locator("h1.headline")).to_have_css("color", "rgb(27, 36, 48)")
        expect(page.locator("h2.tray").first).to_be_hidden()
        drawn = page.locator(".timeline canvas.lanes").evaluate(
            """async (canvas) => {
                await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
                return [...canvas.getContext('2d').getImageData(canvas.width - 2, 2, 1, 1).data];
            }"""
        )
        assert min(drawn[:3]) > 200


def test_hostile_words_stay_words_on_every_page(browser: Browser, tmp_path: Path) -> None:
    lines = tmp_path / "hostile.jsonl"
    text = f"MOSCOW, October 27, 2021. {HOSTILE} The United Nations met Vladimir Putin on Monday, and {HOSTILE[:60]} was attacked in Kabul on Tuesday."
    row = {"id": HOSTILE[:90], "text": text, "title": HOSTILE[:300], "source": HOSTILE[:80], "url": "javascript:window.hit=1", "published": "2021-10-28"}
    lines.write_text(json.dumps(row), encoding="utf-8")
    build([lines], tmp_path / "data")
    with serving(tmp_path / "data") as url, opened(browser) as page:
        for path in PAGES:
            visit(page, url + path)
            assert page.evaluate("() => window.hit === undefined")
            assert page.locator("img[src=x], a[href^='javascript']").count() == 0
            assert fits(page), path


def test_opening_an_event_sends_its_card_and_neither_timeline_nor_table(page: Page, address: str) -> None:
    sent: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: sent.append(len(data))))
    visit(page, address)
    whole = sum(sent)
    open_mark(page)
    assert 0 < sum(sent) - whole < whole / 5
    opened_row = page.locator(".rows tbody tr[aria-current]")
    expect(opened_row).to_have_attribute("data-event", page.locator(".card").get_attribute("data-event") or "")
