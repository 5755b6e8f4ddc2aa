import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.report.numerals import count, first_parts, percent, percents_of_whole, round_percent, tenths


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=6))
def test_parts_of_a_whole_add_up_to_a_hundred(parts: list[int]) -> None:
    tenths = [round(float(text.removesuffix("%")) * 10) for text in percents_of_whole(parts)]
    assert sum(tenths) == (1000 if sum(parts) else 0)
    if sum(parts):
        assert all(abs(tenth - 1000 * part / sum(parts)) < 1 for tenth, part in zip(tenths, parts, strict=True))


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0.0%"), (0.0001, "<0.1%"), (0.2524, "25.2%"), (0.9999, ">99.9%"), (1, "100.0%")],
)
def test_percent(share: float, text: str) -> None:
    assert percent(share) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0%"), (0.0042, "0.4%"), (0.254, "25%"), (0.998, "99.8%"), (1, "100%")]
)
def test_percent_in_prose(share: float, text: str) -> None:
    assert round_percent(share) == text


def test_counts_have_thousands_marks() -> None:
    assert count(1234567) == "1,234,567"


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=6))
def test_tenths_add_up_and_none_is_off_by_a_tenth(counts: list[int]) -> None:
    parts, total = tenths(counts), sum(counts)
    assert sum(parts) == (1000 if total else 0)
    for part, number in zip(parts, counts, strict=True):
        assert abs(part - 1000 * number / max(total, 1)) < 1


def test_the_share_of_the_first_parts_is_the_sum_of_what_is_shown() -> None:
    counts = (1, 1, 1, 0, 3)
    assert tenths(counts) == [167, 167, 166, 0, 500]
    assert first_parts(counts, 2) == 0.334
    assert percent(first_parts((9999, 1), 1)) == ">99.9%"
    assert percent(first_parts((1, 9999), 1)) == "<0.1%"
    assert first_parts((0, 0), 1) == 0
