from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reuse.background.hashing import RollingHash

codes = st.lists(st.sampled_from([0, 1, 0x4E2D, 2**32 + 5, 2**62]), max_size=30)


@given(codes, codes, codes)
def test_a_stretch_has_one_hash_wherever_it_stands(before: list[int], stretch: list[int], behind: list[int]) -> None:
    alone = RollingHash.of(np.array(stretch, dtype=np.int64))
    inside = RollingHash.of(np.array([*before, *stretch, *behind], dtype=np.int64))
    first, last = np.array([len(before)]), np.array([len(before) + len(stretch)])
    assert inside.stretches(first, last)[0] == alone.stretches(np.array([0]), np.array([len(stretch)]))[0]
    assert len(inside) == len(before) + len(stretch) + len(behind)


def test_different_stretches_have_different_hashes_and_their_bits_are_spread() -> None:
    rolling = RollingHash.of(np.arange(0x4E00, 0x4E00 + 2000))
    starts = np.repeat(np.arange(1900), 20)
    ends = starts + np.tile(np.arange(1, 21), 1900)
    hashes = rolling.stretches(starts, ends)
    assert len(np.unique(hashes)) == len(hashes)
    for shift in (0, 24, 44):  # the low bits, the middle and the top are even: each 20 bits hold most of 38,000 values
        part = (hashes >> np.uint64(shift)) & np.uint64((1 << 20) - 1)
        assert len(np.unique(part)) > 0.97 * len(hashes)


def test_hashes_are_those_of_every_machine() -> None:
    rolling = RollingHash.of(np.array([ord("各"), ord("位"), 2**32 + 7], dtype=np.int64))
    found = rolling.stretches(np.array([0, 0, 1]), np.array([1, 3, 3]))
    assert [format(int(x), "016x") for x in found] == ["b762d5c7036b85bc", "12f585889b184cb0", "124ba6ad6ab38c2a"]
