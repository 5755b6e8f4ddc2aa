"""Passages on the PAN13 text-alignment training corpus: plagdet by kind of obfuscation, and pairs a second.

python -m benchmarks.pan13 ROOT [--preset NAME] [--alone] [--folds] [--json PATH] [--shared FOLDER]

ROOT is the unpacked corpus (src/, susp/, pairs/, gold_spans.csv). The scorer stands beside the checkout. Frequencies
are counted, without any marks, over all texts compared; `--alone` goes without them, as two lone files would.
`--folds` fits the parameters of GRID on four fifths of the suspicious documents, scores the fifth with them, and
pools the five; a pair's fold is a checksum of its suspicious document's name.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
import time
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reuse.align.passage_search import find_passages
from reuse.align.passage_text import CollectionFrequencies, PassageText, prepare_passages
from reuse.model import Document
from reuse.params import Params, PassageParams
from reuse.segment import segment

FOLDS = 5
CLEAN = "01-no-plagiarism"
# Searched in this order, one setting at a time, from the first value of each.
GRID: Mapping[str, Sequence[float]] = {
    "min_bits": (42, 47, 52),
    "miss_bits": (0.5, 0.6),
    "sentence_edge_bits": (2, 4, 6),
    "inner_edge_bits": (-1, -2, -3),
    "sure_copy_tokens": (50, 45, 40),
    "beside_copy_bits": (120, 90, 70),
    "min_tokens": (20, 25),
    "merge_tokens": (8, 16),
    "summary_ratio": (2.5, 4),
    "summary_new_bits": (20, 15, 10),
    "summary_lone_new_bits": (40, 30),
    "summary_surplus_bits": (120, 100),
}
CLEAN_PRICE = 0.002  # plagdet that one detection in a clean pair is worth when fitting

Case = tuple[str, int, int, str, int, int]
Pair = tuple[str, str, str]  # subset, suspicious document, source document


class Corpus:
    """The prepared texts, the marks, and the scorer."""

    def __init__(self, root: Path, shared: Path) -> None:
        sys.path.insert(0, str(shared / "eval"))
        import pan  # type: ignore[import-not-found]  # noqa: PLC0415 - stands beside the checkout
        from plagdet import measure  # type: ignore[import-not-found]  # noqa: PLC0415

        self.measure = measure
        self.gold: dict[Pair, list[Case]] = pan.gold(root)
        subsets = {name: rows for name, rows in pan.pairs(root).items() if name[0] == "0"}
        self.subsets = sorted(subsets)
        self.pairs: list[Pair] = [(name, *row) for name in self.subsets for row in sorted(set(subsets[name]))]
        raw = {
            name: (root / folder / name).open(encoding="utf-8", newline="").read()
            for folder, names in (("susp", {p[1] for p in self.pairs}), ("src", {p[2] for p in self.pairs}))
            for name in sorted(names)
        }
        started = time.process_time()
        segments = {name: segment(Document.from_text(text, id=name)) for name, text in raw.items()}
        self.segment_seconds = time.process_time() - started
        started = time.process_time()
        self.texts: dict[str, PassageText] = {name: prepare_passages(s) for name, s in segments.items()}
        self.prepare_seconds = time.process_time() - started
        self.collection = CollectionFrequencies.of(self.texts.values())

    def detect(self, params: PassageParams, *, alone: bool = False) -> tuple[dict[Pair, list[Case]], float]:
        """Detections of every pair, and the seconds of processor time they took."""
        started = time.process_time()
        found: dict[Pair, list[Case]] = {}
        for pair in self.pairs:
            _, a, b = pair
            rows = find_passages(
                self.texts[a], self.texts[b], params=params, collection=None if alone else self.collection
            )
            found[pair] = [
                (a, *map(int, columns[:2]), b, *map(int, columns[2:]))  # type: ignore[misc]
                for columns in zip(
                    rows.source_starts, rows.source_ends, rows.target_starts, rows.target_ends, strict=True
                )
            ]
        return found, time.process_time() - started

    def score(self, found: Mapping[Pair, Sequence[Case]]) -> dict[str, dict[str, float]]:
        """The measures by subset and overall, over the pairs that `found` holds."""
        figures = {}
        for subset in [*self.subsets, ""]:
            keys = [pair for pair in found if pair[0].startswith(subset)]
            cases = [case for pair in keys for case in self.gold.get(pair, ())]
            figures[subset or "overall"] = self.measure(cases, [row for pair in keys for row in found[pair]])
        return figures


def fold(pair: Pair) -> int:
    return zlib.crc32(pair[1].encode()) % FOLDS


def folded(corpus: Corpus, base: PassageParams) -> tuple[dict[Pair, list[Case]], list[dict[str, float]]]:
    """Detections of every pair under parameters fitted without its fold, and those parameters."""
    known: dict[str, dict[Pair, list[Case]]] = {}

    def detections(settings: Mapping[str, float]) -> dict[Pair, list[Case]]:
        key = json.dumps(settings, sort_keys=True)
        if key not in known:
            known[key] = corpus.detect(dataclasses.replace(base, **settings))[0]  # type: ignore[arg-type]
            print(f"  run {len(known)}", file=sys.stderr, end="\r")
        return known[key]

    def worth(settings: Mapping[str, float], held_out: int) -> float:
        figures = corpus.score({p: rows for p, rows in detections(settings).items() if fold(p) != held_out})
        return figures["overall"]["plagdet"] - CLEAN_PRICE * figures[CLEAN]["detections"]

    pooled: dict[Pair, list[Case]] = {}
    fitted = []
    for held_out in range(FOLDS):
        settings: dict[str, float] = {name: values[0] for name, values in GRID.items()}
        for name, values in GRID.items():
            settings = max(({**settings, name: value} for value in values), key=lambda tried: worth(tried, held_out))
        fitted.append(settings)
        pooled |= {p: rows for p, rows in detections(settings).items() if fold(p) == held_out}
    return pooled, fitted


def show(figures: Mapping[str, Mapping[str, float]]) -> None:
    for subset, row in figures.items():
        print(f"  {subset:28}", "  ".join(f"{name} {value:.4g}" for name, value in row.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=Path)
    parser.add_argument("--preset", default="passages")
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    arguments = parser.parse_args()
    if not (arguments.root / "gold_spans.csv").is_file() or not (arguments.shared / "eval").is_dir():
        sys.exit("the corpus or its scorer is not there; neither is part of the project")
    corpus = Corpus(arguments.root, arguments.shared)
    params = Params.preset(arguments.preset).passages
    if arguments.folds:
        found, fitted = folded(corpus, params)
        for number, settings in enumerate(fitted):
            print(f"without fold {number}: {settings}")
        show(corpus.score(found))
        return
    found, seconds = corpus.detect(params, alone=arguments.alone)
    print(
        f"{len(found)} pairs in {seconds:.1f} s = {len(found) / seconds:.0f} a second; "
        f"segmenting {corpus.segment_seconds:.1f} s, preparing {corpus.prepare_seconds:.1f} s"
    )
    show(corpus.score(found))
    if arguments.json:
        rows: list[Any] = [row for pair in found.values() for row in pair]
        arguments.json.write_text(json.dumps(rows), "utf-8")


if __name__ == "__main__":
    main()
