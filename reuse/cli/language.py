"""The language in which the program speaks: English, or Chinese where the locale is Chinese.

Enters: an English sentence. Leaves: the same, or its Chinese. Sentences are made in English wherever they arise and
turned here, at the border, by templates of messages_zh.tsv: `{gap}` takes whatever stands there. A gap named `sentence`
is turned itself, one named `list` item by item. What no template fits stays English, which is better than nothing.
"""

from __future__ import annotations

import locale
import os
import re
from functools import lru_cache
from pathlib import Path

__all__ = ["choose", "is_chinese", "spoken", "templates"]

VARIABLE = "SPEECH_REUSE_MESSAGES"
_GAP = re.compile(r"\{(\w+)\}")
_chosen: list[str] = ["auto"]


def choose(language: str) -> None:
    """Speak "en" or "zh" from now on, or go by the locale ("auto")."""
    _chosen[0] = language


def is_chinese() -> bool:
    """Whether to speak Chinese: by choice, by SPEECH_REUSE_MESSAGES, by the locale of messages."""
    wanted = next((name for name in (_chosen[0], os.environ.get(VARIABLE, "")) if name in ("en", "zh")), None)
    if wanted:
        return wanted == "zh"
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return os.environ[variable].lower().startswith("zh")
    return (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese"))


def spoken(sentence: str) -> str:
    """The sentence in the language of the user; line ends and indents stay."""
    return _turned(sentence) if is_chinese() else sentence


@lru_cache(maxsize=1)
def templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns with their Chinese: those that open with words first, then those with most letters of their own."""
    table = Path(__file__).with_name("messages_zh.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    rows.sort(key=lambda row: (row[0].startswith("{"), -len(_GAP.sub("", row[0])), row[0]))
    return tuple((_pattern(english), chinese) for english, chinese in rows)


def _pattern(english: str) -> re.Pattern[str]:
    pieces = _GAP.split(english)  # text, name, text, name, …
    gaps = [f"(?P<{piece}>.+?)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces)]
    return re.compile("".join(gaps), re.DOTALL)


def _turned(sentence: str) -> str:
    body = sentence.strip()
    for pattern, chinese in templates():
        found = pattern.fullmatch(body)
        if found is not None:
            gaps = {name: _gap(name, text) for name, text in found.groupdict().items()}
            said = _GAP.sub(lambda gap, gaps=gaps: gaps[gap[1]], chinese)  # type: ignore[misc]
            return sentence.replace(body, said, 1)
    return sentence


def _gap(name: str, text: str) -> str:
    if name.startswith("sentence"):
        return _turned(text)
    if name.startswith("list"):
        return "、".join(_turned(item) for item in text.split(", "))
    return text
