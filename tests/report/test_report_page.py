"""The file that is written: whole, self-contained, the same every time."""

import gzip
import json
import re
from base64 import b64decode
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from report_samples import CLOSING, OPENING, PAIR_SHARED, graph_of, layout_of, page_of, sample

from reuse.contract import to_json_text
from reuse.model import Result
from reuse.params import ReportParams
from reuse.report import render
from reuse.report.embed import csp_hash

HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)">]]>\u2028\u202e\ud800\x07<!--'


class Page(HTMLParser):
    """Attributes by element and the content of every script."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] == "script" and self.scripts:
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.elements.append(("end", {}))

    def script(self, name: str) -> str:
        return next(text for attributes, text in self.scripts if attributes.get("id") == name)

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.elements if "id" in attributes]


def test_the_same_result_gives_the_same_bytes(pair_result: Result, many_result: Result, pair_page: str) -> None:
    assert page_of(pair_result, "en") == pair_page
    assert page_of(many_result) == page_of(many_result)


def test_a_page_of_two_speeches_is_small(pair_page: str) -> None:
    assert len(pair_page.encode()) < 2_600_000


def test_the_policy_lets_nothing_in_but_the_scripts_of_the_page(pair_page: str) -> None:
    page = Page(pair_page)
    policy = next(a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in policy
    assert "script-src 'unsafe-inline'" not in policy
    (own,) = [text for attributes, text in page.scripts if not attributes]
    assert f"'{csp_hash(own)}'" in policy
    assert f"'{csp_hash(gzip.decompress(b64decode(page.script('plotly'))))}'" in policy


def test_nothing_points_out_of_the_page(pair_page: str) -> None:
    for tag, attributes in Page(pair_page).elements:
        assert not {"src", "srcset", "action", "ping", "formaction"} & attributes.keys(), tag
        assert (attributes.get("href") or "#").startswith("#")
        assert not any(name.startswith("on") for name in attributes)
    # What remains are names of two vocabularies, SVG and GEXF.
    without_plotly = re.sub(r'(?s)<script type="text/plain".*?</script>', "", pair_page)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg|www\.gexf\.net/1\.2draft)", without_plotly)


def test_ids_are_unique(pair_page: str, many_result: Result) -> None:
    for page in (pair_page, page_of(many_result)):
        ids = Page(page).ids
        assert len(ids) == len(set(ids))


def test_the_data_holds_every_match_and_both_texts(pair_page: str, pair_result: Result) -> None:
    data = json.loads(Page(pair_page).script("data"))
    assert [document["text"] for document in data["page"]["documents"]] == [d.text for d in pair_result.documents]
    assert len(data["page"]["pairs"][0]["matches"]) == len(pair_result.alignments)
    assert len(data["fields"]["match"]) == len(data["page"]["pairs"][0]["matches"][0])


def test_the_export_is_the_contract(pair_page: str, pair_result: Result) -> None:
    packed = b64decode(Page(pair_page).script("export"))
    assert gzip.decompress(packed).decode() == to_json_text(pair_result)


def test_words_of_documents_never_become_markup() -> None:
    texts = (OPENING + HOSTILE, CLOSING + HOSTILE)
    result = sample(texts, PAIR_SHARED, titles=(HOSTILE, HOSTILE, ""), series=(HOSTILE, None, None))
    result = replace(result, warnings=(HOSTILE,), documents=tuple(replace(d, path=HOSTILE) for d in result.documents))
    text = page_of(result)
    text.encode("utf-8")
    assert "<img" not in text
    page = Page(text)
    assert [attributes.get("type") for attributes, _ in page.scripts] == [
        "application/json",
        None,  # what is packed comes behind the script: the texts are there before it has been read
        "text/plain",
        "text/plain",
    ]
    data = json.loads(page.script("data"))
    assert data["page"]["documents"][0]["text"] == texts[0]
    assert data["page"]["method"]["warnings"] == [[HOSTILE, HOSTILE]]  # in English and, untranslated, in Chinese


def test_a_page_without_reuse_carries_no_charts(nothing_result: Result) -> None:
    page = Page(page_of(nothing_result))
    assert "plotly" not in page.ids
    assert "nothing-hindrance" in page.ids
    assert not any("data-figure" in attributes for _, attributes in page.elements)


@pytest.mark.parametrize(("language", "title"), [("zh", "对读"), ("en", "Reading")])
def test_the_language_that_was_asked_for(pair_result: Result, language: str, title: str) -> None:
    text = page_of(pair_result, language)
    assert f'data-ui="{language}"' in text
    assert f">{title}</span>" in text


def test_the_version_is_that_of_the_result() -> None:
    result = sample((OPENING, CLOSING), PAIR_SHARED, version="9.8.7")
    graph = graph_of(result)
    text = render(result, graph=graph, layout=layout_of(graph), params=ReportParams())
    assert "speech-reuse 9.8.7" in text
