"""Which areas each team has cases in, so that a page may show the teams of one area."""

from datetime import date

from cockpit.warehouse import Reader

AREAS = """
with teams as (
    select caseworker_id, team,
        row_number() over (partition by caseworker_id order by from_date desc nulls last) as place
    from caseworkers where from_date <= :on
),
carried as (
    select caseworker_id, area from assignment_facts where from_date <= :on and last_day >= :on
    group by caseworker_id, area
)
select distinct coalesce(teams.team, 'uoplyst') as team, carried.area
from carried
left join teams on teams.caseworker_id = carried.caseworker_id and teams.place = 1
order by 1, 2
"""


def areas_of_teams(reader: Reader, on: date) -> dict[str, tuple[str, ...]]:
    """Team, as `by_value` of caseload names it, to the areas that it has cases in on the day."""
    rows = reader.remembered(("areas_of_teams", on), lambda: reader.rows(AREAS, {"on": on}))
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        found[row["team"]] = (*found.get(row["team"], ()), row["area"])
    return found
