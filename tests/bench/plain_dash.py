"""The Overblik as an ordinary Dash app: the yardstick of `make bench`, and no part of the cockpit.

The same queries on the same version file, drawn with go.Figure; no cache, Dash's own settings and bundle.
Each query is run once for a page, though several tiles may stand on it.
"""

from typing import Any

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from tests.bench import plain_charts as charts
from tests.bench.plain_queries import Figures, Rows, changed, choices, latest

app = Dash(__name__, title="Overblik")
server = app.server

OWNERS = ("own", "other_municipality", "region", "private", "uoplyst")
FILTERS = ("omraade", "paragraf", "ejer", "fra", "til", "kommune")
BOX = {"border": "1px solid #ddd", "borderRadius": "6px", "padding": "14px", "background": "#fff"}
GRID = {"display": "grid", "gap": "16px", "gridTemplateColumns": "repeat(4, 1fr)", "marginBottom": "16px"}


def layout() -> Component:
    months = [f"{year}-{month:02}" for year in range(2016, latest().year + 1) for month in range(1, 13)]
    values = (choices("area"), choices("section_key"), OWNERS, months, months, ("paying", "acting", "all"))
    fields = [
        dcc.Dropdown(list(some), id=name, placeholder=name, style={"width": "180px"})
        for name, some in zip(FILTERS, values, strict=True)
    ]
    return html.Div(
        [
            html.H1("Overblik"),
            html.P("Hvordan står vi lige nu?"),
            html.Div(fields, style={"display": "flex", "gap": "8px", "marginBottom": "16px"}),
            html.Div(id="page"),
            html.Div(id="since-last", style=BOX),
        ],
        style={"fontFamily": "sans-serif", "background": "#f6f6f4", "padding": "24px"},
    )


app.layout = layout


@app.callback(Output("page", "children"), [Input(name, "value") for name in FILTERS])
def show(
    area: str | None,
    section: str | None,
    owner: str | None,
    since: str | None,
    until: str | None,
    role: str | None,
) -> list[Component]:
    figures = Figures(area, section, owner, since, until, role or "paying")
    flow = html.Div(dcc.Graph(figure=charts.flow(figures.flow)), style={**BOX, "gridColumn": "span 3"})
    return [
        html.Div([_tile(*facts) for facts in _facts(figures)], style=GRID),
        html.Div([flow, html.Div(_attention(figures), style=BOX)], style=GRID),
    ]


@app.callback(
    Output("since-last", "children"),
    [Input(name, "value") for name in ("omraade", "paragraf", "ejer", "kommune")],
)
def show_since_last(
    area: str | None, section: str | None, owner: str | None, role: str | None
) -> list[Component]:
    """Apart from the rest, as in the cockpit: the tiles need not wait for it."""
    found = changed(area, section, owner, role or "paying")
    texts = [f"{figure}: {rows} rækker er ændret" for figure, rows in found.items() if rows]
    return [html.H3("Siden sidst"), html.Ul([html.Li(text) for text in texts])]


def _tile(name: str, value: str, change: str, line: list[Any]) -> Component:
    return html.Div(
        [
            html.Div(name),
            html.Div(value, className="tile-value", style={"fontSize": "28px", "fontWeight": 600}),
            html.Div(change),
            dcc.Graph(figure=charts.sparkline(line), config={"displayModeBar": False}),
        ],
        style=BOX,
    )


def _number(value: float | None, decimals: int = 0) -> str:
    if value is None:
        return "–"
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def _change(line: list[Any], back: int, decimals: int = 0) -> str:
    if len(line) <= back or line[-1] is None or line[-1 - back] is None:
        return "Intet tal fra året før"
    return f"{line[-1] - line[-1 - back]:+,.{decimals}f} siden året før"


def _facts(figures: Figures) -> list[tuple[str, str, str, list[Any]]]:
    """Name, value, change and line of each tile."""
    residents = [row["closing"] for row in figures.flow]
    granted = [row["full_year_persons"] for row in figures.committed] or [0]
    prices = [row["unit_cost"] for row in figures.to_date]
    costs = [row["total_cost"] for row in figures.committed]
    high = next((row["guideline_high"] for row in figures.caseload), None)
    loads = [row["citizens_per_fte"] for row in figures.caseload_trend]
    kept = _shares(figures.kept, "period_start", "kept", "due")
    used = _shares(figures.occupancy, "month", "used_days", "available_days")
    stays = [row["median_days"] / 30.4 for row in figures.stays if row["median_days"]]
    return [
        ("Borgere", _number(residents[-1] if residents else 0), _change(residents, 12), residents),
        ("Helårspersoner i år", _number(granted[-1], 1), _change(granted, 1, 1), granted),
        ("Pris pr. helårsperson", _number(prices[-1] if prices else None), _change(prices, 1), prices),
        ("Disponeret i år", _number(costs[-1] if costs else None), _change(costs, 1), costs),
        ("Borgere pr. fuldtidsrådgiver", _number(loads[-1], 1), f"Vejledende højst {_number(high)}", loads),
        ("Borgere over 2 mio. kr.", _number(figures.dear[-1]), _change(figures.dear, 1), figures.dear),
        ("Overholdte frister", _percent(kept), _change(kept, 4, 1), kept),
        ("Belægning i egne tilbud", _percent(used), _change(used, 12, 1), used),
        ("Unge med diagnose", _number(figures.young[-1]), _change(figures.young, 1), figures.young),
        ("Typisk ophold", _number(stays[-1] if stays else None), _change(stays, 1), stays),
    ]


def _attention(figures: Figures) -> list[Component]:
    over = [
        f"{row['by_value']}: {_number(row['citizens_per_fte'], 1)} borgere pr. fuldtidsrådgiver"
        for row in figures.teams
        if row["status"] == "over"
    ]
    overdue, due = (sum(row[name] for row in figures.at_risk) for name in ("overdue", "due_within"))
    unstaffed = [row["by_value"] for row in figures.teams if row["status"] == "no_fte"]
    dear = [row for row in figures.budget if (row["variance"] or 0) > 0.01 * (row["revised_budget"] or 0)]
    ending = sum(row["citizens"] for row in figures.expiring)
    turning = sum(row["citizens"] for row in figures.turning_18)
    without = sum(row["services_without_rate"] for row in figures.this_year)
    rejected = sum(row["rows_rejected"] for row in figures.quality)
    texts = [
        f"{overdue} frister er overskredet",
        *over,
        f"{len(dear)} konti er på vej over budgettet",
        f"{due} frister udløber inden for 30 dage",
        *(f"{team} har sager og ingen årsværk" for team in unstaffed),
        f"{ending} bevillinger udløber inden for 90 dage",
        f"{turning} unge fylder 18 inden for 12 måneder",
        f"{without} indsatser mangler takst",
        f"{rejected} rækker afvist",
    ]
    return [html.H3("Kræver opmærksomhed"), html.Ul([html.Li(text) for text in texts])]


def _shares(rows: Rows, period: str, column: str, of: str) -> list[Any]:
    """Per cent by period."""
    sums: dict[Any, list[float]] = {}
    for row in rows:
        part, whole = sums.get(row[period], (0, 0))
        sums[row[period]] = [part + row[column], whole + row[of]]
    return [100 * part / whole if whole else None for part, whole in sums.values()]


def _percent(line: list[Any]) -> str:
    return _number(line[-1] if line else None, 1)
