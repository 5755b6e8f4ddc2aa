"""What all figures of the page have in common.

Enters: nothing. Leaves: layouts and text in the page's own dress. A figure knows neither theme nor language:
colours are tokens of the style sheet (``var(--ink3)``) and words are keys of the string tables (``t:undated``), both
put in by the page when it draws. plotly.graph_objects, which takes longer to import than the whole report to write,
is not needed for dictionaries.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["KIND_TOKENS", "SERIF", "STOCK_TOKEN", "Figure", "axis", "layout", "literal", "thinned"]

Figure = dict[str, object]

KIND_TOKENS = ("var(--kv)", "var(--ks)", "var(--ki)", "var(--kl)", "var(--kr)", "var(--kw)", "var(--kp)")
# In order of KINDS, then of a passage that holds no match.
STOCK_TOKEN = "var(--kt)"  # noqa: S105 - a colour
SERIF = '"Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", STSong, serif'  # for quoted words
SANS = '-apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'


def layout(**more: object) -> Figure:
    """The layout that every figure starts from."""
    base: Figure = {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": SANS, "size": 12, "color": "var(--ink3)"},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "margin": {"l": 48, "r": 12, "t": 40, "b": 12},
    }
    return {**base, **more}


def axis(**more: object) -> Figure:
    """An axis without anything but grid lines; it stays as it is under the pointer."""
    base: Figure = {
        "zeroline": False,
        "showline": False,
        "gridcolor": "var(--rule)",
        "fixedrange": True,
        "ticks": "",
        "automargin": False,
    }
    return {**base, **more}


def literal(text: str) -> str:
    """`text` so that Plotly, which reads a small HTML in labels, shows it as it is; control characters left out."""
    shown = "".join(character if character.isprintable() else " " for character in text)
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def thinned(positions: Sequence[float], *, least: float) -> list[int]:
    """Indices of ascending `positions` that keep at least `least` between neighbours, the first always among them."""
    kept: list[int] = []
    for index, position in enumerate(positions):
        if not kept or position - positions[kept[-1]] >= least:
            kept.append(index)
    return kept
