"""What deadlines and waiting times say, by fixed rules: how many, where and when. Never why."""

from collections.abc import Mapping, Sequence
from datetime import date

from cockpit.findings.caseload import team_name
from cockpit.findings.rows import Row, alone_most, total
from cockpit.periods import period_end
from cockpit.wording import in_sentence, number, percent, rounded

FEWEST_DUE = 10
# What is told as the place with most must stand out from chance.
FEWEST_MOST = 3
FEWEST_DECIDED = 10


def last_whole(rows: Sequence[Row], as_of: date) -> date | None:
    """The latest quarter that is over and in which enough fell due to speak of a share."""
    over = {row["period_start"] for row in rows if period_end(row["period_start"], "quarter") <= as_of}
    enough = [start for start in over if total(_of(rows, start), "due") >= FEWEST_DUE]
    return max(enough, default=None)


def kept_title(
    rows: Sequence[Row], names: Mapping[str, str], as_of: date, plain: str = "Overholdte frister"
) -> str:
    """Of deadlines_kept by quarter: the last whole one, and the kind that alone has most breaches."""
    start = last_whole(rows, as_of)
    if start is None:
        return plain
    quarter = _of(rows, start)
    due, kept = total(quarter, "due"), total(quarter, "kept")
    when = f"blev holdt i {(start.month + 2) // 3}. kvartal {start.year}"
    what = f"{names.get(quarter[0]['kind'], quarter[0]['kind'])}: " if len(quarter) == 1 else ""
    if kept == due:
        return f"{what}Alle frister {when}" if not what else f"{what}alle frister {when}"
    # As long as one is breached it is not all of them, however the share is rounded.
    share = percent(min(rounded(kept / due, 2), 0.99), 0)
    most = (
        alone_most({row["kind"]: row["breached"] for row in quarter}, FEWEST_MOST)
        if len(quarter) > 1
        else None
    )
    where = f"; flest brud i {in_sentence(names.get(most, most) or '')}" if most else ""
    return f"{what}{share} {'' if what else 'af fristerne '}{when}{where}"


def risk_title(rows: Sequence[Row], plain: str = "Frister i fare") -> str:
    """Of deadline_risk: how many are overdue, and the team that alone has most of them."""
    overdue = total(rows, "overdue")
    if not rows:
        return plain
    if not overdue:
        return "Ingen frister er overskredet"
    teams: dict[str, float] = {}
    for row in rows:
        teams[row["team"]] = teams.get(row["team"], 0) + row["overdue"]
    most = alone_most(teams, FEWEST_MOST) if len(teams) > 1 else None
    where = f", flest i {_team(most)}" if most else ""
    return f"{number(overdue)} {'frist' if overdue == 1 else 'frister'} er overskredet{where}"


def listed_title(rows: Sequence[Row], days: str, plain: str = "Frister i fare") -> str:
    """Of deadline_list: how many are overdue, and how many fall due soon."""
    if not rows:
        return plain
    overdue = sum(row["days_overdue"] is not None for row in rows)
    soon = len(rows) - overdue
    ahead = f"{number(soon) if soon else 'ingen'} udløber inden for {days} dage"
    if not overdue:
        return f"Ingen frister er overskredet, {ahead}"
    return f"{number(overdue)} {'frist' if overdue == 1 else 'frister'} er overskredet, {ahead}"


def waits_title(rows: Sequence[Row], names: Mapping[str, str], plain: str = "Ventetid efter paragraf") -> str:
    """Of waiting_time: where the median is longest, among those with enough decisions."""
    medians = {
        row["by_value"]: row["median_days_to_decision"]
        for row in rows
        if row["services"] >= FEWEST_DECIDED and row["median_days_to_decision"] is not None
    }
    most = alone_most(medians, FEWEST_MOST) if len(medians) > 1 else None
    return f"Længst ventetid på afgørelse: {names[most]}" if most and most in names else plain


def _of(rows: Sequence[Row], start: date) -> list[Row]:
    return [row for row in rows if row["period_start"] == start]


def _team(team: str | None) -> str:
    name = team_name(team)
    return "sager uden team" if name.startswith("Uden") else name
