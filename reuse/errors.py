"""The one error tree. Every message says what is wrong, where, and what to do about it.

Library code raises these; only `reuse.cli` turns them into a line on stderr and an exit code.
"""

from __future__ import annotations

__all__ = ["InputError", "OutputError", "ParameterError", "RequestError", "SpeechReuseError"]


class SpeechReuseError(Exception):
    """Base of all errors that a user can cause. `str(error)` is one clear sentence."""


class RequestError(SpeechReuseError):
    """The request as a whole makes no sense: one document only, a file named twice, …"""


class ParameterError(RequestError):
    """One or more settings are unknown or out of range; all of them are named in one message."""


class InputError(SpeechReuseError):
    """One input cannot be read. `path` as it was given, `reason` without the path."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class OutputError(SpeechReuseError):
    """An output cannot be written; nothing half-written was left behind."""
