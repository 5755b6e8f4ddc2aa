"""Requests that the command line does not allow, in one sentence each, with the help that says what it does allow.

Enters: what click raised and the arguments. Leaves: a sentence in English, which `reuse.cli.language` can turn.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

import click

__all__ = ["Count", "told"]


class Count(click.ParamType[int]):
    """A whole number on the command line, from `least` on; digits of full width too."""

    name = "count"

    def __init__(self, least: int = 1) -> None:
        self.least = least

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Give it as a number, or refuse it."""
        try:
            number = int(str(value))
        except ValueError:
            number = self.least - 1
        if number < self.least:
            self.fail(f"“{value}” is no whole number from {self.least} on", param, ctx)
        return number


def told(error: click.UsageError, program: click.Command, arguments: Sequence[str]) -> str:
    """Give the sentence; the help it names is that of the command among the arguments."""
    return f"{_sentence(error, arguments)}; “{_command(program, arguments)} --help” shows what can be asked."


def _sentence(error: click.UsageError, arguments: Sequence[str]) -> str:
    """What is wrong, without the line breaks, brackets and full stops of click, which follow no single form."""
    name = getattr(error, "option_name", None) or getattr(error, "command_name", None)
    near = _near(getattr(error, "possibilities", None))
    match error:
        case click.NoSuchOption():
            said = f"there is no option {name}{near or _file(arguments)}"
        case click.MissingParameter(param=click.Option() as option):
            said = f"the option {option.opts[-1]} is missing"
        case click.MissingParameter(param=click.Argument() as argument, ctx=click.Context() as context):
            said = f"the argument {argument.make_metavar(context)} is missing"
        case click.BadParameter(param=click.Parameter() as parameter):
            said = f"{parameter.opts[-1]}: {_bare(error.message)}"
        case click.BadOptionUsage():
            takes_none = "does not take" in error.message
            said = f"the option {name} {'takes no value' if takes_none else 'wants a value behind it'}"
        case _:
            said = f"there is no command {name}{near}" if name else _bare(error.format_message())
    return re.sub(r"^Got unexpected extra arguments? \((.*)\)$", r"what stands at the end is too much: \1", said)


def _file(arguments: Sequence[str]) -> str:
    """The way out where an argument is the name of a file and looks like an option."""
    named = next((argument for argument in arguments if argument.startswith("-") and os.path.isfile(argument)), None)  # noqa: PTH113 - any string may be asked for
    return f" (the file of that name is ./{named})" if named else ""


def _near(possibilities: Sequence[str] | None) -> str:
    return f" (did you mean {', '.join(sorted(possibilities))}?)" if possibilities else ""


def _bare(message: str) -> str:
    return " ".join(message.split()).rstrip(".")


def _command(program: click.Command, arguments: Sequence[str]) -> str:
    path = ["speech-reuse"]
    for argument in arguments:
        inner = program.commands.get(argument) if isinstance(program, click.Group) else None
        if inner is None:
            break
        program = inner
        path.append(argument)
    return " ".join(path)
