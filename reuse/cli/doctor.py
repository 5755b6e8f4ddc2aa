"""`speech-reuse doctor`: whether the installation is sound, and what would make it better.

Enters: nothing. Leaves: a line for each thing looked at. Exit code 0 where everything needed works, 1 otherwise; what
is optional and missing is told with the line that installs it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import click

from reuse.cli.examples import ExampleCommand
from reuse.cli.language import spoken

__all__ = ["Finding", "doctor"]

SOUND, UNSOUND = 0, 1
SECONDS = 10


class Doctor(ExampleCommand):
    """The command with its examples."""

    examples = ("speech-reuse doctor", "speech-reuse doctor || echo look above")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    state: Literal["ok", "optional", "wrong"]
    said: str


@click.command(cls=Doctor, short_help="Check the installation.")
def doctor() -> int:
    """Check the installation: name clash, compiled loops, extras, fonts, LibreOffice, Java, cache, settings."""
    signs = {"ok": "ok      ", "optional": "missing ", "wrong": "WRONG   "}
    worst = SOUND
    for check in CHECKS:
        for finding in check():
            click.echo(signs[finding.state] + spoken(finding.said))
            worst = UNSOUND if finding.state == "wrong" else worst
    return worst


def _program() -> list[Finding]:
    import platform  # noqa: PLC0415 - help needs none of what the checks import

    from reuse.version import __version__  # noqa: PLC0415

    return [Finding("ok", f"speech-reuse {__version__}, Python {platform.python_version()}, {platform.system()}")]


def _name() -> list[Finding]:
    from speech_reuse_entry import name_clash  # noqa: PLC0415 - the door itself

    clash = name_clash()
    others = [name for name in _distributions().get("reuse", ()) if name.lower().replace("_", "-") != "speech-reuse"]
    if clash is None and others:
        clash = (
            f"the package “reuse” is also that of {', '.join(sorted(set(others)))}; whichever was installed last wins"
        )
    return [Finding("wrong", clash) if clash else Finding("ok", "the name “reuse” is ours alone")]


def _kernels() -> list[Finding]:
    from reuse.align import chaining_kernel  # noqa: PLC0415 - imports numpy

    compiled = not str(chaining_kernel.__file__).endswith(".py")
    said = (
        "hot loops are compiled" if compiled else "hot loops are not compiled; slower, same results; a C compiler helps"
    )
    return [Finding("ok" if compiled else "optional", said)]


def _extras() -> list[Finding]:
    from reuse.extras import EXTRAS, install_line, is_there  # noqa: PLC0415

    findings = []
    for extra, modules in EXTRAS.items():
        missing = [module for module in modules if not is_there(module)]
        there = ", ".join(f"{module} {_version(module)}" for module in modules if module not in missing)
        if missing:
            findings.append(Finding("optional", f"[{extra}] {', '.join(missing)}: {install_line(extra)}"))
        else:
            findings.append(Finding("ok", f"[{extra}] {there}"))
    return findings


@cache
def _distributions() -> Mapping[str, list[str]]:
    """Which installed distributions hold each module; looking through all of them takes a tenth of a second."""
    from importlib.metadata import packages_distributions  # noqa: PLC0415 - brings the email package along

    return packages_distributions()


def _version(module: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    for name in _distributions().get(module, [module]):
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return ""


def _fonts() -> list[Finding]:
    lister = shutil.which("fc-list")
    if lister is None:
        return []  # Windows and macOS bring Chinese fonts
    import subprocess  # noqa: PLC0415

    done = subprocess.run(  # noqa: S603 - looked up, fixed arguments
        [lister, ":lang=zh", "family"], capture_output=True, text=True, check=False, timeout=SECONDS
    )
    if done.stdout.strip():
        return [Finding("ok", "there is a font with Chinese characters for the report")]
    return [Finding("optional", "no font with Chinese characters; the report shows boxes here: install Noto Sans CJK")]


def _programs() -> list[Finding]:
    from reuse.read.formats.doc import office  # noqa: PLC0415

    found = [
        Finding("ok", "LibreOffice opens old Word files (.doc)")
        if office()
        else Finding("optional", "LibreOffice, which opens old Word files (.doc), is not installed")
    ]
    java = (
        "Java is there, for engines that need it"
        if shutil.which("java")
        else "Java, for the engine spark, is not installed"
    )
    return [*found, Finding("ok" if shutil.which("java") else "optional", java)]


def _cache() -> list[Finding]:
    import tempfile  # noqa: PLC0415

    from platformdirs import user_cache_path  # noqa: PLC0415

    place = user_cache_path("speech-reuse", appauthor=False)
    nearest = next(folder for folder in (place, *place.parents) if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            return [Finding("ok", f"the cache can be written: {place}")]
    except OSError as error:
        return [Finding("optional", f"the cache cannot be written ({error.strerror}), slower: {place}")]


def _settings() -> list[Finding]:
    from reuse.cli.settings import gathered  # noqa: PLC0415
    from reuse.errors import ParameterError  # noqa: PLC0415

    try:
        changed = len(gathered().origins)
    except ParameterError as error:
        return [Finding("wrong", str(error))]
    return [Finding("ok", f"settings are sound, {changed} changed")]


def _terminal() -> list[Finding]:
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding in ("utf8", "gb18030"):
        return [Finding("ok", f"the terminal shows every character ({sys.stdout.encoding})")]
    hint = "chcp 65001" if os.name == "nt" else "export PYTHONUTF8=1"
    return [Finding("optional", f"the terminal may lack characters ({sys.stdout.encoding}); try: {hint}")]


def _comparison() -> list[Finding]:
    import tempfile  # noqa: PLC0415

    from reuse.model import Document  # noqa: PLC0415
    from reuse.pipeline import compare  # noqa: PLC0415

    texts = ("工会是党联系职工群众的桥梁和纽带。", "工会是党联系广大职工群众的纽带和桥梁。")
    with tempfile.TemporaryDirectory() as folder:
        comparison = compare([Document.from_text(text, id=str(n)) for n, text in enumerate(texts)])
        comparison.to_html(Path(folder, "report.html"))
    if comparison.alignments:
        return [Finding("ok", "a comparison works, report included")]
    return [Finding("wrong", "a comparison that must find something finds nothing; install speech-reuse again")]


CHECKS: tuple[Callable[[], list[Finding]], ...] = (
    _program,
    _name,
    _kernels,
    _extras,
    _fonts,
    _programs,
    _cache,
    _settings,
    _terminal,
    _comparison,
)
