"""The files of the project, for tests that look at the tree."""

from __future__ import annotations

import subprocess
from pathlib import Path

BUILT = {".venv", ".git", "build", "dist", "reports", "__pycache__"}


def tracked(root: Path, *patterns: str) -> list[Path]:
    """Files that git knows or would take up; without git, as in an unpacked archive, what lies there unbuilt."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        paths = {root / name for name in listed.stdout.splitlines()}
    else:
        found = {path for pattern in patterns for path in (*root.glob(pattern), *root.rglob(Path(pattern).name))}
        paths = {path for path in found if not BUILT & set(path.relative_to(root).parts)}
    return sorted(path for path in paths if path.is_file())
