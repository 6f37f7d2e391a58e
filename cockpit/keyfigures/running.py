"""The one way a key figure is run: on the version served, names concealed."""

from collections.abc import Mapping
from dataclasses import replace

from cockpit.keyfigures.answering import Result, answered
from cockpit.keyfigures.definitions import Definition, catalogue, settled
from cockpit.keyfigures.history import compared
from cockpit.keyfigures.smallnumbers import OPEN_FIGURES, public_answer
from cockpit.warehouse import Reader, Warehouse, served
from cockpit.wording import PlainError, listed, safe_quote

SEES_CASEWORKERS = ("teamleder",)


def run(
    figure_id: str, given: Mapping[str, str], *, role: str = "leder", warehouse: Warehouse | None = None
) -> Result:
    """Run one key figure on the version served; every problem is a PlainError.

    Every page, file and command comes this way, so what a role may not see is held back here: the names of
    caseworkers (`conceals`), and in time the lists of single cases (`lists` of the definition).
    """
    definition = defined(figure_id, given)
    warehouse = warehouse or served()
    reader = warehouse.reader()
    if role == "politiker" and figure_id not in OPEN_FIGURES:
        return public_answer(definition, given, reader)
    if not definition.compares:
        return _concealed(definition, answered(definition, given, reader), role, reader)
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


def _concealed(definition: Definition, result: Result, role: str, reader: Reader) -> Result:
    """Caseworkers as numbers for those who may see the marks but not the names."""
    if not definition.conceals or role in SEES_CASEWORKERS:
        return result
    if result.parameters.get("by") != definition.conceals:
        return result
    on = str(result.parameters["on"])
    loads = answered(catalogue()["caseload"], {"on": on, "by": definition.conceals}, reader).rows
    # Ordered by load, not by id, so that a number does not follow a person from day to day.
    ordered = sorted(loads, key=lambda row: (row["team"] or "", row["citizens_per_fte"] or 0))
    places = {row["by_value"]: place for place, row in enumerate(ordered, start=1)}
    # A count stands in the order of the numbers; a list keeps its own, which tells nothing of the worker.
    known = result.rows if definition.lists else sorted(result.rows, key=lambda row: places[row["by_value"]])
    return replace(result, rows=[row | {"by_value": f"Rådgiver {places[row['by_value']]}"} for row in known])
