"""Outlets, agencies and copies."""

from __future__ import annotations

from pipeline.events.sources import COPY, likeness, outlet_key, sketch_of

TEXT = " ".join(f"word{n} follows word{n + 1} in a long and quite particular report number {n * 7}" for n in range(40))


def test_a_copy_with_another_ending_is_known() -> None:
    assert likeness(sketch_of(TEXT), sketch_of(TEXT + " One more sentence was added by the editor of the paper.")) >= COPY


def test_another_text_is_no_copy() -> None:
    other = " ".join(f"line {n} tells of something else entirely, item {n * 13} of the list" for n in range(40))
    assert likeness(sketch_of(TEXT), sketch_of(other)) < COPY


def test_a_short_text_has_no_sketch_and_is_like_nothing() -> None:
    assert sketch_of("two words") == "" and likeness("", "") == 0.0


def test_the_article_of_an_outlets_name_does_not_count() -> None:
    assert outlet_key("The Varna Post") == outlet_key("Varna Post")
