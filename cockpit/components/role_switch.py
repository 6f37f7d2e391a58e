"""Where nobody signs in: the cockpit as each role sees it."""

from dash import html
from dash.development.base_component import Component

from cockpit.access import AT_THIS_MACHINE, ROLES, asking
from cockpit.access.this_machine import shown_as
from cockpit.components.markup import also
from cockpit.components.pill import unfolding
from cockpit.keyfigures import choices_in
from cockpit.keyfigures.parameters import UNKNOWN
from cockpit.warehouse import served
from cockpit.wording import PlainError

PLACE = "/vis-som"
FIELD = "rolle"
LED = "teamleder"


def roles_to_show() -> dict[str, str]:
    """What is sent → what it is called; a team leader leads one of the teams of the version served."""
    found: dict[str, str] = {}
    for role, name in ROLES.items():
        found |= {f"{LED}:{team}": f"{name}, {team}" for team in _teams()} if role == LED else {role: name}
    return found


def _teams() -> tuple[str, ...]:
    try:
        return tuple(team for team in choices_in(served().reader(), "team") if team != UNKNOWN)
    except PlainError:
        return ()  # there is no version yet, which the page says


def role_switch() -> list[Component]:
    """Nothing for those who have signed in."""
    if asking().id != AT_THIS_MACHINE.id:
        return []
    names = roles_to_show()
    chosen = next((value for value in names if shown_as(value) == asking()), AT_THIS_MACHINE.role)
    lines = [html.Li(_line(value, text, is_chosen=value == chosen)) for value, text in names.items()]
    form = html.Form(html.Ul(lines, className="menu-list"), action=PLACE, method="post")
    is_set = chosen != AT_THIS_MACHINE.role
    return [unfolding("shown-as", "Vis som ", names[chosen], [form], is_set=is_set, stays=False)]


def _line(value: str, text: str, *, is_chosen: bool) -> Component:
    mark = html.Span(className="check on" if is_chosen else "check", **also(aria_hidden="true"))
    return html.Button(
        [mark, html.Span(text)],
        type="submit",
        name=FIELD,
        value=value,
        className="option chosen" if is_chosen else "option",
        **also(aria_current="true" if is_chosen else None),
    )
