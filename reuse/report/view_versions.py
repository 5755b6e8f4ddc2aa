"""View records of versions: the list of edits between two texts, and the figures that changed in the same sentence.

Enters: `Result`, `Places` and the views of the pairs. Leaves: one `VersionView` for every pair that holds the same
text twice, and for a pair of two speeches alone also where only figures changed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from rapidfuzz.distance import Indel

from reuse.model import Alignment, Opcode, OpcodeTag, Pair, Result, SentenceMatch, Span
from reuse.report.amounts import with_whole_amounts
from reuse.report.differences import differences
from reuse.report.figures import FIGURE_KINDS, Compared, Figure, compare_figures
from reuse.report.numerals import count
from reuse.report.offsets import Places
from reuse.report.versions import Edit, edits
from reuse.report.view_matches import PairView

__all__ = ["EDIT_KINDS", "VERSION_SHARE", "EditView", "FigureRowView", "FigureView", "VersionView", "version_views"]

EDIT_KINDS = ("kept", "reworded", "moved", "away", "dropped", "new")
VERSION_SHARE = 0.5  # more than half of either text stands in the other: the page opens in the edits
SAME_TEXT_SHARE = 0.8  # two versions of one text; national reports of neighbouring years, two texts, reach 0.55
COUSIN_SHARE = 0.3  # from here on, as with the reports of two years, edits can be read, but the page opens in the texts
MAX_VERSION_PAIRS = 60  # of many speeches; about 50 ms and 60 kB each for reports of 15,000 characters
# The same sentence, figures set aside: measured on neighbouring government reports, where less than three quarters
# in common pairs one branch of industry with another, and fewer than four words any percentage with any other.
MIN_LIKENESS = 0.75
MIN_WORDS = 4
# What a title says of its version: 草案二, (2018年修正), "draft 3", v2.
VERSION_MARKS = re.compile(
    r"[（(\[][^）)\]]*(?:草案|稿|修正|修订|修訂|版|draft|version|amend)[^）)\]]*[）)\]]|草案[一二三]?|[初二三终送]审?稿|修[订改]稿|定稿"
    r"|\b(?:draft|version|final|v)[\s_.-]?\d*\b|[\s_·.-]+",
    re.IGNORECASE,
)


class EditView(NamedTuple):
    """One sentence of the edit view. Offsets are UTF-16 units, those of differences from the start of each span."""

    number: int  # from 1, in the order of the view
    kind: int  # index into EDIT_KINDS
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    differences: tuple[tuple[int, int, int, int], ...]
    source_place: str  # "¶3"
    target_place: str
    partner: int | None  # of a moved sentence: number of the edit at its other place


class FigureView(NamedTuple):
    """One figure that changed; offsets are UTF-16 units of the documents' texts."""

    kind: int  # index into FIGURE_KINDS
    source: tuple[int, int]
    target: tuple[int, int]
    difference: str | None


class FigureRowView(NamedTuple):
    """A sentence or clause that stands in both texts with other figures."""

    source: tuple[int, int]
    target: tuple[int, int]
    source_place: str
    target_place: str
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """What changed between the two texts of a pair."""

    pair: int  # index into PageView.pairs
    opens: bool  # in its edits
    same_text: bool  # two versions of one text, and not two texts that share much
    edits: tuple[EditView, ...]  # empty where the texts share too little for a list of edits to be read
    counts: tuple[str, ...]  # sentences by kind, in the order of EDIT_KINDS
    figures: tuple[FigureRowView, ...]


def version_views(
    result: Result, places: Mapping[str, Places], pairs: Sequence[PairView]
) -> tuple[tuple[VersionView, ...], int]:
    """What changed in each pair of versions, and how many such pairs were left out, those with smaller shares first."""
    ranked = sorted(
        (i for i, pair in enumerate(result.pairs) if _share(pair) > COUSIN_SHARE),
        key=lambda i: (-_share(result.pairs[i]), i),
    )
    wanted = set(ranked[:MAX_VERSION_PAIRS]) | ({0} if len(pairs) == 1 else set())
    sentences, alignments = _by_pair(result)
    titles = {document.id: document.title for document in result.documents}
    views = []
    for index in sorted(wanted):
        pair = result.pairs[index]
        key = (pair.source, pair.target)
        if sentences[key] or alignments[key]:
            of_pair = (places[key[0]], places[key[1]]), sentences[key], alignments[key]
            views.append(_version(index, pair, *of_pair, same_title=_same_title(titles[key[0]], titles[key[1]])))
    kept = tuple(view for view in views if view.edits or view.figures)
    return kept, len(ranked) - min(len(ranked), MAX_VERSION_PAIRS)


def _share(pair: Pair) -> float:
    """The smaller of both shares: a short text inside a long one is no version of it."""
    return min(pair.source_share, pair.target_share)


def _same_title(source: str, target: str) -> bool:
    """Whether both have one title, drafts and dates of amendment set aside; a year in the title itself counts."""
    titles = [VERSION_MARKS.sub("", title).casefold() for title in (source, target)]
    return titles[0] == titles[1] != ""


def _by_pair(
    result: Result,
) -> tuple[Mapping[tuple[str, str], list[SentenceMatch]], Mapping[tuple[str, str], list[Alignment]]]:
    sentences: dict[tuple[str, str], list[SentenceMatch]] = defaultdict(list)
    alignments: dict[tuple[str, str], list[Alignment]] = defaultdict(list)
    for match in result.sentences:
        sentences[match.source[0].document, match.target[0].document].append(match)
    for alignment in result.alignments:
        alignments[alignment.source.document, alignment.target.document].append(alignment)
    return sentences, alignments


