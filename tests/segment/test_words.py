"""Word borders: both segmenters cut alike, and jieba's cache stays in the user's own folder."""

from __future__ import annotations

import itertools
import logging
import marshal  # what jieba writes its dictionary with
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_texts import any_text, unhurried

from reuse.model import Document
from reuse.segment import segment
from reuse.segment.words import cutter, jieba_cutter, rjieba_cutter, word_lengths

HAN_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]+")
COMMON = "工会代表大开幕了的群众桥梁和纽带经济社会发展为人民服务中华国家主席市委政府劳动模范职业道德建设全面"

ANY_HAN = st.one_of(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), st.sampled_from("㐀龦\U00020000\U0003134f")
)

needs_rjieba = pytest.mark.skipif(rjieba_cutter() is None, reason="rjieba is not installed")


def run_lengths(texts: list[str]) -> tuple[list[int], list[int]]:
    runs = [run for text in texts for run in HAN_RUN.findall(text)]
    assert runs
    return word_lengths(runs, cut=rjieba_cutter()).tolist(), word_lengths(runs, cut=jieba_cutter()).tolist()


@needs_rjieba
@unhurried
@given(st.one_of(st.text(COMMON, min_size=1, max_size=60), st.text(ANY_HAN, min_size=1, max_size=20)))
def test_both_segmenters_cut_random_runs_the_same(run: str) -> None:
    compiled, plain = run_lengths([run])
    assert compiled == plain


@needs_rjieba
def test_both_segmenters_cut_the_texts_of_the_project_the_same(root: Path) -> None:
    paths = sorted((root / "corpus").rglob("*.txt"))
    assert len(paths) > 10
    compiled, plain = run_lengths([path.read_text(encoding="utf-8") for path in paths])
    assert compiled == plain


@needs_rjieba
def test_both_segmenters_cut_real_speeches_the_same(shared: Path) -> None:
    corpora = shared / "corpora"
    paths = [
        *sorted((corpora / "gwr_national").glob("*.txt"))[::4],
        *sorted((corpora / "xi_speeches_2013_2017").glob("*.txt"))[::6],
        *sorted((corpora / "npc_resolutions").glob("*.txt"))[::3],
        *sorted((corpora / "seeds").glob("*.txt")),
    ]
    assert len(paths) > 20
    compiled, plain = run_lengths([path.read_text(encoding="utf-8") for path in paths])
    assert compiled == plain


@pytest.mark.parametrize("cut", [pytest.param(rjieba_cutter(), marks=needs_rjieba, id="rjieba"), "jieba"])
def test_words_add_up_to_the_run(cut: object) -> None:
    chosen = jieba_cutter() if cut == "jieba" else rjieba_cutter()
    runs = ["工会是党联系职工群众的桥梁和纽带", "龘", "\U00020000\U0002a6d7", "經濟社會發展"]
    alone = [word_lengths([run], cut=chosen).tolist() for run in runs]
    assert [sum(lengths) for lengths in alone] == [len(run) for run in runs]
    assert word_lengths(runs, cut=chosen).tolist() == [length for lengths in alone for length in lengths]
    assert word_lengths(["发展经济的道路"], cut=chosen).tolist() == [2, 2, 1, 2]
    assert word_lengths([], cut=chosen).tolist() == []


def test_the_compiled_segmenter_is_taken_where_it_is_installed() -> None:
    assert cutter() is (rjieba_cutter() or jieba_cutter())


def test_words_of_segments_are_those_of_the_dictionary() -> None:
    segments = segment(Document.from_text("工會是黨聯繫農民的橋樑，第3次。", id="d"))
    edges = [i for i, begins in enumerate(segments.words) if begins]
    words = ["".join(segments.units[a:b]) for a, b in itertools.pairwise(edges)]
    assert words == ["工会", "是", "党", "联系", "农民", "的", "桥梁", "第#", "次"]


