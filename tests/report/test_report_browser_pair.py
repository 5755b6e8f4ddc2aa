"""A page about two speeches, read and clicked in a browser."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from report_samples import CLOSING, OPENING, PAIR_SHARED, Shared, page_of, sample
from waiting import click_in_chart, wait_until

from reuse.graph import build_graph
from reuse.model import Result
from reuse.params import GraphParams

Open = Callable[..., "Opened"]  # noqa: F821 - see conftest


def centre_of(opened, side: int, number: int) -> tuple[float, float]:
    """Height of a match's number within its pane, and the height of the pane."""
    script = """([side, number]) => {
        const pane = document.querySelector(`.pane[data-side="${side}"] .text`);
        const mark = pane.querySelector(`.num[data-number="${number}"]`);
        return [mark.getBoundingClientRect().top - pane.getBoundingClientRect().top, pane.clientHeight];
    }"""
    top, height = opened.page.evaluate(script, [side, number])
    return top, height


def test_the_answer_is_there_before_any_chart(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, viewport={"width": 1280, "height": 420})
    assert "also stands in" in opened.text("#answer")
    assert opened.count(".facts > div") == 5
    assert opened.page.evaluate("typeof Plotly") == "undefined"
    assert opened.page.title().startswith("清溪市总工会开幕讲话 ↔ 云岭市总工会开幕讲话")


def test_marked_characters_are_those_of_the_alignments(open_page: Open, pair_page: str, pair_result: Result) -> None:
    opened = open_page(pair_page)
    for side, document in enumerate(pair_result.documents):
        spans = [a.source if side == 0 else a.target for a in pair_result.alignments]
        inside = sorted({i for span in spans for i in range(span.start, span.end)})
        marks = opened.page.eval_on_selector_all(
            f'.pane[data-side="{side}"] .mark', "marks => marks.map(mark => mark.textContent)"
        )
        assert "".join(marks) == "".join(document.text[i] for i in inside if document.text[i] not in "\n")
        shown = opened.page.eval_on_selector(f'.pane[data-side="{side}"] .text', "text => text.textContent")
        assert shown == document.text.replace("\n", "")


def test_a_click_brings_the_partner_to_the_middle(open_page: Open) -> None:
    filler = "\n".join(f"第{i}段只有这里才有，别处没有。" for i in range(60))
    result = sample((f"{OPENING}\n{filler}", f"{filler}\n{CLOSING}"), PAIR_SHARED)
    opened = open_page(page_of(result, "en"))
    before, height = centre_of(opened, 1, 1)
    assert before > height
    opened.page.click('.pane[data-side="0"] .num[data-number="1"]')
    top, height = centre_of(opened, 1, 1)
    assert 0.2 * height < top < 0.7 * height
    assert opened.count(".num.chosen") == 2
    assert opened.page.get_attribute("#gutter path", "d")
    assert opened.page.url.endswith("#m=1")


def test_enter_on_a_number_moves_the_keyboard_to_the_partner(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page)
    opened.page.focus('.pane[data-side="0"] .num[data-number="2"]')
    opened.page.keyboard.press("Enter")
    focused = opened.page.evaluate(
        "[document.activeElement.dataset.number, document.activeElement.closest('.pane').dataset.side]"
    )
    assert focused == ["2", "1"]


def test_where_matches_overlap_the_smallest_wins_and_all_are_reachable(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page)
    mark = opened.page.locator('.pane[data-side="0"] .mark', has_text="的召开").first
    mark.click()
    first = opened.text("#position")
    mark.click()
    second = opened.text("#position")
    mark.click()
    assert (first, second, opened.text("#position")) == ("3 / 7", "2 / 7", "3 / 7")
    assert "also here" in opened.text("#inspector")


def test_keys(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page)
    positions = []
    for key in ("n", "j", "p", "k", "Escape"):
        opened.page.keyboard.press(key)
        positions.append(opened.text("#position"))
    assert positions == ["1 / 7", "2 / 7", "1 / 7", "7 / 7", "– / 7"]
    opened.page.keyboard.press("r")
    assert opened.seen("#rows") == 1
    opened.page.keyboard.press("h")
    assert opened.page.get_attribute('#stock [data-value="hide"]', "aria-pressed") == "true"
    opened.page.keyboard.press("/")
    assert opened.page.evaluate("document.activeElement.id") == "family-find"
    opened.page.keyboard.press("Escape")
    opened.page.locator("#family-find").blur()
    opened.page.keyboard.press("?")
    assert opened.seen("#help") == 1


