"""Pairs of texts whose shared wording is known, and the short way from text to alignments.

Enters: texts. Leaves: Segments, `Aligned`, strategies for random pairs. The background is the empty one, so that
nothing counts as stock unless a test says so. Orders documents as they are given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from hypothesis import strategies as st
from made_texts import any_text

from reuse.align import Aligned, align
from reuse.background import Background
from reuse.model import Alignment, Document, Locus, Segments
from reuse.params import AlignParams
from reuse.segment import segment

NOTHING_KNOWN = Background.empty()

# Wording of the first, wording of the second, and what the change is. No two of them share anything.
PLANTED = (
    ("verbatim", "在雨夜里为晚归的纺织女工留一盏不灭的灯", "在雨夜里为晚归的纺织女工留一盏不灭的灯"),
    ("slot", "全市第二十一次劳动模范表彰大会今天隆重开幕了", "全市第十七次劳动模范表彰大会今天隆重开幕了"),
    ("slot", "衷心祝愿养蚕合作社的姐妹们身体健康", "衷心祝愿运煤车队的姐妹们身体健康"),
    ("insertion", "努力把码头边的旧仓库改造成图书馆", "努力把码头边闲置多年的旧仓库改造成崭新的图书馆"),
    ("reorder", "它是联系山区果农与县城居民的桥梁和纽带", "它是联系山区果农与县城居民的纽带和桥梁"),
    ("list", "弘扬爱岗敬业、争创一流、艰苦奋斗、勇于创新的风尚", "弘扬爱岗敬业、艰苦奋斗、淡泊名利、甘于奉献的风尚"),
    (
        "reworded",
        "凡是牧民的冷暖都要记在心上，件件抓出成效",
        "凡属牧民冷暖之事须时时记在我们心上，并要件件抓出实实在在成效",
    ),
    ("verbatim", "Nobody forgets the rope that held the ferry", "Nobody forgets the rope that held the ferry"),
    (
        "insertion",
        "we keep the old lamp burning until dawn",
        "we always keep the old brass lamp burning brightly until dawn",
    ),
)
# Sentences that share nothing with anything. They stand between the planted ones, so that no two of those are close.
_OF_THE_SOURCE = (
    "窗外玉兰花昨夜开了三朵，邻居家花猫趴在墙头打盹。",
    "卖豆腐老汉敲着梆子走远，巷口只剩一地槐叶随风打转。",
    "图书管理员翻遍抽屉，忽然想起那块绿豆糕早已吃完。",
    "傍晚六点十分，末班电车叮当驶过邮局门前拐角。",
    "祖母戴着老花镜，慢慢拆开那封字迹潦草的航空信。",
    "Seven grey herons stood motionless while boys threw pebbles into shallow water.",
)
_OF_THE_TARGET = (
    "裁缝铺学徒踮脚够到顶层布匹，扬起满屋细小灰尘。",
    "雪后初晴，冰凌顺屋檐滴答落进陶缸，溅湿半截门槛。",
    "气象员每隔四十分钟登塔一趟，抄录湿度与风向读数。",
    "厨师把鲈鱼片成薄片，浇热油，撒葱丝，端上八仙桌。",
    "弟弟攥紧风筝线轴狂奔，鞋带散了竟浑然不觉。",
    "Upstairs somebody practised scales upon an untuned piano, always stumbling over F sharp.",
)


def _between(planted: Sequence[str], others: Sequence[str]) -> str:
    sentences = [f"{others[k % len(others)]}\n{wording}。\n" for k, wording in enumerate(planted)]
    return "".join(sentences)


SOURCE = _between([first for _, first, _ in PLANTED], _OF_THE_SOURCE)
TARGET = _between([second for _, _, second in reversed(PLANTED)], _OF_THE_TARGET)


# Which of two documents a pair is searched from is decided by their wording: one sign more at the end of the first one
# changes it as likely as not. What holds with each of these endings holds whichever side the search starts from.
ENDINGS = ("", *(f"\n{sign}" for sign in "甲乙丙丁戊己庚"))


@dataclass(frozen=True)
class Stock:
    """A background that calls wording stock where it holds one of these keys or is part of one."""

    keys: tuple[str, ...]

    def stock_many(self, segments: Segments, spans: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
        """(n,) 0.9 for wording with one of the keys in it or in one of the keys, 0 for any other."""
        wordings = ["".join(segments.units[first:last]) for first, last in spans.tolist()]
        return np.array(
            [0.9 * any(key in wording or wording in key for key in self.keys) for wording in wordings], dtype=np.float64
        )


def segments_of(text: str, id_: str, **fields: Any) -> Segments:
    """A text cut up; `fields` of its Document may be given."""
    return segment(replace(Document.from_text(text, id=id_), **fields))


def aligned(*texts: str, background: Any = NOTHING_KNOWN, hashes: str = "", **settings: Any) -> Aligned:
    """What texts share; their ids are a, b, c …, in order. `hashes` are given to the documents, one letter each."""
    documents = [
        segments_of(text, id_, **({"sha256": hashes[k]} if hashes else {}))
        for k, (text, id_) in enumerate(zip(texts, "abcdefgh", strict=False))
    ]
    return align(documents, background=background, params=AlignParams(**settings))


def wordings(found: Aligned | Sequence[Alignment], source: str, target: str) -> list[tuple[str, str]]:
    """Both sides of each alignment as written."""
    listed = found.alignments if isinstance(found, Aligned) else found
    return [(source[a.source.start : a.source.end], target[a.target.start : a.target.end]) for a in listed]


def ink(text: str) -> int:
    """Characters that are no blanks."""
    return sum(not c.isspace() for c in text)


def places(locus: Locus, text: str) -> set[int]:
    """Code points of a place that are no blanks."""
    return {i for i in range(locus.start, locus.end) if not text[i].isspace()}


_CLAUSES = (
    *(side.removesuffix("。") for _, first, second in PLANTED for side in (first, second)),
    "为全市经济社会发展作出了重要贡献",
    "做出新的更大的贡献",
    "*市总工会",
    "坚持以人民为中心的發展思想",
    "增长3.5%，完成1.2万件",
)
_BETWEEN = st.sampled_from(("，", "。", "、", "；", "\n", "\r\n", " ", "", "！”", "……"))


@st.composite
def pairs_of_texts(draw: st.DrawFn) -> tuple[str, str]:
    """Two random texts that quote the same clauses, damaged here and there, among anything else."""
    shared = draw(st.lists(st.sampled_from(_CLAUSES), min_size=1, max_size=6))
    return draw(_quoting(shared)), draw(_quoting(shared))


@st.composite
def _quoting(draw: st.DrawFn, shared: list[str]) -> str:
    parts: list[str] = []
    for clause in draw(st.permutations(shared)):
        at = draw(st.integers(0, len(clause)))
        until = draw(st.integers(at, min(len(clause), at + 3)))
        changed = clause[:at] + draw(st.sampled_from(("", "", "新", " the ", "\n", "第3次", "＊"))) + clause[until:]
        parts += [draw(any_text(4)), changed, draw(_BETWEEN)]
    return "".join(parts)
