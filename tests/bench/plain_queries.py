"""What the plain page asks: the composed SQL of the same figures, each run when it is needed and not kept."""

import os
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from cockpit.keyfigures import catalogue
from cockpit.keyfigures.answering import with_fixed
from cockpit.keyfigures.changes import questions
from cockpit.keyfigures.cuts import prepared_cut
from cockpit.periods import add_months, month_end, one_year_before
from tests.bench.binding import bound

Rows = list[dict[str, Any]]


@cache
def database(back: int = 0) -> duckdb.DuckDBPyConnection:
    """The version file that the cockpit serves, or the one before it; opened once for a process."""
    return duckdb.connect(str(versions()[-1 - back]), read_only=True)


def versions() -> list[Path]:
    return sorted((Path(os.environ["COCKPIT_DATA_DIR"]) / "versions").glob("v*.duckdb"))


@cache
def latest() -> date:
    day: date = database().execute("select as_of from version").fetchall()[0][0]
    return day


def rows_of(figure: str, **given: str | None) -> Rows:
    """One figure's rows of the newest version; the parameters as our own pages give them."""
    return rows_in(0, figure, given)


def rows_in(back: int, figure: str, given: Mapping[str, str | None]) -> Rows:
    """The same of the version so many back."""
    definition = catalogue()[figure]
    values: dict[str, str | None] = {parameter.name: parameter.default for parameter in definition.parameters}
    if "bands" in values:
        values["bands"] = "0,6,12,18,23" if given.get("area") == "børn og unge" else "18,25,35,45,55,67"
    values |= {name: value for name, value in given.items() if name in values}
    values = with_fixed(definition, values)
    sql, parameters = bound(definition.sql, {**values, "cut": prepared_cut(values)})
    frame = database(back).cursor().execute(sql, parameters).df()
    return [
        {str(name): value for name, value in row.items()}
        for row in frame.astype(object).where(frame.notna(), None).to_dict("records")
    ]


def choices(column: str) -> list[str]:
    sql = f"select distinct {column} from reference_section order by 1"
    return [row[0] for row in database().cursor().execute(sql).fetchall()]


class Figures:
    """Everything that one view of the page shows."""

    def __init__(
        self,
        area: str | None,
        section: str | None,
        owner: str | None,
        since: str | None,
        until: str | None,
        role: str,
    ) -> None:
        end = min(month_end(date.fromisoformat(f"{until}-01")), latest()) if until else latest()
        chosen = {"area": area, "section": section, "owner": owner, "role": role}
        unscoped = not (area or section)
        homes = {**chosen, "group": "botilbud"} if unscoped else chosen
        temporary = {**chosen, "section": "SEL 107"} if unscoped else chosen
        two_years = add_months(end, -23)
        start = max(two_years, date.fromisoformat(f"{since}-01")) if since else two_years
        span = {"from": f"{start}", "to": f"{end}"}
        year = str(end.year)
        years = {"from_year": str(end.year - 4), "to_year": year}
        self.committed = rows_of("cost", **homes, **years, basis="committed")
        self.to_date = rows_of("cost", **homes, **years)
        self.flow = rows_of("stock_flow", **homes, period="month", **span)
        self.caseload = [
            row
            for row in rows_of("caseload", on=f"{end}", by="area")
            if row["by_value"] == (area or "voksne")
        ]
        trend = rows_of("caseload_trend", by="area", **span)
        self.caseload_trend = [row for row in trend if row["by_value"] == (area or "voksne")]
        dear = rows_of("cost_intervals", **homes, **years, limits="2000000")
        self.dear = [row["citizens"] for row in dear if row["interval"] == "2000000+"] or [0]
        self.young = [_young(day, chosen) for day in _five_years(end)]
        self.stays = [
            row for window in _windows(since, end) for row in rows_of("length_of_stay", **temporary, **window)
        ]
        self.kept = rows_of("deadlines_kept", period="quarter", **span)
        self.occupancy = rows_of("occupancy", **chosen, **span)
        self.at_risk = rows_of("deadline_risk", days="30")
        self.budget = rows_of("budget", year=year, month=str(end.month))
        self.expiring = rows_of("expiring", **chosen, days="90")
        self.turning_18 = rows_of("turning_18", **chosen, months="12")
        self.teams = rows_of("caseload", on=f"{end}", by="team")
        self.this_year = rows_of("cost", **chosen, from_year=year, to_year=year)
        self.quality = rows_of("load_quality")


def changed(area: str | None, section: str | None, owner: str | None, role: str) -> dict[str, int]:
    """Of each figure that *Siden sidst* tells of, how many rows differ from those of the version before."""
    if len(versions()) < 2:
        return {}
    homes = None if area or section else "botilbud"
    chosen = {"area": area, "section": section, "owner": owner, "role": role, "group": homes}
    found = {}
    for figure, asked in questions(latest()).items():
        found[figure] = 0
        for given in asked:
            then, now = (rows_in(back, figure, {**chosen, **given}) for back in (1, 0))
            found[figure] += sum(row not in then for row in now)
    return found


def _young(day: date, chosen: dict[str, str | None]) -> int:
    rows = rows_of("age_intervals", **chosen, on=f"{day}", diagnosis="ja")
    return int(sum(row["citizens"] for row in rows if row["age_band"] == "18-24"))


def _five_years(end: date) -> list[date]:
    days = [end]
    for _ in range(4):
        days.append(one_year_before(days[-1]))
    return days[::-1]


def _windows(since: str | None, end: date) -> list[dict[str, str | None]]:
    """The years that stays began in: ten years in pairs, or each year of a chosen period."""
    if since:
        first = date.fromisoformat(f"{since}-01")
        pairs = [(year, year) for year in range(first.year, end.year + 1)]
    else:
        first = date.min
        pairs = [(end.year - 2 * back - 1, end.year - 2 * back) for back in reversed(range(5))]
    return [
        {"from": f"{max(date(low, 1, 1), first)}", "to": f"{min(date(high, 12, 31), end)}"}
        for low, high in pairs
    ]
