"""The lists behind what runs out and what none has looked at: one row for each service, no citizen."""

from dash.development.base_component import Component

from cockpit.components.answers import Answer, ask
from cockpit.components.breadcrumb import way_down
from cockpit.components.card import card
from cockpit.components.coming_cards import DAYS, DUE, EXPIRING, FURTHER, UNSEEN, from_day
from cockpit.components.figure_cards import NOTHING_SHOWN
from cockpit.components.own_choice import OwnChoice
from cockpit.components.scope import services_counted
from cockpit.components.states import empty
from cockpit.components.table import table
from cockpit.components.view import View
from cockpit.wording import number

TOGETHER = "samlet"
LISTS = OwnChoice(
    "vis",
    "Vis",
    {
        TOGETHER: "Det hele",
        EXPIRING: "Bevillinger, der udløber",
        DUE: "Indsatser, der bør gås igennem",
    },
)


def way_up(view: View, page: str) -> Component:
    """`På vej › Bevillinger, der udløber`."""
    return way_down(page, view.href(vis=None), LISTS.names[LISTS.of(view)])


def expiring_list_card(view: View) -> Component:
    days = DAYS.of(view)
    answer = ask("expiring_list", view.filters, days=days)
    title = f"{_services(answer)} udløber inden for {days} dage"
    return _list_card(title, "de første øverst", answer, view, DAYS, FURTHER)


def due_list_card(view: View) -> Component:
    months = UNSEEN.of(view)
    answer = ask("review_due_list", view.filters, months=months)
    title = f"{_services(answer)} er hverken begyndt eller gået igennem i {months} måneder"
    return _list_card(title, "de dyreste øverst", answer, view, UNSEEN, "Nulstil filtrene.")


def _services(answer: Answer) -> str:
    count = len(answer.rows)
    return "1 indsats" if count == 1 else f"{number(count) if count else 'Ingen'} indsatser"


def _list_card(
    title: str, order: str, answer: Answer, view: View, horizon: OwnChoice, what_to_do: str
) -> Component:
    told = f"{services_counted(view.filters, view.options)}, {order} · {from_day(answer)}"
    return card(
        "paa-vej-list",
        title,
        told,
        [table(answer, view.options, told) if answer.rows else empty(NOTHING_SHOWN, what_to_do)],
        answer=answer,
        options=view.options,
        side=horizon.side_by_side(view),
        chart=False,
        class_name="whole",
    )
