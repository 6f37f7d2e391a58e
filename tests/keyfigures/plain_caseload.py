"""caseload and caseload_trend."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from tests.keyfigures.plain_flow import periods
from tests.keyfigures.plain_presence import Answer
from tests.keyfigures.plain_rows import MISSING, Assignment, Delivery, WorkerRow

TREND = ("by_value", "cases", "citizens", "fte", "citizens_per_fte")


def covers(row: Assignment | WorkerRow, day: date) -> bool:
    return row.from_date <= day and (row.to_date is None or row.to_date >= day)


def team_of(delivery: Delivery, worker: str, day: date) -> str | None:
    """That of the worker's latest row begun by the day, even if the row has ended."""
    begun = [row for row in delivery.workers if row.worker == worker and row.from_date <= day]
    return max(begun, key=lambda row: row.from_date).team if begun else None


def _fte(delivery: Delivery, workers: set[str], day: date) -> Decimal | None:
    rows = [row.fte for row in delivery.workers if row.worker in workers and covers(row, day)]
    return sum(rows, Decimal(0)) if rows else None


def _guideline(delivery: Delivery, areas: set[str], team: str | None) -> tuple[Decimal, Decimal] | None:
    if len(areas) != 1:
        return None
    area = next(iter(areas))
    return delivery.guidelines.get((area, team)) or delivery.guidelines.get((area, None))


def _status(load: Decimal | None, guideline: tuple[Decimal, Decimal] | None) -> str:
    if load is None:
        return "no_fte"
    if guideline is None:
        return "no_guideline"
    low, high = guideline
    return "under" if load < low else "over" if load > high else "within"


def _line(
    delivery: Delivery, value: str, team: str | None, cases: list[Assignment], workers: set[str], day: date
) -> dict[str, object]:
    fte = _fte(delivery, workers, day)
    citizens = len({row.citizen for row in cases})
    load = citizens / fte if fte else None
    guideline = _guideline(delivery, {row.area for row in cases}, team)
    return {
        "by_value": value,
        "team": team,
        "cases": len({row.case for row in cases}),
        "citizens": citizens,
        "weighted_cases": float(sum(row.weight for row in cases)),
        "fte": None if fte is None else float(fte),
        "citizens_per_fte": None if load is None else float(load),
        "guideline_low": None if guideline is None else float(guideline[0]),
        "guideline_high": None if guideline is None else float(guideline[1]),
        "status": _status(load, guideline),
    }


def caseload(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    day, by = date.fromisoformat(given["on"]), given["by"]
    cases = [row for row in delivery.assignments if covers(row, day)]
    workers = {row.worker for row in cases} | {row.worker for row in delivery.workers if covers(row, day)}
    teams = {worker: team_of(delivery, worker, day) for worker in workers}
    if by == "area":
        return [
            _line(delivery, area, None, those, {row.worker for row in those}, day)
            for area in sorted({row.area for row in cases})
            for those in [[row for row in cases if row.area == area]]
        ]
    if by == "caseworker":
        return [
            _line(delivery, one, teams[one], [row for row in cases if row.worker == one], {one}, day)
            for one in sorted(workers)
        ]
    answer = []
    for team in sorted(set(teams.values()), key=str):
        members = {worker for worker in workers if teams[worker] == team}
        answer.append(
            _line(
                delivery, team or MISSING, team, [row for row in cases if row.worker in members], members, day
            )
        )
    return answer


def caseload_trend(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    """As on the last day of every month that the dates touch; in as-of's month as on as-of."""
    months = periods("month", date.fromisoformat(given["from"]), date.fromisoformat(given["to"]))
    answer: Answer = []
    for _, end in months:
        day = min(end, delivery.as_of)
        for row in caseload(delivery, {"on": day.isoformat(), "by": given["by"]}):
            answer.append({"month": end, **{name: row[name] for name in TREND}})
    return answer


def citizens_of_teams(delivery: Delivery, teams: str) -> set[str]:
    """Whose cases the teams' caseworkers carry on the as-of date."""
    day = delivery.as_of
    return {
        row.citizen
        for row in delivery.assignments
        if covers(row, day) and (team_of(delivery, row.worker, day) or MISSING) in teams.split(",")
    }
