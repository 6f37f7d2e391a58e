"""What is handed out: fact sheets with their drawings as PDF, and a team's review pack."""

from cockpit.reports.drawing import drawing_of
from cockpit.reports.pdf import pdf_of
from cockpit.reports.review import review_pdf_of
from cockpit.reports.summary import summary_of

__all__ = ["drawing_of", "pdf_of", "review_pdf_of", "summary_of"]
