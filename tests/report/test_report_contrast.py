"""Contrast of every pair of text and ground that the style sheets use, in both themes."""

import re
from pathlib import Path

import pytest

import reuse.report

CSS = (Path(reuse.report.__file__).parent / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6})")
BLOCKS = re.findall(r":root[^{]*\{([^}]*)\}", CSS)
LIGHT = dict(TOKEN.findall(BLOCKS[0]))
DARK = dict(TOKEN.findall(BLOCKS[1]))
KINDS = "vsilrwpt"
PAIRS = [
    *((ink, ground) for ink in ("ink", "ink2", "ink3") for ground in ("paper", "card", "sunk")),
    *((f"k{kind}", ground) for kind in KINDS for ground in (f"t{kind}", "card", "paper")),
    *(("on-k", f"k{kind}") for kind in KINDS),
    *(("ink", f"t{kind}") for kind in KINDS),
    ("ink", "h1"),
    ("ink", "h2"),
    ("on-h3", "h3"),
    ("on-k", "h4"),
    ("on-k", "h5"),
    ("ink", "diff"),
    ("on-acc", "acc"),
    ("paper", "ink"),
    ("ink2", "tt"),
]


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)


def test_the_dark_theme_by_choice_is_the_dark_theme_of_the_system() -> None:
    assert dict(TOKEN.findall(BLOCKS[2])) == DARK
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize(("text", "ground"), PAIRS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(theme: dict[str, str], text: str, ground: str) -> None:
    assert contrast(theme[text], theme[ground]) >= 4.5
