"""The publication date: what texts say of it, and what they leave open."""

from __future__ import annotations

import random
from datetime import date

import pytest

from pipeline.actors.names.document import find_names
from pipeline.dating.corpus import inform_articles
from pipeline.dating.solve import date_articles
from pipeline.events.sources import credit_articles
from pipeline.furniture import find_furniture
from pipeline.model import Article, DatingEvidence, Source, WorldFact
from pipeline.seeds import read_seeds
from pipeline.tables import in_one, to_records, to_table
from pipeline.text import enter_articles, split_sentences
from pipeline.timex.tag import find_expressions

FACTS = (
    WorldFact("Ana Alder; Alder", "President; Freedonian President", "office", "2010-03-01", "2014-02-28", "Ana Alder was president of Freedonia", "invented"),
    WorldFact("Ben Birch; Birch", "President; Freedonian President", "office", "2014-03-01", "2016-02-29", "Ben Birch was president of Freedonia", "invented"),
    WorldFact("Otto Birch; Birch", "President", "office", "1990-01-01", "1993-12-31", "Otto Birch was president of Freedonia", "invented"),
    WorldFact(
        "Cara Cedar; Cedar", "harbour master of Brakow; Brakow Harbour Master", "office", "2009-01-01", "2012-05-31", "Cara Cedar was in office", "invented"
    ),
    WorldFact("Dora Dogwood", "", "birth", "1950-05-05", "", "Dora Dogwood was born", "invented"),
    WorldFact("Brakow Games", "", "planned", "2016-07-01", "2016-07-10", "the Brakow Games", "invented"),
    WorldFact("Brakow bank & failed|collapsed", "", "landmark", "2011-03-04", "", "the Brakow bank failed", "invented"),
    WorldFact("Operation Heron", "", "lasting", "2011-02-01", "", "Operation Heron began", "invented"),
    WorldFact("fall of Brakow", "", "landmark", "2012-08-15", "", "the fall of Brakow", "invented"),
)
ACTORS = read_seeds().actors
FILLER = " Rain fell on the harbour, and the ferries were late."


def find(*sources: Source, facts: tuple[WorldFact, ...] = FACTS, scope: str | None = None) -> tuple[list[Article], list[DatingEvidence]]:
    articles = enter_articles(to_table(sources, Source), scope)
    sentences = split_sentences(articles)
    furniture = find_furniture(articles, sentences)
    expressions = find_expressions(sentences, furniture, ())
    articles, evidence = date_articles(credit_articles(articles, furniture), sentences, furniture, expressions, facts)
    names = find_names(sentences, furniture, ACTORS)
    articles, proof = inform_articles(articles, in_one(expressions), in_one(names))
    return to_records(articles, Article), to_records(evidence, DatingEvidence) + to_records(proof, DatingEvidence)


def dated(text: str, **fields: str) -> Article:
    return find(Source(name="a", text=text, **fields))[0][0]


