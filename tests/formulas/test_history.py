from reuse.formulas.history import Calendar
from reuse.model import Document, Period


def calendar(*dates: str | None) -> Calendar:
    return Calendar([Document.from_text("", id=str(i), date=date) for i, date in enumerate(dates)])


def test_years_count_holders_among_all_documents_of_the_year() -> None:
    years = calendar("2023-02-05", "2024", None, "2023", "2021-01")
    assert years.history([0, 1, 2]) == (Period("2023", 1, 2), Period("2024", 1, 1), Period("undated", 1, 1))
    assert years.bounds([1, 0, 3]) == ("2023", "2024")


def test_undated_documents_have_no_first_and_last() -> None:
    assert calendar(None, "2020").bounds([0]) == (None, None)
    assert calendar(None, "2020").bounds([0, 1]) == ("2020", "2020")
