"""What `import reuse` offers: the announced names, at their first use and not before."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import reuse
from reuse.comparison import Comparison
from reuse.model import Document

# DESIGN's names for people who write Python.
PROMISED = {"Comparison", "Document", "Params", "compare", "read"}
HEAVY = ("numpy", "networkx", "jinja2", "plotly", "jieba", "rjieba", "opencc", "rich", "rapidfuzz", "click", "pandas")
REPORT = """
import json, sys
before = set(sys.modules)
import reuse
first = set(sys.modules) - before
present = {name: name in vars(reuse) for name in reuse.__all__}
reuse.Document
print(json.dumps([sorted(first), present, "Document" in vars(reuse)]))
"""


def test_every_announced_name_is_there() -> None:
    assert set(reuse.__all__) >= PROMISED
    assert list(reuse.__all__) == sorted(set(reuse.__all__))
    for name in reuse.__all__:
        assert getattr(reuse, name) is getattr(reuse, name), name


def test_dir_shows_what_is_announced_and_nothing_else() -> None:
    assert dir(reuse) == sorted(reuse.__all__)


def test_names_are_those_of_their_homes() -> None:
    assert reuse.Document is Document
    assert reuse.Comparison is Comparison
    for name in set(reuse.__all__) - {"__version__"}:
        value = getattr(reuse, name)
        assert value.__name__ == (name if name != "read" else "reuse.read")
        assert callable(value)
        assert value.__module__.startswith("reuse.")


@pytest.mark.parametrize(
    "first",
    [
        "import reuse; reuse.read; from reuse.read import read_inputs",
        "import reuse; from reuse.read import read_inputs",
        "from reuse.read import read_inputs; import reuse",
        "from reuse import read; from reuse.read import read_inputs; import reuse; assert read is reuse.read",
    ],
)
def test_read_is_function_and_package_whatever_is_imported_first(first: str, root: Path) -> None:
    then = "print(reuse.read('corpus/union_congress_a.txt').id, len(read_inputs(['corpus/specimens']).documents) > 1)"
    done = subprocess.run(
        [sys.executable, "-c", f"{first}\n{then}"], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("union_congress_a True\n", "")


def test_an_unknown_name_is_an_attribute_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match="comparison_of"):
        _ = reuse.comparison_of
    assert not hasattr(reuse, "Segments"), "a type of the stages is no public name"


def test_errors_are_one_tree() -> None:
    for name in ("InputError", "OutputError", "ParameterError", "RequestError"):
        assert issubclass(getattr(reuse, name), reuse.SpeechReuseError)
    assert issubclass(reuse.ParameterError, reuse.RequestError)


def test_nothing_heavy_is_imported_before_it_is_used(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", REPORT], cwd=root, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    imported, present, used = json.loads(done.stdout)
    assert [name for name in imported if name.split(".")[0] in HEAVY] == []
    assert not any(present[name] for name in PROMISED)
    assert used
    assert done.stderr == ""


def test_the_example_of_the_package_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("在雨夜里为晚归的纺织女工留一盏不灭的灯。", encoding="utf-8")
    Path("b.txt").write_text("他们在雨夜里为晚归的纺织女工留一盏不灭的灯！", encoding="utf-8")
    lines = (reuse.__doc__ or "").strip().splitlines()
    example = "\n".join(lines[lines.index("import reuse") :])
    exec(compile(example, "the package's docstring", "exec"), {})
    assert "纺织女工" in Path("report.html").read_text(encoding="utf-8")


def test_the_promised_ways_out_of_a_comparison() -> None:
    for name in ("graph", "to_dict", "to_json", "to_html", "to_frames", "_repr_html_"):
        assert callable(getattr(reuse.Comparison, name))
    for name in ("sentences", "alignments", "passages", "families", "pairs"):
        assert name in reuse.Comparison.__dataclass_fields__