STATED = {
    "a dateline with its year": ("OSLO, October 3, 2018 (Reuters) - Norway opened a port." + FILLER, "2018-10-03"),
    "a line that says published": ("Port opens\n\nPublished: 3 October 2018\n\nNorway opened a port." + FILLER, "2018-10-03"),
    "a line below the story": ("Norway opened a port." + FILLER * 4 + "\n\n(Posted 3 October 2018)", "2018-10-03"),
    "a line that says published in French": ("Publié le 3 octobre 2018\n\nPort opens\n\nNorway opened a port." + FILLER, "2018-10-03"),
    "a line that says published in German": ("Veröffentlicht am 3. Oktober 2018\n\nPort opens\n\nNorway opened a port." + FILLER, "2018-10-03"),
    "a line with full stops": ("Date: 3.10.2018\n\nNorway opened a port." + FILLER, "2018-10-03"),
    "words that say which year it is": ("It is 2018, and the port is still shut. It was built in 1990." + FILLER, "2018"),
    "a dateline with its weekday and a year told": (
        "BERGEN, Thursday, March 12 - A ferry ran aground on Wednesday night. She was bought in 2008, and a new ship is to come by 2011." + FILLER,
        "2009-03-12",
    ),
    "a mail header": ("Date: Wed, 3 Oct 2018 10:00:00 +0000\n\nNorway opened a port." + FILLER, "2018-10-03"),
    "the address of the page": ("https://news.example/2018/10/03/port\n\nNorway opened a port." + FILLER, "2018-10-03"),
    "a head of several lines": ("QRS0123 4 INN\nOSLO/PORT\n14.06.2018 11:32\n\nNorway opened a port." + FILLER, "2018-06-14"),
    "the number of a story": ("qr180614.1130.0089\n\nNorway opened a port." + FILLER, "2018-06-14"),
    "a day before that of the archive": ("October 3, 2018, Wednesday\n\nNorway opened a port." + FILLER * 4 + "\n\nLOAD-DATE: October 8, 2018", "2018-10-03"),
    "figures in the order of another date": ("Published: 03/10/2018\n\nNorway opened a port." + FILLER + " It had closed on 25/09/2018.", "2018-10-03"),
    "figures in the order of the outlet": ("DATE=10/3/18\nSOURCE=VOA\n\nNorway opened a port." + FILLER, "2018-10-03"),
    "figures in an order that nothing decides": ("Published: 03/10/2018\n\nNorway opened a port." + FILLER, "2018"),
    "years after what is not that day": ("OSLO, 8 January 2013 - Trains will run again on 10 March 2013, three years after they ended.", "2013-01-08"),
    "a birthday of last week": ("Ana had her sixtieth birthday last Saturday. She was born on 5 May 1958." + FILLER, "2018-05"),
    "a masthead": ("THE OSLO COURIER\nWednesday, October 3, 2018          Price 3 kr\n\nNorway opened a port." + FILLER, "2018-10-03"),
    "published before updated": ("Port\n\nPosted 3 Oct 2018, 18:20 | Last changed 5 Oct 2018\n\nNorway opened a port." + FILLER, "2018-10-03"),
    "a post and its weekday": (
        "Norway opened a port on Wednesday." + FILLER + "\n\nIt is open! - Ana (@ana) October 3, 2018\n\nEarlier today a ship ran aground on Wednesday, too.",
        "2018-10-03",
    ),
    "yesterday with its date": ("Norway opened a port yesterday, 2 October 2018." + FILLER, "2018-10-03"),
    "an anniversary on the day": ("Twenty years ago today the bridge fell. It fell on 3 October 1998 in a storm." + FILLER, "2018-10-03"),
    "last year told in two ways": ("The port closed in August of last year. Since August 2017 it has been rebuilt, the town said." + FILLER, "2018"),
    "so far in a year": ("So far in 2018 the port has handled nine ships." + FILLER, "2018"),
}


@pytest.mark.parametrize(("text", "published"), STATED.values(), ids=STATED)
def test_a_date_is_found_in(text: str, published: str) -> None:
    assert dated(text).published == published


UNDATED = {
    "a bare weekday": "The minister spoke on Friday." + FILLER,
    "plan years alone": "The council adopted a plan for 2025-2029 on Tuesday." + FILLER,
    "a weekday and a day alone": "The minister spoke on Friday, July 20." + FILLER,
    "a year of the past alone": "The port was built in 1952, the mayor said on Friday." + FILLER,
    "a day that is an anniversary itself": "On 9 April 2009, the sixth anniversary of the storm, a crowd met." + FILLER,
    "a date that a label names": "Ana wrote it on Friday. Here is a rain date: August 23, 2044." + FILLER,
    "a range of years before Christ": "The port was besieged 499-450 BC." + FILLER,
    "an empty text": "",
}


def test_what_was_called_for_by_a_year_is_not_told_as_past() -> None:
    assert dated("Published: 3 October 2018\n\nA report called for a lamp without people by 2020." + FILLER).published == "2018-10-03"


def test_a_day_ahead_with_its_weekday_narrows_the_year() -> None:
    assert dated("The port will open on Saturday, June 24. It was sold in 2004, and the heating will follow in 2007." + FILLER).published == "2006"


@pytest.mark.parametrize("text", UNDATED.values(), ids=UNDATED)
def test_nothing_is_invented_from(text: str) -> None:
    assert dated(text).published is None


def test_the_year_of_a_weekday_and_day_comes_from_facts() -> None:
    """3 October is a Wednesday in 2012 within the term; the other such years lie outside it."""
    found = dated("OSLO, October 3 (Reuters) - President Ana Alder opened a port on Wednesday." + FILLER)
    assert (found.published, found.published_basis) == ("2012-10-03", "dateline")


