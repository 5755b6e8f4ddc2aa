"""How tests call the program: as its users do, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]

PROGRAM = [sys.executable, "-m", "reuse"]
# The sources of this checkout, wherever the test's working folder is.
# English, whatever the machine of the tests speaks.
ENVIRONMENT = {**os.environ, "SPEECH_REUSE_MESSAGES": "en", "PYTHONPATH": str(Path(__file__).resolve().parents[2])}


def tree(folder: Path) -> list[str]:
    """All files under a folder, by their path within it."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
