"""Who said it, how, and via whom."""

from __future__ import annotations

import pytest

from tests.actors_setting import told

SAID = [
    ("a verb after its subject", "[P:Ana Soto] said that trains would stop.", [("Ana Soto", "indirect", None)]),
    ("a verb before its subject", "Trains will stop, said minister [P:Ana Soto].", [("Ana Soto", "indirect", None)]),
    ("an apposition between", "[P:Ana Soto], the head of [O:Harbour Bank], also warned of delays.", [("Ana Soto", "indirect", None)]),
    ("a direct quote", '"Trains will stop by noon today," [P:Ana Soto] said.', [("Ana Soto", "direct", None)]),
    ("according to", "Trains will stop, according to [P:Ana Soto].", [("Ana Soto", "indirect", None)]),
    ("a headline with a colon", "[P:Soto]: trains will stop\n[P:Ana Soto] left.", [("Ana Soto", "indirect", None)]),
    ("a country speaks", "[L:Chile] condemned the attack.", [("Chile", "indirect", None)]),
    ("two speak", "[L:Chile] and [L:Norway] condemned the attack.", [("Chile", "indirect", None), ("Norway", "indirect", None)]),
    ("a document has an owner", "A report by [O:Harbour Bank] said prices rose.", [("Harbour Bank", "indirect", None)]),
    ("officials of a country", "Norwegian officials said prices rose.", [("Norway", "indirect", None)]),
    ("an agency that was told", "[P:Ana Soto] told [O:Coast News] that trains would stop.", [("Ana Soto", "indirect", "Coast News")]),
    ("an agency that reported", "[P:Ana Soto] denied the charge, [O:Coast News] reported.", [("Ana Soto", "indirect", "Coast News")]),
    ("an interview", "[P:Ana Soto] disagreed in an interview with [O:Fjord Online].", [("Ana Soto", "indirect", "Fjord Online")]),
    (
        "a letter that was printed",
        '"Trains will stop by noon," [P:Ana Soto] wrote in a letter that the daily [O:Posten] printed.',
        [("Ana Soto", "direct", "Posten")],
    ),
    ("a pronoun", "[P:Ana Soto] came. She said that trains would stop.", [("Ana Soto", "indirect", None)]),
    ("any verb beside a quote", '"Trains will never come back," chuckled [P:Ana Soto].', [("Ana Soto", "direct", None)]),
    ("any verb before a colon and a quote", '[P:Ana Soto] winced: "Trains will never come back."', [("Ana Soto", "direct", None)]),
    ("any verb inside a quote", '"Trains," [P:Ana Soto] drawled, "will never come back."', [("Ana Soto", "direct", None)]),
    ("a day between verb and content", "[P:Ana Soto] ruled on Friday that trains must stop.", [("Ana Soto", "indirect", None)]),
    ("a verb between commas", "Trains, [P:Ana Soto] suspects, will stop.", [("Ana Soto", "indirect", None)]),
    ("a place after the verb", "Trains will stop, [P:Ana Soto] decided in [L:Oslo].", [("Ana Soto", "indirect", None)]),
    ("the speaker after any comma", "Trains will stop, cautions [P:Ana Soto] of [O:Harbour Bank].", [("Ana Soto", "indirect", None)]),
    ("a figure that is put", "[O:Harbour Bank] put the loss of all the years at 40 kroner.", [("Harbour Bank", "indirect", None)]),
    ("a view", "In the view of [P:Ana Soto], trains will stop.", [("Ana Soto", "indirect", None)]),
    ("a view with its owner", "Trains, in [P:Ana Soto]'s words, will stop.", [("Ana Soto", "indirect", None)]),
    ("a stance not taken", "[P:Ana Soto] does not dispute the delay.", [("Ana Soto", "indirect", None)]),
    ("a quote after a colon", '[P:Ana Soto] is in the yard: "We burn the old tickets."', [("Ana Soto", "direct", None)]),
    ("a paper of a kind", "[P:Ana Soto] complained to the student newspaper [O:Fjord] that trains would stop.", [("Ana Soto", "indirect", "Fjord")]),
    ("a paper one writes in", '"Trains will never come back," wrote [P:Ana Soto] in [O:Fjord].', [("Ana Soto", "direct", "Fjord")]),
    ("a paper that quotes", '"Trains will never come back," [O:Coast News] quoted [P:Ana Soto] as saying.', [("Ana Soto", "direct", "Coast News")]),
    ("a paper that cites", "Trains will stop, [O:Coast News] reported, citing [P:Ana Soto].", [("Ana Soto", "indirect", "Coast News")]),
    ("what one used to say", "Trains, [P:Ana Soto] used to say, will stop.", [("Ana Soto", "indirect", None)]),
    ("what one goes on saying", "[P:Ana Soto] is warning that trains will stop.", [("Ana Soto", "indirect", None)]),
    ("a means after the verb", '"Trains will never come back," [P:Ana Soto] wrote by telegram.', [("Ana Soto", "direct", None)]),
    ("whom one writes to", "[P:Ana Soto] wrote to the board that trains would stop.", [("Ana Soto", "indirect", None)]),
    ("a document that reads", '"Trains will never come back," reads a note by [O:Harbour Bank].', [("Harbour Bank", "direct", None)]),
    ("the mayor of a place", "Trains will stop, said its mayor, [P:Ana Soto].", [("Ana Soto", "indirect", None)]),
    ("an aunt before her name", "Trains will stop, said his aunt, [P:Ana Soto].", [("Ana Soto", "indirect", None)]),
    ("a participle between", "[O:Harbour Bank], founded in 1910, said trains would stop.", [("Harbour Bank", "indirect", None)]),
    ("what is made clear", "[P:Ana Soto] made clear that trains would stop.", [("Ana Soto", "indirect", None)]),
    ("a refusal to comment", "[P:Ana Soto] declined to comment.", [("Ana Soto", "indirect", None)]),
    ("what one wants", "[P:Ana Soto] wants a report by March.", [("Ana Soto", "indirect", None)]),
    ("a study that finds", "[O:Harbour Bank] found that prices rose.", [("Harbour Bank", "indirect", None)]),
    ("a retort", "[P:Ana Soto] shot back that trains would stop.", [("Ana Soto", "indirect", None)]),
    ("what one goes on to say", "[P:Ana Soto] went on to say that trains would stop.", [("Ana Soto", "indirect", None)]),
    ("a statement that quotes", '[P:Ana Soto] left. "Trains will never come back," a statement quoted her as saying.', [("Ana Soto", "direct", None)]),
    ("a fire chief", "Trains will stop, according to [L:Oslo] fire chief [P:Ana Soto].", [("Ana Soto", "indirect", None)]),
    ("whom one asks to do it", "[P:Ana Soto] asked passengers to wait.", [("Ana Soto", "indirect", None)]),
    ("what one does not rule out", "[P:Ana Soto] did not rule out a strike.", [("Ana Soto", "indirect", None)]),
    ("a day before the verb", "[P:Ana Soto], head of [O:Harbour Bank], late on Tuesday said trains would stop.", [("Ana Soto", "indirect", None)]),
    ("a title with a preposition", "Norway's envoy to [L:Chile] [P:Ana Soto] said trains would stop.", [("Ana Soto", "indirect", None)]),
    ("a doctor after the verb", '"Trains will never come back," said Dr. [P:Ana Soto].', [("Ana Soto", "direct", None)]),
    (
        "a report of a day",
        "Trains will stop, according to a report published on Monday by [O:Harbour Bank].",
        [("Harbour Bank", "indirect", None)],
    ),
    ("who filed what says so", "The lawsuit, filed by [P:Ana Soto] in [L:Oslo], alleges fraud.", [("Ana Soto", "indirect", None)]),
    ("who signed what reads so", '"Trains will never come back," reads a note signed by [P:Ana Soto].', [("Ana Soto", "direct", None)]),
    ("a body named between commas", "The lender, the [O:Harbour Bank], warned that prices would rise.", [("Harbour Bank", "indirect", None)]),
    ("what one would not say", "[P:Ana Soto] would not say whether trains would stop.", [("Ana Soto", "indirect", None)]),
    ("where one took to", "[P:Ana Soto] took to Facebook to say that trains would stop.", [("Ana Soto", "indirect", None)]),
    ("whoever cites another", "[P:Ana Soto], citing [P:Jan Vos], said trains would stop.", [("Ana Soto", "indirect", None)]),
    (
        "three of a list",
        "[L:Chile], [L:Norway] and [O:Harbour Bank] condemned the attack.",
        [("Harbour Bank", "indirect", None), ("Chile", "indirect", None), ("Norway", "indirect", None)],
    ),
    ("a paper that no word tells of", "[P:Ana Soto] told [O:Fjordposten] that trains would stop.", [("Ana Soto", "indirect", "Fjordposten")]),
    ("a court only hears", "[P:Ana Soto] told the [O:Oslo Court] that trains would stop.", [("Ana Soto", "indirect", None)]),
    ("an agency that cites as saying", "[O:Coast News] cited mayor [P:Ana Soto] as saying trains would stop.", [("Ana Soto", "indirect", "Coast News")]),
    ("who was cited by an agency", "[P:Ana Soto] was cited by [O:Coast News] as saying that trains would stop.", [("Ana Soto", "indirect", "Coast News")]),
    ("a station one speaks on", "[P:Ana Soto] denied this on [O:Coast News].", [("Ana Soto", "indirect", "Coast News")]),
    ("an agency that saw it", "In a letter seen by [O:Coast News], [P:Ana Soto] denied the charge.", [("Ana Soto", "indirect", "Coast News")]),
    ("a national agency", "According to Norway's news agency [O:Fjord], [P:Ana Soto] denied the charge.", [("Ana Soto", "indirect", "Fjord")]),
    ("an agency of itself", "[O:Coast News] said it would appeal.", [("Coast News", "indirect", None)]),
    ("a rank between commas", "A lawyer, Chief [P:Ana Soto], said trains would stop.", [("Ana Soto", "indirect", None)]),
    ("a role without an article", "[P:Ana Soto], head of trading at [O:Harbour Bank], said prices rose.", [("Ana Soto", "indirect", None)]),
    ("a note after an apposition", "Prices will rise, [P:Ana Soto], a trader, wrote in a note.", [("Ana Soto", "indirect", None)]),
    ("two appositions", "[P:Ana Soto], the trader, who was late, said prices rose.", [("Ana Soto", "indirect", None)]),
    ("another in between", "[P:Ana Soto], who also trains [P:Jan Vos], her rival, believes prices will rise.", [("Ana Soto", "indirect", None)]),
    ("a name and more", "[O:Harbour Bank] and a clerk of the port said prices rose.", [("Harbour Bank", "indirect", None)]),
    ("in passing", "[O:Harbour Bank] on Monday dropped the plan, saying that prices rose.", [("Harbour Bank", "indirect", None)]),
    ("in passing after a dateline", "[L:Oslo]: [O:Harbour Bank] on Monday dropped the plan, saying that prices rose.", [("Harbour Bank", "indirect", None)]),
    ("in passing by a document that nobody names", "The plans stressed the need for a stable [L:Peru], urging a truce.", []),
    ("what one has asked for", "[L:Chile] has asked for a meeting.", [("Chile", "indirect", None)]),
    ("no more than one would say", "[P:Ana Soto] would say only that trains would stop.", [("Ana Soto", "indirect", None)]),
    ("what one fears", "[P:Ana Soto] fears a strike.", [("Ana Soto", "indirect", None)]),
    ("one of many", "Critics, including [P:Ana Soto], say trains will stop.", [("Ana Soto", "indirect", None)]),
    ("what one raises", "[P:Ana Soto] raised concerns about the trains.", [("Ana Soto", "indirect", None)]),
    ("what is likened", "[P:Ana Soto] likened the fare to theft.", [("Ana Soto", "indirect", None)]),
    ("a paper that first had it", "[P:Ana Soto] denied a charge that [O:Coast News] first reported.", [("Ana Soto", "indirect", "Coast News")]),
    (
        "a paper that was told, and another",
        "[P:Ana Soto] told [O:Fjord], hours after [O:Coast News] reported it, that trains would stop.",
        [("Ana Soto", "indirect", "Fjord")],
    ),
    ("a paper one wrote in", "[P:Ana Soto], a clerk, wrote in [O:Coast News] that prices rose.", [("Ana Soto", "indirect", "Coast News")]),
    ("what one declines to name", "[P:Ana Soto] declined to name the bank.", [("Ana Soto", "indirect", None)]),
    ("a lawyer for another", "A lawyer for [P:Jan Vos], [P:Ana Soto], said prices rose.", [("Ana Soto", "indirect", None)]),
    ("a body with its initials", "[P:Ana Soto] of [O:Harbour Bank] ([O:HB]) said prices rose.", [("Ana Soto", "indirect", None)]),
    ("whom one has written to", "[P:Ana Soto] has written to the board.", [("Ana Soto", "indirect", None)]),
    ("letters after a name", "[P:Ana Soto] QC told the court that trains would stop.", [("Ana Soto", "indirect", None)]),
    ("one of several", "Trains will stop, [P:Ana Soto], one of three directors, confirmed.", [("Ana Soto", "indirect", None)]),
    ("a light verb with its noun", "The [O:Dune Front] issued a warning.", [("Dune Front", "indirect", None)]),
]