@unhurried
@given(any_text())
def test_words_of_other_scripts_begin_at_every_unit_but_behind_hyphens_and_figures(text: str) -> None:
    segments = segment(Document.from_text(text, id="d"))
    for i, unit in enumerate(segments.units):
        if len(unit) > 1:
            between = text[segments.ends[i - 1] : segments.starts[i]] if i else " "
            joined = between in ("-", "‐", "‑") or (not between and segments.units[i - 1] in ("#", "第#"))
            assert segments.words[i] or joined


@pytest.fixture
def fresh_jieba(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A cache folder and a folder for temporary files of this test's own; both empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    jieba_cutter.cache_clear()
    yield tmp_path
    jieba_cutter.cache_clear()


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_jieba_keeps_its_cache_in_the_users_folder_and_says_nothing(
    fresh_jieba: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        assert jieba_cutter()("发展经济的道路") == ["发展", "经济", "的", "道路"]
    (cache,) = files(fresh_jieba)
    assert cache.parent == fresh_jieba / "cache" / "speech-reuse"
    assert cache.parent.stat().st_mode & 0o077 == 0, "nobody else may write there"
    assert capfd.readouterr() == ("", "")
    written = cache.stat().st_mtime_ns
    jieba_cutter.cache_clear()
    assert jieba_cutter()("发展经济的道路") == ["发展", "经济", "的", "道路"]
    assert files(fresh_jieba) == [cache]
    assert cache.stat().st_mtime_ns == written, "the second start reads what the first one wrote"


def test_jieba_reads_nothing_from_the_folder_of_temporary_files(fresh_jieba: Path) -> None:
    planted = fresh_jieba / "tmp" / "jieba.cache"
    planted.write_bytes(marshal.dumps(({"发展经济": 9}, 9)))
    assert jieba_cutter()("发展经济") == ["发展", "经济"]


def test_jieba_works_without_a_place_to_write(
    fresh_jieba: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    blocked = fresh_jieba / "a file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert jieba_cutter()("发展经济") == ["发展", "经济"]
    assert files(fresh_jieba) == [blocked]
    assert capfd.readouterr() == ("", "")


def test_jieba_reads_no_cache_from_a_folder_of_somebody_else(
    fresh_jieba: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not hasattr(os, "getuid"):
        pytest.skip("files have no owners to tell apart here")
    monkeypatch.setattr(os, "getuid", lambda: 1_234_567)
    assert jieba_cutter()("发展经济") == ["发展", "经济"]
    assert files(fresh_jieba) == []


@pytest.mark.parametrize("text", ["国中\u3099\u309a\u3099\u3099", "中国ำำำำำ人民大会"])
def test_keys_longer_than_their_character_shift_no_border(text: str) -> None:
    found = segment(Document.from_text(text, id="d"))
    assert len(found.words) == len(found) + 1
    assert all(found.words[i] for i, key in enumerate(found.units) if len(key) > 1)


def test_words_behind_such_a_key_begin_where_they_do_without_it() -> None:
    plain, odd = (segment(Document.from_text(f"{head}人民大会", id="d")) for head in ("中，", "中国ำำ"))
    assert odd.words[-5:].tolist() == plain.words[-5:].tolist()


def test_a_hyphen_joins_words_and_a_figure_its_letters() -> None:
    text = "The twenty-first parliament, 28th session - a well-known co‑operation of 2011-12, pre -war, 第3次re-entry"
    segments = segment(Document.from_text(text, id="d", language="en"))
    edges = [i for i, begins in enumerate(segments.words) if begins]
    words = ["-".join(segments.units[a:b]) for a, b in itertools.pairwise(edges)]
    assert words[:5] == ["the", "twenty-first", "parliament", "#-th", "session"]
    assert words[5:11] == ["a", "well-known", "co-operation", "of", "#", "#"]
    assert words[11:] == ["pre", "war", "第#", "次", "re-entry"]
