"""What is wrong today: deadlines overdue, teams over the guideline, gaps in the data."""

from typing import Any

from cockpit.components.answers import Answer, ask
from cockpit.components.caseload import teams_within
from cockpit.components.deadline_cards import LISTED, LISTS
from cockpit.components.labels import VALUES, value_name
from cockpit.components.matter import MOST_NAMED, Matter, at, largest, noun
from cockpit.components.view import View
from cockpit.keyfigures import may_run
from cockpit.wording import number

DAYS = "30"
DEADLINES = "/frister"


def list_behind() -> dict[str, str]:
    """What of the page's address shows the list behind the number, for those who may see it."""
    return {LISTS.key: LISTED} if may_run("deadline_list") else {}


def overdue(view: View) -> list[Matter]:
    """Open deadlines that have passed, all kinds together."""
    answer = ask("deadline_risk", view.filters, days=DAYS)
    count, behind = by_kind(answer, "overdue", view)
    if not count:
        return []
    sentence = f"{number(count)} {noun(count, 'frist', 'frister')} er overskredet og ikke afsluttet"
    return [Matter("breach", sentence, behind, "Frister", at(view, DEADLINES, **list_behind()))]


def by_kind(answer: Answer, column: str, view: View) -> tuple[int, str]:
    """How many in all, and how many of the kinds that have most."""
    counts: dict[str, int] = {}
    for row in answer.rows:
        if row[column]:
            counts[row["kind"]] = counts.get(row["kind"], 0) + row[column]
    told = [f"{value_name('kind', kind, view.options)} {number(count)}" for kind, count in counts.items()]
    return sum(counts.values()), largest(list(counts.items()), told)


def teams(view: View) -> list[Matter]:
    """The teams furthest over their guideline by name, the others as a number."""
    over = [row for row in _teams(view) if row["status"] == "over"]
    over.sort(key=lambda row: -row["citizens_per_fte"])
    href = at(view, "/sagstal")
    found = [
        Matter(
            "breach",
            f"{_team(row['by_value'])}: {number(row['citizens_per_fte'], 1)} borgere pr. fuldtidsrådgiver",
            f"Vejledende højst {number(row['guideline_high'])} · {number(row['citizens'])} borgere "
            f"på {number(row['fte'], 1)} årsværk",
            "Sagstal",
            at(view, "/sagstal", team=row["by_value"]),
        )
        for row in over[:MOST_NAMED]
    ]
    if left := len(over) - len(found):
        sentence = f"{number(left)} {noun(left, 'andet team', 'andre teams')} over det vejledende"
        found.append(Matter("breach", sentence, "", "Sagstal", href))
    return found


def teams_without_staff(view: View) -> list[Matter]:
    lacking = [row for row in _teams(view) if row["status"] == "no_fte"]
    if not lacking:
        return []
    sentence = f"{number(len(lacking))} teams har sager og ingen årsværk"
    if len(lacking) == 1:
        row = lacking[0]
        sentence = f"{_team(row['by_value'])}: {number(row['citizens'])} borgere og ingen årsværk"
    named = [(_team(row["by_value"]), row["citizens"]) for row in lacking]
    told = [f"{name} {number(citizens)}" for name, citizens in named]
    behind = largest(named, told) if len(lacking) > 1 else "Teamet har sager, men ingen ansatte på dagen"
    return [Matter("watch", sentence, behind, "Sagstal", at(view, "/sagstal"))]


def _teams(view: View) -> list[dict[str, Any]]:
    """Those that the page Sagstal shows with the same filters."""
    return teams_within(ask("caseload", view.filters, by="team"), view)


def _team(name: str | None) -> str:
    text = "Uden team" if name in (None, "uoplyst") else str(name)
    return text if text.lower().startswith(("team", "uden")) else f"Team {text}"


def without_rate(view: View) -> list[Matter]:
    answer = ask("cost", view.filters, from_year=str(view.filters.end.year))
    count = sum(row["services_without_rate"] for row in answer.rows)
    if not count:
        return []
    sentence = (
        f"{number(count)} {noun(count, 'indsats', 'indsatser')} i {view.filters.end.year} mangler takst"
    )
    behind = "De koster nul i tallene, til taksten er med i udtrækket"
    shown = {"by": "section", "vis": "services_without_rate", "from_year": str(view.filters.end.year)}
    return [Matter("watch", sentence, behind, "Udgift", view.figure("cost", **shown))]


def rejected(view: View) -> list[Matter]:
    answer = ask("load_quality", view.filters)
    lost: list[dict[str, Any]] = [row for row in answer.rows if row["rows_rejected"]]
    if not lost:
        return []
    count = sum(row["rows_rejected"] for row in lost)
    names = VALUES["extract"]
    named = [(names.get(row["extract"], row["extract"]), row["rows_rejected"]) for row in lost]
    behind = largest(named, [f"{name} {number(rows)}" for name, rows in named])
    sentence = f"{number(count)} {noun(count, 'række', 'rækker')} afvist i seneste udtræk"
    return [Matter("watch", sentence, behind, "Data", at(view, "/data"))]
