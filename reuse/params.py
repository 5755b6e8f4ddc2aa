"""Settings: one frozen dataclass per stage, joined in `Params`.

Units stand in the names. `Params.to_dict` is what every result carries; `Params.fingerprint` names it in ten digits.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reuse.errors import ParameterError
from reuse.model import content_id

__all__ = [
    "AlignParams",
    "FormulaParams",
    "GraphParams",
    "HistoryParams",
    "Params",
    "PassageParams",
    "ReadParams",
    "ReportParams",
    "SegmentParams",
]


@dataclass(frozen=True, slots=True)
class ReadParams:
    """How files become documents."""

    max_file_bytes: int = 200_000_000  # larger files are skipped, with that reason
    max_unpacked_bytes: int = 1_000_000_000  # an archive or document that unpacks to more is skipped


@dataclass(frozen=True, slots=True)
class SegmentParams:
    """How a document becomes units, sentences and clauses."""

    max_sentence_units: int = 400  # longer sentences are cut at a clause or word border
    max_clause_units: int = 60  # text without punctuation is cut at word borders after so many units


@dataclass(frozen=True, slots=True)
class AlignParams:
    """How two documents are laid against each other."""

    min_length_chars: int = 4  # shorter alignments are dropped (the longer side counts)
    min_seed_units: int = 2  # shortest exact run that starts anything
    max_gap_units: int = 20  # unmatched units between two pieces of one chain, on either side
    wild_gap_units: int = 6  # a mask (市*工会) lets the other side's gap be this much longer, free of charge
    threshold_margin_bits: float = 0.0  # above log2(source x target units), what chance reaches once
    full_units: int = 7  # a chain with so many equal units of wording (a word of letters is two) needs the threshold,
    unit_bits: float = 2.0  # so much more for each that it has less, so much less for each that it has more,
    ample_units: int = 14  # as far as this
    neighbour_bits: float = 2.0  # so much less for a chain right before or behind a kept one on both sides,
    neighbour_units: int = 20  # no further away than this
    min_matched_chars: int = 4  # of one side that the other has too, substitutes counted half
    part_bits: float = 10.0  # a sentence needs at least this much to be a part of a chain over several sentences
    min_bits: float = 16.0  # two short notes need this much all the same
    fold_below_bits: float = 40.0  # weaker wordings are listed once per place, not once per pair of places
    gap_bits: float = 1.0  # lost for every gap between two pieces in order
    unmatched_unit_bits: float = 0.65  # lost for each unmatched unit in a gap
    light_unit_weight: float = 0.3  # a function character counts as this part of a unit
    weak_border_bits: float = 5.5  # lost for crossing a comma
    strong_border_bits: float = 12.0  # lost for crossing a sentence's end
    swap_bits: float = 9.0  # lost for a piece that stands before instead of behind the others
    hole_bits: float = 2.5  # lost for a piece that stands between the last two
    torn_word_bits: float = 1.0  # lost for each edge of a piece inside a dictionary word
    clause_edge_bits: float = 2.0  # gained for each edge of a piece that is a clause's edge on both sides
    substitute_bits: float = 3.5  # a word laid against one that stands for it (推进 ~ 深化); 0: exact wording only
    snap_units: int = 6  # ends move outwards to a clause's edge that is no further away
    max_alignments: int = 20_000  # listed, whole pairs, the closest first; shares and ledgers count all
    search_passages: bool = False  # passages by a search of their own instead of grouping alignments
    passage_gap_chars: int = 40  # alignments this close on both sides form one passage
    passage_min_chars: int = 60  # a single alignment this long is a passage by itself

    def __post_init__(self) -> None:
        """Raise ParameterError for seeds of a single unit: every two texts share those everywhere."""
        if self.min_seed_units < _LEAST["min_seed_units"]:
            raise ParameterError(_unfit("align", "min_seed_units", self.min_seed_units, 0))


@dataclass(frozen=True, slots=True)
class PassageParams:
    """How long passages are found. Fitted on PAN13, checked by five folds (docs/passages.md)."""

    min_sentence_tokens: int = 6  # shorter sentences are joined to the next
    min_cosine: float = 0.25  # of the rarity-weighted token counts of two sentences
    min_dice: float = 0.28  # of the token sets of two sentences
    max_gap_sentences: int = 6  # seeds farther apart on one side belong to different passages
    opening_tokens: int = 30  # a second start is so much wider than the seeds on either side
    margin_tokens: int = 60  # how far beyond its seeds a passage may grow
    miss_bits: float = 0.6  # price of a token without partner
    stop_bits: float = -20.0  # growing ends where the sum falls below
    expected_share: float = 0.5  # chance of a token to return in what is taken over
    collection_share: float = 0.2  # weight of the collection against the pair in a token's frequency
    sentence_edge_bits: float = 4.0  # for an end of a passage at a sentence's edge,
    clause_edge_bits: float = 0.0  # at a clause's,
    inner_edge_bits: float = -2.0  # anywhere else
    min_bits: float = 47.0  # a reworded passage's least bits on either side
    alone_share: float = 0.75  # of them is enough without a collection: two texts alone make all words look commoner
    min_tokens: int = 25  # and its least length
    merge_tokens: int = 16  # passages this near to each other on both sides are one
    copy_tokens: int = 20  # a chain of exact runs matters from so many tokens on
    copy_gap_tokens: int = 8  # widest gap in such a chain
    copy_skip_tokens: int = 40  # widest gap on the other side of it
    copy_density: float = 0.8  # exact tokens among all of the chain
    sure_copy_tokens: int = 45  # a chain this long is a copy whatever stands around it
    copy_share: float = 0.8  # a shorter one is a copy if it fills so much of the passage around it
    min_copy_tokens: int = 35  # a copy's least length
    grow_bits: float = 40.0  # a copy is part of a larger passage if that has so many bits more
    grow_density_bits: float = 1.0  # and so many for each token more
    beside_copy_bits: float = 90.0  # a reworded passage's least bits in a pair with a sure copy
    summaries: bool = True  # look for stretches that sum up the other text
    summary_ratio: float = 4.0  # the text summed up is at least so many times as long
    summary_tokens: int = 80  # shorter stretches are no summaries
    summary_bits: float = 75.0  # a summary's least bits
    summary_share: float = 0.9  # passages found inside explain no more than this share of its bits,
    summary_copy_share: float = 0.5  # or this share where one of them is a copy
    summary_scattered_share: float = 0.8  # or this share where they condense places far apart
    summary_new_bits: float = 15.0  # bits of words that its text uses nowhere else, outside those passages
    summary_new_density_bits: float = 0.5  # the same per token
    summary_distinct_bits: float = 20.0  # bits of different words outside those passages
    summary_lone_new_bits: float = 30.0  # where no passage lies inside: bits of words used nowhere else,
    summary_surplus_bits: float = 100.0  # and bits above what as many tokens of its text have on average


@dataclass(frozen=True, slots=True)
class FormulaParams:
    """How formulas and their families are found."""

    min_documents: int = 2  # a formula or family lives in at least so many documents
    min_length_chars: int = 4
    max_length_units: int = 64  # a repeat is shorter; what is longer is a passage
    closed_share: float = (
        0.9  # theta: a wording is no repeat of its own where a longer one has this share of its documents
    )
    max_formulas: int = 1000  # listed, and as many names of things; a warning says how many were not
    max_families: int = 2000  # the strongest are kept; a warning says how many were not


@dataclass(frozen=True, slots=True)
class HistoryParams:
    """How changes of wording over time are found."""

    seed: int = 1
    deals: int = 499  # random deals of the documents to the periods
    max_p: float = 0.05  # changes that so large a share of the deals reaches are left out
    min_settled: float = 0.2  # changes of which the time settles less are left out: one frame with many things in it
    max_changes: int = 200  # the strongest are kept
    last_editions: int = 5  # of a series, that a speech is laid beside
    min_length_chars: int = 4  # shorter phrases are left out of that
    min_expected: float = 0.5  # formulas that come again less often than this are not missed


@dataclass(frozen=True, slots=True)
class GraphParams:
    """How the graph is measured and drawn."""

    seed: int = 1
    max_nodes: int = 500  # drawn nodes; a note says what was cut


@dataclass(frozen=True, slots=True)
class ReportParams:
    """What the page shows."""

    language: str = "auto"  # "auto" | "en" | "zh": language of the interface
    max_alignments: int = 20_000  # rows in the page


@dataclass(frozen=True, slots=True)
class Params:
    """All settings of one run."""

    read: ReadParams = field(default_factory=ReadParams)
    segment: SegmentParams = field(default_factory=SegmentParams)
    align: AlignParams = field(default_factory=AlignParams)
    formulas: FormulaParams = field(default_factory=FormulaParams)
    history: HistoryParams = field(default_factory=HistoryParams)
    graph: GraphParams = field(default_factory=GraphParams)
    report: ReportParams = field(default_factory=ReportParams)
    passages: PassageParams = field(default_factory=PassageParams)

    @classmethod
    def preset(cls, name: str) -> Params:
        """Settings for a purpose: "speeches" (the defaults), "passages" or "summaries".

        "passages" is for copied papers and reports; "summaries" for whoever looks for summaries first and accepts
        that some passages are taken for part of one. Raises ParameterError for another name.
        """
        presets = {
            "speeches": PassageParams(),
            "passages": PassageParams(),
            "summaries": PassageParams(min_bits=50.0, summary_ratio=2.5, summary_new_bits=10.0),
        }
        if name not in presets:
            raise ParameterError(f"there is no preset “{name}” (known: {', '.join(presets)})")
        return cls(align=AlignParams(search_passages=name != "speeches"), passages=presets[name])

    def to_dict(self) -> dict[str, dict[str, object]]:
        """Plain nested dictionaries, ready for JSON; 1 and 1.0 are the same setting."""
        return {
            stage.name: {
                f.name: float(getattr(own, f.name)) if f.type == "float" else getattr(own, f.name)
                for f in dataclasses.fields(own)
            }
            for stage in dataclasses.fields(self)
            for own in (getattr(self, stage.name),)
        }

    @property
    def fingerprint(self) -> str:
        """Ten digits that name these settings."""
        return content_id("", json.dumps(self.to_dict(), sort_keys=True))

    def updated(self, changes: Mapping[str, Mapping[str, object]]) -> Params:
        """These settings with some changed: `{"align": {"min_length_chars": 8}}`.

        Raises ParameterError naming every unknown stage and setting at once.

        >>> Params().updated({"align": {"min_length_chars": 8}}).align.min_length_chars
        8
        """
        if not isinstance(changes, Mapping):
            raise ParameterError(f"settings are given as {{stage: {{setting: value}}}}, not as {changes!r:.60}")
        stages = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        wrong: list[str] = []
        for stage, values in changes.items():
            if stage not in stages:
                wrong.append(f"there is no stage “{stage}” (known: {', '.join(stages)})")
                continue
            faults = list(_faults(stage, values, stages[stage]))
            wrong += faults
            if not faults:
                stages[stage] = dataclasses.replace(stages[stage], **values)
        if wrong:
            raise ParameterError("; ".join(wrong))
        return Params(**stages)


_KIND_NAMES = {bool: "true or false", str: "a text"}
_LEAST = {"min_seed_units": 2}  # of settings that are counts and may not be as small as others
_MOST = 2**53  # a count beyond has no sense, and some programs that read JSON cannot hold it
# Bits that are added to a sum: below 0 they count against it. Every other number is a price, an amount or a share.
_SIGNED = frozenset(("threshold_margin_bits", "stop_bits", "sentence_edge_bits", "clause_edge_bits", "inner_edge_bits"))
_SHARES = frozenset(("max_p", "min_cosine", "min_dice", "copy_density", "min_expected", "light_unit_weight"))
_CHOICES = {"language": ("auto", "en", "zh")}


def _faults(stage: str, values: object, own: object) -> Iterator[str]:
    """What is wrong with the changes of one stage, one sentence each."""
    if not isinstance(values, Mapping):
        yield f"“{stage}” wants {{setting: value}}, not {values!r:.60}"
        return
    known = sorted(f.name for f in dataclasses.fields(own))  # type: ignore[arg-type]
    yield from (
        f"“{stage}” has no setting “{name}” (known: {', '.join(known)})" for name in values if name not in known
    )
    for name, value in values.items():
        default = getattr(own, name) if name in known else value
        if name in known and not _fits(value, default, name):
            yield _unfit(stage, name, value, default)


def _least(name: str) -> int:
    """The smallest value of a setting that is a count."""
    return _LEAST.get(name, 1 if name.startswith("max_") else 0)


def _is_share(name: str) -> bool:
    return name in _SHARES or name.endswith("_share")


def _unfit(stage: str, name: str, value: object, default: object) -> str:
    """What a setting wants instead of a value."""
    wanted = _KIND_NAMES.get(type(default), f"a whole number ({_least(name)} or more)")
    if name in _CHOICES:
        wanted = f"one of {', '.join(_CHOICES[name])}"
    elif isinstance(default, float):
        wanted = "a number" + (" from 0 to 1" if _is_share(name) else "" if name in _SIGNED else " (0 or more)")
    return f"“{stage}.{name}” wants {wanted}, not {value!r:.60}"


def _fits(value: object, default: object, name: str) -> bool:
    """Whether a value is of its setting's type and within its bounds."""
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, int):
        return isinstance(value, int) and _least(name) <= value <= _MOST
    if isinstance(default, float):
        if not isinstance(value, int | float) or not abs(value) <= _MOST:  # NaN is no less than anything
            return False
        return name in _SIGNED or 0 <= value <= (1 if _is_share(name) else _MOST)
    return isinstance(value, type(default)) and value in _CHOICES.get(name, (value,))
