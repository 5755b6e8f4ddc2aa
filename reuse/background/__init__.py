"""How surprising wording is, and how common elsewhere: the language model of every stage.

Enters: a pack (the shipped one, or one built from any documents). Leaves: a `Background`, asked for bits and stock.
"""

from __future__ import annotations

from reuse.background.background import Background
from reuse.background.building import MINING, build
from reuse.background.packs import load, save

__all__ = ["MINING", "Background", "build", "load", "save"]
