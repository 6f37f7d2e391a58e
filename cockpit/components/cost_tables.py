"""Cost intervals and stocks by owner laid out by year."""

from cockpit.components.answers import Answer
from cockpit.components.cells import by_name, interval_name
from cockpit.components.labels import heading
from cockpit.components.options import Options
from cockpit.components.year_table import YearTable, first_and_last, whole_years, year_table


def interval_table(answer: Answer) -> YearTable:
    """cost_intervals without `by`: every citizen stands in one interval, so the rows sum to the total.

    Compared are years that are over: one that is not will meet more citizens before it ends.
    """
    years = sorted({row["year"] for row in answer.rows})
    names = {row["interval"]: interval_name(row["interval"]) for row in answer.rows}
    cells = {(row["interval"], row["year"]): row["citizens"] for row in answer.rows}
    total = {year: sum(cells[name, year] for name in names) for year in years}
    compared = whole_years(years, answer.as_of)
    return year_table(heading("interval"), names, cells, years, total=total, compared=compared)


def stock_table(divided: Answer, whole: Answer, options: Options) -> YearTable:
    """stock_flow by year, once divided and once whole: the stock at each year's end, or on the as-of date.

    The total is the whole's own, for a citizen with two values counts in both and once in the total.
    Stocks are counted on a day, so a year that is not over may be compared as well.
    """
    years = sorted({row["period_start"].year for row in whole.rows})
    cells = {(_key(row["by_value"]), row["period_start"].year): row["closing"] for row in divided.rows}
    by = divided.parameters.get("by")
    anyone = [key for key in dict.fromkeys(key for key, _ in cells) if any(cells[key, y] for y in years)]
    latest = sorted(anyone, key=lambda key: -cells[key, years[-1]])
    names = {key: by_name(key, divided.parameters, options) for key in latest}
    total = {row["period_start"].year: row["closing"] for row in whole.rows}
    return year_table(heading("by_value", by), names, cells, years, total=total, compared=first_and_last(years))


def _key(value: str | None) -> str:
    return value or "uoplyst"