def shown_everywhere(opened) -> set[str]:
    """How many matches each part of the page shows."""
    page = opened.page
    page.locator('[data-figure="map"]').scroll_into_view_if_needed()
    page.wait_for_selector('[data-figure="map"][data-ready]')
    on_map = """() => document.querySelector('[data-figure="map"]').data
        .flatMap(trace => (trace.customdata || []).filter((n, i) => n && Number.isFinite(trace.x[i]))).length / 3"""
    # The map follows the filters a moment later than the rest.
    wait_until(page, f"count => ({on_map})() === count", page.locator("#ribbons g").count())
    numbers = """() => new Set([...document.querySelectorAll('.num[data-number]')]
        .filter(number => !number.hidden).map(number => number.dataset.number)).size"""
    return {
        str(page.evaluate(on_map)),
        str(page.evaluate(numbers)),
        str(opened.count("#ribbons g")),
        str(opened.count("#rows [data-row]")),
        opened.text("#position").split(" / ")[1],
        str(sum(int(count) for count in page.locator("#chips [aria-pressed=true] .count").all_inner_texts())),
    }


def test_filters_act_on_everything_at_once(open_page: Open, pair_page: str, pair_result: Result) -> None:
    opened = open_page(pair_page, "#view=rows")
    page = opened.page
    assert shown_everywhere(opened) == {"7"}
    page.click('[data-kind="insertion"]')
    insertions = sum(a.kind == "insertion" for a in pair_result.alignments)
    assert shown_everywhere(opened) == {str(7 - insertions)}
    page.click('#stock [data-value="hide"]')
    assert shown_everywhere(opened) == {str(7 - insertions - 1)}
    page.fill("#least", "10")
    longer = [
        a
        for a in pair_result.alignments
        if a.kind != "insertion"
        and a.stock < 0.5
        and min(a.source.end - a.source.start, a.target.end - a.target.start) >= 10
    ]
    assert shown_everywhere(opened) == {str(len(longer))}
    assert opened.text("#filtered-count") == f"{len(longer)} of 7"
    page.click("#filtered [data-clear]")
    assert shown_everywhere(opened) == {"7"}
    assert opened.seen("#filtered") == 0


def test_a_filter_that_lets_nothing_through_says_so(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page)
    opened.page.fill("#least", "40")
    assert opened.seen("#read-none") == 1
    opened.page.click("#read-none [data-clear]")
    assert opened.seen("#read-none") == 0


def test_rows_mark_what_differs_and_only_that(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, "#m=1&view=rows")
    row = opened.page.locator('[data-row="1"]')
    assert "chosen" in (row.get_attribute("class") or "")
    assert row.locator(".cell").nth(0).locator(".different").all_text_contents() == ["三"]
    assert row.locator(".cell").nth(1).locator(".different").all_text_contents() == ["七", "隆重"]
    assert row.locator(".cell").nth(0).locator(".missing").count() == 1
    assert "¶2" in (row.locator(".where").nth(0).text_content() or "")


def test_rows_can_be_sorted(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, "#view=rows")
    opened.page.select_option("#sort", "bits")
    bits = [
        float(text)
        for text in opened.page.locator("#rows .row[data-row] .measures dd:nth-of-type(1)").all_text_contents()
    ]
    assert bits == sorted(bits, reverse=True)


def test_charts_are_started_when_they_come_into_view_and_cannot_be_uploaded(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, viewport={"width": 1280, "height": 420})
    assert opened.page.evaluate("typeof Plotly") == "undefined"
    for name in ("map", "net"):
        opened.page.locator(f'[data-figure="{name}"]').scroll_into_view_if_needed()
        opened.page.wait_for_selector(f'[data-figure="{name}"][data-ready]')
    assert opened.count(".modebar-btn, .modebar") == 0
    config = opened.page.evaluate("document.querySelector('[data-figure=map]')._context")
    assert (config["showSendToCloud"], config["plotlyServerURL"], config["displaylogo"]) == (False, "", False)


def test_a_click_on_the_map_opens_the_place(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, viewport={"width": 1280, "height": 900})
    find = """chart => {
        const trace = chart.data.find(trace => trace.customdata && trace.customdata.includes(6));
        const at = trace.customdata.indexOf(6) + 1;
        return [trace.x[at], trace.y[at]];
    }"""
    click_in_chart(opened.page, "map", find)
    opened.becomes("#position", "6 / 7")
    wait_until(opened.page, "Math.abs(document.querySelector('#reading').getBoundingClientRect().top) < 120")


def test_the_map_has_keys_of_its_own(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page)
    opened.page.focus('[data-figure="map"]')
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        opened.page.keyboard.press(key)
    assert opened.text("#position") == "1 / 7"
    assert opened.text("#map-card .tag") == "1"


def test_a_formula_opens_with_its_wordings_and_leads_to_the_text(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, "#f=F02")
    detail = opened.page.locator("#families .detail")
    assert opened.count("#families tr.chosen") == 1
    assert detail.locator(".wording").count() == 2
    assert detail.locator(".at").count() == 2
    detail.locator(".at button").nth(1).click()
    assert opened.count(".num.chosen") == 2
    opened.page.fill("#family-find", "谢谢")
    assert opened.count("#families tbody tr[data-family]") == 1
    opened.page.click('#family-stock [data-value="hide"]')
    assert opened.seen("#family-none") == 1


