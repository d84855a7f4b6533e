"""The tables of a run as JSON."""

from __future__ import annotations

from pipeline.answer import answers
from pipeline.model import Source
from pipeline.run import run
from pipeline.seeds import read_seeds
from pipeline.tables import to_table

TEXT = (
    "Norwegian Foreign Minister Kari Lund announced on Monday that the border in the north would be closed."
    " She said that buses would run. She said that ferries would wait."
)


def test_every_sentence_a_speaker_goes_on_to_say_is_under_an_event_of_that_speaker() -> None:
    source = Source("one", TEXT, published="2024-03-13", published_basis="user")
    (answer,) = answers(run(to_table([source], Source), read_seeds())).values()
    said = [row for row in answer["events"] if row["speaker"] == "Kari Lund"]
    covered = {at for row in said for at in range(row["start"], row["end"])}
    assert all(TEXT.index(word) in covered for word in ("buses", "ferries"))
    assert len({row["event_id"] for row in said}) < len(said) or len(said) == 1


def test_an_event_is_counted_once_however_long_its_speaker_goes_on() -> None:
    source = Source("one", TEXT, published="2024-03-13", published_basis="user")
    (answer,) = answers(run(to_table([source], Source), read_seeds())).values()
    ids = {row["event_id"] for row in answer["events"]}
    assert {row["event_id"] for row in answer["events"] if not row["continued"]} == ids
    assert any(row["continued"] for row in answer["events"])


def test_each_of_several_who_speak_together_has_a_row() -> None:
    text = "Foreign ministers Kari Lund of Norway and Pia Holm of Sweden met in Oslo on Monday. Lund and Holm said that buses would run."
    (answer,) = answers(run(to_table([Source("one", text, published="2024-03-13", published_basis="user")], Source), read_seeds())).values()
    assert {row["speaker"] for row in answer["events"] if row["speaker"]} == {"Kari Lund", "Pia Holm"}
