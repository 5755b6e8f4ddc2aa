"""`speech-reuse config show`: every setting, its value, and where it came from.

Enters: nothing but the settings. Leaves: TOML on stdout, which is a settings file itself.
"""

from __future__ import annotations

import dataclasses
import json

import click

from reuse.cli.examples import ExampleCommand, ExampleGroup
from reuse.cli.options import set_option

__all__ = ["config"]


class Config(ExampleGroup):
    """The group with its examples."""

    examples = ("speech-reuse config show", "speech-reuse config show --changed > speech-reuse.toml")


class Show(ExampleCommand):
    """The command with its examples."""

    examples = ("speech-reuse config show", "speech-reuse config show --changed > speech-reuse.toml")


@click.group(cls=Config, short_help="Show the settings and where each came from.")
def config() -> None:
    """Look at settings: of speech-reuse.toml, of [tool.speech-reuse] in pyproject.toml, of your own file."""


@config.command(cls=Show, short_help="Print every setting with its origin.")
@click.option("--changed", is_flag=True, help="Leave the defaults out.")
@click.option("--preset", metavar="NAME", help="Look at this preset: speeches, passages or summaries.")
@set_option
def show(*, changed: bool, preset: str | None, sets: tuple[str, ...]) -> int:
    """Print every setting as TOML, with where it came from behind it.

    Flags count most, then SPEECH_REUSE_* variables, then speech-reuse.toml or [tool.speech-reuse] of this folder or
    the nearest above it, then your own file, then the preset, then the defaults.
    """
    from reuse.cli.settings import in_force, user_file  # noqa: PLC0415 - imports numpy
    from reuse.params import Params  # noqa: PLC0415

    settings = in_force(preset=preset, sets=sets)
    lines = [f"# your own file: {user_file()}"] if not changed else []
    for name in ("preset", "messages"):
        if name in settings.origins or not changed:
            value = json.dumps(getattr(settings, name))
            lines.append(f"{name} = {value}  # {settings.origins.get(name, 'default')}")
    defaults = Params()
    for stage in dataclasses.fields(settings.params):
        rows = []
        values = getattr(settings.params, stage.name)
        for setting in dataclasses.fields(values):
            value = getattr(values, setting.name)
            by_preset = value != getattr(getattr(defaults, stage.name), setting.name)
            origin = settings.origins.get(f"{stage.name}.{setting.name}", "preset" if by_preset else "default")
            if origin != "default" or not changed:
                rows.append(f"{setting.name} = {json.dumps(value, ensure_ascii=False)}  # {origin}")
        lines += ["", f"[{stage.name}]", *rows] if rows else []
    click.echo("\n".join(lines).strip())
    return 0
