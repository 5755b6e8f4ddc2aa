"""Two texts of a million characters each: python -m benchmarks.long_texts [CHARACTERS]

Made from ../shared/corpora: one holds the national reports and articles of laws, the other other articles and the same
reports, so that half of each returns in the other. Seconds by stage (of the clock, and of the processor) and the
largest memory of this process. Targets: 10 s and 1 GB.
"""

from __future__ import annotations

import json
import lzma
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reuse.align import align
from reuse.align.pairs import for_size
from reuse.background import load
from reuse.model import Document
from reuse.params import AlignParams
from reuse.segment import segment

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
CHARACTERS = 1_000_000
OTHER_LAWS = 3_000_000  # characters of law text between what either side has of it
_KB = 1024


def texts(characters: int) -> tuple[str, str]:
    """Two texts of that length; the reports in them are the same."""
    files = sorted((CORPORA / "gwr_national").glob("*.txt"))
    reports = "".join(path.read_bytes().decode("utf-8") for path in files)
    with lzma.open(CORPORA / "archives" / "zh_law_articles.jsonl.xz", "rt", encoding="utf-8") as lines:
        laws = "".join(json.loads(line)["text"] + "\n" for line in lines)
    half = characters // 2
    one = reports[:half] + laws[: characters - half]
    other = laws[OTHER_LAWS : OTHER_LAWS + characters - half] + reports[:half]
    return one, other


@contextmanager
def clock(stage: str) -> Iterator[None]:
    wall, processor = time.perf_counter(), time.process_time()
    yield
    print(
        f"{stage:12} {time.perf_counter() - wall:6.2f} s ({time.process_time() - processor:.2f} s of the processor), "
        f"memory so far {megabytes():.0f} MB"
    )


def megabytes() -> float:
    """Largest resident memory of this process so far; the system counts in KB on Linux, in bytes on macOS."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1 if sys.platform == "darwin" else _KB) / 1e6


def main() -> None:
    if not CORPORA.is_dir():
        sys.exit(f"no corpora beside this checkout ({CORPORA})")
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else CHARACTERS
    one, other = texts(characters)
    print(f"{len(one):,} and {len(other):,} characters, memory before {megabytes():.0f} MB")
    wall, processor = time.perf_counter(), time.process_time()
    with clock("segment"):
        segments = [segment(Document.from_text(text, id=name)) for text, name in ((one, "one"), (other, "other"))]
    with clock("background"):
        background = load()
    with clock("align"):
        aligned = align(segments, background=background, params=AlignParams())
    used = for_size(segments, params=AlignParams())
    print(
        f"in all {time.perf_counter() - wall:.1f} s ({time.process_time() - processor:.1f} s of the processor), "
        f"at most {megabytes():.0f} MB; seeds of {used.min_seed_units} units, {aligned.seeds:,} "
        f"pieces, {len(aligned.alignments):,} alignments, {len(aligned.passages):,} passages; "
        f"shares {aligned.pairs[0].source_share:.3f} and {aligned.pairs[0].target_share:.3f}"
    )


if __name__ == "__main__":
    main()