def test_a_weekday_one_day_off_is_a_conflict_and_no_proof_of_a_far_year() -> None:
    """20 July is a Friday in 2018; the plans and the postponement speak for 2024, a day off."""
    text = "The council met on Friday night, July 20. It approved a programme for 2025-2027. The vote had been postponed to 2024."
    (found,), evidence = find(Source(name="a", text=text))
    assert found.published is None or found.published.startswith("2024")
    assert any("conflict" in e.says for e in evidence)


def test_an_office_bounds_both_ends() -> None:
    found = dated("President Ana Alder opened a port." + FILLER)
    assert (found.published_earliest, found.published_latest) == (date(2010, 3, 1), date(2014, 2, 28))


def test_a_former_holder_bounds_from_the_end_of_the_term() -> None:
    assert dated("Former President Ana Alder opened a port on Friday." + FILLER).published_earliest == date(2014, 2, 28)


def test_an_elected_holder_dates_the_months_before_the_term() -> None:
    found = dated("President-elect Ana Alder opened a port." + FILLER)
    assert found.published_earliest == date(2009, 11, 1) and found.published_latest == date(2010, 3, 1)


def test_a_deputy_is_not_the_holder() -> None:
    assert dated("Vice President Ana Alder opened a port." + FILLER).published_earliest is None


def test_a_surname_of_two_holders_is_one_of_their_terms() -> None:
    found = dated("President Birch opened a port." + FILLER)
    assert found.published is None and found.published_earliest == date(1990, 1, 1)


def test_a_landmark_bounds_from_below_but_not_when_it_is_only_feared() -> None:
    assert dated("Trade has stopped since the fall of Brakow." + FILLER).published_earliest == date(2012, 8, 15)
    assert dated("The fall of Brakow will stop all trade." + FILLER).published_earliest is None


def test_a_day_told_without_its_year_beside_a_fact_of_that_day_gives_the_year() -> None:
    found = dated("OSLO, October 3 (Reuters) - Norway opened a port on Wednesday. On August 15 the fall of Brakow surprised the town." + FILLER)
    assert found.published == "2012-10-03"


def test_a_fact_told_as_the_news_of_yesterday_gives_the_day() -> None:
    assert dated("The fall of Brakow was announced yesterday." + FILLER).published == "2012-08-16"


BOUNDED = {
    "a title in apposition": ("Cara Cedar, the harbour master of Brakow, opened a port.", date(2009, 1, 1), date(2012, 5, 31)),
    "a name with an initial": ("Brakow Harbour Master Cara B. Cedar opened a port.", date(2009, 1, 1), date(2012, 5, 31)),
    "an administration": ("The Alder administration opened a port.", date(2010, 3, 1), date(2014, 2, 28)),
    "a holder who leaves": ("Brakow Harbour Master Cara Cedar resigned over the port.", date(2009, 1, 1), date(2012, 7, 30)),
    "an age": ("Dora Dogwood, 61, opened a port.", date(2011, 5, 5), date(2012, 5, 4)),
    "two parts of a fact in one sentence": ("Trade has stopped since the old Brakow bank collapsed.", date(2011, 3, 4), None),
    "a name that lasts, and today": ("Today ships of Operation Heron left the port.", date(2011, 2, 1), None),
}


@pytest.mark.parametrize(("text", "first", "last"), BOUNDED.values(), ids=BOUNDED)
def test_a_fact_bounds_by(text: str, first: date, last: date | None) -> None:
    found = dated(text + FILLER)
    assert (found.published_earliest, found.published_latest) == (first, last)


UNBOUNDED = {
    "a title that came later": "Cara Cedar, who became the harbour master of Brakow, opened a port.",
    "only one part of a fact": "The Brakow bank opened a branch.",
    "games that lie ahead or behind": "The town has built a hall for the Brakow Games.",
    "an age of somebody else": "Ben Dogwood, 61, opened a port.",
}


@pytest.mark.parametrize("text", UNBOUNDED.values(), ids=UNBOUNDED)
def test_no_fact_bounds_by(text: str) -> None:
    assert dated(text + FILLER).published_earliest is None


POINTED = {
    "days after a fact": ("Two days after the fall of Brakow the ferries sailed again this morning.", "2012-08-17"),
    "an anniversary of a fact": ("The town marked the second anniversary of the fall of Brakow today.", "2014-08-15"),
    "a season beside a fact that it looks back on": ("Ana sold 90 flags before the Brakow Games this summer.", "2016"),
    "a sentence that takes up a fact": ("In that week the Brakow bank failed. That was last month, and the street is empty.", "2011-04"),
    "a month compared with its like": ("Less rain fell last month than in any August since 1976. In August 2014 it was an inch.", "2014-09"),
    "yesterday as the first day of a year": ("The bridge opened yesterday, the first day of 2004. The mayor cut a ribbon.", "2004-01-02"),
}


