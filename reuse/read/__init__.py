"""Files -> Documents: the first stage.

Enters: paths. Leaves: frozen `Document`s with text, title, date and id, and what was skipped, with reasons.

The way through: `inputs` (a request) lists files (`listing`, `folder`), loads each (`file`, `formats`, `decode`),
describes it (`manifests`, `manifest`, `title`, `dates`) and gives it an id (`ids`). `decode` asks `evidence` and
`letters` for the encoding, `signature` for other formats, `damage` for garbage.
"""

from __future__ import annotations

from reuse.read.file import read
from reuse.read.inputs import Inputs, read_inputs

__all__ = ["Inputs", "read", "read_inputs"]
