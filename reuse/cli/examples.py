"""A click command whose help opens with examples, since that is what people look for first.

Enters: a command with its `examples`. Leaves: its help, in the language of the user.
"""

from __future__ import annotations

import re

import click

from reuse.cli.language import is_chinese, spoken

__all__ = ["ExampleCommand", "ExampleGroup"]

# What click calls the parts of a help text.
_HEADINGS = {"Usage": "用法", "Options": "选项", "Commands": "命令"}


def _speak(command: click.Command) -> None:
    """Put a command's help into the language of the user, sentence by sentence."""
    if command.help:
        command.help = "\n\n".join(spoken(" ".join(part.split())) for part in command.help.split("\n\n"))
    command.short_help = spoken(command.short_help) if command.short_help else None
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            option.help = spoken(option.help)
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            _speak(inner)


class ExampleCommand(click.Command):
    """A command with `examples`, one line each, shown before everything else in its help."""

    examples: tuple[str, ...] = ()

    def get_help(self, ctx: click.Context) -> str:
        """The help; its headings are turned here, since click has no Chinese of its own."""
        if not is_chinese():
            return super().get_help(ctx)
        _speak(self)
        own = self.get_help_option(ctx)
        if own is not None and own.help:
            own.help = spoken(own.help)
        return re.sub(
            r"^(Usage|Options|Commands): ?", lambda found: f"{_HEADINGS[found[1]]}：", super().get_help(ctx), flags=re.M
        )

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then what click writes. A line to be copied is never wrapped."""
        formatter.write("示例：\n" if is_chinese() else "Examples:\n")
        formatter.write("".join(f"  {example}\n" for example in self.examples) + "\n")
        super().format_help(ctx, formatter)


class ExampleGroup(ExampleCommand, click.Group):
    """A group of commands with `examples`."""
