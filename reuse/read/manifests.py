"""The manifests of a run: which row of which manifest describes a file.

Enters: the files to be read. Leaves: their rows, and the warnings of every manifest that was looked into, each once.
`inputs` holds one for a run.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from reuse.read.listing import Source
from reuse.read.manifest import Manifest, Row, load_manifest
from reuse.read.paths import STDIN

__all__ = ["Manifests"]


class Manifests:
    """The manifests beside the files of a run, each read once."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = [source for source in sources if source.path != STDIN]
        self._loaded: dict[Path, Manifest | None] = {}

    def row(self, source: Source) -> Row | None:
        """The row for a file: of the manifest beside it, or of one above it up to the folder that was given."""
        if source.path == STDIN:
            return None
        for folder in _folders(source):
            manifest = self._manifest(folder)
            row = manifest.row(_relative(source.path, folder)) if manifest else None
            if row is not None:
                return row
        return None

    def warnings(self) -> Iterator[str]:
        """What is wrong with the manifests looked into so far, rows without a file included."""
        for folder, manifest in self._loaded.items():
            if manifest is not None:
                yield from manifest.warnings
                lost = manifest.without_file(self._files(folder, manifest))
                if lost is not None:
                    yield lost

    def _manifest(self, folder: Path) -> Manifest | None:
        if folder not in self._loaded:
            self._loaded[folder] = load_manifest(folder)
        return self._loaded[folder]

    def _files(self, folder: Path, manifest: Manifest) -> Iterator[str]:
        """Files that rows may belong to, read in this run or not, by their paths from the manifest's folder."""
        yield from (path.name for path in folder.iterdir())
        yield from (name for name in manifest.by_file if (folder / name).is_file())
        yield from (_relative(source.path, folder) for source in self._sources if folder in Path(source.path).parents)


def _folders(source: Source) -> Iterator[Path]:
    """The folder of a file and those above it, up to the folder that was given."""
    folder = Path(source.path).parent
    yield folder
    if source.root is not None:
        root = Path(source.root)
        for above in folder.parents:
            if above == root or root in above.parents:
                yield above


def _relative(path: str, folder: Path) -> str:
    return PurePath(os.path.relpath(path, folder)).as_posix()
