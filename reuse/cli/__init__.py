"""The command line: one file per command, and the only place that prints or exits.

Enters: arguments. Leaves: an exit code, a summary on stdout, messages and progress on stderr, the files asked for.
Stands on top of everything; opening it imports click alone, what a command needs it imports when it runs.
"""

from reuse.cli.start import main

__all__ = ["main"]
