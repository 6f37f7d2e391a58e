"""The finite set: every table that a politician can read; nothing else is ever answered.

Classes are merged first, so that most cells can stay: ages under 25, 25–66 and 67+, cost intervals under 1,
1–2 and over 2 mio. kr. What is counted through a year is told when the year is over: else the difference
between two versions a month apart would tell of the few who came or left in between.
"""

from dataclasses import dataclass
from datetime import date

from cockpit.periods import ONE_DAY

YEARS = 5
# The figures that count no people and read no citizen's rows: comparisons are published by others, and of
# initiatives stands what their owners have written.
OPEN_FIGURES = ("benchmark", "initiatives")


@dataclass(frozen=True)
class Table:
    """One key figure with fixed parameters, along one value of `by`, at fixed times.

    `times`: `years` up to the as-of date, `whole_years`, `days` (each year's last and the as-of date),
    `months` that the ledger is told to, or `now`. `keys` are the columns that say what a row is, `counts`
    those that count people, `follows` those that stand on them and are shown only where all of them are. Of
    the figure's other columns nothing is shown. With `one_row` the figure's rows are added up.
    """

    figure: str
    times: str
    keys: tuple[str, ...]
    counts: tuple[str, ...]
    follows: tuple[str, ...] = ()
    by: str = ""
    fixed: tuple[tuple[str, str], ...] = ()
    one_row: bool = False

    @property
    def name(self) -> str:
        return f"{self.figure} by {self.by}" if self.by else self.figure

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.keys, *self.counts, *self.follows)


FLOW = (("period", "year"),)
AGES = (("bands", "25,67"),)
INTERVALS = (("limits", "1000000,2000000"),)
PERIOD = ("period_start", "period_end", "by_value")
LEVELS = ("none", "area", "group")

TABLES = (
    *(
        Table("stock_flow", "years", (*PERIOD, "complete"), ("opening", "inflow", "outflow", "closing"),
              by=by, fixed=FLOW)
        for by in LEVELS
    ),
    Table("stock_flow", "years", (*PERIOD, "complete"), ("opening", "closing"), by="section", fixed=FLOW),
    *(Table("age_intervals", "days", ("age_band", "by_value"), ("citizens",), by=by, fixed=AGES)
      for by in LEVELS),
    *(Table("cost_intervals", "whole_years", ("year", "by_value", "interval"), ("citizens",),
            by=by, fixed=INTERVALS)
      for by in LEVELS),
    # Only divided: from the price of the whole and of the other groups that of a hidden one could be guessed.
    Table("cost", "whole_years", ("year", "by_value"), ("citizens",), ("unit_cost",), by="group"),
    Table("deadlines_kept", "whole_years", ("period_start", "kind"), ("due", "kept", "breached"),
          ("share_kept", "median_days"), fixed=FLOW),
    Table("caseload", "now", ("by_value",), ("cases", "citizens"),
          ("weighted_cases", "fte", "citizens_per_fte", "guideline_low", "guideline_high", "status"),
          by="area"),
    Table("market", "now", ("direction", "owner", "group"), ("citizens",)),
    Table("places", "now", ("owner",), ("places", "own_citizens", "sold", "free"), ("occupancy_rate",),
          one_row=True),
    # What an account was granted is public; what it has cost is that of those behind it.
    Table("budget", "months", ("account", "original_budget", "revised_budget"), (),
          ("actual", "forecast", "variance", "share_used")),
)  # fmt: skip


def usual_choices(figure: str) -> dict[str, str]:
    """The parameters, beside those of time, by which the figure's first table is asked for."""
    first = next((table for table in TABLES if table.figure == figure), None)
    if first is None:
        return {}
    return dict(first.fixed) | ({"by": first.by} if first.by else {})


def asked_at(times: str, figure_takes: set[str], as_of: date) -> list[dict[str, str]]:
    """The parameters of time that fill a table: one question for a span of years, one for each day."""
    if times == "now":
        return [{"on": as_of.isoformat()}]
    if times == "days":
        return [{"on": day.isoformat()} for day in days_shown(as_of)]
    years = range(first_year(as_of), as_of.year + 1) if times == "years" else whole_years(as_of)
    first, last = years[0], years[-1]
    if "from_year" in figure_takes:
        return [{"from_year": f"{first}", "to_year": f"{last}"}]
    return [{"from": f"{first}-01-01", "to": min(date(last, 12, 31), as_of).isoformat()}]


def days_shown(as_of: date) -> list[date]:
    """The last day of each year, and the as-of date."""
    ends = [date(year, 12, 31) for year in range(first_year(as_of), as_of.year)]
    return [*ends, as_of]


def first_year(as_of: date) -> int:
    return as_of.year - YEARS + 1


def whole_years(as_of: date) -> range:
    """As many as `first_year` gives, all of them over: a change over four of them can then be told."""
    return range(last_whole_year(as_of) - YEARS + 1, last_whole_year(as_of) + 1)


def last_whole_year(as_of: date) -> int:
    return (as_of + ONE_DAY).year - 1
