"""Charts of stacked bars: one column of the answer down, another across."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cockpit.charts import stacked_chart
from cockpit.components.answers import Answer
from cockpit.components.cells import band_name, by_name, cell, interval_name
from cockpit.components.drawing import Drawing, written
from cockpit.components.labels import VALUES, heading, value_name
from cockpit.components.view import View

MOST_LAYERS = 8
MOST_BARS = 60
DEALINGS = ("own", "other_municipality", "region", "private", "uoplyst", "sold")
# Where two columns name a row.
PAIRS = (("team", "kind"), ("section", "owner"))


def intervals(answer: Answer, view: View) -> Drawing | None:
    """Years down and intervals across; divided by something, the values of the latest year down."""
    if "by_value" not in answer.columns:
        return layers(answer, answer.rows, "year", "interval", view)
    latest = max(row["year"] for row in answer.rows)
    rows = [row for row in answer.rows if row["year"] == latest]
    drawing = layers(answer, rows, "by_value", "interval", view)
    return Drawing(drawing.figure, drawing.summary, f"Diagrammet viser {latest}") if drawing else None


def market(answer: Answer, measure: str, view: View) -> Drawing | None:
    """Groups down; across who is at our own providers, whose place is sold, and whom we buy from."""
    rows = [
        row | {"dealing": row["owner"] if row["direction"] == "bought" else row["direction"]}
        for row in answer.rows
    ]
    ordered = sorted(rows, key=lambda row: DEALINGS.index(row["dealing"]))
    drawing = layers(answer, ordered, "group", "dealing", view, measure)
    return drawing and replace(drawing, note=heading(measure).lower())


def paired(answer: Answer, measure: str, view: View) -> Drawing | None:
    """Two columns name a row: the one down, the other across."""
    down, across = next(pair for pair in PAIRS if set(pair) <= set(answer.columns))
    drawing = layers(answer, answer.rows, down, across, view, measure)
    return drawing and replace(drawing, note=heading(measure).lower())


def layers(
    answer: Answer,
    rows: Sequence[dict[str, Any]],
    down: str,
    across: str,
    view: View,
    measure: str = "citizens",
) -> Drawing | None:
    names = list(dict.fromkeys(row[across] for row in rows))
    places = list(dict.fromkeys(row[down] for row in rows))
    if len(names) > MOST_LAYERS or len(places) > MOST_BARS:
        return None
    counts = {(row[down], row[across]): row[measure] for row in rows}
    stacked = {
        _layer_name(across, name, answer, view): [counts.get((place, name), 0) for place in places]
        for name in names
    }
    labels = [cell(down, place, answer.parameters, view.options) for place in places]
    say = written(measure)
    figure = stacked_chart(labels, stacked, view.palette, written=say, narrow=view.narrow)
    last = ", ".join(f"{name.lower()} {say(values[-1])}" for name, values in stacked.items())
    return Drawing(figure, f"{heading(measure)}. {labels[-1]}: {last}.")


def _layer_name(column: str, value: Any, answer: Answer, view: View) -> str:
    if column == "interval":
        return interval_name(value)
    if column in ("owner", "kind"):
        return value_name(column, value, view.options)
    if column == "dealing":
        names = VALUES["direction"]
        return names.get(value) or f"Købt: {value_name('owner', value, view.options).lower()}"
    return band_name(value) if column == "age_band" else by_name(value, answer.parameters, view.options)
