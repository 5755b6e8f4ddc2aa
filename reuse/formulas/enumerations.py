"""Commas that part the items of a list: preserve, protect, and defend; peace, freedom and prosperity.

Enters: Segments. Leaves: the borders that are such commas. Serves `spans` and `evidence`. Chinese writes 、 there,
which ends no phrase; scripts of letters write the comma that also ends clauses, and only what stands around it tells
the two apart: short items in a row, the last of them led in by “and” or “or”.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reuse.formulas.joints import CONJUNCTIONS
from reuse.model import BoolArray, Segments

__all__ = ["list_commas"]

# Behind a comma and a conjunction these open a clause (…, and we will), no item.
_OPENER_LIST = """
i we you he she it they there this that these those who which what when where if then so to let may must will shall
should can do not yet ich wir sie er es ihr dies das dann wenn dass wer was nicht so je nous vous il elle ils elles
ce cela qui que si on ne
"""
_CLAUSE_OPENERS = frozenset(_OPENER_LIST.split())
_WITHOUT_LOOSE_COMMAS = "de"
_ITEM_UNITS = 3  # of the longest item between two commas; a clause has more, or a word that opens one
_COMMA = ","


def list_commas(segments: Segments) -> BoolArray:
    """(n+1,) where nothing but a comma between two items of a list stands before a unit.

    A list is a row of items of three words or fewer between commas, and behind the last comma the conjunction (A, B,
    and C) or one more such item before it (A, B, C and D). One comma alone makes none (in America, men and women), but
    in German, which sets no comma behind what opens a clause, it does where one word stands between it and the
    conjunction (Frieden, Freiheit und Recht). Linear in the weak borders.
    """
    found = np.zeros(len(segments) + 1, dtype=np.bool_)
    conjunctions = CONJUNCTIONS.get(segments.document.language or "")
    if conjunctions is None:
        return found
    text, units = segments.document.text, segments.units
    fewest = 1 if segments.document.language == _WITHOUT_LOOSE_COMMAS else 2
    edges = np.flatnonzero(segments.borders)
    inner = edges[1:-1]
    between = zip(segments.ends[inner - 1].tolist(), segments.starts[inner].tolist(), strict=True)
    commas = [text[start:end].strip() == _COMMA for start, end in between]
    row: list[int] = []  # commas so far, with nothing but short items between them
    for at, comma, behind in zip(inner.tolist(), commas, edges[2:].tolist(), strict=True):
        if not comma:
            row = []
            continue
        if row and not _is_item(units[row[-1] : at]):
            row = []
        row.append(at)
        following = units[at:behind]
        if following[0] in conjunctions:
            closed = len(row) > 1 and following[1:2] and following[1] not in _CLAUSE_OPENERS
        else:
            short = next((i for i, unit in enumerate(following[:_ITEM_UNITS]) if unit in conjunctions), 0)
            closed = short > 0 and _is_item(following[:short]) and len(row) >= (fewest if short == 1 else 2)
        if closed:
            found[row] = True
            row = []
    return found


def _is_item(units: Sequence[str]) -> bool:
    return len(units) <= _ITEM_UNITS and units[0] not in _CLAUSE_OPENERS
