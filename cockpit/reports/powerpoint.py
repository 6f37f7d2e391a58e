"""A set as PowerPoint: charts that can be edited and real text, on the municipality's template or on ours."""

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pptx.presentation import Presentation as Opened
from pptx.slide import Slide, SlideLayout
from pptx.util import Emu

from cockpit.reports.amounts import scale_of
from cockpit.reports.areas import WIDE, Area
from cockpit.reports.fitting import (
    BETWEEN,
    HEADING_SIZE,
    HEADINGS,
    SMALL,
    FittedLists,
    fitted_line,
    fitted_lists,
    fitted_numbers,
    fitted_text,
    title_fitted,
)
from cockpit.reports.lettering import clean
from cockpit.reports.native_chart import add_chart
from cockpit.reports.no_sheets import refuse_no_sheets
from cockpit.reports.own_template import own_template
from cockpit.reports.slide_text import write_line, write_list, write_numbers
from cockpit.reports.summary import hidden_note
from cockpit.reports.template import CHART, layout_of, opened, places_in
from cockpit.sheets.model import FilledSet, FilledSheet

# Their font may be wider than the one that we measure with.
OTHER_FONT = 0.92
# PowerPoint keeps this much free inside a text's place, in EMU.
INSET = 91_440


@dataclass(frozen=True)
class Canvas:
    """A slide with its places by name, and how many EMU a pixel of the sheet is."""

    slide: Slide
    places: dict[str, Any]
    pixel: float

    def area(self, name: str) -> Area:
        """The place in the sheet's pixels, less what stays free in it."""
        place = self.places[name]
        wide = max(place.width - 2 * INSET, INSET) * OTHER_FONT
        return Area(
            place.left / self.pixel, place.top / self.pixel, wide / self.pixel, place.height / self.pixel
        )

    def points(self, size: float) -> float:
        return round(size * self.pixel / 12_700, 1)

    def drop(self, name: str) -> None:
        """An empty place would tell the presenter to click and write."""
        element = self.places[name]._element
        element.getparent().remove(element)


def powerpoint_of(filled: FilledSet, template: Path | None = None) -> bytes:
    """A .pptx, one slide a sheet. PlainError for a set without sheets, or a template that cannot be used."""
    refuse_no_sheets(filled)
    presentation = opened(template) if template else own_template()
    layout = layout_of(presentation)
    for number, sheet in enumerate(filled.sheets, 1):
        _fill(_canvas(presentation, layout), filled, sheet, f"{number} / {len(filled.sheets)}")
    presentation.core_properties.title = clean(filled.name)
    presentation.core_properties.language = "da-DK"
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def _canvas(presentation: Opened, layout: SlideLayout) -> Canvas:
    slide = presentation.slides.add_slide(layout)
    by_id = {place.placeholder_format.idx: place for place in slide.placeholders}
    named = {name: by_id[place.placeholder_format.idx] for name, place in places_in(layout).items()}
    for name, place in named.items():
        place.name = name
    for place in by_id.values():
        if place not in named.values():
            place._element.getparent().remove(place._element)
    return Canvas(slide, named, int(presentation.slide_width or 0) / WIDE)


def _fill(canvas: Canvas, filled: FilledSet, sheet: FilledSheet, page: str) -> None:
    title = title_fitted(sheet, canvas.area("Titel"))
    write_line(canvas.places["Titel"], title.texts[0], canvas.points(title.size))
    small = canvas.points(SMALL)
    write_line(canvas.places["Emne"], fitted_line(filled.name, canvas.area("Emne")), small)
    write_line(canvas.places["Kilde"], fitted_line(sheet.source, canvas.area("Kilde")), small)
    write_line(canvas.places["Side"], page, small)
    if sheet.numbers:
        found = fitted_numbers(sheet.numbers, canvas.area("Tal"))
        write_numbers(
            canvas.places["Tal"], found.numbers, canvas.points(found.size), canvas.points(found.small)
        )
    else:
        canvas.drop("Tal")
    _fill_lists(canvas, sheet)
    _fill_chart(canvas, sheet)


def _fill_lists(canvas: Canvas, sheet: FilledSheet) -> None:
    """Where one list's place is above the other's, the longer one gets what the other does not need."""
    upper, lower = (canvas.places[name] for name in HEADINGS)
    if upper.left == lower.left and upper.width == lower.width and upper.top < lower.top:
        area = canvas.area(HEADINGS[0])
        whole = replace(area, height=(lower.top + lower.height - upper.top) / canvas.pixel)
        found = fitted_lists(sheet, whole)
        if found.lists:
            both = len(found.lists) == len(HEADINGS)
            alone = whole.height if sheet.challenges else 0
            _divide(canvas, found.height(0, area.width) if both else alone)
        _write_lists(canvas, found)
        return
    halves = (replace(sheet, tendencies=()), replace(sheet, challenges=()))
    each = [fitted_lists(half, canvas.area(name)) for name, half in zip(HEADINGS, halves, strict=True)]
    size = min(found.size for found in each)
    _write_lists(canvas, FittedLists(size, tuple(one for found in each for one in found.lists)))


def _divide(canvas: Canvas, needed: float) -> None:
    """The first list's place is `needed` pixels high, the other's what is left."""
    upper, lower = (canvas.places[name] for name in HEADINGS)
    left, top, width, end = upper.left, upper.top, upper.width, lower.top + lower.height
    border = Emu(int(top + needed * canvas.pixel))
    upper.left, upper.top, upper.width, upper.height = left, top, width, Emu(border - top)
    lower.left, lower.top, lower.width, lower.height = left, border, width, Emu(end - border)


def _write_lists(canvas: Canvas, found: FittedLists) -> None:
    sizes = [canvas.points(size) for size in (found.size, HEADING_SIZE, BETWEEN)]
    given = dict(found.lists)
    for name in HEADINGS:
        if name in given:
            write_list(canvas.places[name], name, given[name], *sizes)
        else:
            canvas.drop(name)


def _fill_chart(canvas: Canvas, sheet: FilledSheet) -> None:
    chart, place = sheet.chart, canvas.places[CHART]
    said = sheet.lacking or (
        "" if chart and chart.categories and chart.series else "Der er ingen tal at vise."
    )
    if chart and not said:
        unit = scale_of(chart).unit
        told = f"{sheet.subtitle} ({unit})" if unit not in ("", "pct.") else sheet.subtitle
        said = f"{told}. {hidden_note(chart)}" if chart.hides else told
        box = (Emu(place.left), Emu(place.top), Emu(place.width), Emu(place.height))
        add_chart(canvas.slide, chart, box, canvas.points(SMALL))
    canvas.drop(CHART)
    write_line(
        canvas.places["Diagramtekst"], fitted_text(said, canvas.area("Diagramtekst")), canvas.points(SMALL)
    )
