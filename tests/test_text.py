"""Sentences and tokens: boundaries, offsets, hard-wrapped text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Sentence, Source
from pipeline.tables import to_records, to_table
from pipeline.text import LONGEST, enter_articles, is_wrapped, language_of, overlapping, paragraphs, split_sentences, tokenize


def sentences_of(text: str) -> list[str]:
    articles = enter_articles(to_table([Source(name="a", text=text)], Source))
    return [s.text for s in to_records(split_sentences(articles), Sentence)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Mr. Okoro met Gen. Diaz. They left.", 2, id="titles"),
        pytest.param("She works for the U.S. Treasury. It opened in 1789.", 2, id="country initials"),
        pytest.param("The firm, Hallam Inc., rose 2.5 percent. Shares of J. P. Brandt fell.", 2, id="company and initials"),
        pytest.param("They signed with Hallam Corp. The price was kept secret.", 2, id="company at the end"),
        pytest.param("Is that so? No. The firm denied it.", 3, id="a word that can be an abbreviation"),
        pytest.param("The dog sat. Rain fell.", 2, id="a verb that looks like a weekday"),
        pytest.param("It began on Sept. 3. Nobody came.", 2, id="month with a full stop"),
        pytest.param('"We are ready." The minister smiled.', 2, id="after a closing quote"),
        pytest.param('"Are we ready?" the minister asked.', 1, id="quote inside the sentence"),
        pytest.param("Prices rose at 5 p.m. on Monday.", 1, id="time of day"),
        pytest.param("He arrived at 5 p.m. The crowd cheered.", 2, id="time of day at the end"),
        pytest.param("Headline without a stop\nThe story begins here.", 2, id="lines are paragraphs"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count, sentences_of(text)


def test_a_hard_wrapped_text_has_sentences_over_line_breaks() -> None:
    text = "The council met on\nTuesday to discuss the\nnew bridge over the\nriver near the old\nmill.\n\nIt will cost more than\nplanned."
    assert is_wrapped(text)
    assert len(sentences_of(text)) == 2
    assert len(list(paragraphs(text))) == 2


@given(st.text(alphabet=st.sampled_from("aB .!?\n\"”’'1é\u2028\t(")))
def test_every_sentence_stands_at_its_offsets_and_no_letter_is_lost(text: str) -> None:
    articles = enter_articles(to_table([Source(name="a", text=text)], Source))
    rows = to_records(split_sentences(articles), Sentence)
    assert all(text[s.char_start : s.char_end] == s.text for s in rows)
    assert "".join("".join(s.text for s in rows).split()) == "".join(text.split())
    assert [s.char_start for s in rows] == sorted(s.char_start for s in rows)


@given(st.text())
def test_tokens_stand_at_their_offsets_and_cover_all_but_space(sentence: str) -> None:
    words, starts, ends, _ = tokenize(sentence)
    assert all(sentence[a:b] == w for w, a, b in zip(words, starts, ends, strict=True))
    assert "".join(words) == "".join(sentence.split())


def test_a_table_without_full_stops_is_cut_into_pieces() -> None:
    text = "grain 12 " * 1000
    pieces = sentences_of(text)
    assert max(map(len, pieces)) <= LONGEST
    assert " ".join(pieces) == text.strip()


def test_pieces_are_found_by_the_span_that_they_share_code_points_with() -> None:
    rows = to_records(split_sentences(enter_articles(to_table([Source(name="a", text="It rained. It snowed. It thawed.")], Source))), Sentence)
    assert list(overlapping(rows, 12, 22)) == rows[1:2]
    assert list(overlapping(rows, 9, 12)) == rows[:2]
    assert list(overlapping(rows, 10, 11)) == []


def test_copies_in_two_outlets_are_two_articles_with_one_text() -> None:
    sources = [Source(name=n, text="The same text.") for n in ("first", "second")]
    articles = enter_articles(to_table(sources, Source))
    assert articles.article_id.nunique() == 2
    assert articles.text_hash.nunique() == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Le ministre a annoncé vendredi que les négociations reprendraient la semaine prochaine.", "fr", id="French"),
        pytest.param("El ministro anunció el viernes que las negociaciones empezarán la próxima semana.", "es", id="Spanish"),
        pytest.param("Министр заявил в пятницу, что переговоры начнутся на следующей неделе.", "ru", id="Russian"),
        pytest.param("GOLD 1,984.20 SILVER 23.10 COPPER 3.84 ZINC 2,410", "en", id="no words to tell by"),
        pytest.param("The talks with Ministerpräsident Kretschmer in Dresden ended on Friday.", "en", id="English with German names"),
    ],
)
def test_the_language_is_told_from_the_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_an_article_carries_the_language_of_its_words() -> None:
    words = "Der Minister sagte am Freitag, dass die Verhandlungen in der kommenden Woche beginnen."
    assert list(enter_articles(to_table([Source(name="a", text=words)], Source)).language) == ["de"]
