"""Kinds, on pairs made for them, whichever side comes first and however the pair is searched."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_pairs import ENDINGS, PLANTED, aligned, segments_of, wordings

from reuse.model import Segments

INVENTED = (
    *PLANTED,
    ("verbatim", "在雨夜里为晚归的纺织女工留一盏灯", "在雨夜裏為晚歸的紡織女工留一盞燈"),
    ("verbatim", "Nobody forgets the rope that held the ferry", "NOBODY forgets  the rope\tthat held the ferry"),
    ("slot", "截至去年年底已有3200名船工领到证书", "截至去年年底已有4100名船工领到证书"),
    (
        "slot",
        "the harbour was built by three hundred masons from the north",
        "the harbour was built by forty carpenters from the north",
    ),
    ("slot", "祝各位船工和果农生活幸福", "祝各位船工与果农生活幸福"),
    ("slot", "要努力在途中保障和改善乘客安全", "须在保障和改善乘客安全"),
    ("insertion", "在雨夜里为晚归的纺织女工留一盏灯", "在雨夜里为所有晚归的纺织女工留一盏灯"),
    ("insertion", "把码头边的旧仓库改造成图书馆", "把码头边闲置的旧仓库、老船坞改造成图书馆"),
    ("insertion", "为建设美丽的渡口新城贡献力量", "为加快建设美丽的渡口新城贡献更大力量"),
    ("reorder", "埋头拉车搞生产，抬头看路谋长远", "抬头看路谋长远，埋头拉车搞生产"),
    ("reorder", "我们要服务好码头船工和山区果农", "我们要服务好山区果农和码头船工"),
    (
        "reworded",
        "经济越是困难，越要照顾好山区果农和码头船工",
        "照顾好山区果农和码头船工，是渡口人家最要紧的经济账目所在",
    ),
    ("list", "工业、农业、商业和渔业都有新发展", "农业、工业、渔业、林业和商业都有新发展"),
    ("reworded", "只有队伍团结一致才能在风浪里把木船撑到对岸", "唯有全队上下团结一致，方可于风浪中将木船稳稳撑到对岸"),
)


@pytest.mark.parametrize("ending", ENDINGS[:4])
@pytest.mark.parametrize(("kind", "first", "second"), INVENTED)
def test_kind_of_one_change(kind: str, first: str, second: str, ending: str) -> None:
    for source, target in ((first, second), (second, first)):
        found = aligned(f"{source}。{ending}", f"{target}。")
        assert wordings(found, source, target) == [(source, target)]
        assert found.alignments[0].kind == kind


@pytest.mark.parametrize("ending", ENDINGS[:4])
@pytest.mark.parametrize(("kind", "first", "second"), INVENTED)
def test_kind_fits_what_the_opcodes_show(kind: str, first: str, second: str, ending: str) -> None:
    (alignment,) = aligned(f"{first}。{ending}", f"{second}。").alignments
    tags = {tag for tag, *_ in alignment.opcodes}
    if kind == "insertion":
        assert "delete" not in tags, "nothing is dropped where something is added"
        assert "replace" not in tags, "nor is anything replaced"
    if kind == "reorder":
        assert alignment.moves
    if kind in ("slot", "reworded"):
        assert "replace" in tags or {"delete", "insert"} <= tags
    if kind != "verbatim":
        assert "equal" in tags
        assert alignment.identity < 1


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("为建设美丽的渡口新城贡献力量", "为加快建设美丽的渡口新城贡献更大力量"),
        ("we keep the old lamp burning until dawn", "we always keep the old brass lamp burning until dawn"),
    ],
)
def test_an_insertion_replaces_nothing(source: str, target: str) -> None:
    (alignment,) = aligned(f"{source}。", f"{target}。").alignments
    assert alignment.kind == "insertion"
    assert {tag for tag, *_ in alignment.opcodes} == {"equal", "insert"}


def test_identity_falls_with_every_change() -> None:
    wording = "在雨夜里为晚归的纺织女工留一盏不灭的灯"
    values = []
    for changed in (wording, wording.replace("不灭", "明亮"), wording.replace("不灭", "明亮").replace("纺织", "码头")):
        (alignment,) = aligned(f"{wording}。", f"{changed}。").alignments
        values.append(alignment.identity)
    assert values == [1.0, pytest.approx(1 - 4 / 38, abs=1e-4), pytest.approx(1 - 8 / 38, abs=1e-4)]


def test_a_mask_costs_nothing_where_a_name_stands() -> None:
    named, masked = "出席云栖市总工会代表大会", "出席*总工会代表大会"
    (alignment,) = aligned(f"{named}。", f"{masked}。").alignments
    (other,) = aligned(f"{named}。", f"{masked.replace('*', '')}。").alignments
    assert alignment.bits > other.bits
    assert alignment.target.end - alignment.target.start == len(masked)


def test_insertions_in_speeches_replace_no_word(root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "corpus").glob("*.txt"))]
    documents = [segments_of(text, id_) for text, id_ in zip(texts, "ab", strict=True)]
    insertions = [a for a in aligned(*texts).alignments if a.kind == "insertion"]
    assert len(insertions) > 10
    for alignment in insertions:
        for tag, s0, s1, t0, t1 in alignment.opcodes:
            sides = (documents[0], alignment.source.start, s0, s1), (documents[1], alignment.target.start, t0, t1)
            here, there = (words_in(document, start + first, start + last) for document, start, first, last in sides)
            assert tag != "replace" or not (here and there) or here == there, alignment


def words_in(document: Segments, start: int, end: int) -> list[str]:
    """Keys of the units that lie in a place."""
    places = zip(document.units, document.starts.tolist(), document.ends.tolist(), strict=True)
    return [key for key, first, last in places if start <= first and last <= end]
