"""The sheets of one set in their order; whoever may build moves, edits and removes them here."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.components.markup import also, link
from cockpit.components.options import Options, options
from cockpit.components.sheet import small_sheet
from cockpit.components.sheet_asking import COPY, ORDER, REMOVE, asks, form
from cockpit.components.sheet_forms import adding, of_the_set
from cockpit.components.sheet_set_cards import set_ways
from cockpit.components.sheet_sets import is_ready, place_name, show_of
from cockpit.components.sheet_writing import writing_form
from cockpit.sheets.filling import filled
from cockpit.sheets.model import FilledSheet, Sheet, SheetSet
from cockpit.sheets.topics import TOPICS

NONE_YET = "Der er ingen plancher endnu. Tilføj den første herunder."
READY = "Færdige sæt kan ikke ændres. Lav din egen udgave, så kan du ændre alt i den."


def sheet_list(found: SheetSet, done: Mapping[str, str], *, builds: bool) -> list[Component]:
    """`done` is what has just been done, and of which sheet."""
    known = options()
    edits = builds and not is_ready(found.id)
    told = [] if done.get("of") else [html.P(done.get("told", ""), className="sheet-told", role="status")]
    ways = html.Div(
        [*set_ways(found), *(_own_edition(found) if builds and not edits else [])], className="set-ways"
    )
    sheets = [_item(found, at, done, known, edits=edits) for at in range(len(found.sheets))]
    parts: list[Component] = [html.Div([ways, *told], className="sheet-top")]
    if edits and not sheets:
        parts.append(html.P(NONE_YET, className="empty"))
    parts.append(html.Ol(sheets, className="sheet-items" if edits else "sheet-items seen"))
    return [*parts, adding(found, known), of_the_set(found)] if edits else parts


def _own_edition(found: SheetSet) -> list[Component]:
    copy = asks("Lav din egen udgave", COPY, quiet=True, set=found.id)
    return [form(COPY, [copy, html.P(READY, className="own-note")])]


def _item(found: SheetSet, at: int, done: Mapping[str, str], known: Options, *, edits: bool) -> Component:
    sheet = found.sheets[at]
    full = filled(sheet)
    show = html.A(
        small_sheet(full, found.name),
        href=show_of(found.id, at + 1),
        className="set-picture",
        **also(aria_label=f"Vis planche {at + 1}"),
    )
    beside = [
        html.P(f"{at + 1}. {_about(sheet, known)}", className="card-sub"),
        html.H2(full.title, id=f"sheet-{sheet.id}-title"),
        *_moved(full, edits=edits),
        *(_buttons(found, at) if edits else []),
    ]
    parts: list[Component] = [
        html.Div([show, html.Div(beside, className="sheet-beside")], className="sheet-row")
    ]
    if edits:
        parts.append(_editing(found, sheet, full, done))
    return html.Li(
        parts,
        id=f"sheet-{sheet.id}",
        className="card sheet-item",
        **also(data_sheet=sheet.id, aria_labelledby=f"sheet-{sheet.id}-title"),
    )


def _about(sheet: Sheet, known: Options) -> str:
    topic = TOPICS.get(sheet.topic)
    return f"{topic.name if topic else 'Ukendt emne'} · {place_name(sheet.place, known)}"


def _moved(full: FilledSheet, *, edits: bool) -> list[Component]:
    """Told to who can do something about it."""
    if not (full.moved and edits):
        return []
    lines = html.Ul([html.Li(line) for line in full.moved])
    words = "Tallene har flyttet sig, siden teksten blev skrevet. Læs den igennem, og gem den igen."
    return [html.Div([html.B(words), lines], className="notice sheet-moved")]


def _buttons(found: SheetSet, at: int) -> list[Component]:
    ids = [sheet.id for sheet in found.sheets]
    grip = html.Span(
        "⠿", className="sheet-grip", draggable="true", title="Træk for at flytte", **also(aria_hidden="true")
    )
    up, down = _moving("Flyt op", ids, at, at - 1, found.id), _moving("Flyt ned", ids, at, at + 1, found.id)
    return [html.Div([grip, up, down, _removing(found, at)], className="sheet-buttons")]


def _moving(text: str, ids: Sequence[str], at: int, to: int, set_id: str) -> Component:
    """The whole order as it will be; at the end of the list the button stays where the focus is."""
    order = list(ids)
    if 0 <= to < len(order):
        order[at], order[to] = order[to], order[at]
    label, still = f"{text}: planche {at + 1}", order == list(ids)
    return asks(text, ORDER, quiet=True, label=label, still=still, set=set_id, order=",".join(order))


def _removing(found: SheetSet, at: int) -> Component:
    sheet = found.sheets[at]
    yes = asks("Ja, fjern", REMOVE, set=found.id, sheet=sheet.id)
    question = html.P("Skal planchen fjernes? Dens tekster går tabt.")
    summary = html.Summary("Fjern", **also(aria_label=f"Fjern planche {at + 1}"))
    return html.Details([summary, question, yes], className="asks sheet-asks")


def _editing(found: SheetSet, sheet: Sheet, full: FilledSheet, done: Mapping[str, str]) -> Component:
    told = done.get("told", "") if done.get("of") == sheet.id else ""
    inside = [html.Summary("Rediger planchen"), writing_form(found, sheet, full, told)]
    return html.Details(inside, id=f"edit-{sheet.id}", className="more-choices sheet-edit")


def breadcrumb() -> Component:
    return html.P(link("Temamøde", "/temamoede"), className="breadcrumb")
