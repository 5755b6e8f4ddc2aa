"""The stage's one function: a Document becomes Segments.

Enters: a Document. Leaves: Segments, whose arrays map every unit back to the text. Data flow: language -> scan (units,
borders, sentence cuts) -> script folding -> word borders -> clauses and sentences.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from reuse.model import FIRST_LONG_CODE, BoolArray, CodeArray, Document, IndexArray, Segments, SmallArray
from reuse.params import SegmentParams
from reuse.segment.characters import CHARACTER_UNITS, MARKS, is_cluster
from reuse.segment.folding import folded
from reuse.segment.languages import LIGHT_CHARACTERS, detect_language, light_words
from reuse.segment.remembered import Remembered
from reuse.segment.scanning import WEAK, Scan, scan
from reuse.segment.words import word_lengths

__all__ = ["code_of", "segment"]

_FIRST_CLUSTER_CODE = 1 << 31  # above all code points, below the codes of words
_MOST_KNOWN_CODES = 262_144
_FIRST_OF_WORDS = 0x3400  # code of the first character that dictionary words begin with

_CONTINUED = rf"[{MARKS}\u1160-\u11ff]"  # by marks; decomposed Hangul by its vowels
_SPACED_PAIR = re.compile(rf"[{CHARACTER_UNITS}]{_CONTINUED}*+[ \u3000][{CHARACTER_UNITS}]")
_CHARACTER = re.compile(f"[{CHARACTER_UNITS}]")
_ADJACENT = re.compile(rf"[{CHARACTER_UNITS}]{_CONTINUED}*+(?=[{CHARACTER_UNITS}])")
# What opens an item of an outline: （一） 一、 第一， 1. (1) a) - •
_ITEM = re.compile(
    r"\s*(?:[（(]?(?:[〇零一二三四五六七八九十百]+|\d+|[a-zA-Z])[）)、.．]|第[一二三四五六七八九十]+|[-*•·●○◆■])"
)
_CLAUSE_ENDERS = frozenset("了吧呢吗啊呀嘛")
_TERMINATED = "。！？!?.;；:：，,、…”’」』）)】》"


def segment(document: Document, *, params: SegmentParams | None = None) -> Segments:
    """Cut a document into units, sentences and clauses.

    Shapes as in `Segments`. Text without punctuation (speech turned to text) is cut at word borders so that no clause
    exceeds `max_clause_units` and no sentence `max_sentence_units`. Cost: linear, about 1 s for a million characters.
    """
    params = params or SegmentParams()
    text = document.text
    language = document.language or detect_language(text)
    pieces = scan(
        text,
        soft_break=_soft_breaks(text),
        spaced=_is_spaced(text),
        emphasis=(document.path or "").lower().endswith((".md", ".markdown")),
    )
    keys = tuple(folded(pieces.keys, language))
    codes = _codes(keys)
    words = _word_borders(pieces, codes)
    borders = pieces.borders
    _cut_long_runs(borders, words, keys, limit=params.max_clause_units)
    light = LIGHT_CHARACTERS | light_words(language)
    return Segments(
        document=document.with_language(language),
        units=keys,
        codes=codes,
        starts=pieces.starts,
        ends=pieces.ends,
        borders=borders,
        wild=pieces.wild,
        words=words,
        light=np.fromiter(map(light.__contains__, keys), dtype=np.bool_, count=len(keys)),
        sentences=_sentences(
            text,
            pieces.cuts,
            starts=pieces.starts,
            borders=borders,
            words=words,
            limit=params.max_sentence_units,
        ),
        clauses=_clauses(borders),
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


def _codes(keys: Sequence[str]) -> CodeArray:
    """(n,) the code of each key."""
    return np.fromiter(map(_known_codes.__getitem__, keys), dtype=np.int64, count=len(keys))


def _is_spaced(text: str) -> bool:
    """Whether characters that are written without blanks elsewhere have one behind every one."""
    if text.isascii() or not _CHARACTER.search(text):
        return False
    spaced = len(_SPACED_PAIR.findall(text))
    return spaced > 0 and next(itertools.islice(_ADJACENT.finditer(text), spaced - 1, None), None) is None


def _soft_breaks(text: str) -> Callable[[int], bool]:
    """Tell wrapped lines from ended ones.

    A text is hard-wrapped where most of its lines stop short of punctuation at nearly the same length. A break is then
    soft if its line is nearly full, stops short of a sentence's end, and a line of text follows.
    """
    lines = text.splitlines(keepends=True)
    bodies = [line.rstrip() for line in lines]
    lengths = sorted(len(body) for body in bodies if body)
    if len(lengths) < 4 or lengths[-1] > 200:
        return _never
    full = 0.75 * lengths[int(0.9 * (len(lengths) - 1))]
    if full < 12:
        return _never
    open_ended = [len(body) >= full and body[-1] not in _TERMINATED for body in bodies if body]
    if sum(open_ended) < 0.4 * len(open_ended):
        return _never
    soft: set[int] = set()
    offset = 0
    for line, body, following in zip(lines, bodies, [*bodies[1:], ""], strict=True):
        if (
            len(body) >= full
            and body[-1] not in "。！？!?"
            and following
            and not _ITEM.match(following)
            and not line[len(body) :].startswith("\f")
        ):
            soft.update(range(offset + len(body), offset + len(line)))
        offset += len(line)
    return soft.__contains__


def _never(_: int) -> bool:
    return False


def _word_borders(pieces: Scan, codes: CodeArray) -> BoolArray:
    """(n+1,) True where a word begins. Words are looked up in runs of Han keys without a border inside."""
    n = len(codes)
    words = np.ones(n + 1, dtype=np.bool_)
    # A character with marks is in no dictionary, and its length would shift every border behind it.
    single = pieces.single & (codes < _FIRST_CLUSTER_CODE)
    if not single.any():
        return words
    joined = np.zeros(n + 1, dtype=np.bool_)  # unit i goes on with the run of the unit before it
    joined[1:n] = single[1:] & single[:-1] & (pieces.borders[1:n] == 0) & ~pieces.wild[1:n]
    first = np.flatnonzero(joined[1:] & ~joined[:-1])
    last = np.flatnonzero(joined[:-1] & ~joined[1:]) + 1
    of_words = codes[first] >= _FIRST_OF_WORDS
    first, last = first[of_words], last[of_words]
    edges = np.concatenate([[0], np.cumsum(last - first)])
    inside = np.arange(edges[-1]) + np.repeat(first - edges[:-1], last - first)
    text = codes[inside].astype("<u4").tobytes().decode("utf-32-le")
    lengths = word_lengths([text[start:end] for start, end in itertools.pairwise(edges.tolist())])
    words[inside] = False
    words[inside[np.cumsum(lengths) - lengths]] = True
    return words


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
            cut = next((i for i in window if keys[i - 1] in _CLAUSE_ENDERS and words[i]), None)
            cut = cut or next((i for i in window if words[i]), start + limit)
            borders[cut] = WEAK
            start = cut  # noqa: PLW2901 - the rest of the run is looked at again


def _clauses(borders: SmallArray) -> IndexArray:
    edges = np.flatnonzero(borders)
    if len(borders) == 1:
        return np.empty((0, 2), dtype=np.int32)
    return np.column_stack([edges[:-1], edges[1:]]).astype(np.int32)


def _sentences(
    text: str,
    cuts: Iterable[int],
    *,
    starts: IndexArray,
    borders: SmallArray,
    words: BoolArray,
    limit: int,
) -> IndexArray:
    """(k, 2) code-point spans, blanks at both ends left out; a stretch without any unit joins the sentence before."""
    spans: list[list[int]] = []
    places = starts.tolist()
    previous = 0
    for cut in cuts:
        body = text[previous:cut]
        start, end = previous + len(body) - len(body.lstrip()), previous + len(body.rstrip())
        previous = cut
        if start >= end:
            continue
        first, last = bisect_left(places, start), bisect_left(places, end)
        if first == last and spans:
            if text[spans[-1][1] : start].strip(" \t\u3000") == "":
                spans[-1][1] = end
            continue
        while last - first > limit:
            inner = np.flatnonzero(borders[first + 1 : first + limit + 1]) + first + 1
            if not len(inner):
                inner = np.flatnonzero(words[first + 1 : first + limit + 1]) + first + 1
            stop = int(inner[-1]) if len(inner) else first + limit
            spans.append([start, start + len(text[start : places[stop]].rstrip())])
            first, start = stop, places[stop]
        spans.append([start, end])
    return np.array(spans, dtype=np.int32).reshape(-1, 2)
