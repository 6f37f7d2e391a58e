"""The list of sets: each with its first sheet, what leads to its show, its files and its editing."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.components.markup import also, link
from cockpit.components.options import Options, options
from cockpit.components.sheet import small_sheet
from cockpit.components.sheet_asking import COPY, asks, form
from cockpit.components.sheet_forms import new_set
from cockpit.components.sheet_sets import Sets, files_of, is_ready, path_of_set, place_name, show_of
from cockpit.sheets.filling import filled
from cockpit.sheets.model import SheetSet

FIRST = 3
NO_SHEETS = "Ingen plancher endnu."


def set_cards(found: Sets, *, builds: bool) -> list[Component]:
    """`builds` where the reader may make sets of their own; others see them."""
    known = options()
    own = [_card(one, known, builds=builds) for one in found.own]
    parts = [_section("Færdige sæt", [_card(one, known, builds=builds) for one in found.ready])]
    if found.problem:
        return [html.P(found.problem, className="notice", role="alert"), *parts]
    made = [_section("Egne sæt", own), *parts] if own else parts
    return [*made, new_set(known)] if builds else made


def _section(title: str, cards: Sequence[Component]) -> Component:
    return html.Section([html.H2(title), html.Div(list(cards), className="set-cards")], className="sets")


def _card(one: SheetSet, known: Options, *, builds: bool) -> Component:
    first = [filled(sheet) for sheet in one.sheets[:FIRST]]
    picture = [small_sheet(first[0], one.name)] if first else [html.P(NO_SHEETS, className="no-sheets")]
    rest = len(one.sheets) - len(first)
    more = [html.Li(f"og {rest} til", className="more")] if rest else []
    titles = html.Ul([*(html.Li(sheet.title) for sheet in first), *more], className="set-titles")
    about = f"{place_name(one.place, known)} · {_count(len(one.sheets))}"
    inside = [
        html.Div(picture, className="set-picture"),
        html.H3(link(one.name, path_of_set(one.id))),
        html.P(about, className="card-sub"),
        *([titles] if first else []),
        html.Div([*set_ways(one), *_editing(one, builds=builds)], className="set-ways"),
    ]
    return html.Article(inside, className="card set-card")


def set_ways(one: SheetSet) -> list[Component]:
    """To show and to hand out; a set without sheets has nothing of either."""
    if not one.sheets:
        return []
    show = html.A("Vis", href=show_of(one.id), className="button", **also(aria_label=f"Vis {one.name}"))
    files = [
        html.A(name, href=file, download="", **also(aria_label=f"Hent {one.name} som {name}"))
        for name, file in files_of(one.id).items()
    ]
    return [show, *files]


def _editing(one: SheetSet, *, builds: bool) -> list[Component]:
    if not builds:
        return []
    if is_ready(one.id):
        label = f"Lav din egen udgave af {one.name}"
        return [form(COPY, [asks("Lav din egen udgave", COPY, quiet=True, label=label, set=one.id)], one.id)]
    return [link("Rediger", path_of_set(one.id), "last", aria_label=f"Rediger {one.name}")]


def _count(sheets: int) -> str:
    return f"{sheets} planche" if sheets == 1 else f"{sheets} plancher"
