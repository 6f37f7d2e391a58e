"""Holder vi budgettet? Account by account, what is granted beside what is expected, and the ledger."""

from typing import Any

from dash import Input, Output, html
from dash.development.base_component import Component

from cockpit.access.roles import seen_by
from cockpit.components.budget_cards import accounts_card, activity_card, reconciliation_card, refund_card
from cockpit.components.budget_month import BudgetMonth, month_choice, month_of
from cockpit.components.narrowing import narrowing_note
from cockpit.components.shell import Page, notices, page_head
from cockpit.components.states import guarded, waiting_card
from cockpit.components.view import View
from cockpit.keyfigures import may_run
from cockpit.pages.callbacks import callback
from cockpit.pages.visit import visit

ONLY_REFUND = "ændrer kun skønnet over statsrefusion: budgettet følges konto for konto."
PAGE = Page("/budget", "Budget", "Økonomi", "Holder vi budgettet?")


def layout(_path: str) -> list[Component]:
    """The page's shape while its figures are on their way."""
    waiting = [waiting_card(620, "whole"), waiting_card(520), waiting_card(520)]
    shape = html.Div(waiting, className="grid halves")
    return [page_head(PAGE.name, PAGE.question), html.Div(shape, id="budget-cards", className="cards")]


@callback(
    Output("budget-cards", "children"),
    Input("url", "search"),
    Input("view", "data"),
    roles=seen_by(PAGE.path),
)
def show(search: str, screen: dict[str, Any]) -> list[Component]:
    return visit(PAGE.path, search, screen, _cards)


def _cards(view: View) -> list[Component]:
    chosen = month_of(view)
    cards = [guarded(accounts_card, view, chosen, class_name="whole"), *_services(view, chosen)]
    return [
        *notices(chosen.notices),
        *narrowing_note(view.filters, ONLY_REFUND),
        *month_choice(view, chosen),
        html.Div(cards, className="grid halves"),
    ]


def _services(view: View, chosen: BudgetMonth) -> list[Component]:
    """The accounts beside the services behind them; nothing for those who may not see these."""
    if not may_run("state_refund"):
        return []
    left = [guarded(reconciliation_card, view, chosen)]
    right = [guarded(activity_card, view, chosen), guarded(refund_card, view, chosen)]
    return [html.Div(left, className="stack"), html.Div(right, className="stack")]
