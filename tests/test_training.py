"""Lines to train on that are drawn from patterns."""

from __future__ import annotations

from training.corpus import Plain, join, retokenize
from training.wires import COPIES, PATTERNS, wires


def test_the_same_lines_are_drawn_each_time_and_their_spans_are_names() -> None:
    lines = list(wires())
    assert lines == list(wires())
    assert len(lines) == COPIES * len(PATTERNS)
    assert all(line.text[start:end].strip() == line.text[start:end] != "" for line in lines for start, end, _ in line.spans)


def test_tagged_tokens_become_a_sentence_with_spans() -> None:
    sentence = join([("Vera", "B-PER"), ("Lund", "I-PER"), ("'s", "O"), ("boat", "O"), ("(", "O"), ("UNESCO", "B-ORG"), (")", "O"), (".", "O")])
    assert sentence == Plain("Vera Lund's boat (UNESCO).", ((0, 9, "PER"), (18, 24, "ORG")))
    assert retokenize(sentence) == ["B-PER", "I-PER", "O", "O", "O", "B-ORG", "O", "O"]
