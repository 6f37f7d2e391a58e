"""What is handed out: the drawing of a chart, fact sheets as PowerPoint and PDF, a team's review pack."""

from pathlib import Path

from cockpit.reports.bar_marks import height_of_bars
from cockpit.reports.drawing import drawing_of
from cockpit.reports.pdf import pdf_of
from cockpit.reports.review import review_pdf_of
from cockpit.reports.summary import summary_of
from cockpit.sheets.model import FilledSet

__all__ = ["drawing_of", "height_of_bars", "pdf_of", "powerpoint_of", "review_pdf_of", "summary_of"]


def powerpoint_of(filled: FilledSet, template: Path | None = None) -> bytes:
    """As cockpit.reports.powerpoint, which is read when somebody asks for a file: it takes memory."""
    from cockpit.reports.powerpoint import powerpoint_of as made

    return made(filled, template)
