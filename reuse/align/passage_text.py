"""A document made ready for passages, once: tokens with their places, sentences, and indexes over both.

Enters: Segments. Leaves: a `PassageText`, which every comparison of that document uses again. Tokens are coarser than
the units of Segments, because passages are told by which words they share and not by how these are written: words of
letter scripts are cut to their first five letters, so that inflected forms meet; runs of characters without blanks
between words become dictionary words; a number is itself and not the class of all numbers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from reuse.align.code_points import blanks
from reuse.figure import figure
from reuse.model import FIRST_LONG_CODE, CodeArray, IndexArray, Segments, SmallArray
from reuse.params import PassageParams

__all__ = ["CollectionFrequencies", "PassageText", "prepare_passages"]

STEM_LETTERS = 5
RUN_TOKENS = 6  # tokens of the shortest exact run that is looked for
_MOST_KNOWN_STEMS = 262_144
_MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying by it loses nothing
_FIRST_CHARACTER_UNIT = 0x2E80  # units of one code point from here on belong to scripts without blanks
_NUMBER = ord("#")  # the code of every number


@dataclass(frozen=True, slots=True, eq=False)
class PassageText:
    """One document for passage search: n tokens, u different ones, k sentences, e (sentence, token) entries."""

    tokens: CodeArray  # (n,) stable code of each token
    starts: IndexArray  # (n,) code point where the token starts
    ends: IndexArray  # (n,) code point where it ends
    tails: IndexArray  # (n,) code point where the punctuation that clings to its end ends
    borders: SmallArray  # (n+1,) before token i: 0 nothing, 1 comma-like punctuation, 2 sentence end or line break
    vocabulary: CodeArray  # (u,) different codes, ascending
    ids: IndexArray  # (n,) index of each token in the vocabulary
    counts: IndexArray  # (u,) occurrences
    sentences: IndexArray  # (k+1,) token index where each sentence starts, and n
    rows: IndexArray  # (k+1,) first entry of each sentence
    entry_ids: IndexArray  # (e,) by sentence: the token's index in the vocabulary
    entry_counts: IndexArray  # (e,) how often it stands in the sentence
    columns: IndexArray  # (u+1,) first posting of each token
    posting_sentences: IndexArray  # (e,) by token: the sentence
    posting_counts: IndexArray  # (e,)
    runs: npt.NDArray[np.uint64]  # (max(n-5, 0),) hashes of six tokens in a row, ascending
    run_starts: IndexArray  # where each of them starts

    def __len__(self) -> int:
        return len(self.tokens)


@dataclass(frozen=True, slots=True, eq=False)
class CollectionFrequencies:
    """How often tokens stand in a collection: what is common there says little about one pair."""

    codes: CodeArray  # ascending
    counts: CodeArray
    total: int

    @classmethod
    def of(cls, texts: Iterable[PassageText]) -> CollectionFrequencies:
        """Count the tokens of prepared texts. Cost: O(t log t) in the different tokens of all texts together."""
        pieces = [(text.vocabulary, text.counts) for text in texts]
        if not pieces:
            return cls(np.empty(0, np.int64), np.empty(0, np.int64), 0)
        codes, inverse = np.unique(np.concatenate([codes for codes, _ in pieces]), return_inverse=True)
        counts = np.bincount(inverse, weights=np.concatenate([n for _, n in pieces])).astype(np.int64)
        return cls(codes, counts, int(counts.sum()))

    def counts_of(self, codes: CodeArray) -> CodeArray:
        """Occurrences of each code; 0 where the collection does not hold it."""
        if not len(self.codes):
            return np.zeros(len(codes), np.int64)
        places = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        return np.where(self.codes[places] == codes, self.counts[places], 0)


def prepare_passages(segments: Segments, *, params: PassageParams | None = None) -> PassageText:
    """Tokens, sentences and indexes of one document. Cost: O(n log n), about 0.3 s for a million characters."""
    params = params or PassageParams()
    tokens, first, last = _tokens(segments)
    starts, ends = segments.starts[first], segments.ends[last]
    borders = segments.borders[np.append(first, len(segments))]
    vocabulary, ids, counts = np.unique(tokens, return_inverse=True, return_counts=True)
    sentences = _sentence_bounds(segments, starts, least=params.min_sentence_tokens)
    sentence_of = np.repeat(np.arange(len(sentences) - 1), np.diff(sentences))
    keys, entry_counts = np.unique(sentence_of * np.int64(max(len(vocabulary), 1)) + ids, return_counts=True)
    entry_sentences, entry_ids = np.divmod(keys, max(len(vocabulary), 1))
    by_token = np.argsort(entry_ids, kind="stable")
    runs = run_hashes(tokens, RUN_TOKENS)
    order = np.argsort(runs, kind="stable")
    return PassageText(
        tokens=tokens,
        starts=starts,
        ends=ends,
        tails=_tails(segments.document.text, starts, ends),
        borders=borders,
        vocabulary=vocabulary,
        ids=ids.astype(np.int32),
        counts=counts.astype(np.int32),
        sentences=sentences,
        rows=np.searchsorted(entry_sentences, np.arange(len(sentences))).astype(np.int32),
        entry_ids=entry_ids.astype(np.int32),
        entry_counts=entry_counts.astype(np.int32),
        columns=np.searchsorted(entry_ids[by_token], np.arange(len(vocabulary) + 1)).astype(np.int32),
        posting_sentences=entry_sentences[by_token].astype(np.int32),
        posting_counts=entry_counts[by_token].astype(np.int32),
        runs=runs[order],
        run_starts=order.astype(np.int32),
    )


def _tails(text: str, starts: IndexArray, ends: IndexArray) -> IndexArray:
    """Ends with what follows up to a blank or the next token: full stops and closing quotes belong to a passage."""
    if not len(ends):
        return ends
    n = len(text)
    stops = np.flatnonzero(np.append(blanks(text), True)).astype(np.int32)
    blank = stops[np.searchsorted(stops, ends)]
    return np.maximum(np.minimum(blank, np.append(starts[1:], np.int32(n))), ends)


def run_hashes(tokens: CodeArray, length: int) -> npt.NDArray[np.uint64]:
    """(max(n-length+1, 0),) a hash of every `length` tokens in a row."""
    n = len(tokens) - length + 1
    if n <= 0:
        return np.empty(0, np.uint64)
    values = tokens.astype(np.uint64)
    hashes = np.zeros(n, np.uint64)
    for offset in range(length):
        hashes = (hashes ^ (hashes >> np.uint64(29))) * _MIX + values[offset : offset + n]
    return hashes


def _tokens(segments: Segments) -> tuple[CodeArray, IndexArray, IndexArray]:
    """Codes of the tokens, and the first and the last unit of each."""
    n = len(segments)
    codes = segments.codes
    single = (codes >= _FIRST_CHARACTER_UNIT) & (codes < FIRST_LONG_CODE)
    text = segments.document.text
    starts, ends = segments.starts, segments.ends
    stems = codes.copy()
    others = np.flatnonzero(~single)
    different, firsts, back = np.unique(codes[others], return_index=True, return_inverse=True)
    stems[others] = _stems(segments, others[firsts])[back]
    for i in others[(different == _NUMBER)[back]].tolist():
        stems[i] = _stem_code(figure(text[starts[i] : ends[i]]))
    # A word begins at every unit but where a character follows a character inside a dictionary word.
    inside = np.zeros(n, np.bool_)
    inside[1:] = single[1:] & single[:-1] & ~segments.words[1:n] & (segments.borders[1:n] == 0)
    first = np.flatnonzero(~inside).astype(np.int32)
    last = np.append(first[1:], n).astype(np.int32) - 1 if n else first
    hashes = stems.astype(np.uint64)
    for offset in range(1, int((last - first).max(initial=0)) + 1):
        at = first[last - first >= offset]
        hashes[at] = (hashes[at] ^ (hashes[at] >> np.uint64(31))) * _MIX + stems[at + offset].astype(np.uint64)
    return hashes[first].astype(np.int64), first, last


_known_stems: dict[int, int] = {}  # by the code of the unit


def _stems(segments: Segments, at: npt.NDArray[np.integer]) -> CodeArray:
    """(k,) codes of the stems of k units of letters or figures."""
    if len(_known_stems) > _MOST_KNOWN_STEMS:
        _known_stems.clear()
    codes = segments.codes[at].tolist()
    stems = [*map(_known_stems.get, codes)]
    for k, stem in enumerate(stems):
        if stem is None:
            stems[k] = _known_stems[codes[k]] = _stem_code(segments.units[at[k]][:STEM_LETTERS])
    return np.array(stems, np.int64)


@lru_cache(maxsize=262_144)
def _stem_code(stem: str) -> int:
    digest = hashlib.blake2b(stem.encode("utf-8", "surrogatepass"), digest_size=7).digest()
    return (1 << 56) + int.from_bytes(digest, "big")


def _sentence_bounds(segments: Segments, starts: IndexArray, *, least: int) -> IndexArray:
    """Token indexes where sentences start; short ones (headings, table cells) are joined to what follows."""
    n = len(starts)
    edges = np.searchsorted(starts, segments.sentences[:, 0]).tolist() if len(segments.sentences) else []
    bounds = [0]
    for edge in edges:
        if edge - bounds[-1] >= least:
            bounds.append(edge)
    if len(bounds) > 1 and n - bounds[-1] < least:
        bounds.pop()
    if n:
        bounds.append(n)
    return np.array(bounds, np.int32)
