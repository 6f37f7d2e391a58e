"""What is handed out: the drawing of a chart, fact sheets as PowerPoint and PDF, a team's review pack."""

from cockpit.reports.drawing import drawing_of
from cockpit.reports.pdf import pdf_of
from cockpit.reports.powerpoint import powerpoint_of
from cockpit.reports.review import review_pdf_of
from cockpit.reports.summary import summary_of

__all__ = ["drawing_of", "pdf_of", "powerpoint_of", "review_pdf_of", "summary_of"]
