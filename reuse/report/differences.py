"""Which characters of an alignment are shown as different: its opcodes, cleaned up for the eye.

Enters: opcodes and the two texts of an alignment. Leaves: spans that differ; everything between them is equal.
Opcodes are exact; read as they are they make confetti, a lone 的 in common between two rewritten stretches.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reuse.model import Opcode

__all__ = ["Difference", "differences", "equal_spans"]

Difference = tuple[int, int, int, int]  # source start/end, target start/end; from the start of each locus
MIN_ISLAND_LETTERS = 2  # an equal piece with fewer letters between two differences is no agreement worth a look


def differences(opcodes: Iterable[Opcode], source: str, target: str) -> tuple[Difference, ...]:
    """Spans that differ, in order, never touching; what stands between them is the same on both sides.

    `source` and `target` are the texts of the two loci. Differences that touch become one, small equal islands
    between two differences are swallowed, and a difference never ends inside a number or a word of an alphabet.
    """
    runs = _runs(opcodes)
    shown: list[Difference] = []
    for i, (s0, s1, t0, t1) in enumerate(runs):
        before = s0 - (runs[i - 1][1] if i else 0)
        after = (runs[i + 1][0] if i + 1 < len(runs) else len(source)) - s1
        left = _word_tail(source[s0 - before : s0]) if _in_word(source[s0 : s0 + 1], target[t0 : t0 + 1]) else 0
        right = _word_head(source[s1 : s1 + after]) if _in_word(source[:s1][-1:], target[:t1][-1:]) else 0
        piece = (s0 - left, s1 + right, t0 - left, t1 + right)
        if shown and _letters(source[shown[-1][1] : piece[0]]) < MIN_ISLAND_LETTERS:
            shown[-1] = (shown[-1][0], piece[1], shown[-1][2], piece[3])
        else:
            shown.append(piece)
    return tuple(shown)


def equal_spans(cut: Sequence[Difference], source_length: int, target_length: int) -> tuple[Difference, ...]:
    """The pieces between the differences, empty ones left out."""
    edges = [(0, 0, 0, 0), *cut, (source_length, source_length, target_length, target_length)]
    spans = ((before[1], after[0], before[3], after[2]) for before, after in pairwise(edges))
    return tuple(span for span in spans if span[1] > span[0])


def _runs(opcodes: Iterable[Opcode]) -> list[Difference]:
    """Stretches that are not equal, those that touch made one."""
    runs: list[Difference] = []
    for tag, s0, s1, t0, t1 in opcodes:
        if tag == "equal":
            continue
        if runs and runs[-1][1] == s0 and runs[-1][3] == t0:
            runs[-1] = (runs[-1][0], s1, runs[-1][2], t1)
        else:
            runs.append((s0, s1, t0, t1))
    return runs


def _letters(piece: str) -> int:
    return sum(1 for character in piece if character.isalnum())


def _in_word(*characters: str) -> bool:
    """Whether one is a letter of an alphabet or a digit. Han, kana and Hangul lie above U+2E80: units by themselves."""
    return any(character.isalnum() and character < "\u2e80" for character in characters)


def _word_head(piece: str) -> int:
    """Letters of a word at the start of `piece`."""
    return next((i for i, character in enumerate(piece) if not _in_word(character)), len(piece))


def _word_tail(piece: str) -> int:
    """Letters of a word at the end of `piece`."""
    return _word_head(piece[::-1])
