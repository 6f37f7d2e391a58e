"""A set as PDF: tagged for who listens to it (PDF/UA), set by Typst without looking anything up outside."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cockpit.reports.areas import WIDE, Areas, areas_of
from cockpit.reports.drawing import drawing_of
from cockpit.reports.fitting import (
    HEADING_SIZE,
    SMALL,
    fitted_line,
    fitted_lists,
    fitted_numbers,
    fitted_text,
    title_fitted,
)
from cockpit.reports.lettering import clean
from cockpit.reports.no_sheets import refuse_no_sheets
from cockpit.reports.setting import set_as_pdf
from cockpit.reports.summary import summary_of
from cockpit.reports.tones import AXIS, INK, LIGHT, LINE, QUIET
from cockpit.sheets.model import FilledSet, FilledSheet
from cockpit.wording import PlainError, listed

TEMPLATE = Path(__file__).with_name("sheets.typ")
# Points, width and height.
PAPERS: Mapping[str, tuple[float, float]] = {"16:9": (960, 540), "a4": (841.89, 595.28)}


def pdf_of(filled: FilledSet, paper: str = "16:9") -> bytes:
    """One page a sheet. PlainError for a set without sheets, and for a paper that is not in PAPERS."""
    refuse_no_sheets(filled)
    if paper not in PAPERS:
        raise PlainError(f"Papiret skal være {listed(list(PAPERS), 'eller')}.")
    width, height = PAPERS[paper]
    areas = areas_of(WIDE * height / width)
    data = {
        "name": fitted_line(filled.name, areas.kicker),
        "width": width,
        "height": height,
        "areas": asdict(areas),
        "heading_size": HEADING_SIZE,
        "small": SMALL,
        "colours": {"ink": INK, "quiet": QUIET, "line": LINE, "axis": AXIS, "brand": LIGHT.brand},
        "sheets": [_sheet(sheet, areas) for sheet in filled.sheets],
    }
    return set_as_pdf(TEMPLATE, data)


def _sheet(sheet: FilledSheet, areas: Areas) -> dict[str, Any]:
    chart = sheet.chart
    return {
        "title": asdict(title_fitted(sheet, areas.title)),
        "numbers": asdict(fitted_numbers(sheet.numbers, areas.numbers)),
        "subtitle": fitted_text(sheet.subtitle, areas.subtitle),
        "drawing": drawing_of(chart, areas.chart.width, areas.chart.height) if chart else "",
        "summary": clean(summary_of(chart)) if chart else "",
        "lacking": fitted_text(sheet.lacking, areas.chart),
        "lists": asdict(fitted_lists(sheet, areas.lists)),
        "source": fitted_line(sheet.source, areas.source),
    }
