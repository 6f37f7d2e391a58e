"""Whether a tile of data/panel.toml names what there is: figure, columns, parameters, pages, values."""

from collections.abc import Sequence
from itertools import pairwise

from cockpit.keyfigures.choices import FIXED, choices_in
from cockpit.keyfigures.columns import NOT_NUMBERS, columns_of
from cockpit.keyfigures.definitions import Definition, catalogue
from cockpit.keyfigures.panel_entry import Entry, EntryError, known
from cockpit.keyfigures.parameters import UNKNOWN, Parameter, checked_value
from cockpit.warehouse import Reader
from cockpit.wording import PlainError, listed, safe_quote

SCOPES = ("area", "group", "section")
IN_DATA = ("list", "one")
# What the page's own filters give every figure that takes it.
FROM_FILTERS = ("role", "from", "to", "on", "year", "month", "from_year", "to_year", "year_a", "year_b")
# What rows are called by lists that the municipality knows before any data; other values may come tomorrow.
LISTED = ("area", "group", "section", "kind", *FIXED)
# What the query itself calls its rows, in quotes.
NAMED_BY_QUERY = ("definition", "direction", "effect")
PUT_TOGETHER = "section_"
BETWEEN_GROUPS = {"previous_group": ("ny",), "next_group": ("død", "afsluttet")}


def check_page(entry: Entry, pages: Sequence[str]) -> None:
    if entry.page and entry.page not in pages:
        raise EntryError(
            f"Siden {safe_quote(entry.page)} findes ikke. Vælg blandt: {listed(pages, 'eller')}.", "page"
        )


def check_in_data(entry: Entry, reader: Reader) -> None:
    """EntryError for an area, group, section or other value that is neither in the lists nor in the data."""
    definition = catalogue()[entry.figure]
    for key, given in (("parameters", entry.parameters), ("default", entry.default)):
        for name, value in given.items():
            parameter = definition.parameter(name)
            if parameter and parameter.kind in IN_DATA:
                _check_value(parameter, value, key, choices_in(reader, name))
    for column, value in entry.where.items():
        _check_listed(entry, column, value, reader)


def _check_listed(entry: Entry, column: str, value: str, reader: Reader) -> None:
    """A row that no list of the municipality's can give a name."""
    by = catalogue()[entry.figure].parameter("by")
    kind = entry.parameters.get("by") or (by.default if by else None) if column == "by_value" else column
    own = BETWEEN_GROUPS.get(column, ())
    kind = "group" if own else kind
    if kind in LISTED:
        known(value, (*own, *choices_in(reader, kind)), column, "where")


def check_figure(entry: Entry) -> None:
    """EntryError where the figure is not there, or cannot be asked as the tile asks it."""
    figures = catalogue()
    known(entry.figure, tuple(sorted(figures)), "Nøgletallet", "figure")
    definition = figures[entry.figure]
    columns = columns_of(definition)
    for key, column in (("column", entry.column), ("of", entry.of), *(("where", one) for one in entry.where)):
        if column:
            known(column, columns, "Kolonnen", key)
    for key, column in (("column", entry.column), ("of", entry.of)):
        if column in NOT_NUMBERS:
            raise EntryError(f"Kolonnen {safe_quote(column)} er ikke et tal. Vælg en, der er.", key)
    _check_parameters(entry, definition)
    _check_limits(entry, definition, "guideline_high" in columns)
    _check_given(entry, definition, "figure")
    if entry.trend:
        known(entry.trend, tuple(sorted(figures)), "Nøgletallet", "trend")
        for column in filter(None, (entry.column, entry.of, *entry.where)):
            known(column, columns_of(figures[entry.trend]), "Kolonnen", "trend")
        _check_given(entry, figures[entry.trend], "trend")


def _check_given(entry: Entry, definition: Definition, key: str) -> None:
    """What the figure cannot be asked without, and the page's filters do not give."""
    for parameter in definition.parameters:
        if parameter.required and parameter.name not in (*FROM_FILTERS, *entry.parameters):
            choice = f" ({listed(parameter.choices, 'eller')})" if parameter.choices else ""
            raise EntryError(f"Nøgletallet mangler parameteren {parameter.name}{choice} i parameters.", key)
    if definition.either and not any(
        name in {**entry.parameters, **entry.default} for name in definition.either
    ):
        raise EntryError(f"Nøgletallet mangler {listed(definition.either, 'eller')} i default.", key)
    by = definition.parameter("by")
    _check_named_by_query(entry, definition)
    if "by_value" in entry.where and by and entry.parameters.get("by", by.default) == "none":
        raise EntryError('by_value er tom, når parameters ikke har et by, fx by = "area".', "where")


def _check_named_by_query(entry: Entry, definition: Definition) -> None:
    """Values of `where` that the query writes itself, and those that the parameters set the limits of."""
    for column in NAMED_BY_QUERY:
        value = entry.where.get(column)
        if value and f"'{value}'" not in definition.sql and not value.startswith(PUT_TOGETHER):
            raise EntryError(f"{column} kan ikke være {safe_quote(value)}.", "where")
    if limits := _limits(entry, definition, "interval", "limits"):
        starts = ["0", *limits]
        there_are = [*(f"{low}-{high}" for low, high in pairwise(starts)), f"{starts[-1]}+"]
        known(entry.where["interval"], tuple(there_are), "interval", "where")
    if limits := _limits(entry, definition, "age_band", "bands"):
        bands = [f"{low}-{int(high) - 1}" for low, high in pairwise(limits)]
        there_are = [f"under {limits[0]}", *bands, f"{limits[-1]}+", UNKNOWN]
        known(entry.where["age_band"], tuple(there_are), "age_band", "where")


def _limits(entry: Entry, definition: Definition, column: str, name: str) -> list[str]:
    """The limits that the column's rows are made by, where `where` chooses one of them."""
    parameter = definition.parameter(name) if column in entry.where else None
    given = parameter and (entry.parameters.get(name) or parameter.default)
    return [part.strip() for part in given.split(",")] if given else []


def _check_parameters(entry: Entry, definition: Definition) -> None:
    names = tuple(parameter.name for parameter in definition.parameters)
    for name, value in entry.parameters.items():
        known(name, names, "Parameteren", "parameters")
        parameter = definition.parameter(name)
        if parameter and parameter.kind not in IN_DATA:
            _check_value(parameter, value, "parameters")
    for name in entry.default:
        known(name, tuple(one for one in SCOPES if one in names), "default", "default")


def _check_limits(entry: Entry, definition: Definition, has_guideline: bool) -> None:
    if has_guideline and (entry.target or entry.limit):
        key = "target" if entry.target else "limit"
        raise EntryError("Nøgletallet har sin egen vejledende grænse. Fjern target og limit.", key)
    if definition.good == "neutral" and (entry.target or entry.limit):
        key = "target" if entry.target else "limit"
        raise EntryError(
            "Nøgletallet har ingen status, for hverken lavt eller højt er godt. Fjern target og limit.", key
        )
    for year, limit in entry.limit.items():
        if year not in entry.target:
            raise EntryError(f"limit for {year} har intet target. Skriv et target for samme år.", "limit")
        beyond = limit - entry.target[year]
        if (beyond < 0 and definition.good == "lower") or (beyond > 0 and definition.good == "higher"):
            side = "over" if definition.good == "lower" else "under"
            raise EntryError(f"limit for {year} skal ligge {side} target.", "limit")


def _check_value(parameter: Parameter, value: str, key: str, there_are: tuple[str, ...] = ()) -> None:
    try:
        checked_value(parameter, value, there_are)
    except PlainError as problem:
        raise EntryError(str(problem), key) from None
