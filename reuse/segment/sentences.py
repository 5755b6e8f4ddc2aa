"""Sentences and clauses of scanned texts.

Enters: a Scan, and where words begin. Leaves: spans of all texts in a row, and where each text's begin among them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from reuse.model import BoolArray, IndexArray
from reuse.segment.scanning import Places, Scan

__all__ = ["clauses_of", "sentences_of"]


def clauses_of(pieces: Scan) -> tuple[IndexArray, Places]:
    """(m, 2) spans of units between two borders, counted in each text, and (d+1,) where each text's begin. Linear."""
    borders = np.flatnonzero(pieces.borders)  # one stands before the first unit of a text, and one at its end
    spans = np.column_stack([borders[:-1], borders[1:]])
    text = np.searchsorted(pieces.edges, spans[:, 0], side="right") - 1
    inside = spans[:, 1] < pieces.edges[text + 1]  # not from the end of a text to the beginning of the next one
    spans, text = spans[inside], text[inside]
    begins = np.searchsorted(text, np.arange(len(pieces.edges)))
    return (spans - pieces.edges[text][:, None]).astype(np.int32), begins


def sentences_of(pieces: Scan, words: BoolArray, *, limit: int) -> tuple[IndexArray, Places]:
    """(k, 2) spans of code points, counted in each text, and (d+1,) where each text's begin. Linear.

    Blanks at both ends are left out; a stretch without any unit joins the sentence before; sentences of more than
    `limit` units are cut at borders, else between words.
    """
    spans: list[list[int]] = []
    counts = [0]
    places = pieces.starts.tolist()
    for i in range(len(pieces.cuts)):
        spans.extend(_of_one(pieces, i, places, words, limit=limit))
        counts.append(len(spans))
    begins = np.array(counts, dtype=np.int64)
    found = np.array(spans, dtype=np.int64).reshape(-1, 2) - np.repeat(pieces.bases[:-1], np.diff(begins))[:, None]
    return found.astype(np.int32), begins


def _of_one(pieces: Scan, i: int, places: Sequence[int], words: BoolArray, *, limit: int) -> list[list[int]]:
    """The sentences of text i, in code points of all texts; `places` is where units start."""
    text = pieces.text
    spans: list[list[int]] = []
    previous = int(pieces.bases[i])
    for cut in pieces.cuts[i]:
        body = text[previous:cut]
        start, end = previous + len(body) - len(body.lstrip()), previous + len(body.rstrip())
        previous = cut
        if start >= end:
            continue
        first = bisect_left(places, start)
        last = bisect_left(places, end, first)
        if first == last and spans:
            if text[spans[-1][1] : start].strip(" \t\u3000") == "":
                spans[-1][1] = end
            continue
        while last - first > limit:
            inner = np.flatnonzero(pieces.borders[first + 1 : first + limit + 1]) + first + 1
            if not len(inner):
                inner = np.flatnonzero(words[first + 1 : first + limit + 1]) + first + 1
            stop = int(inner[-1]) if len(inner) else first + limit
            spans.append([start, start + len(text[start : places[stop]].rstrip())])
            first, start = stop, places[stop]
        spans.append([start, end])
    return spans
