"""A saved view as a tile: the newest number that its page shows, and how it has gone."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.answers import Answer, answer
from cockpit.components.cells import AS_PUBLISHED, cell, is_share
from cockpit.components.drawing import KRONER, ONE_DECIMAL
from cockpit.components.figure_chart import CATEGORIES, measures
from cockpit.components.figure_form import MEASURE_KEY, asked_for, figure_in
from cockpit.components.labels import figure_name, heading
from cockpit.components.markup import link
from cockpit.components.matter import noun
from cockpit.components.one_number import newest, one_number, time_of
from cockpit.components.own_views import GONE, href_of, no_longer, opened
from cockpit.components.panel_series import ROWS_IN_A_YEAR, Series
from cockpit.components.panel_tiles import change, value_and_unit
from cockpit.components.states import message_of
from cockpit.components.tile import TileFacts, tile
from cockpit.components.units import unit_of
from cockpit.components.view import View
from cockpit.keyfigures import catalogue
from cockpit.keyfigures.panel_entry import Entry
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
    if not there_are or found.definition.lists:
        return _counted(saved, found.rows, found.definition.title)
    if told := one_number(found, own):
        return _facts(saved, *told, asked or measures(told[0])[0], own)
    if "municipality" in found.columns:
        return TileFacts(saved.name, "–", "", "Ikke udgivet for vores egen kommune", href)
    return _counted(saved, newest(found), f"{found.definition.title}: flere tal, så rækkerne er talt")


def _counted(saved: OwnView, rows: Sequence[Row], words: str) -> TileFacts:
    count = len(rows)
    return TileFacts(saved.name, number(count), noun(count, "række", "rækker"), words, href_of(saved))


def _facts(saved: OwnView, found: Answer, row: Row, measure: str, view: View) -> TileFacts:
    time = time_of(found)
    shape = format_of(measure, row[measure])
    entry = Entry(saved.name, saved.figure, measure, shape, unit=unit_of(measure, found))
    series = _series(entry, found, time, row, view)
    value, unit = value_and_unit(entry, series.now)
    # Of several meanings the row's own name says what its value is.
    told = [] if "definition" in found.columns else [_what(measure, found)]
    told += [_named(time, row[time], found, view)] if time else []
    told += [_which(row, found, time, view)] if _keys(found, time) else []
    words = " · ".join(part for part in (", ".join(told), change(entry, series)) if part)
    return TileFacts(
        saved.name, value, unit, words, href_of(saved), [v for v in series.line if v is not None]
    )


def _what(measure: str, found: Answer) -> str:
    """The column's name without its unit, which stands at the number; compared, the figure and its year."""
    compared = found.parameters.get("figure")
    if compared:
        what = figure_name(compared) if measure == "value" else f"{heading(measure)}, {figure_name(compared)}"
        return f"{what}, {found.parameters.get('year')}"
    return heading(measure).partition(" (")[0]


def _series(entry: Entry, found: Answer, time: str, row: Row, view: View) -> Series:
    """What the row has been over time."""
    keys = _keys(found, time)
    line = [one for one in found.rows if all(one[key] == row[key] for key in keys)] if time else [row]
    values = {one[time] if time else None: _shown(entry, one) for one in line}
    before = _before(list(values), time, found)
    return Series(
        answer=found,
        line=tuple(values.values()),
        now=_shown(entry, row),
        before=values[before] if before else None,
        since=_named(time, before, found, view) if before else "",
        row=row,
    )


def _keys(found: Answer, time: str) -> list[str]:
    return [column for column in TOLD_APART if column in found.columns and column != time]


def _which(row: Row, found: Answer, time: str, view: View) -> str:
    names = dict.fromkeys(_named(key, row[key], found, view) for key in _keys(found, time))
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


def format_of(measure: str, value: float | None) -> str:
    """How the panel would write a figure's column."""
    if measure in KRONER:
        return "kroner"
    if is_share(measure):
        return "percent"
    parted = measure in AS_PUBLISHED and not float(value or 0).is_integer()
    return "decimal" if measure in ONE_DECIMAL or parted else "count"
