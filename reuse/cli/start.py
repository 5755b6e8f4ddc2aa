"""Where every call begins and ends: the group of commands, and what an error or an interrupt becomes.

Enters: arguments. Leaves: an exit code: 0 done, 1 a fault of the program (or what --fail-on asks for), 2 a request
that cannot be met, 3 some inputs could not be read while the others were compared, 130 interrupted, 143 told to end.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

import click

from reuse.cli.background import background
from reuse.cli.compare import compare
from reuse.cli.completion import VARIABLE, completion
from reuse.cli.config import config
from reuse.cli.doctor import doctor
from reuse.cli.editions import editions
from reuse.cli.examples import ExampleGroup
from reuse.cli.explain import explain
from reuse.cli.formulas import formulas
from reuse.cli.history import history
from reuse.cli.language import spoken
from reuse.cli.usage import told
from reuse.errors import SpeechReuseError

__all__ = ["main"]

DONE, FAULT, BAD_REQUEST, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143


class Program(ExampleGroup):
    """The commands of speech-reuse."""

    examples = (
        "speech-reuse compare 2022.txt 2023.txt",
        "speech-reuse compare speeches/ -o report.html --json result.json",
    )


def _show_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from reuse import __version__  # noqa: PLC0415 - looks at the installation, which start-up need not

        click.echo(f"speech-reuse {__version__}")
        context.exit()


@click.group(cls=Program, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and end.",
)
@click.pass_context
def program(context: click.Context) -> int:
    """Show what speeches share, what changed between them, and what of it is stock phrasing."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        return BAD_REQUEST
    return DONE


for command in (compare, formulas, history, editions, background, explain, config, doctor, completion):
    program.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (that of the process by default) and give its exit code. Prints, never exits."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _never_fail_on_encoding()
    if VARIABLE in os.environ and arguments is None:  # a shell asks what could come next
        from click.shell_completion import shell_complete  # noqa: PLC0415 - for this case only

        return shell_complete(program, {}, "speech-reuse", VARIABLE, os.environ[VARIABLE])
    try:
        with _termination_cleans_up():
            code = _run(given)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
        _flush_nothing_at_exit()
        return DONE
    except OSError as error:
        _flush_nothing_at_exit()
        return _complain(_full(error) or f"Cannot write the output: {error.strerror or error}.", BAD_REQUEST)
    return code


def _run(arguments: list[str]) -> int:
    try:
        with program.make_context("speech-reuse", arguments) as context:
            code = program.invoke(context)
    except click.exceptions.Exit as asked:  # help or version was shown
        return asked.exit_code
    except click.exceptions.NoArgsIsHelpError as incomplete:  # a group without its command
        click.echo(incomplete.format_message(), err=True)
        return BAD_REQUEST
    except BrokenPipeError:
        raise
    except (Exception, KeyboardInterrupt) as error:
        if isinstance(error, OSError) and _full(error):
            raise
        sentence, code = _explained(error, arguments)
        if code == FAULT and {"-v", "--verbose"} & set(arguments):
            import traceback  # noqa: PLC0415 - for this rare case only

            click.echo(traceback.format_exc(), err=True, nl=False)
        return _complain(sentence, code)
    return code if isinstance(code, int) else DONE


def _explained(error: BaseException, arguments: Sequence[str]) -> tuple[str, int]:
    """What went wrong in one sentence, and the exit code for it."""
    match error:
        case click.UsageError():
            return told(error, program, arguments), BAD_REQUEST
        case SpeechReuseError():
            return str(error), BAD_REQUEST
        case KeyboardInterrupt() | click.Abort():
            return "Interrupted; no output was left half-written.", INTERRUPTED
        case MemoryError():
            return "There is too little memory for this; compare fewer or shorter texts at once.", FAULT
    if type(error).__name__ == "BrokenProcessPool":  # a worker was killed, which is what systems do for memory
        return "A worker process was ended from outside, mostly for lack of memory; compare fewer texts at once.", FAULT
    cause = f"{type(error).__name__}: {error}".rstrip(": ").replace("\n", " ")
    return f"A fault of speech-reuse, not of your request ({cause}); --verbose shows where, please report it.", FAULT


def _full(error: OSError) -> str | None:
    """What to say where the disk behind our output has no room; None for every other error."""
    if error.errno not in (errno.ENOSPC, errno.EDQUOT):
        return None
    return "Cannot write the output: the disk is full; free some space or choose another place."


def _flush_nothing_at_exit() -> None:
    """Point stdout, which takes no more, to nowhere: what it still holds would raise once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(sentence: str, code: int) -> int:
    click.echo(spoken(f"Error: {sentence}"), err=True)
    return code


def _never_fail_on_encoding() -> None:
    """Let a terminal that lacks a character, or a name that is no text, show “?” where it would raise an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


@contextmanager
def _termination_cleans_up() -> Iterator[None]:
    """Make SIGTERM unwind like an interrupt, so that temporary files go."""

    def end(_number: int, _frame: FrameType | None) -> None:
        sys.exit(TERMINATED)

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # not in the main thread, which alone may set handlers
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
