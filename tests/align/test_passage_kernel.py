"""The loops against a slow and obvious version, and compiled against plain."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reuse.align import passage_kernel

VOCABULARY = 6
MISS, STOP = 40, -1000


def plain() -> ModuleType:
    """The kernel's source run as ordinary Python, whatever the installed module is."""
    source = Path(passage_kernel.__file__).with_name("passage_kernel.py")
    if str(source) == passage_kernel.__file__:
        return passage_kernel
    spec = importlib.util.spec_from_file_location("plain_passage_kernel", source)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


PLAIN = plain()
TOKENS = st.lists(st.integers(-1, VOCABULARY - 1), min_size=1, max_size=40)
LEVELS = st.lists(st.integers(0, 5), min_size=VOCABULARY, max_size=VOCABULARY)
PRICES = st.lists(st.sampled_from([-128, 0, 256]), min_size=41, max_size=41)
LOGS = [0] * 64
TABLE = [500, 320, 200, 90, 30, 5]


def ints(values: list[int]) -> Any:
    return np.array(values, np.int32)


def workspace(kind: Any) -> list[Any]:
    return [kind([0] * VOCABULARY), kind([0] * VOCABULARY), kind([0] * 64), kind([0] * 8)]


def obvious(tokens: list[int], others: list[int], levels: list[int], edges: list[int]) -> int:
    """The best sum over all segments that begin with a met token or at a paid edge, each counted from its beginning."""
    best = 0
    for start in range(len(tokens)):
        if (tokens[start] < 0 or tokens[start] not in others) and edges[start] <= 0:
            continue
        left = [others.count(v) for v in range(VOCABULARY)]
        total = edges[start]
        for end in range(start, len(tokens)):
            v = tokens[end]
            if v >= 0 and left[v]:
                left[v] -= 1
                total += TABLE[levels[v]]
            else:
                total -= MISS
            best = max(best, total + edges[end + 1])
    return best


@settings(max_examples=150, deadline=None)
@given(TOKENS, TOKENS, LEVELS, PRICES)
def test_best_segment_equals_the_obvious_search(
    tokens: list[int], others: list[int], levels: list[int], edges: list[int]
) -> None:
    bag, used, bounds, best = workspace(list)
    top = PLAIN.best_segment(
        tokens,
        0,
        len(tokens),
        others,
        0,
        len(others),
        levels,
        LOGS,
        TABLE,
        edges,
        MISS,
        -(10**6),
        0,
        bag,
        used,
        bounds,
        best,
    )
    assert top == obvious(tokens, others, levels, edges)
    assert bag == used == [0] * VOCABULARY


@settings(max_examples=100, deadline=None)
@given(TOKENS, TOKENS, LEVELS, PRICES, st.data())
def test_refine_gives_the_same_compiled_and_plain(
    a: list[int], b: list[int], levels: list[int], edges: list[int], data: st.DataObject
) -> None:
    a0, b0 = data.draw(st.integers(0, len(a) - 1)), data.draw(st.integers(0, len(b) - 1))
    box = [a0, data.draw(st.integers(a0 + 1, len(a))), b0, data.draw(st.integers(b0 + 1, len(b)))]
    results = []
    for module, kind in ((PLAIN, list), (passage_kernel, ints if passage_kernel.COMPILED else list)):
        place, (bag, used, bounds, best) = kind(box), workspace(kind)
        held = module.refine(
            kind(a),
            kind(b),
            place,
            5,
            4,
            kind(levels),
            kind(LOGS),
            kind(TABLE),
            kind(edges),
            kind(edges),
            MISS,
            STOP,
            bag,
            used,
            bounds,
            best,
        )
        results.append((held, [int(x) for x in place], [int(x) for x in best]))
    assert results[0] == results[1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=6, unique=True), min_size=1, max_size=6))
def test_seeds_are_the_same_compiled_and_plain_and_find_equal_sentences(sentences: list[list[int]]) -> None:
    rows = np.cumsum([0, *map(len, sentences)]).tolist()
    ids = [v for sentence in sentences for v in sorted(sentence)]
    of = [i for i, sentence in enumerate(sentences) for _ in sentence]
    order = sorted(range(len(ids)), key=lambda e: (ids[e], of[e]))
    columns = [sum(v < w for v in ids) for w in range(6)]
    postings = [of[e] for e in order]
    norms = [float(len(sentence)) ** 0.5 for sentence in sentences]
    results = []
    for module, compiled in ((PLAIN, False), (passage_kernel, passage_kernel.COMPILED)):
        whole: Any = ints if compiled else list
        real: Any = np.array if compiled else list
        out = whole([0] * (2 * len(sentences) ** 2))
        n = module.seed_sentences(
            whole(rows),
            whole(ids),
            whole([1] * len(ids)),
            whole(list(range(5))),
            whole(columns),
            whole(postings),
            whole([1] * len(ids)),
            real([1.0] * 5),
            real(norms),
            real(norms),
            whole(rows),
            0.99,
            0.99,
            real([0.0] * len(sentences)),
            whole([0] * len(sentences)),
            whole([0] * len(sentences)),
            out,
        )
        results.append([int(x) for x in out[: 2 * n]])
    assert results[0] == results[1]
    seeds = set(zip(results[0][::2], results[0][1::2], strict=True))
    equal = {(i, j) for i, x in enumerate(sentences) for j, y in enumerate(sentences) if set(x) == set(y)}
    assert seeds == equal
