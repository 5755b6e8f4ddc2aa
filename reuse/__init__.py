"""Compare speeches, Chinese first, and show what they share.

import reuse
result = reuse.compare([reuse.read("a.txt"), reuse.read("b.txt")])
result.to_html("report.html")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reuse.errors import InputError, OutputError, ParameterError, RequestError, SpeechReuseError
from reuse.version import __version__

if TYPE_CHECKING:
    from reuse.align import Explanation
    from reuse.comparison import Comparison
    from reuse.formula_inventory import FormulaInventory
    from reuse.histories import Chronicle, EditionReport
    from reuse.model import Alignment, Document, Family, Formula, Locus, Pair, Parallelism, Passage, SentenceMatch
    from reuse.params import Params
    from reuse.pipeline import compare, editions, explain, history, inventory
    from reuse.read import Inputs, read, read_all

__all__ = [
    "Alignment",
    "Chronicle",
    "Comparison",
    "Document",
    "EditionReport",
    "Explanation",
    "Family",
    "Formula",
    "FormulaInventory",
    "InputError",
    "Inputs",
    "Locus",
    "OutputError",
    "Pair",
    "Parallelism",
    "ParameterError",
    "Params",
    "Passage",
    "RequestError",
    "SentenceMatch",
    "SpeechReuseError",
    "__version__",
    "compare",
    "editions",
    "explain",
    "history",
    "inventory",
    "read",
    "read_all",
]

_HOMES = {
    "Chronicle": "reuse.histories",
    "Comparison": "reuse.comparison",
    "EditionReport": "reuse.histories",
    "Explanation": "reuse.align",
    "FormulaInventory": "reuse.formula_inventory",
    "Params": "reuse.params",
    "compare": "reuse.pipeline",
    "editions": "reuse.pipeline",
    "explain": "reuse.pipeline",
    "inventory": "reuse.pipeline",
    "Inputs": "reuse.read",
    "history": "reuse.pipeline",
    "read": "reuse.read",
    "read_all": "reuse.read",
    **dict.fromkeys(
        ["Alignment", "Document", "Family", "Formula", "Locus", "Pair", "Parallelism", "Passage", "SentenceMatch"],
        "reuse.model",
    ),
}


def __getattr__(name: str) -> Any:
    """Import a public name where it is first used: `import reuse` alone takes a few milliseconds."""
    from importlib import import_module  # noqa: PLC0415

    if name not in _HOMES:
        raise AttributeError(f"module 'reuse' has no attribute {name!r}")
    home = import_module(_HOMES[name])
    if name not in globals():  # importing the package `reuse.read` has bound its name already, and it can be called
        globals()[name] = getattr(home, name)
    return globals()[name]


def __dir__() -> list[str]:
    return sorted(__all__)
