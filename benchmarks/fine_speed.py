"""Speed of the fine level against the quickest way of comparing clauses one by one: python -m benchmarks.fine_speed

Two speeches of 4,000 and 3,000 characters (../shared/corpora/seeds, or corpus/ where that is absent): processor
milliseconds of a pair once prepared and with preparation, compiled and, in a process of its own, not compiled; and of
rapidfuzz.process.cdist over the clauses of the same texts in the same run. Ends with 1 where a bound is broken.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "corpora" / "seeds"
NAMES = ("union_congress_a.txt", "union_congress_harbin.txt")
KERNELS = tuple(f"reuse.align.{name}_kernel" for name in ("chaining", "kinds", "laying", "seeding"))
ROUNDS = 25
# One pair, prepared, against cdist over its clauses, one thread each: 8 to 13, on a busy machine, when this was set.
# It moves by half with the load, since one side is bound by calls and memory and the other by arithmetic. Four times
# the middle is no noise but a search that has lost its order of cost.
MOST_RATIO = 40.0
# Without a compiler the same loop runs in Python: 9 to 19 times as long then. Beyond twice that, it has grown work
# that only a compiler hides.
MOST_UNCOMPILED = 40.0


class _SourceOnly(importlib.abc.MetaPathFinder):
    """Finds the source of kernels where a compiled one lies beside it."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        del path, target
        if fullname not in KERNELS:
            return None
        return importlib.util.spec_from_file_location(fullname, ROOT.joinpath(*fullname.split(".")).with_suffix(".py"))


@dataclass(frozen=True)
class Spent:
    prepared: float  # milliseconds of one pair
    whole: float  # the same from text on
    clauses: float  # cdist
    compiled: bool


def main() -> None:
    if "--uncompiled" in sys.argv:
        sys.meta_path.insert(0, _SourceOnly())
        print(repr(measured(rounds=5).prepared))
        return
    folder = SEEDS if SEEDS.is_dir() else ROOT / "corpus"
    spent = measured(rounds=ROUNDS)
    print(f"texts from {folder.name}/; median of {ROUNDS} rounds, processor milliseconds, one thread")
    print(f"pair, prepared ({'compiled' if spent.compiled else 'NOT compiled'}): {spent.prepared:.1f}")
    print(f"pair, from text on: {spent.whole:.1f}")
    print(f"cdist over clauses: {spent.clauses:.2f}")
    ratio = spent.prepared / spent.clauses
    print(f"ratio prepared / cdist: {ratio:.1f} (bound {MOST_RATIO:.0f})")
    print(f"ratio from text on / cdist: {spent.whole / spent.clauses:.1f}")
    slow = uncompiled()
    factor = slow / spent.prepared
    print(
        f"pair, prepared, kernels not compiled: {slow:.1f} ({factor:.1f} times the above, bound {MOST_UNCOMPILED:.0f})"
    )
    if ratio > MOST_RATIO or factor > MOST_UNCOMPILED:
        sys.exit("slower than its bound")


def measured(*, rounds: int) -> Spent:
    """Each round times every part once, so that load falls on all of them alike."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - after the finder stands
    from rapidfuzz.process import cdist  # noqa: PLC0415

    from reuse.align.chaining_kernel import COMPILED  # noqa: PLC0415
    from reuse.align.prepared import prepare  # noqa: PLC0415
    from reuse.align.searching import search_pair  # noqa: PLC0415
    from reuse.background import load  # noqa: PLC0415
    from reuse.model import Document  # noqa: PLC0415
    from reuse.params import AlignParams  # noqa: PLC0415
    from reuse.segment import segment  # noqa: PLC0415

    folder = SEEDS if SEEDS.is_dir() else ROOT / "corpus"
    documents = [Document.from_text((folder / name).read_bytes().decode("utf-8"), id=name) for name in NAMES]
    background, params = load(), AlignParams()
    segments = [segment(document) for document in documents]
    prepared = prepare(segments, params=params)
    clauses = [["".join(s.units[first:last]) for first, last in s.clauses.tolist()] for s in segments]

    def pair() -> object:
        return search_pair(prepared[0], prepared[1], background=background, params=params)

    def whole() -> object:
        one, other = prepare([segment(document) for document in documents], params=params)
        return search_pair(one, other, background=background, params=params)

    def matrix() -> object:
        return cdist(clauses[0], clauses[1], scorer=Indel.normalized_similarity, workers=1)

    pair(), whole(), matrix()  # dictionaries and tables are loaded once
    times = [[milliseconds(part) for part in (pair, whole, matrix)] for _ in range(rounds)]
    middle = [statistics.median(column) for column in zip(*times, strict=True)]
    return Spent(*middle, compiled=COMPILED)


def milliseconds(part: Callable[[], object]) -> float:
    start = time.process_time()
    part()
    return 1000 * (time.process_time() - start)


def uncompiled() -> float:
    """Milliseconds of a prepared pair where the kernels are read from their source."""
    command = [sys.executable, "-m", "benchmarks.fine_speed", "--uncompiled"]
    return float(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main()
