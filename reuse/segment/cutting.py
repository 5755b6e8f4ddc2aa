"""The stage's one function: a Document becomes Segments.

Enters: Documents, many at once. Leaves: Segments, whose arrays map every unit back to the text. Data flow: languages ->
scan (units, borders, sentence cuts) -> script folding -> word borders -> clauses and sentences. All of it is done in
columns that the documents of one call share, and is taken apart at the end: among short documents, arrays of their own
would cost more than what is in them.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reuse.model import FIRST_LONG_CODE, BoolArray, CodeArray, Document, IndexArray, Segments, SmallArray
from reuse.params import SegmentParams
from reuse.segment.characters import is_cluster
from reuse.segment.folding import folded
from reuse.segment.languages import detect_language, light_keys
from reuse.segment.layout import layout_of
from reuse.segment.remembered import Remembered
from reuse.segment.scanning import WEAK, Places, Scan, scan
from reuse.segment.sentences import clauses_of, sentences_of
from reuse.segment.words import word_lengths

__all__ = ["Cut", "code_of", "cut", "divided", "segment"]

_FIRST_CLUSTER_CODE = 1 << 31  # above all code points, below the codes of words
_MOST_KNOWN_CODES = 262_144
_FIRST_OF_WORDS = 0x3400  # code of the first character that dictionary words begin with
_CLAUSE_ENDERS = frozenset("了吧呢吗啊呀嘛")
_HYPHENS = "-‐‑"
_FIGURES = frozenset(("#", "第#"))  # keys of numbers and ordinals


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """The columns of d documents, one behind the other; s slots: their units, and one more for the end of each."""

    languages: Sequence[str]  # d
    edges: Places  # (d+1,) slot where each document begins
    keys: Sequence[str]  # s
    codes: CodeArray  # (s,)
    starts: IndexArray  # (s,) code points of the document
    ends: IndexArray  # (s,)
    borders: SmallArray  # (s,)
    wild: BoolArray  # (s,)
    words: BoolArray  # (s,)
    light: BoolArray  # (s,)
    sentences: tuple[IndexArray, Places]  # (k, 2) code points of the document, and (d+1,) where each begins there
    clauses: tuple[IndexArray, Places]  # (m, 2) units of the document, and (d+1,) where each begins there


def segment(document: Document, *, params: SegmentParams | None = None) -> Segments:
    """Cut a document into units, sentences and clauses.

    Shapes as in `Segments`. Text without punctuation (speech turned to text) is cut at word borders so that no clause
    exceeds `max_clause_units` and no sentence `max_sentence_units`. Cost: linear, about 1 s for a million characters.
    """
    return next(divided(cut([document], params or SegmentParams()), [document]))


def cut(documents: Sequence[Document], params: SegmentParams) -> Cut:
    """Cut documents as `segment` does each, into columns that they share.

    What a document becomes does not depend on the others.
    """
    languages = [document.language or detect_language(document.text) for document in documents]
    pieces = scan([document.text for document in documents], [layout_of(document) for document in documents])
    keys, light = pieces.keys, np.zeros(len(pieces.keys), dtype=np.bool_)
    spans = list(itertools.pairwise(pieces.edges.tolist()))
    for language, (first, behind) in zip(languages, spans, strict=True):
        keys[first : behind - 1] = folded(keys[first : behind - 1], language)
    of_language = map(light_keys, languages)
    flags = (map(light_of.__contains__, keys[a:b]) for light_of, (a, b) in zip(of_language, spans, strict=True))
    light = np.fromiter(itertools.chain.from_iterable(flags), dtype=np.bool_, count=len(keys))
    codes = np.fromiter(map(_known_codes.__getitem__, keys), dtype=np.int64, count=len(keys))
    words = _word_borders(pieces, codes)
    _cut_long_runs(pieces.borders, words, keys, limit=params.max_clause_units)
    bases = np.repeat(pieces.bases[:-1], np.diff(pieces.edges))
    return Cut(
        languages=languages,
        edges=pieces.edges,
        keys=keys,
        codes=codes,
        starts=(pieces.starts - bases).astype(np.int32),
        ends=(pieces.ends - bases).astype(np.int32),
        borders=pieces.borders,
        wild=pieces.wild,
        words=words,
        light=light,
        sentences=sentences_of(pieces, words, limit=params.max_sentence_units),
        clauses=clauses_of(pieces),
    )


def divided(columns: Cut, documents: Sequence[Document]) -> Iterator[Segments]:
    """The Segments of each document, whose arrays are views of the columns."""
    sentences, sentence_edges = columns.sentences[0], columns.sentences[1].tolist()
    clauses, clause_edges = columns.clauses[0], columns.clauses[1].tolist()
    edges = columns.edges.tolist()
    for i, (document, language) in enumerate(zip(documents, columns.languages, strict=True)):
        units, with_end = slice(edges[i], edges[i + 1] - 1), slice(edges[i], edges[i + 1])
        yield Segments(
            document=document.with_language(language),
            units=tuple(columns.keys[units]),
            codes=columns.codes[units],
            starts=columns.starts[units],
            ends=columns.ends[units],
            borders=columns.borders[with_end],
            wild=columns.wild[with_end],
            words=columns.words[with_end],
            light=columns.light[units],
            sentences=sentences[sentence_edges[i] : sentence_edges[i + 1]],
            clauses=clauses[clause_edges[i] : clause_edges[i + 1]],
        )


def code_of(key: str) -> int:
    """The stable code of a unit's key: a code point, 31 bits of a hash for characters with marks, 56 bits for words.

    A language has few thousand characters with marks: at 5,000, two share a code once in 170 languages.
    """
    if is_cluster(key):
        digest = hashlib.blake2b(key.encode("utf-8"), digest_size=4).digest()
        return _FIRST_CLUSTER_CODE + (int.from_bytes(digest, "big") >> 1)
    if len(key) == 1:
        return ord(key)
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=7).digest()
    return FIRST_LONG_CODE + int.from_bytes(digest, "big")


_known_codes = Remembered(code_of, most=_MOST_KNOWN_CODES)


def _word_borders(pieces: Scan, codes: CodeArray) -> BoolArray:
    """(s,) True where a word begins. Words are looked up in runs of Han keys without a border inside.

    What a hyphen joins (twenty-first), or a figure and letters (21st), is one word of several units.
    """
    words = np.ones(len(codes), dtype=np.bool_)
    words[_joined_to_the_last(pieces)] = False
    # A character with marks is in no dictionary, and its length would shift every border behind it.
    single = pieces.single & (codes < _FIRST_CLUSTER_CODE)
    joined = np.zeros(len(codes), dtype=np.bool_)  # the unit goes on with the run of the unit before it
    joined[1:] = single[1:] & single[:-1] & (pieces.borders[1:] == 0) & ~pieces.wild[1:]
    first = np.flatnonzero(joined[1:] & ~joined[:-1])
    last = np.flatnonzero(joined[:-1] & ~joined[1:]) + 1
    of_words = codes[first] >= _FIRST_OF_WORDS
    first, last = first[of_words], last[of_words]
    if not len(first):
        return words
    edges = np.concatenate([[0], np.cumsum(last - first)])
    inside = np.arange(edges[-1]) + np.repeat(first - edges[:-1], last - first)
    text = codes[inside].astype("<u4").tobytes().decode("utf-32-le")
    lengths = word_lengths([text[start:end] for start, end in itertools.pairwise(edges.tolist())])
    words[inside] = False
    words[inside[np.cumsum(lengths) - lengths]] = True
    return words


def _joined_to_the_last(pieces: Scan) -> Places:
    """The words of letters that a hyphen joins to a word before them, and those right behind a figure."""
    figures = np.fromiter(map(_FIGURES.__contains__, pieces.keys), dtype=np.bool_, count=len(pieces.keys))
    letters = ~(pieces.single | figures)
    gaps = np.where(pieces.borders[1:] == 0, pieces.starts[1:] - pieces.ends[:-1], -1)
    behind_figures = np.flatnonzero(letters[1:] & figures[:-1] & (gaps == 0)) + 1
    near = np.flatnonzero(letters[1:] & letters[:-1] & (gaps == 1)) + 1
    hyphened = [pieces.text[place] in _HYPHENS for place in pieces.ends[near - 1].tolist()]
    return np.concatenate([behind_figures, near[np.array(hyphened, dtype=np.bool_)]])


def _cut_long_runs(borders: SmallArray, words: BoolArray, keys: Sequence[str], *, limit: int) -> None:
    """Set weak borders inside runs without punctuation, in place.

    The best place between a third and the whole of `limit` is behind a particle that ends clauses, else the last word
    border there.
    """
    edges = np.flatnonzero(borders)
    long = np.flatnonzero(np.diff(edges) > limit)
    for start, stop in zip(edges[long].tolist(), edges[long + 1].tolist(), strict=True):
        while stop - start > limit:
            window = range(start + limit, start + limit // 3, -1)
            at = next((i for i in window if keys[i - 1] in _CLAUSE_ENDERS and words[i]), None)
            at = at or next((i for i in window if words[i]), start + limit)
            borders[at] = WEAK
            start = at  # noqa: PLW2901 - the rest of the run is looked at again
