"""How well it is told which formulas come again: python -m benchmarks.expected_formulas (half a minute).

For every national report from the twentieth on, what `editions` expects of the formulas of the series, counted from the
reports before it alone, against what the report holds. Which phrases are one formula is found from all reports: that
is the reading, not the forecast.
"""

from __future__ import annotations

import sys
from itertools import pairwise

import numpy as np

from benchmarks.background_corpora import CORPORA
from reuse.background import load
from reuse.formulas.series import presence
from reuse.formulas.standing import expectations, surprise
from reuse.params import HistoryParams
from reuse.read import read_inputs
from reuse.segment import segment

FIRST = 20
LAST = 5
EDGES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1.0)


def main() -> None:
    folder = CORPORA / "gwr_national"
    if not folder.is_dir():
        sys.exit(f"no corpora beside this checkout ({CORPORA})")
    documents = sorted(read_inputs([str(folder)]).documents, key=lambda document: document.date or "")
    editions = [segment(document) for document in documents]
    table = presence(editions, background=load(), params=HistoryParams())
    expected, came = [], []
    for at in range(FIRST, table.shape[1]):
        ahead = expectations(table[:, :at], last=LAST)
        asked = ahead.held > 0
        expected.append(ahead.expected[asked])
        came.append(table[asked, at])
    told, found = np.concatenate(expected), np.concatenate(came)
    print(f"{len(told):,} forecasts for {table.shape[1] - FIRST} reports")
    print("| expected | forecasts | mean of them | came again |")
    for low, high in pairwise(EDGES):
        inside = (told >= low) & (told < high if high < 1 else told <= high)
        if inside.any():
            mean, share = told[inside].mean(), found[inside].mean()
            print(f"| {low:.2f} to {high:.2f} | {inside.sum():,} | {mean:.3f} | {share:.3f} |")
    for name, values in (("forecasts", told), ("the mean for all", np.full(len(told), found.mean()))):
        bits = np.where(found, -np.log2(values), [surprise(value) for value in values])
        print(f"{name}: {bits.mean():.3f} bits of surprise a formula")


if __name__ == "__main__":
    main()
