"""The door of the command `speech-reuse`, outside the package so that it still opens when the package is not ours.

Enters: the command line. Leaves: an exit code. Stands before `reuse.cli`.
Another program, the FSFE's licence checker, installs an import package of the same name `reuse`; where both are
installed into one environment, the later one overwrites files of the earlier without a word. So this module looks at
what `reuse` is before it imports anything of it.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

__all__ = ["main"]

OUR_FIRST_WORDS = (
    '"""Compare speeches, Chinese first'  # how the package's own __init__.py opens; a test holds them equal
)
MEND = (
    "Install speech-reuse into an environment of its own, for instance with: pipx install speech-reuse; or remove the "
    "other program and install speech-reuse again: pip uninstall reuse && pip install --force-reinstall speech-reuse"
)


def main() -> None:
    """Run the command and exit with its code; 2, with cause and mend, where the package `reuse` is somebody else's."""
    clash = name_clash()
    if clash:
        sys.stderr.write(f"Error: {clash}\n{MEND}\n")
        sys.exit(2)
    from reuse.cli import main as run  # noqa: PLC0415 - only once it is known to be ours

    sys.exit(run())


def name_clash() -> str | None:
    """Say what stands where our package should, or None when all is well. Imports nothing, reads one small file."""
    found = importlib.util.find_spec("reuse")
    if found is None:
        return "the package “reuse” of speech-reuse is not installed, though its command is."
    if found.origin is None:
        folders = ", ".join(found.submodule_search_locations or ())
        return f"the package “reuse” in {folders} has lost its __init__.py; another program of that name shared it."
    opening = Path(found.origin).read_text(encoding="utf-8", errors="replace")[: len(OUR_FIRST_WORDS)]
    if opening != OUR_FIRST_WORDS:
        return f"the package “reuse” at {found.origin} belongs to another program, such as the FSFE's licence checker."
    return None