@pytest.mark.parametrize(("text", "wanted"), [r[1:] for r in SAID], ids=[r[0] for r in SAID])
def test_speech_is_given_to_who_speaks(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert told(text).said() == wanted


@pytest.mark.parametrize(
    "text",
    [
        "[P:Ana Soto] is expected to announce cuts.",
        "[P:Ana Soto] was accused of fraud.",
        "Experts near [L:Oslo] said prices rose.",
        "[O:Coast News] reported that prices rose.",
        "The attack on [L:Chile] was condemned.",
        "[P:Ana Soto] did not say when.",
        "[P:Ana Soto] called a meeting of the board.",
        "[P:Ana Soto] put the boat at risk.",
        "[O:Harbour Bank] has asked [P:Ana Soto] for a deposit.",
        "According to [P:Ana Soto]'s sister, trains will stop.",
        "[P:Ana Soto] wrote to the board, which wrote back.",
        "The [O:Northern Trade Bloc] member states, which include [L:Chile], met.",
        "[P:Ana Soto] wants to open a depot.",
        "[P:Ana Soto] found that the door was open.",
        "On Tuesday, when [P:Ana Soto] wanted to leave, it rained.",
        '"Nine Winters by the Sea" starred [P:Ana Soto].',
        "[P:Ana Soto] raised the money for the trains.",
        "Growers of lower [L:Chile] met and announced that prices rose.",
        "[L:Chile] had asked for a meeting.",
        "If [P:Ana Soto] says that trains stop, they will.",
        "The sister of singer [P:Ana Soto] said prices rose.",
        "The letter, dated May, says prices rose.",
    ],
)
def test_nobody_is_made_to_speak(text: str) -> None:
    assert told(text).said() == []


def test_a_quote_goes_on_over_sentences() -> None:
    text = '"Trains will stop at noon," [P:Ana Soto] said. "We have no choice about that."'
    assert told(text).said() == [("Ana Soto", "direct", None)] * 2


def test_a_question_is_of_who_is_told_to_have_asked_it() -> None:
    text = '[P:Jan Vos] said trains would stop. "Who will pay for the old tickets?" [P:Ana Soto] asked.'
    assert [name for name, *_ in told(text).said()] == ["Jan Vos", "Ana Soto", "Ana Soto"]


def test_a_quote_is_of_whom_the_sentence_before_is_about() -> None:
    text = '[O:Harbour Bank] said trains would stop.\n[P:Ana Soto] shook her head. "The trains have never been on time here."'
    assert told(text).said()[-1] == ("Ana Soto", "direct", None)


def test_a_quote_of_several_sentences_is_of_who_speaks_at_its_end() -> None:
    text = '[P:Jan Vos] left. "He was not at all happy. Good," [P:Ana Soto] joked.'
    assert told(text).said() == [("Ana Soto", "direct", None)] * 2


def test_a_short_sentence_in_quotes_is_of_the_speaker_before() -> None:
    text = '"Trains will stop at noon," said [P:Ana Soto], who was late. "I am tired."'
    assert told(text).said() == [("Ana Soto", "direct", None)] * 2


def test_what_carries_some_words_of_a_speaker_carries_the_others_of_the_paragraph() -> None:
    text = 'Trains will stop, [P:Ana Soto] told [O:Coast News]. "We have no choice about that," [P:Ana Soto] added.\n"We are all tired," [P:Ana Soto] said.'
    assert told(text).said() == [("Ana Soto", "indirect", "Coast News"), ("Ana Soto", "direct", "Coast News"), ("Ana Soto", "direct", None)]


def test_a_quote_that_nobody_closed_belongs_to_the_speaker_at_its_end() -> None:
    text = "[P:Ana Soto] met the press.\n“Trains will stop at noon today. All the lines are broken now, she said.\nThe rest was calm."
    assert told(text).said() == [("Ana Soto", "direct", None)] * 2


def test_two_speakers_in_a_sentence_have_their_own_parts() -> None:
    setting = told("[P:Ana Soto] said trains would stop, while [P:Jan Vos] denied it.")
    first, second = setting.attributions
    assert setting.text[first.char_start : first.char_end] == "Ana Soto said trains would stop, while"
    assert setting.text[second.char_start : second.char_end] == "Jan Vos denied it."


def test_a_paper_that_no_list_knows_is_known_by_the_word_beside_it() -> None:
    assert told("[P:Ana Soto] told the newspaper [O:Fjord] that trains would stop.").said() == [("Ana Soto", "indirect", "Fjord")]


def test_what_carries_the_words_is_their_source_and_takes_no_part() -> None:
    setting = told("[P:Ana Soto] told [O:Coast News] that trains would stop.")
    assert [(m.text, m.function) for m in setting.mentions] == [("Ana Soto", "actor"), ("Coast News", "source")]


def test_the_paper_is_the_one_named_before() -> None:
    text = "[P:Ana Soto] told the newspaper [O:Fjord] that trains would stop. Buses will stop too, [P:Ana Soto] told the paper."
    assert told(text).said() == [("Ana Soto", "indirect", "Fjord")] * 2
