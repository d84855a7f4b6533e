"""Merging: what is one event, what is not, who is counted, what is shown."""

from __future__ import annotations

from tests.stories import told

FIRST = "Drones struck the oil depot of Varna on Monday, killing four workers, the mayor of Varna said. Bulgaria closed the port of Varna."
SECOND = "Four days of fire in Varna: four workers were killed when drones struck the oil depot of Varna on Monday."
OTHER_COUNT = "Seven workers were killed when drones struck the oil depot of Varna on Monday, doctors in Varna said."


def attack(*texts: str, day: str = "2024-06-12", sources: tuple[str | None, ...] = ()):  # type: ignore[no-untyped-def]
    found = told(*((t, day) for t in texts), sources=sources)
    return found, [e for e in found.events if e.event_type == "ASSAULT"]


def test_reports_of_one_day_place_and_act_are_one_event() -> None:
    _, events = attack(FIRST, SECOND)
    assert [(e.n_articles, e.n_outlets, e.n_independent) for e in events] == [(2, 2, 2)]


def test_a_copy_in_another_outlet_is_no_independent_source() -> None:
    _, events = attack(FIRST, FIRST)
    assert [(e.n_articles, e.n_outlets, e.n_independent) for e in events] == [(2, 2, 1)]


def test_two_articles_of_one_outlet_are_one_source() -> None:
    _, events = attack(FIRST, SECOND, sources=("Varna Post", "Varna Post"))
    assert [(e.n_outlets, e.n_independent) for e in events] == [(1, 1)]


def test_different_counts_are_shown_as_a_contradiction() -> None:
    found, events = attack(SECOND, OTHER_COUNT)
    assert len(events) == 1
    assert {c.value for c in found.contradictions if c.field == "number"} >= {"4 (kill)", "7 (kill)"}


def test_the_same_words_on_another_day_are_another_event() -> None:
    found = told((FIRST, "2024-06-12"), (FIRST.replace("four workers", "two guards"), "2024-06-19"))
    assert len([e for e in found.events if e.event_type == "ASSAULT"]) == 2


def test_without_a_day_likeness_of_words_merges_nothing() -> None:
    text = "Jonas Berg voiced his worries on Friday about drugs from the north."
    found = told((text, "2024-06-12"), (text.replace("worries", "great worries"), None))
    assert len({e.event_id for e in found.events if e.event_type == "STATEMENT"}) == 2


def test_scopes_never_mix() -> None:
    found = told((FIRST, "2024-06-12"), (SECOND, "2024-06-12"), scope=None)
    assert len([e for e in found.events if e.event_type == "ASSAULT"]) == 2


def test_the_order_of_articles_changes_no_event() -> None:
    one, two = told((FIRST, "2024-06-12"), (SECOND, "2024-06-12")), told((SECOND, "2024-06-12"), (FIRST, "2024-06-12"), sources=("Outlet 1", "Outlet 0"))
    assert {e.event_id for e in one.events} == {e.event_id for e in two.events}


def test_an_event_keeps_its_id_when_an_article_is_added() -> None:
    one, two = told((FIRST, "2024-06-12")), told((FIRST, "2024-06-12"), (SECOND, "2024-06-13"))
    assert {e.event_id for e in one.events} <= {e.event_id for e in two.events}


def test_what_was_announced_is_linked_to_what_was_done() -> None:
    announced = "France announced on 3 May 2024 that its troops would withdraw from Chad."
    done = "France withdrew its troops from Chad on 7 June 2024."
    found = told((announced, "2024-05-04"), (done, "2024-06-08"))
    assert "announces" in {link.kind for link in found.links}


def test_a_month_holds_its_day() -> None:
    found = told(
        ("The Red Brigade seized power in Sarun in August 2021.", "2022-01-05"), ("Red Brigade fighters swept into Sarun on August 15, 2021.", "2021-08-16"),
    )  # fmt: skip
    events = [e for e in found.events if e.event_type == "ASSAULT"]
    assert [(str(e.date_start), e.n_articles) for e in events] == [("2021-08-15", 2)]


def test_a_denial_is_linked_to_the_claim_and_shown_against_it() -> None:
    claim = "Zemland attacked the port of Varna on 3 June 2024, Bulgaria said."
    denial = "Zemland denied on 5 June 2024 that it had attacked the port of Varna."
    found = told((claim, "2024-06-04"), (denial, "2024-06-06"))
    assert "denies" in {link.kind for link in found.links}
    assert {"happened", "denied"} <= {c.value for c in found.contradictions if c.field == "status"}
