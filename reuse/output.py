"""Writing whole or not at all: files that appear complete under their name, or never.

Enters: text, tables, or a writer that wants a path. Leaves: files. Raises OutputError with one sentence otherwise.
Stands between `Comparison` or the command line and the disk. A file is written beside its place under a temporary
name, forced to the disk, then renamed: who opens the name sees the old content or the new, never half of one.
"""

from __future__ import annotations

import csv
import errno
import io
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from reuse.errors import OutputError
from reuse.tables import Cell, Table

__all__ = ["check_writable", "whole_file", "write_csv_folder", "write_files", "write_text"]

# What spreadsheet programs take for the start of a formula, also in full width and after a tab or a line break.
FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r\n")
BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as the code page of the machine

CAUSES = {
    errno.EACCES: "there is no right to write there; choose another place or ask for the right",
    errno.EPERM: "there is no right to write there; choose another place or ask for the right",
    errno.EROFS: "the disk is read-only; choose another place",
    errno.ENOSPC: "the disk is full; free some space or choose another place",
    errno.EDQUOT: "the disk quota is used up; free some space or choose another place",
    errno.EISDIR: "that is a folder; give the name of a file",
    errno.ENOTDIR: "a part of that path is a file, not a folder; choose another place",
    errno.EEXIST: "a part of that path is a file, not a folder; choose another place",
    errno.ELOOP: "links point at each other in a circle; choose another place",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


@contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Lend a temporary path whose file takes the place of `path` when the block ends without an error.

    Missing folders are made. Whatever ends the block early, an interrupt included, removes the temporary file and
    leaves what stood at `path`. A device or a pipe, which cannot be replaced, is lent as it is.
    Raises OutputError where the disk refuses; errors of the block that do not come from the disk pass through.
    """
    with _explained(path):
        place = _resolved(path)
        if place.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if place.exists() and not place.is_file():
            yield place
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        temporary = place.with_name(f".{secrets.token_hex(6)}.part{place.suffix}")
        try:
            # Made here and exclusively, so that the rights are those of any new file and no link is followed.
            os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
            yield temporary
            _to_disk(temporary)
            if place.exists():
                shutil.copymode(place, temporary)
            temporary.replace(place)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise


def write_text(path: str | os.PathLike[str], text: str) -> None:
    """Write text in UTF-8, line ends as they are. Lone surrogates, which UTF-8 cannot hold, become “?”."""
    with whole_file(path) as temporary:
        temporary.write_bytes(text.encode("utf-8", "replace"))


def write_csv_folder(folder: str | os.PathLike[str], tables: Mapping[str, Table]) -> tuple[Path, ...]:
    """Write each table as ``<name>.csv`` into a folder and give the paths. No name changes before all are written.

    UTF-8 with byte order mark and commas, as Excel and its kin open it. A text cell that a spreadsheet would take
    for a formula is led by an apostrophe; numbers stay numbers. Other files of the folder are left alone.
    """
    paths = tuple(Path(folder) / f"{name}.csv" for name in tables)
    with ExitStack() as stack:
        drafts = [stack.enter_context(whole_file(path)) for path in paths]
        for draft, table in zip(drafts, tables.values(), strict=True):
            draft.write_bytes(_csv(table).encode("utf-8", "replace"))
    return paths


def write_files(folder: str | os.PathLike[str], contents: Mapping[str, str | bytes], *, stale: str = "") -> None:
    """Write files by their names into a folder; no name changes before all are written.

    `stale` is a pattern under the folder: what matches it and is not among the names is left from an earlier run and
    removed at the end. Other files of the folder are left alone. Raises OutputError.
    """
    place = Path(folder)
    with ExitStack() as stack:
        for name, content in contents.items():
            draft = stack.enter_context(whole_file(place / name))
            draft.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    with _explained(folder):
        for path in place.glob(stale) if stale else ():
            if path.relative_to(place).as_posix() not in contents:
                path.unlink()


def check_writable(path: str | os.PathLike[str], *, folder: bool = False) -> None:
    """Raise OutputError where `path` can be seen not to take a file (or, with `folder`, files) before work starts.

    Nothing is made. What turns up later, such as a full disk, is still caught when the file is written.
    """
    with _explained(path):
        place = _resolved(path)
        if not folder and place.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if place.exists() and not (place.is_dir() or place.is_file()):
            return
        nearest = place if folder else place.parent
        while not nearest.exists() and nearest != nearest.parent:
            nearest = nearest.parent
        if not nearest.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(nearest, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _resolved(path: str | os.PathLike[str]) -> Path:
    """The place behind links: the file they point to is replaced, not the link. OSError for links in a circle."""
    place = Path(os.path.realpath(path))
    if place.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return place


@contextmanager
def _explained(path: str | os.PathLike[str]) -> Iterator[None]:
    """Turn what the operating system says into one sentence that names the place and the way out."""
    try:
        yield
    except BrokenPipeError:
        raise  # the reader of a pipe has left: no fault of the place
    except OSError as error:
        cause = CAUSES.get(error.errno or 0, f"{error.strerror or error}; choose another place")
        raise OutputError(f"Cannot write {os.fspath(path)}: {cause}.") from error


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)  # some systems flush only what may be written
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _csv(table: Table) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return BYTE_ORDER_MARK + text.getvalue()


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return "'" + cell
    return cell
