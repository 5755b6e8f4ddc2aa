"""Hostile text, languages, themes, widths, print."""

from collections.abc import Callable

import pytest
from report_samples import CLOSING, OPENING, PAIR_SHARED, Shared, page_of, sample
from waiting import wait_until

from reuse.model import Result

Open = Callable[..., "Opened"]  # noqa: F821 - see conftest

HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]><!--",
    "a\u2028b\u2029c",
    "\ud800 alone \udc00",
    "\u202egnirts desrever",
    "שלום עולם",
    "👩‍👩‍👧 𠮷野家 e\u0301",
    "&lt;b&gt; &amp;",
    "var(--acc)",
    "t:undated",
    "{n} {a_share}",
    "x" * 5000,
    "w" * 100_000,
    "\U00020000\U0002a6d6\U00030000",  # CJK extensions B and G
    "Z\u0351\u036b\u0343a\u0329\u0347l\u034dgo\u0324",
    "\u2066\u2067left\u2069\u200f\u061c",
    "\x00\x07\x1b[31m",
    "javascript:alert(1)",
    "${alert(1)}`'\"\\",
    "__proto__",
)


@pytest.mark.parametrize("words", HOSTILE, ids=[ascii(words[:12]) for words in HOSTILE])
def test_hostile_text_stays_text(open_page: Open, words: str) -> None:
    shared = f"今天{words}开幕"
    texts = (f"{OPENING}\n{words}\n{shared}结束", f"{words}{shared}\n{CLOSING}")
    result = sample(texts, [*PAIR_SHARED, Shared(0, shared, 1, shared)], titles=(words, words, ""))
    opened = open_page(page_of(result, "en"))
    for side, text in enumerate(texts):
        shown = opened.page.eval_on_selector(
            f'.pane[data-side="{side}"] .text', "text => [...text.textContent].map(c => c.codePointAt(0))"
        )
        kept = [ord(character) for character in text if character not in "\n\u2028\u2029"]
        assert shown == kept
    assert opened.count("img, iframe, object, .pane script") == 0
    marks = opened.page.eval_on_selector_all(
        '.pane[data-side="1"] .mark', "marks => marks.map(m => m.textContent).join('')"
    )
    assert "开幕" in marks
    opened.page.click("[data-value=rows]")
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_names_stay_names_in_charts(open_page: Open) -> None:
    words = "<b>bold</b><a href='javascript:alert(1)'>link</a>&amp;%{x}"
    shared = f"{words}开幕"
    texts = (f"{shared}甲", f"{shared}乙", f"{shared}丙")
    pieces = [Shared(a, shared, b, shared) for a, b in ((0, 1), (0, 2), (1, 2))]
    opened = open_page(page_of(sample(texts, pieces, titles=(words,) * 3, series=(words, "乙", "丙")), "en"))
    for name in ("shares", "time", "net"):
        opened.page.locator(f'[data-figure="{name}"]').scroll_into_view_if_needed()
        opened.page.wait_for_selector(f'[data-figure="{name}"][data-ready]')
    assert opened.count(".plot a, .plot text tspan[style*=bold]") == 0
    labels = opened.page.locator('[data-figure="time"] .ytick text').all_text_contents()
    assert labels[0].startswith("<b>bold</b>")


def test_offsets_are_right_behind_wide_characters(open_page: Open) -> None:
    wide = "𠮷👩‍👧"
    texts = (f"{wide}总工会今天{wide}开幕了。", f"{wide * 3}总工会今天{wide}闭幕了。")
    result = sample(texts, [Shared(0, f"总工会今天{wide}开幕了", 1, f"总工会今天{wide}闭幕了", "slot")])
    opened = open_page(page_of(result, "en"), "#view=rows")
    assert opened.page.locator("[data-row] .different").all_text_contents() == ["开", "闭"]
    marks = opened.page.eval_on_selector_all(
        '.pane[data-side="0"] .mark', "marks => marks.map(m => m.textContent).join('')"
    )
    assert marks == f"总工会今天{wide}开幕了"


def test_the_language_switches_everywhere(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, "#m=1")
    parts = ("#answer", "#facts", "#inspector", "nav")  # charts load when they come into view, and change the rest
    words = [opened.text(part) for part in parts]
    assert "matches" in words[1]
    opened.page.click("#language")
    assert opened.page.get_attribute("html", "lang") == "zh-CN"
    assert "对应" in opened.text("#facts")
    assert "的文字也见于" in opened.text("#answer")
    assert "比特" in opened.text("#inspector")
    left = opened.page.evaluate("document.body.innerText.match(/\\b(matches|bits|stock|speeches|reworded)\\b/gi)")
    assert left is None
    opened.page.click("#language")
    assert [opened.text(part) for part in parts] == words


def test_quoted_words_say_their_language(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page)
    langs = opened.page.eval_on_selector_all(
        ".text p, .opener .quoted, .speech .quoted", "all => all.map(one => one.lang)"
    )
    assert langs
    assert set(langs) == {"zh-Hans"}


