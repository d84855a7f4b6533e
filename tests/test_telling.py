"""Candidates: which clause is an event, with which days, class and status."""

from __future__ import annotations

import pytest

from tests.stories import told

DAY = "2024-06-12"  # a Wednesday
ONE_EVENT = [
    ("The army attacked the port of Odesa on 3 June 2024.", "2024-06-03", "ASSAULT", "happened"),
    ("France and Chad will sign the treaty on 20 June 2024.", "2024-06-20", "AGREE", "planned"),
    ("The summit in Oslo has been cancelled, Norway said on 10 June 2024.", "2024-06-10", "STATEMENT", "happened"),
    ("Police arrested forty miners in Lima on Monday.", "2024-06-10", "COERCE", "happened"),
    ("The concert did not take place on 8 June 2024.", "2024-06-08", "OTHER", "denied"),
    ("Thousands of farmers marched through Nairobi on Tuesday.", "2024-06-11", "PROTEST", "happened"),
    ("The walkout that had been set for 20 June 2024 was called off.", "2024-06-20", "PROTEST", "cancelled"),
    ("About 500 followers of the Green Wave gathered in Lima on Tuesday.", "2024-06-11", "CONSULT", "happened"),
    ("About 500 supporters of the Green Wave gathered in Lima on Tuesday.", "2024-06-11", "PROTEST", "happened"),
    ("Peace talks in Oslo collapsed on Monday.", "2024-06-10", "CONSULT", "happened"),
    ("Norway told Chad of its worries before June 3, when Chad shut the border.", "2024-06-03", "COERCE", "happened"),
    ("On Monday a judge ordered the mine to close.", "2024-06-10", "COERCE", "happened"),
    ("A judge ordered the mine to close on Monday.", "2024-06-10", "COERCE", "happened"),
    ("The two sides said on Monday that they had agreed on a truce.", "2024-06-10", "AGREE", "happened"),
    ("Talks between Peru and Chile may resume on 1 July 2024.", "2024-07-01", "CONSULT", "hypothetical"),
]


@pytest.mark.parametrize(("text", "day", "event_type", "status"), ONE_EVENT, ids=[row[0][:45] for row in ONE_EVENT])
def test_a_dated_clause_is_an_event_with_its_class_and_status(text: str, day: str, event_type: str, status: str) -> None:
    found = {(str(c.date_start), c.event_type, c.status) for c in told((text, DAY)).candidates}
    assert (day, event_type, status) in found


def test_two_dated_clauses_are_two_events() -> None:
    found = told(("On 3 June 2024 the rebels took the town, and on 5 June 2024, the army left the valley.", DAY)).candidates
    assert [str(c.date_start) for c in found] == ["2024-06-03", "2024-06-05"]


def test_a_list_of_days_is_a_list_of_events() -> None:
    text = "Protests were held on 3 May 2024 in Lagos and on 5 May 2024 in Abuja."
    found = told((text, DAY)).candidates
    assert [(str(c.date_start), text[c.char_start : c.char_end]) for c in found] == [
        ("2024-05-03", "Protests were held on 3 May 2024 in Lagos "), ("2024-05-05", "and on 5 May 2024 in Abuja."),
    ]  # fmt: skip


def test_a_meeting_at_which_something_was_said_is_an_event_too() -> None:
    found = told(("At a meeting of ministers in Oslo on Monday, Jonas Berg said that the border was closed.", DAY)).candidates
    assert {"CONSULT", "STATEMENT"} <= {c.event_type for c in found if str(c.date_start) == "2024-06-10"}


def test_a_plan_that_is_put_off_is_one_event_under_its_new_day() -> None:
    found = told(("The Lakes Council summit, first planned for 2023, has been postponed to 2024.", "2023-05-02")).candidates
    assert [(str(c.date_start), c.status, c.earlier) for c in found] == [("2024-01-01", "postponed", "2023-01-01/2023-12-31")]


def test_an_event_without_a_day_is_dated_by_publication() -> None:
    found = told(("Kenya has accused Somalia of sending spies.", DAY)).candidates
    assert [(str(c.date_start), c.date_basis, c.event_type) for c in found] == [(DAY, "publication", "ACCUSE")]


def test_an_undated_article_keeps_its_events_without_days() -> None:
    found = told(("Kenya has accused Somalia of sending spies.", None)).candidates
    assert [(c.date_start, c.date_end) for c in found] == [(None, None)]


def test_page_furniture_is_no_event() -> None:
    assert not told(("Read more: Army attacks port of Odesa on 3 June 2024", DAY)).candidates


def test_a_state_without_a_day_is_no_event() -> None:
    assert not told(("The river is wide and the town remains quiet.", DAY)).candidates


def test_a_title_says_who_did_what_without_the_date() -> None:
    found = told(("On 3 June 2024, police in Lima (Peru) arrested forty miners.", DAY)).candidates
    assert [c.title for c in found] == ["Police in Lima arrested forty miners"]


