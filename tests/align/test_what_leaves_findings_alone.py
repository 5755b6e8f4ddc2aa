"""Padding, case, width, script, line ends and encodings change nothing; shuffled and foreign text shares nothing.

Thresholds and bits adapt to the two lengths, so padding may cost a weak alignment: the planted ones carry 80 bits and
more where 20 are asked for.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pairs import ENDINGS, NOTHING_KNOWN, PLANTED, SOURCE, TARGET, aligned, segments_of, wordings
from made_texts import brisk

from reuse.align import Aligned, align
from reuse.model import Locus
from reuse.params import AlignParams

EXPECTED = [(first, second) for _, first, second in PLANTED]


def test_planted_wording_is_found_as_it_was_planted() -> None:
    found = aligned(SOURCE, TARGET)
    assert wordings(found, SOURCE, TARGET) == EXPECTED
    assert [a.kind for a in found.alignments] == [kind for kind, *_ in PLANTED]
    assert min(a.bits for a in found.alignments) > 80


PADDING = {
    "none": "",
    "chinese": "晒谷场边拴着两头水牛，尾巴甩来甩去赶苍蝇。阁楼漏雨，搪瓷盆叮咚响到半夜。\n\n",
    "english": "Nine brass buttons rolled beneath cupboards; grandmother laughed until tears came.\n\n",
    "figures": "1987、3.14、第六章、42%\r\n",
    "odd": "\ud800\x00👍🏽\u202e ￼\n",
}


@pytest.mark.parametrize("before", PADDING)
@pytest.mark.parametrize("behind", PADDING)
def test_unrelated_padding_leaves_what_was_found(before: str, behind: str) -> None:
    source = PADDING[before] + SOURCE + PADDING[behind]
    target = PADDING[behind][::-1] + "\n" + TARGET + "\n" + PADDING[before][::-1]
    if before == behind or "figures" in (before, behind):  # then padding has something to share with padding
        target = "\n" + TARGET
    found = aligned(source, target)
    assert wordings(found, source, target) == EXPECTED
    assert [a.kind for a in found.alignments] == [kind for kind, *_ in PLANTED]


def test_long_padding_leaves_what_was_found(root: Path) -> None:
    folder = root / "corpus" / "specimens"
    speech, other = (
        (folder / name).read_text(encoding="utf-8") for name in ("port-ellery-2021.txt", "2021-baichuan-women.txt")
    )
    source, target = f"{speech}\n\n{SOURCE}", f"{TARGET}\n\n{other}"
    found = wordings(aligned(source, target), source, target)
    assert [row for row in found if row in EXPECTED] == EXPECTED


def test_concatenation_finds_what_the_parts_share(root: Path) -> None:
    folder = root / "corpus" / "specimens"
    names = ("2014-lanxi-women.txt", "2019-wanghu-union.txt", "harrowmere-2018.txt", "port-ellery-2021.txt")
    chinese, quoting, english, borrowing = ((folder / name).read_text(encoding="utf-8") for name in names)
    both = aligned(f"{chinese}\n\n{english}", f"{quoting}\n\n{borrowing}")
    places = {(a.source.start, a.source.end, a.target.start, a.target.end) for a in both.alignments}
    shifts = ((chinese, quoting, 0, 0), (english, borrowing, len(chinese) + 2, len(quoting) + 2))
    for source, target, s, t in shifts:
        strong = [a for a in aligned(source, target).alignments if a.bits > 60]
        assert len(strong) >= 3
        for a in strong:
            assert (a.source.start + s, a.source.end + s, a.target.start + t, a.target.end + t) in places


LAMP = "在雨夜里为晚归的纺织女工留一盏不灭的灯。"
OLD, NEW = "努力把码头边的旧仓库改造成图书馆", "努力把码头边闲置多年的旧仓库改造成崭新的图书馆"


def test_a_shared_sentence_beside_another_one_leaves_it_whole() -> None:
    for ending in ENDINGS:
        for order in (f"{LAMP}{OLD}。{ending}", f"{OLD}。{LAMP}{ending}"):
            for target in (f"{NEW}。{LAMP}", f"{LAMP}{NEW}。"):
                assert (OLD, NEW) in wordings(aligned(order, target), order, target)


def test_the_same_texts_in_other_files_share_the_same(root: Path) -> None:
    paths = sorted((root / "corpus" / "specimens").glob("20*-*-union.txt"))
    first, second = paths[0].read_text(encoding="utf-8"), paths[2].read_text(encoding="utf-8")
    utf8, gb18030 = (aligned(first, second, hashes=hashes) for hashes in ("01", "10"))  # files of other bytes
    assert utf8 == gb18030


def mapped(text: str, change: Callable[[str], str]) -> tuple[str, list[int]]:
    """The text with every character changed, and where each character (and the end) went."""
    pieces = [change(c) for c in text]
    at = [0]
    for piece in pieces:
        at.append(at[-1] + len(piece))
    return "".join(pieces), at


def moved(locus: Locus, at: list[int]) -> tuple[int, int]:
    return at[locus.start], at[locus.end]


TO_TRADITIONAL, TO_SIMPLIFIED = opencc.OpenCC("s2t"), opencc.OpenCC("t2s")


def traditional(character: str) -> str:
    changed = TO_TRADITIONAL.convert(character)
    return changed if TO_SIMPLIFIED.convert(changed) == character else character


def wide(character: str) -> str:
    return chr(ord(character) + 0xFEE0) if character.isascii() and character.isalnum() else character


CHANGES: dict[str, Callable[[str], str]] = {
    "traditional": traditional,
    "capitals": str.upper,
    "small": str.lower,
    "wide": wide,
    "line ends": lambda c: "\r\n" if c == "\n" else c,
    "more lines": lambda c: "\n\n\n" if c == "\n" else c,
    "blanks at line ends": lambda c: " \t\u3000\n" if c == "\n" else c,
    "spaced": lambda c: "  \xa0" if c == " " else c,
    "western stops": lambda c: {"。": ". ", "，": ", "}.get(c, c),
}


def places(found: Aligned) -> list[tuple[object, ...]]:
    return [(a.source, a.target, a.kind, a.bits) for a in found.alignments]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("side", ["source", "target", "both"])
def test_how_a_text_is_written_leaves_what_was_found(change: str, side: str) -> None:
    source, target = SOURCE, TARGET
    source_at, target_at = list(range(len(SOURCE) + 1)), list(range(len(TARGET) + 1))
    if side != "target":
        source, source_at = mapped(SOURCE, CHANGES[change])
    if side != "source":
        target, target_at = mapped(TARGET, CHANGES[change])
    assert (source, target) != (SOURCE, TARGET)
    plain, changed = aligned(SOURCE, TARGET), aligned(source, target)
    assert places(changed) == [
        (Locus("a", *moved(a.source, source_at)), Locus("b", *moved(a.target, target_at)), a.kind, a.bits)
        for a in plain.alignments
    ]


def test_scripts_of_one_speech_meet(root: Path) -> None:
    text = (root / "corpus" / "union_congress_a.txt").read_text(encoding="utf-8")
    other = (root / "corpus" / "union_congress_harbin.txt").read_text(encoding="utf-8")
    converted, at = mapped(text, traditional)
    assert converted != text
    assert at[-1] == len(text)
    plain, changed = aligned(text, other), aligned(converted, other)
    assert places(changed) == places(plain)
    assert changed.pairs == plain.pairs


def shuffled(text: str, seed: int) -> str:
    """The same text with all characters but blanks and punctuation in another order."""
    said = [c for c in text if c.isalnum()]
    random.Random(seed).shuffle(said)
    rest = iter(said)
    return "".join(next(rest) if c.isalnum() else c for c in text)


@pytest.fixture(scope="module")
def shuffled_pairs(root: Path) -> list[Aligned]:
    """A speech with its characters shuffled, against itself and against another one, a dozen times."""
    names = ("union_congress_a.txt", "union_congress_harbin.txt")
    text, other = ((root / "corpus" / name).read_text(encoding="utf-8") for name in names)
    return [aligned(shuffled(text, seed), target) for seed in range(12) for target in (text, other)]


def test_shuffled_characters_share_less_than_chance_is_allowed(shuffled_pairs: list[Aligned]) -> None:
    found = shuffled_pairs
    by_chance = 2 ** -AlignParams().threshold_margin_bits  # expected above log2(places) + margin bits, per pair
    assert sum(len(pair.alignments) for pair in found) <= by_chance * len(found)
    assert all(pair.pairs[0].source_share < 0.01 for pair in found)
    assert all(pair.passages == () for pair in found)


def test_shuffled_characters_share_nothing(shuffled_pairs: list[Aligned]) -> None:
    assert [pair.alignments for pair in shuffled_pairs if pair.alignments] == []


def test_scripts_without_a_common_character_share_nothing() -> None:
    texts = {
        "han": "渡口的清晨总是从汽笛声开始，挑着担子的菜农最先登船。",
        "latin": "Nobody forgets the rope that held the ferry in the flood of that spring.",
        "hangul": "오늘 이 자리에 함께해 주신 여러분께 깊은 감사의 말씀을 드립니다.",
        "kana": "きのう となりの ねこが えんがわで ひなたぼっこを していました。",
        "cyrillic": "Сегодня утром паром опоздал на целый час.",
    }
    for one, other in itertools.combinations(texts, 2):
        found = aligned(texts[one] * 3, texts[other] * 3)
        assert found.alignments == found.sentences == found.passages == ()
        assert found.nearest_miss is None
        assert found.seeds == 0


def test_what_comes_nearest_is_named_with_what_it_lacks() -> None:
    source = f"窗外玉兰花昨夜开了三朵。{'春天来了。' * 40}"
    target = f"院里玉兰花今年没开。{'秋天走了。' * 40}"
    found = aligned(source, target, min_bits=60.0)
    assert found.alignments == ()
    miss = found.nearest_miss
    assert miss is not None
    assert 0 < miss.bits < 60 <= miss.threshold
    assert "玉兰花" in source[miss.source.start : miss.source.end]
    assert "玉兰花" in target[miss.target.start : miss.target.end]


def test_what_comes_nearest_lacks_something() -> None:
    source_text = "玉兰花开"
    found = aligned(source_text, "玉兰花谢")
    assert found.alignments == ()
    miss = found.nearest_miss
    assert miss is not None
    common = source_text[miss.source.start : miss.source.end]
    assert miss.bits < miss.threshold or len(common) < AlignParams().min_matched_chars


@brisk
@given(st.sampled_from(PLANTED), st.integers(0, 12), st.integers(0, 12))
def test_documents_between_others_find_the_same(planted: tuple[str, str, str], before: int, behind: int) -> None:
    _, first, second = planted
    source, target = f"{'好。' * before}\n{first}。\n", f"{second}。\n{'行。' * behind}"
    two = [segments_of(source, "a"), segments_of(target, "b")]
    other = segments_of(TARGET[::-1], "c")
    alone = align(two, background=NOTHING_KNOWN, params=AlignParams())
    among = align([two[0], other, two[1]], background=NOTHING_KNOWN, params=AlignParams())
    assert alone.alignments == tuple(a for a in among.alignments if "c" not in (a.source.document, a.target.document))
    assert alone.pairs[0] in among.pairs
