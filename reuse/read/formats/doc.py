"""Old Word files (.doc), and those of WPS: LibreOffice reads them, where it is installed.

Enters: bytes. Leaves: `Extracted`, by way of an OpenDocument text that LibreOffice makes in a temporary folder. The
program is started with a profile of its own there, so that an open window of it is not disturbed and no macro runs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from reuse.read.extracted import Extracted, Unreadable
from reuse.read.formats import odt, plain

__all__ = ["extract"]

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how files of old Office programs begin
SECONDS = 180
PROGRAMS = ("soffice", "libreoffice")
# Where installers put it without a name on the path.
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)


def extract(data: bytes, *, max_bytes: int) -> Extracted:
    """The text of an old Word file. Seconds a file. Raises Unreadable where LibreOffice is missing or refuses."""
    if not data.startswith(COMPOUND):  # text of some kind under a Word file's name
        return plain.extract(data, max_bytes=max_bytes)
    program = office()
    if program is None:
        raise Unreadable(
            "is an old Word file, which LibreOffice has to open, and that is not installed here; install LibreOffice, "
            "or save the file as .docx"
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "document.doc")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "odt"]
        try:
            subprocess.run(  # noqa: S603 - the program was looked up, its arguments are ours
                [*command, "--outdir", folder, str(source)],
                capture_output=True,
                timeout=SECONDS,
                check=False,
                env={**os.environ, "HOME": folder},
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Unreadable(f"could not be opened with LibreOffice ({error}); save it as .docx") from error
        made = Path(folder, "document.odt")
        if not made.is_file():
            raise Unreadable("could not be opened with LibreOffice; save it as .docx")
        return odt.extract(made.read_bytes(), max_bytes=max_bytes)


def office() -> str | None:
    """The program, where it is installed."""
    return next(filter(None, map(shutil.which, (*PROGRAMS, *PLACES))), None)
