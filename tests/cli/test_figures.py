"""Numbers as people read them."""

from __future__ import annotations

import pytest

from reuse.cli.figures import Share, counted, percent


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0.0, "0.0 %"), (0.0001, "< 0.1 %"), (0.0005, "0.1 %"), (0.312, "31.2 %"), (0.9999, "> 99.9 %"), (1.0, "100.0 %")],
)
def test_percent(share: float, shown: str) -> None:
    assert percent(share) == shown


@pytest.mark.parametrize(
    ("number", "noun", "shown"),
    [
        (0, "seed", "0 seeds"),
        (1, "speech", "1 speech"),
        (2, "speech", "2 speeches"),
        (1204, "formula", "1,204 formulas"),
    ],
)
def test_counted(number: int, noun: str, shown: str) -> None:
    assert counted(number, noun) == shown


@pytest.mark.parametrize("written", ["0.3", "30%", "30 %", "30％", "３０％", "０．３"])
def test_a_share_in_either_width(written: str) -> None:
    assert Share().convert(written, None, None) == pytest.approx(0.3)
