"""What the fine level needs of one document, made once and used against every other document.

Enters: the Segments of all documents of a comparison. Leaves: one `PreparedDocument` each, with dense ids that they
share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.align.bits import FloatArray
from reuse.model import BoolArray, CodeArray, IndexArray, Segments, SmallArray
from reuse.params import AlignParams

__all__ = ["PreparedDocument", "prepare"]

# Characters that stand for each other in this genre: 做出/作出贡献, 工业与/和/及农业, 座/坐谈, 好象/好像.
_VARIANTS = {"做": "作", "与": "和", "及": "和", "座": "坐", "象": "像"}
_NUMBER_KEYS = ("#", "第#")


@dataclass(frozen=True, slots=True, eq=False)
class PreparedDocument:
    """One document ready for the kernel: n units, running sums with one entry more."""

    segments: Segments
    ids: IndexArray  # (n,) dense ids shared by all documents of the comparison; variants share one
    alphabet: int  # ids lie below this
    exact: CodeArray  # (n,) stable codes that tell variants and figures apart: equal code, equal wording
    borders: SmallArray  # (n+1,) as in Segments
    words: BoolArray  # (n+1,)
    weight: FloatArray  # (n+1,) cost of leaving units unmatched, running sum
    border_cost: FloatArray  # (n+2,) bits lost by crossing borders, running sum
    wild: IndexArray  # (n+2,) masks, running sum

    def __len__(self) -> int:
        return len(self.ids)


def prepare(segments: Sequence[Segments], *, params: AlignParams) -> list[PreparedDocument]:
    """Prepare every document of a comparison. Cost: one sort of all units."""
    codes = [_with_variants(document.codes) for document in segments]
    values, ids = np.unique(np.concatenate(codes) if codes else np.empty(0, np.int64), return_inverse=True)
    bounds = np.cumsum([0, *map(len, codes)])
    return [
        _prepared(document, ids[start:stop].astype(np.int32), alphabet=len(values), params=params)
        for document, start, stop in zip(segments, bounds[:-1], bounds[1:], strict=True)
    ]


def _prepared(segments: Segments, ids: IndexArray, *, alphabet: int, params: AlignParams) -> PreparedDocument:
    light = np.where(segments.light, params.light_unit_weight, 1.0)
    crossing = np.array([0.0, params.weak_border_bits, params.strong_border_bits])[segments.borders]
    return PreparedDocument(
        segments=segments,
        ids=ids,
        alphabet=alphabet,
        exact=_exact_codes(segments),
        borders=segments.borders,
        words=segments.words,
        weight=_running(light),
        border_cost=_running(crossing),
        wild=np.concatenate([[0], np.cumsum(segments.wild)]).astype(np.int32),
    )


def _running(values: npt.NDArray[np.float64]) -> FloatArray:
    return np.concatenate([[0.0], np.cumsum(values)])


def _with_variants(codes: CodeArray) -> CodeArray:
    out = codes.copy()
    for variant, main in _VARIANTS.items():
        out[codes == ord(variant)] = ord(main)
    return out


def _exact_codes(segments: Segments) -> CodeArray:
    """Stable codes in which every figure has its own, below 0 so that it meets no other."""
    out = segments.codes.copy()
    text = segments.document.text
    for i, key in enumerate(segments.units):
        if key in _NUMBER_KEYS:
            figure = text[segments.starts[i] : segments.ends[i]]
            out[i] = -1 - int.from_bytes(figure.encode("utf-8", "surrogatepass")[-7:], "big")
    return out
