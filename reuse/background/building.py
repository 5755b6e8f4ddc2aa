"""Building a background from documents of several collections.

Enters: Segments, their closed repeats and the collection of each document. Leaves: a `Background`. A collection is one
genre: a phrase's share is the mean over the collections of its language, each counted alike however large it is, so
that a hundred laws weigh no more than twenty resolutions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, Protocol, TypedDict

import numpy as np
import numpy.typing as npt

from reuse.background.background import Background
from reuse.background.hashing import RollingHash
from reuse.background.language import estimate
from reuse.background.phrases import LONGEST
from reuse.background.tables import PHRASE_WIDTH, Table, eighths
from reuse.errors import RequestError
from reuse.model import BoolArray, IndexArray, Segments

__all__ = ["MINING", "Mining", "RepeatColumns", "build"]

_LEAST_DF = 3  # two documents may be one text published twice
_PRIOR_DOCUMENTS = 10  # added to each collection's size: three of eleven documents are no 27 %
_LEAST_BORDERED = 0.5  # share of a phrase's occurrences with a word border at either end
_CHARACTER_SCRIPTS = ("zh", "ja", "ko")
_LEAST_CHARACTERS, _LEAST_WORDS = 4, 2  # shorter stretches the bigrams know
# But two or three characters that stand between punctuation at half of their places or more are a phrase: 同志们,
# 朋友们 and some 300 others. With all of three characters clauses part worse (area under the curve .885, not .894).
_LEAST_WHOLE_CHARACTERS, _LEAST_WHOLE = 2, 0.5


class Mining(TypedDict):
    """Settings of the search for closed repeats."""

    min_length: int
    max_length: int
    min_documents: int
    theta: float


# How the repeats of a background are best mined. With theta 1 a phrase stays beside a longer one that has nearly all of
# its documents; with 0.9 such phrases are lost (area under the curve on held-out reports 0.90 instead of 0.92).
MINING: Final[Mining] = {
    "min_length": _LEAST_WORDS,
    "max_length": LONGEST + 1,
    "min_documents": _LEAST_DF,
    "theta": 1.0,
}


class RepeatColumns(Protocol):
    """Closed repeats as columns: r repeats at o places."""

    @property
    def documents(self) -> IndexArray:
        """(r,) index of a document that holds it."""

    @property
    def starts(self) -> IndexArray:
        """(r,) unit where it stands there."""

    @property
    def lengths(self) -> IndexArray:
        """(r,) units."""

    @property
    def df(self) -> IndexArray:
        """(r,) documents that hold it."""

    @property
    def offsets(self) -> npt.NDArray[np.int64]:
        """(r+1,) repeat i has the places offsets[i]:offsets[i+1]."""

    @property
    def place_documents(self) -> IndexArray:
        """(o,) index of the document, ascending inside a repeat."""

    @property
    def place_starts(self) -> IndexArray:
        """(o,) unit."""


def build(
    segments: Sequence[Segments], repeats: RepeatColumns, *, name: str, collections: Sequence[str] | None = None
) -> Background:
    """Build a background.

    `repeats` are the closed repeats of `segments`, best mined with `MINING`; of more only what fits is taken.
    `collections` names the collection of each document; None: all are one. Raises RequestError where the two lengths
    differ or where no document has a unit. Cost: linear in units and places, about 1 s for two million units.
    """
    genres = list(collections) if collections is not None else ["documents"] * len(segments)
    if len(genres) != len(segments):
        raise RequestError(f"{len(segments)} documents came with {len(genres)} collections; each needs one")
    if not any(map(len, segments)):
        raise RequestError("a background needs at least one document with words in it")
    languages = [_language(document) for document in segments]
    names = sorted(set(languages))
    units, pairs = estimate([s for s, own in zip(segments, languages, strict=True) if own == x] for x in names)
    return Background.of(
        name=name,
        collections=dict(sorted(Counter(genres).items())),
        languages={
            x: {
                "documents": languages.count(x),
                "units": sum(len(s) for s, own in zip(segments, languages, strict=True) if own == x),
            }
            for x in names
        },
        units=units,
        pairs=pairs,
        phrases=_phrases(segments, repeats, genres=genres, languages=languages),
    )


def _language(segments: Segments) -> str:
    return (segments.document.language or "und").split("-")[0]


def _phrases(
    segments: Sequence[Segments], repeats: RepeatColumns, *, genres: Sequence[str], languages: Sequence[str]
) -> Table:
    """Rarity and df of every repeat that is long enough, bordered by words, and held by three documents."""
    characters = np.array([x in _CHARACTER_SCRIPTS for x in languages])[repeats.documents]
    least = np.where(characters, _LEAST_CHARACTERS, _LEAST_WORDS)
    least[characters & (_whole(segments, repeats) >= _LEAST_WHOLE)] = _LEAST_WHOLE_CHARACTERS
    kept = (repeats.df >= _LEAST_DF) & (repeats.lengths >= least) & (repeats.lengths <= LONGEST)
    kept &= _bordered(segments, repeats)
    rarity = -np.log2(_shares(repeats, genres=genres, languages=languages)[kept])
    begins = np.cumsum([0, *map(len, segments)])[repeats.documents[kept]] + repeats.starts[kept]
    hashes = RollingHash.of(np.concatenate([s.codes for s in segments])).stretches(
        begins, begins + repeats.lengths[kept]
    )
    return Table.of(hashes, [eighths(rarity), eighths(np.log2(repeats.df[kept]))], width=PHRASE_WIDTH)


def _bordered(segments: Sequence[Segments], repeats: RepeatColumns) -> BoolArray:
    """(r,) whether words begin at the repeat's start and behind its end, at half of its places or more."""
    opens, closes = _at_ends(np.concatenate([s.words for s in segments]), segments, repeats)
    return (_means(opens, repeats) >= _LEAST_BORDERED) & (_means(closes, repeats) >= _LEAST_BORDERED)


