"""From a result to one self-contained HTML page: view records, figures, templates, styles and scripts."""

from reuse.report.page import render
from reuse.report.view import PageView, view

__all__ = ["PageView", "render", "view"]