def _version(
    index: int,
    pair: Pair,
    places: tuple[Places, Places],
    sentences: Sequence[SentenceMatch],
    alignments: Sequence[Alignment],
    *,
    same_title: bool,
) -> VersionView:
    at, to = places
    steps = edits(at.text, to.text, sentences)
    found: Counter[str] = Counter(edit.kind for edit in steps)
    return VersionView(
        pair=index,
        opens=_share(pair) > VERSION_SHARE,
        same_text=_share(pair) >= (VERSION_SHARE if same_title else SAME_TEXT_SHARE),
        edits=tuple(_edits(steps, at, to)) if _share(pair) > COUSIN_SHARE else (),
        counts=tuple(count(found[kind]) for kind in EDIT_KINDS),
        figures=_figure_rows(steps, alignments, at, to),
    )


def _edits(steps: Sequence[Edit], at: Places, to: Places) -> Iterator[EditView]:
    other = {(edit.source, edit.kind): number for number, edit in enumerate(steps, start=1)}
    for number, edit in enumerate(steps, start=1):
        source = _units(at, edit.source)
        target = _units(to, edit.target)
        yield EditView(
            number=number,
            kind=EDIT_KINDS.index(edit.kind),
            source=source,
            target=target,
            differences=_cut(edit, at, to) if edit.kind in ("kept", "reworded", "moved") else (),
            source_place=_place(at, edit.source),
            target_place=_place(to, edit.target),
            partner=other.get((edit.source, {"moved": "away", "away": "moved"}.get(edit.kind))),  # type: ignore[arg-type]
        )


def _cut(edit: Edit, at: Places, to: Places) -> tuple[tuple[int, int, int, int], ...]:
    assert edit.source
    assert edit.target
    (s, s_end), (t, t_end) = edit.source, edit.target
    source, target = at.text[s:s_end], to.text[t:t_end]
    if "".join(source.split()) == "".join(target.split()):  # a blank more is no change that a reader looks for
        return ()
    steps: list[Opcode] = [
        (cast(OpcodeTag, op.tag), op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Indel.opcodes(source, target)
    ]
    from_s, from_t = at.units(s), to.units(t)
    return tuple(
        (at.units(s + s0) - from_s, at.units(s + s1) - from_s, to.units(t + t0) - from_t, to.units(t + t1) - from_t)
        for s0, s1, t0, t1 in differences(steps, source, target)
    )


def _units(place: Places, span: Span | None) -> tuple[int, int] | None:
    return (place.units(span[0]), place.units(span[1])) if span else None


def _place(place: Places, span: Span | None) -> str:
    return f"¶{place.paragraph(span[0])}" if span else ""


def _figure_rows(
    steps: Sequence[Edit], alignments: Sequence[Alignment], at: Places, to: Places
) -> tuple[FigureRowView, ...]:
    """Sentences, then clauses, with other figures: each figure of either text in one row at most, the surest first."""
    stretches: list[tuple[bool, Span, Span]] = []
    for edit in steps:
        if edit.source and edit.target and edit.kind != "away":
            stretches.append((False, edit.source, edit.target))
    for alignment in alignments:
        a, b = alignment.source, alignment.target
        stretches.append((True, (a.start, a.end), (b.start, b.end)))
    weighed = []
    for is_clause, first, second in stretches:
        source, target = with_whole_amounts(at.text, *first), with_whole_amounts(to.text, *second)
        compared = compare_figures(at.text[slice(*source)], to.text[slice(*target)])
        if compared.figures and compared.likeness >= MIN_LIKENESS and compared.words >= MIN_WORDS:
            weighed.append((is_clause, -compared.likeness * compared.words, source, target, compared))
    taken: tuple[set[int], set[int]] = (set(), set())
    rows = []
    for _, _, source, target, compared in sorted(weighed, key=lambda one: one[:4]):
        figures = _free(compared, source[0], target[0], taken)
        if figures:
            rows.append(_row(source, target, figures, at, to))
    return tuple(sorted(rows, key=lambda row: (row.target, row.source)))


def _free(compared: Compared, s: int, t: int, taken: tuple[set[int], set[int]]) -> tuple[Figure, ...]:
    """The changed figures that no row has yet; all figures of the stretch, changed or not, have their place now."""
    free = [f for f in compared.figures if s + f.source[0] not in taken[0] and t + f.target[0] not in taken[1]]
    taken[0].update(s + figure.source[0] for figure in free)
    taken[1].update(t + figure.target[0] for figure in free)
    return tuple(figure for figure in free if figure.changed)


def _row(source: Span, target: Span, figures: Sequence[Figure], at: Places, to: Places) -> FigureRowView:
    (s, s_end), (t, t_end) = source, target
    return FigureRowView(
        source=(at.units(s), at.units(s_end)),
        target=(to.units(t), to.units(t_end)),
        source_place=_place(at, source),
        target_place=_place(to, target),
        figures=tuple(
            FigureView(
                kind=FIGURE_KINDS.index(figure.kind),
                source=(at.units(s + figure.source[0]), at.units(s + figure.source[1])),
                target=(to.units(t + figure.target[0]), to.units(t + figure.target[1])),
                difference=figure.difference,
            )
            for figure in figures
        ),
    )
