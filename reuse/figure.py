"""Figures as they are told from others, however they are written.

Enters: a figure of a text. Leaves: its digits and signs in plain width. Serves the stages that compare figures.
"""

from __future__ import annotations

import unicodedata

__all__ = ["figure"]


def figure(surface: str) -> str:
    """A figure whatever its width and blanks: １２ ％ is 12%, 74.4 and 万亿 on two lines are one."""
    return "".join(unicodedata.normalize("NFKC", surface).split())
