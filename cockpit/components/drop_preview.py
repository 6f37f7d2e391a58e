"""What a dropped delivery is: being checked, refused, or ready to be published, and what it would change."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.card import card
from cockpit.components.labels import VALUES
from cockpit.components.shell import notices
from cockpit.components.thin_bar import scrolling
from cockpit.components.version_figures import FIGURE_HEADINGS
from cockpit.intake import Dropped
from cockpit.intake.refusals import ACCEPT
from cockpit.wording import NOTHING, date_text, number

ACCEPT_HERE = "Er det rigtigt, så læg filerne op igen, og sæt kryds ved at godtage det."
REJECTED_FILE = "/data/indlaes/afviste.csv"
ROW_HEADINGS = ("Udtræk", "Nye", "Ændrede", "Væk", "Rækker før", "Rækker nu", "Læst", "Afvist")
MOST_SHOWN = 12
QUESTION = "Tallene bliver vist for alle, og den version, der er i brug nu, bliver gemt."


def checking_card(dropped: Dropped) -> Component:
    told = html.P(dropped.progress or "Kontrollen begynder …", role="status")
    return card("drop-checking", "Leverancen bliver kontrolleret", _what(dropped), [html.Progress(), told])


def refused_cards(dropped: Dropped) -> list[Component]:
    """The reasons first; nothing has been changed."""
    reasons = [html.Li(text.replace(ACCEPT, ACCEPT_HERE)) for text in dropped.refusals]
    again = html.Button("Læg nye filer op", id="drop-discard", type="button", className="button")
    body = [html.Div(html.Ul(reasons, className="drop-reasons"), role="alert"), again]
    first = card("drop-refused", "Leverancen kan ikke bruges, og intet er ændret", _what(dropped), body)
    return [first, *_rows_card(dropped), *_problems_card(dropped)]


def preview_cards(dropped: Dropped, outdated: str) -> list[Component]:
    """`outdated` says why it can no longer be published; empty where it can."""
    compared = dropped.comparison or {}
    against = f" Sammenlignet med {compared['before']}." if compared.get("before") else ""
    asks = [] if outdated else [_asks("Udgiv", QUESTION, "Ja, udgiv", "drop-publish")]
    discards = _asks("Kassér", "Leverancen bliver fjernet, og intet ændres.", "Ja, kassér", "drop-discard")
    first = card(
        "drop-ready",
        "Klar til at blive udgivet",
        f"{_what(dropped)}{against} Ingen andre ser tallene endnu.",
        [html.Div([*asks, discards], className="drop-asks")],
    )
    told = [*dropped.told, *filter(None, (outdated, compared.get("told", "")))]
    cards = [*_figures_card(compared), *_earlier_card(compared)]
    cards += [*_rows_card(dropped), *_problems_card(dropped)]
    return [*notices(told), first, *cards]


def _asks(name: str, question: str, answer: str, button: str) -> Component:
    """Asks before it is done."""
    does = html.Button(answer, id=button, type="button", className="button")
    summary = html.Summary(name, className="button" if name == "Udgiv" else "button quiet")
    return html.Details([summary, html.P(question), does], className="drop-ask")


def _what(dropped: Dropped) -> str:
    count = len(dropped.files)
    return f"{number(count)} {'fil' if count == 1 else 'filer'}, hele til og med {date_text(dropped.as_of)}."


def _figures_card(compared: dict[str, Any]) -> list[Component]:
    figures = compared.get("figures", [])
    if not figures:
        return []
    moved = [one for one in figures if one["moved"]]
    title = f"{number(len(moved))} nøgletal flytter sig" if moved else "Ingen nøgletal flytter sig"
    same = f"{number(len(figures) - len(moved))} er uændrede."
    first = "Det, der flytter sig mest i forhold til sin størrelse, står først; "
    subtitle = f"{first}{same}" if moved else same
    shown, rest = moved[:MOST_SHOWN], [*moved[MOST_SHOWN:], *(one for one in figures if not one["moved"])]
    body = [_figures(shown, "Nøgletal, der flytter sig")] if shown else []
    if rest:
        more = _figures(rest, "De øvrige nøgletal")
        body.append(html.Details([html.Summary("Vis de øvrige"), more], className="drop-more"))
    return [card("drop-figures", title, subtitle, body)]


def _figures(figures: Sequence[dict[str, Any]], caption: str) -> Component:
    rows = [(one["name"], one["before"], one["now"], one["change"] or NOTHING) for one in figures]
    return _table(FIGURE_HEADINGS, rows, caption)


def _earlier_card(compared: dict[str, Any]) -> list[Component]:
    # As it is told once it has been published.
    sentences = [html.Li(text.replace(" er nu ", " bliver ")) for text in compared.get("earlier", [])]
    if not sentences:
        return []
    subtitle = "Af hvert nøgletal det tal, der ændres mest, i perioder, som begge versioner dækker"
    body = [html.Ul(sentences, className="drop-reasons")]
    return [card("drop-earlier", "Tal for tidligere perioder bliver ændret", subtitle, body)]


def _rows_card(dropped: Dropped) -> list[Component]:
    """Of each extract what was read, and how its rows differ from those in use."""
    read = {extract.name: extract for extract in dropped.extracts}
    differs = {one["extract"]: one for one in (dropped.comparison or {}).get("rows", [])}
    counts = ("new", "changed", "gone", "before", "now")
    rows = []
    for name in dict.fromkeys([*read, *differs]):
        extract, change = read.get(name), differs.get(name, {})
        own = (extract.rows_read, extract.rows_rejected) if extract else (None, None)
        if extract and not change:
            change = {"now": extract.rows_loaded}
        told = [number(count) for count in (*(change.get(count) for count in counts), *own)]
        rows.append((VALUES["extract"].get(name, name), *told))
    if not rows:
        return []
    unused = [html.P(f"Ikke brugt: {', '.join(dropped.ignored)}.", className="card-sub below")]
    body = [_table(ROW_HEADINGS, rows, "Rækker i hvert udtræk"), *(unused if dropped.ignored else [])]
    subtitle = "Et udtræk, der ikke er læst, bliver videreført, som det er i brug nu"
    return [card("drop-rows", "Rækkerne", subtitle, body)]


def _problems_card(dropped: Dropped) -> list[Component]:
    if not dropped.problems:
        return []
    file = html.A("Hent alle afviste rækker (CSV)", href=REJECTED_FILE, download="")
    body: list[Component] = [
        html.Ul([html.Li(text) for text in dropped.problems], className="drop-reasons"),
        *([html.Div(file, className="card-foot")] if dropped.rows_rejected else []),
    ]
    count = dropped.rows_rejected
    title = f"{number(count)} {'række' if count == 1 else 'rækker'} er afvist" if count else "Advarsler"
    return [card("drop-problems", title, "De første af hver slags. Ret dem i fagsystemet.", body)]


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]], caption: str) -> Component:
    head = [html.Th(name, scope="col", className="n" if place else "") for place, name in enumerate(headings)]
    body = [
        html.Tr([html.Th(name, scope="row"), *(html.Td(text, className="n") for text in texts)])
        for name, *texts in rows
    ]
    grid = html.Table(
        [html.Caption(caption, className="hidden-text"), html.Thead(html.Tr(head)), html.Tbody(body)],
        className="figures",
    )
    return scrolling(grid, caption)
