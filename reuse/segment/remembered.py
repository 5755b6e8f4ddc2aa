"""Answers about keys, worked out once for each: a look-up in C for nearly every unit of a body of speeches.

Enters: a function of a key. Leaves: a mapping that asks it. Serves `cutting` and `folding`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Remembered"]

Answer = TypeVar("Answer")


class Remembered(dict[str, Answer]):
    """What `work` answers for each key; when it knows `most` of them it begins anew."""

    def __init__(self, work: Callable[[str], Answer], *, most: int) -> None:
        super().__init__()
        self._work, self._most = work, most

    def __missing__(self, key: str) -> Answer:
        if len(self) >= self._most:
            self.clear()
        answer = self[key] = self._work(key)
        return answer
