"""CSV of what the screen shows: the same rows and headings, numbers in full, filters and as-of date on it."""

import csv
from io import StringIO

from cockpit.components.answers import Answer
from cockpit.components.cells import full_cell, kind_of
from cockpit.components.formulas import no_formula
from cockpit.components.labels import BY, VALUES, figure_name, value_name
from cockpit.components.options import Options
from cockpit.components.table import LEFT_OUT
from cockpit.wording import date_text, parse_date

BYTE_ORDER_MARK = "\ufeff"


def csv_text(answer: Answer, options: Options) -> str:
    """`;` between fields, decimal comma, byte order mark: as a Danish spreadsheet opens it."""
    columns = [column for column in answer.columns if column not in LEFT_OUT]
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([answer.definition.title])
    writer.writerows([name, no_formula(value)] for name, value in told(answer, options))
    writer.writerow(["Opgjort pr.", date_text(answer.as_of)])
    writer.writerow([])
    writer.writerow([answer.heading(column) for column in columns])
    for row in answer.rows:
        writer.writerow(
            full_cell(kind_of(column, row), row[column], answer.parameters, options) for column in columns
        )
    return BYTE_ORDER_MARK + out.getvalue()


def told(answer: Answer, options: Options) -> list[tuple[str, str]]:
    """The parameters in force, by their Danish names; those without a value are left out."""
    labels = {parameter.name: parameter for parameter in answer.definition.parameters}
    return [
        (labels[name].label, _value(name, labels[name].kind, value, options))
        for name, value in answer.parameters.items()
        if value
    ]


def _value(name: str, kind: str, value: str, options: Options) -> str:
    if kind == "date":
        return date_text(parse_date(value))
    if kind == "list":
        return ", ".join(value_name(name, one, options) for one in value.split(","))
    if name == "by":
        return BY.get(value, value)
    if name == "figure":
        return figure_name(value)
    return VALUES.get(name, {}).get(value, value)
