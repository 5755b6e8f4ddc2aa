"""A click command whose help opens with examples, since that is what people look for first."""

from __future__ import annotations

import click

__all__ = ["ExampleCommand", "ExampleGroup"]


def _write_examples(formatter: click.HelpFormatter, examples: tuple[str, ...]) -> None:
    with formatter.section("Examples"):
        for example in examples:
            formatter.write_text(example)
    formatter.write_paragraph()


class ExampleCommand(click.Command):
    """A command with `examples`, one line each, shown before everything else in its help."""

    examples: tuple[str, ...] = ()

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then what click writes."""
        _write_examples(formatter, self.examples)
        super().format_help(ctx, formatter)


class ExampleGroup(click.Group):
    """A group of commands with `examples`."""

    examples: tuple[str, ...] = ()

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, then what click writes."""
        _write_examples(formatter, self.examples)
        super().format_help(ctx, formatter)
