"""Keys of one spelling: traditional, variant and old printed characters as the simplified ones they stand for.

Enters: the keys of a document's units in order, and its language. Leaves: as many keys, most of them the same. What a
character stands for may depend on its neighbours: 看著 is 看着, 著名 is itself.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence, Set

from reuse.scripts import simplified
from reuse.segment.remembered import Remembered

__all__ = ["folded"]

# Characters that the tables of OpenCC leave as they are, each with the one it stands for.
_PAIRS = """
    妳你 牠它 衹只 祗只 甯宁 寗宁 淸清 靑青 槪概 囘回 囬回 廻回 竝并 倂并 吿告 塡填 敍叙 鄕乡 郷乡 飮饮 顚颠 愼慎
    衞卫 髙高 姸妍 讐仇 倣仿 砲炮 姪侄 粧妆 糢模 隷隶 鬭斗 鬪斗 値值 汚污 戸户 歴历 黒黑 黙默 効效 収收 歩步 毎每 渉涉
    満满 濶阔 畧略 皷鼓 窓窗 窻窗 牕窗 聨联 胷胸 諠喧 懽欢 讙欢 艶艳 賸剩 趂趁 輭软 迺乃 酧酬 鑛矿 隂阴 隣邻 駈驱 騐验
    鶏鸡 麤粗 躰体 軆体 媿愧 慙惭 恠怪 凴凭 欵款 澁涩 憇憩 勗勖 尅克 宂冗 惪德 攷考 暱昵 朞期 氷冰 覩睹 甦苏 揹背 濬浚
"""
_VARIANTS = {pair[0]: pair[1] for pair in _PAIRS.split()}
# What these stand for unless their neighbours say otherwise.
_ELSE = {pair[0]: sys.intern(pair[1]) for pair in ("著着", "瞭了", "藉借", "祇只")}
# 看著名单 is 看着; 彰显著, 讨论著, 结合著 are 着 too, so that 合著 is not told from it.
_KEPT = re.compile(
    "(?<![看跟随拿带沿向本对接凭靠指握捧读念唱朝想忙听望等])著(?=[名作者述称录书])"
    "|(?<![彰突凸])显著|(?<![讨议谈争辩])论著|[名土原巨专编译遗拙卓昭较新旧撰]著|见微知著"
    "|瞭(?=[望哨])|[慰狼枕蕴]藉|[神地]祇|祇(?=[园树])"
)
_REPLY = re.compile("(?<=[答反回批函电])覆|覆(?=[函信议核查审])")  # 答覆 is 答复; 覆盖 is itself
_REPLIED = sys.intern("复")
_TOLD_BY_NEIGHBOURS = frozenset("覆").union(_ELSE)
_NEIGHBOURS = 5  # more than the patterns look at, on either side
_MOST_KNOWN = 1 << 20  # keys, some 100 MB


def folded(keys: Sequence[str], language: str) -> list[str]:
    """The keys in simplified characters and with 〇 as 零; Japanese keeps its own forms. Linear.

    Equal keys of all documents of a process are one object: among 150,000 short documents copies would take more than
    the columns.

    >>> "".join(folded("看著名著", "zh-Hant"))
    '看着名著'
    """
    if language == "ja":
        return list(map(sys.intern, keys))
    plain = list(map(_known.__getitem__, keys))
    for first, last in _stretches_of(_TOLD_BY_NEIGHBOURS.intersection(keys), keys):
        plain[first:last] = _folded_by_neighbours(plain[first:last])
    return plain


def _alone(key: str) -> str:
    """What a key stands for by itself; of equal keys one object."""
    if len(key) == 1 and key > "\u2fff":
        key = "零" if key == "〇" else _VARIANTS.get(key) or simplified({key}).get(key, key)
    return sys.intern(key)


_known = Remembered(_alone, most=_MOST_KNOWN)


def _stretches_of(characters: Set[str], keys: Sequence[str]) -> list[list[int]]:
    """Where any of the characters stand, with as many neighbours as a pattern here may look at."""
    stretches: list[list[int]] = []
    for at in sorted(at for character in characters for at in _places(character, keys)):
        if stretches and at - _NEIGHBOURS <= stretches[-1][1]:
            stretches[-1][1] = at + _NEIGHBOURS
        else:
            stretches.append([max(at - _NEIGHBOURS, 0), at + _NEIGHBOURS])
    return stretches


def _places(key: str, keys: Sequence[str]) -> Iterator[int]:
    at = -1
    for _ in range(keys.count(key)):
        at = keys.index(key, at + 1)
        yield at


def _folded_by_neighbours(keys: Sequence[str]) -> list[str]:
    """The keys with those folded that a table alone cannot fold."""
    text = "".join(key if len(key) == 1 else "\0" for key in keys)
    kept = {match.end() - 1 for match in _KEPT.finditer(text)}
    plain = [_ELSE.get(key, key) if at not in kept else key for at, key in enumerate(keys)]
    for match in _REPLY.finditer(text):
        plain[match.start()] = _REPLIED
    return plain
