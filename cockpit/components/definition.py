"""The definition panel: what a figure counts, why it matters, what to ask, and the query itself."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from cockpit.components.labels import VALUES
from cockpit.components.markup import also
from cockpit.keyfigures import Definition
from cockpit.keyfigures.prepared import prepared_behind
from cockpit.wording import date_text, listed


def definition_list(definition: Definition, as_of: date, *, whole: bool = False) -> Component:
    """The parts that the definition has, in the order a reader asks for them.

    `whole` shows the tables built at publish as well; in a panel they would weigh more than the page.
    """
    sources = [VALUES["extract"].get(name, name).lower() for name in definition.source]
    source = listed(sources).capitalize() or "Indlæsningen selv"
    parts = (
        ("Tæller", definition.numerator),
        ("Nævner", definition.denominator),
        ("Hvorfor", definition.why),
        ("Spørg om", definition.ask),
        ("Forbehold", definition.caveat),
        ("Kilde og ejer", f"{source}, opgjort pr. {date_text(as_of)} · {definition.owner}"),
    )
    terms = [item for name, text in parts if text for item in (html.Dt(name), html.Dd(text))]
    queries = [_query("SQL", f"SQL for {definition.title}", definition.sql)]
    if whole:
        queries += [
            _query(f"Tabellen {name}, der beregnes ved indlæsning", f"SQL for {name}", text)
            for name, text in prepared_behind(definition.sql)
        ]
    head = html.P(f"Nøgletal: {definition.id}", className="card-sub")
    return html.Div([head, html.Dl(terms), *queries], className="definition")


def _query(summary: str, name: str, sql: str) -> Component:
    text = html.Pre(html.Code(sql), tabIndex=0, role="region", **also(aria_label=name))
    return html.Details([html.Summary(summary), text])