TITLES = [
    ("The union has threatened to strike on 20 June 2024.", "The union has threatened to strike"),
    ("Norway expects prices to fall in July 2024.", "Norway expects prices to fall"),
    ("The king, whom Peru crowned, died on Monday.", "The king died"),
    ("The fleet lay off the island, which Peru bought in 2014.", "Peru bought the island"),
    ("The abbey, built in 1410, is cold.", "The abbey was built"),
    ("Norway closed the port on Monday, stranding two crews and delaying the mail.", "Norway stranded two crews and delayed the mail"),
    ("Anna Berg will be sworn in on 1 July 2024.", "Anna Berg will be sworn in"),
    ("It was the wettest June in ten years and the mill flooded on Monday.", "The mill flooded"),
    ("A deadline of 3 June 2024 passed.", "A deadline of 3 June 2024 passed"),
    ("Norway closed the port on Monday, according to a source in Oslo.", "Norway closed the port"),
    ("The pound has lost a tenth since May. It fell by half in 2022.", "The pound fell by half"),
    ("“The bridge is safe,” Anna Berg told a meeting on Monday.", "Anna Berg told a meeting: The bridge is safe"),
    ("Grain prices fell in May, the farm office said on Monday.", "The farm office said: Grain prices fell"),
    ("At least forty miners died on Monday.", "At least forty miners died"),
    ("Crews aboard a tug sailed from Oslo on Monday.", "Crews aboard a tug sailed from Oslo"),
    ("The mill opened in 1937 and showed its last film in 2009.", "The mill showed its last film"),
    ("Peru praised the pact, and its king, Tomas Borne, said on Monday he was glad.", "Tomas Borne said he was glad"),
    ("The ferry sank on Monday, minutes after it left Bergen.", "The ferry sank"),
    ("The firm filed for help in Oslo and its founder, Olga Lund, quit on Monday.", "Olga Lund quit"),
    ("The gate will remain partly closed until Monday, and the mill reopens on 20 June 2024.", "The mill reopens"),
    ("The region was last flooded in July 1997.", "The region was last flooded"),
    ("“All is well,” said T. Vik of the mill on Monday.", "T. Vik said: All is well"),
    ("Two other men fled on Monday.", "Two other men fled"),
    ("The board cancelled papers in 2020 and 2021 because of the war.", "The board cancelled papers because of the war"),
    ("Voting in Peru ends on 20 June 2024.", "Voting in Peru ends"),
    ("The pod came home on Monday without the crew it had carried since May.", "It had carried the crew"),
    ("Classes will resume after the summer holidays.", "Classes will resume after the summer holidays"),
    ("The government refused on Monday to step in.", "The government refused to step in"),
    ("The bank no longer expects rates to rise on 20 June 2024.", "The bank no longer expects rates to rise"),
    ("The king withdrew the bill on Monday, a day after the senate was burnt.", "The king withdrew the bill"),
    ("Light Watch, a charity, said it had warned the mayor on Monday.", "Light Watch had warned the mayor"),
    ("The council shut the road on Monday and it will reopen on 20 June 2024.", "It will reopen"),
    ("The firm hired a cook on Monday, but that plan failed.", "The firm hired a cook"),
    ("The mayor allegedly took a bribe in 2012.", "The mayor allegedly took a bribe"),
    ("“We own three mills,” its founder, Olga Lund, said on Monday.", "Olga Lund said: We own three mills"),
    ("“I like it cold,” Olga Lund joked on Monday.", "Olga Lund joked: I like it cold"),
    ("Peru voted against on Monday.", "Peru voted against"),
    ("The firm is planning a second auction for 20 June 2024.", "The firm is planning a second auction"),
    ("In 2012 police shot dead nine strikers.", "Police shot dead nine strikers"),
    ("Nine people have died and forty were hurt after a bus overturned on Monday.", "Nine people have died and forty were hurt"),
]


@pytest.mark.parametrize(("text", "title"), TITLES, ids=[row[1] for row in TITLES])
def test_a_title_is_the_clause_s_own_words_in_good_order(text: str, title: str) -> None:
    assert title in {c.title for c in told((text, DAY)).candidates}


def test_deaths_and_what_caused_them_are_one_event() -> None:
    found = told(("Nine miners were killed on Monday when a shaft caved in near Lota.", DAY)).candidates
    assert [(c.event_type, c.act, c.numbers) for c in found] == [("OTHER", "collapse", "kill=9")]


def test_an_accusation_knows_its_deed() -> None:
    deed, charge = told(("Gunmen attacked the port of Varna on Monday. Bulgaria blamed the Red Wolves on Tuesday.", DAY)).candidates
    assert charge.about == deed.candidate_id