@pytest.mark.parametrize(("text", "published"), POINTED.values(), ids=POINTED)
def test_a_date_is_counted_from(text: str, published: str) -> None:
    assert dated(text + FILLER).published == published


def test_a_day_of_an_old_letter_is_no_day_of_the_news() -> None:
    text = 'The letter begins "Friday, 3 October 1941". A line was added on Saturday, 4 October.' + FILLER * 3 + "\n\n(Posted 12 May 2018)"
    assert dated(text).published == "2018-05-12"


def test_what_the_user_gives_stands_and_is_certain() -> None:
    found = dated("OSLO, October 3, 2018 (Reuters) - Norway opened a port.", published="2019-06", published_basis="user")
    assert (found.published, found.published_basis, found.published_confidence) == ("2019-06", "user", 1.0)
    assert (found.published_earliest, found.published_latest) == (date(2019, 6, 1), date(2019, 6, 30))


def test_a_file_named_by_a_day_only_is_dated_by_it() -> None:
    text = "Norway opened a port." + FILLER
    assert find(Source(name="in/2018-10-03.txt", text=text))[0][0].published == "2018-10-03"
    assert find(Source(name="in/2018-10-03-copy.txt", text=text))[0][0].published is None


def test_evidence_stands_on_the_very_words() -> None:
    text = "OSLO, October 3 (Reuters) - President Ana Alder opened a port on Wednesday." + FILLER
    _, evidence = find(Source(name="a", text=text))
    assert evidence and all(text[e.char_start : e.char_end] == e.text for e in evidence if e.char_start is not None and "…" not in e.text)


ONE = "Alder News Agency: The council met on Friday night, July 20, and approved a programme for 2025-2027 and a strategy for 2024-2029." + FILLER
TWO = "Alder News Agency: The chairman spoke on Friday, July 20. The vote, initially slated for 2023, has been postponed to 2024." + FILLER
THREE = "Alder News Agency: The chairman spoke on Friday." + FILLER
TOGETHER = [Source(name="1", text=ONE), Source(name="2", text=TWO), Source(name="3", text=THREE)]


def test_articles_of_one_outlet_with_one_date_phrase_date_each_other() -> None:
    one, two, three = find(*TOGETHER, scope="")[0]
    assert str(one.published).startswith("2024") and str(two.published).startswith("2024") and "corpus" in (one.published_basis, two.published_basis)
    assert three.published is None


KNOWS = "OSLO, May 9, 2019 (Reuters) - The United Nations and the World Bank opened a port in Oslo on May 3, 2019." + FILLER
ASKS = "On May 3 the World Bank told the United Nations that the port was ready. Ships came on Friday." + FILLER
APART = "On May 3 the World Bank told Oxfam that the port was ready. Ships came on Friday." + FILLER
OLDER = "The United Nations and the World Bank closed a port on May 3, 2012." + FILLER
SAME_DAY = Source(name="k", text=KNOWS), Source(name="a", text=ASKS), Source(name="b", text=APART)


def test_a_day_told_in_the_same_company_takes_the_year_that_another_article_knows() -> None:
    _, asks, apart = find(*SAME_DAY, scope="")[0]
    assert (asks.published, asks.published_basis, asks.published_earliest) == ("2019", "corpus", date(2019, 5, 3))
    assert apart.published is None and apart.published_earliest is None


def test_two_years_of_one_day_in_the_same_company_decide_nothing() -> None:
    assert find(*SAME_DAY, Source(name="o", text=OLDER), scope="")[0][1].published is None


def test_articles_of_other_scopes_do_not() -> None:
    assert "corpus" not in {a.published_basis for a in find(*TOGETHER, *SAME_DAY, scope=None)[0]}


def test_the_order_of_the_files_does_not_matter() -> None:
    together = [*TOGETHER, *SAME_DAY]
    wanted = {a.name: (a.published, a.published_confidence) for a in find(*together, scope="")[0]}
    for seed in range(4):
        shuffled = random.Random(seed).sample(together, len(together))
        assert {a.name: (a.published, a.published_confidence) for a in find(*shuffled, scope="")[0]} == wanted
