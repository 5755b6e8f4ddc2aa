"""The numbers that count off the items of an outline: 一、 （三） 第十二条 一是 4. (b). They are no part of a wording.

Enters: Segments. Leaves: flags over units. Serves `speeches`, so that （六）着力保障和改善民生 and
三是着力保障和改善民生 are one wording, found and shown without its number. A number inside a sentence
(依照第三条的规定) counts nothing off.
"""

from __future__ import annotations

import re

import numpy as np

from reuse.model import BoolArray, Segments

__all__ = ["numbered"]

_HAN = "〇零一二三四五六七八九十百"
_ORDINAL = rf"第(?:[{_HAN}]+|\d{{1,4}})"
# Where an item may begin: a line, whatever leads into it, or behind a mark that ends a sentence or announces a list.
_LINE = r"^[ \t\u3000#>*•·●■◆—–-]*"
_BRACKETED = rf"[（(](?:[{_HAN}]{{1,4}}|\d{{1,3}}|[ivx]{{1,4}}|[a-z])[）)][、.．]?|[①-⑳㈠-㈩]"
# A year, a decimal or an initial is no number of an item: two figures at most, no figure behind the dot.
_DOTTED = rf"(?:[{_HAN}]{{1,4}}|\d{{1,2}})(?:[、．]|[.)）](?!\d))"
_TITLED = rf"{_ORDINAL}[编篇章节条款](?:之[{_HAN}]+)?(?=[ \t\u3000])|{_ORDINAL}、"
# 三是加强…, and 三要加强…, where 要 says something; not 一是一, nor 三要素.
_SPOKEN = "[一二三四五六七八九十]{1,2}(?:是(?![一二三四五六七八九十])|(?=要(?![素件点求领])))"
_ITEM = re.compile(
    rf"(?:{_LINE}(?:{_BRACKETED}|{_DOTTED}|{_TITLED}|{_SPOKEN})|(?<=[。；;！？：:])(?:{_BRACKETED}|{_SPOKEN}|{_ORDINAL}、)"
    rf"|(?<=[，,]){_SPOKEN})",
    re.MULTILINE,
)


def numbered(segments: Segments) -> BoolArray:
    """(n,) which units belong to the number of an item. Linear in the text."""
    flags = np.zeros(len(segments), dtype=np.bool_)
    found = [match.span() for match in _ITEM.finditer(segments.document.text)]
    if not found:
        return flags
    begins, ends = np.array(found, dtype=np.int32).T
    first = np.searchsorted(segments.starts, begins)
    last = np.searchsorted(segments.ends, ends, side="right")
    for a, b in zip(first.tolist(), last.tolist(), strict=True):
        if segments.borders[a]:  # not where a line only wraps: 实现祖国统⏎一是大势所趋
            flags[a:b] = True
    return flags
