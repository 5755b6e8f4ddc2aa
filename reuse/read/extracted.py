"""What leaves a file format, and how a format says that it cannot.

Enters: nothing. Leaves: `Extracted` from `decode` and every module of `formats`; `Unreadable`, which never leaves
this stage (`file` turns it into an InputError, `inputs` into a Skipped).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Extracted", "Part", "Unreadable"]


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, unaltered after decoding."""

    text: str
    encoding: str | None  # Python codec name: for plain text, data.decode(encoding, "replace") gives `text`
    warnings: tuple[str, ...] = ()  # one sentence each
    about: Mapping[str, str] = field(default_factory=dict)  # what the file says of itself, in a manifest's columns


class Unreadable(Exception):  # noqa: N818 - a state of a file, not an error of the program
    """A file holds nothing that can be read. `str()` is the reason and the way to mend it, without the path."""


@dataclass(frozen=True, slots=True)
class Part:
    """One speech of several in a file."""

    name: str  # what it is called there: the path of a member, an id, a row
    content: bytes | Extracted | Unreadable  # of a file with a format of its own; a text; or why there is none
