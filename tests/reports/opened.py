"""A PowerPoint file opened again, also what is packed inside what is packed in it."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
from pptx import Presentation


def slides_of(file: bytes) -> list[Any]:
    return list(Presentation(io.BytesIO(file)).slides)


def chart_of(slide: Any) -> Any:
    """The frame of its chart."""
    return next(shape for shape in slide.shapes if shape.has_chart)


def cells_of(frame: Any) -> list[tuple[Any, ...]]:
    """The rows of the workbook that opens when the chart's numbers are edited."""
    blob = frame.chart.part.chart_workbook.xlsx_part.blob
    return list(openpyxl.load_workbook(io.BytesIO(blob)).worksheets[0].iter_rows(values_only=True))


def parts(file: bytes, within: str = "") -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if content.startswith(b"PK"):
                yield from parts(content, f"{within}{name}!")
            else:
                yield f"{within}{name}", content


def texts_of(slide: Any) -> dict[str, list[str]]:
    """The paragraphs of each place by the place's name."""
    return {
        shape.name: [paragraph.text for paragraph in shape.text_frame.paragraphs]
        for shape in slide.shapes
        if shape.has_text_frame
    }
