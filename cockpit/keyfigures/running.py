"""The one way a key figure is run: on the version served, names concealed."""

from collections.abc import Mapping
from dataclasses import replace

from cockpit.keyfigures.answering import Result, answered
from cockpit.keyfigures.definitions import Definition, catalogue, settled
from cockpit.keyfigures.history import compared
from cockpit.warehouse import Warehouse, served
from cockpit.wording import PlainError, listed, safe_quote

SEES_CASEWORKERS = ("teamleder",)


def run(
    figure_id: str, given: Mapping[str, str], *, role: str = "leder", warehouse: Warehouse | None = None
) -> Result:
    """Run one key figure on the version served; every problem is a PlainError."""
    definition = defined(figure_id, given)
    warehouse = warehouse or served()
    reader = warehouse.reader()
    if not definition.compares:
        return _concealed(definition, answered(definition, given, reader), role)
    if definition.conceals and given.get("by") == definition.conceals and role not in SEES_CASEWORKERS:
        # The numbers that stand for them do not follow a person from version to version.
        raise PlainError("Ændringer for hver rådgiver vises ikke her. Vælg by=team eller by=area.")
    return compared(definition, given, warehouse.before(reader), reader)


def defined(figure_id: str, given: Mapping[str, str] | None = None) -> Definition:
    """The definition, as it is for the parameters given; PlainError names the figures there are."""
    figures = catalogue()
    if figure_id not in figures:
        there_are = listed(sorted(figures), "eller")
        raise PlainError(f"Nøgletallet {safe_quote(figure_id)} findes ikke. Vælg blandt: {there_are}.")
    return settled(figures[figure_id], given or {})


def _concealed(definition: Definition, result: Result, role: str) -> Result:
    """Caseworkers as numbers for those who may see the marks but not the names."""
    if not definition.conceals or role in SEES_CASEWORKERS:
        return result
    if result.parameters.get("by") != definition.conceals:
        return result
    # Ordered by load, not by id, so that a number does not follow a person from day to day.
    ordered = sorted(result.rows, key=lambda row: (row["team"] or "", row["citizens_per_fte"] or 0))
    rows = [row | {"by_value": f"Rådgiver {place}"} for place, row in enumerate(ordered, start=1)]
    return replace(result, rows=rows)
