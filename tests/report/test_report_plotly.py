import gzip
from base64 import b64decode
from importlib.resources import files
from pathlib import Path

import pytest

from reuse.report.embed import csp_hash
from reuse.report.plotly_source import plotly_source


@pytest.fixture(scope="module")
def script() -> bytes:
    return (files("plotly") / "package_data" / "plotly.min.js").read_bytes()


def test_the_page_gets_what_the_package_holds(tmp_path: Path, script: bytes) -> None:
    source = plotly_source(tmp_path)
    assert gzip.decompress(b64decode(source.packed)) == script
    assert source.hash == csp_hash(script)
    assert source.version.split(".")[0].isdigit()


def test_the_compressed_form_is_kept_and_used(tmp_path: Path) -> None:
    first = plotly_source(tmp_path)
    (kept,) = tmp_path.iterdir()
    before = kept.stat().st_mtime_ns
    assert plotly_source(tmp_path) == first
    assert kept.stat().st_mtime_ns == before


@pytest.mark.parametrize("content", [b"", b"no gzip at all", gzip.compress(b"alert('other')", mtime=0)])
def test_a_wrong_file_in_the_cache_is_never_used(tmp_path: Path, content: bytes) -> None:
    first = plotly_source(tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(content)
    assert plotly_source(tmp_path) == first
    assert kept.read_bytes() == b64decode(first.packed)


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert plotly_source(blocked / "folder") == plotly_source(tmp_path / "elsewhere")
