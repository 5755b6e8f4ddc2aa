"""Packs: a background as one small file.

Enters: a name, a path or a `Background`. Leaves: a `Background`, or a file with the same bytes every time.
Layout: a line that names format and version; a line of JSON that says what the pack was built from, how large each
table is and how long the rest; then, compressed, the tables. Keys stand as differences from the key before, split into
byte planes (all lowest bytes, all second bytes, …), so that the high planes, nearly all zero, vanish when compressed
and everything is read in a few array operations. The fingerprint names the content, not the compressed bytes.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np

from reuse.background.background import Background
from reuse.background.tables import Bytes, Table
from reuse.errors import InputError, OutputError

__all__ = ["SHIPPED", "load", "save"]

SHIPPED = "speeches"  # the pack that comes with the package
_MAGIC = b"speech-reuse background 1\n"
_TABLES = (("units", 2), ("pairs", 1), ("phrases", 2))  # name and columns, in the order of the file


def load(name_or_path: str | Path | None = None) -> Background:
    """Load a pack: None or "speeches" for the shipped one, "none" for none at all, else the path of a file.

    Raises InputError where there is no such file or it is no whole pack of this version. Cost: about 10 ms.
    """
    if name_or_path is None or name_or_path == SHIPPED:
        return _shipped()
    if name_or_path == "none":
        return Background.empty()
    path = Path(name_or_path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        reason = f"there is no such background; give the path of a pack, or one of “{SHIPPED}” and “none”"
        raise InputError(str(name_or_path), reason) from None
    except OSError as error:
        raise InputError(str(name_or_path), error.strerror or str(error)) from error
    return _decoded(data, str(name_or_path))


@cache
def _shipped() -> Background:
    file = resources.files("reuse.background") / "packs" / f"{SHIPPED}.pack"
    return _decoded(file.read_bytes(), str(file))


def save(background: Background, path: str | Path) -> None:
    """Write a pack, whole or not at all. Raises OutputError where it cannot be written."""
    target = Path(path)
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(_encoded(background))
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise OutputError(f"{path}: the background cannot be written: {error.strerror or error}") from error


def _encoded(background: Background) -> bytes:
    tables: dict[str, Table] = {name: getattr(background, name) for name, _ in _TABLES}
    planes = (plane.tobytes() for table in tables.values() for plane in (*_key_planes(table), *table.columns))
    body = zlib.compress(b"".join(planes), 9)
    head = {
        "name": background.name,
        "fingerprint": background.fingerprint,
        "collections": dict(background.collections),
        "languages": {language: dict(counts) for language, counts in background.languages.items()},
        "tables": {name: {"rows": len(table), "width": table.width} for name, table in tables.items()},
        "bytes": len(body),
    }
    return _MAGIC + json.dumps(head, ensure_ascii=False, sort_keys=True).encode() + b"\n" + body


def _decoded(data: bytes, path: str) -> Background:
    if not data.startswith(_MAGIC):
        raise InputError(
            path, "this is no background pack of version 1; build one with “speech-reuse background build”"
        )
    try:
        line, body = data[len(_MAGIC) :].split(b"\n", 1)
        head = json.loads(line)
        tables = dict(_tables(head["tables"], zlib.decompress(body)))
        found = Background.of(name=head["name"], collections=head["collections"], languages=head["languages"], **tables)
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise InputError(path, f"the background pack is damaged ({error}); build or fetch it again") from error
    if found.fingerprint != head.get("fingerprint"):
        raise InputError(path, "the background pack is damaged (its fingerprint does not fit); build or fetch it again")
    return found


def _key_planes(table: Table) -> list[Bytes]:
    steps = np.diff(table.keys, prepend=np.uint64(0)).astype("<u8")
    return list(steps.view(np.uint8).reshape(-1, 8)[:, : table.width // 8].T)


def _tables(sizes: Mapping[str, Mapping[str, int]], body: bytes) -> Iterator[tuple[str, Table]]:
    data = np.frombuffer(body, dtype=np.uint8)
    wanted = sum(sizes[name]["rows"] * (sizes[name]["width"] // 8 + columns) for name, columns in _TABLES)
    if len(data) != wanted:
        raise ValueError(f"{len(data)} bytes instead of {wanted}")
    at = 0
    for name, columns in _TABLES:
        rows, planes = sizes[name]["rows"], sizes[name]["width"] // 8
        steps = np.zeros((rows, 8), dtype=np.uint8)
        steps[:, :planes] = data[at : at + rows * planes].reshape(planes, rows).T
        at += rows * planes
        values = data[at : at + rows * columns].reshape(columns, rows)
        at += rows * columns
        keys = np.cumsum(steps.view("<u8").ravel().astype(np.uint64), dtype=np.uint64)
        yield name, Table.sorted(keys, list(values), width=sizes[name]["width"])
