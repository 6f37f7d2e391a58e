"""Siden sidst: which figures the version in use has changed for past periods, and by how much."""

from dash import html
from dash.development.base_component import Component

from cockpit.components.address import address
from cockpit.components.card import card
from cockpit.components.cells import by_name, cell
from cockpit.components.filters import Filters
from cockpit.components.labels import heading
from cockpit.components.markup import link
from cockpit.components.view import FIGURES, View
from cockpit.keyfigures import catalogue
from cockpit.keyfigures.changes import COMPARING, Change, SinceLast, since_last
from cockpit.wording import date_text, number

NO_EARLIER = "Der er ingen tidligere version at sammenligne med."
PERIODS = ("period_start", "month", "year")


def since_card(view: View) -> Component:
    """The card; `view` as the page scopes it."""
    found = since_last(filter_values(view.filters))
    body = html.Ul([_item(change, view) for change in found.changes], className="attention since")
    return card(
        "overblik-since",
        "Siden sidst",
        since_words(found),
        [body] if found.changes else [],
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
    if not found.changes:
        return f"Ingen tal for tidligere perioder er ændret siden versionen opgjort pr. {day}."
    return f"Tal for tidligere perioder, der er ændret siden versionen opgjort pr. {day}"


def change_sentence(change: Change, view: View) -> str:
    """`Til- og afgang, august 2025: bestand ved slut 203 er nu 204`."""
    given: dict[str, str | None] = dict(change.given)
    before, now = (cell(change.column, value, given, view.options) for value in (change.before, change.now))
    when = next(
        (cell(name, change.row[name], given, view.options) for name in PERIODS if name in change.row), ""
    )
    column = heading(change.column)
    title = f"{catalogue()[change.figure].title}, {when}" if when else catalogue()[change.figure].title
    return f"{title}: {column[:1].lower()}{column[1:]} {before} er nu {now}"


def _item(change: Change, view: View) -> Component:
    href = address(f"{FIGURES}/{COMPARING}", dict(change.given))
    parts = [
        by_name(value, dict(change.given), view.options)
        if name == "by_value"
        else cell(name, value, dict(change.given), view.options)
        for name, value in change.row.items()
        if name not in PERIODS and value is not None and name != "period_end"
    ]
    more = f"{number(change.rows)} tal er ændret; det mest ændrede vises" if change.rows > 1 else ""
    behind = " · ".join([*parts, more] if more else parts)
    return html.Li(
        [
            html.Span(className="mark rest"),
            html.Span(change_sentence(change, view)),
            link("Se ændringer", href),
            html.Span(behind, className="more"),
        ]
    )
