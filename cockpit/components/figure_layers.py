"""Charts of stacked bars: one column of the answer down, another across."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cockpit.charts import stacked_chart
from cockpit.charts.parts import Part, parts_chart
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
    return drawing and replace(drawing, note=f"Diagrammet viser {latest}")


def market(answer: Answer, measure: str, view: View) -> Drawing:
    """Groups down; across who is at our own providers, whose place is sold, and whom we buy from.

    The parts are not added up: a citizen with two owners is in both, and a place that is sold is no citizen
    of ours.
    """
    found: dict[str, dict[str, float]] = {}
    for row in answer.rows:
        dealing = row["owner"] if row["direction"] == "bought" else row["direction"]
        found.setdefault(dealing, {})[row["group"]] = float(row[measure])
    groups = market_groups(answer)
    parts = [
        Part(_dealing(name, view), _dealing(name, view, short=True), values, DEALINGS.index(name))
        for name in DEALINGS
        if name in found
        for values in [tuple(found[name].get(group, 0) for group in groups)]
    ]
    labels = [cell("group", group, answer.parameters, view.options) for group in groups]
    say = written(measure)
    figure = parts_chart(labels, parts, view.palette, written=say, narrow=view.narrow)
    first = ", ".join(f"{part.name.lower()} {say(part.values[0] or 0)}" for part in parts)
    summary = f"{heading(measure)}. {labels[0]}: {first}."
    return Drawing(figure, summary, heading(measure).lower(), "group", tuple(groups))


def market_groups(answer: Answer) -> list[str]:
    """The groups in the order they are drawn: the one with most on top."""
    sums: dict[str, int] = {}
    for row in answer.rows:
        sums[row["group"]] = sums.get(row["group"], 0) + row["citizens"]
    return sorted(sums, key=lambda group: -sums[group])


def _dealing(name: str, view: View, *, short: bool = False) -> str:
    if name in VALUES["direction"]:
        return VALUES["direction"][name].lower() if short else VALUES["direction"][name]
    owner = value_name("owner", name, view.options).lower()
    return owner if short else f"Købt: {owner}"


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
    summary = f"{heading(measure)}. {labels[-1]}: {last}."
    return Drawing(figure, summary, column=down, values=tuple(places))


def _layer_name(column: str, value: Any, answer: Answer, view: View) -> str:
    if column == "interval":
        return interval_name(value)
    if column in ("owner", "kind"):
        return value_name(column, value, view.options)
    return band_name(value) if column == "age_band" else by_name(value, answer.parameters, view.options)
