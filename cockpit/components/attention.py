"""Kræver opmærksomhed: what the figures say someone should look at now, the most pressing first."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from cockpit.components.answers import Answer, ask
from cockpit.components.labels import VALUES
from cockpit.components.markup import link
from cockpit.components.tile import mark
from cockpit.components.view import View
from cockpit.wording import PlainError, number

LEVELS = {"breach": "Haster", "watch": "Hold øje"}


@dataclass(frozen=True)
class Matter:
    """One sentence with its number, what lies behind it, and where to look further."""

    level: str
    sentence: str
    behind: str
    place: str
    href: str


def matters(view: View) -> list[Matter]:
    """Everything found, breaches first; a figure whose extract is not delivered has nothing to say."""
    found: list[Matter] = []
    for look in (_teams, _without_rate, _rejected):
        try:
            found += look(view)
        except PlainError:
            continue
    return sorted(found, key=lambda matter: matter.level != "breach")


def _teams(view: View) -> list[Matter]:
    answer = ask("caseload", view.filters, by="team")
    over = [row for row in answer.rows if row["status"] == "over"]
    lacking = [row for row in answer.rows if row["status"] == "no_fte"]
    return [
        Matter(
            "breach",
            f"{_team(row['by_value'])}: {number(row['citizens_per_fte'], 1)} borgere pr. fuldtidsrådgiver",
            f"Vejledende højst {number(row['guideline_high'])} · {number(row['citizens'])} borgere "
            f"på {number(row['fte'], 1)} årsværk",
            "Sagstal",
            view.elsewhere("/sagstal"),
        )
        for row in sorted(over, key=lambda row: -row["citizens_per_fte"])
    ] + [
        Matter(
            "watch",
            f"{_team(row['by_value'])}: {number(row['citizens'])} borgere og ingen årsværk",
            "Teamet har sager, men ingen ansatte på dagen",
            "Sagstal",
            view.elsewhere("/sagstal"),
        )
        for row in lacking
    ]


def _team(name: str | None) -> str:
    text = "Uden team" if name in (None, "uoplyst") else str(name)
    return text if text.lower().startswith(("team", "uden")) else f"Team {text}"


def _without_rate(view: View) -> list[Matter]:
    answer = ask("cost", view.filters, from_year=str(view.filters.end.year))
    count = sum(row["services_without_rate"] for row in answer.rows)
    if not count:
        return []
    noun = "indsats" if count == 1 else "indsatser"
    return [
        Matter(
            "watch",
            f"{number(count)} {noun} i {view.filters.end.year} mangler takst",
            "De koster nul i tallene, til taksten er med i udtrækket",
            "Udgift",
            view.figure_page(answer),
        )
    ]


def _rejected(view: View) -> list[Matter]:
    answer = ask("load_quality", view.filters)
    count = sum(row["rows_rejected"] for row in answer.rows)
    if not count:
        return []
    noun = "række" if count == 1 else "rækker"
    return [
        Matter(
            "watch",
            f"{number(count)} {noun} afvist i seneste udtræk",
            _most(answer),
            "Data",
            view.elsewhere("/data"),
        )
    ]


def _most(answer: Answer) -> str:
    """The extracts with rejected rows, the most first: `Indsatser 6 · Takster 4`."""
    rows = sorted((row for row in answer.rows if row["rows_rejected"]), key=lambda row: -row["rows_rejected"])
    names = VALUES["extract"]
    return " · ".join(
        f"{names.get(row['extract'], row['extract'])} {number(row['rows_rejected'])}" for row in rows
    )


def attention_list(found: Sequence[Matter]) -> Component:
    return html.Ul([_item(matter) for matter in found], className="attention")


def _item(matter: Matter) -> Component:
    level = html.Span(f"{LEVELS[matter.level]}: ", className="hidden-text")
    return html.Li(
        [
            mark(matter.level),
            html.Span([level, matter.sentence]),
            link(matter.place, matter.href),
            html.Span(matter.behind, className="more"),
        ]
    )
