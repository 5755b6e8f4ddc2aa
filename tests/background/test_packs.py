from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from made_speeches import background, speech

from reuse.background import Background, load, save
from reuse.errors import InputError, OutputError

TEXTS = ["各位代表.现在我代表国务院.请予审议", "各位代表.请予审议.谢谢大家", "各位代表.谢谢大家.请予审议"]


def test_a_pack_read_back_is_the_background_that_was_written(tmp_path: Path) -> None:
    known = background(TEXTS, collections=["报告", "报告", "致辞"])
    save(known, tmp_path / "one.pack")
    found = load(tmp_path / "one.pack")
    assert found.describe() == known.describe()
    document = speech("各位代表请予审议")
    assert np.array_equal(found.unit_bits(document.codes), known.unit_bits(document.codes))
    assert np.array_equal(found.bigram_bits(document.codes), known.bigram_bits(document.codes))
    assert found.stock(document, 0, 8) == known.stock(document, 0, 8) > 0


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        save(background(TEXTS), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


def test_the_empty_background_can_be_kept_too(tmp_path: Path) -> None:
    save(Background.empty(), tmp_path / "none.pack")
    assert load(str(tmp_path / "none.pack")).describe() == load("none").describe() == Background.empty().describe()


def test_a_pack_holds_no_text(tmp_path: Path) -> None:
    save(background(TEXTS), tmp_path / "one.pack")
    data = (tmp_path / "one.pack").read_bytes()
    assert not any(part.encode(codec) in data for part in ("各位", "审议", "谢谢") for codec in ("utf-8", "utf-16-le"))


def test_fingerprints_name_the_content() -> None:
    known = [background(TEXTS), background([*TEXTS[:2], TEXTS[2] + "各"]), background(TEXTS, collections=list("aab"))]
    assert len({one.fingerprint for one in [*known, Background.empty()]}) == 4
    assert known[0].fingerprint == background(TEXTS).fingerprint


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda data: data[:-7], "damaged"),
        (lambda data: data[:40], "damaged"),
        (lambda data: data.replace(b'"documents"', b'"papers"'), "fingerprint"),
        (lambda data: data.replace(b'"pairs"', b'"peers"'), "damaged"),
        (lambda data: data.replace(b'"fingerprint"', b'"handmark"'), "fingerprint does not fit"),
        (lambda _: b"speech-reuse background 1\n[]\nx", "damaged"),
        (lambda data: data.replace(b"background 1", b"background 2"), "no background pack of version 1"),
        (lambda _: b"", "no background pack"),
        (lambda _: "各位代表".encode("gb18030"), "no background pack"),
    ],
)
def test_a_damaged_pack_is_named_with_the_reason(tmp_path: Path, damage, reason: str) -> None:
    file = tmp_path / "bad.pack"
    save(background(TEXTS), file)
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(InputError, match=reason) as error:
        load(file)
    assert error.value.path == str(file)


def test_a_pack_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no such background.*speeches"):
        load(tmp_path / "nowhere.pack")
    with pytest.raises(InputError):
        load(tmp_path)


def test_a_pack_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        save(Background.empty(), tmp_path / "no" / "folder.pack")
    (tmp_path / "taken").mkdir()
    with pytest.raises(OutputError):
        save(Background.empty(), tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
