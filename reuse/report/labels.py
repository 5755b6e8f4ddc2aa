"""Short names of speeches, all different, for badges and the axes of charts.

Enters: documents. Leaves: one label each, in their order. `view_documents` asks for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from reuse.model import Document

__all__ = ["labels", "one_line"]

LABEL_CHARACTERS = 10  # twice as many of an alphabet, which are half as wide
TITLE_EDGE = re.compile(r"^[\s　]+|[\s　]+$")
LOOSE_EDGE = re.compile(r"^[\s　,，、:：·—–-]+|[\s　,，、:：·—–-]+$")
OPENING_WORD = re.compile(r"^(?:在|关于|於|(?:the|on|at)\s)(?=..)", re.IGNORECASE)


def labels(documents: Sequence[Document]) -> list[str]:
    """Letters for two documents; years for one series with one speech a year; otherwise titles, with years.

    Years too where most titles are taken from the texts, which may be long, and years tell all apart.
    A title stands without what all titles begin or end with; where titles do not tell speeches apart, the id does,
    which is the file's name or the manifest's word. Linear in the titles.
    """
    if len(documents) <= 2:
        return ["A", "B"][: len(documents)]
    years = [(document.date or "")[:4] for document in documents]
    series = {document.series for document in documents}
    guessed = 2 * sum(document.title_from == "text" for document in documents) > len(documents)
    one_series = len(series) == 1 and (guessed or None not in series)
    if one_series and "" not in years and len(set(years)) == len(years):
        return years
    names = [
        name if not year or year in name else f"{name} {year}"
        for name, year in zip(_short_titles(documents), years, strict=True)
    ]
    often = Counter(names)
    ids = [_cut(document.id) for document in documents]
    return _numbered([id_ if often[name] > 1 else name for name, id_ in zip(names, ids, strict=True)])


def one_line(text: str, limit: int) -> str:
    """`text` without line breaks, cut to `limit` characters with an ellipsis."""
    line = re.sub(r"\s*[\n\r\v\f\x85\u2028\u2029]+\s*", " ", TITLE_EDGE.sub("", text))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _short_titles(documents: Sequence[Document]) -> list[str]:
    titles = [TITLE_EDGE.sub("", document.title or document.id) for document in documents]
    before = len(_whole_words(_common_start(titles)))
    rests = [title[before:] for title in titles]
    after = len(_whole_words(_common_start([rest[::-1] for rest in rests])))
    short = [LOOSE_EDGE.sub("", OPENING_WORD.sub("", rest[: len(rest) - after])) for rest in rests]
    return [_cut(name or document.id) for name, document in zip(short, documents, strict=True)]


def _common_start(texts: Sequence[str]) -> str:
    first, last = min(texts), max(texts)  # all others lie between these two, and begin as both do
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(character for character, _ in same)


def _whole_words(common: str) -> str:
    """What titles have in common without a torn word or number at its inner end."""
    return re.sub(r"[0-9A-Za-z\u00c0-\u024f]+$", "", common)


def _cut(name: str) -> str:
    return one_line(name, LABEL_CHARACTERS if name[:1] > "\u2e80" else 2 * LABEL_CHARACTERS)


def _numbered(names: Sequence[str]) -> list[str]:
    """Names that are still alike get numbers, none of which makes another name."""
    often, taken = Counter(names), set(names)
    out: list[str] = []
    for name in names:
        number, label = 1, name
        while often[name] > 1 and label in taken:
            label, number = f"{name} ·{number}", number + 1
        taken.add(label)
        out.append(label)
    return out
