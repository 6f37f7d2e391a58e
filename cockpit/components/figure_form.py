"""The controls of a figure's own page: every parameter it takes that the filters on top do not give."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from cockpit.access import asking
from cockpit.components.address import FILTER_KEYS
from cockpit.components.chart_form import FORM_KEY, TABLE, form_menu
from cockpit.components.fields import with_fields
from cockpit.components.filters import parameters_for
from cockpit.components.from_data import from_data
from cockpit.components.labels import BY, COLUMNS, VALUES, heading, value_name
from cockpit.components.markup import link
from cockpit.components.options import Options
from cockpit.components.pill import Choice, Menu, pill
from cockpit.components.view import View
from cockpit.keyfigures import Definition, Parameter, defined
from cockpit.keyfigures.smallnumbers import usual_choices
from cockpit.keyfigures.within import POLITICIAN
from cockpit.wording import parse_date, safe_quote

# Beside the filters on top these change most what a figure says.
FOREMOST = ("figure", "by", "period", "basis", "measure")
# Where the parameter's own label would be mistaken for a filter's.
LABELS = {"period": "Opdeling"}
IN_FILTERS = ("area", "group", "section", "owner", "role")
MEASURE_KEY = "vis"
# What a figure that must be told gets told when the address does not.
USUAL = {"period": "quarter", "by": "team", "months": "12", "days": "90"}
USUAL_OF = {
    "deadline_risk": {"days": "30"},
    "deadline_list": {"days": "30"},
    "history_change": {"figure": "stock_flow"},
}


def usual_of(figure: str) -> dict[str, str]:
    return USUAL | USUAL_OF.get(figure, {}) | _public_choices(figure)


def _public_choices(figure: str) -> dict[str, str]:
    """Where they choose nothing those who see public figures alone are shown the first of the tables."""
    return usual_choices(figure) if asking().role == POLITICIAN else {}


def figure_in(figure: str, view: View) -> Definition:
    """The definition that the address asks for: one that compares another has that one's parameters."""
    return defined(figure, {**usual_of(figure), **view.query})


def in_view(definition: Definition, view: View) -> View:
    """A figure that must have a group or a section is shown for residential care where nothing is chosen."""
    given = any(name in view.query for name in definition.either)
    return view.with_default_group() if definition.either and not given else view


def lacks_choice(definition: Definition, given: Mapping[str, str]) -> bool:
    """An area alone tells nothing of what lies inside and outside."""
    return bool(definition.either) and not any(given.get(name) for name in definition.either)


def asked_for(definition: Definition, view: View) -> tuple[dict[str, str], dict[str, str]]:
    """The parameters to run with, and those of them that the address itself gives."""
    filters = in_view(definition, view).filters
    own = {name: value for name, value in view.query.items() if definition.parameter(name)}
    known, public = usual_of(definition.id), _public_choices(definition.id)
    usual = {
        parameter.name: known[parameter.name]
        for parameter in definition.parameters
        if parameter.name in known and (parameter.required or parameter.name in public)
    }
    given = usual | parameters_for(definition, filters) | from_data(definition, view, own) | own
    if "on" in own and "year" in given and "year" not in own:
        given["year"] = str(parse_date(own["on"]).year)
    return given, own


def foreign(definition: Definition, view: View, filter_keys: Sequence[str]) -> list[str]:
    """Keys of the address that mean nothing here."""
    known = {*filter_keys, MEASURE_KEY, FORM_KEY, *(parameter.name for parameter in definition.parameters)}
    return [key for key in view.query if key not in known]


def controls(
    definition: Definition, shown: Mapping[str, str | None], view: View, looks: Sequence[Component]
) -> list[Component]:
    """What matters most as pills, `looks` before them; the rest, with exact dates and limits, folded away."""
    usual = usual_of(definition.id)
    menus = {
        parameter.name: _menu(parameter, shown.get(parameter.name), view, usual)
        for parameter in definition.parameters
        if parameter.kind in ("choice", "one", "list") and parameter.name not in IN_FILTERS
    }
    first = [*looks, *(menus[name] for name in FOREMOST if name in menus)]
    rest = [menu for name, menu in menus.items() if name not in FOREMOST]
    row = [html.Div(first, className="controls")] if first else []
    return [*row, *_folded(definition, shown, view, rest)]


def _folded(
    definition: Definition, shown: Mapping[str, str | None], view: View, menus: Sequence[Component]
) -> list[Component]:
    written = [p for p in definition.parameters if p.kind in ("date", "year", "month", "numbers", "ahead")]
    if not menus and not written:
        return []
    names = [p.name for p in definition.parameters if p.name not in (*IN_FILTERS, *FOREMOST)]
    count = sum(name in view.query for name in names)
    title = f"Flere valg ({count} sat)" if count else "Flere valg"
    inside: list[Component] = [html.Div(list(menus), className="controls")] if menus else []
    if written:
        inside.append(_exact_values(written, shown, view))
    return [html.Details([html.Summary(title), *inside], id="figure-more", className="more-choices")]


