"""How well stock tells common wording from rare: python -m benchmarks.background_auc (about a minute).

Three measurements. Reports: clauses that five or more of the national reports share against clauses of one, scored
with a background that knows neither these years' reports nor the resolutions on them; years held out in five
interleaved folds, and in five blocks (harder: wording that is fashionable for a few years is then unseen altogether).
Bills: spans of state bills that people marked as substantive or as boilerplate. Known wording: stock of single phrases.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from difflib import SequenceMatcher

import numpy as np
import numpy.typing as npt

from benchmarks.background_corpora import (
    CHINESE,
    CORPORA,
    ENGLISH,
    Collections,
    build_from,
    read_collections,
)
from reuse.background import Background, load
from reuse.model import Document, Segments
from reuse.segment import segment

FOLDS = 5
LEAST_UNITS = 4
SHARED_BY = 5
STOCK = (
    "各位代表",
    "我代表国务院",
    "请予审议",
    "女士们先生们朋友们",
    "以习近平同志为核心的党中央",
    "坚持稳中求进工作总基调",
    "全面深化改革",
    "供给侧结构性改革",
    "维护世界和平",
    "解放思想实事求是",
    "加强和创新社会治理",
    "违反本条例规定",
)
NOT_STOCK = (
    "打铁还需自身硬",
    "国之交在于民相亲",
    "撸起袖子加油干",
    "绿水青山就是金山银山",
    "踏石留印抓铁有痕",
    "众人拾柴火焰高",
    "鞋子合不合脚自己穿了才知道",
    "政贵有恒治须有常",
    "桥梁和纽带",
    "奋力书写新时代工会工作新篇章",
)

Values = npt.NDArray[np.float64]


def area(positive: Values, negative: Values) -> float:
    """Area under the ROC curve: how often a positive lies above a negative, ties half."""
    values = np.concatenate([positive, negative])
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse][: len(positive)]
    wins = ranks.sum() - len(positive) * (len(positive) + 1) / 2
    return float(wins / (len(positive) * len(negative)))


def reports(collections: Collections) -> None:
    """Stock separation on clauses of the national reports."""
    by_year = {s.document.id[:4]: s for s in collections["gwr_national"]}
    years = sorted(by_year)
    clauses = {year: s.clauses[s.clauses[:, 1] - s.clauses[:, 0] >= LEAST_UNITS] for year, s in by_year.items()}
    df: dict[bytes, set[str]] = defaultdict(set)
    for year, spans in clauses.items():
        for first, last in spans.tolist():
            df[by_year[year].codes[first:last].tobytes()].add(year)
    n = len(years)
    for kind, folds in (
        ("interleaved", [years[i::FOLDS] for i in range(FOLDS)]),
        ("blocks", [years[i * n // FOLDS : (i + 1) * n // FOLDS] for i in range(FOLDS)]),
    ):
        rows = []
        for fold in folds:
            background = build_from(
                collections,
                name=kind,
                without=lambda s, fold=fold: s.document.id[:4] in fold and "政府工作报告" in s.document.id,
            )
            for year in fold:
                s = by_year[year]
                spans = clauses[year].tolist()
                shared = [len(df[s.codes[first:last].tobytes()]) for first, last in spans]
                lengths = [last - first for first, last in spans]
                rows.append(np.column_stack([shared, lengths, background.stock_many(s, spans)]))
        table = np.concatenate(rows)
        for least, most in ((LEAST_UNITS, 1000), (6, 12)):
            inside = table[(table[:, 1] >= least) & (table[:, 1] <= most)]
            stock, single = inside[inside[:, 0] >= SHARED_BY, 2], inside[inside[:, 0] == 1, 2]
            print(
                f"reports, {kind}, {least}–{most} units: AUC {area(stock, single):.3f} "
                f"({len(stock)} shared, {len(single)} single); "
                f"stock at 0.5: {np.mean(stock >= 0.5):.2f} of shared, {np.mean(single >= 0.5):.2f} of single"
            )


def bills(background: Background, label: str) -> None:
    """Substantive against boilerplate spans of state bills."""
    with (CORPORA / "us_state_bills" / "alignment_labels.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    scores: dict[str, list[float]] = defaultdict(list)
    substantive = []
    for row in rows:
        left, right = (segment(Document.from_text(row[side], id=side, language="en")) for side in ("left", "right"))
        if not len(left) or not len(right):
            continue
        blocks = SequenceMatcher(None, left.units, right.units, autojunk=False).get_matching_blocks()
        bits = float(sum(background.bigram_bits(left.codes[b.a : b.a + b.size]).sum() for b in blocks))
        stock = background.stock(left, 0, len(left))
        substantive.append(row["label"] == "1")
        for name, value in (
            ("length", float(len(left))),
            ("bits", bits),
            ("1 - stock", 1 - stock),
            ("bits x (1 - stock)", bits * (1 - stock)),
        ):
            scores[name].append(value)
    chosen = np.array(substantive)
    found = {name: area(np.array(values)[chosen], np.array(values)[~chosen]) for name, values in scores.items()}
    print(f"bills, {label} ({len(chosen)} spans): " + ", ".join(f"{name} {value:.3f}" for name, value in found.items()))


def known(background: Background) -> None:
    """Stock of wording whose standing is known."""
    for label, texts in (("stock", STOCK), ("not stock", NOT_STOCK)):
        print(f"known as {label}:")
        for text in texts:
            s: Segments = segment(Document.from_text(text, id=text, language="zh-Hans"))
            spans = [(0, len(s))]
            stock, share = background.stock_many(s, spans)[0], background.known_many(s, spans)[0]
            print(f"  {stock:.2f} {text} ({background.bigram_bits(s.codes).mean():.1f} bits a unit, known {share:.2f})")


def main() -> None:
    reports(read_collections(*CHINESE))
    bills(build_from(read_collections(*ENGLISH[:2], laws=0), name="speeches only"), "background without bills")
    bills(load(), "shipped pack")
    known(load())


if __name__ == "__main__":
    main()
