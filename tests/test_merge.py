"""Merging: what is one event, what is not, who is counted, what is shown."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.events.merge import link_candidates
from pipeline.model import Article, Candidate, CandidateActor
from pipeline.tables import to_table
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
    assert {"claimed", "denied"} <= {c.value for c in found.contradictions if c.field == "status"}


HOUSE = "Guards searched the Senate of Sarun in Belport on Sunday. "
PARAPHRASES = [
    ("The ferry Aurora sank off Belport on Monday.", "The vessel went down near Belport on Monday, Sarun's coast guard said."),
    ("Trade minister Ana Kirov resigned on Monday.", "Kirov stepped down on Monday, the Senate said."),
    ("Dockers in Belport went on strike on Monday.", "Workers walked out at the port of Belport on Monday."),
    ("The Hill Army freed 40 captives in Belport on Monday.", "In Belport 38 prisoners were released on Monday."),
    ("A bridge in Belport gave way on Monday.", "The Belport crossing collapsed on Monday."),
]


@pytest.mark.parametrize(("one", "two"), PARAPHRASES, ids=[p[0][:40] for p in PARAPHRASES])
def test_one_event_in_other_words_is_one_event(one: str, two: str) -> None:
    found = told((HOUSE + one, "2024-06-12"), (HOUSE + two, "2024-06-12"))
    assert [e.n_articles for e in found.events if str(e.date_start) == "2024-06-10"] == [2]


def test_what_is_seldom_done_twice_is_one_event_with_two_days() -> None:
    one, two = "Morland closed its border with Sarun on Monday.", "The border between Morland and Sarun was shut on June 11."
    found = told((one, "2024-06-12"), (two, "2024-06-12"))
    assert {c.value[:10] for c in found.contradictions if c.field == "date"} == {"2024-06-10", "2024-06-11"}


def test_what_an_outlet_takes_from_an_agency_is_the_agencys() -> None:
    agency = "VARNA, June 11 (Black Sea Agency) - " + FIRST
    _, events = attack(agency, SECOND, sources=("Varna Post", "Varna Post"))
    assert [(e.n_outlets, e.n_independent) for e in events] == [(1, 2)]


def test_two_who_are_said_to_have_done_it_are_a_contradiction() -> None:
    one = "Drones struck the oil depot of Varna on Monday. Bulgaria blamed the Red Wolves on Tuesday."
    two = "Drones struck the oil depot of Varna on Monday. The Black Falcons claimed responsibility on Tuesday."
    found = told((one, "2024-06-12"), (two, "2024-06-12"))
    assert len({c.value for c in found.contradictions if c.field == "actor"}) == 2


def test_people_are_counted_by_whatever_name() -> None:
    one, two = "Gunmen abducted three engineers near Belport on Monday.", "Four men were kidnapped near Belport on Monday."
    found = told((HOUSE + one, "2024-06-12"), (HOUSE + two, "2024-06-12"))
    assert len({c.value[0] for c in found.contradictions if c.field == "number"}) == 2


def test_a_second_quake_two_days_later_is_another_event() -> None:
    one, two = "An earthquake shook Belport on Sunday.", "A second earthquake shook Belport on Monday."
    found = told((HOUSE + one, "2024-06-12"), (HOUSE + two, "2024-06-12"))
    assert sorted(str(e.date_start) for e in found.events if "earthquake" in e.title) == ["2024-06-09", "2024-06-10"]


def test_one_article_that_tells_of_two_days_tells_of_two_events() -> None:
    both = "Morland closed its border with Sarun on Monday. The border was closed on Tuesday in the north as well."
    found = told((HOUSE + both, "2024-06-12"), (HOUSE + "The border between Morland and Sarun was shut on June 11.", "2024-06-12"))
    assert {str(e.date_start) for e in found.events if "order" in e.title} == {"2024-06-10", "2024-06-11"}


def test_who_was_to_come_and_came_is_one_event() -> None:
    one, two = "President Ana Kirov will visit Belport on June 15.", "On Saturday President Ana Kirov came to Belport."
    found = told((HOUSE + one, "2024-06-12"), (HOUSE + two, "2024-06-16"))
    assert [(e.n_articles, e.status) for e in found.events if str(e.date_start) == "2024-06-15"] == [(2, "happened")]


def test_rounded_counts_and_other_units_are_no_contradiction() -> None:
    one = "A fire destroyed 1,930 hectares of forest near Belport on Monday."
    two = "About 1,900 hectares of forest near Belport were destroyed by a fire on Monday."
    three = "A fire destroyed 4,770 acres of forest near Belport on Monday."
    found = told((HOUSE + one, "2024-06-12"), (HOUSE + two, "2024-06-12"), (HOUSE + three, "2024-06-12"))
    assert not [c for c in found.contradictions if c.field == "number"]


def test_people_counted_beside_an_event_are_its_own() -> None:
    one = "The ferry Aurora sank off Belport on Monday, where five sailors drowned."
    two = "The ferry Aurora sank off Belport on Monday. Nine sailors drowned."
    found = told((HOUSE + one, "2024-06-12"), (HOUSE + two, "2024-06-12"))
    assert {c.value for c in found.contradictions if c.field == "number"} == {"5 (kill)", "9 (kill)"}


def test_an_accusation_is_shown_against_its_denial() -> None:
    one = "Mayor Ana Kirov accused the builder, Stonegate Homes, on Monday of using rotten timber in Belport."
    two = "Stonegate Homes denied on Tuesday that it had used rotten timber in Belport."
    found = told((one, "2024-06-12"), (two, "2024-06-12"))
    assert "denied" in {c.value for c in found.contradictions if c.field == "status"}


def test_a_plan_and_that_nothing_came_of_it_are_a_contradiction() -> None:
    one, two = "Ana Kirov will meet Tomas Vik in Belport on June 11.", "The meeting of Ana Kirov and Tomas Vik in Belport did not take place on June 11."
    found = told((one, "2024-06-10"), (two, "2024-06-12"))
    assert {c.value for c in found.contradictions if c.field == "status"} == {"planned", "denied"}


def test_what_is_moved_from_one_month_to_another_is_due_in_the_later() -> None:
    found = told(("The fair in Belport has been postponed from May 2024 to July 2024.", "2024-04-02")).candidates
    assert [(str(c.date_start), c.precision, c.earlier) for c in found] == [("2024-07-01", "month", "2024-05-01/2024-05-31")]


def linked(reports: list[str]) -> int:
    """How many events the linking makes of reports of one day, one act and one actor, each in an article of its own."""
    day = date(2024, 6, 10)
    candidates = [
        Candidate(
            f"c{n}", "", f"a{n}", 0, 90, None, "made", day, day, day, "day", "2024-06-10", "explicit", None, "ASSAULT", "attack", "happened", None, None, None,
            None, 0.9, False, "", content_id=f"t{n}", words=words, act="attack",
        )
        for n, words in enumerate(reports)
    ]  # fmt: skip
    actors = [CandidateActor(c.candidate_id, "the army", "actor", "organisation") for c in candidates]
    articles = [Article(c.article_id, c.article_id, c.article_id, None, None, None, "en", "", "2024-06-10", None, None, "day", "user", 1.0) for c in candidates]
    evidence = link_candidates(to_table(candidates, Candidate), to_table(actors, CandidateActor), to_table(articles, Article))
    return int(evidence.event_id.nunique())


def test_who_is_in_all_the_news_of_a_day_makes_no_event_of_it() -> None:
    deeds = [f"tower{n} bridge{n} gate{n} mill{n}" for n in range(30)]
    assert linked(deeds[:4]) == 1
    assert linked(deeds) == 30
    assert linked([*deeds, *deeds]) == 30
