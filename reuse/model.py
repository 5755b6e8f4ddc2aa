"""The frozen types that pass between the stages, with the unit of every field.

Enters nothing, leaves nothing: every stage imports this module and none imports another stage.
Spans are half-open and count code points of `Document.text`, unless a field says that it counts units.
Shares, similarities and identities run from 0 to 1; bits are base 2.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from reuse.changing import Coverage, DatedWording, EditionItem, MissingFormula, WordingChange
from reuse.locus import Locus
from reuse.recurring import Family, Filler, Form, Formula, Maybe, Parallelism, Period, Slot, Variant

__all__ = [
    "FIRST_LONG_CODE",
    "Alignment",
    "BoolArray",
    "CodeArray",
    "Coverage",
    "DatedWording",
    "Document",
    "EditionItem",
    "Editions",
    "Family",
    "Filler",
    "Form",
    "Formula",
    "History",
    "IndexArray",
    "Inventory",
    "Kind",
    "Ledger",
    "Locus",
    "Maybe",
    "Measures",
    "MissingFormula",
    "NearestMiss",
    "Opcode",
    "OpcodeTag",
    "Pair",
    "Parallelism",
    "Passage",
    "Period",
    "Progress",
    "Result",
    "Segments",
    "SentenceMatch",
    "Skipped",
    "Slot",
    "SmallArray",
    "Span",
    "Variant",
    "WordingChange",
    "content_id",
    "no_progress",
]

FIRST_LONG_CODE = 1 << 32  # `Segments.codes` of words of several letters lie from here on, of characters below

CodeArray = npt.NDArray[np.int64]
IndexArray = npt.NDArray[np.int32]
SmallArray = npt.NDArray[np.int8]
BoolArray = npt.NDArray[np.bool_]

Kind = Literal["verbatim", "slot", "insertion", "reorder", "list", "reworded"]
OpcodeTag = Literal["equal", "replace", "delete", "insert"]
Opcode = tuple[OpcodeTag, int, int, int, int]  # tag, source start/end, target start/end; from the start of each locus
Span = tuple[int, int]  # half-open
Progress = Callable[[str, int, int], None]  # what is being done, steps done, steps in all


def no_progress(stage: str, done: int, total: int) -> None:
    """The progress callback that shows nothing."""


def content_id(prefix: str, *parts: object) -> str:
    """An id that depends on content alone: `prefix` and 10 hexadecimal digits of a BLAKE2 hash of `parts`."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=5)
    return prefix + digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """One speech. `text` is what the file decodes to, without a byte order mark and otherwise unaltered."""

    id: str  # unique within a comparison
    text: str
    title: str = ""
    title_from: str = "argument"  # "manifest" | "record" | "text" | "file name" | "argument"
    path: str | None = None  # as it was given
    date: str | None = None  # ISO 8601, as precise as known: "2023", "2023-02" or "2023-02-05"
    date_from: str | None = None  # "manifest" | "record" | "file name" | "text" | "argument"
    speaker: str | None = None
    series: str | None = None  # same speaker, office or event
    language: str | None = None  # "zh-Hans", "zh-Hant", "en", "de", "ja", "mixed", "und"; None: not decided yet
    sha256: str = ""  # of the file's bytes; of the UTF-8 text where there was no file
    encoding: str | None = None  # codec that decoded the file; None where there was no file
    warnings: tuple[str, ...] = ()  # one sentence each

    def __repr__(self) -> str:
        """What tells it from others; the text would fill the screen."""
        known = (self.title, self.date or "", f"{len(self.text):,} characters")
        return f"<Document {self.id!r}: {', '.join(filter(None, known))}>"

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        id: str,  # noqa: A002 - the contract's word
        title: str = "",
        date: str | None = None,
        speaker: str | None = None,
        series: str | None = None,
        language: str | None = None,
    ) -> Document:
        """Make a document of a string. `sha256` is that of the text in UTF-8.

        >>> Document.from_text("各位代表：大会开幕了。", id="draft", date="2024-04-29").title
        'draft'
        """
        return cls(
            id=id,
            text=text,
            title=title or id,
            date=date,
            date_from="argument" if date else None,
            speaker=speaker,
            series=series,
            language=language,
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        )

    def with_language(self, language: str) -> Document:
        """The same document with its language decided."""
        return replace(self, language=language)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be read, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Segments:
    """A document cut up for comparison: n units, k sentences, m clauses.

    A unit is what is compared: one character of Han, kana, Hangul, Thai and the like with its marks, or one word of
    any other script, or one number. Blanks and punctuation are no units; they survive as `borders`. Masks (`*`, ×,
    某 …) are no units either; they set `wild`.
    """

    document: Document  # with its language decided
    units: tuple[str, ...]  # n normalised keys; a number is "#", an ordinal "第#"
    codes: CodeArray  # (n,) stable code of each key: equal codes if and only if equal keys
    starts: IndexArray  # (n,) code point where the unit starts in the text
    ends: IndexArray  # (n,) code point where it ends
    borders: SmallArray  # (n+1,) before unit i: 0 nothing, 1 comma-like punctuation, 2 sentence end or line break
    wild: BoolArray  # (n+1,) a mask stands right before unit i
    words: BoolArray  # (n+1,) a word border lies right before unit i
    light: BoolArray  # (n,) the unit is a function character or word (的, 了, the, of)
    sentences: IndexArray  # (k, 2) code-point spans, in order, without overlap, outer blanks left out
    clauses: IndexArray  # (m, 2) unit spans between two pieces of punctuation, in order, never empty

    def __len__(self) -> int:
        return len(self.units)

    def surface(self, first: int, last: int) -> str:
        """The text of units `first:last` as written, punctuation between them included."""
        if first >= last:
            return ""
        return self.document.text[int(self.starts[first]) : int(self.ends[last - 1])]

    def locus(self, first: int, last: int) -> Locus:
        """The place of units `first:last` (`first < last`)."""
        return Locus(self.document.id, int(self.starts[first]), int(self.ends[last - 1]))


