"""Siden sidst: which figures the version in use has changed for past periods, and by how much."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from cockpit.components.address import address
from cockpit.components.card import card
from cockpit.components.cells import by_name, cell
from cockpit.components.change_words import changed, share_changed
from cockpit.components.filters import Filters
from cockpit.components.markup import link
from cockpit.components.view import FIGURES, View
from cockpit.keyfigures import catalogue
from cockpit.keyfigures.changes import COMPARING, YEARS, Change, SinceLast, since_last
from cockpit.wording import date_text, listed, month_name, number

NO_EARLIER = "Der er ingen tidligere version at sammenligne med."
PERIODS = ("period_start", "month", "year")


def since_card(view: View) -> Component:
    """The card; `view` as the page scopes it."""
    found = since_last(filter_values(view.filters))
    items = html.Ul([_item(change, view) for change in found.changes], className="attention since")
    return card(
        "overblik-since",
        "Siden sidst",
        since_words(found),
        [*([items] if found.changes else []), *_looked_at(found)],
        class_name="since-card",
    )


def filter_values(filters: Filters) -> dict[str, str]:
    """The filters by the parameters that figures take, without the period: the comparison has its own."""
    values = {
        "role": filters.role,
        "area": ",".join(filters.areas),
        "group": ",".join(filters.groups),
        "section": ",".join(filters.sections),
        "owner": ",".join(filters.owners),
    }
    return {name: value for name, value in values.items() if value}


def since_words(found: SinceLast) -> str:
    if found.before is None:
        return NO_EARLIER
    day = date_text(found.before.as_of)
    if not found.compared:
        return f"Ingen nøgletal kan sammenlignes med versionen opgjort pr. {day}."
    if not found.changes:
        count = number(len(found.compared))
        return f"Ingen af de {count} nøgletal, der sammenlignes, er ændret siden versionen opgjort pr. {day}"
    return (
        f"Tal for tidligere perioder, der er ændret siden versionen opgjort pr. {day}, mest i procent først"
    )


def _looked_at(found: SinceLast) -> list[Component]:
    if not found.compared:
        return []
    names = listed(sorted(catalogue()[figure].title for figure in found.compared))
    told = f"Sammenlignet for de seneste {YEARS} år, med de filtre, som nøgletallet har: {names}."
    return [
        html.Details(
            [html.Summary("Hvad er sammenlignet?"), html.P(told, className="card-sub")],
            className="more-choices",
        )
    ]


def change_sentence(change: Change, view: View) -> str:
    """`Til- og afgang, august 2025: bestand ved slut 203 er nu 204 (+1)`."""
    told = changed(change.column, change.before, change.now)
    return f"{catalogue()[change.figure].title}, {_when(change, view)}: {told}"


def _when(change: Change, view: View) -> str:
    """The row's own period, else the one that was asked for."""
    row, given = change.row, dict[str, str | None](change.given)
    if name := next((name for name in PERIODS if name in row), ""):
        return cell(name, row[name], given, view.options)
    if day := change.given.get("on"):
        return f"pr. {date_text(date.fromisoformat(day))}"
    year, month = change.given.get("year"), change.given.get("month")
    if year and month:
        return f"til og med {month_name(date(int(year), int(month), 1))}"
    return year or f"{change.given['from'][:4]}–{change.given['to'][:4]}"


def _item(change: Change, view: View) -> Component:
    href = address(f"{FIGURES}/{COMPARING}", dict(change.given))
    more = f"{number(change.rows)} tal er ændret; det mest ændrede vises" if change.rows > 1 else ""
    behind = [share_changed(change.column, change.before, change.now), *_place(change, view), more]
    return html.Li(
        [
            html.Span(change_sentence(change, view)),
            link("Se ændringer", href),
            html.Span(" · ".join(filter(None, behind)), className="more"),
        ]
    )


def _place(change: Change, view: View) -> list[str]:
    """What the row is about beside its period."""
    given = dict[str, str | None](change.given)
    return [
        by_name(value, given, view.options) if name == "by_value" else cell(name, value, given, view.options)
        for name, value in change.row.items()
        if name not in (*PERIODS, "period_end") and value is not None
    ]
