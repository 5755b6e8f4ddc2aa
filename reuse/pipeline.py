"""The table of contents of the program: one function, one line per stage.

Enters: documents. Leaves: a Comparison. This module alone knows the order of the stages.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from reuse.comparison import Comparison
from reuse.errors import RequestError
from reuse.formula_inventory import FormulaInventory
from reuse.given import given_background, given_document, given_documents, given_params, in_order
from reuse.model import Document, Measures, Progress, Segments, Skipped, no_progress
from reuse.params import Params
from reuse.version import __version__

if TYPE_CHECKING:
    from reuse.align import Aligned, Explanation
    from reuse.background import Background
    from reuse.formulas import ChangeOutcome, Found
    from reuse.histories import Chronicle, EditionReport

__all__ = [
    "build_background",
    "compare",
    "editions",
    "explain",
    "history",
    "in_order",
    "inventory",
    "series_before",
]

_CHANCE_SHARE = 0.5  # of the changes that reach the p asked for, where chance alone would give so many: a warning


def compare(
    documents: Sequence[Document],
    params: Params | None = None,
    background: Background | str | os.PathLike[str] | None = None,
    *,
    skipped: Sequence[Skipped] = (),
    warnings: Sequence[str] = (),
    workers: int = 1,
    progress: Progress = no_progress,
) -> Comparison:
    """Compare two documents or more; everything that is shown anywhere comes out of here.

    `background` defaults to the pack that ships with the package; “none” and the path of a pack do as well. `skipped`
    and `warnings` of the reading stage are handed through; those of what `read_all` gave go along by themselves.
    `workers` is the number of processes for large work (a script that asks for more than one must be importable); the
    outcome does not depend on it. Raises RequestError for fewer than two documents or an id used twice. `progress` is
    called with what is being done, steps done and steps in all; whatever it raises ends the comparison, which has
    written nothing. Cost: linear in the text but for the search of every pair.

    >>> one = Document.from_text("在雨夜里为晚归的纺织女工留一盏不灭的灯。", id="one", date="2014")
    >>> other = Document.from_text("要在雨夜里为晚归的人留一盏灯，温暖人心。", id="other", date="2019")
    >>> comparison = compare([other, one])
    >>> for row in comparison.alignments:
    ...     print(row.kind, comparison.text(row.source), "~", comparison.text(row.target))
    slot 在雨夜里为晚归的纺织女工留一盏不灭的灯 ~ 要在雨夜里为晚归的人留一盏灯
    """
    from reuse.align import align  # noqa: PLC0415 - `import reuse` stays cheap
    from reuse.formulas import find, find_changes  # noqa: PLC0415

    documents, params = given_documents(documents), given_params(params)
    skipped, warnings = _told_on_reading(documents, skipped, warnings)
    clock = _Clock()
    with clock("segment"):
        segments = _segmented(in_order(documents), params, progress, workers=workers)
    with clock("background"):
        background = given_background(background)
    with clock("align"):
        aligned = align(
            segments,
            background=background,
            params=params.align,
            passages=params.passages if params.align.search_passages else None,
            workers=workers,
            progress=progress,
        )
    with clock("formulas"):
        found = find(segments, aligned.alignments, background=background, params=params.formulas, progress=progress)
    with clock("history"):
        progress("looking for changes", 0, 1)
        changes = find_changes(segments, found.families, background=background, params=params.history).changes
        progress("looking for changes", 1, 1)
    return Comparison(
        version=__version__,
        params=params.to_dict(),
        background=background.describe(),
        documents=tuple(s.document for s in segments),
        measures=_measures(segments, aligned),
        pairs=aligned.pairs,
        alignments=tuple(replace(a, family=found.family_of.get(a.id)) for a in aligned.alignments),
        sentences=aligned.sentences,
        passages=aligned.passages,
        families=found.families,
        formulas=found.formulas,
        parallelisms=found.parallelisms,
        changes=changes,
        skipped=tuple(skipped),
        warnings=(*warnings, *_warnings(documents), *aligned.warnings, *_left_out(found, params)),
        seeds=aligned.seeds,
        nearest_miss=aligned.nearest_miss,
        timings=clock.seconds,
    )


def inventory(
    documents: Sequence[Document],
    params: Params | None = None,
    background: Background | str | os.PathLike[str] | None = None,
    *,
    skipped: Sequence[Skipped] = (),
    warnings: Sequence[str] = (),
    workers: int = 1,
    progress: Progress = no_progress,
) -> FormulaInventory:
    """Find the formulas of a body of documents without comparing any two of them.

    For hundreds of thousands of documents as for one; the other arguments as in `compare`. Raises RequestError for no
    document at all or an id used twice. Cost: linear in the text and its repeats.

    >>> import reuse
    >>> found = inventory(reuse.read_all("corpus/specimens"))
    >>> any("圆满成功" in formula.text for formula in found.formulas)
    True
    """
    from reuse.formulas import find  # noqa: PLC0415

    documents, params = given_documents(documents), given_params(params)
    skipped, warnings = _told_on_reading(documents, skipped, warnings)
    clock = _Clock()
    with clock("segment"):
        segments = _segmented(in_order(documents, fewest=1), params, progress, workers=workers)
    with clock("background"):
        background = given_background(background)
    with clock("formulas"):
        found = find(segments, (), background=background, params=params.formulas, progress=progress)
    return FormulaInventory(
        version=__version__,
        params=params.to_dict(),
        background=background.describe(),
        documents=tuple(s.document for s in segments),
        formulas=found.formulas,
        families=found.families,
        parallelisms=found.parallelisms,
        skipped=tuple(skipped),
        warnings=(*warnings, *_warnings(documents), *_left_out(found, params)),
        timings=clock.seconds,
    )


def history(
    documents: Sequence[Document],
    params: Params | None = None,
    background: Background | str | os.PathLike[str] | None = None,
    *,
    skipped: Sequence[Skipped] = (),
    warnings: Sequence[str] = (),
    progress: Progress = no_progress,
) -> Chronicle:
    """Find what time did to the formulas of a body of speeches: dated families, and the wordings that changed.

    Documents are not compared pair by pair. Changes need six dated speeches; undated ones take no part in them.
    Arguments, errors and the order of documents as in `compare`. Cost: near linear, 25 s for a million characters.

    >>> import reuse
    >>> history(reuse.read_all("corpus/specimens")).coverage.first
    '2012-05-16'
    """
    from reuse.formulas import coverage, find_changes, find_families  # noqa: PLC0415
    from reuse.histories import Chronicle  # noqa: PLC0415

    documents, params = given_documents(documents), given_params(params)
    skipped, warnings = _told_on_reading(documents, skipped, warnings)
    background = given_background(background)
    segments = _segmented(in_order(documents), params, progress)
    progress("grouping formulas", 0, 1)
    families = find_families(segments, (), background=background, params=params.formulas)
    progress("looking for changes", 0, 1)
    found = find_changes(segments, families.families, background=background, params=params.history)
    return Chronicle(
        version=__version__,
        params=params.to_dict(),
        background=background.describe(),
        coverage=coverage([s.document for s in segments]),
        documents=tuple(s.document for s in segments),
        changes=found.changes,
        families=families.families,
        skipped=tuple(skipped),
        warnings=(*warnings, *_warnings(documents), *_by_chance(found, params)),
    )


def editions(
    document: Document,
    earlier: Sequence[Document],
    params: Params | None = None,
    background: Background | str | os.PathLike[str] | None = None,
    *,
    skipped: Sequence[Skipped] = (),
    warnings: Sequence[str] = (),
    progress: Progress = no_progress,
) -> EditionReport:
    """Lay a speech beside the last editions of its series: kept, reworded, returned, new, dropped, and missing.

    Of `earlier` those count that are before the speech: by date where both have one, else as given. The speech itself
    among them is passed over; where some share its series the others are left out. Warnings say what was left out and
    which order was taken for granted.
    `params.history` says how many editions are the last ones. Raises RequestError where none is left.

    >>> import reuse
    >>> earlier = reuse.read_all("corpus/specimens/2012-yunqi-union.txt", "corpus/specimens/2018-yunqi-union.txt")
    >>> found = editions(reuse.read("corpus/specimens/2024-yunqi-union.txt"), earlier)
    >>> sorted({item.kind for item in found.items if item.kind != "returned"})
    ['dropped', 'figures', 'kept', 'new', 'reworded']
    """
    from reuse.formulas import compare_editions, coverage  # noqa: PLC0415
    from reuse.histories import EditionReport  # noqa: PLC0415

    document, earlier, params = given_document(document), given_documents(earlier), given_params(params)
    skipped, warnings = _told_on_reading(earlier, skipped, warnings)
    background = given_background(background)
    series, notes = series_before(document, earlier)
    while any(other.id == document.id for other in series):  # another file of the same name
        document = replace(document, id=f"{document.id}-speech")
    *before, own = _segmented([*series, document], params, progress)
    progress("laying the speech beside its series", 0, 1)
    found = compare_editions(own, before, background=background, params=params.history)
    return EditionReport(
        version=__version__,
        params=params.to_dict(),
        background=background.describe(),
        coverage=coverage(series),
        document=own.document,
        documents=tuple(s.document for s in before),
        items=found.items,
        missing=found.missing,
        skipped=tuple(skipped),
        warnings=(*warnings, *_warnings([document, *series]), *notes, *found.notes),
    )


def build_background(
    documents: Sequence[Document],
    genres: Sequence[str] | None = None,
    *,
    name: str,
    params: Params | None = None,
    progress: Progress = no_progress,
) -> Background:
    """Build a background of documents; `genres` names the genre of each, and all genres weigh alike.

    It holds hashes and counts, no text; `reuse.background.save` writes it. Raises RequestError where no document has
    a word in it. Cost: linear in the text, 10 s for two million characters.
    """
    from reuse.background import MINING, build  # noqa: PLC0415 - `import reuse` stays cheap
    from reuse.formulas import find_repeats  # noqa: PLC0415

    segments = _segmented(given_documents(documents), given_params(params), progress)
    progress("counting phrases", 0, 1)
    return build(segments, find_repeats(segments, **MINING), name=name, collections=genres)


def series_before(document: Document, others: Sequence[Document]) -> tuple[list[Document], tuple[str, ...]]:
    """The editions before a speech, in order, and what was left out, one sentence for each reason.

    Raises RequestError where none is left, and as `in_order` does.
    """
    rest = [other for other in others if not document.sha256 or other.sha256 != document.sha256]
    notes: list[str] = []
    own = [other for other in rest if document.series and other.series == document.series]
    if own and len(own) < len(rest):
        notes.append(
            f"Of another series than “{document.series}”, and left out: {len(rest) - len(own):,} of the speeches."
        )
    rest = own or rest
    before = [other for other in rest if not (document.date and other.date and other.date >= document.date)]
    if len(before) < len(rest):
        notes.append(f"Not before {document.date}, and left out: {len(rest) - len(before):,} of the speeches.")
    if not before:
        named = document.path or document.id
        why = f"; {len(rest):,} given, none earlier than {document.date}" if rest else ""
        raise RequestError(f"no edition before {named} was given{why}; name earlier speeches")
    return in_order(before, fewest=1), (*notes, *_assumed(document, before))


def _assumed(document: Document, before: Sequence[Document]) -> Iterator[str]:
    """Which order was taken for granted where dates do not tell it."""
    if not document.date:
        yield f"{document.path or document.id} has no date and is taken to come after all that it is laid beside."
    if undated := sum(not other.date for other in before):
        yield f"Without a date, and taken in the order given, files by their names: {undated:,} of the speeches."


def explain(source: str | Document, target: str | Document, *, params: Params | None = None) -> Explanation:
    """Tell why two texts match where they do: seeds, chains, bits, gaps, threshold, and what became of each chain.

    `print` shows it. Strings become documents “source” and “target”. Raises RequestError where both have one id.
    Cost: that of comparing the two, and an object for every shared piece.

    >>> explain("工会是联系职工群众的桥梁和纽带", "工会是联系广大职工群众的纽带和桥梁").chains[0].verdict
    'kept'
    """
    from reuse.align import explain_pair  # noqa: PLC0415 - `import reuse` stays cheap

    params = given_params(params)
    given = ((source, "source"), (target, "target"))
    documents = [
        Document.from_text(text, id=name) if isinstance(text, str) else given_document(text) for text, name in given
    ]
    if documents[0].id == documents[1].id:
        raise RequestError(f"document ids must differ: {documents[0].id} is used twice")
    one, other = _segmented(documents, params, no_progress)
    return explain_pair(one, other, params=params.align)


def _segmented(
    documents: Sequence[Document], params: Params, progress: Progress, *, workers: int = 1
) -> list[Segments]:
    from reuse.segment import segment_many  # noqa: PLC0415 - `import reuse` stays cheap

    return segment_many(documents, params=params.segment, workers=workers, progress=progress)


def _told_on_reading(
    documents: Sequence[Document], skipped: Sequence[Skipped], warnings: Sequence[str]
) -> tuple[Sequence[Skipped], Sequence[str]]:
    """What was skipped and warned of, with what `reuse.read_all` told already."""
    from reuse.read import Inputs  # noqa: PLC0415 - `import reuse` stays cheap

    if not isinstance(documents, Inputs):
        return skipped, warnings
    return (*documents.skipped, *skipped), (*documents.warnings, *warnings)


def _measures(segments: Sequence[Segments], aligned: Aligned) -> dict[str, Measures]:
    return {
        s.document.id: Measures(
            characters=aligned.characters[s.document.id],
            sentences=len(s.sentences),
            ledger=aligned.ledgers[s.document.id],
        )
        for s in segments
    }


def _warnings(documents: Sequence[Document]) -> list[str]:
    return [f"{d.path or d.title or d.id}: {text}" for d in documents for text in d.warnings]


def _by_chance(found: ChangeOutcome, params: Params) -> Iterator[str]:
    """A warning where chance alone would give most of the changes: few speeches, and many wordings tried."""
    expected = found.tried * params.history.max_p
    if found.changes and expected >= _CHANCE_SHARE * found.reached:
        yield (
            f"Of {found.tried:,} sets of wordings {found.reached:,} reach a p of {params.history.max_p}; chance alone "
            f"would give about {expected:.1f}: take the changes listed for hints."
        )


def _left_out(found: Found, params: Params) -> Iterator[str]:
    if found.families_left_out:
        kept = params.formulas.max_families
        yield f"The {kept:,} strongest formula families are listed, {found.families_left_out:,} weaker ones are not."
    if found.formulas_left_out:
        kept = params.formulas.max_formulas
        yield (
            f"Of formulas and of names of things the {kept:,} strongest each are listed; {found.formulas_left_out:,} "
            "weaker wordings, many of them parts or longer forms of these, are not."
        )


class _Clock:
    """Seconds by stage; never part of a result unless somebody asks for them."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[stage] = time.perf_counter() - start
