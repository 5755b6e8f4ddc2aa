"""`speech-reuse explain`: why two wordings do or do not align.

Enters: two texts. Leaves: their keys, the pieces they share with their bits, what was chained, what gaps cost, and the
rule that kept or stopped each chain. Exit code 0 where they align, 1 where they do not.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reuse.cli.examples import ExampleCommand
from reuse.cli.excerpt import one_line
from reuse.cli.language import spoken
from reuse.cli.options import preset_option, set_option
from reuse.errors import RequestError
from reuse.quotes import closed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reuse.align.explaining import ExplainedPiece, ExplainedSeed, Explanation
    from reuse.model import Segments

__all__ = ["explain"]

ALIGN, DO_NOT = 0, 1
SEEDS_SHOWN = 12
KEPT = "kept"


class Explain(ExampleCommand):
    """The command with its examples."""

    examples = (
        'speech-reuse explain "党联系职工群众的桥梁和纽带" "党联系广大职工群众的纽带和桥梁"',
        'speech-reuse explain "the lamp in the window" "a lamp in a window" --set align.substitute_bits=0',
    )


@click.command(cls=Explain, short_help="Show why two wordings do or do not align.")
@click.argument("source", metavar="TEXT")
@click.argument("target", metavar="TEXT")
@preset_option
@set_option
def explain(*, source: str, target: str, preset: str | None, sets: tuple[str, ...]) -> int:
    """Show why two wordings do or do not align: keys, shared pieces, bits, and the rule that decided.

    Bits depend on the texts around a wording: two wordings by themselves carry fewer or more than in their speeches.
    """
    from reuse.cli.settings import in_force  # noqa: PLC0415 - imports numpy
    from reuse.model import Document  # noqa: PLC0415
    from reuse.pipeline import explain as run  # noqa: PLC0415
    from reuse.segment import segment  # noqa: PLC0415

    params = in_force(preset=preset, sets=sets).params
    for text in (source, target):
        _refuse_a_path(text)
    documents = [Document.from_text(text, id=name) for text, name in ((source, "source"), (target, "target"))]
    found = run(*documents, params=params)
    for name, document in zip(("keys of the first", "keys of the second"), documents, strict=True):
        click.echo(f"{spoken(name)}: {_keys(segment(document, params=params.segment))}")
    texts = {document.id: document.text for document in documents}
    for line in _told(found, texts):
        click.echo(line)
    return ALIGN if any(chain.verdict == KEPT for chain in found.chains) else DO_NOT


def _refuse_a_path(text: str) -> None:
    """Raise RequestError for the name of a file: its letters would be explained, not what it holds."""
    try:
        is_path = bool(text) and Path(text).exists()
    except (OSError, ValueError):  # too long for a name
        return
    if is_path:
        raise RequestError(
            f"{text} is a file or folder, and explain takes two wordings in quotation marks; to find what files share, "
            "use “speech-reuse compare”"
        )


def _keys(segments: Segments) -> str:
    """The keys as they are compared: | a border, ‖ the end of a sentence, ＊ a mask."""
    signs = ("", " |", " ‖")
    parts = []
    for index, unit in enumerate(segments.units):
        border = signs[int(segments.borders[index])].strip() if index else ""
        parts += [sign for sign in (border, "＊" if segments.wild[index] else "") if sign]
        parts.append(one_line(unit))
    return " ".join(parts) or "–"


def _wordings(piece: ExplainedSeed | ExplainedPiece, texts: Mapping[str, str], sign: str) -> str:
    """Both wordings in a line, with both halves of their quotation marks, as the report shows them."""
    sides = (piece.source, piece.target)
    source, target = (
        one_line(texts[side.document][slice(*closed(texts[side.document], side.start, side.end))]) for side in sides
    )
    return f"{source} {sign} {target}"


def _told(found: Explanation, texts: Mapping[str, str]) -> list[str]:
    lines = [spoken(found.limit)]
    lines.append(spoken(f"shared pieces: {len(found.seeds)}"))
    for seed in found.seeds[:SEEDS_SHOWN]:
        wordings = _wordings(seed, texts, "=" if seed.exact else "~")
        lines.append(f"  {wordings}  {seed.bits:.1f} {seed.edge_bits:+.1f}")
    if len(found.seeds) > SEEDS_SHOWN:
        lines.append(spoken(f"  … and {len(found.seeds) - SEEDS_SHOWN} more"))
    if not found.chains:
        lines.append(spoken("no chain of pieces came near: the two do not align"))
    for chain in found.chains:
        lines.append(spoken(chain.outcome))
        for piece in chain.pieces:
            gap = f" {-piece.gap_bits:+.1f}" if piece.gap_bits else ""
            wordings = _wordings(piece, texts, "~")
            lines.append(f"  {wordings}  {piece.bits:.1f} {piece.edge_bits:+.1f}{gap} = {piece.gain:.1f}")
    return lines
