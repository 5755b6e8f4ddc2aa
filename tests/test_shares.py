"""Shares in words: what is there never reads as nothing, what is not all never as all."""

from __future__ import annotations

import pytest

from reuse.cli.figures import percent as on_the_terminal
from reuse.report.numerals import percent as on_the_page


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0, "0.0%"),
        (0.0004, "<0.1%"),
        (0.0005, "0.1%"),
        (0.305, "30.5%"),
        (0.9994, "99.9%"),
        (0.9996, ">99.9%"),
        (1, "100.0%"),
    ],
)
def test_page_and_terminal_differ_in_blanks_only(share: float, shown: str) -> None:
    assert on_the_page(share) == shown
    assert on_the_terminal(share).replace(" ", "") == shown
    assert on_the_terminal(share).endswith(" %")
