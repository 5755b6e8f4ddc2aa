"""What an amount counts and in which unit, and the difference of two amounts of the same measure.

Enters: a text and the span of a number in it. Leaves: whether it is a number or part of a word, and differences.
A difference is given only where both sides count the same thing in the same unit: 67.7万亿元 and 74.4万亿元, 9000亿元
and 1.2万亿元, but neither 1263亿 and 1300多亿, which is no exact number, nor 5万户 and 3万人.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reuse.model import Span

__all__ = ["HAN_NUMERALS", "MAGNITUDE", "UNIT", "difference", "is_part_of_word", "with_whole_amounts"]

HAN_NUMERALS = "〇零一二三四五六七八九十百千万亿兆两"
MULTIPLES = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
# 万亿, 多亿, 余万; at a line's end or behind blanks too. 百分点, 千瓦 and 千米 are units, no hundreds and thousands.
MAGNITUDE = r"(?:\s*[多余]?\s*[万亿千百]+(?![分瓦米克伏帕])|\s*[多余](?=\s*[\u4e00-\u9fff]))"
_SEVERAL = re.compile(r"[多余]")
# Longest first. What is not listed counts in its first character, words of an alphabet in the whole word.
UNIT = (
    r"[%％‰]|个百分点|百分点|平方公里|平方千米|平方米|立方米|标准立方米|千瓦时|公里|千米|厘米|毫米|公斤|千克|千瓦|公顷"
    r"|人民币|美元|欧元|日元|港元|英镑|人次|户次|[元人户套亩吨米克斤倍个件项名位家座条次辆台架艘岁年月天届所张种类]"
)
_UNIT = re.compile(rf"\s*({UNIT}|[\u2e80-\U0003ffff]|[^\W\d_]+|[$€£])?")
_NUMERAL = re.compile(r"([0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?)\s*([万亿千百]*)\s*([%％‰]?)")
_NUMBER_ENDS = re.compile(r"[0-9０-９]+(?:[,.，．][0-9０-９]+)*$")
_AMOUNT_GOES_ON = re.compile(rf"(?:{MAGNITUDE}\s*)?(?:\s*(?:{UNIT}))?")
_CLAUSE_END = re.compile(r"[，。；;：:！？!?\n\r]|,(?!\d)|\.(?!\d)")
_EACH = re.compile(r"分别|分別|各为|respectively")
_FIGURE = re.compile(r"[0-9０-９.．%％]+")
_UP = re.compile(r"增长|增加|增長|上升|提高|提升|上涨|涨幅|rose|grew|increas", re.IGNORECASE)
_DOWN = re.compile(r"下降|减少|減少|降低|下跌|降幅|缩减|fell|declin|decreas|drop", re.IGNORECASE)

# A single Han numeral is a number where something is counted by it: 三项, but not 三农, 两学一做, 万众, 十分.
_COUNTED = re.compile(rf"(?:个|項|條|個|天|{UNIT}|大(?!批|量|片)|期|级|层|轮|省|市|县|州|成(?![立为果就])|部(?!分))")
_FIXED = re.compile(r"位一体|个别|个人|个中|家亲|种族|人民|年一度|年级|次性|类型")
_BEFORE_ONE = re.compile(r"[统唯逐专单同划第万之某]$")
_QUOTED = re.compile(r"[“「『‘《\"]([^“”「」『』‘’《》\"\n]{1,14})[”」』’》\"]")
_REACH = 16  # of a quoted slogan and of a clause's head, in characters


def is_part_of_word(text: str, start: int, end: int) -> bool:
    """Whether a Han numeral counts nothing: the 三 of 三农, the 一 of 一批, those of the slogan “三严三实”."""
    numeral = text[start:end]
    if not set(numeral) <= set(HAN_NUMERALS):
        return False
    if all(character in "百千万亿兆" for character in numeral):  # 万众, 千方百计, 亿万
        return True
    if len(numeral) > 1:
        return False
    around = max(0, start - _REACH)
    if any(found.start(1) <= start - around < found.end(1) for found in _QUOTED.finditer(text[around : end + _REACH])):
        return True
    if numeral == "一" and _BEFORE_ONE.search(text, 0, start):
        return True
    return _COUNTED.match(text, end) is None or _FIXED.match(text, end) is not None


def with_whole_amounts(text: str, start: int, end: int) -> Span:
    """The stretch, grown where its edge cuts an amount: 万亿元 on the next line belongs to the 74.4 at its end."""
    if _NUMBER_ENDS.search(text, max(0, end - _REACH), end) and (rest := _AMOUNT_GOES_ON.match(text, end)):
        end = rest.end()
    if start < end and re.match(MAGNITUDE, text[start : start + _REACH]):
        lead = _NUMBER_ENDS.search(text, max(0, start - _REACH), start)
        start = lead.start() if lead else start
    return start, end


def difference(source: str, source_span: Span, target: str, target_span: Span) -> str | None:
    """The difference of two exact numbers in Arabic digits, with its sign; None where they measure different things.

    万 and 亿 are brought to one, the smaller of both.
    """
    a, b = source[slice(*source_span)], target[slice(*target_span)]
    if _SEVERAL.search(a) or _SEVERAL.search(b):
        return None
    first, second = _NUMERAL.fullmatch(a), _NUMERAL.fullmatch(b)
    if first is None or second is None or first[3] != second[3]:
        return None
    if not first[3] and _unit(source, source_span[1]) != _unit(target, target_span[1]):
        return None
    if not _same_measure(_head(source, source_span[0]), _head(target, target_span[0])):
        return None
    values = [_value(found[1]) * _multiple(found[2]) for found in (first, second)]
    magnitude = min((first[2], second[2]), key=_multiple)
    value = ((values[1] - values[0]) / _multiple(magnitude)).normalize()
    return f"{'+' if value > 0 else '−'}{abs(value):,f}{magnitude}{first[3]}" if value else None


def _unit(text: str, position: int) -> str:
    """What is counted behind a number, empty at the end of a clause."""
    found = _UNIT.match(text, position)
    return (found[1] or "").lower() if found else ""


def _head(text: str, position: int) -> str:
    """The clause as far as it stands ahead of a number."""
    return _CLAUSE_END.split(text[:position])[-1].strip()


def _same_measure(source: str, target: str) -> bool:
    """Whether nothing ahead of two numbers says that they measure different things.

    Of a series (A、B分别下降23%、15%) each number belongs to a name of its own, so that the names must be the same; and
    a rise is not taken from a fall.
    """
    if (_EACH.search(source) or _EACH.search(target)) and _FIGURE.sub("#", source) != _FIGURE.sub("#", target):
        return False
    ends = source[-8:], target[-8:]
    rises, falls = ([bool(way.search(end)) for end in ends] for way in (_UP, _DOWN))
    return not (rises[0] != rises[1] and falls[0] != falls[1])


def _multiple(unit: str) -> Decimal:
    value = Decimal(1)
    for character in unit:
        value *= MULTIPLES[character]
    return value


def _value(numeral: str) -> Decimal:
    return Decimal(numeral.replace(",", "").replace("，", "").replace("．", "."))
