"""Numbers and words by which one event is told from another."""

from __future__ import annotations

import pytest

from tests.stories import told

COUNTED = [
    ("Six people were killed and 11 wounded in Bonn on 3 June 2024.", "kill=6; wound=11"),
    ("About 2,400 drivers marched in Bonn on 3 June 2024.", "worker=about 2400"),
    ("Thirty-eight soldiers were released in Bonn on 3 June 2024.", "troop=38"),
    ("Doctors put the number of pilgrims at the shrine on 3 June 2024 at 900.", "people=900"),
    ("An earthquake of magnitude 5.9 struck Bonn on 3 June 2024.", "magnitude=5.9"),
    ("The institute put Monday's quake near Bonn at 6.2.", "magnitude=6.2"),
    ("The mill in Bonn was sold on 3 June 2024 for $40 million.", "dollar=40 million"),
    ("Three small boats sank off Bonn on 3 June 2024.", "ship=3"),
    ("Nine masked men robbed a bank in Bonn on 3 June 2024.", "people=9"),
    ("Police arrested a man in Bonn on 3 June 2024.", ""),
]


@pytest.mark.parametrize(("text", "numbers"), COUNTED, ids=[c[1] or "nothing" for c in COUNTED])
def test_numbers_are_kept_with_what_they_count(text: str, numbers: str) -> None:
    assert [c.numbers for c in told((text, "2024-06-05")).candidates][:1] == [numbers]


def test_the_day_is_not_among_the_words() -> None:
    words = told(("Police arrested a banker in Bonn on 3 June 2024.", "2024-06-05")).candidates[0].words.split()
    assert "arrest" in words and "june" not in words
