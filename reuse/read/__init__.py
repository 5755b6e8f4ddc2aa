"""Files -> Documents: the first stage.

Enters: paths. Leaves: frozen `Document`s with text, title, date and id, and what was skipped, with reasons.

The way through: `inputs` (a request) lists files (`listing`, `folder`), loads each (`file`, `formats`, `decode`),
describes it (`manifests`, `manifest`, `title`, `dates`) and gives it an id (`ids`). `decode` asks `evidence` and
`letters` for the encoding, `signature` for other formats, `damage` for garbage.
"""

from __future__ import annotations

import os
import sys
from types import ModuleType

from reuse.model import Document
from reuse.params import ReadParams
from reuse.read.file import read
from reuse.read.inputs import Inputs, read_all, read_inputs

__all__ = ["Inputs", "read", "read_all", "read_inputs"]


class _Stage(ModuleType):
    """The package as a module that can be called.

    `reuse.read` is the public function and this package at once: importing the package makes Python bind its name in
    `reuse`, where the function is expected. So that is what stands there always, whatever is imported first.
    """

    def __call__(self, path: str | os.PathLike[str], *, params: ReadParams | None = None) -> Document:
        """`read`."""
        return read(path, params=params)


sys.modules[__name__].__class__ = _Stage
