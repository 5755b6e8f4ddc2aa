"""Random texts of the kinds that break offset arithmetic, as hypothesis strategies.

Enters: nothing. Leaves: `any_text` (anything a decoder can hand over), `plain_text` (nothing in it is masked, said
about the speech, or otherwise allowed to be no unit) and the settings that their tests run with.
"""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

# The first example loads dictionaries, and nobody promises a time here. `brisk` is for laws that are slow to check.
unhurried = settings(deadline=None)
brisk = settings(unhurried, max_examples=50)

HAN = (
    "工会",
    "代表大会",
    "开幕",
    "了",
    "的",
    "高质量发展",
    "群众",
    "桥梁和纽带",
    "為",
    "與",
    "後來",
    "機器",
    "〇",
    "一",
    "\U00020000\U0002a6d7",
)
LATIN = ("the", "Union", "don’t", "Straße", "ＷＩＤＥ", "ﬁne", "e\u0301te\u0301", "co-operate", "И", "İ")
OTHER_SCRIPTS = (
    "きょうは",
    "カタカナ",
    "ｶﾞｷ",
    "한국어",
    "か\u3099くせい",
    "\u1112\u1161\u11ab\u1100\u116e\u11a8",
    "ไทย",
    "นิดเดียวน้ำ",
    "葛\U000e0100城\ufe00",
    "ខ្មែរ",
    "မြန်မာ",
    "السَّلام",
    "हिन्दी",
    "ﷺ",
)
FIGURES = ("3.5%", "1.2万亿", "２０２３", "12,000", "第二十一次", "第３", "二〇二三年", "½", "①")
STOPS = ("。", "！", "？！", "；", ";", ".", "…", "……", "\n", "\r\n", "\r", "\u2028", "\x85", "\x0b", "\x1c")
MARKS = ("，", "、", "：", ",", "“", "”", "「", "」", '"', "（", "）", "(", ")", "《", "》", "—", "-", "·", "'", "/")
BLANKS = (" ", "  ", "\t", "\u3000", "\xa0", "\u200b", "\ufeff")
ODD = ("\x00", "\x1b[31m", "\ud800", "\udfff", "\ud83d", "👍🏽", "\u0300", "\u0e31", "\u202e", "￼", "\U0010ffff", "ᄒ")
MASKS = (
    "*",
    "＊＊",
    "×××",
    "XX",
    "某某",
    "某市",
    "○○",
    "〇〇",
    "（热烈掌声）",
    "[applause]",
    "https://a.example/b?c=1。",
)

_WORDING = st.sampled_from(HAN * 3 + LATIN + OTHER_SCRIPTS + FIGURES)
_BETWEEN = st.sampled_from(STOPS + MARKS * 2 + BLANKS)


def _joined(pieces: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(pieces, max_size=most).map("".join)


def any_text(most: int = 40) -> st.SearchStrategy[str]:
    """Han, Latin, other scripts, figures, masks, every kind of blank and stop, controls, surrogates, any character."""
    anything = st.characters(exclude_categories=())
    return _joined(st.one_of(_WORDING, _WORDING, _BETWEEN, st.sampled_from(ODD + MASKS), anything), most)


def plain_text(most: int = 40) -> st.SearchStrategy[str]:
    """The same without masks (〇〇 is one), stage directions, arbitrary characters: each letter and figure counts."""
    wording = st.sampled_from(tuple(w for w in HAN if w != "〇") * 3 + LATIN + OTHER_SCRIPTS + FIGURES)
    return _joined(st.one_of(wording, wording, st.sampled_from(STOPS + MARKS + BLANKS[:4])), most)
