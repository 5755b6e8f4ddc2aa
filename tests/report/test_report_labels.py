"""Short names: all different, and each tells its speech."""

from hypothesis import given
from hypothesis import strategies as st

from reuse.model import Document
from reuse.report.labels import labels


def named(*titles: str, dates: tuple[str | None, ...] = (), series: str | None = None) -> list[str]:
    dates = dates or (None,) * len(titles)
    return labels(
        [
            Document.from_text("字", id=f"d{number}", title=title, date=date, series=series)
            for number, (title, date) in enumerate(zip(titles, dates, strict=True))
        ]
    )


def test_titles_stand_without_what_they_have_in_common() -> None:
    assert named("望湖市工会开幕词", "云栖市工会开幕词", "柏川市工会开幕词") == [
        "望湖",
        "云栖",
        "柏川",
    ]
    assert named("Address at Oxford", "Address at Oxley", "Address at Bath") == ["Oxford", "Oxley", "Bath"]


def test_the_place_stays_beside_the_year() -> None:
    dates = ("2018-05-01", "2018-06-01", "2019")
    assert named("在云栖市的讲话", "望湖市开幕词", "云栖市致词", dates=dates, series="工会") == [
        "云栖市的讲话 2018",
        "望湖市开幕词 2018",
        "云栖市致词 2019",
    ]


def test_speeches_of_one_title_and_year_go_by_their_ids() -> None:
    dates = ("2018", "2018", "2019")
    assert named("开幕词", "开幕词", "闭幕词", dates=dates) == ["d0", "d1", "闭 2019"]


def test_without_a_series_years_alone_are_no_names() -> None:
    assert named("望湖", "云栖", "柏川", dates=("2018", "2019", "2020")) == ["望湖 2018", "云栖 2019", "柏川 2020"]


def test_titles_that_are_guesses_give_way_to_years_that_tell_all_apart() -> None:
    documents = [
        Document("d" + date, "字", title=title, title_from="text", date=date)
        for title, date in (("现在，我代表", "2018"), ("各位代表：现在", "2019"), ("政府工作报告", "2020"))
    ]
    assert labels(documents) == ["2018", "2019", "2020"]
    assert (
        labels([*documents, Document("d9", "字", title="开幕词", title_from="text", date="2020-05")])[-1]
        == "开幕词 2020"
    )


@given(st.lists(st.tuples(st.text("甲乙 ·12", max_size=4), st.sampled_from([None, "2018", "2019"])), min_size=3))
def test_labels_always_differ(rows: list[tuple[str, str | None]]) -> None:
    titles, dates = zip(*rows, strict=True)
    found = named(*titles, dates=dates)
    assert len(set(found)) == len(rows)
    assert all(found)
