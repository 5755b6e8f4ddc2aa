"""A click command whose help opens with examples, since that is what people look for first."""

from __future__ import annotations

import click

from reuse.cli.language import is_chinese, spoken

__all__ = ["ExampleCommand", "ExampleGroup"]


def _speak(command: click.Command) -> None:
    """Put a command's help into the language of the user, sentence by sentence."""
    if not is_chinese():
        return
    if command.help:
        command.help = "\n\n".join(spoken(" ".join(part.split())) for part in command.help.split("\n\n"))
    command.short_help = spoken(command.short_help) if command.short_help else None
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            option.help = spoken(option.help)
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            _speak(inner)


def _write_examples(formatter: click.HelpFormatter, examples: tuple[str, ...]) -> None:
    with formatter.section("示例" if is_chinese() else "Examples"):
        for example in examples:
            formatter.write_text(example)
    formatter.write_paragraph()


class ExampleCommand(click.Command):
    """A command with `examples`, one line each, shown before everything else in its help."""

    examples: tuple[str, ...] = ()

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then what click writes."""
        _speak(self)
        own = self.get_help_option(ctx)
        if own is not None and own.help:
            own.help = spoken(own.help)
        _write_examples(formatter, self.examples)
        super().format_help(ctx, formatter)


class ExampleGroup(click.Group):
    """A group of commands with `examples`."""

    examples: tuple[str, ...] = ()

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then what click writes."""
        _speak(self)
        own = self.get_help_option(ctx)
        if own is not None and own.help:
            own.help = spoken(own.help)
        _write_examples(formatter, self.examples)
        super().format_help(ctx, formatter)
