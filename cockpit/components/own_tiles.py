"""A saved view as a tile: the newest number that its page shows, and how it has gone."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.answers import Answer, answer
from cockpit.components.cells import AS_PUBLISHED, cell, is_share
from cockpit.components.drawing import KRONER, ONE_DECIMAL
from cockpit.components.figure_chart import CATEGORIES, EVENTS, TIME, measures
from cockpit.components.figure_form import MEASURE_KEY, asked_for, figure_in
from cockpit.components.labels import heading
from cockpit.components.markup import link
from cockpit.components.own_views import GONE, href_of, no_longer, opened
from cockpit.components.panel_series import ROWS_IN_A_YEAR, Series
from cockpit.components.panel_tiles import change, value_and_unit
from cockpit.components.states import message_of
from cockpit.components.tile import TileFacts, tile
from cockpit.components.view import View
from cockpit.keyfigures import catalogue
from cockpit.keyfigures.panel import Entry
from cockpit.own_views import OwnView
from cockpit.wording import PlainError, number

Row = dict[str, Any]
IN_A_YEAR = {"month": 12, "year": 1}
MOST_NAMED = 2
# What tells the rows of one time apart.
TOLD_APART = (*CATEGORIES, "interval", "group", "owner", "extract")


def own_tile(saved: OwnView, view: View) -> Component:
    """The tile, or the sentence that says why there is no number, with the way to rename or delete it."""
    try:
        return tile(own_facts(saved, view), view.palette)
    except Exception as error:
        mends = "rette eller slette" if saved.figure in catalogue() else "slette"
        parts = [
            html.Span(saved.name, className="tile-name"),
            html.P(message_of(error), className="tile-note"),
            html.P(link(f"Åbn den for at {mends} den", href_of(saved)), className="tile-note"),
        ]
        return html.Div(parts, className="tile")


def own_facts(saved: OwnView, view: View) -> TileFacts:
    """PlainError as `run`, and where the view is no longer what was saved."""
    if saved.figure not in catalogue():
        raise PlainError(GONE)
    own = opened(saved, view)
    if problem := no_longer(saved, own):
        raise PlainError(problem)
    definition = figure_in(saved.figure, own)
    found = answer(saved.figure, asked_for(definition, own)[0])
    there_are = measures(found)
    asked = own.query.get(MEASURE_KEY)
    if asked and asked not in there_are:
        raise PlainError(f"Visningen viser {heading(asked).lower()}, som nøgletallet ikke har mere.")
    href = href_of(saved)
    if not found.rows:
        return TileFacts(saved.name, "–", "", found.notice or "Intet at opgøre i udsnittet", href)
    if not there_are or "service_id" in found.columns:
        return TileFacts(saved.name, number(len(found.rows)), "rækker", found.definition.title, href)
    return _facts(saved, found, asked or there_are[0], own)


def _facts(saved: OwnView, found: Answer, measure: str, view: View) -> TileFacts:
    time = next((one for one in TIME if one in found.columns and found.definition.id not in EVENTS), "")
    newest = max(row[time] for row in found.rows) if time else None
    rows = [row for row in found.rows if not time or row[time] == newest]
    top = max(rows, key=lambda row: (row[measure] is not None, row[measure] or 0))
    entry = Entry(saved.name, saved.figure, measure, _format(measure, top[measure]), unit=_unit(measure))
    series = _series(entry, found, time, top, view)
    value, unit = value_and_unit(entry, series)
    # The unit stands at the number.
    told = [heading(measure).partition(" (")[0]]
    told += [_named(time, newest, found, view)] if time else []
    told += [f"højest {_which(top, found, time, view)}"] if len(rows) > 1 else []
    words = " · ".join(part for part in (", ".join(told), change(entry, series)) if part)
    return TileFacts(
        saved.name, value, unit, words, href_of(saved), [v for v in series.line if v is not None]
    )


def _series(entry: Entry, found: Answer, time: str, top: Row, view: View) -> Series:
    """What the newest row, of several the one with most, has been over time."""
    keys = _keys(found, time)
    line = [row for row in found.rows if all(row[key] == top[key] for key in keys)] if time else [top]
    values = {row[time] if time else None: _shown(entry, row) for row in line}
    before = _before(list(values), time, found)
    return Series(
        answer=found,
        line=tuple(values.values()),
        now=_shown(entry, top),
        before=values[before] if before else None,
        since=_named(time, before, found, view) if before else "",
    )


def _keys(found: Answer, time: str) -> list[str]:
    return [column for column in TOLD_APART if column in found.columns and column != time]


def _which(top: Row, found: Answer, time: str, view: View) -> str:
    names = dict.fromkeys(_named(key, top[key], found, view) for key in _keys(found, time))
    return ", ".join(list(names)[:MOST_NAMED])


def _before(moments: Sequence[Any], time: str, found: Answer) -> Any:
    """The same time a year earlier."""
    back = IN_A_YEAR.get(time) or ROWS_IN_A_YEAR.get(found.parameters.get("period") or "", 0)
    return moments[-1 - back] if back and len(moments) > back else None


def _named(column: str, value: Any, found: Answer, view: View) -> str:
    return cell(column, value, found.parameters, view.options)


def _shown(entry: Entry, row: Row) -> float | None:
    value: float | None = row[entry.column]
    return value * 100 if entry.format == "percent" and value is not None else value


def _format(measure: str, value: float | None) -> str:
    if measure in KRONER:
        return "kroner"
    if is_share(measure):
        return "percent"
    parted = measure in AS_PUBLISHED and not float(value or 0).is_integer()
    return "decimal" if measure in ONE_DECIMAL or parted else "count"


def _unit(measure: str) -> str:
    return "pct." if is_share(measure) else ""
