"""The plain page's charts, as Plotly's own documentation draws them."""

from typing import Any

import plotly.graph_objects as go  # type: ignore[import-untyped]


def flow(rows: list[dict[str, Any]]) -> go.Figure:
    months = [row["period_start"] for row in rows]
    figure = go.Figure()
    figure.add_bar(x=months, y=[row["inflow"] for row in rows], name="Tilgang")
    figure.add_bar(x=months, y=[-row["outflow"] for row in rows], name="Afgang")
    figure.add_scatter(x=months, y=[row["closing"] for row in rows], name="Bestand", yaxis="y2")
    figure.update_layout(
        barmode="relative",
        height=350,
        yaxis={"domain": [0, 0.56]},
        yaxis2={"domain": [0.66, 1], "anchor": "x"},
        title="Til- og afgang pr. måned",
    )
    return figure


def sparkline(values: list[Any]) -> go.Figure:
    figure = go.Figure(go.Scatter(y=values, mode="lines"))
    figure.update_layout(height=60, margin={"l": 0, "r": 0, "t": 0, "b": 0}, showlegend=False)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return figure
