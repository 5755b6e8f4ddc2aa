"""Warnings and reasons, which are written in English where they arise, in Chinese for the page.

Enters: one sentence of the reading stages or of the pipeline. Leaves: the same in Chinese, or None where nobody has
translated it: the page then shows the English. Names of files and words of documents are carried over as they are.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

__all__ = ["in_chinese"]


def in_chinese(sentence: str) -> str | None:
    """The Chinese of a warning or a reason; None where there is none."""
    for pattern, chinese in _rules():
        found = pattern.search(sentence)
        if found:
            return sentence[: found.start()] + chinese.format(*found.groups())
    return None


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """How sentences end, and what stands in place of the end: {0}, {1} … are its groups. The first that fits counts.

    What comes before, a path and a colon, stays as it is.
    """
    table = json.loads((files("reuse.report") / "strings" / "warnings.json").read_text(encoding="utf-8"))
    return tuple((re.compile(f"{pattern}$"), chinese) for pattern, chinese in table)
