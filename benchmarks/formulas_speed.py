"""Time and memory of the formulas of many near-copies: python -m benchmarks.formulas_speed [SIZE …] [--families]

Articles of Chinese laws, archives/zh_law_articles.jsonl.xz of ../shared/corpora: the first SIZE of 150,279 (19.8
million characters), each size in a process of its own. First seconds are by the clock, second ones processor time,
that of the two processes which share the cutting into units included; then laying out, ranked formulas with the closed
repeats they need; with --families the families of all clauses too. Memory is the peak of this process so far.
"""

from __future__ import annotations

import json
import lzma
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reuse.background import load
from reuse.formulas.families import families_of
from reuse.formulas.inventory import list_formulas
from reuse.formulas.speeches import lay_out
from reuse.model import Document
from reuse.params import FormulaParams
from reuse.segment import segment_many

ARTICLES = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "archives" / "zh_law_articles.jsonl.xz"
SIZES = (18_785, 37_570, 75_140, 150_279)


def read(size: int) -> list[Document]:
    documents = []
    with lzma.open(ARTICLES, "rt", encoding="utf-8") as file:
        for _, line in zip(range(size), file, strict=False):
            row = json.loads(line)
            documents.append(Document.from_text(row["text"], id=row["id"], date=row["date"]))
    return documents


def busy() -> float:
    """Seconds of the processor so far, those of processes that have ended included."""
    return sum(os.times()[:4])


def timed(name: str, work: Callable[[], Any]) -> Any:
    start, before = time.perf_counter(), busy()
    outcome = work()
    spent = f"{time.perf_counter() - start:7.1f} s   {busy() - before:7.1f} s"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"  {name:10} {spent}   peak {peak:.2f} GB", flush=True)
    return outcome


def measure(size: int, *, families: bool) -> None:
    documents, background, params = read(size), load(), FormulaParams()
    print(f"{size:,} articles, {sum(len(d.text) for d in documents):,} characters", flush=True)
    segments = timed("segment", lambda: segment_many(documents, workers=2))
    documents.clear()  # what was cut came back with documents of its own
    speeches = timed("lay out", lambda: lay_out(segments, background))
    found = timed("formulas", lambda: list_formulas(speeches, (), background=background, params=params))
    print(f"  first: {' · '.join(f.text for f in found.formulas[:3])}")
    if families:
        outcome = timed("families", lambda: families_of(speeches, (), background=background, params=params))
        print(f"  {len(outcome.families) + outcome.left_out:,} families")


def main(arguments: list[str]) -> None:
    if not ARTICLES.is_file():
        sys.exit(f"no articles beside this checkout ({ARTICLES})")
    families = "--families" in arguments
    sizes = [int(argument) for argument in arguments if argument.isdigit()] or list(SIZES)
    if len(sizes) == 1:
        measure(sizes[0], families=families)
        return
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.formulas_speed", str(size), *(["--families"] if families else [])]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
