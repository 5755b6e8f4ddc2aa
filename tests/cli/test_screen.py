"""What goes where, in colour or not."""

from __future__ import annotations

import os
import pty
import sys
from pathlib import Path

import pytest
from rich.text import Text

from reuse.cli.screen import WARNINGS_SHOWN, Screen

CALL = (
    "from rich.text import Text\n"
    "from reuse.cli import screen as module\n"
    "module.QUIET_SECONDS = 0\n"
    "screen = module.Screen()\n"
    "with screen.progress() as progress:\n"
    "    progress('Aligning', 1, 4); progress('Aligning', 2, 4); progress('Drawing', 0, 0)\n"
    "screen.show(Text('summary', style='bold red'))\n"
)


def on_a_terminal(root: Path, **environment: str) -> str:
    """Everything a terminal receives from CALL."""
    pid, master = pty.fork()
    if pid == 0:
        kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
        os.chdir(root)
        os.execve(sys.executable, [sys.executable, "-c", CALL], {**kept, "TERM": "xterm-256color", **environment})
    received = b""
    try:
        while chunk := os.read(master, 65536):
            received += chunk
    except OSError:  # how Linux says that the other end has closed
        pass
    os.waitpid(pid, 0)
    os.close(master)
    return received.decode("utf-8")


def test_colour_and_progress_on_a_terminal(root: Path) -> None:
    received = on_a_terminal(root)
    assert "\x1b[1;31msummary" in received
    assert "Aligning" in received


def test_no_color_is_obeyed(root: Path) -> None:
    received = on_a_terminal(root, NO_COLOR="1")
    assert "summary" in received
    assert "\x1b[1;31m" not in received
    assert "\x1b[3" not in received


def test_piped_output_is_plain_and_progress_silent(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # a pipe stays a pipe
    screen = Screen()
    with screen.progress() as progress:
        progress("Aligning", 1, 2)
    screen.show(Text("summary", style="bold red"))
    seen = capsys.readouterr()
    assert seen.out == "summary\n"
    assert seen.err == ""


def test_quiet_says_only_what_it_must(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen("quiet")
    screen.say("a")
    screen.tell("b")
    screen.warn(("c",))
    screen.show("d")
    screen.complain("e")
    assert capsys.readouterr() == ("", "e\n")


@pytest.mark.parametrize(("verbosity", "lines"), [("normal", WARNINGS_SHOWN + 1), ("verbose", 40)])
def test_warnings_are_cut_and_counted(capsys: pytest.CaptureFixture[str], verbosity: str, lines: int) -> None:
    Screen(verbosity).warn(tuple(f"number {n}" for n in range(40)))  # type: ignore[arg-type]
    shown = capsys.readouterr().err.splitlines()
    assert len(shown) == lines
    assert shown[0] == "Warning: number 0"
    assert ("30 more" in shown[-1]) is (verbosity == "normal")
