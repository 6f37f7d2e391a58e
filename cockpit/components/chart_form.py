"""The form in which a figure is shown on its own page; it stands in the address, as all choices do."""

from collections.abc import Sequence

from dash.development.base_component import Component

from cockpit.components.pill import Choice, pill
from cockpit.components.view import View
from cockpit.wording import safe_quote

FORM_KEY = "form"
LINE, BARS, TABLE = "linje", "soejler", "tabel"
NAMES = {LINE: "Linje", BARS: "Søjler", TABLE: "Tabel"}


def form_of(view: View, forms: Sequence[str]) -> str:
    """What the address asks for, or else the first of `forms`; where there are none it is a table."""
    asked = view.query.get(FORM_KEY, "")
    return asked if asked in forms else next(iter(forms), TABLE)


def form_notices(view: View, forms: Sequence[str]) -> list[str]:
    asked = view.query.get(FORM_KEY)
    if not asked or asked in (*forms, TABLE):
        return []
    name = NAMES.get(asked) or safe_quote(asked)
    return [f"Nøgletallet kan ikke vises som {name.lower()} med de valg. Det vises som det plejer."]


def form_menu(forms: Sequence[str], form: str, view: View) -> Component:
    choices = [
        Choice(NAMES[one], view.href(**{FORM_KEY: None if one == forms[0] else one}), one == form)
        for one in forms
    ]
    return pill("figure-form", "Form", NAMES[form], (("", choices),), is_set=form != forms[0])
