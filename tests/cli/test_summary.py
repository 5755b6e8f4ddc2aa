"""The summary: every number with its other direction, nothing silent, nothing taken for markup."""

from __future__ import annotations

import dataclasses
import re

import pytest
from small_result import nothing_found, small_result

from reuse.cli.excerpt import width
from reuse.cli.screen import Screen
from reuse.cli.summary import summary
from reuse.model import Result


def shown(result: Result, capsys: pytest.CaptureFixture[str]) -> str:
    Screen().show(*summary(result))
    return capsys.readouterr().out


def three_speeches() -> Result:
    result = small_result()
    third = dataclasses.replace(result.documents[0], id="third", title="第三篇")
    return small_result(
        documents=(*result.documents, third),
        measures={**result.measures, "third": result.measures["first"]},
        pairs=(*result.pairs, dataclasses.replace(result.pairs[0], target="third", source_share=0.0)),
    )


def test_two_speeches_show_both_shares_split_by_class(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(small_result(), capsys)
    first, second = (line for line in text.splitlines() if re.search(r"%.*%.*%.*%.*%", line))
    assert re.findall(r"[\d.]+(?= %)", first) == ["80.0", "0.0", "53.3", "26.7", "20.0"]
    assert re.findall(r"[\d.]+(?= %)", second) == ["61.9", "0.0", "42.9", "19.0", "38.1"]
    assert "2 alignments in 1 passage: 1 verbatim, 1 reorder; 1 of them stock; 1 formula." in text


def test_what_is_somebodys_own_stands_before_stock(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(small_result(), capsys)
    assert text.index("桥梁和纽带") < text.index("祝大会圆满成功")
    assert "verbatim (stock)" in text


def test_columns_stand_under_each_other_with_chinese_in_them(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(small_result(), capsys).splitlines()
    ends = {width(line) for line in lines if line.endswith("%")}
    assert len(ends) == 1
    starts = {
        width(line[: line.rindex(wording)]) for line in lines for wording in ("工会是党", "祝大会") if wording in line
    }
    assert len(starts) == 1


def test_titles_of_documents_are_never_markup(capsys: pytest.CaptureFixture[str]) -> None:
    result = small_result()
    hostile = dataclasses.replace(result.documents[1], title="[red]x[/red] :smile: \x1b[31m")
    text = shown(small_result(documents=(result.documents[0], hostile)), capsys)
    assert "[red]x[/red] :smile: ·[31m" in text
    assert "\x1b" not in text


def test_many_speeches_show_pairs_and_formulas(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(three_speeches(), capsys)
    assert text.startswith("3 speeches")
    assert "Pairs that share most" in text
    rows = re.findall(r"([\d.]+) % +([\d.]+) % +2$", text, re.MULTILINE)
    assert rows == [("80.0", "61.9"), ("0.0", "61.9")]
    assert "工会是党联系〔…〕职工群众的〔…〕" in text


def test_nothing_found_says_what_was_read_looked_at_and_near(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(nothing_found(), capsys)
    assert "No shared wording was found." in text
    assert "=开幕词 (2022-05-01): 30 characters, 3 sentences, Chinese, simplified" in text
    assert "3 shared pieces (seeds)" in text
    assert "“工会是党” ~ “工会是党”: 9.5 bits of agreement, 14.2 were needed." in text


def test_nothing_near_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    result = dataclasses.replace(nothing_found(), nearest_miss=None, seeds=0)
    assert "no piece of one speech stands in another" in shown(result, capsys)
    english = (result.documents[0], result.documents[1].with_language("en"))
    assert "different languages" in shown(dataclasses.replace(result, documents=english), capsys)
    unread = (result.documents[0], result.documents[1].with_language("und"))
    assert "no language that is recognised" in shown(dataclasses.replace(result, documents=unread), capsys)


def test_a_miss_with_bits_enough_was_too_short(capsys: pytest.CaptureFixture[str]) -> None:
    result = nothing_found()
    assert result.nearest_miss is not None
    miss = dataclasses.replace(result.nearest_miss, bits=43.9)
    text = shown(dataclasses.replace(result, nearest_miss=miss, seeds=1), capsys)
    assert "fewer than 4 characters in common" in text
    assert "by chance" not in text
    assert "1 shared piece (seed)" in text


def test_formulas_are_listed_where_no_alignment_is(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(small_result(alignments=(), passages=(), sentences=()), capsys)
    assert "No shared wording was found." in text
    assert "工会是党联系〔…〕职工群众的〔…〕" in text


def test_speeches_of_one_title_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    result = small_result()
    twins = tuple(
        dataclasses.replace(document, title="开幕词", date="2022-05-01", path=path)
        for document, path in zip(result.documents, ("twins/a.txt", None), strict=True)
    )
    text = shown(small_result(documents=twins), capsys)
    assert "开幕词 (2022-05-01) · twins/a.txt" in text
    assert "开幕词 (2022-05-01) · second" in text


def test_alignments_that_are_counted_but_not_listed_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    pair = dataclasses.replace(small_result().pairs[0], alignments=3000)
    assert "3,000 alignments; of these listed: 2 in 1 passage: 1 verbatim" in shown(small_result(pairs=(pair,)), capsys)
