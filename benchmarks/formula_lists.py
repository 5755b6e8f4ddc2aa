"""The lists of formulas, families and templates that people judge: python -m benchmarks.formula_lists

Called `… [FOLDER [CORPUS …]]`. Writes formulas.tsv (the 100 strongest, other wordings of a listed one left out),
families.tsv and templates.tsv (40 of each of those of two wordings or more, and of three or more, drawn by a hash of
their wording, so that a change of the program draws anew only what it changes) into FOLDER, one row per item to be
judged: a formula, a member of a family, a template with its slots. Verdicts stand in docs/evaluation/. Default
settings and the shipped background; of ../shared/corpora the folders that are named, else government reports,
resolutions and one leader's speeches.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import reuse
from reuse.model import Family, Slot
from reuse.read import read_inputs

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
FOLDERS = ("gwr_national", "xi_speeches_2013_2017", "npc_resolutions")
SEEDS = b"families", b"templates"
TOP, DRAWN = 100, 40

Row = tuple[object, ...]


def main(folder: Path, corpora: Sequence[str]) -> None:
    absent = [str(CORPORA / name) for name in corpora if not (CORPORA / name).is_dir()]
    if absent:
        sys.exit(f"no corpora beside this checkout: {', '.join(absent)}")
    found = reuse.inventory(read_inputs([str(CORPORA / name) for name in corpora]).documents)
    folder.mkdir(parents=True, exist_ok=True)
    formulas = [f for f in found.formulas if f.kind == "formula" and f.variant_of is None][:TOP]
    rows = [(n, f.text, f.documents, f.occurrences, f.position or "") for n, f in enumerate(formulas, start=1)]
    write(folder / "formulas.tsv", ("number", "formula", "speeches", "times", "position"), rows)
    varied = [family for family in found.families if len(family.variants) > 1]
    families = drawn(varied, SEEDS[0])
    write(folder / "families.tsv", ("family", "member", "speeches"), members(families))
    templates = drawn([family for family in varied if len(family.variants) > 2 and family.slots], SEEDS[1])
    write(folder / "templates.tsv", ("number", "template", "slots"), shown(templates))
    print(f"{len(found.documents)} speeches, {len(found.families)} families, {len(varied)} of several wordings")


def drawn(families: Iterable[Family], seed: bytes) -> list[Family]:
    """The first by hash, in the order of their hashes: as good as chance, and each stays while its wording does."""

    def place(family: Family) -> bytes:
        return hashlib.blake2b(family.variants[0].text.encode("utf-8"), key=seed).digest()

    return sorted(families, key=place)[:DRAWN]


def members(families: Iterable[Family]) -> list[Row]:
    return [
        (number, variant.text, len({place.document for place in variant.occurrences}))
        for number, family in enumerate(families, start=1)
        for variant in family.variants
    ]


def shown(templates: Iterable[Family]) -> list[Row]:
    return [
        (number, family.template, "; ".join(f"{i}={slot_text(s)}" for i, s in enumerate(family.slots, start=1)))
        for number, family in enumerate(templates, start=1)
    ]


def slot_text(slot: Slot) -> str:
    return f"{slot.kind}: " + " | ".join(f"{f.text or '–'} {f.documents}" for f in slot.fillers)


def write(path: Path, heads: Sequence[str], rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerows([heads, *((str(cell).replace("\n", "/") for cell in row) for row in rows)])


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "reports/formula_lists"), sys.argv[2:] or FOLDERS)
