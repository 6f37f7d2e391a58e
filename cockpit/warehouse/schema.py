"""What every version file holds beside its extracts: views, prepared tables, calendars, as-of date."""

import hashlib
from datetime import date
from functools import lru_cache

import duckdb

from cockpit.settings import PROJECT

FIRST_CALENDAR_YEAR = 1900
YEARS_AHEAD = 5

QUERIES = PROJECT / "queries"
NOT_FIGURES = ("shared", "staging", "prepared")
# In the order that they stand on one another.
PREPARED = (
    "year_bases",
    "service_facts",
    "service_years",
    "running_services",
    "spell_cuts",
    "citizen_year_cuts",
    "cut_years",
    "caseload_months",
    "assignment_facts",
)

# DuckDB's prelude: what the portable queries call and each engine defines in its own way.
PRELUDE = "create macro days_between(earlier, later) as date_diff('day', earlier, later)"

CALENDARS = """
create table calendar_day as
    select cast(day as date) as day from range($first, $last, interval 1 day) as days(day);
create table calendar_month as
    select day as month_start, last_day(day) as month_end,
        cast(date_trunc('quarter', day) as date) as quarter_start,
        cast(date_trunc('year', day) as date) as year_start
    from calendar_day where extract(day from day) = 1;
create table calendar_year as
    select cast(extract(year from year_start) as integer) as year,
        year_start, max(month_end) as year_end,
        cast(date_diff('day', year_start, max(month_end)) + 1 as integer) as days
    from calendar_month group by year_start;
"""


def figure_ids() -> list[str]:
    """The ids of all key figures: the names of their files."""
    return sorted(path.stem for path in QUERIES.glob("*/*.sql") if path.parent.name not in NOT_FIGURES)


@lru_cache(maxsize=1)
def layout() -> str:
    """What tells one way of building a version's views and tables from another."""
    return hashlib.sha256("\0".join((CALENDARS, PRELUDE, *_built())).encode()).hexdigest()[:16]


def _built() -> list[str]:
    """The statements that make the views and the prepared tables, in their order."""
    views = [("view", path) for path in sorted((QUERIES / "staging").glob("*.sql"))]
    tables = [("table", QUERIES / "prepared" / f"{name}.sql") for name in PREPARED]
    return [
        f"create {kind} {path.stem} as {path.read_text(encoding='utf-8')}" for kind, path in (*views, *tables)
    ]


def finish_schema(
    connection: duckdb.DuckDBPyConnection, version_id: str, as_of: date, municipality: str
) -> None:
    """Add all that the queries stand on to the draft that is open alone."""
    connection.execute("create table version (version_id varchar, as_of date, municipality varchar)")
    connection.execute("insert into version values (?, ?, ?)", [version_id, as_of, municipality])
    bounds = {"first": date(FIRST_CALENDAR_YEAR, 1, 1), "last": date(as_of.year + YEARS_AHEAD + 1, 1, 1)}
    for statement in CALENDARS.split(";")[:-1]:
        connection.execute(statement, {name: day for name, day in bounds.items() if f"${name}" in statement})
    connection.execute(PRELUDE)
    for statement in _built():
        connection.execute(statement)
