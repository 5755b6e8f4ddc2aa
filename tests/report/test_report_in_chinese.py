"""Warnings in Chinese: those that the reading stages write, and none that nobody has translated."""

import ast
import re
from pathlib import Path

import pytest

import reuse.read
from reuse.read import read_inputs
from reuse.report.in_chinese import in_chinese

READ = Path(reuse.read.__file__).parent
HAN = re.compile("[\u4e00-\u9fff]")


def reasons() -> list[str]:
    """Every reason for which the reading stage refuses a file, its gaps filled with a 7."""
    found = []
    for path in READ.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Unreadable" and node.args:
                pieces = node.args[0].values if isinstance(node.args[0], ast.JoinedStr) else [node.args[0]]
                words = [piece.value if isinstance(piece, ast.Constant) else "7" for piece in pieces]
                found.append("".join(map(str, words)))
    return sorted({reason for reason in found if len(reason) > 1})


def test_most_reasons_for_refusing_a_file_are_told_in_chinese() -> None:
    every = reasons()
    told = [reason for reason in every if HAN.search(in_chinese(reason) or "")]
    assert len(every) > 20
    assert len(told) >= 0.7 * len(every)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("讲话/a.txt: the encoding was guessed to be gb18030; where the text looks wrong, save the file as UTF-8",
         "讲话/a.txt: 编码是猜的（gb18030）；如果文字不对，请另存为 UTF-8"),
        ("The 2,000 strongest formula families are listed, 31 weaker ones are not.",
         "列出最强的 2,000 个提法族，另有 31 个较弱的没有列出。"),
        ("talks: passed over 2 pictures", "talks: 略过 2 pictures"),
        ("{0}: is empty", "{0}: 是空的"),
    ],
)  # fmt: skip
def test_sentences(english: str, chinese: str) -> None:
    assert in_chinese(english) == chinese


def test_what_nobody_translated_is_nobodys() -> None:
    assert in_chinese("something new happened") is None


def test_warnings_of_real_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("各位代表，渡口的灯亮着".encode())
    (tmp_path / "b.txt").write_bytes("各位代表，渡口的灯亮着".encode())
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / "d.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    (tmp_path / "2023-02-31.txt").write_text("渡口的灯亮着，老桥修好了。", encoding="utf-8")
    inputs = read_inputs([str(tmp_path)])
    sentences = [*inputs.warnings, *(skipped.reason for skipped in inputs.skipped)]
    sentences += [warning for document in inputs.documents for warning in document.warnings]
    assert len(sentences) >= 4
    assert [sentence for sentence in sentences if in_chinese(sentence) is None] == []
