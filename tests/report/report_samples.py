"""Small results made by hand, so that the report can be tested without the stages before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import networkx as nx
from rapidfuzz.distance import Indel

from reuse.model import (
    Alignment,
    DatedWording,
    Document,
    Family,
    Filler,
    Form,
    Formula,
    Kind,
    Ledger,
    Locus,
    Maybe,
    Measures,
    NearestMiss,
    Opcode,
    Pair,
    Parallelism,
    Passage,
    Period,
    Result,
    SentenceMatch,
    Skipped,
    Slot,
    Variant,
    WordingChange,
    content_id,
)
from reuse.output import write_files
from reuse.params import Params, ReportParams
from reuse.report import render, render_folder

OPENING = (
    "同志们：\n　　清溪市总工会第三次代表大会今天开幕了。我代表市委，向大会的召开表示热烈的祝贺！"
    "各级工会是党联系职工群众的桥梁和纽带。\n　　过去五年，全市新建图书室三十二个，修路一百里。"
    "河边的柳树绿了又黄，老码头的钟声还在，我们记得每一个清晨。\n"
    "　　船坞里堆着新锯的木料，孩子们沿着堤岸追风筝，面馆的灯一直亮到深夜。\n谢谢大家！"
)
CLOSING = (
    "各位代表：\n　　云岭市总工会第七次代表大会今天隆重开幕了。我代表市委、市政府，向大会表示热烈的祝贺！\n"
    "　　山上的茶园一年比一年好。各级工会要当好党联系广大职工群众的纽带和桥梁。"
    "过去五年，全市新建图书室四十一个，栽树九千棵。\n"
    "　　石板巷口有人修伞，有人磨刀，雨后的台阶泛着青光，远处传来牧笛。\n谢谢大家！"
)
THIRD = "朋友们：\n　　海安市第二次青年大会今天开幕了。年轻人要像海一样宽阔，像灯塔一样坚定。\n谢谢大家！"


@dataclass(frozen=True)
class Shared:
    """A stretch of the source and one of the target, by their words."""

    source: int  # index of the text
    words: str
    target: int
    other_words: str
    kind: Kind = "verbatim"
    stock: float = 0.1


PAIR_SHARED = (
    Shared(0, "总工会第三次代表大会今天开幕了", 1, "总工会第七次代表大会今天隆重开幕了", "slot"),
    Shared(0, "我代表市委，向大会的召开表示热烈的祝贺", 1, "我代表市委、市政府，向大会表示热烈的祝贺", "insertion"),
    Shared(0, "向大会的召开表示热烈的祝贺", 1, "向大会表示热烈的祝贺", "insertion"),
    Shared(0, "党联系职工群众的桥梁和纽带", 1, "党联系广大职工群众的纽带和桥梁", "reorder"),
    Shared(0, "全市新建图书室三十二个，修路一百里", 1, "全市新建图书室四十一个，栽树九千棵", "reworded"),
    Shared(0, "过去五年", 1, "过去五年"),
    Shared(0, "谢谢大家", 1, "谢谢大家", "verbatim", 0.9),
)
MANY_SHARED = (
    *PAIR_SHARED,
    Shared(0, "次代表大会今天开幕了", 2, "次青年大会今天开幕了", "slot"),
    Shared(1, "谢谢大家", 2, "谢谢大家", "verbatim", 0.9),
)


def opcodes(source: str, target: str) -> tuple[Opcode, ...]:
    return tuple((op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Indel.opcodes(source, target))


def sample(
    texts: Sequence[str],
    shared: Sequence[Shared],
    *,
    titles: Sequence[str] = ("清溪市总工会开幕讲话", "云岭市总工会开幕讲话", "海安市青年大会致词"),
    dates: Sequence[str | None] = ("2016-04-21", "2021", None),
    series: Sequence[str | None] = ("工会", "工会", "青年"),
    version: str = "0.0.0",
) -> Result:
    """A result over `texts` in which exactly `shared` was found, with a family for every other one."""
    documents = tuple(
        Document.from_text(text, id=f"d{i}", title=titles[i], date=dates[i], series=series[i], language="zh-Hans")
        for i, text in enumerate(texts)
    )
    alignments = sorted((_alignment(documents, one) for one in shared), key=_by_place)
    pairs = tuple(_pair(documents, alignments, a, b) for b in range(len(texts)) for a in range(b))
    passages = tuple(
        Passage(content_id("p", a.id), a.source, a.target, (a.id,), moved=i % 3 == 2) for i, a in enumerate(alignments)
    )
    return Result(
        version=version,
        params=Params().to_dict(),
        background={"name": "sample", "documents": 12},
        documents=documents,
        measures={document.id: _measures(document, alignments) for document in documents},
        pairs=pairs,
        alignments=tuple(alignments),
        sentences=tuple(SentenceMatch((a.source,), (a.target,), a.identity, (a.id,)) for a in alignments[:2]),
        passages=passages,
        families=tuple(_family(documents, a) for a in alignments[::2]),
        skipped=(Skipped("picture.jpg", "no text in it"),),
        warnings=("海安市青年大会致词 has no date.",),
        seeds=57,
    )


def nothing_found(texts: Sequence[str]) -> Result:
    """A result in which nothing was found, and one candidate came near."""
    empty = sample(texts, ())
    miss = NearestMiss(Locus("d0", 0, 4), Locus("d1", 0, 5), bits=17.5, threshold=24.0)
    return Result(
        **{
            name: getattr(empty, name)
            for name in ("version", "params", "background", "documents", "measures", "pairs", "alignments", "sentences")
        },
        passages=(),
        families=(),
        seeds=57,
        nearest_miss=miss,
    )


def _by_place(alignment: Alignment) -> tuple[str, str, int, int]:
    return alignment.source.document, alignment.target.document, alignment.source.start, alignment.target.start


def _locus(documents: Sequence[Document], index: int, words: str) -> Locus:
    start = documents[index].text.index(words)
    return Locus(documents[index].id, start, start + len(words))


def _alignment(documents: Sequence[Document], one: Shared) -> Alignment:
    source, target = (
        _locus(documents, one.source, one.words),
        _locus(documents, one.target, one.other_words),
    )
    steps = opcodes(one.words, one.other_words)
    equal = sum(s1 - s0 for tag, s0, s1, _, _ in steps if tag == "equal")
    identity = 2 * equal / (len(one.words) + len(one.other_words))
    number = content_id("a", source, target)
    moves = ((6, 8, 11, 13),) if one.kind == "reorder" and len(one.words) > 12 else ()
    return Alignment(
        number,
        source,
        target,
        steps,
        moves,
        identity,
        6.0 * equal,
        one.kind,
        one.stock,
        passage=content_id("p", number),
    )


def _classes(document: Document, alignments: Sequence[Alignment]) -> list[int]:
    """0 verbatim, 1 reworded, 2 stock, 3 own, for every character."""
    classes = [3] * len(document.text)
    for alignment in alignments:
        for side, locus in enumerate((alignment.source, alignment.target)):
            if locus.document != document.id:
                continue
            for tag, *spans in alignment.opcodes:
                kind = 2 if alignment.stock >= 0.5 else 0 if tag == "equal" else 1
                for i in range(locus.start + spans[2 * side], locus.start + spans[2 * side + 1]):
                    classes[i] = min(classes[i], kind)
    return classes


def _measures(document: Document, alignments: Sequence[Alignment]) -> Measures:
    counts = [0, 0, 0, 0]
    for character, kind in zip(document.text, _classes(document, alignments), strict=True):
        counts[kind] += not character.isspace()
    return Measures(sum(counts), document.text.count("。") + document.text.count("！"), Ledger(*counts))


def _pair(documents: Sequence[Document], alignments: Sequence[Alignment], a: int, b: int) -> Pair:
    names = (documents[a].id, documents[b].id)
    here = [x for x in alignments if (x.source.document, x.target.document) == names]
    ledgers = [_measures(documents[i], here) for i in (a, b)]
    shares = [1 - m.ledger.own / m.characters for m in ledgers]
    distinctive = [(m.ledger.verbatim + m.ledger.reworded) / m.characters for m in ledgers]
    return Pair(*names, len(here), len(here), *shares, *distinctive)


def _family(documents: Sequence[Document], alignment: Alignment) -> Family:
    source = documents[int(alignment.source.document[1:])].text[alignment.source.start : alignment.source.end]
    target = documents[int(alignment.target.document[1:])].text[alignment.target.start : alignment.target.end]
    template, slots = "", []
    for tag, s0, s1, t0, t1 in alignment.opcodes:
        if tag == "equal":
            template += source[s0:s1]
        else:
            slots.append(Slot("other", (Filler(source[s0:s1], 1), Filler(target[t0:t1], 1))))
            template += f"〔{len(slots)}〕"
    variants = [Variant(source, (alignment.source,)), Variant(target, (alignment.target,))]
    return Family(
        content_id("f", alignment.id),
        template,
        tuple(slots),
        tuple(variants),
        2,
        2,
        alignment.bits,
        alignment.stock,
        "2016-04-21",
        "2021",
        (Period("2016", 1, 1), Period("2021", 1, 1)),
    )


def graph_of(result: Result) -> nx.Graph:
    graph = nx.Graph()
    for document in result.documents:
        graph.add_node(document.id, kind="speech", label=document.title)
    for family in result.families:
        graph.add_node(family.id, kind="family", label=family.template)
        for variant in family.variants:
            for locus in variant.occurrences:
                graph.add_edge(locus.document, family.id)
    return graph


def layout_of(graph: nx.Graph) -> dict[str, tuple[float, float]]:
    return {node: (float(i % 5), float(i // 5)) for i, node in enumerate(graph)}


def page_of(result: Result, language: str = "auto", **params: int) -> str:
    graph = graph_of(result)
    return render(result, graph=graph, layout=layout_of(graph), params=ReportParams(language=language, **params))


def folder_of(result: Result, folder: Path, language: str = "en") -> Path:
    """Write the report as a folder; gives its page."""
    graph = graph_of(result)
    params = ReportParams(language=language)
    write_files(folder, render_folder(result, graph=graph, layout=layout_of(graph), params=params))
    return folder / "index.html"


def with_recurring(result: Result) -> Result:
    """The same with what recurs word for word, parallel clauses, a wording that moved, and a doubtful variant."""
    texts = {document.id: document.text for document in result.documents}

    def places(words: str) -> tuple[Locus, ...]:
        return tuple(
            Locus(id_, text.index(words), text.index(words) + len(words))
            for id_, text in texts.items()
            if words in text
        )

    def formula(words: str, kind: str = "formula", **more: object) -> Formula:
        here = places(words)
        settings: dict[str, object] = {"position": None, "part_of": (), "longer": (), "variant_of": None, **more}
        return Formula(
            id=content_id("w", words),
            text=words,
            kind=kind,
            documents=len({one.document for one in here}),
            occurrences=len(here),
            bits=30.0 + len(words),
            stock=0.2,
            clause_start=1.0,
            clause_end=0.5,
            places=here,
            first="2016-04-21",
            last="2021",
            **settings,  # type: ignore[arg-type]
        )

    longer = formula("今天", family=result.families[0].id, longer=(Form("大会今天", 2, 2),))
    greeting = formula("谢谢大家", position="closing", variant_of=longer.id)
    part = formula("大会", "term", part_of=(longer.id,))
    first = result.families[0]
    moved = WordingChange(
        "z1",
        "党联系〔〕的〔〕",
        (
            DatedWording("桥梁和纽带", 1, "2016", "2016", (Period("2016", 1, 1),), places("桥梁和纽带")),
            DatedWording("纽带和桥梁", 1, "2021", "2021", (Period("2021", 1, 2),), places("纽带和桥梁")),
        ),
        2,
        1.0,
        0.1,
        0.9,
        4.0,
        0.002,
        8.0,
        first.id,
    )
    slots = tuple(
        replace(
            slot,
            fillers=tuple(replace(f, speakers=(("张三", 1),), years=(("2016", 1), ("2017", 1))) for f in slot.fillers),
        )
        for slot in first.slots
    )
    doubtful = replace(first, slots=slots, maybe=(Maybe("石板巷口", places("石板巷口"), 0.9996),))
    return replace(
        result,
        formulas=(longer, greeting, part),
        parallelisms=(Parallelism("p1", "有人", "opening", (*places("有人修伞"), *places("有人磨刀"))),),
        changes=(moved,),
        families=(doubtful, *result.families[1:]),
    )
