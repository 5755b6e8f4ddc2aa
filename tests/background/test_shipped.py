"""The pack that ships with the package, on wording whose standing is known."""

from __future__ import annotations

from collections import defaultdict
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from reuse.background import MINING, build, load
from reuse.formulas.repeats import find_repeats
from reuse.model import Document, Segments
from reuse.segment import segment


def cut(text: str, language: str | None = None) -> Segments:
    return segment(Document.from_text(text, id=text[:20], language=language))


def stock(text: str, language: str | None = None) -> float:
    document = cut(text, language)
    return load().stock(document, 0, len(document))


def test_the_shipped_pack_is_small_and_says_what_it_is() -> None:
    file = resources.files("reuse.background") / "packs" / "speeches.pack"
    assert len(file.read_bytes()) < 1_500_000
    description = load().describe()
    assert description["name"] == "speeches"
    assert description == load("speeches").describe()
    assert set(description["languages"]) == {"en", "zh"}
    assert description["documents"] == sum(description["collections"].values())


@pytest.mark.parametrize(
    "text",
    [
        "各位代表",
        "各位代表，同志们",
        "同志们",
        "我代表国务院",
        "请予审议",
        "女士们、先生们、朋友们",
        "以习近平同志为核心的党中央",
        "坚持稳中求进工作总基调",
        "全面深化改革",
        "违反本条例规定",
        "honourable members of the senate",
        "my fellow americans",
        "be it enacted by the",
    ],
)
def test_what_everybody_says_is_stock(text: str) -> None:
    assert stock(text) >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "打铁还需自身硬",
        "鞋子合不合脚，自己穿了才知道",
        "政贵有恒，治须有常",
        "国之交在于民相亲",
        "绿水青山就是金山银山",
        "奋力书写新时代工会工作新篇章",
        "ask not what your country can do for you",
        "with malice toward none",
    ],
)
def test_sayings_and_own_wording_are_not_stock(text: str) -> None:
    assert stock(text) < 0.5


def test_a_saying_is_known_though_it_is_not_stock() -> None:
    saying, own = cut("国之交在于民相亲"), cut("政贵有恒，治须有常")
    assert load().known_many(saying, [(0, len(saying))]).tolist() == [1.0]
    assert load().known_many(own, [(0, len(own))]).tolist() == [0.0]


def test_traditional_characters_are_the_same_wording() -> None:
    assert stock("現在，我代表國務院，向大會報告政府工作") == stock("现在，我代表国务院，向大会报告政府工作") > 0.5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Meine Damen und Herren, ich danke Ihnen für Ihre Aufmerksamkeit."),
        ("ko", "존경하는 국민 여러분, 감사합니다."),
    ],
)
def test_a_language_without_background_has_bits_and_no_stock(language: str, text: str) -> None:
    document = cut(text)
    assert not load().covers(document.document.language)
    assert load().stock(document, 0, len(document)) == 0.0
    assert np.all(load().unit_bits(document.codes) > 5)


def test_rare_words_surprise_more_than_common_ones() -> None:
    common, rare = load().unit_bits(cut("的国", "zh-Hans").codes), load().unit_bits(cut("锲饕", "zh-Hans").codes)
    assert common.max() < 8 < rare.min()
    in_order, shuffled = (
        load().bigram_bits(cut(x, "zh-Hans").codes).sum() for x in ("中华人民共和国", "和共民国人华中")
    )
    assert in_order < shuffled / 2


@pytest.mark.parametrize(
    ("held_out", "floor"),
    [
        pytest.param(slice(None, None, 5), 0.93, id="every fifth"),
        pytest.param(slice(11, 22), 0.92, id="a block of years"),
    ],
)
def test_clauses_shared_by_reports_are_told_from_single_ones(shared: Path, held_out: slice, floor: float) -> None:
    """The background has not seen the reports that are asked about; `benchmarks.background_auc` takes all folds."""
    files = sorted((shared / "corpora" / "gwr_national").glob("*.txt"))
    reports = [cut(file.read_text("utf-8-sig").split("本作品是中华人民共和国的")[0]) for file in files]
    holders: dict[bytes, set[int]] = defaultdict(set)
    for i, report in enumerate(reports):
        for first, last in report.clauses.tolist():
            holders[report.codes[first:last].tobytes()].add(i)
    asked = reports[held_out]
    known = [report for report in reports if all(report is not other for other in asked)]
    repeats = find_repeats(known, **MINING)
    background = build(known, repeats, name="held out")
    common, single = [], []
    for report in asked:
        spans = [(first, last) for first, last in report.clauses.tolist() if last - first >= 4]
        for (first, last), value in zip(spans, background.stock_many(report, spans).tolist(), strict=True):
            n = len(holders[report.codes[first:last].tobytes()])
            if n == 1 or n >= 5:
                (single if n == 1 else common).append(value)
    assert min(len(common), len(single)) > 500
    higher = np.searchsorted(np.sort(single), common, "left") + np.searchsorted(np.sort(single), common, "right")
    assert higher.mean() / 2 / len(single) >= floor
