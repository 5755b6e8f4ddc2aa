"""The loops over pairs of wordings, against plain ones, and compiled against their source."""

from __future__ import annotations

from array import array
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kernels_as_source import Both, read_as_source
from plain_speeches import laid
from rapidfuzz.distance import LCSseq

from reuse import formulas
from reuse.formulas import resemblance_kernel
from reuse.formulas.resemblance import resemblances
from reuse.formulas.wordings import collect

SOURCE = read_as_source(Path(formulas.__file__).parent / "resemblance_kernel.py")
LOOPS = ("nearest", "overlaps", "neighbours", "document_shares")
UNITS = st.lists(st.integers(0, 5), max_size=200)


@pytest.mark.parametrize("kernel", [resemblance_kernel, SOURCE])
@settings(deadline=None)
@given(UNITS, UNITS)
def test_common_units_of_any_length(kernel: ModuleType, a: list[int], b: list[int]) -> None:
    pattern, carry = array("Q", bytes(8 * 6)), bytearray(len(a))
    units = np.array([*a, *b], dtype=np.int32)
    found = kernel.common_units(units, 0, len(a), len(a), len(a) + len(b), pattern, carry)
    assert found == LCSseq.similarity(a, b)
    assert not any(pattern)
    assert not any(carry)


@settings(deadline=None)
@given(st.lists(st.sets(st.integers(0, 30), min_size=1), min_size=2, max_size=6))
def test_shares_of_documents_are_those_of_sets(rows: list[set[int]]) -> None:
    starts = np.cumsum([0, *map(len, rows)]).astype(np.int32)
    documents = np.array([document for row in rows for document in sorted(row)], dtype=np.int32)
    first, second = (column.ravel().astype(np.int32) for column in np.indices((len(rows), len(rows))))
    shares = np.zeros(len(first))
    resemblance_kernel.document_shares(starts, documents, first, second, shares)
    expected = [len(a & b) / min(len(a), len(b)) for a in rows for b in rows]
    assert shares.tolist() == expected


@pytest.mark.skipif(not resemblance_kernel.COMPILED, reason="the kernel is not compiled here")
def test_compiled_and_plain_kernel_score_alike(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loops = {name: Both(getattr(resemblance_kernel, name), getattr(SOURCE, name)) for name in LOOPS}
    for name, both in loops.items():
        monkeypatch.setattr(resemblance_kernel, name, both)
    files = sorted((shared / "corpora" / "npc_resolutions").glob("*.txt"))[:6]
    speeches = laid(*(file.read_text("utf-8") for file in files))
    first, _, _ = resemblances(collect(speeches, [], min_length_chars=4), speeches)
    assert len(first) == 29
    assert all(both.calls for both in loops.values())
