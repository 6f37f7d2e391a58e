"""The list behind the deadlines at risk: one row for each, no citizen; of one team or kind, or all."""

from dash.development.base_component import Component

from cockpit.components.answers import ask
from cockpit.components.breadcrumb import way_down
from cockpit.components.card import card
from cockpit.components.deadline_cards import DAYS, EVERY, LISTED, LISTS, NOTHING_AT_RISK, TEAM_KEY, kinds
from cockpit.components.page_answer import PageAnswer, page_answer
from cockpit.components.states import empty
from cockpit.components.table import table
from cockpit.components.view import View
from cockpit.findings.caseload import team_name
from cockpit.findings.deadlines import listed_title
from cockpit.wording import date_text, safe_quote


def list_answer(view: View) -> PageAnswer:
    """deadline_list, of the team and the kind that the address names."""
    found = ask("deadline_list", view.filters, days=DAYS.of(view))
    told = _narrowed(view)
    rows = [row for row in found.rows if all(row[name] == value for name, value in told.items())]
    return page_answer(view, LISTED, found, rows, told=told)


def _narrowed(view: View) -> dict[str, str]:
    kind, team = kinds(view).of(view), view.query.get(TEAM_KEY)
    told = {"kind": kind} if kind != EVERY else {}
    return told | {"team": team} if team and not unknown_team(view) else told


def unknown_team(view: View) -> list[str]:
    """One sentence where the address asks for a team without deadlines at risk."""
    asked = view.query.get(TEAM_KEY)
    if not asked or any(row["team"] == asked for row in ask("deadline_list", view.filters, days="90").rows):
        return []
    return [f"{safe_quote(asked)} har ingen frister i fare. Alle team vises i stedet."]


def way_up(view: View, page: str) -> Component:
    """`Sagsbehandlingsfrister › Frister i fare › Voksen B, Opfølgning`."""
    names = [LISTS.names[LISTED]]
    told = _narrowed(view)
    within = [team_name(told["team"])] if "team" in told else []
    within += [kinds(view).names[told["kind"]]] if "kind" in told else []
    if within:
        names.append(", ".join(within))
    up = view.href(**{LISTS.key: None, TEAM_KEY: None, "frist": None})
    return way_down(page, up, *names)


def list_card(view: View) -> Component:
    answer = list_answer(view)
    days = DAYS.of(view)
    told = f"Ikke afsluttet pr. {date_text(answer.as_of)}; den frist, der er udløbet først, øverst"
    return card(
        "frister-list",
        listed_title(answer.rows, days),
        told,
        [
            table(answer, view.options, told)
            if answer.rows
            else empty(NOTHING_AT_RISK, "Vælg flere dage frem.")
        ],
        answer=answer,
        options=view.options,
        side=DAYS.side_by_side(view),
        chart=False,
        class_name="whole long-list",
    )
