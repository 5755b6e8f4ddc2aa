"""The terminal: what goes to stdout, what to stderr, in colour or not, and how progress shows.

Enters: texts and renderables. Leaves: lines. Summary to stdout; messages and progress to stderr.
Colour only on a terminal, never with NO_COLOR; progress only on a terminal, and only for work that takes a while.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TextIO

import click

from reuse.cli.excerpt import one_line
from reuse.cli.fitting import Narrowing, fit
from reuse.cli.language import spoken

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.progress import TaskID

    from reuse.model import Progress

__all__ = ["Screen", "Verbosity"]

Verbosity = Literal["quiet", "normal", "verbose"]

PIPED_WIDTH = 120  # columns of a summary that goes into a file or a pipe
WARNINGS_SHOWN = 10
QUIET_SECONDS = 0.4  # work that ends sooner needs no progress bar; it would only flicker


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a command speaks."""

    verbosity: Verbosity = "normal"

    def show(self, *renderables: RenderableType) -> None:
        """Print a summary on stdout: as wide as the terminal, plain lines without trailing blanks elsewhere."""
        if self.verbosity == "quiet":
            return
        console = _console(sys.stdout)
        with console.capture() as captured:
            for renderable in renderables:
                console.print(_in_language(renderable, console.width))
        click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()), color=True)

    def say(self, line: str) -> None:
        """Print one line on stdout, however long it is."""
        if self.verbosity != "quiet":
            click.echo(spoken(line))

    def tell(self, line: str) -> None:
        """Print one line of message on stderr."""
        if self.verbosity != "quiet":
            click.echo(spoken(line), err=True)

    def complain(self, line: str) -> None:
        """Print on stderr what even a quiet run must say."""
        click.echo(spoken(line), err=True)

    def warn(self, warnings: tuple[str, ...]) -> None:
        """Print warnings on stderr, the first few unless everything was asked for."""
        shown = warnings if self.verbosity == "verbose" else warnings[:WARNINGS_SHOWN]
        for warning in shown:
            self.tell(f"Warning: {one_line(warning)}")
        if len(shown) < len(warnings):
            self.tell(f"Warning: {len(warnings) - len(shown)} more; --verbose shows them all, and so does the report.")

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """Lend the callback that stages report to; it draws on stderr and clears what it drew."""
        if self.verbosity == "quiet" or not sys.stderr.isatty():
            from reuse.model import no_progress  # noqa: PLC0415 - imports numpy

            yield no_progress
            return
        bars = _Bars(sys.stderr)
        try:
            yield bars.report
        finally:
            bars.close()


def _in_language(renderable: RenderableType, width: int) -> RenderableType:
    """Headings, captions and sentences in the language of the user; cells hold words of documents and stay.

    A table is made to fit `width` columns, which depends on the language of its headings.
    """
    from rich.table import Table  # noqa: PLC0415 - loaded by what is shown
    from rich.text import Text  # noqa: PLC0415

    gives_way = renderable.places() if isinstance(renderable, Narrowing) else None
    if isinstance(renderable, Narrowing):
        renderable = renderable.table
    if isinstance(renderable, Table):
        for part in (renderable, *renderable.columns):
            for name in ("title", "caption", "header"):
                if isinstance(getattr(part, name, None), str):
                    setattr(part, name, spoken(getattr(part, name)))
        fit(renderable, width, gives_way=gives_way)
    elif isinstance(renderable, Text) and not renderable.spans:
        renderable.plain = "\n".join(map(spoken, renderable.plain.split("\n")))
    return renderable


def _console(stream: TextIO) -> Console:
    from rich.console import Console  # noqa: PLC0415 - a third of start-up, and needed only where something is drawn

    terminal = stream.isatty()
    plain = not terminal or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Console(
        file=stream,
        force_terminal=terminal,
        color_system=None if plain else "auto",
        width=None if terminal else PIPED_WIDTH,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


class _Bars:
    """One bar per stage: what is being done, how much of it, time left."""

    def __init__(self, stream: TextIO) -> None:
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
        self._bars = Progress(*columns, TimeRemainingColumn(), console=_console(stream), transient=True)
        self._born = time.monotonic()
        self._stage: str | None = None
        self._task: TaskID | None = None

    def report(self, stage: str, done: int, total: int) -> None:
        if self._task is None and time.monotonic() - self._born < QUIET_SECONDS:
            return
        if self._task is None or stage != self._stage:
            self._bars.start()
            if self._task is not None:
                self._bars.remove_task(self._task)
            self._stage, self._task = stage, self._bars.add_task(spoken(stage), total=None)
        self._bars.update(self._task, completed=done, total=total or None)

    def close(self) -> None:
        self._bars.stop()
