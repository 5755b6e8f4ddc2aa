"""Shares as people read them.

Enters: a share 0..1. Leaves: a short string; page and terminal differ in its blanks only.
"""

from __future__ import annotations

__all__ = ["percent"]


def percent(share: float, *, blank: str = "") -> str:
    """A share (0..1) to one decimal; what is more than nothing never reads as nothing, nor less than all as all."""
    if 0 < share < 0.0005:
        return f"<{blank}0.1{blank}%"
    if 0.9995 <= share < 1:
        return f">{blank}99.9{blank}%"
    return f"{share * 100:.1f}{blank}%"
