"""Buttons and fields of the fact sheets' forms; assets/temamoede.js asks for what a button says."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.markup import also
from cockpit.components.options import Options
from cockpit.components.ready import Ready
from cockpit.components.scope import group_name
from cockpit.components.sheet_sets import EVERYTHING
from cockpit.sheets.keeping import mark_of
from cockpit.sheets.model import Place, Sheet
from cockpit.warehouse import served

NEW, COPY, RENAME, DELETE = "new", "copy", "rename", "delete"
ADD, FROM_VIEW, ORDER, REMOVE, WRITE = "add", "view", "order", "remove", "write"
RENEWED = "Der er kommet nye tal imens. Billedet viser dem. Gem igen, hvis teksten stadig passer til tallene."


def asks(text: str, what: str, *, quiet: bool = False, label: str | None = None, **given: Any) -> Component:
    """A button; `given` is what it tells beside the fields of its form."""
    marks: dict[str, Any] = {f"data_{name}": value for name, value in given.items()}
    marks |= {"data_sheets": what, "aria_label": label}
    name = "button quiet" if quiet else "button"
    return html.Button(text, type="button", className=name, **also(**marks))


def seen_now(sheet: Sheet) -> str:
    """The figures and texts that a reader has before them: `v000012.` and the mark of the texts."""
    return f"{served().version.id}.{mark_of(sheet)}"


def form(what: str, inside: Sequence[Component], wrong: str = "", **given: str) -> Component:
    """`wrong` names the place where what could not be done is said; `given` is told to the browser."""
    told = html.P(className="sheet-wrong", role="alert", **also(data_wrong=wrong or what))
    marks: dict[str, Any] = {f"data_{name}": value for name, value in given.items()}
    return html.Form([*inside, told], className="sheet-form", **also(data_form=what, **marks))


def field(label: str, name: str, value: str = "") -> Component:
    given: dict[str, object] = {"type": "text", "name": name, "value": value, "autoComplete": "off"}
    return html.Label([label, _input(given)], className="sheet-field")


def writing(label: str, name: str, value: str, rows: int, placeholder: str = "") -> Component:
    given = {"name": name, "rows": rows}
    area = html.Textarea(value, placeholder=placeholder or None, **given)  # type: ignore[arg-type]
    return html.Label([label, area], className="sheet-field")


def ticked(label: Sequence[Component | str], name: str, value: str, *, on: bool) -> Component:
    given = {"type": "checkbox", "name": name, "value": value, **({"checked": True} if on else {})}
    return html.Label([_input(given), html.Span(list(label))], className="sheet-tick")


def choosing(label: str, name: str, options: Sequence[Component]) -> Component:
    return html.Label([label, html.Select(list(options), **also(name=name))], className="sheet-field")


def places(known: Options, chosen: Place, *, sections: bool) -> list[Component]:
    """Everything, the areas, the groups, and the sections where they can be chosen."""
    lists = {
        "Områder": [("area", area, area[:1].upper() + area[1:]) for area in known.areas],
        "Indsatser": [("group", group, group_name(group)) for group in known.groups],
    }
    if sections:
        lists["Paragraffer"] = [("section", one.key, one.label) for one in known.sections]
    listed = [
        html.Optgroup([_place(Place(kind, value), text, chosen) for kind, value, text in found], label=name)
        for name, found in lists.items()
    ]
    return [_place(Place(), EVERYTHING, chosen), *listed]


def _place(place: Place, text: str, chosen: Place) -> Component:
    marks = also(data_kind=place.kind, selected="" if place == chosen else None)
    return html.Option(text, value=place_text(place), **marks)


def place_text(place: Place) -> str:
    return f"{place.kind}:{place.value}"


def place_of(text: str) -> Place:
    kind, _, value = text.partition(":")
    return Place(kind, value)


def _input(attributes: dict[str, object]) -> Component:
    return Ready(tag="input", attributes=attributes, inside="")