def test_links_inside_the_page(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page)
    opened.page.click("#answer a[href='#read?stock=only']")
    opened.becomes("#filtered-count", "1 of 7")
    opened.page.click("#facts a[href^='#m=']")
    opened.becomes("#position", "1 / 7")
    assert opened.count(".num.chosen") == 2
    assert opened.seen("#filtered") == 0


def test_long_runs_without_a_match_can_be_folded(open_page: Open) -> None:
    lonely = "这一段很长很长，" * 30
    opened = open_page(page_of(sample((f"{OPENING}\n{lonely}", CLOSING), PAIR_SHARED), "en"))
    opened.page.click("#fold")
    assert opened.seen(".fold-open") == 1
    assert opened.page.get_attribute(".fold", "hidden") == "until-found"
    opened.page.click(".fold-open")
    assert opened.page.get_attribute(".fold", "hidden") is None


@pytest.mark.parametrize(
    ("button", "name"), [("#export-json", "speech-reuse.json"), ("#export-csv", "speech-reuse.csv")]
)
def test_downloads_are_made_in_the_page(
    open_page: Open, pair_page: str, pair_result: Result, tmp_path: Path, button: str, name: str
) -> None:
    opened = open_page(pair_page)
    with opened.page.expect_download() as started:
        opened.page.click(button)
    assert started.value.suggested_filename == name
    saved = tmp_path / "saved"
    started.value.save_as(saved)
    text = saved.read_text(encoding="utf-8-sig")
    if name.endswith("json"):
        assert len(json.loads(text)["alignments"]) == len(pair_result.alignments)
    else:
        assert len(text.strip().splitlines()) == 1 + len(pair_result.alignments)
        assert pair_result.text(pair_result.alignments[0].source) in text


def test_a_pair_without_its_texts_says_how_to_read_it(
    open_page: Open, pair_result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["reuse.report.view"], "MAX_PAGE_BYTES", 0)
    opened = open_page(page_of(pair_result, "en"))
    assert "speech-reuse compare d0 d1" in opened.text("#read-left-out")
    assert opened.seen("#reading") == 0


def test_the_network_of_the_page_is_that_of_the_command_line(
    open_page: Open, pair_page: str, pair_result: Result, tmp_path: Path
) -> None:
    opened = open_page(pair_page)
    with opened.page.expect_download() as started:
        opened.page.click("#export-gexf")
    assert started.value.suggested_filename == "speech-reuse.gexf"
    started.value.save_as(tmp_path / "page.gexf")
    made = nx.read_gexf(tmp_path / "page.gexf")
    expected = build_graph(pair_result, params=GraphParams())
    assert set(made.nodes) == set(expected.nodes)
    assert {frozenset(edge) for edge in made.edges} == {frozenset(edge) for edge in expected.edges}
    for node, values in expected.nodes.items():
        assert {name: made.nodes[node][name] for name in ("kind", "label")} == {
            name: values[name] for name in ("kind", "label")
        }
    for a, b, values in expected.edges(data=True):
        assert made.edges[a, b]["weight"] == pytest.approx(values["weight"], rel=1e-4)
        assert made.edges[a, b]["kind"] == values["kind"]


@pytest.mark.parametrize("kept", [False, True], ids=["given", "kept from the page"])
def test_a_row_is_copied_as_a_quotation_and_a_match_as_an_address(open_page: Open, pair_page: str, kept: bool) -> None:
    opened = open_page(pair_page, "#m=1&view=rows", permissions=["clipboard-read", "clipboard-write"])
    if kept:
        opened.page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('kept')))")
    opened.page.click('[data-row="1"] .doors button')
    wait_until(opened.page, "() => document.querySelector('[data-row=\"1\"] .doors button').textContent === 'copied'")
    assert opened.page.evaluate("navigator.clipboard.readText()").splitlines() == [
        "“总工会第三次代表大会今天开幕了” (清溪市总工会开幕讲话, ¶2 · 10–25)",
        "“总工会第七次代表大会今天隆重开幕了” (云岭市总工会开幕讲话, ¶2 · 11–28)",
    ]
    opened.page.click("#inspector button.link >> text=copy link")
    wait_until(opened.page, "() => document.querySelector('#inspector').textContent.includes('copied')")
    assert opened.page.evaluate("navigator.clipboard.readText()").endswith("page0.html#m=1")


def test_rows_close_quotation_marks_that_a_match_tears(open_page: Open) -> None:
    texts = ("我们推进“河湖长制”建设，成绩很好。", "大家说：“河湖长制”建设要靠众人。")
    result = sample(texts, (Shared(0, "河湖长制”建设", 1, "河湖长制”建设"),), titles=("甲", "乙"))
    opened = open_page(page_of(result, "en"), "#read?view=rows")
    opened.page.wait_for_selector("#rows .row .cell")
    wordings = opened.page.locator("#rows .row .cell .quoted:not(.around)").all_text_contents()
    assert wordings == ["“河湖长制”建设"] * 2
    cells = opened.page.locator("#rows .row .cell").all_text_contents()
    assert [cell.split("¶")[0] for cell in cells] == list(texts)
