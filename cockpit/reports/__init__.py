"""Fact sheets to hand out: the drawing of a chart, and PDF."""

from cockpit.reports.drawing import drawing_of
from cockpit.reports.pdf import pdf_of
from cockpit.reports.summary import summary_of

__all__ = ["drawing_of", "pdf_of", "summary_of"]
