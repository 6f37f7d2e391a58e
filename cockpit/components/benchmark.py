"""Every figure that is compared, laid out with our own place among the municipalities."""

from dataclasses import replace

from cockpit.components.answers import Answer, answer
from cockpit.components.options import Options
from cockpit.findings.benchmark import own_row
from cockpit.keyfigures import compared_years

COLUMNS = ("figure", "year", "value", "median", "distance", "rank", "municipalities")


def our_places(found: Answer, options: Options) -> Answer:
    """One row for each figure, in its newest year; what is not published for us stays empty."""
    reader = options.reader
    rows = []
    for figure, years in (compared_years(reader) if reader else {}).items():
        there = answer(found.definition.id, {"figure": figure, "year": str(years[-1])}).rows
        ours = own_row(there, reader.version.municipality if reader else "") or {}
        told = {"figure": figure, "year": years[-1], "municipalities": len(there)}
        rows.append({name: ours.get(name) for name in COLUMNS} | told)
    return replace(found, columns=COLUMNS, rows=rows, parameters={})
