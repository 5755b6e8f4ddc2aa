"""How often the fine level finds something: python -m benchmarks.rates

Alignments per 1,000 characters of the shorter text and the share of either side they cover: first between texts that
have nothing to do with each other, where nearly nothing should be found, then between texts that do, where the order
of the rows is the check. Default settings and the shipped background. Needs ../shared/corpora.
"""

from __future__ import annotations

import csv
import itertools
import random
import statistics
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from reuse.align import align
from reuse.background import load
from reuse.model import Document, Segments
from reuse.params import AlignParams
from reuse.segment import segment

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
Pairs = Iterable[tuple[Segments, Segments]]


def read(path: Path, id_: str | None = None) -> Segments:
    return made(path.read_bytes().decode("utf-8"), id_ or path.stem)


def made(text: str, id_: str) -> Segments:
    return segment(Document.from_text(text, id=id_))


def some(folder: str, *, step: int, start: int = 0) -> list[Segments]:
    return [read(path) for path in sorted((CORPORA / folder).glob("*.txt"))[start::step]]


def shuffled(document: Segments) -> Segments:
    """The same characters, or words where words are written apart, in random order."""
    text = document.document.text
    parts = list(text) if _is_chinese(document) else text.split()
    random.Random(1).shuffle(parts)
    return made(("" if _is_chinese(document) else " ").join(parts), document.document.id + ", shuffled")


def reversed_(document: Segments) -> Segments:
    """The same characters, or words, from the last to the first."""
    text = document.document.text
    turned = text[::-1] if _is_chinese(document) else " ".join(reversed(text.split()))
    return made(turned, document.document.id + ", reversed")


def _is_chinese(document: Segments) -> bool:
    return (document.document.language or "").startswith("zh")


def rate(label: str, pairs: Pairs) -> None:
    """One row: alignments per 1,000 characters (mean, most), mean shares of both sides, distinctive alone, bits."""
    rates, shares, distinctive, bits = [], [], [], []
    for one, other in pairs:
        found = align([one, other], background=load(), params=AlignParams())
        pair = found.pairs[0]
        rates.append(1000 * pair.alignments / min(len(one.document.text), len(other.document.text)))
        shares.append((pair.source_share, pair.target_share))
        distinctive.append((pair.source_share_distinctive, pair.target_share_distinctive))
        bits += [alignment.bits for alignment in found.alignments]
    source, target = (statistics.mean(column) for column in zip(*shares, strict=True))
    own_source, own_target = (statistics.mean(column) for column in zip(*distinctive, strict=True))
    print(
        f"{label:48} {len(rates):3} pairs  {statistics.mean(rates):6.2f} (most {max(rates):6.2f}) per 1,000  "
        f"shares {source:.3f} {target:.3f}  distinctive {own_source:.3f} {own_target:.3f}  "
        f"bits {statistics.median(bits) if bits else 0:.0f}",
        flush=True,
    )


def unrelated() -> None:
    speeches, laws = some("xi_speeches_2013_2017", step=9), some("law_versions", step=6)
    reports = some("gwr_national", step=6)
    inaugural, throne = some("us_inaugural", step=6), some("canada_throne", step=6)
    bills = some("us_state_bills", step=6)
    print("Texts that have nothing to do with each other")
    rate("Chinese speech, another one shuffled", [(x, shuffled(y)) for x, y in itertools.pairwise(speeches)])
    rate("Chinese report, another one shuffled", [(x, shuffled(y)) for x, y in itertools.pairwise(reports)])
    rate("Chinese speech, itself reversed", [(x, reversed_(x)) for x in speeches])
    rate("Chinese speech, law", zip(speeches, laws, strict=False))
    rate("Chinese report, law", zip(reports, laws, strict=False))
    rate("Chinese report, English address", zip(reports, inaugural, strict=False))
    rate("English address, another one shuffled", [(x, shuffled(y)) for x, y in itertools.pairwise(inaugural)])
    rate("English address, itself reversed", [(x, reversed_(x)) for x in inaugural])
    rate("inaugural address, speech from the throne", zip(inaugural, throne, strict=False))
    rate("inaugural address, state bill", zip(inaugural, bills, strict=False))
    rate("speech from the throne, state bill", zip(throne, bills, strict=False))


def related() -> None:
    print("Texts that have")
    reports = some("gwr_national", step=1)
    rate("report, report 20 years later", _apart(reports, 20, every=6))
    rate("report, report of the next year", _apart(reports, 1, every=6))
    rate("speeches of one speaker, neighbours in time", _apart(some("xi_speeches_2013_2017", step=1), 1, every=8))
    rate("inaugural address, next one", _apart(some("us_inaugural", step=1), 1, every=6))
    rate("speech from the throne, next one", _apart(some("canada_throne", step=1), 1, every=6))
    rate("law, its newer version", versions())


def _apart(documents: Sequence[Segments], distance: int, *, every: int) -> Pairs:
    """Pairs so many places apart, of every so many."""
    return list(zip(documents, documents[distance:], strict=False))[::every]


def versions() -> Pairs:
    folder = CORPORA / "law_versions"
    with (folder / "pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(read(folder / f"{row['older_id']}.txt"), read(folder / f"{row['newer_id']}.txt")) for row in rows[::3]]


def main() -> None:
    if not CORPORA.is_dir():
        sys.exit(f"no corpora beside this checkout ({CORPORA})")
    unrelated()
    related()


if __name__ == "__main__":
    main()
