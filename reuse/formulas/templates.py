"""Variants become a template with typed slots.

Enters: the readings of one family. Leaves: a `Template`: text with 〔1〕, 〔2〕 …, slots with their fillers, and which
units of each reading are fixed. Stands between `variants` and `families`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reuse.formulas.elements import MASK, Element, elements
from reuse.formulas.pieces import Side
from reuse.formulas.showing import shown_place
from reuse.formulas.skeleton import Skeleton, common, given
from reuse.formulas.slots import slot_kind
from reuse.formulas.speeches import Speeches
from reuse.formulas.variants import Reading
from reuse.model import Document, Filler, Slot, Span
from reuse.quotes import completed

__all__ = ["Template", "build"]

# 〔 and 〕 mark slots; the same brackets in a speech, as in 国发〔2020〕1号, are shown in their other common form.
_BRACKETS = str.maketrans("〔〕", "［］")


@dataclass(frozen=True, slots=True)
class Template:
    """The common wording of a family."""

    text: str
    slots: tuple[Slot, ...]
    bits: float  # surprise of the fixed runs
    fixed: tuple[tuple[Span, ...], ...]  # per reading: its units outside slots, counted from the start of its places
    head: Side  # the place whose wording the fixed runs show
    skeleton: Skeleton | None  # how the readings lie against the first; None where there is one only
    fits: tuple[bool, ...] = ()  # per reading: whether filling the slots gives it; empty where nothing is shown

    @property
    def fixed_units(self) -> int:
        """Units of the head outside slots."""
        return sum(last - first for first, last in self.fixed[0])


@dataclass(frozen=True, slots=True)
class _Row:
    """One reading, ready to be laid against the others."""

    reading: Reading
    elements: list[Element]
    text: str  # of the document

    def between(self, i: int, j: int) -> str:
        """What is written between two elements."""
        return self.text[self.elements[i].end : self.elements[j].start]

    def written(self, i: int, j: int) -> str:
        """What is written from element i up to element j."""
        return self.text[self.elements[i].start : self.elements[j - 1].end] if i < j else ""

    def filling(self, i: int, j: int) -> str:
        """The same with the brackets and quotation marks that complete it: （五）努力, not 五）努力."""
        start, end = (self.elements[i].start, self.elements[j - 1].end) if i < j else (0, 0)
        return self.text[slice(*completed(self.text, start, end))]


def build(
    readings: Sequence[Reading], speeches: Speeches, *, shown: bool = True, skeleton: Skeleton | None = None
) -> Template:
    """Lay all readings against the first and keep what is common. Cost: one word alignment per reading.

    What is not to be shown has no text and no slots: of near-copies one draft in ten or fewer is. Who shows it later
    gives its `skeleton` back, and nothing is aligned again.
    """
    head = readings[0].places[0]
    if len(readings) == 1:
        return Template(
            _whole(head, speeches), (), speeches.bits(*head), (((0, head[2] - head[1]),),), head, None, (True,)
        )
    rows = [_row(reading, speeches) for reading in readings]
    skeleton = skeleton or common([row.elements for row in rows], [reading.documents for reading in readings])
    fixed = tuple(_fixed(row, [spans[k] for spans in skeleton.fillings]) for k, row in enumerate(rows))
    bits = sum(speeches.bits(head[0], head[1] + first, head[1] + last) for first, last in fixed[0])
    if not shown:
        return Template("", (), bits, fixed, head, skeleton)
    text = "".join(f"〔{part}〕" if isinstance(part, int) else part for part in _parts(rows, skeleton))
    return Template(
        text=_completed(rows[0], text),
        slots=tuple(_slot(rows, spans, speeches) for spans in skeleton.fillings),
        bits=bits,
        fixed=fixed,
        head=head,
        skeleton=skeleton,
        fits=given([row.elements for row in rows], skeleton),
    )


def _whole(side: Side, speeches: Speeches) -> str:
    segments = speeches.segments[side[0]]
    locus = shown_place(side, segments)
    return segments.document.text[locus.start : locus.end].translate(_BRACKETS)


def _completed(head: _Row, shown: str) -> str:
    """The template with the quotation marks that stand around the head and complete what is shown."""
    start, end = head.elements[0].start, head.elements[-1].end
    before, behind = completed(head.text, start, end, shown=shown)
    return head.text[before:start] + shown + head.text[end:behind]


def _row(reading: Reading, speeches: Speeches) -> _Row:
    document, first, last = reading.places[0]
    segments = speeches.segments[document]
    return _Row(reading, elements(segments, first, last), segments.document.text)


def _fixed(row: _Row, fillings: Sequence[Span | None]) -> tuple[Span, ...]:
    """Runs of units outside the fillings; an unclear filling counts as fixed."""
    filled = {i for span in fillings if span for i in range(*span)}
    first = row.reading.places[0][1]
    units = [e.unit - first for i, e in enumerate(row.elements) if i not in filled and e.key != MASK]
    runs: list[Span] = []
    for unit in units:
        if runs and runs[-1][1] == unit:
            runs[-1] = (runs[-1][0], unit + 1)
        else:
            runs.append((unit, unit + 1))
    return tuple(runs)


def _parts(rows: Sequence[_Row], skeleton: Skeleton) -> Iterator[str | int]:
    """Fixed runs as the head writes them, numbers of slots, and the punctuation that leads into and out of each."""
    head = rows[0]
    n = len(head.elements)
    position = 0
    for number, (first, last) in enumerate(skeleton.slots, start=1):
        yield head.written(position, first).translate(_BRACKETS)
        before = head.between(first - 1, first).translate(_BRACKETS) if 0 < first < n else ""
        behind = head.between(last - 1, last).translate(_BRACKETS) if first < last < n else ""
        if first == last and before.isspace():
            behind = before
        elif first == last and _leads_out(rows, skeleton.fillings[number - 1]):
            before, behind = "", before
        yield from (before, number, behind)
        position = last
    yield head.written(position, n).translate(_BRACKETS)


def _leads_out(rows: Sequence[_Row], fillings: Sequence[Span | None]) -> bool:
    """Whether the first reading that fills the slot has its punctuation behind the filling and none before it."""
    for row, span in zip(rows, fillings, strict=True):
        if span and span[0] < span[1] and span[0] > 0 and span[1] < len(row.elements):
            return not row.between(span[0] - 1, span[0]) and bool(row.between(span[1] - 1, span[1]))
    return False


def _slot(rows: Sequence[_Row], fillings: Sequence[Span | None], speeches: Speeches) -> Slot:
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    shown: dict[tuple[str, ...], str] = {}
    for span, row in zip(fillings, rows, strict=True):
        if span is not None:
            keys = tuple(element.key for element in row.elements[slice(*span)])
            shown.setdefault(keys, row.filling(*span))
            holders[keys].update(side[0] for side in row.reading.places)
    fillers = [
        _filler(shown[keys], [speeches.segments[number].document for number in found])
        for keys, found in holders.items()
    ]
    return Slot(slot_kind(list(shown)), tuple(sorted(fillers, key=lambda filler: (-filler.documents, filler.text))))


def _filler(text: str, documents: Sequence[Document]) -> Filler:
    speakers = Counter(document.speaker for document in documents if document.speaker)
    years = Counter(document.date[:4] for document in documents if document.date)
    ordered = sorted(speakers.items(), key=lambda item: (-item[1], item[0]))
    return Filler(text, len(documents), tuple(ordered), tuple(sorted(years.items())))
