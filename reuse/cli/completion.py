"""`speech-reuse completion`: what makes a shell complete the program's commands, options and files.

Enters: the name of a shell. Leaves: a script on stdout, to be evaluated by that shell.
"""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from reuse.cli.examples import ExampleCommand

__all__ = ["VARIABLE", "completion"]

PROGRAM = "speech-reuse"
VARIABLE = "_SPEECH_REUSE_COMPLETE"  # set by the script when the shell asks


class Completion(ExampleCommand):
    """The command with its examples."""

    examples = (
        'eval "$(speech-reuse completion bash)"',
        "speech-reuse completion fish > ~/.config/fish/completions/speech-reuse.fish",
    )


@click.command(cls=Completion, short_help="Print a script that makes the shell complete.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> int:
    """Print the script for a shell; put the first example into the file that your shell reads when it starts."""
    kind = get_completion_class(shell)
    assert kind is not None  # the choice above names known ones only
    click.echo(kind(context.find_root().command, {}, PROGRAM, VARIABLE).source())
    return 0
