"""What the fine level needs of one document, made once and used against every other document.

Enters: the Segments of all documents of a comparison. Leaves: one `PreparedDocument` each, with dense ids that they
share.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.align.code_points import PointArray, code_points
from reuse.align.counts import Counts, ranked
from reuse.align.figures import figures, measures
from reuse.align.grams import Grams
from reuse.align.substitutes import Substitutes, WordPlaces, load_substitutes, word_places
from reuse.figure import figure
from reuse.model import FIRST_LONG_CODE, BoolArray, CodeArray, IndexArray, Segments, SmallArray
from reuse.params import AlignParams

__all__ = ["STRONG", "FloatArray", "PreparedDocument", "prepare"]

FloatArray = npt.NDArray[np.float64]

# Characters that stand for each other in this genre: 做出/作出贡献, 工业与/和/及农业, 座/坐谈, 好象/好像.
_VARIANTS = {"做": "作", "与": "和", "及": "和", "座": "坐", "象": "像"}
_PAIR = 2  # units
_MOST_NUMBERS = 1 << 62  # that a gram's number may reach
STRONG = 2  # Segments.borders: a sentence end or line break
_FIRST_EAST_ASIAN = 0x2E80  # codes of its single characters lie from here to those of words
_MOST_BITS = 14.0
# Two dates share three classes of figures; at 14 bits each that alone would pass any threshold. From 5 to 14 the hand
# marks score the same, below 5 sentences with other figures are lost.
_MOST_NUMBER_BITS = 5.0
_MOST_MEASURE_BITS = 1.0  # 比上年增加#亿元 agrees with every other such figure
_MOST_FUNCTION_WORD_BITS = 4.0  # "it was a": three of these stay below any threshold
# A word of letters agrees by accident about as rarely as two characters do.
_WORDING_OF_A_WORD = 2


@dataclass(frozen=True, slots=True, eq=False)
class PreparedDocument:
    """One document ready for the kernel: n units, running sums with one entry more."""

    segments: Segments
    points: PointArray  # (characters,) the text as numbers
    digest: str  # of the keys: the same wording in another file, encoding or script has the same
    ids: IndexArray  # (n,) dense ids shared by all documents of the comparison; variants share one
    unit_counts: Counts  # of ids, each sentence once however often it is repeated
    exact: CodeArray  # (n,) stable codes that tell variants and figures apart: equal code, equal wording
    borders: SmallArray  # (n+1,) as in Segments
    words: BoolArray  # (n+1,)
    weight: FloatArray  # (n+1,) cost of leaving units unmatched, running sum
    border_cost: FloatArray  # (n+2,) bits lost by crossing borders, running sum
    wild: IndexArray  # (n+2,) masks, running sum
    strong: IndexArray  # (n+2,) strong borders, running sum
    most_bits: FloatArray  # (n,) what each unit may count at most
    wording: IndexArray  # (n+1,) units that are neither figures nor their measures, words of letters twice, running sum
    pair_counts: Counts  # of neighbouring units, by ids that all documents share
    grams: Grams  # of runs of min_seed_units units
    word_places: WordPlaces  # of words that have substitutes

    def __len__(self) -> int:
        return len(self.ids)


def prepare(segments: Sequence[Segments], *, params: AlignParams) -> list[PreparedDocument]:
    """Prepare every document of a comparison. Cost: sorts of all units, pairs and grams."""
    ids, alphabet = _dense([_with_variants(document.codes) for document in segments])
    pairs = _grams(ids, alphabet, _PAIR)
    grams = pairs if params.min_seed_units <= _PAIR else _grams(ids, alphabet, params.min_seed_units)
    crossing = np.array([0.0, params.weak_border_bits, params.strong_border_bits])
    table = load_substitutes() if params.substitute_bits > 0 else Substitutes(())
    prepared = []
    for document, own, own_pairs, own_grams in zip(segments, ids, pairs, grams, strict=True):
        number = figures(document)
        measure = measures(document, number)
        counted = _said_first(document.borders, own)
        prepared.append(
            PreparedDocument(
                segments=document,
                points=code_points(document.document.text),
                digest=hashlib.blake2b(document.codes.tobytes(), digest_size=8).hexdigest(),
                ids=own,
                unit_counts=Counts.of(own, counted),
                exact=_exact_codes(document, number),
                borders=document.borders,
                words=document.words,
                weight=_running(np.where(document.light, params.light_unit_weight, 1.0)),
                border_cost=_running(crossing[document.borders]),
                wild=np.concatenate([[0], np.cumsum(document.wild)]).astype(np.int32),
                strong=np.concatenate([[0], np.cumsum(document.borders >= STRONG)]).astype(np.int32),
                most_bits=_most_bits(document, number, measure),
                wording=_wording(document, number | measure),
                pair_counts=Counts.of(own_pairs, counted[1:]),
                grams=Grams.of(own_grams, broken=_across(document.borders, own_grams, params.min_seed_units)),
                word_places=word_places(document, table),
            )
        )
    return prepared


def _said_first(borders: SmallArray, ids: IndexArray) -> BoolArray:
    """(n,) which units stand in a sentence that the document has not said before, word for word.

    A refrain is one thing said; counted each time, it would vouch for its own triviality until a text of refrains had
    nothing in common with itself.
    """
    counted = np.ones(len(ids), dtype=np.bool_)
    edges = np.union1d(np.flatnonzero(borders >= STRONG), [0, len(ids)]).tolist()
    known: set[bytes] = set()
    for start, end in itertools.pairwise(edges):
        sentence = ids[start:end].tobytes()
        counted[start:end] = sentence not in known
        known.add(sentence)
    return counted


def _most_bits(segments: Segments, number: BoolArray, measure: BoolArray) -> FloatArray:
    """(n,) 14 bits, what a pair of speeches can estimate; less for figures, measures and function words.

    Figures agree as a class, and so do their measures. Function characters count in full: what looks like one may be
    half of a word (以来, 和谐).
    """
    function_word = segments.light & _of_letters(segments)
    return np.select(
        [number, measure, function_word],
        [_MOST_NUMBER_BITS, _MOST_MEASURE_BITS, _MOST_FUNCTION_WORD_BITS],
        default=_MOST_BITS,
    )


def _wording(segments: Segments, figure: BoolArray) -> IndexArray:
    """(n+1,) how much wording stands before each unit: none in figures, 1 for a character, 2 for a word of letters.

    243 chains near the threshold from eight pairs of English speeches, read one by one (docs/matching.md): counted as
    one, words leave 36 of 63 recurring formulas unfound, as two, 18.
    """
    amounts = np.where(_of_letters(segments), _WORDING_OF_A_WORD, 1)
    amounts[figure] = 0
    return np.concatenate([[0], np.cumsum(amounts)]).astype(np.int32)


def _of_letters(segments: Segments) -> BoolArray:
    """(n,) which units are words of a letter script, not characters of Chinese and the like."""
    of_letters: BoolArray = (segments.codes < _FIRST_EAST_ASIAN) | (segments.codes >= FIRST_LONG_CODE)
    return of_letters


def _dense(columns: Sequence[CodeArray]) -> tuple[list[IndexArray], int]:
    """The columns renumbered from 0 in one numbering, and how many numbers there are."""
    joined = np.concatenate(columns) if columns else np.empty(0, np.int64)
    ids = np.empty(len(joined), dtype=np.int32)
    small = joined < FIRST_LONG_CODE  # characters, a table of which is small; words are hashes
    characters, ids[small] = ranked(joined[small])
    words, ranks = ranked(joined[~small])
    ids[~small] = ranks + len(characters)
    bounds = np.cumsum([0, *map(len, columns)])
    return [ids[start:stop] for start, stop in itertools.pairwise(bounds.tolist())], len(characters) + len(words)


def _grams(ids: Sequence[IndexArray], alphabet: int, length: int) -> list[IndexArray]:
    """Dense ids of the runs of `length` units, by their first unit.

    As many units as fit into 62 bits are put into one number before the numbers are made dense again.
    """
    grams: list[CodeArray] = [column.astype(np.int64) for column in ids]
    below = alphabet
    for taken in range(1, length):
        if below * alphabet >= _MOST_NUMBERS:
            dense, below = _dense(grams)
            grams = [column.astype(np.int64) for column in dense]
        grams = [_followed(g, x, alphabet, taken) for g, x in zip(grams, ids, strict=True)]
        below *= alphabet
    return _dense(grams)[0]


def _followed(grams: CodeArray, ids: IndexArray, alphabet: int, length: int) -> CodeArray:
    """(n-length,) one number for each gram of `length` units with the unit behind it."""
    n = max(len(ids) - length, 0)
    return grams[:n] * alphabet + ids[length:]


def _across(borders: SmallArray, grams: IndexArray, length: int) -> BoolArray:
    """Where a strong border stands inside a gram."""
    inside = np.zeros(len(grams), dtype=np.bool_)
    for offset in range(1, length):
        inside |= borders[offset : offset + len(grams)] >= STRONG
    return inside


def _running(values: npt.NDArray[np.float64]) -> FloatArray:
    return np.concatenate([[0.0], np.cumsum(values)])


def _with_variants(codes: CodeArray) -> CodeArray:
    out = codes.copy()
    for variant, main in _VARIANTS.items():
        out[codes == ord(variant)] = ord(main)
    return out


def _exact_codes(segments: Segments, number: BoolArray) -> CodeArray:
    """Stable codes in which every figure has its own, below 0 so that it meets no other; width and blanks aside."""
    out = segments.codes.copy()
    text = segments.document.text
    for i in np.flatnonzero(number).tolist():
        written = figure(text[segments.starts[i] : segments.ends[i]])
        digest = hashlib.blake2b(written.encode("utf-8", "surrogatepass"), digest_size=7).digest()
        out[i] = -1 - int.from_bytes(digest, "big")
    return out
