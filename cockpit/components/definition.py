"""The definition panel: what a figure counts, why it matters, what to ask, and the query itself."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from cockpit.components.labels import VALUES
from cockpit.components.markup import also
from cockpit.keyfigures import Definition
from cockpit.wording import date_text, listed


def definition_list(definition: Definition, as_of: date) -> Component:
    """The parts that the definition has, in the order a reader asks for them."""
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
    return html.Div(
        [html.P(f"Nøgletal: {definition.id}", className="card-sub"), html.Dl(terms), sql(definition)],
        className="definition",
    )


def sql(definition: Definition) -> Component:
    text = html.Pre(
        html.Code(definition.sql),
        tabIndex=0,
        role="region",
        **also(aria_label=f"SQL for {definition.title}"),
    )
    return html.Details([html.Summary("SQL"), text])
