"""Clauses: which verb governs which words, and what it says of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clauses import Clause, clause_at, find_clauses

VERBS = [
    ("the envoy left on Monday, and talks will resume in June", ["left past", "resume future"]),
    ("He said the army may not withdraw.", ["said past", "withdraw future"]),
    ("The man who shot the president died.", ["shot past", "died past"]),
    ("The summit held in Oslo in March was short.", ["held past", "was past"]),
    ("Norway praised the treaty reached in Oslo.", ["praised past", "reached past"]),
    ("The rebels, who took the town in May, denied the charge.", ["took past", "denied past"]),
    ("Merkel meets Macron in Berlin", ["meets present"]),
    ("Merkel to visit Paris on Friday", ["visit future"]),
    ("Six killed in Nairobi blast", ["killed past"]),
    ("He arrived on Monday and met the king on Tuesday.", ["arrived past", "met past"]),
    ("The party promised to return the money on Friday.", ["promised past", "return future"]),
    ("The government plans to hold elections in March.", ["plans present", "hold future"]),
    ("The talks are scheduled for 3 May.", ["scheduled future"]),
    ("The bridge is to reopen in June.", ["reopen future"]),
    ("The rebels have been fighting since March.", ["fighting past"]),
    ("If the talks fail, the army will attack.", ["fail present", "attack future"]),
    ("“We are ready,” said the minister on Monday.", ["are present", "said past"]),
    ("The ship sank on Monday after it hit a mine.", ["sank past", "hit past"]),
    ("The miners marched through Lima, calling for higher wages.", ["marched past", "calling past"]),
    ("Kenya signed a reported deal with a united front.", ["signed past"]),
    ("A baker who sold stale bread was fined.", ["sold past", "fined past"]),
    ("For nine years the council met in a barn.", ["met past"]),
    ("The side came from behind to beat Bergen.", ["came past"]),
    ("The guild called off a walkout planned for May.", ["called past", "planned past"]),
    ("The United States Mint had moved.", ["moved past"]),
    ("Bergen face Molde on Friday and travel to Rome in May.", ["face present", "travel present"]),
    ("Anna Berg said the bridge was “badly damaged”.", ["said past", "damaged past"]),
    ("The next vote is due on 3 May.", ["due future"]),
]
SUBJECTS = [
    ("On 4 May, the miners stormed the hall.", "stormed", "the miners"),
    ("Anna Berg, the mayor of Bergen, resigned.", "resigned", "Anna Berg"),
    ("He arrived and met the king.", "met", "He"),
    ("France, Peru and Chad signed the pact.", "signed", "France, Peru and Chad"),
    ("“No,” said the minister.", "said", "the minister"),
    ("The town fell on Monday, with the mayor fleeing the region.", "fleeing", "the mayor"),
    ("The rebels, who took the town in May, denied it.", "denied", "The rebels"),
    ("A baker who sold stale bread was fined.", "fined", "A baker"),
    ("At least nine miners died.", "died", "At least nine miners"),
    ("By the following spring the United Mills had closed.", "closed", "the United Mills"),
    ("Earlier this month he left the band.", "left", "he"),
    ("Judge Olga Lund told him he had lied.", "lied", "he"),
    ("“We lost,” said team captain Olga Lund of Molde.", "said", "team captain Olga Lund"),
    ("A fire began, the mayor, Anna Berg, wrote on Monday.", "wrote", "the mayor"),
    ("Norway expects prices to fall in May.", "fall", "prices"),
    ("Norway plans to leave in May.", "leave", "Norway"),
    ("The wreck of a ship that sank in May was found.", "sank", "a ship"),
    ("The firm, which lost a mill and sold its boats in May, closed.", "sold", "The firm"),
    ("The pod came home without the crew it had carried.", "carried", "it"),
    ("The judge was cleared of racial abuse for lack of proof.", "cleared", "The judge"),
    ("They took up the case that July and in May asked for help.", "asked", "They"),
]


def clause_of(sentence: str, verb: str) -> Clause:
    return next(c for c in find_clauses(sentence) if c.verb == verb)


@pytest.mark.parametrize(("sentence", "verbs"), VERBS, ids=[v[0][:50] for v in VERBS])
def test_each_verb_has_its_clause_and_tense(sentence: str, verbs: list[str]) -> None:
    assert [f"{c.verb} {c.tense}" for c in find_clauses(sentence)] == verbs


@pytest.mark.parametrize(("sentence", "verb", "subject"), SUBJECTS, ids=[s[0][:50] for s in SUBJECTS])
def test_a_clause_knows_its_subject(sentence: str, verb: str, subject: str) -> None:
    clause = clause_of(sentence, verb)
    assert sentence[clause.subject_start : clause.subject_end] == subject


def test_a_date_before_a_relative_clause_belongs_to_the_verb_after_it() -> None:
    sentence = "On Friday the rebels, who took the town in May, denied the charge."
    on_friday, in_may = clause_at(sentence, sentence.index("Friday")), clause_at(sentence, sentence.index("May"))
    assert on_friday is not None and on_friday.verb == "denied"
    assert in_may is not None and in_may.verb == "took"


def test_a_relative_clause_with_a_subject_of_its_own_knows_what_it_is_about() -> None:
    sentence = "They flew over the island, which Peru bought in May."
    bought = clause_of(sentence, "bought")
    assert (sentence[bought.subject_start : bought.subject_end], sentence[bought.head_start : bought.head_end]) == ("Peru", "the island")


def test_two_dated_verbs_are_two_clauses() -> None:
    sentence = "On 6 May the army took the port, and on 7 May, the rebels left the city."
    first, second = clause_at(sentence, sentence.index("6 May")), clause_at(sentence, sentence.index("7 May"))
    assert first is not None and second is not None and (first.verb, second.verb) == ("took", "left")


def test_would_under_a_verb_of_saying_is_what_was_planned() -> None:
    assert clause_of("The minister said he would resign on Friday.", "resign").modality == "planned"
    assert clause_of("The minister would resign in that case.", "resign").modality == "conditional"


def test_negation_and_passive_are_seen() -> None:
    assert clause_of("He did not attend the meeting.", "attend").negated
    assert clause_of("The bridge was closed on Monday.", "closed").passive


@given(st.text(alphabet=st.sampled_from("The army said that, who. met 3 May \"in”—()to be;:' killed")))
def test_any_text_gives_clauses_inside_it(sentence: str) -> None:
    for clause in find_clauses(sentence):
        assert 0 <= clause.start <= clause.end <= len(sentence)
        assert 0 <= clause.verb_start < clause.verb_end <= len(sentence)
        assert clause.subject_end <= len(sentence)


@given(st.lists(st.sampled_from("the army said that who met , and in May will be killed by Reuters to leave ( ) not Oslo ; after".split()), max_size=25))
def test_clauses_of_a_sentence_cover_it(words: list[str]) -> None:
    sentence = " ".join(words)
    clauses = find_clauses(sentence)
    covered = {i for c in clauses for i in range(c.start, c.end)}
    assert not clauses or covered == set(range(len(sentence)))
