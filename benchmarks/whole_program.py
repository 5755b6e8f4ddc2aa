"""The whole program by the clock, and the score of its default settings: python -m benchmarks.whole_program [--many].

Each figure is the best of several runs of the command as a process of its own, interpreter start and report included.
Marked pairs need the corpora beside the checkout; `--many` also compares all national reports in one run (a minute).
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SPEECHES = ("corpus/union_congress_a.txt", "corpus/union_congress_harbin.txt")
RUNS = 5


def seconds(*arguments: str | Path, runs: int = RUNS) -> float:
    """Wall-clock seconds of the quickest of several runs."""
    command = [sys.executable, "-m", "reuse", *map(str, arguments)]
    spent = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        spent.append(time.perf_counter() - start)
    return min(spent)


def processor_seconds(*command: str) -> float:
    """Seconds that a processor was busy with a command, the least of several runs; noisy machines change it least."""
    spent = []
    for _ in range(3 * RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(spent)


def marks(name: str, paths: list[Path], folder: Path) -> str:
    """The score of one marked pair, as the scorer beside the checkout prints it."""
    result = folder / f"{name}.json"
    seconds("compare", *paths, "--quiet", "-o", folder / "r.html", "--json", result, runs=1)
    command = [
        sys.executable,
        str(SHARED / "eval" / "marks.py"),
        str(SHARED / "eval" / f"{name}.gold.json"),
        str(result),
    ]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--many", action="store_true", help="also compare all national reports")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        quietly = ("--quiet", "-o", folder / "r.html", "--json", folder / "r.json")
        helped, empty = processor_seconds("-m", "reuse", "--help"), processor_seconds("-c", "pass")
        print(f"speech-reuse --help: {seconds('--help', runs=3 * RUNS) * 1000:.0f} ms by the clock; of the processor")
        print(f"  {helped * 1000:.0f} ms, {helped / empty:.1f} times an empty Python program ({empty * 1000:.0f} ms)")
        print(f"compare two speeches of 4,000 and 3,000 characters: {seconds('compare', *SPEECHES, *quietly):.2f} s")
        found = len(json.loads((folder / "r.json").read_bytes())["alignments"])
        print(f"its report: {(folder / 'r.html').stat().st_size / 1e6:.2f} MB with {found} alignments")
        if not SHARED.is_dir():
            print("no folder ../shared beside the checkout: marked pairs are left out")
            return
        print("seeds:", marks("seeds", sorted((SHARED / "corpora" / "seeds").glob("union_*.txt")), folder))
        print("nation:", marks("nation", sorted((SHARED / "eval" / "nation").glob("*.txt")), folder))
        if asked.many:
            reports = SHARED / "corpora" / "gwr_national"
            print(f"compare 57 national reports: {seconds('compare', reports, *quietly, runs=1):.1f} s")


if __name__ == "__main__":
    main()
