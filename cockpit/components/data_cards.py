"""The cards of the page Data: deliveries, extracts, rejected rows."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.address import address
from cockpit.components.answers import Answer
from cockpit.components.card import card, takes
from cockpit.components.deliveries import REFUSED, Delivery, deliveries_table
from cockpit.components.extract_table import extract_table
from cockpit.components.freshness import carried_over, never_delivered
from cockpit.components.markup import also, link
from cockpit.components.rejected import (
    EXTRACT_KEY,
    RULE_KEY,
    TEXT_KEY,
    Asked,
    controls,
    extract_name,
    paging,
    rejected_table,
)
from cockpit.components.states import empty
from cockpit.components.view import View
from cockpit.findings.deliveries import deliveries_title, rejected_title
from cockpit.intake.loaded import Choice
from cockpit.wording import listed, number

Row = dict[str, Any]
DELIVERIES_FILE, REJECTED_FILE = "/hent/data/leverancer.csv", "/hent/data/afviste.csv"


def deliveries_card(lines: Sequence[Delivery], *, with_file: bool, may_load: bool) -> Component:
    """`with_file` where a version is served, for a file tells what it is of."""
    log = link("Hvem har set hvad?", "/data/log")
    drop = [link("Læg en leverance op", "/data/indlaes", "button")] if may_load else []
    table = deliveries_table(lines, "Leverancer, den nyeste først")
    foot = [files_foot((DELIVERIES_FILE, "CSV", "Hent leverancerne som CSV"))] if with_file else []
    return card(
        "data-deliveries",
        deliveries_title([line.status == REFUSED for line in lines]),
        "Den seneste gyldige er i brug; en afvist leverance ændrer intet",
        [table, *foot],
        side=html.Div([log, *drop], className="controls"),
    )


def extracts_card(view: View, quality: Answer) -> Component:
    missing = never_delivered(quality.rows)
    told = [html.P(_missing(missing), className="card-sub below")] if missing else []
    return card(
        "data-extracts",
        "Udtræk i brug",
        "Et udtræk, der ikke var med i seneste leverance, er videreført og har sin egen dato",
        [extract_table(quality, view.options, "Rækker i hvert udtræk"), *told],
        answer=quality,
        options=view.options,
        chart=False,
    )


def _missing(names: list[str]) -> str:
    return f"Ikke leveret: {listed(names)}. Nøgletal, der bygger på dem, siger det selv."


def rejected_card(
    view: View, quality: Answer, asked: Asked, kinds: Sequence[Row], found: int, rows: Sequence[Row]
) -> Component:
    """`found` rows fit the choice; `rows` are those of the page in view."""
    old = carried_over(quality.rows)
    here = [row for row in quality.rows if row not in old]
    return card(
        "data-rejected",
        rejected_title(here, extract_name, _fallen_rows(kinds)),
        "Ret dem i fagsystemet; de kommer med i næste leverance",
        [*_elsewhere(old), *_fallen(kinds), *_body(view, asked, kinds, found, rows)],
    )


def _elsewhere(old: Sequence[Row]) -> list[Component]:
    names = [extract_name(row["extract"]) for row in old if row["rows_rejected"]]
    if not names:
        return []
    text = f"Afviste rækker i {listed(names)} er ikke på listen: de kom med en tidligere leverance."
    return [html.P(text, className="card-note")]


def _fallen_rows(kinds: Sequence[Row]) -> int:
    return sum(kind["found"] for kind in kinds if not kind["counts"])


def _fallen(kinds: Sequence[Row]) -> list[Component]:
    """Rows that fell with a rejected one are on the list, but not counted as rejected."""
    count = _fallen_rows(kinds)
    if not count:
        return []
    noun = "række, der er faldet, fordi den" if count == 1 else "rækker, der er faldet, fordi de"
    text = f"Listen har også {number(count)} {noun} peger på en afvist række."
    return [html.P(text, className="card-note")]


def _body(view: View, asked: Asked, kinds: Sequence[Row], found: int, rows: Sequence[Row]) -> list[Component]:
    if not kinds:
        return [empty("Ingen rækker er afvist", "Hele leverancen er med i tallene.")]
    if not found:
        nothing = empty("Ingen afviste rækker passer til valget", "Vælg noget andet, eller nulstil valget.")
        return [controls(view, asked, kinds), nothing]
    everything = sum(kind["found"] for kind in kinds)
    files = [(REJECTED_FILE, f"Hent alle {number(everything)} (CSV)", None)]
    choice = asked.choice
    if choice != Choice():
        # First, for what is copied is the first file's.
        query = {EXTRACT_KEY: choice.extract, RULE_KEY: choice.rule, TEXT_KEY: choice.text}
        files.insert(0, (address(REJECTED_FILE, query), f"Hent de {number(found)} valgte (CSV)", None))
    return [
        controls(view, asked, kinds),
        rejected_table(rows, "Afviste rækker"),
        paging(view, asked.page, found),
        files_foot(*files),
    ]


def files_foot(*files: tuple[str, str, str | None]) -> Component:
    """Each file's address, words and fuller name; the first of them as Excel too."""
    links = [html.A(text, href=href, download="", **also(aria_label=label)) for href, text, label in files]
    sheet = files[0][0].replace(".csv", ".xlsx", 1)
    links.append(html.A("Excel", href=sheet, download="", **also(aria_label="Hent rækkerne som Excel")))
    return html.Div([takes("copy", "Kopiér"), *links, takes("picture", "PNG")], className="card-foot")
