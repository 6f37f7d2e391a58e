"""The cards of Prøvehandlinger og tiltag: how far they are, and what each costs and earns."""

from dataclasses import replace

from dash.development.base_component import Component

from cockpit.components.answers import answer
from cockpit.components.arranged import BY_STATUS, EACH, laid_out
from cockpit.components.barred_table import Cell, Head, Row, barred_table, share_of
from cockpit.components.card import card
from cockpit.components.initiative_table import initiative_table
from cockpit.components.initiatives import STATUSES
from cockpit.components.own_choice import OwnChoice
from cockpit.components.page_answer import PageAnswer, page_answer
from cockpit.components.states import empty
from cockpit.components.view import View
from cockpit.findings.initiatives import initiatives_title
from cockpit.wording import date_text, number

EVERY = "alle"
NONE = "Ingen tiltag i leverancen"
DELIVER = "Skriv tiltagene i udtrækket initiatives, og indlæs en ny leverance."


def statuses() -> OwnChoice:
    """All initiatives, or those of one status."""
    return OwnChoice(
        "status", "Status", {EVERY: "Alle"} | {one: one[:1].upper() + one[1:] for one in STATUSES}
    )


def gains_answer(view: View) -> PageAnswer:
    """initiatives, of the status that the address names."""
    found = laid_out(answer("initiatives", {}), EACH, view.options)
    status = statuses().of(view)
    rows = [row for row in found.rows if status in (EVERY, row["status"])]
    shown = page_answer(view, EACH, found, rows, told={} if status == EVERY else {"status": status})
    return replace(shown, headings=found.headings)


def gains_card(view: View) -> Component:
    found = gains_answer(view)
    caption = "Tiltag efter tema, år for år"
    return card(
        "tiltag-gains",
        initiatives_title(found.rows, found.as_of),
        "Investering og gevinst for hvert år, t.kr. · netto: nået gevinst minus investering, tom til "
        f"gevinsten er gjort op · tiltag lægges ikke sammen · opgjort pr. {date_text(found.as_of)}",
        [initiative_table(found.rows, caption) if found.rows else empty(NONE, DELIVER)],
        answer=found,
        options=view.options,
        chart=False,
        class_name="whole",
    )


def status_card(view: View) -> Component:
    found = laid_out(answer("initiatives", {}), BY_STATUS, view.options)
    most = max((row["initiatives"] for row in found.rows), default=0)
    rows = [
        Row(
            row["status"][:1].upper() + row["status"][1:],
            row["initiative"],
            (Cell(number(row["initiatives"]), share_of(row["initiatives"], most)),),
            view.href(status=row["status"]),
        )
        for row in found.rows
    ]
    table = barred_table("Status", (Head("Tiltag", barred=True),), rows, "Tiltag efter status")
    return card(
        "tiltag-status",
        "Hvor langt er tiltagene?",
        "Antal tiltag efter status, fra idé til afsluttet",
        [table if rows else empty(NONE, DELIVER)],
        answer=found,
        options=view.options,
        chart=False,
        class_name="whole",
    )
