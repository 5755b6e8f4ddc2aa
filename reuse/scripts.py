"""Traditional and simplified characters, one for one, through OpenCC.

Enters: a set of characters, or a text. Leaves: a map from those that change to what they become, or the text in
simplified characters. Only single characters are converted, so that the length of a text never changes. Serves the
stages that compare wording.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache
from typing import Any

__all__ = ["in_simplified", "simplified", "traditional"]


@cache
def _converter(name: str) -> Any:
    import opencc  # noqa: PLC0415 - only texts with Han characters need it

    return opencc.OpenCC(name)


@cache
def _known(_name: str) -> tuple[set[str], dict[str, str]]:
    """The characters met so far, and what those that change become. There are some 100,000 characters at most."""
    return set(), {}


def _converted(name: str, characters: Set[str]) -> Mapping[str, str]:
    met, changed = _known(name)
    if fresh := sorted(characters - met):
        lines = _converter(name).convert("\n".join(fresh)).split("\n")
        changed.update((c, line) for c, line in zip(fresh, lines, strict=True) if len(line) == 1 and line != c)
        met.update(fresh)
    return {c: changed[c] for c in characters if c in changed}


def simplified(characters: Set[str]) -> Mapping[str, str]:
    """The simplified form of those among `characters` that have another one."""
    return _converted("t2s", characters) if characters else {}


def traditional(characters: Set[str]) -> Mapping[str, str]:
    """The traditional form of those among `characters` that have another one."""
    return _converted("s2t", characters) if characters else {}


def in_simplified(text: str) -> str:
    """A text with simplified characters and 〇 as 零, each where it stood; other scripts as they are. Linear."""
    han = {character for character in text if character > "\u2fff" and not "\ud800" <= character <= "\udfff"}
    return text.translate(str.maketrans(dict(simplified(han), 〇="零"))) if han else text