CLASSES = [
    ("A coach overturned near Lillehammer on Monday.", "OTHER"),
    ("Prices eased to a new low on Monday.", "OTHER"),
    ("Norway eased the curfew on Monday.", "YIELD"),
    ("A lorry left the road near Molde on Monday.", "OTHER"),
    ("The army left the valley on Monday.", "RETREAT"),
    ("Nine were injured on Monday when a bus hit a wall.", "OTHER"),
    ("Nine were injured on Monday when rebels fired rockets.", "ASSAULT"),
    ("Molde beat Bergen 2-1 on Monday.", "OTHER"),
    ("The union will strike on 20 June 2024.", "PROTEST"),
    ("A deadline passed on Monday.", "OTHER"),
    ("The senate passed the bill on Monday.", "AGREE"),
    ("Anna Berg joined the choir on Monday.", "OTHER"),
    ("Rebels freed nine prisoners on Monday.", "YIELD"),
    ("The label released an album on Monday.", "OTHER"),
    ("The minister called the deal a mistake on Monday.", "STATEMENT"),
    ("The firm walked away from the deal on Monday.", "OTHER"),
    ("Anna Berg lifted the cup on Monday.", "OTHER"),
    ("The first trains are expected on 20 June 2024.", "OTHER"),
    ("Customs officers seized nine vans near Molde on Monday.", "COERCE"),
    ("A coast guard boat seized a trawler near Molde on Monday.", "COERCE"),
    ("Panic seized the market on Monday.", "OTHER"),
    ("Police cleared the square on Monday.", "COERCE"),
    ("A jury cleared the banker on Monday.", "YIELD"),
    ("Snow ploughs cleared the road on Monday.", "OTHER"),
    ("Miners occupied the offices of the firm on Monday.", "PROTEST"),
    ("Demonstrators hurled eggs at the bus on Monday.", "PROTEST"),
    ("A carmaker recalled 900 vans on Monday.", "OTHER"),
    ("Norway will launch a probe to the moon on 20 June 2024.", "OTHER"),
    ("Norway will launch a probe into the crash on 20 June 2024.", "ACCUSE"),
]


@pytest.mark.parametrize(("text", "event_type"), CLASSES, ids=[row[0] for row in CLASSES])
def test_a_verb_is_of_its_class_only_with_what_the_class_needs(text: str, event_type: str) -> None:
    found = told((text, DAY)).candidates
    assert event_type in {c.event_type for c in found}
    assert event_type != "OTHER" or {c.event_type for c in found} == {"OTHER"}


def test_what_a_story_begins_with_is_an_event_though_of_no_class_and_undated() -> None:
    found = told(("The singer Olga Lund has died at her home.\n\nThe singer Tomas Vik has slept at his home.", DAY)).candidates
    assert [(c.title, str(c.date_start)) for c in found] == [("The singer Olga Lund has died at her home", DAY)]


def test_two_verbs_of_one_subject_share_a_date() -> None:
    found = told(("A bus overturned and caught fire on Monday.", DAY)).candidates
    assert {str(c.date_start) for c in found} == {"2024-06-10"}


def test_what_nobody_did_is_denied_and_what_could_be_dropped_is_not_cancelled() -> None:
    found = told(("No arrests were made on Monday.\n\nThe summit of 20 June 2024 could be cancelled.", DAY)).candidates
    assert [c.status for c in found if c.event_type in ("COERCE", "CONSULT")][:1] == ["denied"]
    assert "cancelled" not in {c.status for c in found}


def test_the_day_that_a_superlative_is_measured_by_is_not_the_day_of_the_event() -> None:
    found = told(("Soldiers patrolled the port for the first time since 1990.", DAY)).candidates
    assert [(str(c.date_start), c.date_basis) for c in found] == [(DAY, "publication")]


def test_a_past_date_after_what_is_rejected_belongs_to_the_verb() -> None:
    found = told(("The king rejected the judge's resignation in March 2022.", DAY)).candidates
    assert [(c.event_type, str(c.date_start)) for c in found] == [("REJECT", "2022-03-01")]


def test_officials_without_a_name_act_too() -> None:
    found = told(("The mayor spoke.\n\nThe officers have closed the border.", DAY)).candidates
    assert ("The officers have closed the border", "COERCE") in {(c.title, c.event_type) for c in found}


def test_nothing_has_happened_after_the_publication() -> None:
    found = told(("The judge set sentencing for 11 July 2024.", DAY)).candidates
    assert [(str(c.date_start), c.status) for c in found] == [("2024-07-11", "planned")]


def test_a_vote_that_is_ruled_out_did_not_happen() -> None:
    found = told(("The minister has ruled out an election in July 2024.", DAY)).candidates
    assert ("denied", "2024-07-01") in {(c.status, str(c.date_start)) for c in found}


def test_what_is_only_spoken_of_is_no_event_of_the_day_it_is_spoken_of() -> None:
    found = told(("The union announced the strike on Monday.", DAY)).candidates
    assert [c.event_type for c in found] == ["STATEMENT"]


def test_a_speaker_whose_words_tell_no_event_makes_a_statement() -> None:
    found = told(("The cellar was dry. According to Jonas Berg, the roof was red.", DAY)).candidates
    assert [(c.event_type, c.trigger, str(c.date_start)) for c in found] == [("STATEMENT", "according", DAY)]


def test_an_act_that_asks_makes_nobody_speak_unless_it_is_told_as_speech() -> None:
    found = told(("Kenya has ordered forty buses from Chad.", DAY)).candidates
    assert [(c.event_type, c.speaker_id) for c in found] == [("REQUEST", None)]
