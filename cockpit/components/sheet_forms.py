"""Making a set, adding a sheet to it, renaming and deleting it."""

from dash import html
from dash.development.base_component import Component

from cockpit.components.markup import also
from cockpit.components.options import Options
from cockpit.components.own_views import saved_views
from cockpit.components.sheet_asking import (
    ADD,
    DELETE,
    FROM_VIEW,
    NEW,
    RENAME,
    asks,
    choosing,
    field,
    form,
    places,
)
from cockpit.sheets.model import Place, SheetSet
from cockpit.sheets.topics import TOPICS

SHARED = "Alle kan vise og hente sættet. Ledere, teamledere og datakonsulenten kan også ændre og slette det."


def new_set(known: Options) -> Component:
    fields = [
        field("Navn", "name"),
        choosing("Handler om", "place", places(known, Place(), sections=False)),
        asks("Lav sættet", NEW),
    ]
    inside = [html.Div(fields, className="sheet-fields"), html.P(SHARED, className="own-note")]
    summary = html.Summary("Nyt sæt", className="button")
    return html.Details([summary, form(NEW, inside)], id="new-set", className="more-choices new-set")


def adding(found: SheetSet, known: Options) -> Component:
    topics = [
        html.Option(topic.name, value=topic.id, **also(data_kinds=",".join(topic.places)))
        for topic in TOPICS.values()
    ]
    fields = [
        choosing("Emne", "topic", topics),
        choosing("Handler om", "place", places(known, found.place, sections=True)),
        asks("Tilføj planche", ADD, set=found.id),
    ]
    parts: list[Component] = [
        html.H2("Tilføj en planche"),
        form(ADD, [html.Div(fields, className="sheet-fields")]),
    ]
    views = saved_views().views
    if views:
        options = [html.Option(view.name, value=view.id) for view in views]
        fields = [
            choosing("Egen visning", "view", options),
            asks("Tilføj den", FROM_VIEW, quiet=True, set=found.id),
        ]
        parts.append(form(FROM_VIEW, [html.Div(fields, className="sheet-fields")]))
    return html.Section(parts, id="sheet-adding", className="card sheet-adding")


def of_the_set(found: SheetSet) -> Component:
    rename = [field("Sættets navn", "name", found.name), asks("Omdøb", RENAME, quiet=True, set=found.id)]
    question = html.P(f"Skal »{found.name}« slettes for alle?")
    delete = html.Details(
        [html.Summary("Slet sættet"), question, asks("Ja, slet", DELETE, set=found.id)], className="asks"
    )
    parts = [
        html.H2("Sættet"),
        form(RENAME, [html.Div(rename, className="sheet-fields")]),
        form(DELETE, [delete]),
        html.P(SHARED, className="own-note"),
    ]
    return html.Section(parts, id="sheet-set", className="card sheet-adding")
