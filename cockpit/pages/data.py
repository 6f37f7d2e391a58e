"""Kan vi genkende vores tal? How old they are, which deliveries they come from, and what was left out."""

from typing import Any

from dash import Input, Output, State, clientside_callback, html
from dash.development.base_component import Component

from cockpit.access import asking
from cockpit.access.roles import keeps_data, seen_by
from cockpit.components.answers import Answer, ask
from cockpit.components.banner import today
from cockpit.components.data_cards import deliveries_card, extracts_card, rejected_card
from cockpit.components.deliveries import HEADINGS, MEANING, Delivery, deliveries, values
from cockpit.components.freshness import tiles
from cockpit.components.plain_table import PlainTable
from cockpit.components.rejected import ON_A_PAGE, asked_of, in_range, rejected_file
from cockpit.components.shell import Page, notices, page_head
from cockpit.components.states import guarded, waiting_card, waiting_tile
from cockpit.components.tile import tile
from cockpit.components.view import View
from cockpit.intake import key_alarm, refused_deliveries
from cockpit.intake.loaded import count_rejected, rejected_kinds, rejected_rows
from cockpit.keyfigures import NotAllowedError
from cockpit.pages import log
from cockpit.pages.callbacks import callback
from cockpit.pages.kept_answers import of_the_moment
from cockpit.pages.may_load import may_load
from cockpit.pages.visit import visit
from cockpit.warehouse import Reader, list_versions, pointed_id, served
from cockpit.wording import PlainError, date_text

PAGE = Page("/data", "Data", "Grundlag", "Kan vi genkende vores tal?", filtered=False)


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    head = html.Div([waiting_tile() for _ in range(4)], className="grid tiles data-tiles")
    waiting = [head, html.Div([waiting_card(190), waiting_card(260), waiting_card(320)], className="stack")]
    return [page_head(PAGE.name, PAGE.question), html.Div(waiting, id="data-cards", className="cards")]


@callback(
    Output("data-cards", "children"), Input("url", "search"), Input("view", "data"), roles=seen_by(PAGE.path)
)
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    of_the_moment()  # a refused delivery makes no version
    cards = visit(PAGE.path, search, screen, _cards)
    is_kept = keeps_data(asking().role) and not _anything_loaded()
    return [*cards, guarded(_deliveries, None)] if is_kept else cards


# The field's text goes into the address, and the address shows the rows.
clientside_callback(
    "dash_clientside.data.search",
    Output("url", "search", allow_duplicate=True),
    Input("rejected-show", "n_clicks"),
    Input("rejected-text", "n_submit"),
    State("rejected-text", "value"),
    State("url", "search"),
    prevent_initial_call=True,
)


def part(view: View, name: str) -> PlainTable | None:
    """One card's rows, for its files; of deliveries and rows only for those who keep the data."""
    if not keeps_data(asking().role):
        raise NotAllowedError("Leverancer, afviste rækker og loggen vises kun for datakonsulenten.")
    if name == "log":
        return log.file(view.query)
    if name == "leverancer":
        reader = _reader(view)
        used = reader.version
        told = [("Opgjort pr.", date_text(used.as_of)), ("Leverance i brug", used.delivery)]
        return PlainTable("Leverancer", MEANING, told, HEADINGS, [values(line) for line in _lines(reader)])
    if name == "afviste":
        return rejected_file(view, asked_of(view.query, rejected_kinds(_reader(view))).choice)
    return None


def _anything_loaded() -> bool:
    try:
        served().reader()
    except PlainError:
        return False
    return True


def _reader(view: View) -> Reader:
    """The reader that the view was made with, so that a page never mixes versions."""
    return view.options.reader or served().reader()


def _cards(view: View) -> list[Component]:
    reader = _reader(view)
    quality = ask("load_quality", view.filters)
    if not keeps_data(asking().role):
        extracts = html.Div([guarded(extracts_card, view, quality)], className="stack")
        return [_tiles(view, quality, reader), extracts]
    kinds = rejected_kinds(reader)
    asked = asked_of(view.query, kinds)
    found = count_rejected(reader, asked.choice)
    asked = in_range(asked, found)
    rows = rejected_rows(reader, asked.choice, most=ON_A_PAGE, skipped=(asked.page - 1) * ON_A_PAGE)
    cards = [
        guarded(_deliveries, reader),
        guarded(extracts_card, view, quality),
        guarded(rejected_card, view, quality, asked, kinds, found, rows),
    ]
    told = [*asked.notices, *filter(None, [key_alarm(served().settings, reader.version)])]
    return [*notices(told), _tiles(view, quality, reader), html.Div(cards, className="stack")]


def _tiles(view: View, quality: Answer, reader: Reader) -> Component:
    settings = served().settings
    before = served().before(reader)
    facts = tiles(view, quality, reader.version, before.version if before else None, settings, today())
    return html.Div([tile(one, view.palette) for one in facts], className="grid tiles data-tiles")


def _lines(reader: Reader | None) -> list[Delivery]:
    data_dir = served().settings.data_dir
    in_use = reader.version.id if reader else ""
    pointed = pointed_id(data_dir) or in_use
    return deliveries(list_versions(data_dir), refused_deliveries(data_dir), in_use, pointed)


def _deliveries(reader: Reader | None) -> Component:
    return deliveries_card(_lines(reader), with_file=reader is not None, may_load=may_load())
