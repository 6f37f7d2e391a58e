"""Who has seen what: chosen by days, user, kind and answer; the latest lines as a table and as a file."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cockpit.access import ROLES
from cockpit.access.audit import Line
from cockpit.access.audit_search import Found, Kind
from cockpit.components.address import address, changed
from cockpit.components.audit_asked import ANSWER_KEY, KIND_KEY, OWN_KEYS, Asked, Names, Query, all_kinds
from cockpit.components.audit_kinds import ANSWERS, KINDS
from cockpit.components.audit_words import NOBODY, answer_text, chosen_text, place_text, what_text
from cockpit.components.card import card
from cockpit.components.data_cards import files_foot
from cockpit.components.fields import with_fields
from cockpit.components.markup import link
from cockpit.components.pill import Choice, Menu, pill
from cockpit.components.plain_table import PlainTable
from cockpit.components.states import empty
from cockpit.components.thin_bar import scrolling
from cockpit.periods import DANISH_TIME
from cockpit.wording import date_text, number

MOST_SHOWN, MOST_IN_FILE = 200, 20_000
FILE = "/hent/data/log.csv"
HEADINGS = ("Tidspunkt", "Bruger", "Rolle", "Slags", "Hvad", "Valg", "Svar")
MEANING = "En linje for hver side, hvert nøgletal og hver fil, nogen har åbnet, og for det, de ikke måtte få."


def log_card(path: str, asked: Asked, found: Found, names: Names, months: int) -> Component:
    """`months` are how long the lines are kept."""
    kept = (
        f"Linjerne gemmes i {number(months)} måneder. De siger, hvad der er åbnet, ikke hvilke tal der stod."
    )
    return card(
        "log-lines",
        title_of_log(found),
        kept,
        [log_controls(path, asked, names), *_body(asked, found, names)],
    )


def title_of_log(found: Found) -> str:
    if not found.lines:
        return "Ingen opslag passer til valget"
    if found.more:
        return f"De seneste {number(len(found.lines))} opslag"
    return "Ét opslag" if len(found.lines) == 1 else f"{number(len(found.lines))} opslag"


def _body(asked: Asked, found: Found, names: Names) -> list[Component]:
    told = [html.P(text, className="card-note") for text in left_out(found)]
    if not found.lines:
        return [
            *told,
            empty("Der er ingen linjer her", "Vælg flere dage eller noget andet, eller nulstil valget."),
        ]
    own = {key: asked.query.get(key) for key in OWN_KEYS}
    table = log_table(found.lines, names, "Hvem har set hvad, det seneste øverst")
    return [*told, table, files_foot((address(FILE, own), "CSV", "Hent linjerne som CSV"))]


def left_out(found: Found) -> list[str]:
    """What the reader must know of the lines that are not shown."""
    told = []
    if found.more:
        told.append(
            "Der er flere. Vælg færre dage, en bruger eller noget andet for at se dem, eller hent filen, som "
            f"har op til {number(MOST_IN_FILE)} linjer."
        )
    if found.read_to:
        told.append(
            f"Loggen er læst tilbage til {date_text(found.read_to)}. Vælg tidligere dage for at se, hvad der "
            "ligger før."
        )
    return told


def log_controls(path: str, asked: Asked, names: Names) -> Component:
    """Two menus, and a field and two days that go into the address (assets/data.js)."""
    query, sought = asked.query, asked.sought
    user: Component = dmc.TextInput(id="log-user", label="Bruger", value=sought.user, size="xs", w=180)
    days = [_day_field("log-first", "Fra", sought.first), _day_field("log-last", "Til", sought.last)]
    is_set = any(query.get(key) for key in OWN_KEYS)
    inside = [
        _menu(path, query, "log-kind", "Hvad", KIND_KEY, _kinds_menu(names), all_kinds(names)),
        _menu(path, query, "log-answer", "Svar", ANSWER_KEY, [("", [*ANSWERS])], ANSWERS),
        with_fields([user, *days]),
        html.Button("Søg", id="log-show", type="button", className="button"),
        *([link("Nulstil", path, "clear-filters")] if is_set else []),
    ]
    return html.Div(inside, id="log-controls", className="controls")


def _day_field(name: str, label: str, day: date) -> Component:
    field: Component = dmc.DateInput(
        id=name, label=label, value=day.isoformat(), valueFormat="DD-MM-YYYY", size="xs", w=120
    )
    return field


def _kinds_menu(names: Names) -> list[tuple[str, list[str]]]:
    return [("Slags", [*KINDS]), ("Side eller nøgletal, med dets filer", [*names])]


def _menu(
    path: str, query: Query, name: str, label: str, key: str, groups: Sequence[tuple[str, list[str]]],
    offered: Mapping[str, Kind],
) -> Component:  # fmt: skip
    chosen = offered.get(query.get(key, ""))

    def to(value: str | None) -> str:
        return address(path, changed(query, **{key: value}))

    menu: Menu = [
        ("", [Choice("Alt", to(None), chosen is None)]),
        *(
            (heading, [Choice(offered[one].name, to(one), one == query.get(key)) for one in values])
            for heading, values in groups
        ),
    ]
    return pill(name, label, chosen.name if chosen else "Alt", menu, is_set=chosen is not None)


def log_table(lines: Sequence[Line], names: Names, caption: str) -> Component:
    head = html.Tr([html.Th(name, scope="col") for name in HEADINGS])
    body = []
    for line in lines:
        at, *rest = line_texts(line, names)
        body.append(html.Tr([html.Th(at, scope="row"), *(html.Td(text) for text in rest)]))
    grid = html.Table(
        [html.Caption(caption, className="hidden-text"), html.Thead(head), html.Tbody(body)],
        className="figures log",
    )
    return scrolling(grid, caption)


def line_texts(line: Line, names: Names) -> tuple[str, ...]:
    at = datetime.fromisoformat(line.at).astimezone(DANISH_TIME)
    return (
        f"{date_text(at.date())} {at:%H.%M.%S}", line.user or NOBODY, ROLES.get(line.role, line.role),
        what_text(line), place_text(line, names), chosen_text(line), answer_text(line),
    )  # fmt: skip


def log_file(asked: Asked, found: Found, names: Names) -> PlainTable:
    told = [("Dage", f"{date_text(asked.sought.first)}–{date_text(asked.sought.last)}")]
    told += [("Bruger", asked.sought.user)] if asked.sought.user else []
    told += [("Valg", kind.name) for kind in asked.sought.kinds]
    told += [("Udeladt", text) for text in left_out(found)]
    return PlainTable("Log", MEANING, told, HEADINGS, [line_texts(line, names) for line in found.lines])
