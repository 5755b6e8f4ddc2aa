"""Two speeches that share something, and the program as its users call it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from program import ENVIRONMENT, PROGRAM, Run

EARLIER = (
    "在望湖市工会第八次代表大会上的致辞\n"
    "各位代表，同志们：\n工会是党联系职工群众的桥梁和纽带。过去五年，全市各级工会组织围绕中心、服务大局，"
    "推动建设高素质产业工人队伍，发放帮扶资金三百万元。\n"
    "希望广大职工像湖边的芦苇，把根扎在泥里，把腰杆挺在风中。\n预祝大会圆满成功！\n"
)
LATER = (
    "在云栖市工会第九次代表大会上的致辞\n"
    "各位代表，同志们：\n工会是党联系广大职工群众的纽带和桥梁。五年来，全市各级工会围绕中心、服务大局，"
    "努力建设一支高素质的产业工人队伍，发放帮扶资金五百万元。\n"
    "要像湖边的芦苇那样，把根扎在泥里，把腰杆挺在风中。\n预祝大会取得圆满成功！\n"
)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Call the program in a folder of its own, its output piped."""

    def call(
        *arguments: str | Path, stdin: bytes = b"", variables: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*PROGRAM, *map(str, arguments)],
            cwd=tmp_path,
            input=stdin,
            env={**ENVIRONMENT, **(variables or {})},
            capture_output=True,
            check=False,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture
def speeches(tmp_path: Path) -> tuple[str, str]:
    """The names of two speeches in the folder where `run` works."""
    (tmp_path / "2020.txt").write_text(EARLIER, encoding="utf-8")
    (tmp_path / "2021.txt").write_text(LATER, encoding="utf-8")
    return ("2020.txt", "2021.txt")
