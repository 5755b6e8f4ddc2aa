"""What leaves a file format, and how a format says that it cannot.

Enters: nothing. Leaves: `Extracted` from `decode` and every module of `formats`; `Unreadable`, which never leaves
this stage (`file` turns it into an InputError, `inputs` into a Skipped).
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Extracted", "Unreadable"]


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, unaltered after decoding."""

    text: str
    encoding: str | None  # Python codec name: for plain text, data.decode(encoding, "replace") gives `text`
    warnings: tuple[str, ...] = ()  # one sentence each


class Unreadable(Exception):  # noqa: N818 - a state of a file, not an error of the program
    """A file holds nothing that can be read. `str()` is the reason and the way to mend it, without the path."""
