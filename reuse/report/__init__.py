"""From a result to one self-contained HTML page, or a folder: view records, figures, templates, styles and scripts."""

from reuse.report.page import render, render_folder
from reuse.report.view import MAX_PAGE_BYTES, PageView, fits_one_file, view

__all__ = ["MAX_PAGE_BYTES", "PageView", "fits_one_file", "render", "render_folder", "view"]
