"""The cards of Budget: accounts, forecast beside what is granted, reconciliation, and the state's refund."""

from dash import html
from dash.development.base_component import Component

from cockpit.components.address import address
from cockpit.components.answers import Answer, ask
from cockpit.components.arranged import ACCOUNTS, BASES, COMMITTED, laid_out
from cockpit.components.budget import LISTED, NAME, NO_NAME, TO_CONFIRM, TOTAL, UNKNOWN, share_gone
from cockpit.components.budget_month import BudgetMonth
from cockpit.components.budget_tables import activity_table, budget_table, reconciliation_table, refund_table
from cockpit.components.card import card
from cockpit.components.figure_notes import figure_notes
from cockpit.components.markup import link
from cockpit.components.scope import counted
from cockpit.components.states import empty
from cockpit.components.tile import mark
from cockpit.components.view import View
from cockpit.findings.budget import activity_title, budget_title, reconciliation_title
from cockpit.keyfigures import sections_of_account
from cockpit.wording import kroner, number

COSTS = "/udgifter"
NO_ACCOUNTS = "Ingen konti i økonomiudtrækket for året"
OTHER_YEAR = "Vælg et andet år, eller læg året i næste leverance."
OWN_PLACES = (
    "Disponeret er regnet efter takster, også i egne tilbud; det forventede er det, "
    "økonomien regner med at bogføre."
)
NOT_HELD = (
    "Ikke med: egne tilbud, som bogføres som løn, og indsatser uden oplyst tilbud. "
    "Regninger bogføres ofte måneden efter."
)
WITHOUT_ART = (
    "Posteringerne har ingen art, så alt er med, også løn og indtægter. "
    "Tallene kan ikke sammenlignes direkte."
)
HOUSEHOLDS = "Fælles husstande og borgere, der var omfattet før de fyldte 67, kendes ikke af udtrækkene."


def accounts_card(view: View, chosen: BudgetMonth) -> Component:
    answer = laid_out(_asked("budget", view, chosen), ACCOUNTS, view.options)
    caption = f"Budget og forbrug, {chosen.span}"
    body: list[Component] = [empty(NO_ACCOUNTS, OTHER_YEAR)]
    if answer.rows:
        body = [budget_table(answer.rows, share_gone(answer), caption, down(view, chosen)), *_doubts(answer)]
    return card(
        "budget-accounts",
        budget_title([row for row in answer.rows if row[NAME] != TOTAL]),
        f"Forbrug {chosen.span} mod årets budget, t.kr. · afvigelse: forventet minus korrigeret budget",
        body,
        answer=answer,
        options=view.options,
        chart=False,
        class_name="whole",
    )


def down(view: View, chosen: BudgetMonth) -> dict[str, str]:
    """From each account to what the services that are booked on it cost, in the same months."""
    accounts = sections_of_account(view.options.reader) if view.options.reader else {}
    months = {"fra": f"{chosen.year}-01", "til": f"{chosen.year}-{chosen.month:02}"}
    return {
        account: address(COSTS, months | {"paragraf": ",".join(sections)})
        for account, sections in accounts.items()
        if sections
    }


def _asked(figure: str, view: View, chosen: BudgetMonth) -> Answer:
    return ask(figure, view.filters, year=str(chosen.year), month=str(chosen.month))


def _doubts(answer: Answer) -> list[Component]:
    """How many accounts the list does not hold for certain."""
    sentences = (
        (TO_CONFIRM, "er mærket »skal bekræftes« i kontolisten (accounts.csv)"),
        (UNKNOWN, "står ikke i kontolisten (accounts.csv)"),
    )
    counts = {words: sum(row[LISTED] == status for row in answer.rows) for status, words in sentences}
    return [
        _told(f"{'1 konto' if count == 1 else f'{number(count)} konti'} {words}.")
        for words, count in counts.items()
        if count
    ]


def _told(text: str) -> Component:
    return html.P([mark("watch"), html.Span(text)], className="told")


def activity_card(view: View, chosen: BudgetMonth) -> Component:
    """What economists expect beside what has been granted, account by account."""
    answer = laid_out(_asked("budget", view, chosen), COMMITTED, view.options)
    caption = f"Forventet og disponeret, hele {chosen.year}"
    known = any(row["forecast"] is not None for row in answer.rows)
    body: list[Component] = [empty("Intet forventet i økonomiudtrækket for året", OTHER_YEAR)]
    if known:
        rows = activity_table(answer.rows, caption, down(view, chosen))
        body = [rows, html.P(OWN_PLACES, className="card-sub below")]
    return card(
        "budget-activity",
        activity_title(answer.rows),
        f"Økonomiens forventede forbrug mod det, indsatserne er disponeret til, hele {chosen.year}, t.kr. · "
        "konti, der deler paragraffer, står sammen",
        body,
        answer=answer,
        options=view.options,
        chart=False,
    )


def reconciliation_card(view: View, chosen: BudgetMonth) -> Component:
    answer = laid_out(_asked("reconciliation", view, chosen), ACCOUNTS, view.options)
    caption = f"Indsatser og bogføring, {chosen.span}"
    body: list[Component] = [empty("Hverken indsatser eller posteringer i perioden", OTHER_YEAR)]
    if answer.rows:
        body = [reconciliation_table(answer.rows, caption, down(view, chosen)), *_not_held(answer)]
    return card(
        "budget-reconciliation",
        reconciliation_title(answer.rows),
        f"Købte indsatser mod bogført køb, {chosen.span}, t.kr. · ▲ mere end 5 pct. fra hinanden",
        body,
        answer=answer,
        options=view.options,
        chart=False,
    )


def _not_held(answer: Answer) -> list[Component]:
    """What the reader must not take the comparison to hold."""
    parts: list[Component] = [html.P(NOT_HELD, className="card-sub below")]
    if any(row["species"] == "all" for row in answer.rows):
        parts.append(_told(WITHOUT_ART))
    if any(row[NAME] == NO_NAME for row in answer.rows):
        parts.append(_told(f"{NO_NAME}: knyt paragrafferne til en konto i accounts.csv."))
    return parts


def refund_card(view: View, chosen: BudgetMonth) -> Component:
    """The one card that the filters of services change."""
    found = ask("state_refund", view.filters, year=str(chosen.year), basis="committed")
    answer = laid_out(found, BASES, view.options)
    (whole,) = found.rows
    caption = f"Statsrefusion i {chosen.year}"
    known = whole["refund"] is not None
    plain = "Skøn over statsrefusion"
    title = f"{plain}: {kroner(whole['refund'])}" if known else plain
    href = view.figure_page(found)
    body = [refund_table(answer.rows, caption)] if known else []
    return card(
        "budget-refund",
        title,
        f"{counted(view.filters, view.options)}, under 67 år, {chosen.year}",
        [
            *body,
            *(_told(text) for text in figure_notes(found, view.options)),
            html.P([f"{HOUSEHOLDS} ", link("Se skønnet i Nøgletal", href)], className="card-sub below"),
        ],
        answer=answer,
        options=view.options,
        chart=False,
    )