def _menu(parameter: Parameter, value: str | None, view: View, usual: Mapping[str, str]) -> Component:
    if parameter.kind == "list":
        return _several(parameter, value, view)
    return _choice(parameter, value, view, usual)


def _choice(parameter: Parameter, value: str | None, view: View, usual: Mapping[str, str]) -> Component:
    there_are = parameter.choices or view.options.values(parameter.name)
    default = parameter.default or usual.get(parameter.name) or next(iter(there_are), None)
    shown = value or default or ""
    # Another figure has other parameters.
    gone = [key for key in view.query if key not in FILTER_KEYS] if parameter.name == "figure" else []
    choices = [
        Choice(
            _name(parameter, choice, view.options),
            view.href(**dict.fromkeys(gone) | {parameter.name: None if choice == default else choice}),
            choice == shown,
        )
        for choice in there_are
    ]
    text = _name(parameter, shown, view.options)
    label = LABELS.get(parameter.name, parameter.label)
    return pill(f"figure-{parameter.name}", label, text, (("", choices),), is_set=shown != default)


def _name(parameter: Parameter, value: str, options: Options) -> str:
    if parameter.name == "by":
        return BY.get(value, value)
    return VALUES.get(parameter.name, {}).get(value) or value_name(parameter.name, value, options)


def _several(parameter: Parameter, value: str | None, view: View) -> Component:
    """Several values may be chosen; the address lists them with commas."""
    chosen = [part for part in (value or "").split(",") if part]

    def toggled(one: str) -> str:
        rest = [other for other in chosen if other != one]
        return ",".join(rest if one in chosen else [*rest, one])

    choices = [
        Choice(
            value_name(parameter.name, one, view.options),
            view.href(**{parameter.name: toggled(one)}),
            one in chosen,
        )
        for one in view.options.values(parameter.name)
    ]
    everything = Choice("Alle", view.href(**{parameter.name: None}), not chosen)
    names = [value_name(parameter.name, one, view.options) for one in chosen]
    text = f"{len(names)} valgte" if len(names) > 1 else names[0] if names else "Alle"
    menu: Menu = (("", [everything]), ("", choices))
    return pill(f"figure-{parameter.name}", parameter.label, text, menu, is_set=bool(chosen), several=True)


def looks(
    measures: Sequence[str], measure: str, forms: Sequence[str], form: str, view: View
) -> list[Component]:
    """Which column the chart shows, and in which form."""
    if not forms:
        return []
    column = [_measure(measures, measure, view)] if len(measures) > 1 and form != TABLE else []
    return [*column, form_menu(forms, form, view)]


def measure_of(view: View, measures: Sequence[str]) -> str:
    """The column that the address asks for, or else the first; empty where no column is drawn."""
    asked = view.query.get(MEASURE_KEY, "")
    return asked if asked in measures else next(iter(measures), "")


def measure_notices(view: View, measures: Sequence[str], columns: Sequence[str]) -> list[str]:
    """Where nothing is drawn a column of the answer is no mistake: the table has it."""
    asked = view.query.get(MEASURE_KEY)
    if not asked or asked in (measures or columns):
        return []
    name = COLUMNS[asked].lower() if asked in COLUMNS else safe_quote(asked)
    return [f"Nøgletallet kan ikke vise {name} med de valg. Det vises som det plejer."]


def _measure(measures: Sequence[str], measure: str, view: View) -> Component:
    choices = [
        Choice(heading(one), view.href(**{MEASURE_KEY: None if one == measures[0] else one}), one == measure)
        for one in measures
    ]
    return pill("figure-measure", "Vis", heading(measure), (("", choices),), is_set=measure != measures[0])


def _exact_values(written: Sequence[Parameter], shown: Mapping[str, str | None], view: View) -> Component:
    """Fields for dates, years and limits; the button's callback puts them in the address."""
    back = view.href(**{parameter.name: None for parameter in written})
    given = any(parameter.name in view.query for parameter in written)
    inside = [
        with_fields([_field(parameter, shown.get(parameter.name)) for parameter in written]),
        html.Button("Vis", id="figure-show", type="button", className="button"),
        dcc.Store(id="figure-shown", data={p.name: shown.get(p.name) for p in written}),
        *([link("Følg perioden foroven", back)] if given else []),
    ]
    return html.Div(inside, className="controls exact")


def _field(parameter: Parameter, value: str | None) -> Component:
    name: dict[str, Any] = {"type": "figure-parameter", "name": parameter.name}
    if parameter.kind == "date":
        date_field: Component = dmc.DateInput(
            id=name, label=parameter.label, value=value, valueFormat="DD-MM-YYYY", size="xs", w=130
        )
        return date_field
    wide = 250 if parameter.kind == "numbers" else 90
    text_field: Component = dmc.TextInput(
        id=name, label=parameter.label, value=value or "", size="xs", w=wide
    )
    return text_field