def test_every_control_has_a_name(open_page: Open, pair_page: str, many_page: str) -> None:
    for text, address in ((pair_page, "#m=1"), (many_page, "#pair=0,1&m=1")):
        opened = open_page(text, address)
        nameless = opened.page.eval_on_selector_all(
            "button:not([hidden]), a, input, select, [role=img]",
            """all => all.filter(one => !(one.textContent.trim() || one.getAttribute('aria-label')
                || one.labels?.length)).map(one => one.outerHTML)""",
        )
        assert nameless == []


def test_the_theme_follows_the_system_and_the_button(open_page: Open, pair_page: str) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = open_page(pair_page, color_scheme="light").page.evaluate(ground)
    opened = open_page(pair_page, color_scheme="dark")
    dark = opened.page.evaluate(ground)
    assert light != dark
    opened.page.click("#theme")
    assert opened.page.evaluate(ground) == light
    opened.page.click("#theme")
    assert opened.page.evaluate(ground) == dark


def test_charts_take_the_colours_of_the_theme(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, color_scheme="light")
    opened.page.locator('[data-figure="net"]').scroll_into_view_if_needed()
    opened.page.wait_for_selector('[data-figure="net"][data-ready]')
    colour = "document.querySelector('[data-figure=net]').layout.font.color"
    before = opened.page.evaluate(colour)
    opened.page.click("#theme")
    opened.page.click("#theme")
    wait_until(opened.page, f"{colour} !== '{before}'")
    assert before.startswith("#")


@pytest.mark.parametrize("width", [360, 600, 760, 900, 1180, 1440])
def test_nothing_scrolls_sideways(open_page: Open, pair_page: str, many_page: str, width: int) -> None:
    for text, address in ((pair_page, ""), (pair_page, "#m=1&view=rows"), (many_page, "#pair=0,1&m=1")):
        opened = open_page(text, address, viewport={"width": width, "height": 400})
        for _ in range(2):
            assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
            opened.page.click("#language")


def test_a_phone_shows_one_text_at_a_time_and_the_partner_in_a_sheet(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, viewport={"width": 390, "height": 844})
    assert opened.seen(".pane") == 1
    opened.page.click('#side [data-value="1"]')
    assert opened.seen('.pane[data-side="1"]') == 1
    opened.page.click('.pane[data-side="1"] .num[data-number="1"]')
    assert opened.seen('.pane[data-side="1"]') == 1
    sheet = opened.text("#inspector")
    assert "总工会第三次代表大会今天" in sheet
    assert "总工会第七次代表大会今天" in sheet


def test_print_has_rows_before_texts_and_no_controls(open_page: Open, pair_page: str, pair_result: Result) -> None:
    opened = open_page(pair_page)
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print", color_scheme="dark")
    assert opened.seen("#rows [data-row]") == len(pair_result.alignments)
    assert opened.seen(".pane") == 2
    assert opened.seen("button.tool, input, select, .toolbar") == 0
    tops = opened.page.evaluate("['#rows', '#texts'].map(id => document.querySelector(id).getBoundingClientRect().top)")
    assert tops[0] < tops[1]
    assert opened.page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink')") == "#22201c"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_phone_bar_tools_and_hint_leave_the_text_its_room(open_page: Open, pair_page: str, language: str) -> None:
    opened = open_page(pair_page, viewport={"width": 360, "height": 800})
    if opened.page.evaluate("document.documentElement.lang").startswith(language) is False:
        opened.page.click("#language")
    height = "document.querySelector('#toolbar').getBoundingClientRect().height"
    assert opened.page.evaluate(height) < 120
    place = "getComputedStyle(document.querySelector('#inspector')).position"  # a hint is over no text
    assert opened.page.evaluate(place) == "static"
    opened.page.click("#next")
    wait_until(opened.page, f"{place} === 'sticky'")
    opened.page.evaluate("document.querySelector('#formulas').scrollIntoView()")
    link = "document.querySelector('#sections a[href=\"#formulas\"]')"
    wait_until(opened.page, f"{link}.getAttribute('aria-current') === 'true'")
    inside = (
        f"(() => {{ const one = {link}.getBoundingClientRect(), bar = {link}.parentElement.getBoundingClientRect();"
        " return one.left >= bar.left && one.right <= bar.right; })()"
    )
    wait_until(opened.page, inside)


def test_punctuation_behind_a_badge_never_begins_a_line(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, viewport={"width": 768, "height": 400})
    held = "[...document.querySelectorAll('.answer .together')].map(one => one.textContent.slice(-1))"
    marks = opened.page.evaluate(held)
    assert marks
    assert all(mark in "。，、；：）.,;:)" for mark in marks)
    for width in range(340, 760, 60):
        opened.page.set_viewport_size({"width": width, "height": 400})
        rows = "[...document.querySelectorAll('.answer .together')].every(one => one.getClientRects().length === 1)"
        assert opened.page.evaluate(rows)
