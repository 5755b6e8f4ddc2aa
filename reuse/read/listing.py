"""From the paths of a request to the files to be read.

Enters: paths as they were given: files, folders, `-` for standard input. Leaves: a `Listing`: each file once and in
order, what is missing, and warnings about files that were named more than once. `inputs` reads them.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reuse.model import Skipped
from reuse.read.bundles import BUNDLE_SUFFIXES
from reuse.read.folder import list_folder
from reuse.read.formats import TEXT_SUFFIXES
from reuse.read.manifest import is_manifest
from reuse.read.paths import STDIN, identity, missing, shown

__all__ = ["Listing", "Source", "list_sources"]


@dataclass(frozen=True, slots=True)
class Source:
    """One file to be read."""

    path: str  # as it was given, or the folder given with the path below it; `-` for standard input
    root: str | None = None  # the folder given, when the file was found in one


@dataclass(slots=True)
class Listing:
    """What a request names. Filled by `list_sources`, read by `inputs`."""

    sources: list[Source] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def list_sources(paths: Sequence[str]) -> Listing:
    """The files that paths name, in the order given. Raises nothing: what cannot be listed is skipped with a reason."""
    listing = Listing()
    first: dict[object, Source] = {}
    for path in paths:
        again: list[tuple[Source, Source]] = []
        for key, source in _found(path, paths, listing):
            if key in first:
                again.append((source, first[key]))
            else:
                first[key] = source
        listing.warnings += _named_again(path, again)
    listing.sources += first.values()
    return listing


def _found(path: str, paths: Sequence[str], listing: Listing) -> Iterator[tuple[object, Source]]:
    """The files behind one path, each with its identity."""
    if path == STDIN:
        yield STDIN, Source(STDIN)
        return
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - the path stays a string as it was given
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        listing.skipped.append(Skipped(shown(path), missing(error)))
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path, listing)
    elif is_manifest(os.path.basename(path)):  # noqa: PTH119
        # corpus/* names it along with its files; alone it is a mistake.
        folder = os.path.dirname(path)  # noqa: PTH120
        if not any(other != path and os.path.dirname(other) == folder for other in paths):  # noqa: PTH120
            listing.skipped.append(Skipped(shown(path), "describes other files; give those files or their folder"))
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):  # a shell's <(…) is a pipe
        yield identity(path), Source(path)
    else:
        listing.skipped.append(Skipped(shown(path), "is neither a file nor a folder"))


def _in_folder(folder: str, listing: Listing) -> Iterator[tuple[object, Source]]:
    """The texts of a folder; says so where there are none."""
    held = list_folder(folder)
    passed_over = held.passed_over()
    listing.skipped += [Skipped(shown(skipped.path), skipped.reason) for skipped in held.skipped]
    if not held.files and not held.skipped:
        other = f" (passed over: {passed_over}); files of other names are read when they are named one by one"
        reason = f"the folder holds no texts ({', '.join(sorted(TEXT_SUFFIXES | BUNDLE_SUFFIXES))})"
        listing.skipped.append(Skipped(shown(folder), reason + (other if passed_over else "")))
    elif passed_over:
        listing.warnings.append(f"{shown(folder)}: passed over {passed_over}")
    for relative in held.files:
        path = os.path.join(folder, *relative.split("/"))  # noqa: PTH118 - a Path would drop “./”
        try:
            key = identity(path)
        except OSError as error:
            listing.skipped.append(Skipped(shown(path), missing(error)))
            continue
        if os.path.isfile(path):  # noqa: PTH113 - a pipe in a folder would be waited on for ever
            yield key, Source(path, folder)
        else:
            listing.skipped.append(Skipped(shown(path), "is no ordinary file"))


def _named_again(path: str, again: list[tuple[Source, Source]]) -> list[str]:
    """One warning for what a path names a second time."""
    if len(again) > 1:
        return [f"{shown(path)}: {len(again)} of its files were named before; each is compared once"]
    if not again:
        return []
    source, first = again[0]
    if source.path == first.path:
        return [f"{shown(path)} was named twice; it is compared once"]
    return [f"{shown(source.path)} and {shown(first.path)} are the same file; it is compared once"]
