"""plotly.js for the page: taken from the installed plotly package, compressed once per machine.

Enters: nothing but the package. Leaves: `PlotlySource`. The compressed form is kept in the user's cache folder under
the digest of what it holds; it is checked before use and made anew wherever it is missing, wrong or cannot be kept.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import tempfile
import zlib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from reuse.report.embed import base64_text, csp_hash, gzipped

__all__ = ["PlotlySource", "plotly_source"]

VERSION = re.compile(rb"plotly\.js v([\w.-]+)")


@dataclass(frozen=True, slots=True)
class PlotlySource:
    """plotly.js as the page carries it."""

    version: str
    packed: str  # gzip, then base64
    hash: str  # for the Content-Security-Policy


def plotly_source(cache: Path | None = None) -> PlotlySource:
    """plotly.js of the installed package. `cache` is the folder to keep it in; by default the user's cache folder.

    About 30 ms with the cache (reading, checking), 150 ms more without it.
    """
    script = (files("plotly") / "package_data" / "plotly.min.js").read_bytes()
    version, digest = VERSION.search(script[:500]), csp_hash(script)
    return PlotlySource(
        version=version[1].decode("ascii") if version else "",
        packed=base64_text(_compressed(script, digest, cache or _cache_folder())),
        hash=digest,
    )


def _cache_folder() -> Path | None:
    import platformdirs  # noqa: PLC0415 - only a page with charts needs it

    try:
        return platformdirs.user_cache_path("speech-reuse")
    except (OSError, RuntimeError):  # a user without a home folder
        return None


def _compressed(script: bytes, digest: str, folder: Path | None) -> bytes:
    if folder is None:
        return gzipped(script)
    # Two builds of zlib may compress the same bytes to other bytes: a file of one is no answer for the other.
    name = hashlib.sha256(f"{zlib.ZLIB_RUNTIME_VERSION} {digest}".encode()).hexdigest()[:20]
    path = folder / f"plotly-{name}.js.gz"
    try:
        packed = path.read_bytes()
        if gzip.decompress(packed) == script:
            return packed
    except (OSError, EOFError, zlib.error):
        pass
    packed = gzipped(script)
    _keep(path, packed)
    return packed


def _keep(path: Path, data: bytes) -> None:
    """Write whole or not at all; a cache that cannot be written is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
    except OSError:
        pass
