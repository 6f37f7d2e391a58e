"""The key figures that move from one version to another: those of the panel, then those of the catalogue."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cockpit.components.answers import Answer, answer
from cockpit.components.cells import cell
from cockpit.components.figure_chart import measures
from cockpit.components.figure_form import asked_for, figure_in
from cockpit.components.labels import heading
from cockpit.components.one_number import one_number, time_of
from cockpit.components.own_tiles import format_of
from cockpit.components.panel_series import scoped, series
from cockpit.components.panel_tiles import DECIMALS, tile_name, value_and_unit
from cockpit.components.since_last import change_sentence
from cockpit.components.units import unit_of
from cockpit.components.view import FIGURES, View, view_of
from cockpit.findings.change import share_change
from cockpit.keyfigures import Definition, catalogue, changes_between
from cockpit.keyfigures.panel import panel
from cockpit.keyfigures.panel_entry import Entry
from cockpit.warehouse import Reader, Warehouse
from cockpit.wording import PlainError, kroner, signed, signed_kroner, signed_percent

FIGURE_HEADINGS = ("Nøgletal", "Før", "Nu", "Ændring")
UNCHANGED = "Uændret"
UNITS = ("percent", "months", "kroner")
Row = dict[str, Any]
Told = tuple[Answer, Row]


@dataclass(frozen=True)
class FigureChange:
    """A figure in both versions, as people read it; `moved` is how much by its own size, 0 where it stays."""

    name: str
    before: str
    now: str
    change: str
    moved: float


def figure_changes(warehouse: Warehouse, before: Reader, now: Reader) -> list[FigureChange]:
    """Those that move, the one that moves most by its own size first, then those that do not.

    A figure that neither version can show, or only in many rows, is left out.
    """
    found = [*_of_catalogue(warehouse, before, now), *_of_panel(warehouse, before, now)]
    # Of one name the panel's.
    once = {change.name: change for change in found}
    return sorted(once.values(), key=lambda change: -change.moved)


def earlier_changes(warehouse: Warehouse, before: Reader, now: Reader) -> list[str]:
    """What Siden sidst would say: numbers of periods that both versions cover, the largest of each figure."""
    with warehouse.held(now):
        view = view_of("/", "", None)
        return [change_sentence(change, view) for change in changes_between(before, now, {}).changes]


def _of_panel(warehouse: Warehouse, *readers: Reader) -> Iterator[FigureChange]:
    for entry in panel(warehouse.settings):
        told = [_panel_value(warehouse, entry, reader) for reader in readers]
        (name, period, _), (_, other, _) = told[-1], told[0]
        # What else stands after a tile's number tells of it, and is no unit.
        unit = entry.unit if entry.format in UNITS else ""
        # A year that only the later version has is held up against none.
        if period == other or not (period and other):
            yield from _change(replace(entry, name=name, unit=unit), *(value for *_, value in told))


def _panel_value(warehouse: Warehouse, entry: Entry, reader: Reader) -> tuple[str, str, float | None]:
    """The tile's name, its period where it is of one, and its value."""
    with warehouse.held(reader):
        view = scoped(entry, view_of("/", "", None))
        try:
            found = series(entry, view)
        except PlainError:
            return tile_name(entry, view), "", None
        of_a_period = "{periode}" in entry.name or found.now_name.isdigit()
        period = found.now_name if of_a_period else ""
        return tile_name(entry, view, found.now_name), period, found.now


def _of_catalogue(warehouse: Warehouse, *readers: Reader) -> Iterator[FigureChange]:
    for definition in catalogue().values():
        if definition.lists or definition.compares or definition.either:
            continue
        answers = [_answer(warehouse, definition, reader) for reader in readers]
        ends = [end for found in answers if found and (end := _newest(found)) is not None]
        told = [
            _whole(warehouse, _until(found, min(ends, default=None)), reader) if found else None
            for found, reader in zip(answers, readers, strict=True)
        ]
        yield from _of_rows(warehouse, told, readers[-1])


def _answer(warehouse: Warehouse, definition: Definition, reader: Reader) -> Answer | None:
    """As the figure's own page shows it; None where the version cannot."""
    with warehouse.held(reader):
        view = view_of(f"{FIGURES}/{definition.id}", "", None)
        try:
            asked = asked_for(figure_in(definition.id, view), view)[0]
            return answer(definition.id, asked)
        except PlainError:
            return None


def _newest(found: Answer) -> Any:
    time = time_of(found)
    return max((row[time] for row in found.rows if row[time] is not None), default=None) if time else None


def _until(found: Answer, end: Any) -> Answer:
    """Only what both versions have a time for."""
    time = time_of(found)
    if not time or end is None:
        return found
    return replace(found, rows=[row for row in found.rows if row[time] and row[time] <= end])


def _whole(warehouse: Warehouse, found: Answer, reader: Reader) -> Told | None:
    """The one row that tells it all; None where there are several."""
    with warehouse.held(reader):
        return one_number(found, view_of(f"{FIGURES}/{found.definition.id}", "", None))


def _of_rows(warehouse: Warehouse, told: Sequence[Told | None], reader: Reader) -> Iterator[FigureChange]:
    """One column of both: a number that one version cannot tell is not another column's."""
    known = [one for one in told if one]
    if not known:
        return
    found = replace(known[-1][0], rows=[row for _, row in known])
    measure = next(iter(measures(found)), None)
    if measure is None:
        return
    with warehouse.held(reader):
        name = _name(found, measure, known[-1][1], view_of(f"{FIGURES}/{found.definition.id}", "", None))
    values = [one[1][measure] if one else None for one in told]
    shape = format_of(measure, next((value for value in values if value is not None), None))
    entry = Entry(name, found.definition.id, measure, shape, unit=unit_of(measure, found))
    scale = 100 if shape == "percent" else 1
    yield from _change(entry, *(value if value is None else value * scale for value in values))


def _name(found: Answer, measure: str, row: Row, view: View) -> str:
    """`Til- og afgang: bestand ved slut, 4. kvt. 2026`."""
    title, column = found.definition.title, heading(measure).partition(" (")[0]
    told = column.lower() in title.lower() or measure == "value"
    name = title if told else f"{title}: {column[:1].lower()}{column[1:]}"
    time = time_of(found)
    return f"{name}, {cell(time, row[time], found.parameters, view.options)}" if time else name


def _change(entry: Entry, before: float | None, now: float | None) -> Iterator[FigureChange]:
    if before is None and now is None:
        return
    then, told = (_text(entry, value) for value in (before, now))
    known = before is not None and now is not None
    change = _difference(entry, float(before or 0), float(now or 0)) if known else ""
    moved = 0.0 if change == UNCHANGED else abs(share_change(now, before) or 1.0)
    yield FigureChange(entry.name, then, told, change, moved)


def _text(entry: Entry, value: float | None) -> str:
    return " ".join(filter(None, value_and_unit(entry, value)))


def _difference(entry: Entry, before: float, now: float) -> str:
    if entry.format == "kroner":
        change = signed_kroner(now - before)
    else:
        change = signed(now - before, DECIMALS[entry.format])
    if entry.format == "percent":
        return UNCHANGED if change in ("0,0", "0") else f"{change} procentpoint"
    if change in (kroner(0), f"+{kroner(0)}", signed(0, DECIMALS.get(entry.format, 0))):
        return UNCHANGED
    share = share_change(now, before)
    return f"{change} ({signed_percent(share)})" if share is not None else change