@dataclass(frozen=True, slots=True)
class Alignment:
    """One continuous stretch of the source laid against one of the target."""

    id: str
    source: Locus
    target: Locus
    opcodes: tuple[Opcode, ...]  # cover both loci without gap or overlap; "equal" pieces are the same code points
    moves: tuple[tuple[int, int, int, int], ...]  # source start/end, target start/end of pieces that changed order
    identity: float  # 0..1: 2 x equal characters / characters of both sides
    bits: float  # surprise of the agreement, given what the two documents say often
    kind: Kind
    stock: float  # 0..1: how common the agreeing wording is in the background; 0.5 and above counts as stock
    passage: str | None = None
    family: str | None = None


@dataclass(frozen=True, slots=True)
class SentenceMatch:
    """Sentences that say the same, one to one or n to m."""

    source: tuple[Locus, ...]
    target: tuple[Locus, ...]
    similarity: float  # 0..1, rapidfuzz normalised Indel similarity of the two sides' keys
    alignments: tuple[str, ...]  # ids


@dataclass(frozen=True, slots=True)
class Passage:
    """Alignments that stand close together on both sides, as one stretch of each document."""

    id: str
    source: Locus
    target: Locus
    alignments: tuple[str, ...]  # ids
    moved: bool  # off the heaviest chain of passages in common order
    bits: float = 0.0  # surprise of the agreement; of grouped alignments the sum of theirs


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents, in order: source is the earlier by (date, order given)."""

    source: str
    target: str
    alignments: int
    passages: int
    source_share: float  # 0..1 of the source's characters inside alignments, blanks not counted
    target_share: float
    source_share_distinctive: float  # the same without stock
    target_share_distinctive: float


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every character of a document that is no blank, counted once, strongest class first."""

    verbatim: int
    reworded: int
    stock: int
    own: int


@dataclass(frozen=True, slots=True)
class Measures:
    """What is counted in one document."""

    characters: int  # code points that are no blanks
    sentences: int
    ledger: Ledger


@dataclass(frozen=True, slots=True)
class NearestMiss:
    """Where nothing was found: the strongest candidate and why it fell short."""

    source: Locus
    target: Locus
    bits: float
    threshold: float  # bits it would have needed


@dataclass(frozen=True, slots=True)
class Result:
    """Everything a comparison found; the JSON contract is its direct image."""

    version: str
    params: Mapping[str, object]
    background: Mapping[str, object]
    documents: tuple[Document, ...]  # in order: by (date, order given), undated ones where they were given
    measures: Mapping[str, Measures]  # by document id
    pairs: tuple[Pair, ...]
    alignments: tuple[Alignment, ...]  # by (pair, source start, target start)
    sentences: tuple[SentenceMatch, ...]
    passages: tuple[Passage, ...]
    families: tuple[Family, ...]  # strongest first
    formulas: tuple[Formula, ...] = ()  # formulas, then terms; each strongest first
    parallelisms: tuple[Parallelism, ...] = ()  # by document, then place
    changes: tuple[WordingChange, ...] = ()  # strongest first; of six dated documents or more
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    seeds: int = 0  # shared pieces looked at
    nearest_miss: NearestMiss | None = None
    timings: Mapping[str, float] = field(default_factory=dict)  # seconds by stage; never written unless asked for

    def document(self, id: str) -> Document:  # noqa: A002 - the contract's word
        """The document with this id; KeyError where there is none."""
        for document in self.documents:
            if document.id == id:
                return document
        raise KeyError(id)

    def text(self, locus: Locus) -> str:
        """What is written at a place."""
        return self.document(locus.document).text[locus.start : locus.end]

    @property
    def weighed_by(self) -> str:
        """Name and fingerprint of the background, for files that name it in passing."""
        return " ".join(str(self.background.get(part, "")) for part in ("name", "fingerprint"))


@dataclass(frozen=True, slots=True)
class History:
    """What time did to the formulas of a body of documents."""

    version: str
    params: Mapping[str, object]
    background: Mapping[str, object]
    coverage: Coverage
    documents: tuple[Document, ...]  # in order, as in `Result`
    changes: tuple[WordingChange, ...]  # strongest first
    families: tuple[Family, ...]  # strongest first
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Editions:
    """A speech against the last editions of its series."""

    version: str
    params: Mapping[str, object]
    background: Mapping[str, object]
    coverage: Coverage  # of the series without the speech
    document: Document  # the speech
    documents: tuple[Document, ...]  # the series before it, in order
    items: tuple[EditionItem, ...]  # of the speech in order, then dropped ones
    missing: tuple[MissingFormula, ...]  # most surprising first
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inventory:
    """The formulas of a body of documents that were never compared pair by pair."""

    version: str
    params: Mapping[str, object]
    background: Mapping[str, object]
    documents: tuple[Document, ...]  # in order, as in `Result`
    formulas: tuple[Formula, ...]  # formulas, then terms; each strongest first
    families: tuple[Family, ...]  # strongest first
    parallelisms: tuple[Parallelism, ...]  # by document, then place
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    timings: Mapping[str, float] = field(default_factory=dict)  # seconds by stage; never written unless asked for
