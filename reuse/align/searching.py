"""One pair of prepared documents, searched in a fixed orientation.

Enters: two prepared documents. Leaves: `PairFindings`; exchanging the documents gives the mirror image.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reuse.align.alignments import StockModel, draft_alignments, make_alignments
from reuse.align.chains import Chains, find_chains
from reuse.align.coverage import Coverage, is_stock
from reuse.align.mirror import mirrored_sentences, reading_order
from reuse.align.passages import group_passages, make_passages
from reuse.align.prepared import PreparedDocument
from reuse.align.searched_passages import PassageSearch
from reuse.align.sentences import SentenceIndex, match_sentences
from reuse.model import Alignment, NearestMiss, Pair, Passage, SentenceMatch
from reuse.params import AlignParams

__all__ = ["PairFindings", "count_pair", "is_turned", "nearest", "pair_sentences", "search_pair"]


@dataclass(frozen=True, slots=True)
class PairFindings:
    """What one pair shares."""

    source: str  # document id
    target: str
    alignments: tuple[Alignment, ...]  # in reading order
    passages: tuple[Passage, ...]  # in reading order
    seeds: int  # shared pieces looked at
    folded: int  # combinations of places left out because every place is in some alignment
    nearest_miss: NearestMiss | None  # where there is no alignment and somebody asks


def search_pair(
    source: PreparedDocument,
    target: PreparedDocument,
    *,
    background: StockModel,
    params: AlignParams,
    search: PassageSearch | None = None,
    miss: bool = True,
) -> PairFindings:
    """Alignments and passages of two prepared documents; see `find_chains` for the cost.

    Passages are grouped from alignments, or come from `search` where one is given. Without `miss` nobody asks how near
    a pair without alignments came to one.
    """
    turned = is_turned(source, target)
    one, other = (target, source) if turned else (source, target)
    chains = find_chains(one, other, params=params, miss=miss)
    ids = one.segments.document.id, other.segments.document.id
    if not search and not chains.found:  # of many pairs most
        near = _miss(chains, one, other, turned=turned)
        return PairFindings(
            source.segments.document.id, target.segments.document.id, (), (), chains.seeds, chains.folded, near
        )
    drafts = draft_alignments(chains.found, one, other, params=params, turned=turned)
    places = search.places(*ids, drafts) if search else group_passages(drafts, params=params)
    passages = make_passages(places, drafts, source=ids[0], target=ids[1])
    passage_of = {k: passage.id for place, passage in zip(places, passages, strict=True) for k in place.members}
    return PairFindings(
        source=source.segments.document.id,
        target=target.segments.document.id,
        alignments=tuple(make_alignments(drafts, one, other, background=background, passage_of=passage_of)),
        passages=tuple(sorted(passages, key=reading_order)),
        seeds=chains.seeds,
        folded=chains.folded,
        nearest_miss=None if len(drafts) else _miss(chains, one, other, turned=turned),
    )


def pair_sentences(
    found: PairFindings, prepared: Mapping[str, PreparedDocument], index: Mapping[str, SentenceIndex]
) -> list[SentenceMatch]:
    """Sentence matches of a pair, from its alignments."""
    source, target = index[found.source], index[found.target]
    if not is_turned(prepared[found.source], prepared[found.target]):
        return match_sentences(found.alignments, source, target)
    turned = map(mirrored_sentences, match_sentences(found.alignments, target, source, turned=True))
    return sorted(turned, key=lambda match: (match.source[0].start, match.target[0].start))


def count_pair(found: PairFindings, coverage: Mapping[str, Coverage]) -> Pair:
    """Numbers and shares of a pair; its alignments are painted into both documents' coverage."""
    source, target = coverage[found.source], coverage[found.target]
    for alignment in found.alignments:
        source.paint(alignment, alignment.source, target_side=False)
        target.paint(alignment, alignment.target, target_side=True)
    distinctive = [a for a in found.alignments if not is_stock(a)]
    return Pair(
        source=found.source,
        target=found.target,
        alignments=len(found.alignments),
        passages=len(found.passages),
        source_share=source.share(a.source for a in found.alignments),
        target_share=target.share(a.target for a in found.alignments),
        source_share_distinctive=source.share(a.source for a in distinctive),
        target_share_distinctive=target.share(a.target for a in distinctive),
    )


def nearest(misses: Sequence[NearestMiss]) -> NearestMiss | None:
    """The one that lacks least; the first of equals."""
    return max(misses, key=lambda miss: miss.bits - miss.threshold, default=None)


def is_turned(source: PreparedDocument, target: PreparedDocument) -> bool:
    """Whether the pair is searched from the target: decided by the wording, so that names and files do not matter."""
    one, other = (
        (document.digest, document.segments.document.text, document.segments.document.id)
        for document in (source, target)
    )
    return one > other


def _miss(chains: Chains, source: PreparedDocument, target: PreparedDocument, *, turned: bool) -> NearestMiss | None:
    chain = chains.best_miss or next(iter(chains.found), None)  # found, and then shorter than an alignment may be
    if chain is None:
        return None
    a0, a1, b0, b1 = chain.extent
    loci = source.segments.locus(a0, a1), target.segments.locus(b0, b1)
    one, other = loci[::-1] if turned else loci
    needed = min(chains.threshold, chain.bits) if chains.found else chains.threshold
    return NearestMiss(one, other, bits=round(chain.bits, 2), threshold=round(needed, 2))
