"""Cost intervals and stocks laid out by year, and where the money goes."""

from dataclasses import dataclass

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
    return year_table(
        heading("by_value", by), names, cells, years, total=total, compared=first_and_last(years)
    )


def _key(value: str | None) -> str:
    return value or "uoplyst"


@dataclass(frozen=True)
class CostLine:
    """kr. of one section or provider; `sentence` is its longer name, `share` (of the dearest) its bar."""

    key: str
    name: str
    sentence: str
    total: float
    supplement: float
    citizens: int
    full_year_persons: float | None
    unit_cost: float | None
    share: float


def cost_lines(answer: Answer, options: Options) -> list[CostLine]:
    """The rows of cost for one year, divided, in the answer's order."""
    most = max((float(row["total_cost"]) for row in answer.rows), default=0)
    return [
        CostLine(
            key=_key(row["by_value"]),
            name=_names(row["by_value"], answer, options)[0],
            sentence=_names(row["by_value"], answer, options)[1],
            total=float(row["total_cost"]),
            supplement=float(row["supplement_cost"]),
            citizens=row["citizens"],
            full_year_persons=row["full_year_persons"],
            unit_cost=row["unit_cost"],
            share=max(float(row["total_cost"]) / most, 0) if most > 0 else 0,
        )
        for row in answer.rows
    ]


def _names(value: str | None, answer: Answer, options: Options) -> tuple[str, str]:
    """A section's number and its name; of anything else its name alone."""
    section = options.section(value or "") if answer.parameters.get("by") == "section" else None
    return (section.label, section.name) if section else (by_name(value, answer.parameters, options), "")


def without_rate(answer: Answer) -> dict[int, int]:
    """Year → services without a rate, of cost that is not divided; only years that have any."""
    return {row["year"]: row["services_without_rate"] for row in answer.rows if row["services_without_rate"]}