def _whole(segments: Sequence[Segments], repeats: RepeatColumns) -> npt.NDArray[np.float64]:
    """(r,) share of the repeat's places where punctuation, or an end of the text, stands at both of its ends."""
    opens, closes = _at_ends(np.concatenate([s.borders for s in segments]) > 0, segments, repeats)
    return _means(opens & closes, repeats)


def _at_ends(flags: BoolArray, segments: Sequence[Segments], repeats: RepeatColumns) -> tuple[BoolArray, BoolArray]:
    """(o,) the flag where each place starts, and where it ends; each document has one flag more than units."""
    at = np.cumsum([0, *(len(s) + 1 for s in segments)])[repeats.place_documents] + repeats.place_starts
    return flags[at], flags[at + np.repeat(repeats.lengths, np.diff(repeats.offsets))]


def _means(flags: BoolArray, repeats: RepeatColumns) -> npt.NDArray[np.float64]:
    """(r,) share of places, of which a repeat has two or more, that have the (o,) flag."""
    sums = np.concatenate([[0], np.cumsum(flags)])
    shares: npt.NDArray[np.float64] = np.diff(sums[repeats.offsets]) / np.diff(repeats.offsets)
    return shares


def _shares(repeats: RepeatColumns, *, genres: Sequence[str], languages: Sequence[str]) -> npt.NDArray[np.float64]:
    """(r,) share of documents that hold the repeat, mean over the collections of its language."""
    groups = sorted(set(zip(languages, genres, strict=True)))
    number = {group: i for i, group in enumerate(groups)}
    of_document = np.array([number[group] for group in zip(languages, genres, strict=True)])
    size = np.bincount(of_document, minlength=len(groups)) + _PRIOR_DOCUMENTS
    alike = np.array([sum(language == other for other, _ in groups) for language, _ in groups])
    row = np.repeat(np.arange(len(repeats.df)), np.diff(repeats.offsets))
    fresh = np.ones(len(row), dtype=np.bool_)  # a document counts once for each repeat
    fresh[1:] = (row[1:] != row[:-1]) | (repeats.place_documents[1:] != repeats.place_documents[:-1])
    group = of_document[repeats.place_documents[fresh]]
    return np.bincount(row[fresh], 1 / (size * alike)[group], minlength=len(repeats.df)).astype(np.float64)
