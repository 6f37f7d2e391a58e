"""Hvilke nøgletal har vi, og hvad betyder de? The catalogue: every figure by folder."""

from dash import Input, Output, html
from dash.development.base_component import Component

from cockpit.access.roles import seen_by
from cockpit.components.address import address, filters_only, query_of
from cockpit.components.labels import FOLDERS
from cockpit.components.markup import also, link
from cockpit.components.shell import Page, page_head
from cockpit.components.states import empty, waiting_card
from cockpit.keyfigures import Definition, catalogue, may_run
from cockpit.pages.callbacks import callback

PAGE = Page("/noegletal", "Nøgletal", "Grundlag", "Hvilke nøgletal har vi, og hvad tæller de?")

NONE_FOR_YOU = ("Ingen nøgletal er for dig endnu", "Spørg forvaltningen om de tal, du har brug for.")


def layout(_path: str) -> list[Component]:
    cards = html.Div([waiting_card(150), waiting_card(150)], className="grid halves")
    return [page_head(PAGE.name, PAGE.question), html.Div(cards, id="noegletal-cards", className="cards")]


@callback(Output("noegletal-cards", "children"), Input("url", "search"), roles=seen_by(PAGE.path))
def show(search: str) -> Component:
    """Needs no data: the catalogue is the definitions themselves."""
    figures = [figure for figure in catalogue().values() if may_run(figure.id)]
    if not figures:
        return html.Div(empty(*NONE_FOR_YOU), className="card")
    kept = filters_only(query_of(search))
    folders = dict.fromkeys(sorted((figure.folder for figure in figures), key=list(FOLDERS).index))
    cards = [
        _folder(folder, [figure for figure in figures if figure.folder == folder], kept) for folder in folders
    ]
    return html.Div(cards, className="grid halves")


def _folder(folder: str, figures: list[Definition], kept: dict[str, str | None]) -> Component:
    name = f"noegletal-{folder}"
    title = html.H2(FOLDERS.get(folder, folder), id=name)
    items = html.Ul([_item(figure, kept) for figure in figures], className="catalogue")
    return html.Section([title, items], className="card", **also(aria_labelledby=name))


def _item(figure: Definition, kept: dict[str, str | None]) -> Component:
    return html.Li(
        [
            link(figure.title, address(f"{PAGE.path}/{figure.id}", kept)),
            html.P(figure.question, className="catalogue-question"),
            html.P(f"{figure.unit[:1].upper()}{figure.unit[1:]} · {figure.owner}", className="more"),
        ]
    )
