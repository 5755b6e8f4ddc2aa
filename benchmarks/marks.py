"""The fine level against hand marks: python -m benchmarks.marks [--fit].

Prints, for the two marked pairs beside the checkout, precision, recall, F1 and the recall of clearly reworded marks
(grade 2), by default, with nothing but learnt pairs of words that have not seen the reports of 2024 and later, and for
each parameter varied alone; then how many kinds are named as the readers did, and how many alignments unrelated texts
have per 1,000 characters. Which side a pair is searched from is an accident of its wording that moves F1 by up to
0.015, so all lines but the first are means of both. `--fit` also chooses parameters on one pair and reports them on
the other.
"""

from __future__ import annotations

import argparse
import functools
import importlib.util
import itertools
import json
import random
import statistics
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.learn_substitutes import learn_from_corpora
from reuse.align import align
from reuse.align import pieces as pieces_stage
from reuse.align import prepared as prepared_stage
from reuse.align.alignments import draft_alignments, make_alignments
from reuse.align.chains import find_chains
from reuse.align.prepared import prepare
from reuse.align.substitutes import Substitutes, load_substitutes
from reuse.background import Background
from reuse.model import Alignment, Document, Segments
from reuse.params import AlignParams
from reuse.segment import segment

SHARED = Path(__file__).resolve().parents[2] / "shared"
TEXTS = {
    "seeds": ("corpora/seeds/union_congress_a.txt", "corpora/seeds/union_congress_harbin.txt"),
    "nation": ("eval/nation/2024.txt", "eval/nation/2025.txt"),
}
SWEEPS: Mapping[str, Sequence[float]] = {
    "threshold_margin_bits": (-2.0, -1.0, -0.5, 0.5, 1.0, 2.0),
    "full_units": (6, 8, 9),
    "unit_bits": (0.0, 1.0, 1.5, 2.5, 3.0),
    "ample_units": (7, 9, 11),
    "neighbour_bits": (0.0, 4.0),
    "substitute_bits": (0.0, 2.0, 3.0, 4.0, 5.0, 6.0),
    "unmatched_unit_bits": (0.5, 0.6, 0.7, 0.8),
    "light_unit_weight": (0.2, 0.4, 0.6),
    "gap_bits": (0.0, 0.5, 1.5, 2.0),
    "max_gap_units": (10, 14, 18, 26),
    "weak_border_bits": (2.0, 3.0, 4.0, 5.0, 6.0),
    "strong_border_bits": (6.0, 10.0, 14.0, 18.0),
    "swap_bits": (5.0, 8.0, 12.0, 40.0),
    "torn_word_bits": (0.0, 0.5, 1.5),
    "clause_edge_bits": (0.0, 1.0, 3.0),
    "snap_units": (0, 4, 8),
    "min_matched_chars": (3, 5),
    "min_seed_units": (3,),
    "fold_below_bits": (0.0,),
}
FITTED: Mapping[str, Sequence[float]] = {
    "threshold_margin_bits": (-1.0, 0.0, 1.0),
    "full_units": (6, 7, 8),
    "unit_bits": (1.0, 2.0, 3.0),
    "substitute_bits": (0.0, 3.5, 6.0),
    "unmatched_unit_bits": (0.55, 0.65, 0.8),
    "weak_border_bits": (4.0, 5.5),
}
Scores = Mapping[str, float]


