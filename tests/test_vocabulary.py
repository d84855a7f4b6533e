"""The word classes of roles."""

from __future__ import annotations

from pipeline.actors.vocabulary import CLASS_OF, LEADING, ROLE_CLASSES, SHORT_HEADS, WIDER


def test_every_head_has_one_class_and_wider_words() -> None:
    heads = [h for members, _ in ROLE_CLASSES.values() for h in members.split()]
    assert {CLASS_OF[h] for h in heads} == set(ROLE_CLASSES) == set(WIDER)


def test_short_titles_and_verbs_of_leading_stand_for_known_heads() -> None:
    assert set(SHORT_HEADS.values()) | set(LEADING.values()) <= set(CLASS_OF)
