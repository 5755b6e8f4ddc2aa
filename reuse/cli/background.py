"""`speech-reuse background`: build a language model of one's own, look at one, and choose one for a command.

Enters: folders, or a pack. Leaves: a pack as a file, or what a pack was built from.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reuse.cli.examples import ExampleCommand, ExampleGroup
from reuse.cli.figures import counted
from reuse.cli.options import verbosity_options
from reuse.cli.places import Places
from reuse.cli.requests import read_all
from reuse.cli.screen import Screen, Verbosity
from reuse.errors import RequestError

if TYPE_CHECKING:
    from reuse.background import Background
    from reuse.model import Document

__all__ = ["background", "chosen_background"]

DONE, SOME_UNREADABLE = 0, 3


def chosen_background(name_or_path: str | None) -> Background | None:
    """The pack that was asked for; None for the shipped one. InputError where it is no pack."""
    if name_or_path is None:
        return None
    from reuse.background import load  # noqa: PLC0415 - not needed for help

    return load(name_or_path)


class BackgroundGroup(ExampleGroup):
    """The group with its examples."""

    examples = (
        "speech-reuse background build reports/ addresses/ -o mine.pack",
        "speech-reuse background show mine.pack",
        "speech-reuse compare a.txt b.txt --background mine.pack",
    )


class BuildCommand(ExampleCommand):
    """The command with its examples."""

    examples = (
        "speech-reuse background build speeches/ -o mine.pack",
        "speech-reuse background build reports/ addresses/ laws/ -o mine.pack --name ours",
    )


class ShowCommand(ExampleCommand):
    """The command with its examples."""

    examples = ("speech-reuse background show", "speech-reuse background show mine.pack")


@click.group(cls=BackgroundGroup, short_help="Build or show the language model that tells stock from distinctive.")
def background() -> int:
    """Build or show a background: what says how surprising a wording is and how common elsewhere."""
    return DONE


@background.command(cls=BuildCommand, short_help="Build a pack from folders of texts.")
@click.argument("folders", nargs=-1, required=True, metavar="FOLDERS|FILES...")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="PACK", help="Where the pack goes."
)
@click.option("--name", metavar="NAME", help="What results call it; without, the file's name.")
@verbosity_options
def build(*, folders: tuple[str, ...], output: Path, name: str | None, verbosity: Verbosity | None) -> int:
    """Build a background pack from FOLDERS of texts. It holds hashes and counts, no text.

    Each folder or file named is one genre, and all genres weigh alike however many texts they hold: name reports,
    addresses and laws as folders of their own. Three documents that use a wording are the least that makes it known.
    """
    screen = Screen(verbosity or "normal")
    Places(background=output).check(folders)
    names = _genres(folders)
    documents: list[Document] = []
    genres: list[str] = []
    unread = False
    for folder in folders:
        inputs = read_all((folder,), screen)
        unread = unread or bool(inputs.skipped)
        screen.warn(inputs.warnings)
        documents += inputs.documents
        genres += [names[folder]] * len(inputs.documents)
    if not documents:
        raise RequestError(f"No text could be read from {', '.join(folders)}; name folders of speeches.")
    Places(background=output).check([document.path for document in documents if document.path])

    from reuse.background import save  # noqa: PLC0415 - everything heavy stands behind it
    from reuse.pipeline import build_background  # noqa: PLC0415

    with screen.progress() as progress:
        pack = build_background(documents, genres, name=name or output.stem, progress=progress)
    save(pack, output)
    for line in _described(pack):
        screen.say(line)
    screen.say(f"Background: {output} ({output.stat().st_size:,} bytes)")
    return SOME_UNREADABLE if unread else DONE


@background.command(cls=ShowCommand, short_help="Say what a pack was built from.")
@click.argument("pack", required=False, metavar="[PACK]")
def show(*, pack: str | None) -> int:
    """Say what PACK was built from, and its fingerprint; without PACK, the one that ships."""
    from reuse.background import load  # noqa: PLC0415 - not needed for help

    screen = Screen()
    for line in _described(load(pack)):
        screen.say(line)
    return DONE


def _genres(folders: tuple[str, ...]) -> dict[str, str]:
    """A name for each folder: its own, with the one above where two would be called alike."""
    names = {folder: Path(os.path.realpath(folder)).name for folder in folders}
    twice = {name for name in names.values() if list(names.values()).count(name) > 1}
    return {
        folder: f"{Path(os.path.realpath(folder)).parent.name}/{name}" if name in twice else name
        for folder, name in names.items()
    }


def _described(pack: Background) -> list[str]:
    lines = [
        f"Name: {pack.name}",
        f"Fingerprint: {pack.fingerprint}",
        f"Built from: {counted(pack.documents, 'document')}",
        *(f"  {genre}: {number:,}" for genre, number in pack.collections.items()),
    ]
    lines += [
        f"Language {language}: {counted(counts['documents'], 'document')}, {counted(counts['units'], 'unit')}"
        for language, counts in pack.languages.items()
    ]
    return [
        *lines,
        f"Known: {counted(len(pack.units), 'unit')}, {counted(len(pack.pairs), 'pair')}, "
        f"{counted(len(pack.phrases), 'phrase')}",
    ]