@functools.lru_cache(maxsize=1)
def _scorer() -> ModuleType:
    sys.path.insert(0, str(SHARED / "eval"))  # the scorer imports its neighbour by name
    spec = importlib.util.spec_from_file_location("shared_marks", SHARED / "eval" / "marks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@functools.lru_cache(maxsize=4)
def marked_pair(name: str) -> tuple[dict[str, Any], list[Segments]]:
    """The gold marks of a pair and its two documents."""
    gold = json.loads((SHARED / "eval" / f"{name}.gold.json").read_text("utf-8"))
    return gold, [read(SHARED / text) for text in TEXTS[name]]


def read(path: Path) -> Segments:
    return segment(Document.from_text(path.read_bytes().decode("utf-8"), id=str(path.stem)))


def found(documents: Sequence[Segments], params: AlignParams) -> Sequence[Alignment]:
    """As the program searches."""
    return align(documents, background=Background.empty(), params=params).alignments


def found_from(documents: Sequence[Segments], params: AlignParams, *, side: int) -> Sequence[Alignment]:
    """Searched from the first (0) or the second (1) document, whatever their wording."""
    one, other = prepare(documents, params=params)[:: -1 if side else 1]
    chains = find_chains(one, other, params=params)
    drafts = draft_alignments(chains.found, one, other, params=params, turned=bool(side))
    return make_alignments(drafts, one, other, background=Background.empty())


def score(name: str, alignments: Sequence[Alignment]) -> Scores:
    """Precision, recall, F1, number of alignments, and recall of grade 2."""
    gold = marked_pair(name)[0]
    rows = [{"a": [x.source.start, x.source.end], "b": [x.target.start, x.target.end]} for x in alignments]
    marks = _scorer()
    reworded = {**gold, "must": [mark for mark in gold["must"] if mark["grade"] == 2]}
    return {**marks.score(gold, rows), "grade2": marks.score(reworded, rows)["recall"]}


def both_sides(name: str, params: AlignParams) -> Scores:
    """Means of the scores of both directions of the search."""
    documents = marked_pair(name)[1]
    one, other = (score(name, found_from(documents, params, side=side)) for side in (0, 1))
    return {key: (one[key] + other[key]) / 2 for key in one}


def show(label: str, scores: Iterable[Scores]) -> None:
    cells = [
        f"F1 {s['f1']:.3f} P {s['precision']:.3f} R {s['recall']:.3f} g2 {s['grade2']:.3f} n {s['alignments']:g}"
        for s in scores
    ]
    print(f"{label:36}", " | ".join(cells), flush=True)


def report(label: str, params: AlignParams) -> None:
    show(label, [both_sides(name, params) for name in TEXTS])


def report_kinds() -> None:
    """Of the marks that one alignment holds nearly whole, how many have the readers' kind."""
    for name in TEXTS:
        gold, documents = marked_pair(name)
        alignments = found_from(documents, AlignParams(), side=0)
        held = [(mark, best) for mark in gold["must"] if (best := _nearest(mark, alignments)) is not None]
        same = sum(best.kind == mark["kind"] for mark, best in held)
        print(f"kinds as the readers named them, {name}: {same} of {len(held)}")


def _nearest(mark: Mapping[str, Any], alignments: Sequence[Alignment]) -> Alignment | None:
    """The alignment that shares most of its characters with a mark, at least six of ten."""

    def likeness(x: Alignment) -> float:
        spans = ((mark["a"], x.source), (mark["b"], x.target))
        common = [min(m[1], place.end) - max(m[0], place.start) for m, place in spans]
        union = sum(max(m[1], place.end) - min(m[0], place.start) for m, place in spans)
        return sum(common) / union if min(common) > 0 else 0.0

    best = max(alignments, key=likeness)
    return best if likeness(best) > 0.6 else None


def use(table: Substitutes) -> None:
    """Let the fine level read another table than the shipped one."""
    for stage in (prepared_stage, pieces_stage):
        stage.load_substitutes = lambda: table  # type: ignore[attr-defined]


def fit() -> None:
    """The best of a grid on one pair, scored on the other."""
    settings = [
        replace(AlignParams(), **dict(zip(FITTED, values, strict=True)))
        for values in itertools.product(*FITTED.values())
    ]
    scores = {name: [both_sides(name, params)["f1"] for params in settings] for name in TEXTS}
    for one, other in (("seeds", "nation"), ("nation", "seeds")):
        best = max(range(len(settings)), key=lambda k: (scores[one][k], -k))
        chosen = {name: getattr(settings[best], name) for name in FITTED}
        print(f"fitted on {one} {scores[one][best]:.3f} -> {other} {scores[other][best]:.3f}  {chosen}")


def rate(label: str, pairs: Iterable[tuple[Segments, Segments]], show: int = 3) -> None:
    """Alignments per 1,000 characters of the shorter text, and a few of them."""
    rates, examples = [], []
    for one, other in pairs:
        rows = found([one, other], AlignParams())
        rates.append(1000 * len(rows) / min(len(one.document.text), len(other.document.text)))
        examples += [
            (one.document.text[x.source.start : x.source.end], other.document.text[x.target.start : x.target.end])
            for x in rows
        ]
    print(f"{label:44} {statistics.mean(rates):6.2f} per 1,000 characters ({len(rates)} pairs)")
    for a, b in random.Random(1).sample(examples, min(show, len(examples))):
        print(f"    {a!r} ~ {b!r}")


def shuffled(document: Segments, seed: int) -> Segments:
    """The same units in random order: what chance alone finds."""
    text = (
        list(document.document.text) if document.document.language.startswith("zh") else document.document.text.split()
    )
    random.Random(seed).shuffle(text)
    joiner = "" if document.document.language.startswith("zh") else " "
    return segment(Document.from_text(joiner.join(text), id=f"{document.document.id} shuffled"))


def rates() -> None:
    corpora = SHARED / "corpora"

    def some(folder: str, step: int, start: int = 0) -> list[Segments]:
        return [read(path) for path in sorted((corpora / folder).glob("*.txt"))[start::step]]

    speeches, laws, reports = some("xi_speeches_2013_2017", 9), some("law_versions", 6), some("gwr_national", 8, 3)
    inaugural, throne = some("us_inaugural", 6), some("canada_throne", 6)
    rate("Chinese, units shuffled", [(x, shuffled(y, 1)) for x, y in itertools.pairwise(speeches)])
    rate("Chinese, speech against law", zip(speeches, laws, strict=False))
    rate("Chinese, speech against speech", itertools.pairwise(speeches))
    rate("Chinese, report against report 8 years later", itertools.pairwise(reports))
    rate("English, words shuffled", [(x, shuffled(y, 1)) for x, y in itertools.pairwise(inaugural)])
    rate("English, inaugural against throne speech", zip(inaugural, throne, strict=False))
    rate("English, inaugural against inaugural", itertools.pairwise(inaugural))
    rate("English, throne speech against throne speech", itertools.pairwise(throne))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--fit", action="store_true", help="choose parameters on one pair, report them on the other")
    options = parser.parse_args()
    if not (SHARED / "eval").is_dir():
        sys.exit(f"no hand marks beside this checkout ({SHARED})")
    defaults = AlignParams()
    show("as the program searches", [score(name, found(marked_pair(name)[1], defaults)) for name in TEXTS])
    report("both sides", defaults)
    shipped = load_substitutes()
    use(Substitutes.from_groups((x.word, x.substitute) for x in learn_from_corpora(without=("2024", "2025", "2026"))))
    report("learnt pairs without 2024 and later", defaults)
    use(shipped)
    for name, values in SWEEPS.items():
        for value in values:
            report(f"{name} {value:g}", replace(defaults, **{name: value}))
    report_kinds()
    if options.fit:
        fit()
    rates()


if __name__ == "__main__":
    main()
