"""XLSX of what the screen shows: real numbers and dates, and a sheet that says what they are."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cockpit.components.answers import Answer
from cockpit.components.cells import PLAIN_YEAR, is_number, is_share, kind_of
from cockpit.components.cells import cell as shown_cell
from cockpit.components.export import told
from cockpit.components.options import Options
from cockpit.components.table import LEFT_OUT
from cockpit.periods import month_end
from cockpit.wording import date_text

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Text from the professional systems stays text, whatever it begins with.
SAFE = {"in_memory": True} | dict.fromkeys(
    ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
)
# Spreadsheets write them by the reader's own language: 1.234,5 in a Danish one.
SHARE, WHOLE, FRACTION, YEAR = "0.0%", "#,##0", "#,##0.00", "0"
MOMENT, DAY, MONTH, MONTH_SO_FAR = "dd-mm-yyyy hh:mm", "dd-mm-yyyy", "mmm yyyy", 'mmm yyyy", pr. "dd-mm-yyyy'
FORMS = (SHARE, WHOLE, FRACTION, YEAR, MOMENT, DAY, MONTH, MONTH_SO_FAR)
WIDEST = 60


def workbook(answer: Answer, options: Options) -> bytes:
    """Two sheets: `Tal` with the rows of the screen, `Om tallene` with definition, filters and date."""
    out = BytesIO()
    with Workbook(out, SAFE) as book:
        _write_figures(book, answer, options)
        _write_meaning(book, answer, options)
    return out.getvalue()


def _write_figures(book: Workbook, answer: Answer, options: Options) -> None:
    sheet = book.add_worksheet("Tal")
    columns = [column for column in answer.columns if column not in LEFT_OUT]
    bold = book.add_format({"bold": True})
    formats = {form: book.add_format({"num_format": form}) for form in FORMS}
    for place, column in enumerate(columns):
        sheet.write_string(0, place, answer.heading(column), bold)
        for line, row in enumerate(answer.rows, start=1):
            _write(sheet, line, place, (kind_of(column, row), row[column]), answer, options, formats)
    sheet.freeze_panes(1, 0)
    sheet.autofit(WIDEST * 7)


def _write(
    sheet: Worksheet,
    line: int,
    place: int,
    found: tuple[str, Any],
    answer: Answer,
    options: Options,
    formats: dict[str, Format],
) -> None:
    column, value = found
    if value is None and column != "by_value":
        return
    period = answer.parameters.get("period") if column == "period_start" else None
    if is_number(value):
        sheet.write_number(line, place, float(value), formats[_number_form(column, value)])
    elif isinstance(value, datetime):
        to_the_minute = value.replace(second=0, microsecond=0, tzinfo=None)
        sheet.write_datetime(line, place, to_the_minute, formats[MOMENT])
    elif period == "year" and isinstance(value, date):
        sheet.write_number(line, place, value.year, formats[YEAR])
    elif isinstance(value, date) and period != "quarter":
        sheet.write_datetime(line, place, value, formats[_date_form(column, value)])
    else:
        sheet.write_string(line, place, shown_cell(column, value, answer.parameters, options))


def _date_form(column: str, value: date) -> str:
    """A month is written by its name, one that is not over with the day it is counted to."""
    if column == "period_start":
        return MONTH
    if column == "month":
        return MONTH if value == month_end(value) else MONTH_SO_FAR
    return DAY


def _number_form(column: str, value: Any) -> str:
    if column in PLAIN_YEAR:
        return YEAR
    if is_share(column):
        return SHARE
    return WHOLE if isinstance(value, int) or Decimal(str(value)) % 1 == 0 else FRACTION


def _write_meaning(book: Workbook, answer: Answer, options: Options) -> None:
    sheet = book.add_worksheet("Om tallene")
    bold, wrapped = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True})
    definition = answer.definition
    lines = [
        ("Nøgletal", definition.title),
        ("Spørgsmål", definition.question),
        ("Enhed", definition.unit),
        ("Opgjort pr.", date_text(answer.as_of)),
        *told(answer, options),
        ("Tæller", definition.numerator),
        ("Nævner", definition.denominator),
        ("Hvorfor", definition.why),
        ("Spørg om", definition.ask),
        ("Forbehold", definition.caveat),
        ("Ansvarlig", definition.owner),
    ]
    for line, (name, text) in enumerate((name, text) for name, text in lines if text):
        sheet.write_string(line, 0, name, bold)
        sheet.write_string(line, 1, text, wrapped)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)
